//! Words to parts of speech with their inflection, from left to right.

use super::lexicon::{Lex, NONE};
use super::weights::{Features, Weights, bucket, mix, mix3};
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

/// Tags a sentence: `tags` is filled with one tag a word.
pub fn tag(words: &[Lex], known: &Tags, weights: &impl Weights, features: &mut Features, tags: &mut Vec<Tag>) {
    tags.clear();
    for at in 0..words.len() {
        let set = known.of(&words[at]);
        let tag = if set.is_power_of_two() {
            set.trailing_zeros() as Tag
        } else {
            extract(words, tags, at, features);
            best(set, features, weights)
        };
        tags.push(tag);
    }
}

/// The tag of a set that scores best, the first of equals.
pub fn best(mut set: u128, features: &Features, weights: &impl Weights) -> Tag {
    let (mut best, mut best_score) = (0, i32::MIN);
    while set != 0 {
        let tag = set.trailing_zeros();
        set &= set - 1;
        let score = score(features, tag, weights);
        if score > best_score {
            (best, best_score) = (tag as Tag, score);
        }
    }
    best
}

/// The score of a class.
#[inline(always)]
pub fn score(features: &Features, class: u32, weights: &impl Weights) -> i32 {
    let bits = weights.bits();
    features.hashes.iter().map(|&h| weights.get(bucket(h, class, bits))).sum()
}

/// The features by which word `at` is tagged, the words before it having their tags.
pub fn extract(words: &[Lex], tags: &[Tag], at: usize, f: &mut Features) {
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|i| words.get(i)).unwrap_or(&NONE);
    let tag = |back: usize| at.checked_sub(back).map_or(254, |i| u32::from(tags[i]));
    let (w, before, before2, after, after2) = (word(0), word(-1), word(-2), word(1), word(2));
    let (t1, t2) = (tag(1), tag(2));
    let p = |l: &Lex| u32::from(l.possible);
    let class = |l: &Lex, grain: usize| u32::from(l.classes[grain]);
    let first = u32::from(at == 0);
    f.clear();
    f.add(w.word);
    f.add(mix(w.suffixes[0], first));
    f.add(w.suffixes[1]);
    f.add(w.suffixes[2]);
    f.add(w.suffixes[3]);
    f.add(w.prefixes[0]);
    f.add(w.prefixes[1]);
    f.add(mix(w.shape, first));
    f.add(mix(w.shape, w.suffixes[1]));
    f.add(mix(class(w, 0), first));
    f.add(mix(class(w, 1), w.suffixes[0]));
    f.add(mix(class(w, 2), w.suffixes[1]));
    f.add(mix(p(w), u32::from(w.spacing)));
    f.add(mix3(p(w), p(after), t1));
    f.add(mix(p(w), t1));
    f.add(mix3(p(w), t1, t2));
    f.add(mix(p(w), p(after)));
    f.add(mix3(p(w), p(after), p(after2)));
    f.add(t1);
    f.add(mix(t1, t2));
    f.add(mix(w.word, t1));
    f.add(mix3(w.word, t1, t2));
    f.add(mix(w.word, p(after)));
    f.add(mix(w.word, after.word));
    f.add(mix(w.word, before.word));
    f.add(before.word);
    f.add(mix(before.word, p(w)));
    f.add(before2.word);
    f.add(after.word);
    f.add(mix(after.word, p(w)));
    f.add(after2.word);
    f.add(mix(t1, p(after)));
    f.add(mix(t1, after.word));
    f.add(mix(before.word, after.word));
    f.add(mix(class(before, 1), p(w)));
    f.add(mix(class(after, 1), p(w)));
    f.add(mix(class(after, 0), t1));
    f.add(mix(class(after2, 1), p(w)));
    f.add(mix(after.suffixes[1], p(w)));
    f.add(mix3(class(w, 1), class(after, 1), 0));
    f.add(mix3(class(w, 1), class(before, 1), 0));
    f.add(mix3(class(w, 1), t1, p(after)));
    f.add(mix3(w.suffixes[2], t1, p(after)));
    f.add(mix(w.suffixes[1], t1));
    f.add(mix3(after.shape, w.shape, before.shape));
    f.add(mix(w.shape, after.shape));
    f.add(mix3(w.shape, before.shape, t1));
}
