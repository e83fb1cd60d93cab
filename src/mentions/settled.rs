//! What becomes of names that a test marks: "[p:Ada Quill]" a person, "[o:TASS]" or "[TASS]" an organization.

use super::agree::View;
use super::gazetteer::Gazetteer;
use super::tagger::Tagger;
use super::{Document, features};
use crate::marked;
use std::ops::Range;

/// The letters of the kinds, in the order of their numbers.
const KINDS: [&str; 6] = ["p", "o", "l", "f", "g", "x"];

type Names = Vec<(Range<usize>, usize)>;

/// Marks names as the tagger would find them, and compares what `settle` makes of them.
#[track_caller]
pub(super) fn check(settle: impl Fn(&View, Names) -> Names, marked: &str, expected: &[&str]) {
    let (text, marks) = marked::read(marked);
    let document = Document::read(&text);
    let syntax = crate::tags::tag(&document);
    let atoms = features::atoms(&document, &syntax, Gazetteer::committed());
    let view = View { document: &document, atoms: &atoms, tagger: Tagger::committed(), known: Default::default() };
    let kind = |letter: &str| KINDS.iter().position(|k| *k == letter).unwrap_or(1);
    let names = marks.iter().map(|&(span, letter)| (document.tokens_in(span), kind(letter))).collect();
    let settled: Vec<&str> =
        settle(&view, names).iter().map(|(t, _)| document.slice(document.span(t.start, t.end - 1))).collect();
    assert_eq!(settled, expected, "{text}");
}
