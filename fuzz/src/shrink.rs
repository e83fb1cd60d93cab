//! A text with a fault to the shortest part of it that has the same kind of fault.

/// Leaves out lines, then sentences, then words, as long as `is_faulty` says that the fault is still there.
pub fn shortest(text: &str, is_faulty: impl Fn(&str) -> bool) -> String {
    let mut text = text.to_owned();
    for split in [by_lines, by_sentences, by_words] {
        text = fewest(&text, split, &is_faulty);
    }
    text
}

type Split = fn(&str) -> Vec<&str>;

fn by_lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn by_sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(". ").collect()
}

fn by_words(text: &str) -> Vec<&str> {
    text.split_inclusive(' ').collect()
}

/// Leaves out ever smaller runs of parts (the halving of Zeller's delta debugging).
fn fewest(text: &str, split: Split, is_faulty: &impl Fn(&str) -> bool) -> String {
    let mut parts: Vec<String> = split(text).into_iter().map(str::to_owned).collect();
    let mut run = parts.len() / 2;
    while run > 0 {
        let mut at = 0;
        while at < parts.len() {
            let end = (at + run).min(parts.len());
            let without = [&parts[..at], &parts[end..]].concat();
            if is_faulty(&without.concat()) {
                parts = without;
            } else {
                at = end;
            }
        }
        run /= 2;
    }
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_needed_goes() {
        let text = "One line.\nAnother has a needle in it. And more.\nA third.";
        assert_eq!(shortest(text, |t| t.contains("needle")), "needle ");
        assert_eq!(shortest(text, |t| t.contains("One") && t.contains("third")), "One third.");
    }
}
