//! What comes again and again: "daily", "every Sunday", "every other week", "twice a month", "on Mondays", "annual".

use super::moment::{Moment, UNKNOWN_DAY, Unit};
use super::reader::{Class, Reader};
use crate::document::TokenKind;
use crate::model::is_word;
use std::ops::Range;

/// A set of times.
pub fn find(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    match reader.class(at) {
        Class::Set(value) if !is_name(reader, at) && !is_newspaper(reader, at) => {
            Some((at..at + 1, Moment::Set(value.to_owned())))
        }
        // "Fridays for Future" is a movement.
        Class::Weekdays(_) if reader.lower(at + 1) == "for" && reader.document.is_capitalized(at + 2) => None,
        Class::Weekdays(day) => Some((at..at + 1, Moment::Set(format!("XXXX-WXX-{day}")))),
        Class::Unit(unit) => again_and_again(reader, at).then(|| (at..at + 3, Moment::Set(unit.duration(Some(1.))))),
        Class::Number if reader.word(at) == "24/7" => Some((at..at + 1, Moment::Set(Unit::Day.duration(Some(1.))))),
        Class::Lead | Class::Number => every(reader, at).or_else(|| so_often(reader, at)).or_else(|| per(reader, at)),
        _ => None,
    }
}

/// "year after year", "day by day".
fn again_and_again(reader: &Reader, at: usize) -> bool {
    matches!(reader.lower(at + 1), "after" | "by")
        && reader.lower(at) == reader.word(at + 2)
        && !matches!(reader.before(at, 1), "the" | "one" | "a")
}

/// "15 boats a year", "18 deaths per month", "$5 a day".
fn per(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    matches!(reader.lower(at), "a" | "per" | "an").then_some(())?;
    let Class::Unit(unit @ (Unit::Hour | Unit::Minute | Unit::Day | Unit::Week | Unit::Month | Unit::Year)) =
        reader.class(at + 1)
    else {
        return None;
    };
    let before = at.checked_sub(1)?;
    let token = &reader.document.tokens[before];
    let counts = matches!(reader.class(before), Class::Number | Class::None)
        && (token.kind == TokenKind::Number
            || token.kind == TokenKind::Word
                && crate::numerals::number::is_plural(reader.lower(before))
                && has_number(reader, before)
            || reader.lower(before) == ")" && has_number(reader, before)
            || matches!(
                reader.lower(before),
                "%" | "percent" | "cent" | "million" | "billion" | "yuan" | "yen" | "won"
            ));
    let goes_on = matches!(
        reader.lower(at + 2),
        "ago" | "earlier" | "later" | "before" | "after" | "old" | "'s" | "-" | "or" | "to" | "and"
    );
    // "30 miles per hour": a unit of its own.
    let is_unit = token.kind == TokenKind::Word && crate::model::lists().units.has(reader.lower(before));
    ((counts || reader.lower(at) == "per") && !goes_on && !is_unit)
        .then(|| (at..at + 2, Moment::Set(unit.duration(Some(1.)))))
}

/// A number a few words before, in the same phrase.
fn has_number(reader: &Reader, at: usize) -> bool {
    (1..=4).any(|back| at >= back && matches!(reader.class(at - back), Class::Number))
}

/// "the daily Liberté", "Hungarian daily newspaper", "daily necessities": a paper, or what everybody needs.
fn is_newspaper(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let next = reader.lower(at + 1);
    let is_named =
        document.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word) && document.is_capitalized(at + 1);
    let is_noun = matches!(reader.before(at, 1), "the" | "a" | "this")
        && !document.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && is_plain(reader, at + 1));
    // "the Hurriyet daily said", "reports Al-Rai daily".
    let is_source =
        is_word(next, "saying") || is_word(reader.before(at, 2), "saying") || reader.before(at, 2) == "reports";
    let is_called = at > 0 && document.is_capitalized(at - 1) && is_source;
    matches!(reader.lower(at), "daily" | "weekly" | "monthly")
        && (is_named || is_noun || is_called || is_word(next, "after-daily"))
}

fn is_plain(reader: &Reader, at: usize) -> bool {
    !is_word(reader.lower(at), "after-noun")
}

/// "Daily Mail", "Weekly Standard".
fn is_name(reader: &Reader, at: usize) -> bool {
    let named = |i: usize| {
        reader.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && reader.document.is_capitalized(i)
    };
    reader.document.is_capitalized(at) && (named(at + 1) || at > 0 && named(at - 1))
}

/// "every day", "each year", "every two years", "every other week", "every Sunday", "every summer".
fn every(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    matches!(reader.lower(at), "every" | "each").then_some(())?;
    let other = reader.lower(at + 1) == "other";
    let here = at + 1 + usize::from(other || reader.lower(at + 1) == "single");
    let set = |end: usize, value: String| Some((at..end, Moment::Set(value)));
    match reader.class(here) {
        Class::Unit(unit) => {
            let count = if other { 2. } else { 1. };
            // "every second" said.
            (reader.lower(here) != "second"
                || reader.lower(at) == "every" && !matches!(reader.class(here + 1), Class::Unit(_)))
            .then_some(())?;
            let value = if unit == Unit::Night { format!("{UNKNOWN_DAY}TNI") } else { unit.duration(Some(count)) };
            set(here + 1, value)
        }
        Class::Weekday(day) => match reader.class(here + 1) {
            Class::Part(part) => set(here + 2, format!("XXXX-WXX-{day}{part}")),
            _ => set(here + 1, format!("XXXX-WXX-{day}")),
        },
        Class::Month(month) => set(here + 1, format!("XXXX-{month:02}")),
        Class::Season(code) => set(here + 1, format!("XXXX-{code}")),
        Class::Part(part) => set(here + 1, format!("{UNKNOWN_DAY}{part}")),
        Class::Number | Class::Lead => {
            let number = reader.number(here)?;
            let unit = match reader.class(number.tokens.end) {
                Class::Units(unit) | Class::Unit(unit) => unit,
                _ => return None,
            };
            set(number.tokens.end + 1, unit.duration(Some(number.value)))
        }
        _ => None,
    }
}

/// "twice a week", "once every two years", "twice daily".
fn so_often(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let here = if matches!(reader.lower(at), "once" | "twice") { at + 1 } else { return None };
    if let Some((tokens, moment)) = every(reader, here) {
        return Some((at..tokens.end, moment));
    }
    if let Class::Set(value) = reader.class(here) {
        return Some((at..here + 1, Moment::Set(value.to_owned())));
    }
    matches!(reader.lower(here), "a" | "per" | "an").then_some(())?;
    let Class::Unit(
        unit @ (Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Quarter),
    ) = reader.class(here + 1)
    else {
        return None;
    };
    Some((at..here + 2, Moment::Set(unit.duration(Some(1.)))))
}
