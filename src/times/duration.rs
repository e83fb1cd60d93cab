//! Lengths of time: "two years", "five-year", "a few minutes", "decades", "half an hour", "the past 30 days".

use super::beside::{precedes_length, year_after};
use super::moment::{Moment, Unit, When, Year};
use super::reader::{Class, Reader};
use crate::document::TokenKind;
use crate::model::is_word;
use crate::numerals::number::{Number, Shape};
use std::ops::Range;

/// The number of units from token `at` on ("three", "a", "several", none for bare plurals), the unit, and where it ends.
pub fn length(reader: &Reader, at: usize) -> Option<(Option<f64>, Unit, usize)> {
    if let Class::Units(unit) = reader.class(at) {
        let is_word = unit >= Unit::Minute && reader.lower(at) != "min" || reader.lower(at) == "seconds";
        return is_word.then_some((None, unit, at + 1));
    }
    if reader.has(at, &["half", "an", "hour"])
        || reader.has(at, &["half", "a", "day"])
        || reader.has(at, &["half", "a", "century"])
        || reader.has(at, &["half", "a", "year"])
    {
        let Class::Unit(unit) = reader.class(at + 2) else { return None };
        return Some((Some(0.5), unit, at + 3));
    }
    (!precedes_length(reader, at)).then_some(())?;
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
    if crate::numerals::words::and_a_half(reader.document, next + 1) {
        return Some((count.map(|n| n + 0.5), unit, next + 4));
    }
    Some((count, unit, next + 1))
}

fn count(reader: &Reader, at: usize) -> Option<(Option<f64>, usize)> {
    match reader.lower(at) {
        "a" | "an" if matches!(reader.lower(at + 1), "few" | "number") => {
            let is_scale = matches!(reader.lower(at + 2), "of" | "hundred" | "thousand" | "million" | "dozen");
            Some((None, at + 2 + usize::from(is_scale)))
        }
        "a" if reader.has(at + 1, &["couple", "of"]) => Some((Some(2.), at + 3)),
        "many" if reader.lower(at + 1) == "many" => Some((None, at + 2)),
        "several" | "few" | "many" | "some" => Some((None, at + 1)),
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
    if let Some(found) = whole(reader, at) {
        return Some(found);
    }
    let (start, at) = (at, determined(reader, at));
    if let Some(found) = stopwatch(reader, at) {
        return Some(found);
    }
    let (tokens, moment) =
        range(reader, at).or_else(|| compound(reader, at)).or_else(|| single(reader, at, start < at))?;
    // "the two-hour meeting": the article is not of the time.
    let is_led = matches!(reader.class(tokens.end - 1), Class::Units(_));
    let tokens = if is_led || start == at { start..tokens.end } else { tokens };
    // "24 hours a day".
    if matches!(reader.lower(tokens.end), "a" | "per")
        && let (Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)), true) =
            (reader.class(tokens.end + 1), matches!(reader.class(at), Class::Number))
    {
        return Some((tokens.start..tokens.end + 2, Moment::Set(unit.duration(Some(1.)))));
    }
    Some((tokens, moment))
}

/// "all day", "the entire week", "a whole year".
fn whole(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let led = matches!(reader.lower(at), "the" | "a" | "an") && matches!(reader.lower(at + 1), "entire" | "whole");
    let noun = at + if led { 2 } else { usize::from(reader.lower(at) == "all") };
    let Class::Unit(unit @ (Unit::Night | Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)) =
        reader.class(noun)
    else {
        return None;
    };
    (noun > at && !reader.is_hyphen(noun + 1)).then(|| (at..noun + 1, Moment::Duration(unit.duration(Some(1.)), None)))
}

/// "a time of 2:14:04": hours, minutes and seconds.
fn stopwatch(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let word = reader.word(at);
    let parts: Vec<u32> = word.split(':').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let &[hours, minutes, seconds] = &parts[..] else { return None };
    let is_written = word.len() >= 7 && word.len() <= 8 && minutes < 60 && seconds < 60;
    is_written.then(|| (at..at + 1, Moment::Duration(format!("PT{hours}H{minutes}M{seconds}S"), None)))
}

/// Where the number or unit stands after "the first", "those", "that last": "those 60 years", "over the decades".
fn determined(reader: &Reader, at: usize) -> usize {
    let is_determiner = matches!(reader.lower(at), "the" | "those" | "these" | "that");
    let first = at + usize::from(is_determiner);
    let here =
        first + usize::from(is_determiner && matches!(reader.lower(first), "first" | "final" | "opening" | "last"));
    let is_number = |i: usize| {
        matches!(reader.class(i), Class::Number) && reader.number(i).is_some_and(|n| n.shape == Shape::Cardinal)
    };
    let is_decades = matches!(reader.class(here), Class::Units(unit) if unit >= Unit::Year)
        && matches!(reader.before(at, 1), "over" | "through" | "throughout" | "across");
    if is_determiner && (is_number(here) || here == first && is_decades) { here } else { at }
}

/// "between 8 and 12 hours", "two to three years", "2-3 hours": both ends.
fn range(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let first = bare_number(reader, at)?;
    let link = first.tokens.end;
    let (last_at, is_link) = match reader.lower(link) {
        "to" | "or" => (link + 1, true),
        "and" => (link + 1, reader.before(at, 1) == "between"),
        "-" if reader.lower(link + 1) == "to" && reader.is_hyphen(link + 2) => (link + 3, true),
        _ => (link + 1, reader.is_hyphen(link) || reader.word(link) == "\u{2013}"),
    };
    let last = bare_number(reader, last_at).filter(|last| is_link && last.value > first.value)?;
    let (count, unit, end) = length(reader, last_at)?;
    let is_age = matches!(reader.lower(end + usize::from(reader.is_hyphen(end))), "old" | "olds" | "of" if reader.lower(end) != "of" || reader.lower(end + 1) == "age");
    (count == Some(last.value) && !is_age && !matches!(reader.before(at, 1), "aged" | "ages")).then_some(())?;
    (unit != Unit::Second || reader.lower(end - 1) != "second").then_some(())?;
    let value = format!("{}/{}", unit.duration(Some(first.value)), unit.duration(count));
    Some((at..end, Moment::Duration(value, None)))
}

fn bare_number<'t>(reader: &Reader<'_, 't>, at: usize) -> Option<Number<'t>> {
    matches!(reader.class(at), Class::Number).then_some(())?;
    reader.number(at).filter(|n| n.shape == Shape::Cardinal && n.tail.is_empty() && n.prefix.is_empty() && n.value > 0.)
}

/// "six months and six days", "7hr 20min", "2 hours 35 minutes": one length of two or more units.
fn compound(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    matches!(reader.class(at), Class::Number).then_some(())?;
    let (mut value, mut end, mut smallest, mut parts) = (String::from("P"), at, Unit::Century, 0);
    while let Some((count, unit, next)) =
        part(reader, end + usize::from(parts > 0 && matches!(reader.lower(end), "and" | ",")))
            .filter(|(_, unit, _)| *unit < smallest)
    {
        if unit < Unit::Night && !value.contains('T') {
            value.push('T');
        }
        // "8hr 00min 13.1sec" is PT8H13.1S.
        if count == 0. {
            (end, smallest, parts) = (next, unit, parts + 1);
            continue;
        }
        let letters = unit.duration(Some(1.));
        let letter =
            letters.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_start_matches(|c: char| c.is_ascii_digit());
        value.push_str(&format!("{count}{letter}"));
        (end, smallest, parts) = (next, unit, parts + 1);
    }
    (parts >= 2 && !value.ends_with(['P', 'T'])).then_some((at..end, Moment::Duration(value, None)))
}

/// One part of a compound length: a number and its unit, in two words or in one.
fn part(reader: &Reader, at: usize) -> Option<(f64, Unit, usize)> {
    matches!(reader.class(at), Class::Number).then_some(())?;
    let number = reader.number(at).filter(|n| n.shape == Shape::Cardinal && n.prefix.is_empty() && n.value >= 0.);
    // "09.6sec" begins with a nought.
    let word = reader.word(at);
    let cut = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    if cut > 0 && cut < word.len() {
        let unit = glued_unit(&word[cut..])?;
        return Some((word[..cut].parse().ok()?, unit, at + 1));
    }
    let number = number?;
    match reader.class(number.tokens.end) {
        Class::Unit(unit) | Class::Units(unit) if unit != Unit::Quarter => {
            Some((number.value, unit, number.tokens.end + 1))
        }
        _ => None,
    }
}

fn glued_unit(letters: &str) -> Option<Unit> {
    Some(match letters {
        "h" | "hr" | "hrs" => Unit::Hour,
        "m" | "min" | "mins" => Unit::Minute,
        "s" | "sec" | "secs" => Unit::Second,
        _ => return None,
    })
}

/// "the first six months of 2022".
pub fn first_of_year(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let the = usize::from(reader.lower(at) == "the");
    (reader.lower(at + the) == "first").then_some(())?;
    let (count, unit, end) = length(reader, at + the + 1)?;
    let months = count.filter(|n| unit == Unit::Month && n.fract() == 0. && (2. ..12.).contains(n))? as u32;
    let (end, year) = year_after(reader, end);
    (year != Year::Bare).then_some((at..end, Moment::Date(When::FirstMonths(months, year))))
}

/// "week-long", "decades-long".
fn long(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (unit, count) = match reader.class(at) {
        Class::Unit(unit) => (unit, Some(1.)),
        Class::Units(unit) => (unit, None),
        _ => return None,
    };
    let is_long = reader.is_hyphen(at + 1) && reader.lower(at + 2) == "long" && unit >= Unit::Minute;
    is_long.then(|| (at..at + 3, Moment::Duration(unit.duration(count), None)))
}

/// "One day he saw it" is some day; "in one day", "for one day only", "one day after the vote" are lengths.
fn is_some_day(reader: &Reader, at: usize, end: usize) -> bool {
    let is_counted = matches!(
        reader.before(at, 1),
        "in" | "for"
            | "within"
            | "of"
            | "than"
            | "least"
            | "over"
            | "just"
            | "only"
            | "after"
            | "lasted"
            | "took"
            | "by"
            | "about"
            | "and"
            | "the"
            | "-"
            | "last"
            | "per"
            | "every"
            | "on"
            | "from"
            | "or"
            | "to"
            | "between"
    );
    let goes_on = matches!(
        reader.lower(end),
        "after"
            | "before"
            | "later"
            | "earlier"
            | "ago"
            | "of"
            | "only"
            | "and"
            | "or"
            | "to"
            | "a"
            | "per"
            | "'s"
            | "-"
            | "cricket"
            | "international"
            | "internationals"
            | "in"
    );
    !is_counted && !goes_on
}

/// A duration of one number and unit.
fn single(reader: &Reader, at: usize, is_determined: bool) -> Option<(Range<usize>, Moment)> {
    if let Some(found) = long(reader, at) {
        return Some(found);
    }
    let (count, unit, end) = length(reader, at)?;
    let is_article = matches!(reader.lower(at), "a" | "an") && count == Some(1.);
    // "One day", and the article of "a week-long stay", which is no part of the time.
    let is_of_noun = is_article && long(reader, at + 1).is_some();
    let is_some_day = reader.has(at, &["one", "day"]) && is_some_day(reader, at, end);
    if is_of_noun || is_some_day {
        return None;
    }
    let is_bare = matches!(reader.class(at), Class::Units(_));
    let old = end + usize::from(reader.is_hyphen(end));
    let is_age = matches!(reader.lower(old), "old" | "olds")
        || reader.before(at, 1) == "aged"
        || reader.before(at, 1) == "of" && reader.before(at, 2) == "age"
        || reader.before(at, 3) == "aged"
        || matches!(reader.lower(end), "and" | "or") && matches!(reader.lower(end + 1), "older" | "younger")
        || reader.has(end, &["of", "age"]);
    let is_quarter = unit == Unit::Quarter && !reader.lower(end - 1).ends_with('s');
    let is_pause = reader.before(at, 1) == "for";
    // "claims for a second penalty": ranked, where a word follows that no length has after it.
    let is_rank = || {
        let next = reader.document.tokens.get(end).filter(|next| next.kind == TokenKind::Word);
        is_article && next.is_some() && !is_word(reader.lower(end), "after-length")
    };
    let is_second = unit == Unit::Second
        && (!is_pause || is_word(reader.lower(end), "after-second-rank") || is_rank())
        && (is_article || !reader.lower(end - 1).ends_with('s') && !reader.is_hyphen(end - 2));
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
        || is_bare && !is_determined && !is_bare_length(reader, at, unit, end)
    {
        return None;
    }
    // "for a year's time".
    let end = if is_of_time(reader, end) { end + 2 } else { end };
    // "the 10 days", "decades-long".
    let end = end + if reader.is_hyphen(end) && matches!(reader.lower(end + 1), "long") { 2 } else { 0 };
    Some((at..end, Moment::Duration(unit.duration(count), None)))
}

/// The "'s time" of "a year's time", the "' time" of "two weeks' time".
pub fn is_of_time(reader: &Reader, end: usize) -> bool {
    matches!(reader.lower(end), "'s" | "'" | "\u{2019}") && reader.lower(end + 1) == "time"
}

/// "a day" after a number or a unit is a rate, and "a day" may be any day; "for a week" is a length.
fn is_length(reader: &Reader, at: usize, unit: Unit, end: usize) -> bool {
    let before = reader.before(at, 1);
    is_word(before, "before-length")
        && (unit != Unit::Day || before != "of")
        && !(before == "in" && matches!(unit, Unit::Day | Unit::Year) && reader.is_hyphen(end))
        || matches!(reader.lower(end), "after" | "since" | "before" | "earlier" | "later")
        || reader.lower(end) == "'s" && unit >= Unit::Minute && unit != Unit::Day
        || reader.has(end, &["of", "silence"])
        || reader.is_hyphen(at + 1)
}

/// "decades", "for years", "in recent years" (asked for before).
fn is_bare_length(reader: &Reader, at: usize, unit: Unit, end: usize) -> bool {
    let long = reader.is_hyphen(end) && reader.lower(end + 1) == "long";
    long || unit >= Unit::Decade
        || matches!(reader.lower(end), "after" | "before" | "later" | "earlier")
        || matches!(
            reader.before(at, 1),
            "for" | "in" | "within" | "over" | "after" | "of" | "lasted" | "took" | "take" | "last" | "spent"
        ) && matches!(
            unit,
            Unit::Second | Unit::Hour | Unit::Minute | Unit::Day | Unit::Week | Unit::Month | Unit::Year
        ) && reader.before(at, 1) != "of"
}

/// "the past 30 days", "the last two years", "recent years", "the next six months", "the past decade".
pub fn past(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    // "is expected to last three weeks": a verb.
    let is_verb = matches!(
        reader.before(at, 1),
        "to" | "will" | "would" | "can" | "could" | "may" | "might" | "should" | "must" | "not" | "n't"
    );
    if is_verb && reader.lower(at) == "last" && !matches!(reader.class(at + 1), Class::Unit(_)) {
        return None;
    }
    let the = usize::from(matches!(reader.lower(at), "the" | "these" | "this" | "that"));
    let lead = reader.lower(at + the);
    let way = match lead {
        "past" | "last" | "previous" | "preceding" | "recent" => -1,
        "next" | "coming" | "following" => 1,
        _ => return None,
    };
    let next = at + the + 1;
    let (end, moment) = match reader.class(next) {
        Class::Unit(unit) => (next + 1, past_unit(reader, at, next, unit, way)?),
        Class::Units(unit) => {
            (lead == "recent" || the == 1 || lead == "past").then_some(())?;
            (next + 1, past_units(lead, unit))
        }
        _ => past_count(reader, next, way).filter(|_| lead != "recent")?,
    };
    Some((at..end, moment))
}

/// "the past year", "the next hour", "the last quarter"; one day, last or next, is a date.
fn past_unit(reader: &Reader, at: usize, next: usize, unit: Unit, way: i32) -> Option<Moment> {
    let (lead, after) = (reader.lower(next - 1), reader.lower(next + 1));
    // "the last quarter" is one of the calendar.
    if unit == Unit::Quarter && lead == "last" && !matches!(after, "of" | "century") {
        return Some(Moment::Date(When::Offset(Unit::Quarter, -1)));
    }
    let is_led = next > at + 1;
    let is_one = matches!(
        unit,
        Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Quarter
    );
    let is_single = is_one
        && reader.lower(at) == "the"
        && is_led
        && matches!(lead, "past" | "last" | "next")
        && !(unit == Unit::Day && matches!(lead, "last" | "next"))
        && after != "of";
    (is_single || unit >= Unit::Decade && is_led)
        .then(|| Moment::Duration(unit.duration(Some(1.)), Some((unit, 1., way))))
}

/// "in recent years", "the coming days": when, not how long.
fn past_units(lead: &str, unit: Unit) -> Moment {
    match lead {
        "recent" => Moment::Date(When::Vague("PAST_REF")),
        "coming" => Moment::Date(When::Vague("FUTURE_REF")),
        _ => Moment::Duration(unit.duration(None), None),
    }
}

/// "two or three years", "few months", "couple of weeks", "30 days" after "the past".
fn past_count(reader: &Reader, next: usize, way: i32) -> Option<(usize, Moment)> {
    if let Some((tokens, moment)) = range(reader, next) {
        return Some((tokens.end, moment));
    }
    let (count, unit, end) = match reader.lower(next) {
        "few" | "several" | "couple" => {
            let skip = usize::from(reader.lower(next + 1) == "of");
            let Class::Units(unit) = reader.class(next + 1 + skip) else { return None };
            ((reader.lower(next) == "couple").then_some(2.), unit, next + 2 + skip)
        }
        _ => length(reader, next).filter(|_| matches!(reader.class(next), Class::Number))?,
    };
    Some((end, Moment::Duration(unit.duration(count), count.map(|n| (unit, n, way)))))
}
