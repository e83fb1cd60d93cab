//! Numbers, times, and what was recomputed of them.

use super::Breaks;
use crate::report::ids::{cycle, index};
use crate::report::{Check, Computed, Quantity, Report, Span, Time};

pub fn check(report: &Report, breaks: &mut Breaks) {
    breaks.must_count('q', report.quantities.iter().map(|q| &q.id));
    breaks.must_count('t', report.times.iter().map(|t| &t.id));
    breaks.must_count('k', report.checks.iter().map(|k| &k.id));
    let quantities: Vec<Span> = report.quantities.iter().map(|q| Span { start: q.start, end: q.end }).collect();
    let times: Vec<Span> = report.times.iter().map(|t| Span { start: t.start, end: t.end }).collect();
    breaks.must_follow("quantities", &quantities);
    breaks.must_follow("times", &times);
    report.quantities.iter().for_each(|q| quantity(q, breaks));
    restatements(report, breaks);
    report.times.iter().for_each(|t| time(t, breaks));
    report.checks.iter().for_each(|k| recomputed(k, breaks));
}

fn quantity(q: &Quantity, breaks: &mut Breaks) {
    let id = &q.id;
    let numbers = q.value.iter().chain(&q.low).chain(&q.high).chain(q.parts.iter().flatten());
    for number in numbers {
        breaks.must(number.is_finite(), || format!("{id}: {number} is no finite number"));
    }
    if let (Some(low), Some(high)) = (q.low, q.high) {
        breaks.must(low <= high, || format!("{id}: from {low} to {high}"));
    }
    breaks.must(q.parts.as_ref().is_none_or(|p| !p.is_empty()), || format!("{id}: no parts"));
    breaks.must(q.unit.as_ref().is_none_or(|u| !u.is_empty()), || format!("{id}: an empty unit"));
}

/// A number restates another, and in the end one that restates none.
fn restatements(report: &Report, breaks: &mut Breaks) {
    let other = |q: &Quantity| index('q', q.restates.as_ref()?, report.quantities.len());
    for q in &report.quantities {
        breaks.must(q.restates.is_none() || other(q).is_some(), || format!("{} restates {:?}", q.id, q.restates));
    }
    if let Some(i) = cycle(report.quantities.len(), |i| other(&report.quantities[i])) {
        breaks.found.push(format!("{} restates itself", report.quantities[i].id));
    }
}

fn time(t: &Time, breaks: &mut Breaks) {
    let id = &t.id;
    breaks.must(!t.value.is_empty(), || format!("{id}: no value"));
    for day in t.from.iter().chain(&t.until) {
        breaks.must(is_date(day), || format!("{id}: from or until {day:?} is no day"));
    }
    if let (Some(from), Some(until)) = (&t.from, &t.until) {
        breaks.must(from < until, || format!("{id}: from {from} until {until}"));
    }
}

fn recomputed(k: &Check, breaks: &mut Breaks) {
    let id = &k.id;
    breaks.must(!k.spans.is_empty(), || format!("{id}: of nothing"));
    breaks.must(k.spans.is_sorted_by_key(|s| s.start), || format!("{id}: {:?} are not in text order", k.spans));
    let is_sound = match &k.computed {
        Computed::Number { value, .. } => value.is_finite(),
        Computed::Date(date) => !date.is_empty(),
    };
    breaks.must(is_sound, || format!("{id}: computed {:?}", k.computed));
}

/// A day as "2023-09-13": four digits of year, which compare as letters do.
pub fn is_date(day: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| day.get(range).and_then(|d| d.parse::<u32>().ok());
    day.len() == 10
        && day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
        && digits(5..7).is_some_and(|month| (1..=12).contains(&month))
        && digits(8..10).is_some_and(|day| (1..=31).contains(&day))
}
