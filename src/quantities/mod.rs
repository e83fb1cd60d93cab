//! Tokens to quantities: numbers with value, unit and what they count.

mod age;
mod change;
mod of;
mod count;
mod unit;
mod duration;
mod measure;
mod hedge;
mod ordinal;
mod labels;
mod left_out;
mod dollar;
mod money;
mod score;
mod names;
mod percent;
mod range;
mod ratio;
mod restates;
#[cfg(test)]
mod tests;

use crate::document::{Document, Span};
use crate::numerals::digits;
use crate::numerals::number::{Number, Shape};
use crate::tags::Syntax;
use crate::times::Time;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

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
    /// UCUM, ISO 4217, "%" or `[pp]`.
    pub unit: Option<String>,
    /// What is counted.
    pub of: Option<Span>,
    /// "rose 4 %".
    pub change: Option<Change>,
    /// Index of the quantity that this one restates.
    pub restates: Option<usize>,
    /// What found it.
    pub rule: &'static str,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// One unit, in `unit`, in the last place that it shows.
    pub step: f64,
    /// The power of ten said in words or letters: 9 in "1.2 billion".
    pub magnitude: i32,
    /// A range as it was written, its first end first: "from 75 to 50" is 50 to 75, and went from 75 to 50.
    /// The two numbers of a share: 36 and 120 in "36 out of 120".
    pub ends: Option<[f64; 2]>,
}

impl Quantity {
    /// The word at token `at`, before anything is known of it.
    fn of_token(document: &Document, at: usize, kind: Kind) -> Quantity {
        Quantity {
            span: document.tokens[at].span,
            kind,
            value: None,
            low: None,
            high: None,
            parts: None,
            approximate: false,
            unit: None,
            of: None,
            change: None,
            restates: None,
            rule: "",
            tokens: at..at + 1,
            step: 1.,
            magnitude: 0,
            ends: None,
        }
    }
}

/// A quantity on its way: what the later steps still need to know of its number.
#[derive(Clone, Debug)]
struct Draft {
    quantity: Quantity,
    mantissa: f64,
    magnitude: i32,
    is_digits: bool,
    /// Its unit is said in its own words: "$3", not the 3 of "3 to 5 dollars".
    has_unit: bool,
}

/// What the rules look at.
struct Scan<'d, 't> {
    document: &'d Document<'t>,
    syntax: &'d Syntax,
    times: &'d [Time],
    numbers: Vec<Number<'t>>,
    /// Which country's pound, rupee or franc the text means, found once for each name.
    currencies: RefCell<BTreeMap<&'static str, &'static str>>,
}

/// A rule looks at number `at` and those after it, and says how many of them it used.
type Rule = fn(&Scan, usize) -> Option<(Draft, usize)>;

/// From the surest to the boldest: the first that answers is believed.
const RULES: &[(&str, Rule)] = &[
    ("score", score::find),
    ("one in five", ratio::one_in),
    ("age", age::find),
    // Before measures: "20 million pounds" is money.
    ("money", money::find),
    ("percent", percent::find),
    ("measure", measure::find),
    ("times as much", ratio::times),
    ("ordinal", ordinal::find),
    ("share", ratio::share),
    // Last: whatever is left counts something.
    ("count", count::find),
];

/// All quantities in text order. A duration that something is compared or counted with is a quantity too; other times are none.
pub fn find(document: &Document, syntax: &Syntax, times: &[Time]) -> Vec<Quantity> {
    let scan = Scan { document, syntax, times, numbers: digits::scan(document), currencies: RefCell::default() };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < scan.numbers.len() {
        let found = (!names::is_no_number(&scan, at) && !labels::is_label(&scan, at))
            .then(|| RULES.iter().find_map(|(name, rule)| Some((name, rule(&scan, at)?))))
            .flatten();
        match found {
            Some((name, (mut draft, used))) => {
                draft.quantity.rule = name;
                at += used.max(1);
                // The 100 of "5 L/100 km" belongs to the unit.
                let end = draft.quantity.tokens.end;
                at += scan.numbers[at..].iter().take_while(|n| n.tokens.start < end).count();
                // A sign between two numbers, "3-€-3", is the second's.
                drafts.pop_if(|last| last.quantity.span.end > draft.quantity.span.start);
                drafts.push(draft);
            }
            None => at += 1,
        }
    }
    range::join(&scan, &mut drafts);
    range::suspended(&scan, &mut drafts);
    let mut quantities: Vec<Quantity> = drafts.into_iter().map(|d| d.quantity).collect();
    ratio::words(&scan, &mut quantities);
    age::decades(&scan, &mut quantities);
    quantities.sort_by_key(|q| (q.span.start, q.span.end));
    hedge::mark(&scan, &mut quantities);
    hedge::join_bounds(&scan, &mut quantities);
    change::mark(&scan, &mut quantities);
    restates::mark(document, &mut quantities);
    left_out::fill(&scan, &mut quantities);
    quantities
}

impl<'d, 't> Scan<'d, 't> {
    fn lower(&self, at: isize) -> &str {
        self.document.lower_at(at)
    }

    /// A draft of number `at` and its tokens up to `end`.
    fn draft(&self, at: usize, kind: Kind, end: usize) -> Draft {
        let number = &self.numbers[at];
        let end = end.max(number.tokens.end);
        let mut span = number.span;
        if end > number.tokens.end {
            span.end = self.document.tokens[end - 1].span.end;
        }
        Draft {
            quantity: Quantity {
                span,
                kind,
                value: (number.shape != Shape::Vague).then_some(number.value),
                low: (number.shape == Shape::Vague).then_some(number.value),
                high: None,
                parts: None,
                approximate: number.shape == Shape::Vague,
                unit: None,
                of: None,
                change: None,
                restates: None,
                rule: "",
                tokens: number.tokens.start..end,
                step: number.step,
                magnitude: number.magnitude,
                ends: None,
            },
            mantissa: number.mantissa,
            magnitude: number.magnitude,
            is_digits: number.is_digits,
            has_unit: false,
        }
    }

    /// The time that holds token `at`.
    fn time_at(&self, at: usize) -> Option<&Time> {
        let span = self.document.tokens[at].span;
        let next = self.times.partition_point(|t| t.span.end <= span.start);
        self.times.get(next).filter(|t| t.span.overlaps(span))
    }
}
