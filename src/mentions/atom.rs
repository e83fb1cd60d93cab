//! One token as the tagger sees it, and the hashes that it holds.

use std::ops::{Deref, Range};

/// All tokens of a document as the tagger sees them; what only depends on a word's letters is held once a word.
#[derive(Default)]
pub struct Atoms {
    tokens: Vec<Atom>,
    words: Vec<Letters>,
}

impl Atoms {
    /// Tokens, and the words that their [`Atom::letters`] number.
    pub(super) fn new(tokens: Vec<Atom>, words: Vec<Letters>) -> Atoms {
        Atoms { tokens, words }
    }

    /// Token `i` with its word.
    #[inline(always)]
    pub fn seen(&self, i: usize) -> Seen<'_> {
        let atom = &self.tokens[i];
        Seen { atom, letters: &self.words[atom.letters as usize] }
    }

    /// The lists that hold some tokens as a whole name.
    pub fn lists_of(&self, tokens: &Range<usize>) -> u32 {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        if tokens.len() == 1 { first.lists[3] } else { first.lists[0] & last.lists[2] }
    }
}

impl Deref for Atoms {
    type Target = [Atom];

    fn deref(&self) -> &[Atom] {
        &self.tokens
    }
}

/// A token with its word.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    atom: &'a Atom,
    /// Its word.
    pub letters: &'a Letters,
}

impl Seen<'static> {
    /// What stands beyond the ends of a sentence.
    pub(super) const NOTHING: Seen<'static> = Seen { atom: &NO_ATOM, letters: &NO_LETTERS };
}

impl Deref for Seen<'_> {
    type Target = Atom;

    #[inline(always)]
    fn deref(&self) -> &Atom {
        self.atom
    }
}

/// A word as written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Letters {
    /// Hash of the word, digits as 0.
    pub cased: u32,
    /// Hash of its pattern of capitals, small letters, digits and marks; runs of one kind as one, and as up to three.
    pub shapes: [u32; 2],
    /// Hashes of its first one to four letters.
    pub prefixes: [u32; 4],
    /// Hashes of its last one to four letters.
    pub suffixes: [u32; 4],
    /// Word classes from fine to coarse.
    pub classes: [u16; 3],
}

/// One token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Atom {
    /// Hash of the word in lower case, digits as 0.
    pub word: u32,
    /// The number of the word as written.
    pub letters: u32,
    /// Part of speech.
    pub pos: u8,
    /// Inflection.
    pub form: u8,
    /// Dependency relation.
    pub relation: u8,
    /// Begins with a capital letter.
    pub is_capitalized: bool,
    /// First of its sentence, or after an opening quotation mark.
    pub begins: bool,
    /// The sentence is written in capitals (2) or nearly all its words begin with one (1).
    pub titled: u8,
    /// Lists in which a phrase stands that begins here, goes on, ends here or is only this: one bit a list.
    pub lists: [u32; 4],
    /// How often the word is a given name, a family name, and how large a place: each 0 to 3; whether it is a part of one.
    pub profile: [u8; 4],
    /// White space stands before it.
    pub spaced: bool,
    /// Where else in the document the word stands with a capital letter: first and next such token, 0 for none, else 1 + token.
    pub elsewhere: [u32; 2],
    /// How the document writes the word elsewhere: 1 small, 2 with a capital inside a sentence, 3 both.
    pub written: u8,
    /// The first and last token of the capitalized words in a row to which it belongs; both 0 outside of one.
    pub run: [u32; 2],
    /// The token that governs that row of words, 0 for none, else 1 + token, and by which relation.
    pub governor: u32,
    /// The relation to it.
    pub governed: u8,
    /// The last token of what the letters of an acronym stand for, 0 for none, else 1 + token.
    pub expansion: u32,
    /// May be a part of a name: what is far from all capital letters is not looked at.
    pub may_be_named: bool,
}

impl Atom {
    /// The lists in which any phrase stands that holds this token: one bit a list.
    pub fn in_lists(&self) -> u32 {
        self.lists.iter().fold(0, |all, lists| all | lists)
    }
}

static NO_LETTERS: Letters =
    Letters { cased: 1, shapes: [1; 2], prefixes: [1; 4], suffixes: [1; 4], classes: [0xFFFF; 3] };

static NO_ATOM: Atom = Atom {
    word: 1,
    letters: 0,
    pos: 0xFF,
    form: 0xFF,
    relation: 0xFF,
    is_capitalized: false,
    begins: false,
    titled: 0,
    lists: [0; 4],
    profile: [0; 4],
    spaced: false,
    elsewhere: [0; 2],
    written: 0,
    run: [0; 2],
    governor: 0,
    governed: 0,
    expansion: 0,
    may_be_named: false,
};

/// FNV-1a.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Two numbers to one.
#[inline(always)]
pub fn mix(a: u32, b: u32) -> u32 {
    let h = (a ^ b.rotate_left(15)).wrapping_mul(0x85EB_CA6B) ^ b.wrapping_mul(0xC2B2_AE35);
    (h ^ h >> 15).wrapping_mul(0x2C1B_3C6D)
}

/// The numbers of the bits that are set.
pub(super) fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}
