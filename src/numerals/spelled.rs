//! Numbers in words: "half a million", "two-thirds", "tens of thousands", "twenty-first".

use super::decimal::Decimal;
use super::number::{Number, Shape};
use super::words::{Class, class, is_hyphen, magnitude};
use super::{cardinal, whole};
use crate::document::{Document, TokenKind};
use crate::model::is_word;

/// The number in words that begins at token `at`.
pub fn read<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let lower = document.lower(at);
    let is_article = matches!(lower, "a" | "an");
    let class_here = class(document, at);
    if class_here.is_none() && !is_article && !matches!(lower, "several" | "few") {
        return None;
    }
    part_of_point(document, at)
        .or_else(|| half(document, at))
        .or_else(|| part_of_magnitude(document, at))
        .or_else(|| vague(document, at))
        .or_else(|| part(document, at))
        .or_else(|| cardinal::read(document, at))
        .or_else(|| ordinal(document, at))
        .map(|n| below_zero(document, n))
}

/// The "half" of "a half-point rate hike", the "quarter" of "a quarter-percentage-point cut".
fn part_of_point<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let Some(Class::Part(under)) = class(document, at) else { return None };
    let is_led = is_hyphen(document, at + 1) && matches!(document.lower_at(at as isize + 2), "point" | "percentage");
    is_led.then(|| share(document, at..at + 1, 1, under))
}

/// "half a million", "half a dozen", "half of", "by half", "almost half".
fn half<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let word = |i: isize| document.lower_at(at as isize + i);
    let article = usize::from(matches!(word(0), "a" | "one"));
    let hyphen = usize::from(article == 1 && is_hyphen(document, at + 1));
    let here = at + article + hyphen;
    (document.lower_at(here as isize) == "half").then_some(())?;
    let after = |i: usize| document.lower_at((here + i) as isize);
    // "Half million eggs", "a half million".
    if let Some((power @ 5.., 1)) = magnitude(document, here + 1)
        && hyphen == 0
    {
        let value = Decimal::whole(5).shifted(power - 1);
        let mut number = Number::in_words(document, at..here + 2, Shape::Cardinal, value);
        (number.mantissa, number.magnitude) = (0.5, power);
        return Some(number);
    }
    if matches!(after(1), "a" | "an")
        && let Some((power, factor)) = magnitude(document, here + 2)
    {
        let value = Decimal::whole(5 * factor).shifted(power - 1);
        let mut number = Number::in_words(document, at..here + 3, Shape::Cardinal, value);
        (number.mantissa, number.magnitude) = (0.5, power);
        return Some(number);
    }
    let is_share = matches!(after(1), "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "as" | "to")
        || matches!(
            word(-1),
            "by" | "almost"
                | "nearly"
                | "about"
                | "over"
                | "than"
                | "only"
                | "just"
                | "roughly"
                | "around"
                | "in"
                | "below"
        );
    let is_part = matches!(word(-1), "the" | "second" | "first" | "latter" | "other" | "this" | "last" | "better")
        || is_hyphen(document, here + 1)
        || matches!(after(1), "an" | "time" | "hour" | "year" | "past" | "century");
    (is_share || article == 1 && hyphen == 1).then_some(())?;
    (!is_part).then(|| share(document, at..here + 1, 1, 2))
}

fn share<'t>(document: &Document<'t>, tokens: std::ops::Range<usize>, over: i128, under: i128) -> Number<'t> {
    let mut number = Number::in_words(document, tokens, Shape::Fraction, Decimal::whole(1));
    let value = over as f64 / under as f64;
    (number.value, number.mantissa, number.step) = (value, value, value / 5.);
    number
}

/// "a quarter million", "quarter million", "three quarters billion".
fn part_of_magnitude<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let over = match class(document, at) {
        Some(Class::Unit(v @ (1 | 3))) => v,
        Some(Class::Part(4)) => 1,
        None if matches!(document.lower(at), "a") => 1,
        _ => return None,
    };
    let here = at + usize::from(class(document, at) != Some(Class::Part(4)));
    let here = here + usize::from(is_hyphen(document, here));
    (class(document, here) == Some(Class::Part(4))).then_some(())?;
    let (power, _) = magnitude(document, here + 1).filter(|&(power, one)| power >= 6 && one == 1)?;
    let value = Decimal::share(over, 4);
    let mut number = Number::in_words(document, at..here + 2, Shape::Cardinal, value.shifted(power));
    (number.mantissa, number.magnitude) = (value.value(), power);
    Some(number)
}

/// "two-thirds", "three quarters of", "a third of", "one fifth", "a quarter of a million".
fn part<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let (over, end) = match class(document, at) {
        Some(Class::Unit(1..) | Class::Teen(_) | Class::Tens(_)) => whole::whole_value(document, at)?,
        None if matches!(document.lower(at), "a" | "an") => (1, at + 1),
        _ => return None,
    };
    let here = end + usize::from(is_hyphen(document, end));
    let after = |i: usize| document.lower_at((here + i) as isize);
    let before = document.lower_at(at as isize - 1);
    let by = is_word(before, "before-part");
    let ends = after(1) == "of" || by && !is_hyphen(document, here + 1);
    let under = match class(document, here)? {
        Class::Parts(v) => v,
        // "looking forward to a third round".
        Class::Ordinal(v @ 3..)
            if over == 1 && (ends && (after(1) == "of" || !is_plain_noun(document, here + 1)) || here > at + 1) =>
        {
            v
        }
        // "one fifth" is never a rank, unless a noun follows: "one fifth grader".
        Class::Ordinal(v @ 3..)
            if over == 1
                && document.lower(at) == "one"
                && !is_hyphen(document, here + 1)
                && !is_plain_noun(document, here + 1) =>
        {
            v
        }
        Class::Part(2) if over > 1 => 2,
        Class::Part(4) if over == 3 && !matches!(before, "last" | "past" | "next" | "previous" | "for") => 4,
        Class::Part(4) if over == 1 && (after(1) == "of" || by && !is_plain_noun(document, here + 1)) => 4,
        _ => return None,
    };
    // "a quarter of a million" is a number, "a quarter of a pizza" a share.
    if after(1) == "of"
        && after(2) == "a"
        && let Some((power @ 6.., _)) = magnitude(document, here + 3)
    {
        let value = Decimal::whole(over * 100).shifted(power);
        let mut number = Number::in_words(document, at..here + 4, Shape::Cardinal, value);
        number.value = value.value() / 100. / under as f64;
        number.step = number.value / 25.;
        return Some(number);
    }
    let mut number = share(document, at..here + 1, over, under);
    number.step = 0.1 / under as f64;
    Some(number)
}

fn is_plain_noun(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word) && !is_word(document.lower(at), "after-part")
}

/// "hundreds", "tens of thousands", "several hundred", "a few thousand".
fn vague<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let lower = document.lower(at);
    let article = usize::from(lower == "a");
    if matches!(document.lower_at((at + article) as isize), "several" | "few") {
        let (power @ 2.., 1) = magnitude(document, at + article + 1)? else { return None };
        let low = Decimal::whole(2).shifted(power);
        return Some(Number::in_words(document, at..at + article + 2, Shape::Vague, low));
    }
    let Class::Vague(least) = class(document, at)? else { return None };
    let of = document.lower_at(at as isize + 1) == "of";
    (of || !matches!(lower, "tens" | "scores")).then_some(())?;
    let (mut end, mut low) = (at + 1, Decimal::whole(2 * least));
    if let (true, Some((power @ 3.., 1))) = (of, magnitude(document, at + 2)) {
        (end, low) = (at + 3, low.shifted(power));
    }
    Some(Number::in_words(document, at..end, Shape::Vague, low))
}

/// "first", "twenty-first", "hundredth".
fn ordinal<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let (value, end) = match class(document, at)? {
        Class::Ordinal(v) => (v, at + 1),
        _ => return None,
    };
    Some(Number::in_words(document, at..end, Shape::Ordinal, Decimal::whole(value)))
}

fn below_zero<'t>(document: &Document<'t>, mut number: Number<'t>) -> Number<'t> {
    let start = number.tokens.start;
    if start > 0
        && matches!(document.lower(start - 1), "minus" | "negative")
        && matches!(number.shape, Shape::Cardinal | Shape::Fraction)
    {
        number.tokens.start -= 1;
        number.span.start = document.tokens[start - 1].span.start;
        (number.value, number.mantissa, number.decimal) = (-number.value, -number.mantissa, number.decimal.negated());
    }
    number
}
