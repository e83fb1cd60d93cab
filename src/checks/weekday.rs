//! "Monday, 12 September 2023": that day was a Tuesday.

use super::{Check, Computed, Found, Kind, Scan};
use crate::model::lists;
use crate::times::calendar::Date;
use crate::times::{Basis, Time};

/// Before this year the calendar itself is in doubt (Britain changed in 1752, Russia in 1918).
const FIRST_YEAR: i32 = 1919;
const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Each date that is written with its weekday and its year: "Monday, 12 September 2023", "Monday (12 September 2023)".
pub fn find(scan: &Scan) -> Vec<Check> {
    (0..scan.times.len()).filter_map(|i| check(scan, i)).collect()
}

fn check(scan: &Scan, i: usize) -> Option<Check> {
    let time = &scan.times[i];
    let date = Date::read(time.value.get(..10)?).filter(|d| d.year >= FIRST_YEAR && is_known(scan, time, d))?;
    let own = weekday(scan, time);
    let before = || {
        let last = &scan.times[i.checked_sub(1)?];
        let is_bracketed = time.tokens.start == last.tokens.end + 1
            && scan.document.lower(last.tokens.end) == "("
            && scan.document.lower_at(time.tokens.end as isize) == ")";
        weekday(scan, last).filter(|_| is_bracketed && last.tokens.len() == 1).map(|said| (said, last.span))
    };
    let (said, spans) = match own {
        Some(said) => (said, vec![time.span]),
        None => before().map(|(said, span)| (said, vec![span, time.span]))?,
    };
    (said == date.weekday() || time.basis == Basis::Stated || is_sure(scan, date, said)).then_some(())?;
    let name = NAMES[date.weekday() as usize - 1];
    Some(
        Found {
            kind: Kind::Weekday,
            rule: "weekday of a date",
            agrees: said == date.weekday(),
            computed: Computed::Date(name.to_owned()),
        }
        .over(&spans)
        .judging(spans[0], None),
    )
}

/// A date with its year, or one whose year comes from the publication date.
fn is_known(scan: &Scan, time: &Time, date: &Date) -> bool {
    let near = |today: Date| (today.number() - date.number()).abs() <= NEAR_DAYS;
    time.basis == Basis::Stated
        || time.basis == Basis::Published && time.rule == "full date" && scan.published.is_some_and(near)
}

/// Days from the publication within which a date without its year is of that year.
const NEAR_DAYS: i32 = 60;

/// A date that is still to come is of this year; one that is past may be of the year before, if that has the weekday.
fn is_sure(scan: &Scan, date: Date, said: u32) -> bool {
    let last_year = || Date::new(date.year - 1, date.month, date.day).is_some_and(|d| d.weekday() == said);
    scan.published.is_some_and(|today| date > today || !last_year())
}

/// The weekday that a time begins with: 1 for Monday.
fn weekday(scan: &Scan, time: &Time) -> Option<u32> {
    // "this Friday, July 8".
    time.tokens.clone().take(3).find_map(|at| {
        let row = lists().time_words.get(scan.document.lower(at))?;
        row.strip_prefix("weekday\t").or_else(|| row.strip_prefix("short\t"))?.parse().ok()
    })
}
