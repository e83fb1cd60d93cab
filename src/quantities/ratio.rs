//! Shares and multiples: "one in five", "two-thirds", "6.5 times earnings", "threefold", "twice", "doubled".

use super::{Change, Draft, Kind, Quantity, Scan, labels, of};
use crate::document::{Span, TokenKind};
use crate::model::is_word;
use crate::numerals::number::{Number, Shape};
use crate::numerals::words;
use crate::tags::Pos;

/// "one in five", "3 out of 10".
pub fn one_in(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let (one, two) = (&scan.numbers[at], scan.numbers.get(at + 1)?);
    let end = one.tokens.end as isize;
    let link = match (scan.lower(end), scan.lower(end + 1)) {
        ("in", _) => 1,
        ("out", "of") => 2,
        // "a one-in-five chance".
        ("-", "in") if scan.lower(end + 2) == "-" => 3,
        _ => return None,
    };
    let is_small = |n: &Number| {
        n.shape == Shape::Cardinal
            && n.magnitude <= 6
            && n.value.fract() == 0.
            && n.tail.is_empty()
            && n.prefix.is_empty()
    };
    (two.tokens.start as isize == end + link
        && is_small(one)
        && is_small(two)
        && 0. < one.value
        && one.value < two.value)
        .then_some(())?;
    (link == 2 || two.value < 1900. || two.value > 2100.).then_some(())?;
    (scan.time_at(two.tokens.start).is_none() && scan.time_at(one.tokens.start).is_none()).then_some(())?;
    (super::unit::unit_after(scan, two).is_none()).then_some(())?;
    let mut draft = scan.draft(at, Kind::Ratio, two.tokens.end);
    let value = one.value / two.value;
    draft.quantity.value = Some(value);
    draft.quantity.step = value / 10.;
    draft.quantity.ends = Some([one.value, two.value]);
    draft.quantity.of = of::noun(scan, two.tokens.end, true);
    draft.has_unit = true;
    Some((draft, 2))
}

/// "6.5 times earnings", "three times as many", "10x"; not "three times in a week".
pub fn times(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    (number.shape != Shape::Ordinal).then_some(())?;
    let end = number.tokens.end;
    if matches!(number.tail, "x" | "X") {
        let mut draft = scan.draft(at, Kind::Ratio, end);
        draft.quantity.span.end += 1;
        draft.has_unit = true;
        return Some((draft, 1));
    }
    let first = end + usize::from(words::is_hyphen(scan.document, end));
    let word = scan.lower(first as isize);
    if word == "fold" {
        let mut draft = scan.draft(at, Kind::Ratio, first + 1);
        draft.has_unit = true;
        return Some((draft, 1));
    }
    (word == "times" && number.tail.is_empty()).then_some(())?;
    // "four times as many"; "four times as captain" is how often.
    let is_role = scan.lower(first as isize + 1) == "as"
        && scan.syntax.words.get(first + 2).is_some_and(|w| matches!(w.pos, Pos::Noun | Pos::Propn | Pos::Det));
    let is_multiple =
        is_word(scan.lower(first as isize + 1), "after-times") && !is_role || number.mantissa.fract() != 0.;
    let mut draft = scan.draft(at, if is_multiple { Kind::Ratio } else { Kind::Count }, first + 1);
    draft.has_unit = true;
    // "20 times more capacity".
    if is_multiple && matches!(scan.lower(first as isize + 1), "more" | "less" | "fewer" | "as" | "greater" | "higher")
    {
        draft.quantity.of = of::noun(scan, first + 2, false);
    }
    if !is_multiple {
        draft.quantity.span.end = number.span.end;
        draft.quantity.of = Some(scan.document.tokens[first].span);
    }
    Some((draft, 1))
}

/// "two-thirds of voters", "half the town", "1/4".
pub fn share(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    (number.shape == Shape::Fraction && number.tail.is_empty()).then_some(())?;
    let end = number.tokens.end;
    // "a half-point lead".
    (!words::is_hyphen(scan.document, end) || scan.lower(end as isize + 1) != "point").then_some(())?;
    let mut draft = scan.draft(at, Kind::Ratio, end);
    draft.quantity.of = if matches!(scan.lower(end as isize), "the" | "its" | "their" | "his" | "her" | "our") {
        of::noun(scan, end + 1, false)
    } else {
        of::noun(scan, end, true)
    };
    draft.has_unit = true;
    Some((draft, 1))
}

/// Words that are a multiple by themselves.
pub fn words(scan: &Scan, quantities: &mut Vec<Quantity>) {
    for at in 0..scan.document.tokens.len() {
        if scan.document.tokens[at].kind != TokenKind::Word {
            continue;
        }
        let (value, change, kind) = match scan.document.lower(at) {
            "twice" if is_rate(scan, at) => continue,
            "twice" if labels::is_named_number(scan.document, at) && !is_comparison(scan, at) => continue,
            "doubling" | "doubled" | "doubles" if scan.lower(at as isize + 1) == "down" => continue,
            "double" if is_multiple(scan, at) => (2., None, Kind::Ratio),
            "triple" | "treble" if is_multiple(scan, at) => (3., None, Kind::Ratio),
            "quadruple" if is_multiple(scan, at) => (4., None, Kind::Ratio),
            "doubles" if scan.syntax.words[at].pos == Pos::Noun => continue,
            "twice" => (2., None, if is_comparison(scan, at) { Kind::Ratio } else { Kind::Count }),
            "thrice" => (3., None, Kind::Count),
            "doubled" | "doubles" | "doubling" => (2., Some(Change::Up), Kind::Ratio),
            "tripled" | "triples" | "tripling" | "trebled" => (3., Some(Change::Up), Kind::Ratio),
            "quadrupled" | "quadrupling" => (4., Some(Change::Up), Kind::Ratio),
            "halved" | "halving" => (0.5, Some(Change::Down), Kind::Ratio),
            "twofold" => (2., None, Kind::Ratio),
            "threefold" => (3., None, Kind::Ratio),
            "fourfold" => (4., None, Kind::Ratio),
            "fivefold" => (5., None, Kind::Ratio),
            "sixfold" => (6., None, Kind::Ratio),
            "tenfold" => (10., None, Kind::Ratio),
            _ => continue,
        };
        quantities.push(Quantity {
            value: Some(value),
            of: multiplied(scan, at),
            change,
            rule: "multiple in a word",
            ..Quantity::of_token(scan.document, at, kind)
        });
    }
}

/// "twice daily", "twice-a-decade", "twice a week": how often, which is a time.
fn is_rate(scan: &Scan, at: usize) -> bool {
    let end = at + 1 + usize::from(words::is_hyphen(scan.document, at + 1));
    match scan.lower(end as isize) {
        "daily" | "weekly" | "monthly" | "yearly" | "annually" => true,
        "a" | "an" | "per" | "each" | "every" => {
            let unit = end + 1 + usize::from(words::is_hyphen(scan.document, end + 1));
            scan.lower(unit as isize) == "decade" || is_word(scan.lower(unit as isize), "period")
        }
        _ => false,
    }
}

/// "double the loss", "triple what it was"; not "double murder".
fn is_multiple(scan: &Scan, at: usize) -> bool {
    matches!(scan.lower(at as isize + 1), "the" | "its" | "that" | "what" | "their" | "his" | "her" | "last")
}

/// The "loss" of "double the loss".
fn multiplied(scan: &Scan, at: usize) -> Option<Span> {
    let is_said = is_multiple(scan, at) && !matches!(scan.lower(at as isize + 1), "that" | "what");
    is_said.then(|| of::noun(scan, at + 2, false)).flatten()
}

fn is_comparison(scan: &Scan, at: usize) -> bool {
    matches!(scan.lower(at as isize + 1), "as" | "the" | "that" | "its" | "what" | "their")
}
