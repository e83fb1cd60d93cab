//! Times of day: "10:30", "5 a.m.", "10.45pm", "1500 GMT", "noon", "2:30 the next day", "at 8 p.m. on Friday".

use super::moment::{Moment, When};
use super::reader::{Class, Reader};
use super::{date, relative};
use crate::model::is_word;
use std::ops::Range;

/// A time of day, with the zone, the place's "local time" and the date that stand beside it.
pub fn find(reader: &Reader, at: usize) -> Option<(Range<usize>, Moment)> {
    let (end, hour) = noon(reader, at).or_else(|| digits(reader, at)).or_else(|| words(reader, at))?;
    let (end, offset) = zone(reader, end);
    let (end, day) = day_after(reader, end);
    let (part, when) = day.map_or((None, None), |(part, when)| (part, Some(when)));
    let hour = if part.is_some_and(|part| part != "TMO") { after_noon(&hour, reader.class(at)) } else { hour };
    Some((at..end, Moment::Clock(format!("{hour}{offset}"), when)))
}

/// "nine o'clock Friday night" is 21:00, "midnight Friday night" the end of that day.
fn after_noon(hour: &str, class: Class) -> String {
    if let Class::Hour(_) = class {
        return hour.replace("T00:", "T24:");
    }
    match hour.get(1..3).and_then(|h| h.parse::<u32>().ok()).filter(|h| *h < 12) {
        Some(hours) => format!("T{:02}{}", hours + 12, &hour[3..]),
        None => hour.to_owned(),
    }
}

fn noon(reader: &Reader, at: usize) -> Option<(usize, String)> {
    let Class::Hour(hour) = reader.class(at) else { return None };
    Some((at + 1, hour.to_owned()))
}

/// "nine o'clock", "ten o'clock at night", "4 in the morning".
fn words(reader: &Reader, at: usize) -> Option<(usize, String)> {
    let number = reader.number(at).filter(|n| n.tokens.len() == 1 && (1. ..=12.).contains(&n.value))?;
    let is_bare = number.shape == crate::numerals::number::Shape::Cardinal
        && number.tail.is_empty()
        && number.value.fract() == 0.;
    let o_clock = usize::from(reader.lower(at + 1) == "o'clock");
    let next = at + 1 + o_clock;
    let (end, is_late) = match (reader.lower(next), reader.lower(next + 1), reader.lower(next + 2)) {
        ("at", "night", _) => (next + 2, true),
        ("in", "the", "afternoon" | "evening") => (next + 3, true),
        ("in", "the", "morning") => (next + 3, false),
        _ => (next, false),
    };
    let is_led = is_word(reader.before(at, 1), "before-hour") && reader.before(at, 1) != "between";
    (is_bare && (o_clock == 1 && !number.is_digits || end > next && (o_clock == 1 || is_led))).then_some(())?;
    let hours = number.value as u32;
    let hours = if is_late && hours < 12 { hours + 12 } else { hours };
    Some((end, format!("T{hours:02}:00")))
}

fn digits(reader: &Reader, at: usize) -> Option<(usize, String)> {
    if !matches!(reader.class(at), Class::Number) {
        return None;
    }
    let word = reader.word(at);
    let cut = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
    let (number, glued) = word.split_at(cut);
    let (half, end) = half_of_day(reader, glued, at + 1)?;
    let o_clock = glued.is_empty() && reader.lower(end) == "o'clock";
    let end = end + usize::from(o_clock);
    let (hours, minutes, seconds) = parts(reader, at, number, end, half)?;
    let is_sure =
        half.is_some() || o_clock || matches!(reader.class(end), Class::Zone(_)) || reader.has(end, &["local", "time"]);
    // "at 10:30" is a time, "4:39 left", "won 3:1" and "2:05:13" are not.
    let is_led = number.contains(':')
        && minutes.is_some_and(|m| m.len() == 2)
        && (seconds.is_none() || reader.before(at, 1) == "at")
        && (is_word(reader.before(at, 1), "before-hour")
            || matches!(reader.class(at.wrapping_sub(1)), Class::Weekday(_) | Class::Day(_)))
        && !matches!(reader.lower(end), "left" | "minutes" | "remaining" | "ratio");
    (is_sure || is_led).then_some(())?;
    let hours = match half {
        Some('p') if hours < 12 => hours + 12,
        Some('a') if hours == 12 => 0,
        Some(_) if hours > 12 => return None,
        _ => hours,
    };
    let minutes: u32 = minutes.map_or(Some(0), |m| m.parse().ok())?;
    (hours < 24 && minutes < 60 && seconds.is_none_or(|s| s.parse::<u32>().is_ok_and(|s| s < 60))).then_some(())?;
    let precise = number.contains([':', '.']) || !o_clock && half.is_none();
    let value = if precise || minutes > 0 { format!("T{hours:02}:{minutes:02}") } else { format!("T{hours:02}:00") };
    Some((end, value))
}

type Parts<'w> = (u32, Option<&'w str>, Option<&'w str>);

fn parts<'w>(reader: &Reader, at: usize, number: &'w str, end: usize, half: Option<char>) -> Option<Parts<'w>> {
    // "1500 GMT", "0930 GMT".
    if number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()) && half.is_none() {
        matches!(reader.class(end), Class::Zone(_)).then_some(())?;
        return Some((number[..2].parse().ok()?, Some(&number[2..]), None));
    }
    let _ = at;
    let mut parts = number.split([':', '.']);
    let hours = parts.next().filter(|h| matches!(h.len(), 1 | 2))?.parse().ok()?;
    let minutes = parts.next();
    let seconds = parts.next();
    let right = minutes.is_none_or(|m| m.len() == 2) && seconds.is_none_or(|s| s.len() == 2) && parts.next().is_none();
    (right
        && (minutes.is_none() || number.contains(':') || half.is_some() || matches!(reader.class(end), Class::Zone(_))))
    .then_some((hours, minutes, seconds))
}

/// "am", "p.m.", "a m" after the digits or stuck to them; other letters make it no time.
fn half_of_day(reader: &Reader, glued: &str, end: usize) -> Option<(Option<char>, usize)> {
    let read = |word: &str| match word {
        "am" | "a.m." | "a.m" | "AM" | "A.M." => Some('a'),
        "pm" | "p.m." | "p.m" | "PM" | "P.M." => Some('p'),
        _ => None,
    };
    if !glued.is_empty() {
        return match (read(glued), glued) {
            (Some(half), _) => Some((Some(half), end)),
            // "5a.m.": the tokenizer ends the number at the full stop.
            (None, "a" | "p") if reader.lower(end) == "." && matches!(reader.lower(end + 1), "m" | "m.") => {
                Some((glued.chars().next(), end + 2))
            }
            _ => None,
        };
    }
    Some(match read(reader.word(end)).or_else(|| read(reader.lower(end))) {
        Some(half) => (Some(half), end + 1),
        None => (None, end),
    })
}

/// "GMT", "(ET)", "local time".
fn zone(reader: &Reader, end: usize) -> (usize, &'static str) {
    let bracket = usize::from(reader.lower(end) == "(");
    if let Class::Zone(offset) = reader.class(end + bracket) {
        return (end + 1 + 2 * bracket, offset);
    }
    if reader.has(end, &["local", "time"]) {
        return (end + 2, "");
    }
    // "Tongan time", "Central European Time".
    let named = (end..end + 3).take_while(|&i| reader.document.is_capitalized(i) && reader.lower(i) != "time").count();
    if named > 0
        && reader.lower(end + named) == "time"
        && !matches!(reader.class(end), Class::Weekday(_) | Class::Month(_))
    {
        return (end + named + 1, "");
    }
    if reader.lower(end + 1) == "time"
        && matches!(
            reader.lower(end),
            "eastern" | "pacific" | "central" | "mountain" | "london" | "moscow" | "uk" | "tokyo"
        )
    {
        return (end + 2, "");
    }
    (end, "")
}

/// "Monday", "today", "on Friday", "the next day", "on 13 September", "tomorrow".
fn day_after(reader: &Reader, end: usize) -> (usize, Option<(Option<&'static str>, When)>) {
    let at = end + usize::from(reader.lower(end) == "on");
    let is_own = |m: &Moment| !matches!(m, Moment::Clock(..));
    let found = date::full(reader, at)
        .filter(|(_, moment)| is_own(moment))
        .or_else(|| relative::weekday(reader, at))
        .or_else(|| relative::day(reader, at))
        .or_else(|| relative::unit(reader, at).filter(|(_, m)| matches!(m, Moment::Date(When::Context(..)))));
    match found {
        Some((tokens, Moment::Date(when))) => (tokens.end, Some((None, when))),
        Some((tokens, Moment::Part(part, Some(when)))) => (tokens.end, Some((Some(part), when))),
        _ => (end, None),
    }
}
