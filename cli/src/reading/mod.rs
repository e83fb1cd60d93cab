//! A text with its report, and what people ask of both: the same answers as the page gives (`www/reading.js`).

mod plain;
pub mod words;
mod claims;
mod sources;

use onrecord::report::{Claim, Entity, Report, Span, Time};
use plain::one_line;

pub use plain::headline;
pub use sources::Source;

/// A text with its report.
pub struct Reading<'a> {
    /// The article's id.
    pub article: &'a str,
    /// Its words.
    pub text: &'a str,
    /// What was found.
    pub report: &'a Report,
    units: Vec<u16>,
}

impl<'a> Reading<'a> {
    /// Of the report of this text.
    pub fn new(article: &'a str, text: &'a str, report: &'a Report) -> Self {
        Reading { article, text, report, units: text.encode_utf16().collect() }
    }

    /// The text in the units in which the report counts.
    pub fn units(&self) -> &[u16] {
        &self.units
    }

    /// A stretch as it stands in the text.
    pub fn raw(&self, start: u32, end: u32) -> String {
        String::from_utf16_lossy(&self.units[start as usize..end as usize])
    }

    /// The words of a span, on one line.
    pub fn words(&self, span: impl Into<Span>) -> String {
        let Span { start, end } = span.into();
        one_line(&self.raw(start, end))
    }

    /// The words that are said to be said.
    pub fn content(&self, claim: &Claim) -> String {
        claim.content.iter().map(|&span| self.words(span)).collect::<Vec<_>>().join(" … ")
    }

    /// The entity of an id.
    pub fn entity(&self, id: &str) -> Option<&'a Entity> {
        self.report.entity(id)
    }

    /// The name of an entity.
    pub fn name(&self, id: &str) -> &'a str {
        self.entity(id).map_or("", |entity| &entity.name)
    }

    /// The time of an id.
    pub fn time(&self, id: &str) -> Option<&'a Time> {
        let number: usize = id.strip_prefix('t')?.parse().ok()?;
        self.report.times.get(number.checked_sub(1)?)
    }
}
