//! "12 men and five women, 17 people in all".

use super::rounding::{Interval, interval};
use super::{Check, Found, Kind, Scan};
use crate::model::is_word;
use crate::quantities::{Kind as Quality, Quantity};
use crate::report::Computed;

/// More addends than these are a table, and nobody says which belong to the total.
const MOST_ADDENDS: usize = 4;

/// Each total that stands right behind all of its addends.
pub fn find(scan: &Scan) -> Vec<Check> {
    (0..scan.document.sentences.len()).filter_map(|sentence| check(scan, &scan.quantities_of(sentence))).collect()
}

fn check(scan: &Scan, here: &[usize]) -> Option<Check> {
    let here: Vec<&Quantity> = here
        .iter()
        .map(|&i| &scan.quantities[i])
        .filter(|q| q.kind != Quality::Ordinal && q.restates.is_none())
        .collect();
    let at = here.iter().position(|q| is_total(scan, q))?;
    let (total, addends) = (here[at], &here[..at]);
    ((2..=MOST_ADDENDS).contains(&addends.len()) && at + 1 == here.len()).then_some(())?;
    let alike = |q: &&Quantity| {
        (q.kind == total.kind && matches!(q.kind, Quality::Count | Quality::Money))
            && q.unit == total.unit
            && q.value.is_some()
    };
    (addends.iter().all(alike) && total.value.is_some() && are_listed(scan, addends)).then_some(())?;
    // "12 of whom", "including three": a part is no addend.
    let first = addends[0].tokens.start;
    (!(first..total.tokens.start).any(|i| is_part_word(scan.document.lower(i)))).then_some(())?;
    let sum = addends
        .iter()
        .filter_map(|q| interval(q))
        .fold(Interval { low: 0., high: 0. }, |a, b| Interval { low: a.low + b.low, high: a.high + b.high });
    let computed: f64 = addends.iter().filter_map(|q| q.value).sum();
    let spans: Vec<_> = addends.iter().map(|q| q.span).chain([total.span]).collect();
    Some(
        Found {
            kind: Kind::Sum,
            rule: "total of what is listed",
            agrees: sum.meets(interval(total)?),
            computed: Computed::Number { value: computed, unit: total.unit.clone() },
        }
        .over(&spans),
    )
}

/// "17 in all", "a total of 17", "17 people altogether".
fn is_total(scan: &Scan, q: &Quantity) -> bool {
    let document = scan.document;
    let start = q.tokens.start as isize;
    let before = |back: isize| document.lower_at(start - back);
    let led = before(1) == "of"
        && before(2) == "total"
        && matches!(before(3), "a")
        && matches!(before(4), "," | "for" | "\u{2014}" | "--" | "\u{2013}");
    let end = q.of.filter(|of| of.start >= q.span.end).map_or(q.tokens.end, |of| document.tokens_in(of).end) as isize;
    let after = |i: isize| document.lower_at(end + i);
    let trailed = matches!((after(0), after(1)), ("in", "all" | "total") | ("altogether", _))
        && matches!(before(1), "," | "\u{2014}" | "--" | "\u{2013}" | "making" | "or");
    led || trailed
}

/// Joined by commas and "and", with a few words of what each is.
fn are_listed(scan: &Scan, addends: &[&Quantity]) -> bool {
    let document = scan.document;
    let links = |a: &Quantity, b: &Quantity| {
        (a.tokens.end..b.tokens.start).any(|i| matches!(document.lower(i), "and" | "," | "plus"))
    };
    addends.windows(2).all(|pair| links(pair[0], pair[1]) && pair[1].tokens.start - pair[0].tokens.end <= 9)
}

fn is_part_word(word: &str) -> bool {
    is_word(word, "part")
}
