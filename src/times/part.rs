//! Parts of a day: "the evening", "that night", "the early hours of Saturday", "the night of July 7", "one morning".

use super::moment::{Moment, UNKNOWN_DAY, Unit, When};
use super::reader::{Class, Reader};
use super::{date, relative};
use std::ops::Range;

/// A part of a day with the words that lead it and the day that it is of.
pub fn find(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (first, noun) = lead(reader, at)?;
    let (part, end) = part(reader, noun)?;
    let is_hyphenated = reader.is_hyphen(end) || reader.is_hyphen(at.wrapping_sub(1));
    (!is_hyphenated && !is_compound(reader, end)).then_some(())?;
    if reader.before(at, 1) == "at" && noun == at {
        return Some((at..end, Moment::Part(part, Some(When::Vague(UNKNOWN_DAY)))));
    }
    if let Some((end, when)) = of_day(reader, end).or_else(|| before(reader, noun, end)) {
        return Some((first..end, Moment::Part(part, Some(when))));
    }
    // "one morning" is of some day.
    let when = (reader.lower(at) == "one").then_some(When::Vague(UNKNOWN_DAY));
    Some((first..end, Moment::Part(part, when)))
}

/// "the night before", "the evening before last", "the night before the vote": which day its words after it say.
fn before(reader: &Reader, noun: usize, end: usize) -> Option<(usize, When)> {
    (reader.before(noun, 1) == "the" && reader.lower(end) == "before").then_some(())?;
    if reader.lower(end + 1) == "last" {
        return Some((end + 2, When::Offset(Unit::Day, -2)));
    }
    let is_known = !relative::is_clause(reader, end + 1);
    Some((end + 1, if is_known { When::Context(Unit::Day, -1) } else { When::Vague(UNKNOWN_DAY) }))
}

/// Where the expression begins, and where its noun stands.
fn lead(reader: &Reader, at: usize) -> Option<(usize, usize)> {
    let is_early = |i: usize| usize::from(matches!(reader.lower(i), "early" | "late"));
    match reader.lower(at) {
        "the" | "that" => Some((at, at + 1 + is_early(at + 1))),
        "one" if matches!(reader.class(at + 1), Class::Part(_)) => Some((at, at + 1)),
        // "late in the evening".
        "early" | "late" | "earlier" | "later" if reader.has(at + 1, &["in", "the"]) => Some((at, at + 3)),
        "early" | "late" => Some((at, at + 1)),
        "night" | "dawn" | "dusk" if matches!(reader.before(at, 1), "at") => Some((at, at)),
        _ => None,
    }
}

/// The part that the word at `at` names, and where it ends.
fn part(reader: &Reader, at: usize) -> Option<(&'static str, usize)> {
    match reader.class(at) {
        // "the early morning hours".
        Class::Part(part) => Some((part, at + 1 + usize::from(reader.class(at + 1) == Class::Units(Unit::Hour)))),
        Class::Unit(Unit::Night) => Some(("TNI", at + 1)),
        // "the early hours", "the small hours".
        Class::Units(Unit::Hour) if matches!(reader.before(at, 1), "early" | "small") => Some(("TMO", at + 1)),
        _ => None,
    }
}

/// "the night sky", "the morning paper": what follows is the thing.
fn is_compound(reader: &Reader, end: usize) -> bool {
    crate::model::is_word(reader.lower(end), "of-day-part")
}

/// "of March 3", "of Saturday", "of the vote": the day after it.
fn of_day(reader: &Reader, end: usize) -> Option<(usize, When)> {
    let at = end + usize::from(matches!(reader.lower(end), "of" | "on"));
    (at > end).then_some(())?;
    let found = date::full(reader, at).or_else(|| relative::weekday(reader, at));
    match found {
        Some((tokens, Moment::Date(when))) => Some((tokens.end, when)),
        _ => None,
    }
}
