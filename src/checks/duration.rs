//! "six years, from 1939 to 1945", "11 days, from 5 May 2023 to 15 May 2023".

use super::rounding::Interval;
use super::{Check, Computed, Found, Kind, Scan};
use crate::quantities::{Kind as Quality, Quantity};
use crate::times::calendar::Date;
use crate::times::{Basis, Time};

/// Each length beside the two dates that it lies between.
pub fn find(scan: &Scan) -> Vec<Check> {
    scan.times.windows(2).filter_map(|pair| check(scan, &pair[0], &pair[1])).collect()
}

fn check(scan: &Scan, first: &Time, last: &Time) -> Option<Check> {
    let document = scan.document;
    let from = first.tokens.start.checked_sub(1)?;
    let joined = last.tokens.start == first.tokens.end + 1
        && matches!(
            (document.lower(from), document.lower(first.tokens.end)),
            ("from", "to" | "until" | "till") | ("between", "and")
        );
    (joined && first.basis == Basis::Stated && last.basis == Basis::Stated).then_some(())?;
    let length = scan
        .quantities_of(document.sentence_of(from))
        .into_iter()
        .map(|i| &scan.quantities[i])
        .find(|q| is_beside(scan, q, from, last.tokens.end))?;
    let (a, b) = (Date::read(first.from.as_deref()?)?, Date::read(last.from.as_deref()?)?);
    let said = length.value?;
    let (computed, unit) = match (length.unit.as_deref()?, first.value.len(), last.value.len()) {
        ("a", 4, 4) => (f64::from(b.year - a.year), "a"),
        ("d", 10, 10) => (f64::from(b.number() - a.number()), "d"),
        ("wk", 10, 10) => (f64::from(b.number() - a.number()) / 7., "wk"),
        _ => return None,
    };
    (computed > 0.).then_some(())?;
    // First and last year, or day, may both count.
    let tolerance = if length.approximate { 0.1 * computed + 1. } else { 1. };
    let agrees = (computed - tolerance..=computed + tolerance).contains(&said);
    Some(
        Found {
            kind: Kind::Duration,
            rule: "length between two dates",
            agrees,
            computed: Computed::Number { value: computed, unit: Some(unit.to_owned()) },
        }
        .over(&[length.span, first.span, last.span])
        .judging(length.span, Some(Interval::around(computed, tolerance))),
    )
}

/// ", from" right after it, or a comma right before it, perhaps with "lasted".
fn is_beside(scan: &Scan, q: &Quantity, from: usize, end: usize) -> bool {
    let document = scan.document;
    let comma = |at: usize| document.lower_at(at as isize) == ",";
    q.kind == Quality::Measure
        && (q.tokens.end == from
            || q.tokens.end + 1 == from && comma(q.tokens.end)
            || q.tokens.start == end + 1 && comma(end)
            || q.tokens.start == end + 2
                && comma(end)
                && matches!(document.lower(end + 1), "lasted" | "lasting" | "or" | "took" | "taking"))
}
