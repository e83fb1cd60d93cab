//! What a word says about a number: "seven" is a unit, "million" a magnitude, "thirds" are parts.

use crate::document::{Document, TokenKind};
use crate::model::{is_word, lists};

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
    "mps",
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

/// The ten years of a life that the word at token `at` names: 4 for "forties" and "40s" in "his early forties", "her 30s and 40s".
pub fn decade_of_life(document: &Document, at: usize) -> Option<u8> {
    let decade = named_decade(document, at)?;
    let skip_part = |i: isize| i - isize::from(is_word(document.lower_at(i), "part-of-decade"));
    let is_whose = |i: isize| matches!(document.lower_at(i), "his" | "her" | "their" | "my" | "our" | "your");
    let before = skip_part(at as isize - 1);
    let joins = matches!(document.lower_at(before), "and" | "or" | "to");
    let first = usize::try_from(before - 1).ok().filter(|&first| joins && named_decade(document, first).is_some());
    let is_second = first.is_some_and(|first| is_whose(skip_part(first as isize - 1)));
    (is_whose(before) || is_second).then_some(decade)
}

/// "twenties", "20s", "'20s": 2.
fn named_decade(document: &Document, at: usize) -> Option<u8> {
    document.tokens.get(at)?;
    let word = document.lower(at);
    if let Some(row) = lists().time_words.get(word) {
        return row.strip_prefix("decade\t")?.parse().ok();
    }
    let tens = word.strip_suffix("0s")?.parse().ok()?;
    (2..=9).contains(&tens).then_some(tens)
}
