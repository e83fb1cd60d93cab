//! A report as rows: the tables that spreadsheets and notebooks read, the same columns as the page exports, with the
//! article and its date in front.

pub mod claims;
pub mod csv;
pub mod entities;
pub mod parquet;
pub mod quantities;
pub mod sources;
pub mod times;

use crate::reading::Reading;
use clap::ValueEnum;
use onrecord::report::Span;
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::fmt;

/// One value of a row; in the files between two runs it is written as plain JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Not stated.
    Absent,
    /// Yes or no.
    Flag(bool),
    /// A count or an offset.
    Whole(i64),
    /// A measured value.
    Number(f64),
    /// Words.
    Text(String),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Cell::Flag`].
    Flag,
    /// [`Cell::Whole`].
    Whole,
    /// [`Cell::Number`].
    Number,
    /// [`Cell::Text`].
    Text,
}

/// Name and kind of a column.
pub type Column = (&'static str, Kind);

/// One row.
pub type Row = Vec<Cell>;

/// The tables that can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Table {
    /// Who said what
    Claims,
    /// Who and what is mentioned
    Entities,
    /// Numbers with their units
    Quantities,
    /// Dates, times, durations
    Times,
    /// Who speaks, and with how many words
    Sources,
}

/// In front of the columns of every table.
const ARTICLE: &[Column] = &[("article", Kind::Text), ("published", Kind::Text)];

impl Table {
    /// Its name, as in file names.
    pub fn name(self) -> &'static str {
        match self {
            Table::Claims => "claims",
            Table::Entities => "entities",
            Table::Quantities => "quantities",
            Table::Times => "times",
            Table::Sources => "sources",
        }
    }

    /// All columns, the article's first.
    pub fn columns(self) -> Vec<Column> {
        let own = match self {
            Table::Claims => claims::COLUMNS,
            Table::Entities => entities::COLUMNS,
            Table::Quantities => quantities::COLUMNS,
            Table::Times => times::COLUMNS,
            Table::Sources => sources::COLUMNS,
        };
        [ARTICLE, own].concat()
    }

    /// The rows of an article.
    pub fn rows(self, reading: &Reading) -> Vec<Row> {
        let mut rows = match self {
            Table::Claims => claims::rows(reading),
            Table::Entities => entities::rows(reading),
            Table::Quantities => quantities::rows(reading),
            Table::Times => times::rows(reading),
            Table::Sources => sources::rows(reading),
        };
        for row in &mut rows {
            row.splice(0..0, [Cell::from(reading.article), Cell::from(reading.report.published.clone())]);
        }
        rows
    }
}

impl Cell {
    /// The words of a span that may be absent.
    fn words(reading: &Reading, span: Option<Span>) -> Cell {
        Cell::from(span.map(|span| reading.words(span)))
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cell, D::Error> {
        deserializer.deserialize_any(AnyCell)
    }
}

/// By what stands there: much faster than trying one kind after the other.
struct AnyCell;

impl Visitor<'_> for AnyCell {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("null, a flag, a number or words")
    }

    fn visit_unit<E: Error>(self) -> Result<Cell, E> {
        Ok(Cell::Absent)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Cell, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Whole(number))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Cell, E> {
        Ok(i64::try_from(number).map_or(Cell::Number(number as f64), Cell::Whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Cell, E> {
        Ok(Cell::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Whole(i64::from(number))
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<T> From<Option<T>> for Cell
where
    Cell: From<T>,
{
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Absent, Cell::from)
    }
}
