//! Cardinals in words: "twenty-one", "two and a half million", "five point two".

use super::decimal::Decimal;
use super::mixed;
use super::number::{Number, Shape};
use super::whole::{Sum, whole};
use super::words::{Class, class, is_hyphen, magnitude};
use crate::document::Document;

/// The cardinal that begins at token `at`; an ordinal if it ends as one ("twenty-first").
pub fn read<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let (sum, end) = whole(document, at)?;
    let value = Decimal::whole(sum.value()?);
    if let Some(number) = ordinal(document, at, &sum, end) {
        return Some(number);
    }
    if let Some((more, end)) = point(document, end).filter(|_| sum.magnitude == 0) {
        return with_magnitude(document, at, end, value.plus(more)?);
    }
    if let Some((part, end)) = mixed::and_part(document, end).filter(|_| sum.total == 0) {
        return with_magnitude(document, at, end, value.plus(part)?);
    }
    let mut number = Number::in_words(document, at..end, Shape::Cardinal, value);
    if sum.current == 0 && sum.magnitude > 0 {
        (number.mantissa, number.magnitude) = (value.shifted(-sum.magnitude).value(), sum.magnitude);
    }
    Some(mixed::with_part(document, number))
}

/// "two and a half million", "two point two million": the magnitude after it, if there is one.
fn with_magnitude<'t>(document: &Document<'t>, at: usize, end: usize, value: Decimal) -> Option<Number<'t>> {
    let Some((power, 1)) = magnitude(document, end).filter(|m| m.0 >= 3) else {
        return Some(Number::in_words(document, at..end, Shape::Cardinal, value));
    };
    let mut number = Number::in_words(document, at..end + 1, Shape::Cardinal, value.shifted(power));
    (number.mantissa, number.magnitude) = (value.value(), power);
    Some(number)
}

/// "twenty-first", "one hundred and twenty-fifth".
fn ordinal<'t>(document: &Document<'t>, at: usize, sum: &Sum, end: usize) -> Option<Number<'t>> {
    let hyphen = usize::from(is_hyphen(document, end) || document.lower_at(end as isize) == "\u{2014}");
    (sum.current % 10 == 0 && sum.current % 100 >= 20).then_some(())?;
    let Some(Class::Ordinal(v @ 1..10)) = class(document, end + hyphen) else { return None };
    // "twenty first-class seats" counts seats.
    (hyphen == 1 || document.lower_at(end as isize) != "second" && !is_hyphen(document, end + 1)).then_some(())?;
    Some(Number::in_words(document, at..end + hyphen + 1, Shape::Ordinal, Decimal::whole(sum.value()?.checked_add(v)?)))
}

/// "point five", "point zero three", "point seventy-one" after a whole number.
fn point(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    (document.lower_at(at as isize) == "point").then_some(())?;
    let mut end = at + 1;
    let (mut digits, mut places) = (0i128, 0);
    while let Some(Class::Unit(v)) = class(document, end).filter(|_| places < 12) {
        (digits, places, end) = (digits * 10 + v, places + 1, end + 1);
    }
    if places == 0 {
        let (sum, after) = whole(document, end)?;
        (digits, places, end) = (sum.value().filter(|v| (10..100).contains(v))?, 2, after);
    }
    Some((Decimal::whole(digits).shifted(-places), end))
}
