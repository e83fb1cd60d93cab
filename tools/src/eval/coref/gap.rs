//! Reader of GAP (ambiguous pronouns, Webster et al. 2018) and its metric.

use onrecord::document::Span;

/// One pronoun with two names of which at most one is meant.
pub struct Example {
    /// The passage.
    pub text: String,
    /// The pronoun.
    pub pronoun: Span,
    /// The two names, and whether each is meant.
    pub names: [(Span, bool); 2],
    /// Written "she", "her", "hers".
    pub feminine: bool,
}

/// All examples of a file; offsets there are in characters.
pub fn read(tsv: &str) -> Vec<Example> {
    tsv.lines().skip(1).filter_map(example).collect()
}

fn example(line: &str) -> Option<Example> {
    let columns: Vec<&str> = line.split('\t').collect();
    let text = (*columns.get(1)?).to_owned();
    let span = |word: &str, offset: &str| -> Option<Span> {
        let start = text.char_indices().nth(offset.parse().ok()?)?.0;
        text[start..].starts_with(word).then(|| Span::new(start, start + word.len()))
    };
    let pronoun = span(columns[2], columns[3])?;
    let a = (span(columns[4], columns[5])?, columns[6] == "TRUE");
    let b = (span(columns[7], columns[8])?, columns[9] == "TRUE");
    let feminine = matches!(columns[2].to_ascii_lowercase().as_str(), "she" | "her" | "hers");
    Some(Example { text, pronoun, names: [a, b], feminine })
}

/// Counts of answers about names.
#[derive(Clone, Copy, Default, Debug)]
pub struct Counts {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Counts {
    /// Counts one answer.
    pub fn add(&mut self, answer: bool, truth: bool) {
        match (answer, truth) {
            (true, true) => self.right += 1,
            (true, false) => self.wrong += 1,
            (false, true) => self.missed += 1,
            (false, false) => {}
        }
    }

    /// F1 over the names.
    pub fn f1(&self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 { 0.0 } else { f64::from(2 * self.right) / f64::from(all) }
    }

    /// Precision.
    pub fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    /// Recall.
    pub fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_characters_not_bytes() {
        let line = "ID\tText\n1\tÉva met Ann. She left.\tShe\t13\tÉva\t0\tTRUE\tAnn\t8\tFALSE\turl";
        let examples = read(line);
        assert_eq!(&examples[0].text[examples[0].pronoun.range()], "She");
        assert_eq!(&examples[0].text[examples[0].names[1].0.range()], "Ann");
        assert!(examples[0].feminine && examples[0].names[0].1);
    }

    #[test]
    fn metric() {
        let mut counts = Counts::default();
        for (answer, truth) in [(true, true), (true, false), (false, true), (false, false)] {
            counts.add(answer, truth);
        }
        assert!((counts.f1() - 0.5).abs() < 1e-9);
    }
}
