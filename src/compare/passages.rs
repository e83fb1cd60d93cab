//! The source as it is read once, and the words around a passage of it.

use super::speakers::Labels;
use super::words::{Word, Words};
use crate::document::Span as Bytes;
use crate::report::{Span, Units};
use std::ops::Range;

/// The source, read once.
pub struct Source<'s> {
    /// Its text.
    pub text: &'s str,
    /// Its words.
    pub words: &'s Words,
    /// Bytes to code units.
    pub units: Units<'s>,
    /// Who speaks where.
    pub labels: Labels,
}

/// From the first of some words to the last.
pub fn bytes_of(words: &[Word], range: &Range<usize>) -> Bytes {
    words[range.start].span.cover(words[range.end - 1].span)
}

/// Bytes that are looked through for the ends of a sentence.
const LONGEST_AROUND: usize = 300;

/// The sentences that hold the words, by their full stops and lines.
pub fn sentences_around(text: &str, bytes: Bytes) -> Bytes {
    let (start, end) = (bytes.start as usize, bytes.end as usize);
    let from = text[..start].char_indices().rev().take_while(|(i, _)| start - i <= LONGEST_AROUND);
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let mut first = start;
    let mut seen_space = false;
    for (i, c) in from {
        if c == '\n' || ends(c) && seen_space {
            break;
        }
        seen_space = c.is_whitespace();
        if !seen_space {
            first = i;
        }
    }
    let mut last = end;
    for (i, c) in text[end..].char_indices().take_while(|(i, _)| *i <= LONGEST_AROUND) {
        if c == '\n' {
            break;
        }
        last = end + i + c.len_utf8();
        if ends(c) && text[last..].starts_with(|c: char| c.is_whitespace() || matches!(c, '”' | '"')) {
            break;
        }
    }
    Bytes::new(first, last)
}

/// The same in code units.
pub fn around(source: &Source, bytes: Bytes) -> Span {
    source.units.span(sentences_around(source.text, bytes))
}
