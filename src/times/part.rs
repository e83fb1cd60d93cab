//! Parts of a day: "the evening", "that night", "the early hours of Saturday", "the night of July 7", "one morning".

use super::moment::{Moment, Unit, When};
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
        return Some((at..end, Moment::Part(part, Some(When::Vague("XXXX-XX-XX")))));
    }
    match of_day(reader, end) {
        Some((end, when)) => Some((first..end, Moment::Part(part, Some(when)))),
        None => Some((first..end, Moment::Part(part, None))),
    }
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
        Class::Part(part) => Some((part, at + 1)),
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
