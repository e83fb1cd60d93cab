//! Days and spans said from where the speaker stands: "Wednesday", "yesterday", "last week", "three weeks ago", "two days later".

use super::beside::{modifier, month_year, year_after};
use super::calendar::{Date, days_in};
use super::date;
use super::duration;
use super::moment::{Moment, UNKNOWN_DAY, Unit, When, Which, Year};
use super::reader::{Class, Reader};
use crate::model::{is_word, lists};
use std::ops::Range;

/// "Wednesday", "last Friday", "Thursday night", "Friday morning".
pub fn weekday(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let early = is_early(reader, at);
    let (which, here) = which(reader, at + early);
    // "the Saturday of the fair".
    let the = usize::from(here == at && reader.lower(at) == "the" && reader.lower(at + 2) == "of");
    let here = here + the;
    let day = match reader.class(here) {
        Class::Weekday(day) => day,
        Class::ShortWeekday(day) if is_short_day(reader, here) => day,
        _ => return None,
    };
    if is_named_day(reader, here) {
        return None;
    }
    // "this Friday, July 8, 2022", "Tuesday 26/07/2022": the date is the same day.
    if which != Which::Bare || reader.word(here + 1).contains('/') {
        let comma = usize::from(reader.lower(here + 1) == ",");
        let same = date::full(reader, here + 1 + comma).or_else(|| date::numeric(reader, here + 1));
        if let Some((tokens, moment)) = same.filter(|(t, _)| !matches!(reader.class(t.start), Class::Weekday(_))) {
            return Some((at..tokens.end, moment));
        }
    }
    let when = When::Weekday(day, which);
    Some(with_part(reader, at, here + 1, when))
}

/// "early", "late on", "earlier" before a weekday: how many tokens.
fn is_early(reader: &Reader, at: usize) -> usize {
    let is_early = matches!(reader.lower(at), "early" | "late" | "earlier" | "later");
    let on = usize::from(matches!(reader.lower(at), "early" | "late") && reader.lower(at + 1) == "on");
    let is_day = |i: usize| matches!(reader.class(i), Class::Weekday(_));
    if is_early && is_day(at + 1 + on) { 1 + on } else { 0 }
}

/// "Black Tuesday", "Super Tuesday", the "Sunday Times": names.
fn is_named_day(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let is_capitalized = |i: usize| document.is_capitalized(i);
    // "the Sunday Ledger reported"; "the Sunday Vatican service" is on a Sunday.
    let is_past = |word: &str| is_word(word, "past") || word.len() > 4 && word.ends_with("ed");
    let ends_name = || is_capitalized(at + 1) && is_past(reader.lower(at + 2));
    at > 0 && is_capitalized(at - 1) && is_word(reader.before(at, 1), "names-day")
        || is_capitalized(at + 1) && is_word(reader.lower(at + 1), "paper")
        || reader.lower(at) == "sunday" && reader.before(at, 1) == "the" && ends_name()
}

/// "Wed" where it cannot be a verb, the sun or a bone.
fn is_short_day(reader: &Reader, at: usize) -> bool {
    matches!(reader.before(at, 1), "on" | "by" | "until" | "since" | "last" | "next" | "this")
        && reader.word(at).len() <= 5
        && !matches!(reader.lower(at), "sun" | "sat" | "wed")
}

/// "last", "this", "next", "this past", "the previous": what it says and where it ends.
fn which(reader: &Reader, at: usize) -> (Which, usize) {
    match reader.lower(at) {
        "last" => (Which::Last, at + 1),
        "this" if matches!(reader.lower(at + 1), "past") => (Which::Last, at + 2),
        "this" if matches!(reader.lower(at + 1), "coming") => (Which::Next, at + 2),
        "this" => (Which::This, at + 1),
        "next" => (Which::Next, at + 1),
        "the" if matches!(reader.lower(at + 1), "previous" | "preceding") => (Which::Last, at + 2),
        "the"
            if matches!(reader.lower(at + 1), "following" | "next")
                && matches!(reader.class(at + 2), Class::Weekday(_)) =>
        {
            (Which::Next, at + 2)
        }
        _ => (Which::Bare, at),
    }
}

/// "morning", "night" right after a day.
fn with_part(reader: &Reader, start: usize, end: usize, when: When) -> (Range<usize>, Moment) {
    let early = usize::from(matches!(reader.lower(end), "early" | "late"));
    match reader.class(end + early) {
        Class::Part(part) => (start..end + early + 1, Moment::Part(part, Some(when))),
        Class::Unit(Unit::Night) => (start..end + early + 1, Moment::Part("TNI", Some(when))),
        _ => (start..end, Moment::Date(when)),
    }
}

/// A capital in mid-sentence, and another after it.
fn is_in_name(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let opens = document.sentences[document.sentence_of(at)].tokens.start == at;
    !opens
        && document.is_capitalized(at)
        && document.tokens.get(at + 1).is_some_and(|t| t.kind == crate::document::TokenKind::Word)
        && document.is_capitalized(at + 1)
        && reader.before(at, 1) != "\u{201c}"
        && reader.before(at, 1) != "\""
}

/// "USA Today": a capital in mid-sentence right after another; "TODAY NICARAGUA": a line's head in capitals.
fn ends_name(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let is_loud = |i: usize| reader.word(i).len() > 1 && reader.word(i).bytes().all(|b| b.is_ascii_uppercase());
    let start = document.sentences[document.sentence_of(at)].tokens.start;
    document.is_capitalized(at)
        && at > start
        && document.is_capitalized(at - 1)
        && document.tokens[at].spaced
        && !is_loud(at)
        || is_loud(at) && is_loud(at + 1)
}

/// "today", "yesterday morning", "earlier today", "tonight", "this morning", "last night".
pub fn day(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let here = at + usize::from(matches!(reader.lower(at), "earlier" | "later" | "late" | "early"));
    match reader.class(here) {
        Class::Day(_) if reader.lower(here) == "tonight" => {
            Some((at..here + 1, Moment::Part("TNI", Some(When::Offset(Unit::Day, 0)))))
        }
        // "the Tomorrow Group", "USA Today", "TODAY NICARAGUA".
        Class::Day(_) if is_in_name(reader, here) || ends_name(reader, here) => None,
        Class::Day(offset) => Some(with_part(reader, at, here + 1, When::Offset(Unit::Day, offset))),
        Class::Lead => {
            let offset = match reader.lower(here) {
                "this" => 0,
                "last" => -1,
                _ => return None,
            };
            let early = usize::from(matches!(reader.lower(here + 1), "early" | "late"));
            let part = match reader.class(here + 1 + early) {
                Class::Part(part) => part,
                Class::Unit(Unit::Night) => "TNI",
                _ => return None,
            };
            Some((at..here + 2 + early, Moment::Part(part, Some(When::Offset(Unit::Day, offset)))))
        }
        _ => None,
    }
}

/// "last week", "this year", "the previous year", "the following day", "the end of the year", "this weekend", "that day".
pub fn unit(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let here = modifier(reader, at).unwrap_or(at);
    let modified = here != at;
    // "told Kamloops This Week".
    if !modified && reader.word(at).starts_with('T') && is_in_name(reader, at) {
        return None;
    }
    if let Some(found) = same_period(reader, at).or_else(|| within(reader, at)).or_else(|| year_end(reader, at)) {
        return Some(found);
    }
    // "later the same day", "earlier that same week": the day alone.
    if matches!(reader.lower(at), "earlier" | "later") && matches!(reader.lower(here), "the" | "that") {
        return None;
    }
    let the = usize::from(reader.lower(here) == "the");
    let word = here + the;
    let done = |end: usize, when: When| Some((at..end, Moment::Date(when)));
    let past = usize::from(
        matches!(reader.lower(word), "this")
            && matches!(reader.lower(word + 1), "past" | "coming" | "financial" | "fiscal")
            // "that same day".
            || reader.has(word, &["that", "same"]),
    );
    if let Some(unit) = calendar_unit(reader, word + 1 + past) {
        let end = word + 2 + past;
        let offset = match reader.lower(word) {
            // "the last week of March" is none of these.
            _ if reader.lower(end) == "of" && the == 1 => return part_of(reader, at, word, end),
            "last" if the == 1 && matches!(unit, Unit::Day | Unit::Decade | Unit::Century) => return None,
            "past" if !matches!(unit, Unit::Week | Unit::Weekend | Unit::Month) => return None,
            "last" if the == 1 => return None,
            "last" | "past" => -1,
            "this" if past == 1 && reader.lower(word + 1) == "past" => -1,
            "this" | "current" => 0,
            "next" if the == 1 && unit == Unit::Day => return done(end, When::Context(unit, 1)),
            "next" if the == 1 => return None,
            "next" | "coming" | "upcoming" => 1,
            "previous" | "preceding" => return done(end, When::Context(unit, -1)),
            "following" => return done(end, When::Context(unit, 1)),
            "that" | "same" if matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) => {
                return done(end, When::Context(unit, 0));
            }
            _ => return None,
        };
        let offset = if matches!(reader.lower(word + 1), "coming") { 1 } else { offset };
        if reader.is_hyphen(end) && !matches!(reader.lower(word), "last" | "this" | "next") {
            return None;
        }
        return done(end, When::Offset(unit, offset));
    }
    if the == 1 { after_the(reader, at, word, modified) } else { None }
}

/// "by year-end", "until the year's end"; "year-end results" are a sort of results.
fn year_end(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let length = if reader.has(at, &["year", "-", "end"]) {
        3
    } else if reader.has(at, &["the", "year", "'s", "end"]) {
        4
    } else {
        return None;
    };
    let is_led = matches!(reader.before(at, 1), "by" | "until" | "before" | "at" | "than" | "since" | "to" | "through");
    is_led.then(|| (at..at + length, Moment::Date(When::Offset(Unit::Year, 0))))
}

/// "earlier in the day", "later in the week".
fn within(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let is_led = matches!(reader.lower(at), "earlier" | "later") && reader.has(at + 1, &["in", "the"]);
    let unit =
        calendar_unit(reader, at + 3).filter(|unit| is_led && *unit <= Unit::Year && reader.lower(at + 4) != "of")?;
    let when = if unit == Unit::Day { When::Context(unit, 0) } else { When::Offset(unit, 0) };
    Some((at..at + 4, Moment::Date(when)))
}

/// "the same period last year", "the same period of 2021", "the same month a year ago".
fn same_period(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let noun = reader.lower(at + 2);
    let is_same =
        reader.has(at, &["the", "same"]) && matches!(noun, "period" | "time" | "month" | "quarter" | "week" | "day");
    is_same.then_some(())?;
    let here = at
        + 3
        + usize::from(matches!(reader.lower(at + 3), "of" | "in"))
        + usize::from(reader.has(at + 3, &["of", "the"]));
    if let Some(year) = reader.year(here).filter(|_| here > at + 3) {
        return Some((at..here + 1, Moment::Date(When::SamePeriod(year))));
    }
    let end = match (reader.lower(here), reader.lower(here + 1)) {
        ("last", "year") => here + 2,
        ("a", "year") if matches!(reader.lower(here + 2), "ago" | "earlier" | "before") => here + 3,
        _ => return None,
    };
    let unit = if noun == "month" { Unit::Month } else { Unit::Year };
    Some((at..end, Moment::Date(When::YearBefore(unit))))
}

/// "the day before", "the day after tomorrow", "the end of the year", "the weekend": a unit right after "the".
fn after_the(reader: &Reader, at: usize, word: usize, modified: bool) -> Option<(Range<usize>, Moment)> {
    let done = |end: usize, when: When| Some((at..end, Moment::Date(when)));
    let unit = calendar_unit(reader, word)?;
    match reader.lower(word + 1) {
        "before" if reader.lower(word + 2) == "yesterday" => return done(word + 3, When::Offset(Unit::Day, -2)),
        "after" if reader.lower(word + 2) == "tomorrow" => return done(word + 3, When::Offset(Unit::Day, 2)),
        "before" | "previous" | "earlier" if !is_clause(reader, word + 2) => {
            return done(word + 2, When::Context(unit, -1));
        }
        "after" | "later" if !is_clause(reader, word + 2) => return done(word + 2, When::Context(unit, 1)),
        // "the day before he sailed": what follows says which.
        "before" | "after" if unit == Unit::Day => return done(word + 2, When::Vague(UNKNOWN_DAY)),
        _ => {}
    }
    // "the end of the year", "over the weekend".
    let is_this = modified && matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Quarter)
        || unit == Unit::Weekend && !reader.is_hyphen(word + 1);
    if is_this { done(word + 1, When::Offset(unit, 0)) } else { None }
}

/// A unit of the calendar at token `at`.
fn calendar_unit(reader: &Reader, at: usize) -> Option<Unit> {
    match reader.class(at) {
        Class::Unit(
            unit @ (Unit::Day
            | Unit::Week
            | Unit::Weekend
            | Unit::Month
            | Unit::Quarter
            | Unit::Year
            | Unit::Decade
            | Unit::Century),
        ) => Some(unit),
        _ => None,
    }
}

/// "before the vote": the day is said by what follows.
pub fn is_clause(reader: &Reader, at: usize) -> bool {
    reader.document.tokens.get(at).is_some_and(|t| t.kind != crate::document::TokenKind::Punctuation)
        && !is_word(reader.lower(at), "after-length")
}

/// "the last week of March", "the first week of 2020", "the first day of July".
fn part_of(reader: &Reader, at: usize, word: usize, end: usize) -> Option<(Range<usize>, Moment)> {
    let nth = match reader.lower(word) {
        "first" | "opening" => 1,
        "second" => 2,
        "third" => 3,
        "last" | "final" | "closing" => -1,
        _ => return None,
    };
    let is_edge = matches!(nth, -1 | 1);
    let done = |end: usize, when: When| Some((at..end, Moment::Date(when)));
    let month = match reader.class(end + 1) {
        Class::Month(month) => Some(month),
        _ => None,
    };
    match (reader.class(end - 1), month, year_after(reader, end)) {
        (Class::Unit(Unit::Week), Some(month), _) => {
            let (end, year) = month_year(reader, end + 2);
            done(end, When::WeekOf(nth, month, year))
        }
        (Class::Unit(Unit::Week), None, (end, year)) if is_edge && year != Year::Bare => {
            done(end, When::WeekOf(nth, if nth < 0 { 12 } else { 1 }, year))
        }
        (Class::Unit(Unit::Day), Some(month), _) if is_edge => {
            let (end, year) = month_year(reader, end + 2);
            let day = |year: i32| if nth < 0 { days_in(year, month) } else { 1 };
            match year {
                Year::Stated(year) => done(end, When::Full(Date::new(year, month, day(year))?)),
                Year::Offset(n) => done(end, When::DayOf(month, day(ANY_YEAR), n)),
                Year::Bare => done(end, When::MonthDay(month, day(ANY_YEAR))),
            }
        }
        _ => None,
    }
}

/// A year whose months have the usual lengths.
const ANY_YEAR: i32 = 2001;

/// "three weeks ago", "a year earlier", "two days later", "in two weeks' time", "two days before".
pub fn ago(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (length, unit, end) = duration::length(reader, at)?;
    // "in two weeks' time".
    if let Some(length) = length.filter(|_| reader.before(at, 1) == "in" && duration::is_of_time(reader, end)) {
        return Some((at..end + 2, Moment::Date(When::Ago(unit, length))));
    }
    let (sign, from_context, end) = match reader.lower(end) {
        // Minutes and hours are too fine for a calendar: "six minutes later" is a length.
        "ago" | "back" | "earlier" | "later" | "before"
            if unit < Unit::Day
                && (reader.lower(end) != "ago" || length.is_none_or(|n| unit != Unit::Hour || n < 24.)) =>
        {
            return None;
        }
        "ago" | "back" if reader.lower(end) == "ago" || reader.lower(end + 1) != "to" => (-1., false, end + 1),
        // "two days prior to the vote": what follows says when.
        "prior" if reader.lower(end + 1) == "to" => {
            return Some((at..end + 1, Moment::Date(When::Vague("PAST_REF"))));
        }
        "earlier" | "before" | "previously" | "prior" if !is_clause(reader, end + 1) => (-1., true, end + 1),
        "later" | "afterwards" | "after" | "on"
            if reader.lower(end) == "later" || reader.lower(end) == "afterwards" =>
        {
            (1., true, end + 1)
        }
        "from" if reader.lower(end + 1) == "now" => (1., false, end + 2),
        "hence" => (1., false, end + 1),
        _ => return None,
    };
    let Some(length) = length else {
        let when = When::Vague(if sign < 0. { "PAST_REF" } else { "FUTURE_REF" });
        return Some((at..end, Moment::Date(when)));
    };
    let when = if from_context { When::Later(unit, sign * length) } else { When::Ago(unit, sign * length) };
    Some((at..end, Moment::Date(when)))
}

/// "spring", "last summer", "the winter of 2009", "this fall".
pub fn season(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let here = modifier(reader, at).unwrap_or(at);
    let is_led = |i: usize| reader.lower(i) == "the" && matches!(reader.class(i + 1), Class::Season(_));
    let here = here + usize::from(here != at && reader.lower(here) == "the" || is_led(here));
    let (which, noun) = which(reader, here);
    let Class::Season(code) = reader.class(noun) else { return None };
    let (end, stated) = year_after(reader, noun + 1);
    // "the winter of 2006–2007".
    let end = end + 2 * usize::from(stated != Year::Bare && reader.is_hyphen(end) && reader.year(end + 1).is_some());
    let year = match (stated, which) {
        (Year::Bare, Which::Last) => Year::Offset(-100),
        (Year::Bare, Which::This) => Year::Offset(0),
        (Year::Bare, Which::Next) => Year::Offset(100),
        (year, _) => year,
    };
    let led = is_word(reader.before(noun, 1), "before-season");
    // "prices will fall in 2023".
    let falls_in = reader.lower(noun + 1) == "in" && here == at && which == Which::Bare && !led;
    let verb = reader.lower(noun) == "fall"
        && !(year != Year::Bare && !falls_in
            || matches!(
                (reader.before(noun, 2), reader.before(noun, 1)),
                ("in" | "this" | "since" | "until" | "during" | "by", "the")
            )
            || matches!(reader.before(noun, 1), "early" | "late"));
    let springs = reader.lower(noun) == "spring" && matches!(reader.lower(noun + 1), "to" | "from" | "up");
    ((year != Year::Bare || led)
        && !verb
        && !springs
        && !matches!(reader.lower(noun + 1), "olympics" | "games" | "palace" | "break")
        && (year != Year::Bare || reader.lower(noun + 1) != "of")
        && !reader.is_hyphen(noun + 1))
    .then_some(())?;
    Some((at..end, Moment::Date(When::Season(code, year))))
}

/// "recently", "now", "the future".
pub fn vague(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    if let Some(found) = at_a_time(reader, at).or_else(|| one_day(reader, at)) {
        return Some(found);
    }
    let (count, row) = lists().time_words.longest(reader.document, at)?;
    let value = row.strip_prefix("ref\t")?;
    let last = at + count - 1;
    // "The Past" is a title; "the past two years" was asked before; "current" measures electricity.
    let is_relative = matches!(reader.lower(last), "shortly" | "soon")
        && matches!(reader.lower(last + 1), "after" | "before" | "afterwards");
    (!is_relative
        && !reader.is_hyphen(last + 1)
        && (reader.lower(at) != "the"
            || !matches!(reader.class(last + 1), Class::Unit(_) | Class::Units(_) | Class::Number)))
    .then_some(())?;
    Some((at..last + 1, Moment::Date(When::Vague(value))))
}

/// "it will one day be used", "one day he saw it": some day, that comes after a word like "will" and else is past.
fn one_day(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    reader.has(at, &["one", "day"]).then_some(())?;
    let will =
        |word: &str| matches!(word, "will" | "would" | "could" | "can" | "may" | "might" | "'ll" | "hopes" | "to");
    let is_ahead = (1..=3).any(|back| will(reader.before(at, back))) || (2..=4).any(|on| will(reader.lower(at + on)));
    Some((at..at + 2, Moment::Date(When::Vague(if is_ahead { "FUTURE_REF" } else { "PAST_REF" }))))
}

/// "at the time", "at this time", "at present": the words after "at".
fn at_a_time(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    if reader.before(at, 1) == "in" && reader.has(at, &["the", "future"]) {
        return Some((at..at + 2, Moment::Date(When::Vague("FUTURE_REF"))));
    }
    (reader.before(at, 1) == "at").then_some(())?;
    let (length, value) = match (reader.lower(at), reader.lower(at + 1)) {
        ("present", _) => (1, "PRESENT_REF"),
        ("this", "time" | "stage" | "moment") | ("the", "moment") => (2, "PRESENT_REF"),
        ("that", "time") => (2, "PAST_REF"),
        _ => return None,
    };
    Some((at..at + length, Moment::Date(When::Vague(value))))
}
