//! Dates in all press styles: "13 September 2023", "Sept. 13", "Monday, May 18, 2015", "2023-09-13", "July 2023".

use super::beside::{modifier, month_year, year_after};
use super::calendar::{Date, days_in};
use super::moment::{Moment, When, Which, Year};
use super::reader::{Class, Reader};
use crate::model::is_word;
use std::ops::Range;

/// "9/11", the attacks.
pub fn nine_eleven(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let is_day = matches!(reader.word(at), "9/11")
        || reader.word(at) == "7/7" && matches!(reader.lower(at + 1), "attacks" | "bombings");
    is_day.then(|| {
        let date = if reader.word(at) == "9/11" {
            Date { year: 2001, month: 9, day: 11 }
        } else {
            Date { year: 2005, month: 7, day: 7 }
        };
        (at..at + 1, Moment::Date(When::Full(date)))
    })
}

/// A day of a month, with its weekday before and its year after it if they are said.
pub fn full(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    // "Monday, May 18": the weekday belongs to the date; "Monday (March 4)" is two.
    if let Class::Weekday(_) | Class::ShortWeekday(_) = reader.class(at) {
        if let Some((tokens, moment)) = stamp(reader, at + 1) {
            return Some((at..tokens.end, moment));
        }
        let next = at + 1 + usize::from(matches!(reader.lower(at + 1), "," | "."));
        let next = next + usize::from(reader.lower(next) == "the");
        // "… until Sunday" of a headline, and the date line under it.
        if is_new_line(reader, at, next) {
            return None;
        }
        let (tokens, moment) = day_of_month(reader, next)?;
        return Some((at..tokens.end, moment));
    }
    if let Some((tokens, moment)) = determined(reader, at) {
        return Some((at..tokens.end, moment));
    }
    stamp(reader, at).or_else(|| short_year(reader, at)).or_else(|| day_of_month(reader, at))
}

/// "the 20th of July 2022", "last July 18": the article, or "last", belongs to the date.
fn determined(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let is_led = match reader.lower(at) {
        "the" => reader.lower(at + 2) == "of" && reader.word(at + 1).len() > 2,
        "last" => matches!(reader.class(at + 1), Class::Month(_)),
        _ => false,
    };
    is_led.then(|| day_of_month(reader, at + 1)).flatten()
}

/// "the week of April 7", "the week beginning 24 March".
pub fn week(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let noun = at + usize::from(reader.lower(at) == "the");
    let is_week = reader.lower(noun) == "week" && matches!(reader.lower(noun + 1), "of" | "beginning" | "starting");
    let (tokens, moment) = is_week.then(|| day_of_month(reader, noun + 2)).flatten()?;
    let when = match moment {
        Moment::Date(When::Full(date)) => When::WeekWith(date.month, date.day, Some(date.year)),
        Moment::Date(When::MonthDay(month, day)) => When::WeekWith(month, day, None),
        _ => return None,
    };
    Some((at..tokens.end, Moment::Date(when)))
}

/// Whether a line ends between two tokens.
fn is_new_line(reader: &Reader, from: usize, to: usize) -> bool {
    let tokens = &reader.document.tokens;
    let Some((from, to)) = tokens.get(from).zip(tokens.get(to)) else { return false };
    reader.document.text[from.span.end as usize..to.span.start as usize].contains('\n')
}

/// "Oct 26 15:50:06 2016": as machines write it.
fn stamp(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (month, day, end) = month_day(reader, at)?;
    let clock = reader.word(end);
    let parts: Vec<u32> = clock.split(':').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let is_clock = parts.len() == 3 && parts[0] < 24 && parts[1] < 60 && parts[2] < 60 && clock.len() == 8;
    let date = Date::new(reader.year(end + 1).filter(|_| is_clock)?, month, day)?;
    Some((at..end + 2, Moment::Clock(format!("T{clock}"), Some(When::Full(date)))))
}

/// "19-Nov-12", "19-Nov-2012".
fn short_year(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let day = reader
        .day(at)
        .filter(|_| reader.word(at).len() <= 2 && reader.is_hyphen(at + 1) && reader.is_hyphen(at + 3))?;
    let Class::Month(month) = reader.class(at + 2) else { return None };
    let year = reader.year(at + 4).or_else(|| two_digits(reader.word(at + 4)))?;
    Some((at..at + 5, Moment::Date(When::Full(Date::new(year, month, day)?))))
}

/// Two digits are of the last hundred years or the next few: "12" is 2012, "62" is 1962.
fn two_digits(word: &str) -> Option<i32> {
    let short: i32 =
        (word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()?;
    Some(if short < LATEST_SHORT_YEAR { 2000 + short } else { 1900 + short })
}

/// Years in two digits before this one are of this century.
const LATEST_SHORT_YEAR: i32 = 40;

fn day_of_month(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (month, day, end) = month_day(reader, at).or_else(|| day_month(reader, at))?;
    let comma = usize::from(reader.lower(end) == ",");
    let this_year = reader.has(end + comma, &["this", "year"]) || reader.has(end + comma, &["last", "year"]);
    if let Some(year) = reader.year(end + comma).filter(|_| !this_year && !is_clock_zone(reader, end + comma)) {
        let date = Date::new(year, month, day)?;
        return Some((at..end + comma + 1, Moment::Date(When::Full(date))));
    }
    (day <= days_in(2024, month)).then_some(())?;
    // "September 12 and 22, 1914": the year stands after the second day.
    let first = Moment::Date(When::MonthDay(month, day));
    if let Some((_, Moment::Date(When::Full(date)))) = second_of_two(reader, end, &first) {
        return Some((at..end, Moment::Date(When::Full(Date::new(date.year, month, day)?))));
    }
    // "25 March this year", "September 20 of last year".
    if let (end, Year::Offset(n)) = year_after(reader, end) {
        return Some((at..end, Moment::Date(When::DayOf(month, day, n))));
    }
    Some((at..end, Moment::Date(When::MonthDay(month, day))))
}

/// "Sept 13, 1500 GMT".
fn is_clock_zone(reader: &Reader, at: usize) -> bool {
    matches!(reader.class(at + 1), Class::Zone(_))
}

/// "September 13", "Sept. 13th", "March 9 - 11" is read as its first day.
fn month_day(reader: &Reader, at: usize) -> Option<(u32, u32, usize)> {
    let Class::Month(month) = reader.class(at) else { return None };
    let dot = usize::from(reader.lower(at + 1) == "." && !reader.is_spaced(at + 1));
    let the = usize::from(reader.lower(at + 1 + dot) == "the");
    let here = at + 1 + dot + the;
    let day = reader.day(here)?;
    // "March 10,000 people", "in May 12 people died": a day is not followed by what is counted.
    let word = reader.word(here);
    let is_bare = word.len() <= 2;
    let next = reader.lower(here + 1);
    let counts =
        is_bare && (next == "%" || matches!(next, "percent" | "per" | "people" | "million" | "billion" | "years"));
    (!counts && (the == 0 || !is_bare)).then_some((month, day, here + 1))
}

/// The first of two days of one month: the 12 of "12-18 June" and of "12 and 18 June 2022".
pub fn first_of_two(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let day = reader.day(at)?;
    (reader.is_hyphen(at + 1) || matches!(reader.lower(at + 1), "and" | "to" | "or" | "\u{2013}")).then_some(())?;
    let (_, moment) = day_of_month(reader, at + 2).filter(|_| reader.day(at + 2).is_some())?;
    let when = match moment {
        Moment::Date(When::Full(date)) => When::Full(Date::new(date.year, date.month, day)?),
        Moment::Date(When::MonthDay(month, _)) => When::MonthDay(month, day),
        _ => return None,
    };
    Some((at..at + 1, Moment::Date(when)))
}

/// The second of two days after the first, that ended before token `end`: the 18 of "June 12-18" and of "June 12 and 18".
pub fn second_of_two(reader: &Reader, end: usize, first: &Moment) -> Option<(Range<usize>, Moment)> {
    let hyphen = reader.is_hyphen(end);
    (hyphen || matches!(reader.lower(end), "and" | "to" | "or" | "\u{2013}" | "through")).then_some(())?;
    let at = end + 1;
    let day = reader.day(at).filter(|_| {
        reader.word(at).len() <= 4
            && !matches!(reader.class(at + 1), Class::Month(_) | Class::Unit(_) | Class::Units(_))
    })?;
    let counts = !hyphen && reader.word(at).len() <= 2 && crate::numerals::number::is_plural(reader.lower(at + 1));
    (!counts && !matches!(reader.lower(at + 1), "%" | "-")).then_some(())?;
    let comma = usize::from(reader.lower(at + 1) == ",");
    let year = reader.year(at + 1 + comma);
    let tokens = at..if year.is_some() { at + 2 + comma } else { at + 1 };
    let when = match (first, year) {
        (Moment::Date(When::Full(date)), _) => When::Full(Date::new(date.year, date.month, day)?),
        (Moment::Date(When::MonthDay(month, _)), Some(year)) => When::Full(Date::new(year, *month, day)?),
        (Moment::Date(When::MonthDay(month, _)), None) => When::MonthDay(*month, day),
        _ => return None,
    };
    Some((tokens, Moment::Date(when)))
}

/// "13 September", "13th of September", "the first of May".
fn day_month(reader: &Reader, at: usize) -> Option<(u32, u32, usize)> {
    let day = reader.day(at)?;
    let of = usize::from(reader.lower(at + 1) == "of");
    let Class::Month(month) = reader.class(at + 1 + of) else { return None };
    // "13 May" is a day, "the 13 of March" hardly.
    (of == 0 || reader.word(at).len() > 2).then_some(())?;
    let dot = usize::from(
        reader.lower(at + 2 + of) == "."
            && !reader.is_spaced(at + 2 + of)
            && reader.word(at + 1 + of).len() <= 4
            && reader.year(at + 3 + of).is_some(),
    );
    Some((month, day, at + 2 + of + dot))
}

/// "2023-09-13", "13/09/2023", "9/13/2023"; which order is meant is not guessed.
pub fn numeric(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let word = reader.word(at);
    if word.len() == 4 && reader.is_hyphen(at + 1) && reader.is_hyphen(at + 3) {
        let (month, day) = (
            reader.digits(at + 2)?,
            reader.digits(at + 4).filter(|_| reader.word(at + 4).len() == 2 && reader.word(at + 2).len() == 2)?,
        );
        let date = Date::new(reader.year(at)?, month, day)?;
        return (!reader.is_spaced(at + 2) && !reader.is_spaced(at + 4))
            .then_some((at..at + 5, Moment::Date(When::Full(date))));
    }
    if let Some(found) = with_hyphens(reader, at) {
        return Some(found);
    }
    let separator = if word.contains('/') { '/' } else { '.' };
    let parts: Vec<u32> = word.split(separator).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[first, second, year] = &parts[..] else { return None };
    if separator == '/' && word.len() >= 6 && word.ends_with(|c: char| c.is_ascii_digit()) && year < 100 {
        return in_two_digits(first, second, &word[word.len() - 2..])
            .map(|date| (at..at + 1, Moment::Date(When::Full(date))));
    }
    (word.len() <= 10 && (1900..2200).contains(&year)).then_some(())?;
    let day_first = Date::new(year as i32, second, first);
    let month_first = Date::new(year as i32, first, second).filter(|_| separator == '/');
    let when = match (day_first, month_first) {
        (Some(a), Some(b)) if a != b => When::Year(year as i32),
        (Some(date), _) | (None, Some(date)) => When::Full(date),
        (None, None) => return None,
    };
    Some((at..at + 1, Moment::Date(when)))
}

/// "8/14/62", "25/12/01": only where one of the two can be no month.
fn in_two_digits(first: u32, second: u32, year: &str) -> Option<Date> {
    let year = two_digits(year)?;
    match (first <= 12, second <= 12) {
        (true, false) => Date::new(year, first, second),
        (false, true) => Date::new(year, second, first),
        _ => None,
    }
}

/// "25-08-2021": the day or the month first, where only one can be meant.
fn with_hyphens(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let is_short = |i: usize| reader.word(i).len() == 2;
    (is_short(at) && is_short(at + 2) && reader.is_hyphen(at + 1) && reader.is_hyphen(at + 3)).then_some(())?;
    let (first, second, year) = (reader.digits(at)?, reader.digits(at + 2)?, reader.year(at + 4)?);
    (!reader.is_spaced(at + 2) && !reader.is_spaced(at + 4)).then_some(())?;
    let when = match (Date::new(year, second, first), Date::new(year, first, second)) {
        (Some(a), Some(b)) if a != b => When::Year(year),
        (Some(date), _) | (None, Some(date)) => When::Full(date),
        (None, None) => return None,
    };
    Some((at..at + 5, Moment::Date(when)))
}

/// "July", "July 2023", "early June", "last July", "the end of March".
pub fn month(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let start = at;
    let here = modifier(reader, at).unwrap_or(at);
    let which = match reader.lower(here) {
        "last" => Which::Last,
        "this" => Which::This,
        "next" => Which::Next,
        _ => Which::Bare,
    };
    // "this past May".
    let (which, here) = match which {
        Which::This if reader.lower(here + 1) == "past" => (Which::Last, here + 2),
        which => (which, here + usize::from(which != Which::Bare)),
    };
    let Class::Month(month) = reader.class(here) else { return None };
    let is_short =
        matches!(reader.lower(here), "jan" | "feb" | "mar" | "apr" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec");
    let dot = usize::from(reader.lower(here + 1) == "." && !reader.is_spaced(here + 1) && is_short);
    let end = here + 1 + dot;
    // "February 30, 2020" is no day, and no month either.
    if reader.digits(end).is_some_and(|n| n < 100) && reader.lower(end + 1) == "," && reader.year(end + 2).is_some() {
        return None;
    }
    let (end, year) = month_year(reader, end);
    (which != Which::Bare || year != Year::Bare || start != here || is_month(reader, here, end)).then_some(())?;
    let year = match (year, which) {
        (Year::Bare, Which::Last) => Year::Offset(-1),
        (Year::Bare, Which::Next) => Year::Offset(1),
        (Year::Bare, Which::This) => Year::Offset(0),
        (year, _) => year,
    };
    let when = match (year, which) {
        // "last July" is the July before, not that of last year.
        (Year::Offset(n), w) if w != Which::Bare => When::Month(month, Year::Offset(n * 100)),
        (year, _) => When::Month(month, year),
    };
    Some((start..end, Moment::Date(when)))
}

/// A capital month alone may be a name or a verb: "June", "Theresa May", "March on Rome".
fn is_month(reader: &Reader, at: usize, end: usize) -> bool {
    let before = reader.before(at, 1);
    let leads = is_word(before, "before-month");
    let next = end;
    let is_name = reader.document.tokens.get(next).is_some_and(|t| t.kind == crate::document::TokenKind::Word)
        && reader.document.is_capitalized(next)
        && !matches!(reader.class(next), Class::Month(_) | Class::Weekday(_));
    let is_word = is_word(reader.lower(at), "short-month");
    // "May and June were good", "their June and July salaries".
    let is_listed = matches!(reader.lower(next), "and" | "or" | "to")
        && matches!(reader.class(next + 1), Class::Month(_))
        && !reader.document.is_capitalized(next + 2);
    // "its May coffee report".
    let is_owned = matches!(before, "its" | "their" | "'s") && !is_name;
    if is_listed || is_owned {
        return true;
    }
    leads && !(is_name && matches!(before, "and" | "of" | "to" | "from" | "by" | "for" | "the" | "as" | "or"))
        || !is_word && !is_name
}
