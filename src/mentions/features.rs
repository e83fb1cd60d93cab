//! What the tagger looks at: hashes of words, shapes, classes, lists and of where else in the document a word stands.

use super::gazetteer::Gazetteer;
use crate::document::{Document, TokenKind};
use crate::tags::Syntax;
use std::collections::BTreeMap;
use std::ops::Range;

/// One token as the tagger sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Atom {
    /// Hash of the word in lower case, digits as 0.
    pub word: u32,
    /// Hash of the word as written.
    pub cased: u32,
    /// Hash of its pattern of capitals, small letters, digits and marks; runs of one kind as one, and as up to three.
    pub shapes: [u32; 2],
    /// Hashes of its first one to four letters.
    pub prefixes: [u32; 4],
    /// Hashes of its last one to four letters.
    pub suffixes: [u32; 4],
    /// Word classes from fine to coarse.
    pub classes: [u16; 3],
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
}

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

/// All tokens as the tagger sees them.
pub fn atoms(document: &Document, syntax: &Syntax, gazetteer: &Gazetteer) -> Vec<Atom> {
    let vocabulary = &crate::tags::Model::committed().vocabulary;
    let mut atoms: Vec<Atom> = (0..document.tokens.len()).map(|i| atom(document, i)).collect();
    for (i, atom) in atoms.iter_mut().enumerate() {
        let word = syntax.words[i];
        (atom.pos, atom.form, atom.relation) = (word.pos as u8 + 1, word.form as u8 + 1, word.relation as u8 + 1);
        atom.classes = vocabulary.lex(document.word(i), document.lower(i), false, false).classes;
        if atom.is_capitalized {
            atom.profile = gazetteer.profile(document.lower(i));
        }
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
    atoms
}

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

/// The numbers of the bits that are set.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}

fn atom(document: &Document, i: usize) -> Atom {
    let (word, lower) = (document.word(i), document.lower(i));
    let digits_as_0 = |b: u8| if b.is_ascii_digit() { b'0' } else { b };
    let mut atom = Atom {
        word: hash(lower.bytes().map(digits_as_0)),
        cased: hash(word.bytes().map(digits_as_0)),
        is_capitalized: document.is_capitalized(i),
        spaced: document.tokens[i].spaced,
        ..Atom::default()
    };
    let (mut h, mut n) = (0x811c_9dc5_u32, 0);
    for c in lower.chars().take(4) {
        h = (h ^ c as u32).wrapping_mul(0x0100_0193);
        atom.prefixes[n] = h;
        n += 1;
    }
    (h, n) = (0x811c_9dc5_u32, 0);
    for c in lower.chars().rev().take(4) {
        h = (h ^ c as u32).wrapping_mul(0x0100_0193);
        atom.suffixes[n] = h;
        n += 1;
    }
    atom.shapes = shapes(word);
    atom
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

static NOTHING: Atom = Atom {
    word: 1,
    cased: 1,
    shapes: [1; 2],
    prefixes: [1; 4],
    suffixes: [1; 4],
    classes: [0xFFFF; 3],
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
};

/// Calls `add` with the hash of each feature of token `at` of the sentence that begins at `first`.
pub fn extract(atoms: &[Atom], sentence: Range<usize>, at: usize, out: &mut Vec<u32>) {
    let get =
        |offset: isize| at.checked_add_signed(offset).filter(|i| sentence.contains(i)).map_or(&NOTHING, |i| &atoms[i]);
    let (w, b, b2, a, a2) = (get(0), get(-1), get(-2), get(1), get(2));
    out.clear();
    let mut template = 0u32;
    let mut add = |value: u32| {
        template += 1;
        out.push(mix(value, template.wrapping_mul(0x9E37_79B1)));
    };
    add(7);
    // Words.
    add(w.word);
    add(w.cased);
    add(b.word);
    add(a.word);
    add(b2.word);
    add(a2.word);
    add(mix(b.word, w.word));
    add(mix(w.word, a.word));
    add(mix(b.word, a.word));
    add(mix(b2.word, b.word));
    add(mix(a.word, a2.word));
    // Letters.
    for n in 0..4 {
        add(w.prefixes[n]);
        add(w.suffixes[n]);
    }
    add(mix(b.suffixes[2], w.shapes[0]));
    add(mix(a.suffixes[2], w.shapes[0]));
    add(mix(w.suffixes[2], w.shapes[0]));
    // Shapes.
    let edge = u32::from(w.begins) | u32::from(w.titled) << 1;
    add(mix(w.shapes[0], edge));
    add(mix(w.shapes[1], edge));
    add(b.shapes[0]);
    add(a.shapes[0]);
    add(mix(b.shapes[0], w.shapes[0]));
    add(mix(w.shapes[0], a.shapes[0]));
    add(mix(mix(b.shapes[0], w.shapes[0]), a.shapes[0]));
    add(mix(mix(w.shapes[0], a.shapes[0]), a2.shapes[0]));
    add(mix(mix(w.shapes[0], b.shapes[0]), b2.shapes[0]));
    add(mix(w.shapes[0], b.word));
    add(mix(w.shapes[0], a.word));
    add(mix(w.shapes[0], mix(b2.word, 3)));
    add(mix(w.shapes[0], mix(a2.word, 5)));
    // Classes.
    let class = |atom: &Atom, grain: usize| u32::from(atom.classes[grain]);
    for (n, atom) in [w, b, a, b2, a2].into_iter().enumerate() {
        add(mix(class(atom, 0), n as u32));
        add(mix(class(atom, 1), n as u32));
        add(mix(mix(class(atom, 1), 9), w.shapes[0]));
    }
    add(mix(class(b, 1), class(w, 1)));
    add(mix(class(w, 1), class(a, 1)));
    add(mix(class(b, 1), class(a, 1)));
    add(mix(class(b, 2), mix(class(w, 2), class(a, 2))));
    add(mix(mix(class(b, 2), class(b2, 2)), w.shapes[0]));
    add(mix(mix(class(a, 2), class(a2, 2)), w.shapes[0]));
    add(mix(class(w, 2), edge));
    // Parts of speech.
    let pos = |atom: &Atom| u32::from(atom.pos) | u32::from(atom.form) << 8;
    add(pos(w));
    add(mix(pos(b), pos(w)));
    add(mix(pos(w), pos(a)));
    add(mix(mix(pos(b), pos(w)), pos(a)));
    add(mix(u32::from(w.relation), w.shapes[0]));
    add(mix(mix(pos(a), pos(a2)), w.shapes[0]));
    add(mix(mix(pos(b), pos(b2)), w.shapes[0]));
    // Lists.
    for part in 0..4u32 {
        for (n, atom) in [w, b, a].into_iter().enumerate() {
            for list in bits(atom.lists[part as usize]) {
                let value = (list as u32 * 4 + part) * 4 + n as u32;
                out.push(mix(value, 0x5bd1_e995));
                if n == 0 {
                    out.push(mix(mix(value, w.shapes[0]), 0x1234_5671));
                }
            }
        }
    }
    let set = |atom: &Atom| mix(mix(atom.lists[0], atom.lists[1]), mix(atom.lists[2], atom.lists[3]));
    let mut template = 200u32;
    let mut add = |value: u32| {
        template += 1;
        out.push(mix(value, template.wrapping_mul(0x9E37_79B1)));
    };
    add(set(w));
    add(mix(set(b), set(w)));
    add(mix(set(w), set(a)));
    add(mix(set(w), edge));
    add(mix(set(w), w.suffixes[2]));
    // The document.
    add(mix(u32::from(w.written), edge));
    let profile = |a: &Atom| {
        if !a.is_capitalized {
            return 0;
        }
        a.profile.iter().fold(1, |h, &level| h * 4 + u32::from(level))
    };
    add(profile(w));
    add(profile(b));
    add(profile(a));
    add(mix(profile(b), profile(w)));
    add(mix(profile(w), profile(a)));
    add(mix(mix(profile(b), profile(w)), profile(a)));
    add(mix(profile(w), edge));
    add(mix(profile(w), b.word));
    add(mix(profile(w), a.word));
    add(mix(profile(w), w.suffixes[2]));
    for n in 0..4 {
        add(mix(u32::from(w.profile[n]), w.shapes[0]));
        add(mix(mix(u32::from(w.profile[n]), w.shapes[0]), class(b, 2)));
        add(mix(mix(u32::from(w.profile[n]), w.shapes[0]), class(a, 2)));
    }
    // The row of capitalized words.
    if w.is_capitalized || w.run[1] > 0 {
        let (first, last) = (w.run[0] as usize, w.run[1] as usize);
        let (f, l) = (&atoms[first], &atoms[last]);
        let place = u32::from(at == first) | u32::from(at == last) << 1;
        let beyond = |i: Option<usize>| i.filter(|i| sentence.contains(i)).map_or(&NOTHING, |i| &atoms[i]);
        let (before, after) = (beyond(first.checked_sub(1)), beyond(last.checked_add(1)));
        let length = (last + 1 - first).min(6) as u32;
        add(mix(l.word, place));
        add(mix(f.word, place));
        add(mix(mix(class(l, 1), length), place));
        add(mix(set(l), place));
        add(mix(set(f), place));
        add(mix(length, place | edge << 2));
        add(mix(mix(profile(f), profile(l)), length << 2 | place));
        add(mix(before.word, place));
        add(mix(after.word, place));
        add(mix(class(before, 1), place));
        add(mix(class(after, 1), place));
        add(mix(mix(class(before, 2), class(after, 2)), length));
        add(mix(mix(class(l, 2), class(after, 1)), place));
        add(mix(mix(class(l, 2), class(before, 1)), place));
        let governor = w.governor.checked_sub(1).map_or(&NOTHING, |g| &atoms[g as usize]);
        let relation = u32::from(w.governed);
        add(mix(mix(governor.word, relation), 1));
        add(mix(mix(class(governor, 1), relation), place));
        add(mix(mix(class(governor, 1), relation), before.word));
        if let Some(e) = w.expansion.checked_sub(1) {
            let e = &atoms[e as usize];
            add(e.word);
            add(class(e, 1));
            add(set(e));
        }
    }
    template = 300;
    let base = template;
    for &other in &w.elsewhere {
        let Some(j) = (other as usize).checked_sub(1) else { continue };
        let near = |offset: isize| j.checked_add_signed(offset).and_then(|i| atoms.get(i)).unwrap_or(&NOTHING);
        let (b, b2, a) = (near(-1), near(-2), near(1));
        let values = [
            b.word,
            a.word,
            mix(class(b, 1), w.shapes[0]),
            mix(class(a, 1), w.shapes[0]),
            set(b),
            set(a),
            mix(b.shapes[0], a.shapes[0]),
            mix(b2.word, b.shapes[0]),
        ];
        for (n, value) in values.into_iter().enumerate() {
            out.push(mix(value, (base + 1 + n as u32).wrapping_mul(0x9E37_79B1)));
        }
    }
}
