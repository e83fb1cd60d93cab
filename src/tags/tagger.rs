//! Parts of speech with their inflection, and which of them a word can have.

use super::lexicon::Lex;
use super::{Form, Pos};
use crate::model::Container;

/// A part of speech with its inflection, by its number in the model's list.
pub type Tag = u8;

/// The tags of the model, and which of them a word can have.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    /// Part of speech and inflection of each tag.
    pub all: Vec<(Pos, Form)>,
    /// Sets of tags: set 0 is what an unknown word can be.
    pub sets: Vec<u128>,
    /// Tags of names, which any word with a capital can be.
    pub names: u128,
}

impl Tags {
    /// From the sections "tags" (pairs of bytes) and "tags.sets" (16 bytes a set).
    pub fn read(container: Container) -> Tags {
        let all: Vec<(Pos, Form)> = container
            .section("tags")
            .chunks_exact(2)
            .map(|pair| (Pos::ALL[pair[0] as usize], Form::ALL[pair[1] as usize]))
            .collect();
        let sets = container
            .section("tags.sets")
            .chunks_exact(16)
            .map(|set| u128::from_le_bytes(set.try_into().expect("a chunk has 16 bytes")))
            .collect();
        Tags::new(all, sets)
    }

    /// From the tags and their sets.
    pub fn new(all: Vec<(Pos, Form)>, sets: Vec<u128>) -> Tags {
        let names = (0..all.len()).filter(|&t| all[t].0 == Pos::Propn).fold(0, |set, t| set | 1 << t);
        Tags { all, sets, names }
    }

    /// The tags that a word can have.
    pub fn of(&self, lex: &Lex) -> u128 {
        let set = self.sets.get(lex.possible as usize).copied().unwrap_or(0);
        if lex.is_capitalized { set | self.names } else { set }
    }
}

/// The tag of a set that scores best, the first of equals.
pub fn best(mut set: u128, scores: &[f32]) -> Tag {
    let (mut best, mut best_score) = (0, f32::NEG_INFINITY);
    while set != 0 {
        let tag = set.trailing_zeros() as usize;
        set &= set - 1;
        if scores[tag] > best_score {
            (best, best_score) = (tag as Tag, scores[tag]);
        }
    }
    best
}
