//! "620 miles", "80km/h", "5 feet 2 inches", "30 °C", "52,000 barrels a day", "three years".

use super::unit::unit_after;
use super::{Draft, Kind, Scan, duration, of};
use crate::document::TokenKind;
use crate::model::{is_word, lists};
use crate::numerals::number::Number;
use crate::numerals::words;
use crate::tags::Pos;

/// A number before a unit.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    if let Some(height) = height(scan, at) {
        return Some((height, 2));
    }
    if let Some(inches) = inch_mark(scan, at) {
        return Some((inches, 1));
    }
    let number = &scan.numbers[at];
    let (end, span_end, row) = unit_after(scan, number).or_else(|| temperature_letter(scan, number))?;
    let mut fields = row.split('\t');
    let (code, dimension) = (fields.next()?, fields.next()?);
    (!matches!(dimension, "percent" | "points" | "basis")).then_some(())?;
    if dimension == "time" {
        return duration::find(scan, at, code, end, span_end);
    }
    let mut draft = scan.draft(at, Kind::Measure, end);
    draft.quantity.span.end = span_end;
    draft.quantity.unit = Some(code.to_owned());
    draft.has_unit = true;
    let mut used = 1;
    if let Some((rest, parts, tokens_end)) = smaller_after(scan, at, code, end) {
        draft.quantity.value = draft.quantity.value.map(|whole| (whole * parts + rest) / parts);
        draft.quantity.step = 1. / parts;
        draft.quantity.tokens.end = tokens_end;
        draft.quantity.span.end = scan.document.tokens[tokens_end - 1].span.end;
        used = 2;
    }
    per(scan, &mut draft);
    if scan.lower(draft.quantity.tokens.end as isize) == "of" {
        draft.quantity.of = of::noun(scan, draft.quantity.tokens.end, false);
    }
    Some((draft, used))
}

/// "6'2\"": feet and inches by their signs.
fn height(scan: &Scan, at: usize) -> Option<Draft> {
    let document = scan.document;
    let (feet, inches) = (&scan.numbers[at], scan.numbers.get(at + 1)?);
    let glued = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced);
    let (foot, inch) = (feet.tokens.end, inches.tokens.end);
    let is_written = inches.tokens.start == foot + 1
        && (glued(foot) && glued(foot + 1) && glued(inch))
        && matches!(document.word(foot), "'" | "\u{2019}" | "\u{2032}")
        && matches!(document.word(inch), "\"" | "\u{201d}" | "\u{2033}");
    (is_written && feet.is_plain && feet.value <= 9. && inches.value < 12.).then_some(())?;
    let mut draft = scan.draft(at, Kind::Measure, inch + 1);
    draft.quantity.value = Some((feet.value * 12. + inches.value) / 12.);
    draft.quantity.unit = Some("[ft_i]".to_owned());
    draft.quantity.step = 1. / 12.;
    draft.has_unit = true;
    Some(draft)
}

/// The largest that a screen, a knife or a snowfall is in inches.
const MOST_INCHES: f64 = 200.;

/// "a 27\" television": the mark stands by the digits before a noun, and closes no quotation.
fn inch_mark(scan: &Scan, at: usize) -> Option<Draft> {
    let document = scan.document;
    let number = &scan.numbers[at];
    let (first, end) = (number.tokens.start, number.tokens.end);
    let is_quote = |i: usize| matches!(document.word(i), "\"" | "\u{201d}" | "\u{2033}");
    let mark = document.tokens.get(end).filter(|t| !t.spaced && is_quote(end))?;
    let noun = document.tokens.get(end + 1).filter(|t| t.spaced && t.kind == TokenKind::Word)?;
    let start = document.sentences[document.sentence_of(first)].tokens.start;
    let open = (start..first).filter(|&i| matches!(document.word(i), "\"" | "\u{201c}" | "\u{201d}")).count();
    let is_size = number.is_digits
        && number.tail.is_empty()
        && number.prefix.is_empty()
        && (0. ..MOST_INCHES).contains(&number.value)
        && noun.span.start == mark.span.end + 1
        && scan.syntax.words.get(end + 1).is_some_and(|w| matches!(w.pos, Pos::Noun | Pos::Adj));
    (is_size && open % 2 == 0).then_some(())?;
    let mut draft = scan.draft(at, Kind::Measure, end + 1);
    draft.quantity.unit = Some("[in_i]".to_owned());
    draft.has_unit = true;
    Some(draft)
}

/// "30C", "86 F".
fn temperature_letter<'s>(scan: &Scan, number: &Number) -> Option<(usize, u32, &'s str)> {
    let document = scan.document;
    let end = number.tokens.end;
    (number.is_digits && number.value.abs() < 2000. && number.magnitude == 0).then_some(())?;
    let (letter, at) = if number.tail.is_empty() {
        (document.tokens.get(end).map(|_| document.word(end))?, end + 1)
    } else {
        (number.tail, end)
    };
    let row = match letter {
        "C" => lists().units.get("celsius")?,
        // "the 13F filing".
        "F" if number.tail.is_empty() || number.value >= 32. || number.value.fract() != 0. => {
            lists().units.get("fahrenheit")?
        }
        _ => return None,
    };
    let next = document.tokens.get(at);
    let is_apart = next.is_none_or(|t| t.kind != TokenKind::Word || !document.is_capitalized(at))
        && !words::is_hyphen(document, at)
        && document.lower_at(at as isize) != "/"
        && document.lower_at(at as isize) != ".";
    let ends_sentence =
        document.lower_at(at as isize) == "." && document.sentences[document.sentence_of(at)].tokens.end <= at + 1;
    (is_apart || ends_sentence).then(|| (at, document.tokens[at - 1].span.end, row))
}

/// Units that are said together: the larger, the smaller, and how many of it make the larger.
const COMPOUND_UNITS: &[(&str, &str, f64)] = &[
    ("[ft_i]", "[in_i]", 12.),
    ("[lb_av]", "[oz_av]", 16.),
    ("[stone_av]", "[lb_av]", 14.),
    ("m", "cm", 100.),
    ("km", "m", 1000.),
    ("kg", "g", 1000.),
];

/// "2 inches" right after feet, "6oz" after pounds: how many, of how many to the larger unit, and where it ends.
fn smaller_after(scan: &Scan, at: usize, code: &str, end: usize) -> Option<(f64, f64, usize)> {
    let (_, smaller, parts) = COMPOUND_UNITS.iter().find(|(larger, ..)| *larger == code)?;
    let next = scan.numbers.get(at + 1)?;
    let gap = next.tokens.start.checked_sub(end)?;
    (gap == 0 || gap == 1 && matches!(scan.lower(end as isize), "and" | ",")).then_some(())?;
    // "10 km and 200 m": two lengths.
    (gap == 0 || !matches!(code, "km" | "m" | "kg")).then_some(())?;
    let inch = |end: usize| (*smaller == "[in_i]").then_some((end, 0, "[in_i]\t"));
    let (end, _, row) = unit_after(scan, next)
        .or_else(|| if next.tail == "in" { inch(next.tokens.end) } else { None })
        .or_else(|| if scan.lower(next.tokens.end as isize) == "in" { inch(next.tokens.end + 1) } else { None })?;
    (row.split('\t').next() == Some(smaller) && next.value < *parts && next.value >= 0.)
        .then_some((next.value, *parts, end))
}

/// "a day", "per barrel", "an hour", "/kg", "-a-day" after a unit: a rate.
pub fn per(scan: &Scan, draft: &mut Draft) {
    let document = scan.document;
    let end = draft.quantity.tokens.end;
    let hyphen = usize::from(words::is_hyphen(document, end));
    let at = end + hyphen;
    let word = document.lower_at(at as isize);
    let slash = word == "/" && document.tokens[at].kind != TokenKind::Word;
    if !(matches!(word, "per" | "a" | "an") || slash) || slash && hyphen == 1 {
        return;
    }
    let thing = at + 1 + usize::from(words::is_hyphen(document, at + 1));
    let Some(token) = document.tokens.get(thing) else { return };
    if token.kind != TokenKind::Word {
        return;
    }
    let unit = lists().units.longest(document, thing).map(|(n, row)| (n, row.split('\t').next().unwrap_or("")));
    let name = document.lower(thing);
    let (count, below) = match unit {
        Some((n, code)) if word == "per" || slash || is_rate(name) => (n, code.to_owned()),
        _ if word == "per"
            || matches!(name, "share" | "person" | "head" | "household" | "piece" | "ticket" | "unit") =>
        {
            (1, name.to_owned())
        }
        _ => return,
    };
    let last = thing + count - 1;
    // "$6.78 billion a year earlier" is no rate.
    if matches!(document.lower_at(last as isize + 1), "ago" | "earlier" | "before" | "later" | "after") {
        return;
    }
    let above = draft.quantity.unit.take().unwrap_or_default();
    draft.quantity.unit = Some(format!("{above}/{below}"));
    draft.quantity.tokens.end = last + 1;
    draft.quantity.span.end = document.tokens[last].span.end;
}

/// What "a" before it makes a rate of: "a day", "a barrel"; not "a foot-long".
fn is_rate(name: &str) -> bool {
    is_word(name, "rate")
}
