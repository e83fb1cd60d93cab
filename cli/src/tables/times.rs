//! Dates, times, durations.

use super::{Column, Kind, Row};
use crate::reading::Reading;
use onrecord::report::Time;

/// The columns of the table.
pub const COLUMNS: &[Column] = &[
    ("id", Kind::Text),
    ("words", Kind::Text),
    ("kind", Kind::Text),
    ("value", Kind::Text),
    ("from", Kind::Text),
    ("until", Kind::Text),
    ("basis", Kind::Text),
    ("start", Kind::Whole),
    ("end", Kind::Whole),
];

/// The times of an article.
pub fn rows(reading: &Reading) -> Vec<Row> {
    reading.report.times.iter().map(|time| row(reading, time)).collect()
}

fn row(reading: &Reading, time: &Time) -> Row {
    vec![
        time.id.as_str().into(),
        reading.words(time).into(),
        time.kind.name().into(),
        time.value.as_str().into(),
        time.from.clone().into(),
        time.until.clone().into(),
        time.basis.name().into(),
        time.start.into(),
        time.end.into(),
    ]
}
