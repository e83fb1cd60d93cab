//! Tokens to times: dates, times of day, durations and sets, resolved against the publication date.

pub mod calendar;
mod moment;
mod reader;
mod beside;
mod duration;
mod date;
mod relative;
mod part;
mod modifiers;
mod set;
mod tense;
mod spans;
mod published;
mod clock;
mod holiday;
mod placed;
mod resolve;
mod year;
mod range;
#[cfg(test)]
mod tests;

use crate::document::{Document, Span};
use crate::tags::Syntax;
use moment::Moment;
pub use published::published;
use reader::{Class, Reader};
use resolve::Resolver;
use std::ops::Range;

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
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl Time {
    /// The same time with the words from token `first` on.
    fn beginning(self, document: &Document, first: usize) -> Time {
        let tokens = first..self.tokens.end;
        Time { span: document.span(first, self.tokens.end - 1), tokens, ..self }
    }
}

/// A rule looks at token `at` and says which tokens from there on are a time, and what they say.
type Rule = fn(&Reader, usize) -> Option<(Range<usize>, Moment)>;

/// From the surest to the boldest: the first that answers is believed. Longer expressions come before their parts.
const RULES: &[(&str, Rule)] = &[
    ("named day", date::nine_eleven),
    ("time of day", clock::find),
    ("first of two days", date::first_of_two),
    ("week of a date", date::week),
    ("full date", date::full),
    ("numeric date", date::numeric),
    ("holiday", holiday::find),
    ("quarter", year::quarter),
    ("every so often", set::find),
    ("ago or later", relative::ago),
    ("first months", duration::first_of_year),
    ("the past so many", duration::past),
    ("part of a day", part::find),
    ("weekday", relative::weekday),
    ("last, this, next", relative::unit),
    ("month", date::month),
    ("day by name", relative::day),
    ("season", relative::season),
    ("decade or century", year::decade),
    // Before years: "1,500 years" and "2000 days" are no dates.
    ("duration", duration::find),
    ("year", year::find),
    ("vague", relative::vague),
];

/// All times in text order.
pub fn find(document: &Document, syntax: &Syntax, published: Option<&str>) -> Vec<Time> {
    let reader = Reader::new(document);
    let mut resolver = Resolver::new(&reader, syntax, published);
    let mut times = Vec::new();
    let mut at = 0;
    // Where the last time ended.
    let mut floor = 0;
    while at < document.tokens.len() {
        let found = (reader.class(at) != Class::None)
            .then(|| RULES.iter().find_map(|(rule, read)| Some((rule, read(&reader, at)?))))
            .flatten();
        match found {
            Some((rule, (tokens, moment))) if !tokens.is_empty() => {
                let first = modifiers::start(&reader, tokens.start, floor, &moment);
                at = tokens.end.max(at + 1);
                floor = at;
                times.extend(resolver.time(tokens, &moment, rule).map(|time| time.beginning(document, first)));
                if let Some((tokens, moment)) = date::second_of_two(&reader, at, &moment) {
                    (at, floor) = (tokens.end, tokens.end);
                    times.extend(resolver.time(tokens, &moment, "second of two days"));
                }
            }
            _ => at += 1,
        }
    }
    range::join(&reader, &mut times);
    placed::place(document, resolver.today(), &mut times);
    times
}
