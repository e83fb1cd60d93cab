//! Tokens to quantities: numbers with value, unit and what they count.

use crate::document::{Document, Span};
use crate::tags::Syntax;
use crate::times::Time;

/// What a number is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Kind {
    Count,
    Ordinal,
    Percent,
    Money,
    Measure,
    Ratio,
    Age,
    Score,
}

impl Kind {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Ordinal => "ordinal",
            Kind::Percent => "percent",
            Kind::Money => "money",
            Kind::Measure => "measure",
            Kind::Ratio => "ratio",
            Kind::Age => "age",
            Kind::Score => "score",
        }
    }
}

/// Which way a number changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Change {
    Up,
    Down,
}

impl Change {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Change::Up => "up",
            Change::Down => "down",
        }
    }
}

/// A number with its meaning.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The number with its currency, % or unit; hedges outside.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its value in `unit`.
    pub value: Option<f64>,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// A score or vote.
    pub parts: Option<Vec<f64>>,
    /// "some", "about".
    pub approximate: bool,
    /// UCUM, ISO 4217, "%" or "[pp]".
    pub unit: Option<String>,
    /// What is counted.
    pub of: Option<Span>,
    /// "rose 4 %".
    pub change: Option<Change>,
    /// Index of the quantity that this one restates.
    pub restates: Option<usize>,
    /// What found it.
    pub rule: &'static str,
}

/// All quantities in text order. What is a time is no quantity.
pub fn find(document: &Document, syntax: &Syntax, times: &[Time]) -> Vec<Quantity> {
    let _ = (document, syntax, times);
    Vec::new()
}
