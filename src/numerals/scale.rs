//! What words, letters and fraction bars after digits make of them: "4.5m", "1.2 billion", "1/4", "½".

use super::decimal::Decimal;
use super::number::{Number, Shape, extended, follows_sign, is_plural};
use super::words;
use crate::document::{Document, TokenKind};
use crate::model::{is_word, lists};
use std::ops::Range;

/// With the words and letters of magnitude that follow: "4.5m", "1.2 billion", "4 hundred million", "US$ 5 m".
pub(super) fn magnified<'t>(document: &Document<'t>, mut number: Number<'t>, mantissa: Decimal) -> Option<Number<'t>> {
    let mut power = 0;
    if !number.tail.is_empty()
        && let Some(letters) = magnitude_letters(document, &number)
    {
        power = letters;
        number.span.end += number.tail.len() as u32;
        number.tail = "";
    }
    if power == 0
        && number.is_digits
        && number.tail.is_empty()
        && let Some(letter) = lone_letter(document, number.tokens.end)
    {
        power = letter;
        number = extended(document, &number, number.tokens.end + 1);
    }
    let mut value = mantissa;
    while number.tail.is_empty() {
        let end = number.tokens.end;
        let hyphen = usize::from(words::is_hyphen(document, end) && power == 0);
        // "$1.1. million": a slip of the finger, not the end of a sentence.
        let stop = usize::from(
            hyphen == 0
                && power == 0
                && number.is_digits
                && document.lower_at(end as isize) == "."
                && !document.tokens[end].spaced
                && document.lower_at(end as isize + 1).ends_with("illion")
                && number.mantissa.fract() != 0.,
        );
        let hyphen = hyphen + stop;
        let Some((exponent, dozen)) = words::magnitude(document, end + hyphen) else { break };
        // "1.5 lakh crore", "4 hundred million", "2 thousand crore"; not "5 million billion".
        let stacks = power <= 3 || power == 5 && exponent == 7;
        if exponent == 0 && dozen == 1 || !stacks || hyphen == 1 && stop == 0 && document.tokens[end + 1].spaced {
            break;
        }
        power += exponent;
        value = value.times(Decimal::whole(dozen))?;
        number = extended(document, &number, end + hyphen + 1);
    }
    let whole = value.shifted(power);
    number.is_plain &= power == 0;
    (number.value, number.step, number.decimal) = (whole.value(), whole.step(), whole);
    (number.mantissa, number.magnitude) = (value.value(), power);
    Some(number)
}

/// The power of ten of the letters after the digits; "m" and "b" only where money or what can be counted follows.
fn magnitude_letters(document: &Document, number: &Number) -> Option<i32> {
    let is_money = !number.prefix.is_empty() || follows_sign(document, number.tokens.start);
    let counts = || {
        let next = number.tokens.end;
        document.tokens.get(next).is_some_and(|t| t.spaced && t.kind == TokenKind::Word)
            && (is_plural(document.lower(next)) || currency_follows(document, next))
    };
    match number.tail {
        "bn" | "Bn" | "BN" | "bln" => Some(9),
        "mn" | "Mn" | "mln" | "MM" | "mm" if number.tail != "mm" || is_money => Some(6),
        "tn" | "trn" => Some(12),
        // "a 4K television", "a 10K run".
        "k" | "K" if is_money || number.mantissa != 4. && !is_race(document, number) => Some(3),
        "m" if is_money
            || counts()
            || is_share(document, number.tokens.end)
            || number.mantissa.fract() != 0. && follows_audience(document, number.tokens.start) =>
        {
            Some(6)
        }
        "M" => Some(6),
        "mil" | "Mil" => Some(6),
        "million" | "Million" => Some(6),
        "billion" | "Billion" => Some(9),
        "trillion" | "Trillion" => Some(12),
        "bil" | "Bil" if is_money => Some(9),
        "cr" | "Cr" if is_money => Some(7),
        "b" | "B" if is_money || counts() || number.mantissa.fract() != 0. => Some(9),
        "t" | "T" if is_money => Some(12),
        _ => None,
    }
}

/// "48m of its kettles".
fn is_share(document: &Document, at: usize) -> bool {
    document.lower_at(at as isize) == "of"
        && matches!(
            document.lower_at(at as isize + 1),
            "its" | "their" | "the" | "these" | "our" | "his" | "her" | "those"
        )
        && (2..4).any(|i| is_plural(document.lower_at((at + i) as isize)))
}

/// "Ticket sales hit 6.3m": what is counted by the million stands before.
fn follows_audience(document: &Document, at: usize) -> bool {
    (1..=4).any(|back| is_word(document.lower_at(at as isize - back), "audience"))
}

/// "7 B coins": a capital letter that stands alone before what is counted.
fn lone_letter(document: &Document, at: usize) -> Option<i32> {
    let counts = document.tokens.get(at + 1).is_some_and(|t| t.spaced && is_plural(document.lower(at + 1)));
    match document.tokens.get(at).map(|_| document.word(at)) {
        Some("B") if counts => Some(9),
        Some("M") if counts => Some(6),
        _ => None,
    }
}

fn is_race(document: &Document, number: &Number) -> bool {
    matches!(
        document.lower_at(number.tokens.end as isize),
        "run" | "runs" | "race" | "races" | "runner" | "runners" | "walk"
    )
}

fn currency_follows(document: &Document, at: usize) -> bool {
    lists().currencies.longest(document, at).is_some_and(|(_, row)| row.contains("\tword") || row.contains("\tboth"))
}

/// "1/4", where the lower number is one that things are cut into.
pub(super) fn fraction<'t>(
    document: &Document<'t>,
    tokens: Range<usize>,
    over: &str,
    under: &str,
    tail: &'t str,
) -> Option<Number<'t>> {
    let (over, under): (u32, u32) = (over.parse().ok()?, under.parse().ok()?);
    (0 < over && over < under && matches!(under, 2..=6 | 8 | 10 | 12 | 16 | 20 | 32 | 40 | 50 | 64 | 100 | 128))
        .then_some(())?;
    let (over, under) = (f64::from(over), f64::from(under));
    let mut number = Number::in_words(document, tokens, Shape::Fraction, Decimal::whole(1));
    number.span.end -= tail.len() as u32;
    (number.value, number.mantissa, number.step) = (over / under, over / under, 1. / under);
    (number.is_digits, number.tail) = (true, tail);
    Some(number)
}

/// "½" at token `at`; the number begins at token `first`.
pub(super) fn fraction_sign<'t>(document: &Document<'t>, first: usize, at: usize) -> Option<Number<'t>> {
    let (over, under) = lists().number_words.get(document.word(at))?.strip_prefix("fraction\t")?.split_once('/')?;
    fraction(document, first..at + 1, over, under, "")
}
