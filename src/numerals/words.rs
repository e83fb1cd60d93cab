//! What a word says about a number: "seven" is a unit, "million" a magnitude, "thirds" are parts.

use crate::document::{Document, TokenKind};
use crate::model::lists;

/// Plurals that do not end in "s".
pub const IRREGULAR_PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "police",
    "feet",
    "fish",
    "sheep",
    "cattle",
    "troops",
    "personnel",
    "aircraft",
];

/// What a word says about a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Unit(i128),
    Teen(i128),
    Tens(i128),
    Hundred,
    Dozen,
    Magnitude(i32),
    Vague(i128),
    Ordinal(i128),
    /// "half", "quarter".
    Part(i128),
    /// "thirds", "fifths".
    Parts(i128),
}

pub(super) fn class(document: &Document, at: usize) -> Option<Class> {
    document.tokens.get(at).filter(|t| t.kind == TokenKind::Word)?;
    let (class, value) = lists().number_words.get(document.lower(at))?.split_once('\t')?;
    let value: i128 = value.parse().ok()?;
    Some(match class {
        "unit" => Class::Unit(value),
        "teen" => Class::Teen(value),
        "tens" => Class::Tens(value),
        "hundred" => Class::Hundred,
        "dozen" => Class::Dozen,
        "magnitude" | "abbreviation" => Class::Magnitude(value as i32),
        "plural" => Class::Vague(value),
        "ordinal" => Class::Ordinal(value),
        "part" => Class::Part(value),
        "parts" => Class::Parts(value),
        _ => return None,
    })
}

/// An unspaced hyphen at token `at`.
pub fn is_hyphen(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|t| !t.spaced) && matches!(document.word(at), "-" | "\u{2011}" | "\u{2010}")
}

/// The power of ten and the factor of the word of magnitude at token `at`: "million", "bn", "hundred", "dozen".
pub fn magnitude(document: &Document, at: usize) -> Option<(i32, i128)> {
    match class(document, at)? {
        Class::Magnitude(power) => Some((power, 1)),
        Class::Hundred => Some((2, 1)),
        Class::Dozen | Class::Vague(12) => Some((0, 12)),
        Class::Vague(value @ (1_000 | 1_000_000 | 1_000_000_000)) => Some((value.ilog10() as i32, 1)),
        _ => None,
    }
}

/// "and a half" from token `at` on.
pub fn and_a_half(document: &Document, at: usize) -> bool {
    ["and", "a", "half"].iter().enumerate().all(|(i, w)| document.lower_at((at + i) as isize) == *w)
}
