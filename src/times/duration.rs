//! Lengths of time: "two years", "five-year", "a few minutes", "decades", "half an hour", "the past 30 days".

use super::moment::{Moment, Unit, When};
use super::reader::{Class, Reader};
use crate::model::is_word;
use crate::quantities::number::Shape;
use std::ops::Range;

/// The number of units from token `at` on ("three", "a", "several", none for bare plurals), the unit, and where it ends.
pub fn length(reader: &Reader, at: usize) -> Option<(Option<f64>, Unit, usize)> {
    if let Class::Units(unit) = reader.class(at) {
        return (unit >= Unit::Minute && reader.lower(at) != "min").then_some((None, unit, at + 1));
    }
    if reader.has(at, &["half", "an", "hour"])
        || reader.has(at, &["half", "a", "day"])
        || reader.has(at, &["half", "a", "century"])
        || reader.has(at, &["half", "a", "year"])
    {
        let Class::Unit(unit) = reader.class(at + 2) else { return None };
        return Some((Some(0.5), unit, at + 3));
    }
    let (count, next) = count(reader, at)?;
    let next = next + usize::from(reader.is_hyphen(next));
    // "two and a half years" was read as a number; "a year and a half" is.
    let next = next
        + usize::from(
            matches!(
                reader.lower(next),
                "full"
                    | "more"
                    | "straight"
                    | "consecutive"
                    | "long"
                    | "whole"
                    | "further"
                    | "additional"
                    | "calendar"
                    | "successive"
                    | "short"
            ) && matches!(reader.class(next + 1), Class::Unit(_) | Class::Units(_)),
        );
    let unit = match reader.class(next) {
        Class::Unit(unit) | Class::Units(unit) => unit,
        _ => return None,
    };
    if crate::quantities::words::and_a_half(reader.document, next + 1) {
        return Some((count.map(|n| n + 0.5), unit, next + 4));
    }
    Some((count, unit, next + 1))
}

fn count(reader: &Reader, at: usize) -> Option<(Option<f64>, usize)> {
    match reader.lower(at) {
        "a" | "an" if matches!(reader.lower(at + 1), "few" | "number") => {
            Some((None, at + 2 + usize::from(reader.lower(at + 2) == "of")))
        }
        "a" if reader.has(at + 1, &["couple", "of"]) => Some((Some(2.), at + 3)),
        "several" | "few" | "many" => Some((None, at + 1)),
        "a" | "an" => reader.number(at).map(|n| (Some(n.value), n.tokens.end)).or(Some((Some(1.), at + 1))),
        _ => {
            let number = reader.number(at)?;
            (number.shape != Shape::Ordinal
                && number.value >= 0.
                && number.tail.is_empty()
                && number.prefix.is_empty())
            .then_some(())?;
            let of = usize::from(number.shape == Shape::Vague && reader.lower(number.tokens.end) == "of");
            Some(((number.shape != Shape::Vague).then_some(number.value), number.tokens.end + of))
        }
    }
}

/// A duration; not an age, and not the "a year" of a rate.
pub fn find(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (count, unit, end) = length(reader, at)?;
    let is_article = matches!(reader.lower(at), "a" | "an") && count == Some(1.);
    let is_bare = matches!(reader.class(at), Class::Units(_));
    let old = end + usize::from(reader.is_hyphen(end));
    let is_age = matches!(reader.lower(old), "old" | "olds")
        || reader.before(at, 1) == "aged"
        || reader.before(at, 1) == "of" && reader.before(at, 2) == "age"
        || reader.has(end, &["of", "age"]);
    let is_quarter = unit == Unit::Quarter && !reader.lower(end - 1).ends_with('s');
    let is_second =
        unit == Unit::Second && (is_article || !reader.lower(end - 1).ends_with('s') && !reader.is_hyphen(end - 2));
    let is_period = matches!(unit, Unit::Night | Unit::Weekend | Unit::Weekday) && (is_article || is_bare);
    // "World Cup 2018 day five".
    let is_name =
        reader.year(at).is_some() && matches!(reader.class(end - 1), Class::Unit(_)) && !reader.is_hyphen(end - 2);
    if is_name {
        return None;
    }
    if is_age
        || is_quarter
        || is_second
        || is_period
        || is_article && !is_length(reader, at, unit, end)
        || is_bare && !is_bare_length(reader, at, unit, end)
    {
        return None;
    }
    // "the 10 days", "decades-long".
    let end = end + if reader.is_hyphen(end) && matches!(reader.lower(end + 1), "long") { 2 } else { 0 };
    Some((at..end, Moment::Duration(unit.duration(count), None)))
}

/// "a day" after a number or a unit is a rate, and "a day" may be any day; "for a week" is a length.
fn is_length(reader: &Reader, at: usize, unit: Unit, end: usize) -> bool {
    let before = reader.before(at, 1);
    is_word(before, "before-length")
        && (unit != Unit::Day || before != "of")
        && !(before == "in" && matches!(unit, Unit::Day | Unit::Year) && reader.is_hyphen(end))
        || reader.is_hyphen(end) && reader.lower(end + 1) == "long"
        || matches!(reader.lower(end), "after" | "since")
        || reader.is_hyphen(at + 1)
}

/// "decades", "for years", "in recent years" (asked for before).
fn is_bare_length(reader: &Reader, at: usize, unit: Unit, end: usize) -> bool {
    let long = reader.is_hyphen(end) && reader.lower(end + 1) == "long";
    long || unit >= Unit::Decade
        || matches!(
            reader.before(at, 1),
            "for" | "in" | "within" | "over" | "after" | "of" | "lasted" | "took" | "take" | "last" | "spent"
        ) && matches!(unit, Unit::Hour | Unit::Minute | Unit::Day | Unit::Week | Unit::Month | Unit::Year)
            && reader.before(at, 1) != "of"
}

/// "the past 30 days", "the last two years", "recent years", "the next six months", "the past decade".
pub fn past(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let the = usize::from(matches!(reader.lower(at), "the" | "these" | "this"));
    let word = at + the;
    let way = match reader.lower(word) {
        "past" | "last" | "previous" | "preceding" | "recent" => -1,
        "next" | "coming" | "following" => 1,
        _ => return None,
    };
    let is_recent = reader.lower(word) == "recent";
    let next = word + 1;
    if let Class::Unit(unit) = reader.class(next) {
        // "the last quarter" is one of the calendar.
        if unit == Unit::Quarter && reader.lower(word) == "last" && !matches!(reader.lower(next + 1), "of" | "century")
        {
            return Some((at..next + 1, Moment::Date(When::Offset(Unit::Quarter, -1))));
        }
        let single = the == 1
            && reader.lower(at) == "the"
            && matches!(reader.lower(word), "past" | "last" | "next")
            && matches!(
                unit,
                Unit::Hour
                    | Unit::Day
                    | Unit::Week
                    | Unit::Month
                    | Unit::Year
                    | Unit::Decade
                    | Unit::Century
                    | Unit::Quarter
            )
            && !(unit == Unit::Day && matches!(reader.lower(word), "last" | "next"))
            && !matches!(reader.lower(next + 1), "of");
        let decade = unit >= Unit::Decade && the == 1;
        (single || decade).then_some(())?;
        return Some((at..next + 1, Moment::Duration(unit.duration(Some(1.)), Some((unit, 1., way)))));
    }
    if let Class::Units(unit) = reader.class(next) {
        (is_recent || the == 1 || matches!(reader.lower(word), "past")).then_some(())?;
        return Some((at..next + 1, Moment::Duration(unit.duration(None), None)));
    }
    (!is_recent).then_some(())?;
    let (count, unit, end) = match reader.lower(next) {
        "few" | "several" | "couple" => {
            let skip = usize::from(reader.lower(next + 1) == "of");
            let Class::Units(unit) = reader.class(next + 1 + skip) else { return None };
            (if reader.lower(next) == "couple" { Some(2.) } else { None }, unit, next + 2 + skip)
        }
        _ => length(reader, next).filter(|_| matches!(reader.class(next), Class::Number))?,
    };
    Some((at..end, Moment::Duration(unit.duration(count), count.map(|n| (unit, n, way)))))
}
