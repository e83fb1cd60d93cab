//! Tokens to times: dates, times of day, durations and sets, resolved against the publication date.

use crate::document::{Document, Span};
use crate::tags::Syntax;

/// TIMEX3 kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Kind {
    Date,
    Time,
    Duration,
    Set,
}

impl Kind {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Duration => "duration",
            Kind::Set => "set",
        }
    }
}

/// What a time was resolved from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Basis {
    Stated,
    Published,
    Context,
    None,
}

impl Basis {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Published => "published",
            Basis::Context => "context",
            Basis::None => "none",
        }
    }
}

/// A time expression.
#[derive(Clone, Debug)]
pub struct Time {
    /// Its bytes, without preposition.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// TIMEX3 value.
    pub value: String,
    /// First day, ISO 8601.
    pub from: Option<String>,
    /// The day after the last, ISO 8601.
    pub until: Option<String>,
    /// What it was resolved from.
    pub basis: Basis,
    /// What found it.
    pub rule: &'static str,
}

/// The publication date to use: as given, else from the article's own dateline, else none.
pub fn published(document: &Document, given: Option<&str>) -> Option<String> {
    let _ = document;
    given.map(str::to_owned)
}

/// All times in text order.
pub fn find(document: &Document, syntax: &Syntax, published: Option<&str>) -> Vec<Time> {
    let _ = (document, syntax, published);
    Vec::new()
}
