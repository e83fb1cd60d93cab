//! Which claim of one version is which of the other.

use super::Pair;
use super::alike::{self, share};
use super::sentences::Aligned;
use super::side::Side;
use super::words::Map;
use crate::report::Claim;

/// The claims of two versions that belong together.
pub struct Claims {
    /// For each claim of the first text the one of the second.
    pub to_b: Vec<Option<usize>>,
    /// For each claim of the second text the one of the first.
    pub to_a: Vec<Option<usize>>,
}

/// Claims of sentences that belong together share so much of their words, in per cent, with what the same verb adds.
const LEAST_BESIDE: usize = 30;
const SAME_VERB: usize = 15;
/// As many claims of a sentence are held against each other.
const MOST_IN_SENTENCE: usize = 24;
/// Claims that stand anywhere share so much.
const LEAST_ANYWHERE: usize = 60;

impl Claims {
    /// Pairs the claims of aligned sentences, then the same words anywhere, then what is much alike.
    pub fn new(a: &Side, b: &Side, aligned: &Aligned) -> Claims {
        let mut claims = Claims { to_b: vec![None; a.report.claims.len()], to_a: vec![None; b.report.claims.len()] };
        claims.in_sentences(a, b, aligned);
        claims.same_words(a, b);
        claims.alike(a, b);
        claims
    }

    /// As the comparison has it: those of both texts, then those only of the first, then only of the second.
    pub fn pairs(&self, a: &Side, b: &Side) -> Vec<Pair> {
        let (ours, theirs) = (&a.report.claims, &b.report.claims);
        let id = |claims: &[Claim], i: usize| Some(claims[i].id.clone());
        let both = self.to_b.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?)));
        let both = both.map(|(i, j)| Pair { a: id(ours, i), b: id(theirs, j), by: Some("words".into()) });
        let only_a = (0..ours.len()).filter(|&i| self.to_b[i].is_none());
        let only_b = (0..theirs.len()).filter(|&j| self.to_a[j].is_none());
        both.chain(only_a.map(|i| Pair { a: id(ours, i), b: None, by: None }))
            .chain(only_b.map(|j| Pair { a: None, b: id(theirs, j), by: None }))
            .collect()
    }

    fn join(&mut self, i: usize, j: usize) {
        if self.to_b[i].is_none() && self.to_a[j].is_none() {
            (self.to_b[i], self.to_a[j]) = (Some(j), Some(i));
        }
    }

    fn in_sentences(&mut self, a: &Side, b: &Side, aligned: &Aligned) {
        let (ours, theirs) = (&a.claims, &b.claims);
        for (i, j) in aligned.to_b.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?))) {
            let mut scored: Vec<(usize, usize, usize)> = Vec::new();
            for &x in ours[i].iter().take(MOST_IN_SENTENCE) {
                for &y in theirs[j].iter().take(MOST_IN_SENTENCE) {
                    scored.push((score(a, &a.report.claims[x], b, &b.report.claims[y]), x, y));
                }
            }
            scored.sort_by_key(|&(score, x, y)| (std::cmp::Reverse(score), x, y));
            let is_only = ours[i].len() == 1 && theirs[j].len() == 1;
            for (_, x, y) in scored.into_iter().filter(|(score, ..)| is_only || *score >= LEAST_BESIDE) {
                self.join(x, y);
            }
        }
    }

    fn same_words(&mut self, a: &Side, b: &Side) {
        let mut places: Map<Vec<u32>, Vec<usize>> = Map::default();
        for (j, claim) in b.report.claims.iter().enumerate().rev().filter(|(j, _)| self.to_a[*j].is_none()) {
            places.entry(b.content(claim)).or_default().push(j);
        }
        for (i, claim) in a.report.claims.iter().enumerate() {
            if self.to_b[i].is_none()
                && let Some(j) = places.get_mut(&a.content(claim)).and_then(Vec::pop)
            {
                self.join(i, j);
            }
        }
    }

    fn alike(&mut self, a: &Side, b: &Side) {
        let left = |side: &Side, to: &[Option<usize>]| -> Vec<alike::List> {
            let free = (0..to.len()).filter(|&i| to[i].is_none());
            free.map(|i| (i, side.content(&side.report.claims[i]))).collect()
        };
        let (ours, theirs) = (left(a, &self.to_b), left(b, &self.to_a));
        for (i, j) in alike::pairs(&ours, &theirs, LEAST_ANYWHERE, |x, y| share(&x.1, &y.1)) {
            self.join(i, j);
        }
    }
}

fn score(a: &Side, x: &Claim, b: &Side, y: &Claim) -> usize {
    let same_verb = x.lemma == y.lemma;
    share(&a.content(x), &b.content(y)) + if same_verb { SAME_VERB } else { 0 }
}
