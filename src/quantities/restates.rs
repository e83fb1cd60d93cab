//! "1,000 kilometres (620 miles)": the second quantity says the first again.

use super::{Kind, Quantity};
use crate::document::{Document, TokenKind};
use crate::model::lists;

/// Marks what is said again in brackets or after "or", in another unit of the same dimension or another currency.
pub fn mark(document: &Document, quantities: &mut [Quantity]) {
    for i in 1..quantities.len() {
        // Three in a row: "300 °C (572 °F, 573 K)".
        let first = quantities[i - 1].restates.unwrap_or(i - 1);
        let (one, two) = (&quantities[first], &quantities[i]);
        if !(is_beside(document, &quantities[i - 1], two) && is_same_thing(one, two)) {
            continue;
        }
        let approximate = one.approximate;
        let of = one.of;
        let change = one.change;
        let two = &mut quantities[i];
        two.restates = Some(first);
        two.approximate |= approximate;
        two.of = two.of.or(of);
        two.change = two.change.or(change);
    }
}

/// In brackets right after it, or after a slash or "or" in the bracket.
fn is_beside(document: &Document, one: &Quantity, two: &Quantity) -> bool {
    let (end, start) = (one.tokens.end, two.tokens.start);
    if end >= start || start - end > 5 {
        return false;
    }
    let gap: Vec<&str> = (end..start).map(|i| document.lower(i)).collect();
    let opening = gap.iter().position(|w| matches!(*w, "(" | "["));
    let is_light = |w: &&str| lists().hedges.has(w) || matches!(*w, "or" | "the" | "of" | "than" | "more" | "less");
    let within = |gap: &[&str]| gap.iter().all(&is_light);
    match opening {
        // One noun may stand before the bracket: "a 5-mile run (8 km)".
        Some(at) => at <= 1 && within(&gap[at + 1..]),
        // "12 miles, or 19 kilometres," and "60mph/97kph"; "a 5-mile or 10-km run" offers two.
        None if gap[..] == ["/"] => !document.tokens[start].spaced && one.kind == Kind::Measure,
        None if gap.len() >= 2 && gap[..2] == [",", "or"] => within(&gap[2..]) && closes(document, two.tokens.end),
        None => one.restates.is_some() && matches!(gap[0], "/" | "," | ";" | "or") && within(&gap[1..]),
    }
}

/// Whether what is said again is over before token `at`.
fn closes(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Punctuation)
        || matches!(
            document.lower(at),
            "of" | "from" | "north" | "south" | "east" | "west" | "above" | "below" | "away"
        )
}

fn is_same_thing(one: &Quantity, two: &Quantity) -> bool {
    let (Some(a), Some(b)) = (one.unit.as_deref(), two.unit.as_deref()) else { return false };
    if a == b || one.parts.is_some() || two.parts.is_some() {
        return false;
    }
    match (one.kind, two.kind) {
        (Kind::Money, Kind::Money) => a.split('/').next() != b.split('/').next(),
        (Kind::Measure, Kind::Measure) => dimension(a).is_some_and(|d| d != "time" && Some(d) == dimension(b)),
        _ => false,
    }
}

/// What a unit measures, by its code.
pub fn dimension(code: &str) -> Option<&'static str> {
    lists().unit_codes.get(code)?.split('\t').next()
}
