//! "Monday, 12 September 2023": that day was a Tuesday.

use super::{Check, Found, Kind, Scan};
use crate::model::lists;
use crate::report::Computed;
use crate::times::Basis;
use crate::times::calendar::Date;

/// Before this year the calendar itself is in doubt (Britain changed in 1752, Russia in 1918).
const FIRST_YEAR: i32 = 1919;
const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Each date that is written with its weekday and its year.
pub fn find(scan: &Scan) -> Vec<Check> {
    scan.times
        .iter()
        .filter(|t| t.basis == Basis::Stated)
        .filter_map(|t| {
            let date = Date::read(t.value.get(..10)?).filter(|d| d.year >= FIRST_YEAR)?;
            let row = lists().time_words.get(scan.document.lower(t.tokens.start))?;
            let said: u32 = row.strip_prefix("weekday\t").or_else(|| row.strip_prefix("short\t"))?.parse().ok()?;
            let name = NAMES[date.weekday() as usize - 1];
            Some(
                Found {
                    kind: Kind::Weekday,
                    rule: "weekday of a date",
                    agrees: said == date.weekday(),
                    computed: Computed::Date(name.to_owned()),
                }
                .over(&[t.span]),
            )
        })
        .collect()
}
