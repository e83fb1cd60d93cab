//! Which list of words of one text is which of the other, by the words that few lists have.

use super::words::Map;

/// A word in more lists than this says nothing about which is which.
const MOST_HOLDERS: usize = 12;
/// As many lists are looked at for each.
const MOST_CANDIDATES: usize = 10;

/// A sentence or a claim by its number, and its words.
pub type List = (usize, Vec<u32>);

/// Pairs of lists that are alike by `score`, from `least` on, each list in one pair, the most alike first.
pub fn pairs(a: &[List], b: &[List], least: usize, score: impl Fn(&List, &List) -> usize) -> Vec<(usize, usize)> {
    let mut holders: Map<u32, Vec<usize>> = Map::default();
    for (place, list) in b.iter().enumerate() {
        for key in distinct(&list.1) {
            holders.entry(key).or_default().push(place);
        }
    }
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (i, list) in a.iter().enumerate() {
        let scored = candidates(&list.1, &holders).into_iter().map(|j| (score(list, &b[j]), i, j));
        found.extend(scored.filter(|(score, ..)| *score >= least));
    }
    found.sort_by_key(|&(score, i, j)| (std::cmp::Reverse(score), i, j));
    let (mut taken_a, mut taken_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in found {
        if !taken_a[i] && !taken_b[j] {
            (taken_a[i], taken_b[j]) = (true, true);
            pairs.push((a[i].0, b[j].0));
        }
    }
    pairs
}

fn distinct(words: &[u32]) -> Vec<u32> {
    let mut keys = words.to_vec();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The lists that share most rare words with these.
fn candidates(words: &[u32], holders: &Map<u32, Vec<usize>>) -> Vec<usize> {
    let rare = distinct(words).into_iter().filter_map(|key| holders.get(&key));
    let mut votes: Vec<usize> = rare.filter(|found| found.len() <= MOST_HOLDERS).flatten().copied().collect();
    votes.sort_unstable();
    let mut counted: Vec<(usize, usize)> = votes.chunk_by(|x, y| x == y).map(|same| (same.len(), same[0])).collect();
    counted.sort_by_key(|&(votes, j)| (std::cmp::Reverse(votes), j));
    counted.into_iter().take(MOST_CANDIDATES).map(|(_, j)| j).collect()
}

/// The words that two lists have in common, in per cent of both.
pub fn share(a: &[u32], b: &[u32]) -> usize {
    let all = a.len() + b.len();
    (common(a, b) * 200).checked_div(all).unwrap_or(100)
}

/// How many words two lists have in common, each as often as both have it.
pub fn common(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    a.sort_unstable();
    b.sort_unstable();
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_words() {
        assert_eq!(share(&[1, 2, 3], &[3, 2, 9]), 66);
        assert_eq!(share(&[], &[]), 100);
        assert_eq!(share(&[1], &[2]), 0);
    }

    #[test]
    fn the_most_alike_first() {
        let a = [(0, vec![1, 2, 3]), (1, vec![1, 2, 3, 4])];
        let b = [(7, vec![1, 2, 3, 4]), (8, vec![9])];
        assert_eq!(pairs(&a, &b, 50, |x, y| share(&x.1, &y.1)), [(1, 7)]);
    }
}
