//! What stands beside a date and belongs to it: "early", "the end of" before, "of 2005", "last year" after it.

use super::moment::{Unit, Year};
use super::reader::{Class, Reader};

/// "early", "late", "mid-", "the end of", "the beginning of": where what it modifies begins.
pub fn modifier(reader: &Reader, at: usize) -> Option<usize> {
    let the = usize::from(reader.lower(at) == "the");
    let very = usize::from(reader.lower(at + the) == "very");
    let here = at + the + very;
    match reader.lower(here) {
        // "earlier in July".
        "earlier" | "later" if reader.lower(here + 1) == "in" && matches!(reader.class(here + 2), Class::Month(_)) => {
            Some(here + 2)
        }
        "early" | "late" | "mid" | "earlier" | "later" => Some(here + 1 + usize::from(reader.is_hyphen(here + 1))),
        "end" | "beginning" | "start" | "middle" | "turn" | "close" | "half" | "rest" | "remainder"
            if reader.lower(here + 1) == "of" =>
        {
            Some(here + 2)
        }
        _ => None,
    }
}

/// The year after a month: "2023", "of 2023", "last year", "this year".
pub fn month_year(reader: &Reader, end: usize) -> (usize, Year) {
    let comma = usize::from(reader.lower(end) == "," && reader.year(end + 1).is_some());
    match year_after(reader, end + comma) {
        (found, year) if year != Year::Bare => (found, year),
        _ => (end, end_of_range(reader, end).unwrap_or(Year::Bare)),
    }
}

/// "2005", "of 2005", "last year", "of this year": what it says and where it ends.
pub fn year_after(reader: &Reader, end: usize) -> (usize, Year) {
    let of = usize::from(matches!(reader.lower(end), "of" | "in"));
    let at = end + of;
    let fiscal = usize::from(matches!(reader.lower(at), "fiscal"));
    if let Some(year) = reader.year(at + fiscal) {
        let counts =
            crate::numerals::number::is_plural(reader.lower(at + 1)) && of == 0 && reader.lower(at + 1) == "people";
        return if counts { (end, Year::Bare) } else { (at + fiscal + 1, Year::Stated(year)) };
    }
    let the = usize::from(reader.lower(at) == "the");
    // "the second half of the year".
    if the == 1 && reader.lower(end) == "of" && matches!(reader.class(at + 1), Class::Unit(Unit::Year)) {
        return (at + 2, Year::Offset(0));
    }
    if matches!(reader.class(at + the + 1), Class::Unit(Unit::Year)) {
        let offset = match reader.lower(at + the) {
            "last" | "previous" => -1,
            "this" | "current" => 0,
            "next" => 1,
            _ => return (end, Year::Bare),
        };
        return (at + the + 2, Year::Offset(offset));
    }
    (end, Year::Bare)
}

/// The year of January in "between January and June 2022".
fn end_of_range(reader: &Reader, end: usize) -> Option<Year> {
    let is_range = matches!(reader.lower(end), "and" | "to" | "until" | "through" | "-" | "\u{2013}");
    let Class::Month(last) = reader.class(end + 1) else { return None };
    let Class::Month(first) = reader.class(end.checked_sub(1)?) else { return None };
    let year = reader.year(end + 2).filter(|_| is_range && first < last)?;
    Some(Year::Stated(year))
}

/// "fled in 2008 hours after": a year, and a length of time that begins another phrase.
pub fn precedes_length(reader: &Reader, at: usize) -> bool {
    reader.year(at).is_some_and(|year| (1900..2100).contains(&year))
        && reader.before(at, 1) == "in"
        && matches!(reader.class(at + 1), Class::Units(_))
        && matches!(reader.lower(at + 2), "after" | "before")
}
