//! What is known of a word before its sentence is read: hashes of its letters, its shape, its class and the tags it can have.

use crate::model::Container;

/// No word: past either end of a sentence.
pub const NONE: Lex = Lex {
    word: 1,
    suffixes: [1; 4],
    prefixes: [1; 2],
    shape: 1,
    classes: [0; 3],
    possible: 0,
    row: 0,
    spacing: 0,
    is_capitalized: false,
};

/// One token as the learned stages see it.
#[derive(Clone, Copy, Debug)]
pub struct Lex {
    /// Hash of the word in lower case, digits as 0, quotation marks and dashes made alike.
    pub word: u32,
    /// Hashes of its last one to four letters.
    pub suffixes: [u32; 4],
    /// Hashes of its first one and three letters.
    pub prefixes: [u32; 2],
    /// Hash of its pattern of capitals, digits and marks.
    pub shape: u32,
    /// Its word classes from fine to coarse; 0 if it has none.
    pub classes: [u16; 3],
    /// The number of its set of possible tags; 0 if it was not in the treebanks.
    pub possible: u8,
    /// Its own row in the net; 0 if it was not often in the treebanks.
    pub row: u16,
    /// 1: white space before it, 2: white space after it.
    pub spacing: u8,
    /// Begins with a capital letter.
    pub is_capitalized: bool,
}

/// The packed vocabulary: from a word to its class and its set of possible tags, by the hash of the word alone.
///
/// Words lie in `BUCKETS` buckets by the high bits of a mixed hash, in each as one byte of further bits; a word that
/// is not in the vocabulary is taken for one that is about once in a hundred times.
#[derive(Clone, Copy)]
pub struct Vocabulary<'m> {
    starts: &'m [u8],
    rows: &'m [u8],
    counts: &'m [u8],
    prints: &'m [u8],
    classes: [&'m [u8]; 2],
    possible: &'m [u8],
    coarser: &'m [u8],
}

/// Bits that choose a word's bucket.
pub const BUCKET_BITS: u32 = 14;
/// Marks, in the high byte of its class, a word with its own row in the net.
pub const HAS_ROW: u8 = 0x80;
/// Buckets that share one start.
pub const BUCKETS_PER_START: usize = 16;

/// The bucket and the print of a word, from its hash.
pub fn place(word: u32) -> (usize, u8) {
    let mixed = (word ^ word >> 15).wrapping_mul(0x2C1B_3C6D);
    ((mixed >> (32 - BUCKET_BITS)) as usize, (mixed >> (24 - BUCKET_BITS)) as u8)
}

impl<'m> Vocabulary<'m> {
    /// The vocabulary of a model file.
    pub fn new(container: Container<'m>) -> Vocabulary<'m> {
        Vocabulary {
            starts: container.section("words.starts"),
            rows: container.section("words.rows"),
            counts: container.section("words.counts"),
            prints: container.section("words.prints"),
            classes: [container.section("words.class.low"), container.section("words.class.high")],
            possible: container.section("words.possible"),
            coarser: container.section("classes.coarser"),
        }
    }

    /// The classes of a word, the number of its set of possible tags, and its row.
    fn find(&self, word: u32) -> ([u16; 3], u8, u16) {
        let (bucket, print) = place(word);
        if self.counts.len() <= bucket {
            return ([0; 3], 0, 0);
        }
        let group = bucket / BUCKETS_PER_START;
        let start = |starts: &[u8]| u16::from_le_bytes([starts[group * 2], starts[group * 2 + 1]]);
        let first = start(self.starts) as usize;
        let before: usize = self.counts[group * BUCKETS_PER_START..bucket].iter().map(|&n| n as usize).sum();
        let at = first + before;
        let found = self.prints[at..][..self.counts[bucket] as usize].iter().position(|&p| p == print);
        let Some(n) = found else { return ([0; 3], 0, 0) };
        let at = at + n;
        let high = self.classes[1][at];
        let fine = u16::from(self.classes[0][at]) | u16::from(high & !HAS_ROW) << 8;
        let row = if high & HAS_ROW == 0 {
            0
        } else {
            let rows_before = self.classes[1][first..at].iter().filter(|&&high| high & HAS_ROW != 0).count();
            start(self.rows) + rows_before as u16 + 1
        };
        let coarser = |grain: usize| u16::from(self.coarser[fine as usize * 2 + grain]);
        ([fine, coarser(0), coarser(1)], self.possible[at], row)
    }

    /// A token as the learned stages see it; `lower` is the word in lower case.
    pub fn lex(&self, word: &str, lower: &str, spaced_before: bool, spaced_after: bool) -> Lex {
        let hashed = hash_word(lower);
        let (classes, possible, row) = self.find(hashed);
        Lex {
            word: hashed,
            suffixes: suffixes(lower),
            prefixes: prefixes(lower),
            shape: shape(word),
            classes,
            possible,
            row,
            spacing: u8::from(spaced_before) | u8::from(spaced_after) << 1,
            is_capitalized: word.chars().next().is_some_and(char::is_uppercase),
        }
    }
}

/// FNV-1a step.
fn step(h: u32, byte: u8) -> u32 {
    (h ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

const BASIS: u32 = 0x811c_9dc5;

/// The hash of a word in lower case: digits count as 0, and marks that mean the same count as one.
pub fn hash_word(lower: &str) -> u32 {
    if lower.is_ascii() {
        return match lower {
            "``" | "''" => step(BASIS, b'"'),
            "---" => b"--".iter().fold(BASIS, |h, &b| step(h, b)),
            _ => lower.bytes().fold(BASIS, |h, b| step(h, if b.is_ascii_digit() { b'0' } else { b })),
        };
    }
    lower.chars().fold(BASIS, |h, c| match c {
        '\u{201C}' | '\u{201D}' | '«' | '»' | '\u{201E}' => step(h, b'"'),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => step(h, b'\''),
        '\u{2013}' | '\u{2014}' | '\u{2015}' => step(step(h, b'-'), b'-'),
        '\u{2010}' | '\u{2011}' => step(h, b'-'),
        '…' => step(step(step(h, b'.'), b'.'), b'.'),
        _ => {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().fold(h, step)
        }
    })
}

fn suffixes(lower: &str) -> [u32; 4] {
    let mut hashes = [3; 4];
    let mut h = BASIS;
    for (n, c) in lower.chars().rev().take(4).enumerate() {
        h = (h ^ if c.is_ascii_digit() { u32::from('0') } else { u32::from(c) }).wrapping_mul(0x0100_0193);
        hashes[n] = h;
    }
    hashes
}

fn prefixes(lower: &str) -> [u32; 2] {
    let mut hashes = [3; 2];
    let mut h = BASIS;
    for (n, c) in lower.chars().take(3).enumerate() {
        h = (h ^ if c.is_ascii_digit() { u32::from('0') } else { u32::from(c) }).wrapping_mul(0x0100_0193);
        if n != 1 {
            hashes[n / 2] = h;
        }
    }
    hashes
}

/// Capitals, small letters, digits and marks, runs shortened to two.
fn shape(word: &str) -> u32 {
    let (mut h, mut last, mut run) = (BASIS, 0, 0);
    for c in word.chars() {
        let kind = match c {
            c if c.is_uppercase() => b'X',
            c if c.is_alphabetic() => b'x',
            c if c.is_numeric() => b'0',
            '-' | '\u{2010}' | '\u{2011}' => b'-',
            '.' | ',' | '\'' => c as u8,
            _ => b'?',
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 {
            h = step(h, kind);
        }
    }
    h
}
