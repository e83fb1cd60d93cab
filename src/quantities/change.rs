//! Up or down: "rose 4 %", "down by a third", "a 3 percent drop", "0.68 percent lower", "+0.2%".

use super::{Change, Kind, Quantity, Scan};
use crate::model::{is_word, lists, names_step};

/// Marks what changed by this much.
pub fn mark(scan: &Scan, quantities: &mut [Quantity]) {
    for i in 0..quantities.len() {
        let quantity = &quantities[i];
        if quantity.change.is_some() || quantity.parts.is_some() {
            continue;
        }
        let change = by_ends(scan, quantity).or_else(|| before(scan, quantity)).or_else(|| after(scan, quantity));
        quantities[i].change =
            change.or_else(|| i.checked_sub(1).and_then(|last| or(scan, &quantities[last], quantity)));
    }
}

/// "fell 9p, or 3%": the second says the first again.
fn or(scan: &Scan, last: &Quantity, quantity: &Quantity) -> Option<Change> {
    let is_again = quantity.tokens.start == last.tokens.end + 2
        && scan.lower(last.tokens.end as isize) == ","
        && scan.lower(last.tokens.end as isize + 1) == "or"
        && quantity.kind == Kind::Percent;
    last.change.filter(|_| is_again)
}

/// "from 75 to 50" with a word of change before it.
fn by_ends(scan: &Scan, quantity: &Quantity) -> Option<Change> {
    let [first, last] = quantity.ends.filter(|_| quantity.kind != Kind::Ratio)?;
    (scan.lower(quantity.tokens.start as isize - 1) == "from" && first > last).then_some(Change::Down).or_else(|| {
        let start = quantity.tokens.start as isize;
        (scan.lower(start - 1) == "from" && (1..=4).any(|back| word(scan, start - 1 - back).is_some()))
            .then_some(if first > last { Change::Down } else { Change::Up })
    })
}

fn word(scan: &Scan, at: isize) -> Option<Change> {
    match lists().change_words.get(scan.lower(at))?.split('\t').next()? {
        "up" => Some(Change::Up),
        "down" => Some(Change::Down),
        _ => None,
    }
}

/// The word of change before it, over hedges and "by"; "to" ends the search: what rose to 84 did not rise by 84.
fn before(scan: &Scan, quantity: &Quantity) -> Option<Change> {
    let start = quantity.tokens.start as isize;
    if scan.lower(start - 1) == "+" {
        return Some(Change::Up);
    }
    for back in 1..=5 {
        let lower = scan.lower(start - back);
        let is_bound = lower == "up" && scan.lower(start - back + 1) == "to";
        // "raised $5 million" is no rise, "raised by $5" is.
        let is_raised = lower.starts_with("rais") && (back == 1 || scan.lower(start - 1) != "by");
        if is_raised {
            return None;
        }
        if let Some(change) = word(scan, start - back).filter(|_| !is_bound) {
            // "shipping up about 60 beds" is no rise, nor is "made up 38%"; "the lower half" is a place.
            let is_adverb = matches!(lower, "up" | "down")
                && (quantity.kind == Kind::Count
                    || matches!(scan.lower(start - back - 1), "made" | "make" | "makes" | "making"))
                || lower == "lower" && back == 1 && quantity.kind == Kind::Ratio;
            return (!matches!(quantity.kind, Kind::Ordinal | Kind::Age) && !is_adverb).then_some(change);
        }
        let passes = lists().hedges.has(lower) || is_word(lower, "between-change");
        if !passes
            || lower == "to" && scan.lower(start - back - 1) != "up"
            || matches!(lower, "of" | "in" | "the") && back == 1
        {
            return None;
        }
    }
    None
}

/// "3 percent drop", "5 % higher", "a 12 % year-on-year increase".
fn after(scan: &Scan, quantity: &Quantity) -> Option<Change> {
    matches!(quantity.kind, Kind::Percent | Kind::Money | Kind::Measure | Kind::Ratio).then_some(())?;
    let end = quantity.tokens.end as isize;
    let reach = (0..3).find(|&i| matches!(scan.lower(end + i), "," | "." | ";" | ":" | "(")).unwrap_or(3);
    (0..reach).find_map(|i| {
        let lower = scan.lower(end + i);
        let is_noun = names_step(lower) || matches!(lower, "higher" | "lower" | "up" | "down");
        (is_noun && (i == 0 || !matches!(scan.lower(end), "," | "." | "of" | "to" | "and" | "from")))
            .then(|| word(scan, end + i))
            .flatten()
    })
}
