//! Who speaks, and with how many words.

use super::{Column, Kind, Row};
use crate::reading::{Reading, Source};

/// The columns of the table.
pub const COLUMNS: &[Column] = &[
    ("source", Kind::Text),
    ("role", Kind::Text),
    ("how", Kind::Text),
    ("claims", Kind::Whole),
    ("quoted", Kind::Whole),
    ("paraphrased", Kind::Whole),
    ("paragraph", Kind::Whole),
];

/// The sources of an article, in the order in which they speak.
pub fn rows(reading: &Reading) -> Vec<Row> {
    reading.sources().into_iter().map(row).collect()
}

fn row(source: Source) -> Row {
    let Source { name, role, how, claims, quoted, paraphrased, first } = source;
    vec![name.into(), role.into(), how.into(), claims.into(), quoted.into(), paraphrased.into(), first.into()]
}
