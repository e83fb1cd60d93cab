//! Which sentence of one text is which of the other: those with the same words in the same order, the same words
//! elsewhere, then those that share most of their rare words.

use super::alike;
use super::side::Side;
use super::words::Map;
use imara_diff::{Algorithm, Diff, Token};

/// The sentences of two texts that belong together.
pub struct Aligned {
    /// For each sentence of the first text the one of the second.
    pub to_b: Vec<Option<usize>>,
    /// For each sentence of the second text the one of the first.
    pub to_a: Vec<Option<usize>>,
    /// For each sentence of the first text: it stands elsewhere in the second.
    pub moved: Vec<bool>,
}

/// Two sentences are versions of one from this share of common words, in per cent, on.
const LEAST_ALIKE: usize = 50;
/// The same where both stand alone between two pairs.
const LEAST_ALIKE_IN_PLACE: usize = 34;

impl Aligned {
    /// Aligns all sentences.
    pub fn new(a: &Side, b: &Side) -> Aligned {
        let mut aligned = Aligned {
            to_b: vec![None; a.sentences.len()],
            to_a: vec![None; b.sentences.len()],
            moved: vec![false; a.sentences.len()],
        };
        let numbers = Numbers::new(a, b);
        aligned.headlines(a, b);
        aligned.same_in_order(&numbers);
        aligned.same_elsewhere(&numbers);
        aligned.alike(a, b);
        aligned.in_place(a, b);
        aligned.rewritten(a, b);
        aligned.find_moved();
        aligned
    }

    fn join(&mut self, i: usize, j: usize) {
        if self.to_b[i].is_none() && self.to_a[j].is_none() {
            (self.to_b[i], self.to_a[j]) = (Some(j), Some(i));
        }
    }

    /// The headlines at the top are versions of each other, whatever they say.
    fn headlines(&mut self, a: &Side, b: &Side) {
        if !self.to_b.is_empty() && !self.to_a.is_empty() && a.is_headline(0) && b.is_headline(0) {
            self.join(0, 0);
        }
    }

    fn same_in_order(&mut self, numbers: &Numbers) {
        let tokens = |side: &[u32]| side.iter().map(|&number| Token(number)).collect::<Vec<_>>();
        let mut diff = Diff::default();
        diff.compute_with(Algorithm::Histogram, &tokens(&numbers.a), &tokens(&numbers.b), numbers.count);
        let kept = (0..numbers.a.len()).filter(|&i| !diff.is_removed(i as u32));
        let there = (0..numbers.b.len()).filter(|&j| !diff.is_added(j as u32));
        for (i, j) in kept.zip(there) {
            self.join(i, j);
        }
    }

    fn same_elsewhere(&mut self, numbers: &Numbers) {
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); numbers.count as usize];
        for (j, &number) in numbers.b.iter().enumerate().rev().filter(|(j, _)| self.to_a[*j].is_none()) {
            places[number as usize].push(j);
        }
        for (i, &number) in numbers.a.iter().enumerate() {
            if self.to_b[i].is_none()
                && let Some(j) = places[number as usize].pop()
            {
                self.join(i, j);
            }
        }
    }

    /// Sentences that share words which few have.
    fn alike(&mut self, a: &Side, b: &Side) {
        let left = |side: &Side, to: &[Option<usize>]| -> Vec<alike::List> {
            let free = (0..to.len()).filter(|&i| to[i].is_none());
            free.map(|i| (i, side.keys(side.sentences[i].clone()))).collect()
        };
        let (ours, theirs) = (left(a, &self.to_b), left(b, &self.to_a));
        for (i, j) in alike::pairs(&ours, &theirs, LEAST_ALIKE, |x, y| alike::share(&x.1, &y.1)) {
            self.join(i, j);
        }
    }

    /// One sentence alone between two pairs, and one alone there in the other text: it was written anew, unless only one
    /// of them has a claim.
    fn rewritten(&mut self, a: &Side, b: &Side) {
        for i in 0..self.to_b.len() {
            if self.to_b[i].is_some() {
                continue;
            }
            let before = if i == 0 { Some(0) } else { self.to_b[i - 1].map(|j| j + 1) };
            let after = if i + 1 == self.to_b.len() { Some(self.to_a.len()) } else { self.to_b[i + 1] };
            let (Some(j), Some(next)) = (before, after) else { continue };
            let is_alone = j + 1 == next && self.to_a.get(j) == Some(&None);
            let both_claim = || a.claims[i].is_empty() == b.claims[j].is_empty();
            if is_alone && both_claim() && is_as_long(a.sentences[i].len(), b.sentences[j].len()) {
                self.join(i, j);
            }
        }
    }

    /// What stands between the same neighbours.
    fn in_place(&mut self, a: &Side, b: &Side) {
        for i in 0..self.to_b.len() {
            if self.to_b[i].is_some() {
                continue;
            }
            let before = if i == 0 { Some(0) } else { self.to_b[i - 1].map(|j| j + 1) };
            let after = self.to_b.get(i + 1).copied().flatten().and_then(|j| j.checked_sub(1));
            for j in [before, after].into_iter().flatten() {
                if self.to_a.get(j) == Some(&None) && alikeness(a, i, b, j) >= LEAST_ALIKE_IN_PLACE {
                    self.join(i, j);
                }
            }
        }
    }

    /// All but the longest run of pairs whose order is the same in both.
    fn find_moved(&mut self) {
        let pairs: Vec<(usize, usize)> = self.to_b.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))).collect();
        let kept = longest_ascending(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
        let mut kept = kept.into_iter().peekable();
        for (place, &(i, _)) in pairs.iter().enumerate() {
            self.moved[i] = kept.next_if_eq(&place).is_none();
        }
    }
}

/// Numbers of sentences, the same for the same words.
struct Numbers {
    a: Vec<u32>,
    b: Vec<u32>,
    count: u32,
}

impl Numbers {
    fn new(a: &Side, b: &Side) -> Numbers {
        let mut known: Map<Vec<u32>, u32> = Map::default();
        let mut of = |side: &Side| {
            let number = |words: &std::ops::Range<usize>| {
                let next = known.len() as u32;
                *known.entry(side.keys(words.clone())).or_insert(next)
            };
            side.sentences.iter().map(number).collect::<Vec<_>>()
        };
        let (a, b) = (of(a), of(b));
        Numbers { a, b, count: known.len() as u32 }
    }
}

/// Neither more than twice as long as the other.
fn is_as_long(a: usize, b: usize) -> bool {
    a <= b * 2 && b <= a * 2
}

/// Words that both have, of all that either has, in per cent.
fn alikeness(a: &Side, i: usize, b: &Side, j: usize) -> usize {
    alike::share(&a.keys(a.sentences[i].clone()), &b.keys(b.sentences[j].clone()))
}

/// The places of a longest ascending run, by patience sorting.
fn longest_ascending(values: &[usize]) -> Vec<usize> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (place, value) in values.iter().enumerate() {
        let pile = tops.partition_point(|&top| values[top] < *value);
        before[place] = pile.checked_sub(1).map(|below| tops[below]);
        if pile == tops.len() { tops.push(place) } else { tops[pile] = place }
    }
    let mut run: Vec<usize> = std::iter::successors(tops.last().copied(), |&place| before[place]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_its_order() {
        assert_eq!(longest_ascending(&[3, 0, 1, 2]), [1, 2, 3]);
        assert_eq!(longest_ascending(&[]), [0; 0]);
    }
}
