//! Numbers with their units.

use super::{Cell, Column, Kind, Row};
use crate::reading::Reading;
use onrecord::report::Quantity;

/// The columns of the table.
pub const COLUMNS: &[Column] = &[
    ("id", Kind::Text),
    ("words", Kind::Text),
    ("kind", Kind::Text),
    ("value", Kind::Number),
    ("low", Kind::Number),
    ("high", Kind::Number),
    ("parts", Kind::Text),
    ("unit", Kind::Text),
    ("approximate", Kind::Flag),
    ("of", Kind::Text),
    ("change", Kind::Text),
    ("restates", Kind::Text),
    ("start", Kind::Whole),
    ("end", Kind::Whole),
];

/// The quantities of an article.
pub fn rows(reading: &Reading) -> Vec<Row> {
    reading.report.quantities.iter().map(|quantity| row(reading, quantity)).collect()
}

fn row(reading: &Reading, quantity: &Quantity) -> Row {
    vec![
        quantity.id.as_str().into(),
        reading.words(quantity).into(),
        quantity.kind.name().into(),
        quantity.value.into(),
        quantity.low.into(),
        quantity.high.into(),
        parts(quantity),
        quantity.unit.clone().into(),
        quantity.approximate.into(),
        Cell::words(reading, quantity.of),
        quantity.change.map(|change| change.name()).into(),
        quantity.restates.clone().into(),
        quantity.start.into(),
        quantity.end.into(),
    ]
}

/// A score: "89; 52".
fn parts(quantity: &Quantity) -> Cell {
    let parts = quantity.parts.as_ref();
    parts.map(|parts| parts.iter().map(f64::to_string).collect::<Vec<_>>().join("; ")).into()
}
