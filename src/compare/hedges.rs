//! Whether other words only made a statement more or less certain: "will" and "may", "killed" and "reportedly killed".

use super::What;

const HEDGES: [&str; 24] = [
    "could",
    "might",
    "may",
    "perhaps",
    "possibly",
    "probably",
    "likely",
    "unlikely",
    "apparently",
    "reportedly",
    "allegedly",
    "maybe",
    "seemingly",
    "potentially",
    "presumably",
    "appears",
    "appear",
    "appeared",
    "seems",
    "seem",
    "seemed",
    "suspected",
    "alleged",
    "believed",
];

/// Words that come and go with hedges.
const AUXILIARIES: [&str; 27] = [
    "will",
    "would",
    "shall",
    "should",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "has",
    "have",
    "had",
    "can",
    "do",
    "does",
    "did",
    "to",
    "it",
    "that",
    "definitely",
    "certainly",
    "surely",
    "clearly",
    "must",
    "very",
];

/// "hedged" or "unhedged", if nothing else happened to the words.
pub fn change(a: &[&str], b: &[&str]) -> Option<What> {
    let hedges = |words: &[&str]| words.iter().filter(|word| HEDGES.contains(word)).count();
    let (before, after) = (hedges(a), hedges(b));
    let what = match before.cmp(&after) {
        std::cmp::Ordering::Less => What::Hedged,
        std::cmp::Ordering::Greater => What::Unhedged,
        std::cmp::Ordering::Equal => return None,
    };
    (stems(a) == stems(b)).then_some(what)
}

/// What is left of the words without hedges, auxiliaries and endings.
fn stems<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let left = words.iter().filter(|word| !HEDGES.contains(word) && !AUXILIARIES.contains(word));
    left.map(|word| stem(word)).collect()
}

fn stem(word: &str) -> &str {
    ["ing", "ed", "es", "s", "e"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_and_less_certain() {
        assert_eq!(change(&["will"], &["may"]), Some(What::Hedged));
        assert_eq!(change(&["closes"], &["could", "close"]), Some(What::Hedged));
        assert_eq!(change(&["reportedly"], &[]), Some(What::Unhedged));
        assert_eq!(change(&["will"], &["shall"]), None);
        assert_eq!(change(&["opens"], &["may", "close"]), None);
        assert_eq!(change(&["may"], &["might"]), None);
    }
}
