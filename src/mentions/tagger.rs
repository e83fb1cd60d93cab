//! Features to labels: the best sequence under learned weights, first-order Viterbi.

use super::features::{Atom, extract};
use super::labels::{LABELS, OUTSIDE, can_follow};
use crate::model::Container;
use std::ops::Range;
use std::sync::OnceLock;

/// Labels with room to a power of two, so that a row of weights is one load.
pub const ROW: usize = 32;

/// The steps of a packed weight that make one: a name scored one higher is e times as likely.
pub const UNIT: i32 = 12;

/// Learned weights: a feature's hash chooses a row of one signed byte a label; rows overlap.
pub struct Tagger<'m> {
    weights: &'m [u8],
    bits: u32,
    /// What a label adds after another.
    follow: [[i32; ROW]; ROW],
    /// The labels that each label can follow.
    before: Vec<Vec<u8>>,
}

/// Room to work in, kept from sentence to sentence.
#[derive(Default)]
pub struct Scratch {
    features: Vec<u32>,
    back: Vec<[u8; ROW]>,
}

impl<'m> Tagger<'m> {
    /// From the sections of a model file.
    pub fn read(container: Container<'m>) -> Tagger<'m> {
        let weights = container.section("weights");
        let mut follow = [[0; ROW]; ROW];
        for (at, pair) in container.section("follow").chunks_exact(2).enumerate() {
            follow[at / LABELS][at % LABELS] = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        let before =
            (0..LABELS).map(|y| (0..LABELS).filter(|&x| can_follow(x, y)).map(|x| x as u8).collect()).collect();
        Tagger { weights, bits: (weights.len().max(ROW + 1) - ROW).ilog2(), follow, before }
    }

    /// The committed one.
    pub fn committed() -> &'static Tagger<'static> {
        static TAGGER: OnceLock<Tagger> = OnceLock::new();
        TAGGER.get_or_init(|| Tagger::read(Container::new(include_bytes!("../model/names.bin"))))
    }

    /// One label a token of a sentence.
    pub fn tag(&self, atoms: &[Atom], sentence: Range<usize>, scratch: &mut Scratch, labels: &mut Vec<u8>) {
        labels.clear();
        if self.weights.is_empty() || sentence.is_empty() {
            labels.resize(sentence.len(), OUTSIDE as u8);
            return;
        }
        let Scratch { features, back } = scratch;
        back.clear();
        let mut best = [i32::MIN / 2; ROW];
        best[OUTSIDE] = 0;
        for at in sentence.clone() {
            extract(atoms, sentence.clone(), at, features);
            let scores = self.scores(features);
            let mut next = [i32::MIN / 2; ROW];
            let mut from = [0; ROW];
            for y in 0..LABELS {
                for &x in &self.before[y] {
                    let score = best[x as usize] + self.follow[x as usize][y];
                    if score > next[y] {
                        (next[y], from[y]) = (score, x);
                    }
                }
                next[y] += i32::from(scores[y]);
            }
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

    /// What each label scores at one token.
    pub fn scores_at(&self, atoms: &[Atom], sentence: Range<usize>, at: usize, scratch: &mut Scratch) -> [i16; ROW] {
        extract(atoms, sentence, at, &mut scratch.features);
        self.scores(&scratch.features)
    }

    /// What a label adds after another.
    pub fn follow(&self, before: usize, label: usize) -> i32 {
        self.follow[before][label]
    }

    fn scores(&self, features: &[u32]) -> [i16; ROW] {
        let mut scores = [0i16; ROW];
        for &feature in features {
            let row = (feature >> (32 - self.bits)) as usize;
            for (score, &weight) in scores.iter_mut().zip(&self.weights[row..row + ROW]) {
                *score += i16::from(weight as i8);
            }
        }
        scores
    }
}
