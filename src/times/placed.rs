//! Clock times and parts of days take their day from the words beside them, the sentence, the paragraph or the publication date.

use super::calendar::Date;
use super::moment::UNKNOWN_DAY;
use super::{Basis, Kind, Time};
use crate::document::Document;

/// Farthest in tokens from a clock time to the day after it: "at 7:37 p.m. local time (1137 UTC) on Wednesday".
const FARTHEST_DAY_TOKENS: usize = 9;
/// Times that are looked at backwards for the day of a clock time.
const MOST_TIMES_BACK: usize = 20;

/// Gives each time of day its day, and joins a day and the time of day right after it.
pub fn place(document: &Document, published: Option<Date>, times: &mut Vec<Time>) {
    name_days(document, times);
    join(document, times);
    for i in 0..times.len() {
        if is_clock(&times[i]) {
            let day = day_of(document, times, i);
            put(&mut times[i], day, published);
        }
    }
}

/// "Wednesday (Feb. 24)", "today (July 28, 2022)", "two days later, on July 2": the date beside it says which day it was.
fn name_days(document: &Document, times: &mut [Time]) {
    for i in 1..times.len() {
        let (named, date) = (&times[i - 1], &times[i]);
        let link: Vec<&str> = (named.tokens.end..date.tokens.start).take(3).map(|at| document.lower(at)).collect();
        let is_beside = match &link[..] {
            ["("] => document.lower_at(date.tokens.end as isize) == ")",
            ["on"] | [","] | [",", "on"] => named.rule == LATER,
            _ => false,
        };
        let is_dated = date.kind == Kind::Date && date.rule == "full date" && date.value.len() == UNKNOWN_DAY.len();
        if is_beside && is_dated && is_unknown_day(named) {
            let (value, from, until) = (date.value.clone(), date.from.clone(), date.until.clone());
            let named = &mut times[i - 1];
            let part = named.value.find('T').filter(|_| named.kind == Kind::Time).map_or("", |t| &named.value[t..]);
            named.value = format!("{value}{part}");
            (named.from, named.until, named.basis) = (from, until, Basis::Context);
        }
    }
}

/// The rule of "two days later".
const LATER: &str = "ago or later";

/// "Wednesday", "today", "two days later" of an article without a date.
fn is_unknown_day(time: &Time) -> bool {
    let is_named = matches!(time.rule, "weekday" | "day by name" | LATER);
    is_named && time.from.is_none() && (time.value.starts_with("XXXX-") || time.value.ends_with("_REF"))
}

/// A time of day whose value begins with the hour or the part: "T15:20Z", "TEV".
fn is_clock(time: &Time) -> bool {
    time.kind == Kind::Time && time.value.starts_with('T')
}

fn is_day(time: &Time) -> bool {
    let is_named = time.rule == "day by name" && time.value.ends_with("_REF");
    let is_exact = is_named
        || time.value.len() == 10 && time.value.as_bytes()[4] == b'-'
        || time.value.starts_with("XXXX-WXX-") && time.value.len() == 10;
    matches!(time.kind, Kind::Date) && is_exact
}

/// The value, days and basis of a day.
type Day = (String, Option<(String, String)>, Basis);

fn as_day(time: &Time) -> Day {
    let value = if time.value.ends_with("_REF") { UNKNOWN_DAY } else { time.value.get(..10).unwrap_or(&time.value) };
    let value = value.to_owned();
    (value, time.from.clone().zip(time.until.clone()), time.basis)
}

/// "Saturday 8:00 p.m.", "today at 1429 UTC": one time.
fn join(document: &Document, times: &mut Vec<Time>) {
    let mut joined: Vec<Time> = Vec::with_capacity(times.len());
    for time in times.drain(..) {
        let gap = |last: &Time| time.tokens.start.checked_sub(last.tokens.end);
        let is_beside = |last: &Time| {
            is_day(last)
                && (gap(last) == Some(0) || gap(last) == Some(1) && document.lower(last.tokens.end) == "at")
                && document.sentence_of(last.tokens.start) == document.sentence_of(time.tokens.start)
        };
        match joined.last_mut().filter(|last| is_clock(&time) && is_beside(last)) {
            Some(last) => {
                let day = as_day(last);
                let span = last.span.cover(time.span);
                let tokens = last.tokens.start..time.tokens.end;
                *last = Time { span, tokens, ..time };
                put(last, Some(day), None);
            }
            None => joined.push(time),
        }
    }
    *times = joined;
}

/// The day that the sentence names, before or after time `i`; else the last of the sentence before it.
fn day_of(document: &Document, times: &[Time], i: usize) -> Option<Day> {
    let sentence = document.sentence_of(times[i].tokens.start);
    let within = |time: &&Time| document.sentence_of(time.tokens.start) == sentence;
    let dated =
        |time: &&Time| is_day(time) || time.kind == Kind::Time && !time.value.starts_with('T') && time.value.len() > 10;
    let is_near = |time: &&Time| time.tokens.start - times[i].tokens.end <= FARTHEST_DAY_TOKENS;
    let after = times[i + 1..].iter().take_while(within).take_while(is_near).take(2).find(dated);
    let before = times[..i].iter().rev().take_while(within).find(dated);
    if let Some(day) = before.or(after) {
        return Some(as_day(day));
    }
    let next = document.paragraphs.partition_point(|p| p.sentences.end <= sentence);
    let paragraph = document.paragraphs.get(next).filter(|p| p.sentences.contains(&sentence))?;
    times[..i]
        .iter()
        .rev()
        .take(MOST_TIMES_BACK)
        .take_while(|t| {
            let other = document.sentence_of(t.tokens.start);
            other + 1 >= sentence && paragraph.sentences.contains(&other)
        })
        .find(dated)
        .map(as_day)
        .map(|(value, days, _)| (value, days, Basis::Context))
}

fn put(time: &mut Time, day: Option<Day>, published: Option<Date>) {
    let (value, days, basis) = match (day, published) {
        (Some(day), _) => day,
        (None, Some(today)) => {
            let days = (today.to_string(), today.plus_days(1).to_string());
            (today.to_string(), Some(days), Basis::Published)
        }
        (None, None) => (UNKNOWN_DAY.to_owned(), None, Basis::None),
    };
    time.value = format!("{value}{}", time.value);
    // The last day of the calendar has no day after it.
    (time.from, time.until) = days.filter(|(from, until)| from < until).unzip();
    time.basis = basis;
}
