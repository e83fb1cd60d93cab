//! A number in the text: its tokens, its decimal value and how it is said.

use super::decimal::Decimal;
use super::words;
use crate::document::{Document, Span};
use crate::model::lists;
use std::ops::Range;

/// How a number is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// "1,200", "twelve", "half a million".
    Cardinal,
    /// "13th", "first".
    Ordinal,
    /// "two-thirds", "1/4", "half".
    Fraction,
    /// "hundreds", "tens of thousands": at least `value`, which is twice the unit.
    Vague,
}

/// A number in the text.
#[derive(Clone, Debug)]
pub struct Number<'t> {
    /// The tokens that it touches.
    pub tokens: Range<usize>,
    /// Its bytes, without the letters that stick to it.
    pub span: Span,
    /// How it is said.
    pub shape: Shape,
    /// Its value.
    pub value: f64,
    /// The same in decimal; what a share comes to is no decimal.
    pub decimal: Decimal,
    /// One unit in the last place that it shows: 100 for 4,500.
    pub step: f64,
    /// The value before words and letters of magnitude: 1.2 in "1.2 billion".
    pub mantissa: f64,
    /// The power of ten that those stand for: 9 in "1.2 billion".
    pub magnitude: i32,
    /// Letters before its digits in the same word: "RM" of "RM23.50".
    pub prefix: &'t str,
    /// Letters after its digits in the same word, other than of magnitude: "km" of "80km".
    pub tail: &'t str,
    /// Written in digits.
    pub is_digits: bool,
    /// Bare digits, which a name, a year or a house may have.
    pub is_plain: bool,
}

impl<'t> Number<'t> {
    /// A number said in words.
    pub(super) fn in_words(document: &Document<'t>, tokens: Range<usize>, shape: Shape, value: Decimal) -> Number<'t> {
        Number {
            span: document.span(tokens.start, tokens.end - 1),
            tokens,
            shape,
            value: value.value(),
            decimal: value,
            step: value.step(),
            mantissa: value.value(),
            magnitude: 0,
            prefix: "",
            tail: "",
            is_digits: false,
            is_plain: false,
        }
    }
}

/// The same number, up to token `end`.
pub(super) fn extended<'t>(document: &Document<'t>, number: &Number<'t>, end: usize) -> Number<'t> {
    let mut number = number.clone();
    number.tokens.end = end;
    number.span.end = document.tokens[end - 1].span.end;
    number.is_plain = false;
    number
}

/// A currency sign stands right before, perhaps with a minus between.
pub fn follows_sign(document: &Document, at: usize) -> bool {
    (1..=2).any(|back| at >= back && is_sign(document, at - back) && (back == 1 || document.word(at - 1) == "-"))
}

/// "$", "US$", "£", "Rs", "USD": stands before the number.
pub fn is_sign(document: &Document, at: usize) -> bool {
    lists().currencies.get(document.lower(at)).is_some_and(|row| {
        row.contains("\tsign")
            || row.contains("\tboth") && document.word(at).bytes().all(|b| b.is_ascii_uppercase())
            || row.contains("\tbefore") && document.word(at).len() > 1 && document.is_capitalized(at)
    })
}

/// A noun in the plural, by its look.
pub fn is_plural(word: &str) -> bool {
    words::IRREGULAR_PLURALS.contains(&word)
        || word.len() > 4 && word.ends_with("men")
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
}
