//! How tokens are shown to the trees: as classes and counts.

use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::model::lists;

/// There is no such token.
pub const NONE: i16 = -1;
/// The token lies outside the sentence or quotation that is looked at.
pub const OUTSIDE: i16 = -2;

/// The class of a word or mark that may open or close a content; 0 for any other.
pub fn class_of(word: &str) -> i16 {
    lists().boundary_words.get(word).and_then(|class| class.parse().ok()).unwrap_or(0)
}

/// Class, part of speech, inflection and relation of tokens, as features.
pub struct Look<'s> {
    /// The text.
    pub scene: &'s Scene<'s>,
    /// Tokens outside are not looked at.
    pub range: Tokens,
}

impl Look<'_> {
    fn at(&self, i: usize, value: impl Fn(usize) -> i16) -> i16 {
        if self.range.contains(i) { value(i) } else { OUTSIDE }
    }

    /// Its class among the words that may open or close a content.
    pub fn class(&self, i: usize) -> i16 {
        self.at(i, |i| class_of(self.scene.lower(i)))
    }

    /// Its part of speech.
    pub fn pos(&self, i: usize) -> i16 {
        self.at(i, |i| self.scene.pos(i) as i16)
    }

    /// Its inflection.
    pub fn form(&self, i: usize) -> i16 {
        self.at(i, |i| self.scene.form(i) as i16)
    }

    /// How it depends on its head.
    pub fn relation(&self, i: usize) -> i16 {
        self.at(i, |i| self.scene.relation(i) as i16)
    }

    /// The token before `i`; outside where there is none.
    pub fn before(&self, i: usize) -> usize {
        i.checked_sub(1).unwrap_or(usize::MAX)
    }
}

/// A number of tokens, at most `most`.
pub fn count(tokens: usize, most: usize) -> i16 {
    tokens.min(most) as i16
}
