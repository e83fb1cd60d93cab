//! What the words around a number make of it: about, more than, up to, "or so", "-odd".

use super::{Quantity, Scan};
use crate::model::lists;

/// The longest hedge in tokens: "somewhere in the region of".
const LONGEST_HEDGE_TOKENS: usize = 6;

/// Marks approximations and bounds.
pub fn mark(scan: &Scan, quantities: &mut [Quantity]) {
    for quantity in quantities.iter_mut().filter(|q| q.parts.is_none() && q.kind != super::Kind::Ordinal) {
        let mut start = quantity.tokens.start;
        // Two hedges may follow one another: "at least some 300".
        for _ in 0..2 {
            let Some((first, what)) = before(scan, start) else { break };
            apply(quantity, what);
            start = first;
        }
        if let Some(what) = after(scan, quantity.tokens.end) {
            apply(quantity, what);
        }
    }
}

/// "greater than 100 and smaller than 300", "at least 20 and at most 100": two bounds on one thing.
pub fn join_bounds(scan: &Scan, quantities: &mut Vec<Quantity>) {
    let mut joined: Vec<Quantity> = Vec::with_capacity(quantities.len());
    for two in quantities.drain(..) {
        match joined.last().and_then(|one| both_bounds(scan, one, &two)) {
            Some(both) => *joined.last_mut().expect("a bound stands before") = both,
            None => joined.push(two),
        }
    }
    *quantities = joined;
}

fn both_bounds(scan: &Scan, one: &Quantity, two: &Quantity) -> Option<Quantity> {
    let (low, high) = match (one.low, one.high, two.low, two.high) {
        (Some(low), None, None, Some(high)) | (None, Some(high), Some(low), None) if low <= high => (low, high),
        _ => return None,
    };
    let gap = two.tokens.start.saturating_sub(one.tokens.end);
    let link = scan.lower(one.tokens.end as isize);
    let linked = (2..=7).contains(&gap)
        && (matches!(link, "and" | "but") || link == "," && low < high)
        && before(scan, two.tokens.start).is_some_and(|(first, _)| first == one.tokens.end + 1);
    let alike = one.kind == two.kind && (one.unit == two.unit || one.unit.is_none()) && one.of.is_none();
    (linked && alike && one.value.is_none() && two.value.is_none()).then(|| Quantity {
        low: Some(low),
        high: Some(high),
        span: one.span.cover(two.span),
        tokens: one.tokens.start..two.tokens.end,
        ..two.clone()
    })
}

fn apply(quantity: &mut Quantity, what: &str) {
    match (what, quantity.value) {
        ("approximate", _) => quantity.approximate = true,
        ("low", Some(value)) => (quantity.value, quantity.low) = (None, Some(value)),
        ("high", Some(value)) => (quantity.value, quantity.high) = (None, Some(value)),
        _ => {}
    }
}

/// The longest hedge that ends right before token `start`: where it begins, and what it says.
fn before<'s>(scan: &Scan, start: usize) -> Option<(usize, &'s str)> {
    let document = scan.document;
    let mut phrase = String::new();
    let mut found = None;
    // A determiner may stand between: "more than a million", "about the 300".
    for first in (start.saturating_sub(LONGEST_HEDGE_TOKENS)..start).rev() {
        if !phrase.is_empty() && document.tokens[first + 1].spaced {
            phrase.insert(0, ' ');
        }
        phrase.insert_str(0, document.lower(first));
        if let Some(what) = lists().hedges.get(&phrase) {
            found = Some((first, what));
        }
    }
    found
}

/// "or so", "or more", "+", "-odd", "-plus" after the number.
fn after<'s>(scan: &Scan, end: usize) -> Option<&'s str> {
    let word = |i: usize| scan.lower((end + i) as isize);
    match (word(0), word(1)) {
        ("or", "so") | ("-", "odd") | ("-", "ish") | ("or", "thereabouts") | ("give", "or") => Some("approximate"),
        ("or", "more" | "higher" | "greater" | "above" | "over" | "older")
        | ("-", "plus")
        | ("and", "above" | "over" | "up")
        | ("plus", _) => Some("low"),
        ("+", _) => Some("low"),
        ("or", "less" | "fewer" | "under" | "below" | "lower" | "younger") | ("and", "under") => Some("high"),
        _ => None,
    }
}
