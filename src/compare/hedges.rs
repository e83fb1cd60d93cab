//! Whether other words only made a statement more or less certain: "will" and "may", "killed" and "reportedly killed".

use super::What;
use crate::model::lists;

/// "hedged" or "unhedged", and whether the words say something else besides.
pub fn change(a: &[&str], b: &[&str]) -> Option<(What, bool)> {
    let hedges = |words: &[&str]| words.iter().filter(|word| is_hedge(word)).count();
    let (before, after) = (hedges(a), hedges(b));
    let what = match before.cmp(&after) {
        std::cmp::Ordering::Less => What::Hedged,
        std::cmp::Ordering::Greater => What::Unhedged,
        std::cmp::Ordering::Equal => return None,
    };
    let (a, b) = (stems(a), stems(b));
    (a.len() + b.len() <= MOST_OTHER || a == b).then_some((what, a != b))
}

/// Whether a word makes less certain.
pub fn is_hedge(word: &str) -> bool {
    lists().certainty.get(word) == Some("hedge")
}

/// With more words that are new besides, the hedge is not what changed.
const MOST_OTHER: usize = 3;

/// What is left of the words without hedges, auxiliaries and endings.
fn stems<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let left = words.iter().filter(|word| !lists().certainty.has(word));
    left.map(|word| stem(word)).collect()
}

/// A word without a common ending.
pub fn stem(word: &str) -> &str {
    ["ing", "ed", "es", "s", "e"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_and_less_certain() {
        assert_eq!(change(&["will"], &["may"]), Some((What::Hedged, false)));
        assert_eq!(change(&["closes"], &["could", "close"]), Some((What::Hedged, false)));
        assert_eq!(change(&["reportedly"], &[]), Some((What::Unhedged, false)));
        assert_eq!(change(&["opens"], &["may", "close"]), Some((What::Hedged, true)));
        assert_eq!(change(&["will"], &["shall"]), None);
        assert_eq!(change(&["we", "all", "go"], &["nobody", "may", "stay"]), None);
        assert_eq!(change(&["may"], &["might"]), None);
    }
}
