//! "12 men and five women, 17 people in all".

use super::rounding::{Interval, interval};
use super::{Check, Computed, Found, Kind, Scan};
use crate::document::TokenKind;
use crate::model::is_word;
use crate::quantities::{Kind as Quality, Quantity};

/// More addends than these are a table, and nobody says which belong to the total.
const MOST_ADDENDS: usize = 4;

/// Each total that stands right after all of its addends.
pub fn find(scan: &Scan) -> Vec<Check> {
    (0..scan.document.sentences.len()).filter_map(|sentence| check(scan, &scan.quantities_of(sentence))).collect()
}

fn check(scan: &Scan, here: &[usize]) -> Option<Check> {
    let here: Vec<&Quantity> = here
        .iter()
        .map(|&i| &scan.quantities[i])
        .filter(|q| q.kind != Quality::Ordinal && q.restates.is_none())
        .collect();
    total_last(scan, &here).or_else(|| total_first(scan, &here))
}

/// "Nine people were killed: six women and three children."; and "19 of them soldiers and 12 of them civilians", which
/// may leave some out or count some twice, so that only what comes to exactly all, or to more than all, says anything.
fn total_first(scan: &Scan, here: &[&Quantity]) -> Option<Check> {
    let (total, parts) = here.split_first()?;
    let document = scan.document;
    let is_count = |q: &Quantity| q.kind == Quality::Count && q.value.is_some() && !q.approximate;
    let is_all = total.value.or(total.low).is_some() && total.kind == Quality::Count && !total.approximate;
    ((2..=MOST_ADDENDS).contains(&parts.len()) && is_all && parts.iter().all(|q| is_count(q))).then_some(())?;
    are_listed(scan, parts).then_some(())?;
    let last = parts.last()?;
    let end = last.of.map_or(last.tokens.end, |of| document.tokens_in(of).end);
    let is_end = document.tokens.get(end).is_none_or(|t| t.kind == TokenKind::Punctuation);
    let before_first = document.lower(parts[0].tokens.start - 1);
    let is_person = total.of.is_some_and(|of| {
        matches!(
            document.lower(document.tokens_in(of).end - 1),
            "people" | "persons" | "victims" | "members" | "passengers"
        )
    });
    // "two claims: 1. that it is universal, and 2. that it is a word" numbers them.
    let are_counts = is_person || parts.iter().all(|q| q.of.is_some());
    let is_colon = before_first == ":" && is_end && total.value.is_some() && are_counts;
    let of_them = |q: &&Quantity| {
        document.lower_at(q.tokens.end as isize) == "of"
            && matches!(document.lower_at(q.tokens.end as isize + 1), "them" | "whom" | "those")
    };
    let is_split = before_first == "," && parts.iter().all(of_them);
    (is_colon || is_split).then_some(())?;
    let computed: f64 = parts.iter().filter_map(|q| q.value).sum();
    let all = total.value.or(total.low)?;
    // Of people all are listed; of other things some may be left out, so that less than all says nothing.
    (is_colon && is_person || computed >= all).then_some(())?;
    Some(found(computed == all, computed, total, here))
}

fn found(agrees: bool, computed: f64, total: &Quantity, all: &[&Quantity]) -> Check {
    let spans: Vec<_> = all.iter().map(|q| q.span).collect();
    let computed = Computed::Number { value: computed, unit: total.unit.clone() };
    Found { kind: Kind::Sum, rule: "total of what is listed", agrees, computed }.over(&spans).judging(total.span, None)
}

fn total_last(scan: &Scan, here: &[&Quantity]) -> Option<Check> {
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
    Some(found(sum.meets(interval(total)?), computed, total, here))
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
