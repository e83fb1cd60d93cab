//! What the tagger looks at: hashes of words, shapes, classes, lists and of where else in the document a word stands.

use super::atom::Letters;
use super::atom::bits;
pub use super::atom::{Atom, Atoms, Seen, hash, mix};
use super::gazetteer::Gazetteer;
use crate::document::{Document, TokenKind};
use crate::tags::{Pos, Syntax};
use std::collections::BTreeMap;
use std::ops::Range;

/// All tokens as the tagger sees them.
pub fn atoms(document: &Document, syntax: &Syntax, gazetteer: &Gazetteer) -> Atoms {
    let (mut atoms, mut words) = (Vec::with_capacity(document.tokens.len()), Vec::new());
    let mut known = BTreeMap::new();
    for i in 0..document.tokens.len() {
        let letters = *known.entry(document.word(i)).or_insert_with(|| {
            words.push(letters(document.word(i), document.lower(i)));
            words.len() as u32 - 1
        });
        let word = syntax.words[i];
        let (pos, form, relation) = (word.pos as u8 + 1, word.form as u8 + 1, word.relation as u8 + 1);
        let is_capitalized = document.is_capitalized(i);
        atoms.push(Atom {
            word: hash(document.lower(i).bytes().map(digit_as_0)),
            letters,
            pos,
            form,
            relation,
            is_capitalized,
            profile: if is_capitalized { gazetteer.profile(document.lower(i)) } else { [0; 4] },
            spaced: document.tokens[i].spaced,
            ..Atom::default()
        });
    }
    for sentence in &document.sentences {
        let tokens = sentence.tokens.clone();
        let titled = titled(document, tokens.clone());
        let mut begins = true;
        for i in tokens.clone() {
            let atom = &mut atoms[i];
            atom.titled = titled;
            atom.begins = begins;
            begins = begins && document.tokens[i].kind != TokenKind::Word
                || matches!(document.word(i), "\"" | "“" | "‘" | ":" | "-" | "–" | "—");
        }
        mark_phrases(document, gazetteer, tokens, &mut atoms);
    }
    spread(document, &mut atoms);
    super::runs::mark(document, syntax, &mut atoms);
    mark_near_capitals(document, &mut atoms);
    Atoms::new(atoms, words)
}

/// What may be a part of a name: words with a capital letter or that the tagger of words takes for names, the word on each
/// side of them, and up to three words between two of them.
fn mark_near_capitals(document: &Document, atoms: &mut [Atom]) {
    for sentence in &document.sentences {
        let tokens = sentence.tokens.clone();
        let sure = |&i: &usize| atoms[i].pos == PROPN || document.word(i).contains(char::is_uppercase);
        let sure: Vec<usize> = tokens.clone().filter(sure).collect();
        for (n, &i) in sure.iter().enumerate() {
            let next = sure.get(n + 1).copied().filter(|next| next - i <= 4).unwrap_or(i + 1);
            let (first, last) = (i.saturating_sub(1).max(tokens.start), next.min(tokens.end - 1));
            atoms[first..=last].iter_mut().for_each(|atom| atom.may_be_named = true);
        }
    }
}

const PROPN: u8 = Pos::Propn as u8 + 1;

/// Marks the longest phrase of each list, from left to right.
fn mark_phrases(document: &Document, gazetteer: &Gazetteer, tokens: Range<usize>, atoms: &mut [Atom]) {
    let mut free = [0usize; 32];
    for i in tokens.clone() {
        let mut longest = [0usize; 32];
        let mut lists = 0;
        gazetteer.phrases(document, i, tokens.end, |end, found| {
            lists |= found;
            bits(found).for_each(|list| longest[list] = end);
        });
        for list in bits(lists) {
            let end = longest[list];
            if free[list] > i {
                continue;
            }
            free[list] = end;
            for (k, atom) in atoms.iter_mut().enumerate().take(end).skip(i) {
                let part = match (k == i, k + 1 == end) {
                    (true, true) => 3,
                    (true, false) => 0,
                    (false, true) => 2,
                    (false, false) => 1,
                };
                atom.lists[part] |= 1 << list;
            }
        }
    }
}

/// What the letters of a word say; `lower` is the word in lower case.
fn letters(word: &str, lower: &str) -> Letters {
    let vocabulary = &crate::tags::Model::committed().vocabulary;
    Letters {
        cased: hash(word.bytes().map(digit_as_0)),
        shapes: shapes(word),
        prefixes: beginnings(lower.chars()),
        suffixes: beginnings(lower.chars().rev()),
        classes: vocabulary.lex(word, lower, false, false).classes,
    }
}

fn digit_as_0(byte: u8) -> u8 {
    if byte.is_ascii_digit() { b'0' } else { byte }
}

/// Hashes of the first one to four letters, 0 where there are fewer.
fn beginnings(letters: impl Iterator<Item = char>) -> [u32; 4] {
    let (mut hashes, mut h) = ([0; 4], 0x811c_9dc5_u32);
    for (hash, c) in hashes.iter_mut().zip(letters) {
        h = (h ^ c as u32).wrapping_mul(0x0100_0193);
        *hash = h;
    }
    hashes
}

fn shapes(word: &str) -> [u32; 2] {
    let (mut short, mut long, mut last, mut run) = (0x811c_9dc5_u32, 0x811c_9dc5_u32, 0, 0);
    for c in word.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '0',
            c => c,
        } as u32;
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run == 1 {
            short = (short ^ kind).wrapping_mul(0x0100_0193);
        }
        if run <= 3 {
            long = (long ^ kind).wrapping_mul(0x0100_0193);
        }
    }
    [short, long]
}

/// 2: in capitals, 1: a headline in which nearly all words begin with one, 0: neither.
fn titled(document: &Document, tokens: Range<usize>) -> u8 {
    let (mut words, mut capitals, mut shouted, mut long) = (0, 0, 0, 0);
    for i in tokens.filter(|&i| document.tokens[i].kind == TokenKind::Word) {
        let word = document.word(i);
        words += 1;
        shouted += usize::from(!word.chars().any(char::is_lowercase));
        if word.len() > 3 {
            long += 1;
            capitals += usize::from(document.is_capitalized(i));
        }
    }
    if words >= 3 && shouted == words { 2 } else { u8::from(long >= 3 && capitals * 5 >= long * 4) }
}

/// Tells each capitalized word where else the document has it.
fn spread(document: &Document, atoms: &mut [Atom]) {
    let mut small = BTreeMap::new();
    let mut large: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (i, atom) in atoms.iter().enumerate() {
        if document.tokens[i].kind != TokenKind::Word {
            continue;
        }
        if !atom.is_capitalized {
            *small.entry(atom.word).or_insert(0) += 1;
        } else if !atom.begins && atom.titled == 0 {
            large.entry(atom.word).or_default().push(i as u32);
        }
    }
    for (i, atom) in atoms.iter_mut().enumerate().filter(|(_, a)| a.is_capitalized) {
        let at = i as u32;
        let mut others = large.get(&atom.word).into_iter().flatten().filter(|&&j| j != at);
        atom.elsewhere = [others.next().map_or(0, |j| j + 1), others.next().map_or(0, |j| j + 1)];
        atom.written = u8::from(small.contains_key(&atom.word)) | u8::from(atom.elsewhere[0] > 0) << 1;
    }
}
