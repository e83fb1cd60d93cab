//! Counts for a spreadsheet.

use super::count::Counts;
use crate::tables::{Column, Kind, Row, csv};

const MONTHS: &[Column] = &[
    ("month", Kind::Text),
    ("articles", Kind::Whole),
    ("statements", Kind::Whole),
    ("named", Kind::Whole),
    ("described", Kind::Whole),
    ("unnamed", Kind::Whole),
    ("nobody", Kind::Whole),
    ("speakers", Kind::Whole),
];

const SPEAKERS: &[Column] = &[
    ("name", Kind::Text),
    ("kind", Kind::Text),
    ("statements", Kind::Whole),
    ("in_quotes", Kind::Whole),
    ("articles", Kind::Whole),
    ("first", Kind::Text),
    ("last", Kind::Text),
];

/// A row for each month.
pub fn months(counts: &Counts) -> String {
    let rows = counts.months.iter().map(|(name, month)| -> Row {
        let mut row: Row = vec![name.as_str().into(), month.articles.into(), month.all().into()];
        row.extend(month.statements.iter().map(|&count| count.into()));
        row.push(month.speakers.len().into());
        row
    });
    csv::head(MONTHS) + &rows.map(|row| csv::line(&row)).collect::<String>()
}

/// A row for each speaker with a name.
pub fn speakers(counts: &Counts) -> String {
    let rows = counts.speakers().into_iter().map(|speaker| -> Row {
        let (first, last) = speaker.months.clone().unzip();
        vec![
            speaker.name.as_str().into(),
            speaker.kind.as_str().into(),
            speaker.statements.into(),
            speaker.in_quotes.into(),
            speaker.articles.into(),
            first.into(),
            last.into(),
        ]
    });
    csv::head(SPEAKERS) + &rows.map(|row| csv::line(&row)).collect::<String>()
}
