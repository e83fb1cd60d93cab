//! Quantities and times to checks: what in the article can be recomputed, and whether it agrees.

mod rounding;
mod age;
mod duration;
mod range;
mod change;
mod conversion;
mod share;
mod sum;
mod weekday;

use crate::document::{Document, Span};
use crate::quantities::Quantity;
use crate::times::Time;
use crate::times::calendar::Date;
use rounding::Interval;
use serde::{Deserialize, Serialize};

/// The result of a check: a number with its unit, or a date.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(untagged)]
pub enum Computed {
    /// A number.
    Number {
        /// In `unit`.
        value: f64,
        /// UCUM or ISO 4217.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// A date or weekday.
    Date(String),
}

/// What was recomputed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Kind {
    Conversion,
    PercentChange,
    PercentOf,
    Sum,
    Difference,
    Range,
    Weekday,
    Age,
    Duration,
}

impl Kind {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Conversion => "conversion",
            Kind::PercentChange => "percent-change",
            Kind::PercentOf => "percent-of",
            Kind::Sum => "sum",
            Kind::Difference => "difference",
            Kind::Range => "range",
            Kind::Weekday => "weekday",
            Kind::Age => "age",
            Kind::Duration => "duration",
        }
    }
}

/// One thing recomputed.
#[derive(Clone, Debug)]
pub struct Check {
    /// What was recomputed.
    pub kind: Kind,
    /// The words that belong together.
    pub spans: Vec<Span>,
    /// Within the rounding that the text itself shows.
    pub agrees: bool,
    /// What comes out.
    pub computed: Computed,
    /// Only the order of magnitude was judged.
    pub magnitude: bool,
    /// The words that were judged.
    pub stated: Option<Span>,
    /// What the other words may come to, within the rounding that they show: least and most.
    pub range: Option<(f64, f64)>,
    /// What found it.
    pub rule: &'static str,
}

impl Check {
    /// With the words that were judged, and the least and most that the others may come to.
    fn judging(self, stated: Span, range: Option<Interval>) -> Check {
        let range = range.filter(|r| r.low.is_finite() && r.high.is_finite() && r.low <= r.high);
        Check { stated: Some(stated), range: range.map(|r| (readable(r.low), readable(r.high))), ..self }
    }
}

/// What the checks look at.
struct Scan<'d, 't> {
    document: &'d Document<'t>,
    quantities: &'d [Quantity],
    times: &'d [Time],
    published: Option<Date>,
}

impl Scan<'_, '_> {
    /// The word right before a quantity, over its hedges.
    fn before(&self, quantity: &Quantity) -> &str {
        let mut at = quantity.tokens.start as isize - 1;
        while at > 0
            && (crate::model::lists().hedges.has(self.document.lower_at(at)) || self.document.lower_at(at) == "a")
        {
            at -= 1;
        }
        self.document.lower_at(at)
    }

    /// The quantities of a sentence, in text order.
    fn quantities_of(&self, sentence: usize) -> Vec<usize> {
        let tokens = &self.document.sentences[sentence].tokens;
        let first = self.quantities.partition_point(|q| q.tokens.start < tokens.start);
        (first..self.quantities.len()).take_while(|&i| self.quantities[i].tokens.start < tokens.end).collect()
    }
}

/// What a check found, before it is known where.
struct Found {
    kind: Kind,
    rule: &'static str,
    agrees: bool,
    computed: Computed,
}

impl Found {
    fn over(self, spans: &[Span]) -> Check {
        let mut spans = spans.to_vec();
        spans.sort_unstable();
        let computed = match self.computed {
            Computed::Number { value, unit } => Computed::Number { value: readable(value), unit },
            date => date,
        };
        Check {
            kind: self.kind,
            spans,
            agrees: self.agrees,
            computed,
            magnitude: false,
            stated: None,
            range: None,
            rule: self.rule,
        }
    }
}

/// Four digits that say something, and all before the point: no reader is helped by 621.3711922373339 miles.
fn readable(value: f64) -> f64 {
    if value.abs() >= 1000. { value.round() } else { format!("{value:.3e}").parse().unwrap_or(value) }
}

/// Each kind speaks only when it is sure that the numbers belong together.
const KINDS: &[fn(&Scan) -> Vec<Check>] =
    &[conversion::find, change::find, share::find, sum::find, range::find, weekday::find, age::find, duration::find];

/// All checks in text order.
pub fn find(document: &Document, quantities: &[Quantity], times: &[Time], published: Option<&str>) -> Vec<Check> {
    let published = published.and_then(Date::read);
    let scan = Scan { document, quantities, times, published };
    let mut checks: Vec<Check> = KINDS.iter().flat_map(|find| find(&scan)).collect();
    checks.sort_by_key(|c| (c.spans.first().copied(), c.kind.name()));
    checks
}
