//! Features to labels: the best sequence under learned weights, first-order Viterbi.

use super::atom::Atoms;
pub use super::labels::ROW;
use super::labels::{LABELS, OUTSIDE, can_follow, meaning};
use super::templates::extract;
use super::weights::Weights;
use crate::model::Container;
use std::ops::Range;
use std::sync::OnceLock;

/// The steps of a packed weight that make one: a name scored one higher is e times as likely.
pub const UNIT: i32 = 12;

/// Learned weights: a feature's hash chooses a row; rows overlap.
pub struct Tagger<'m> {
    weights: Weights<'m>,
    /// What a label adds after another.
    follow: [[i32; ROW]; ROW],
    /// The labels that each label can follow.
    before: Vec<Vec<u8>>,
}

/// Buffers, kept from sentence to sentence.
#[derive(Default)]
pub struct Scratch {
    /// Hashes of one token's features.
    pub features: Vec<u32>,
    back: Vec<[u8; ROW]>,
    /// What each label scores at each token of the sentence.
    pub scores: Vec<[i32; ROW]>,
}

impl<'m> Tagger<'m> {
    /// From the sections of a model file.
    pub fn read(container: Container<'m>) -> Tagger<'m> {
        let weights = Weights::read(container.section("weights"));
        let mut follow = [[0; ROW]; ROW];
        for (at, pair) in container.section("follow").chunks_exact(2).enumerate() {
            follow[at / LABELS][at % LABELS] = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        let before =
            (0..LABELS).map(|y| (0..LABELS).filter(|&x| can_follow(x, y)).map(|x| x as u8).collect()).collect();
        Tagger { weights, follow, before }
    }

    /// The committed one.
    pub fn committed() -> &'static Tagger<'static> {
        static TAGGER: OnceLock<Tagger> = OnceLock::new();
        TAGGER.get_or_init(|| Tagger::read(Container::new(include_bytes!("../model/names.bin"))))
    }

    /// One label a token of a sentence.
    pub fn tag(&self, atoms: &Atoms, sentence: Range<usize>, scratch: &mut Scratch, labels: &mut Vec<u8>) {
        labels.clear();
        scratch.scores.clear();
        if self.weights.is_empty() || sentence.is_empty() {
            labels.resize(sentence.len(), OUTSIDE as u8);
            return;
        }
        let Scratch { features, back, scores: all } = scratch;
        back.clear();
        let mut best = [i32::MIN / 2; ROW];
        best[OUTSIDE] = 0;
        for at in sentence.clone() {
            let scores = self.scores_at(atoms, sentence.clone(), at, features);
            let (next, from) = self.step(&best, &scores);
            all.push(scores);
            back.push(from);
            best = next;
        }
        let end = |y: usize| best[y] + self.follow[y][OUTSIDE];
        let last = self.before[OUTSIDE]
            .iter()
            .copied()
            .fold(OUTSIDE as u8, |a, b| if end(b as usize) > end(a as usize) { b } else { a });
        labels.resize(sentence.len(), last);
        for at in (1..sentence.len()).rev() {
            labels[at - 1] = back[at][labels[at] as usize];
        }
    }

    /// The best sequences one token further: what each label then has, and which label it follows.
    fn step(&self, best: &[i32; ROW], scores: &[i32; ROW]) -> ([i32; ROW], [u8; ROW]) {
        let (mut next, mut from) = ([i32::MIN / 2; ROW], [0; ROW]);
        for y in 0..LABELS {
            for &x in &self.before[y] {
                let score = best[x as usize] + self.follow[x as usize][y];
                if score > next[y] {
                    (next[y], from[y]) = (score, x);
                }
            }
            next[y] = next[y].saturating_add(scores[y]);
        }
        (next, from)
    }

    /// What each label scores at one token; `features` is a buffer.
    pub fn scores_at(&self, atoms: &Atoms, sentence: Range<usize>, at: usize, features: &mut Vec<u32>) -> [i32; ROW] {
        if !atoms[at].may_be_named {
            let mut scores = [NEVER; ROW];
            scores[OUTSIDE] = 0;
            return scores;
        }
        extract(atoms, sentence, at, features);
        let mut sums = [0; ROW];
        features.iter().for_each(|&feature| self.weights.add_row(feature, &mut sums));
        with_kinds(sums)
    }

    /// What a label adds after another.
    pub fn follow(&self, before: usize, label: usize) -> i32 {
        self.follow[before][label]
    }
}

/// What no label overcomes.
const NEVER: i32 = -1_000_000;

/// A row's sums with that of its kind on each label.
fn with_kinds(mut sums: [i32; ROW]) -> [i32; ROW] {
    for y in 0..LABELS {
        if let Some((kind, _)) = meaning(y) {
            sums[y] += sums[LABELS + kind];
        }
    }
    sums
}
