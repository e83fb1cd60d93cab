//! The unit that a number has: "620 miles", "80km/h", "-40 (degrees Celsius)", "a quarter of a mile".

use super::Scan;
use crate::document::{Document, TokenKind};
use crate::model::{is_word, lists};
use crate::numerals::number::{Number, Shape, is_plural};
use crate::numerals::words;

/// The unit that sticks to the number or stands after it: where its tokens and its bytes end, and its row.
pub fn unit_after<'s>(scan: &Scan, number: &Number) -> Option<(usize, u32, &'s str)> {
    let document = scan.document;
    let end = number.tokens.end;
    if number.shape == Shape::Ordinal {
        return None;
    }
    if !number.tail.is_empty() {
        return glued(scan, number);
    }
    let hyphen = usize::from(words::is_hyphen(document, end));
    let first = end + hyphen;
    let token = document.tokens.get(first)?;
    if hyphen == 1 && token.spaced {
        return None;
    }
    // "hundreds of miles", "a quarter of a mile", "1/16 of a US pint".
    let of = match number.shape {
        Shape::Vague => usize::from(document.lower(first) == "of"),
        Shape::Fraction => of_a(document, first),
        _ => 0,
    };
    // "50 previous years".
    let of = of
        + usize::from(
            matches!(document.lower(first), "previous" | "straight" | "consecutive" | "more" | "full" | "long")
                && lists().units.get(document.lower_at(first as isize + 1)).is_some_and(|r| r.contains("\ttime\t")),
        );
    let Some((count, row)) = lists().units.longest(document, first + of) else {
        return bracketed(scan, number);
    };
    let row = if document.word(first + of) == "Nm" { lists().units.get("newton metre")? } else { row };
    let last = first + of + count - 1;
    is_written_so(scan, first + of, count, row).then_some(())?;
    Some((last + 1, document.tokens[last].span.end, row))
}

/// "-40 (degrees Celsius)": the unit in brackets that hold nothing else.
fn bracketed<'s>(scan: &Scan, number: &Number) -> Option<(usize, u32, &'s str)> {
    let document = scan.document;
    let open = number.tokens.end;
    (document.lower_at(open as isize) == "(").then_some(())?;
    let (count, row) = lists().units.longest(document, open + 1)?;
    let close = open + 1 + count;
    let is_unit = count > 1 || document.lower(open + 1).len() > 2;
    (is_unit && document.lower_at(close as isize) == ")").then(|| (close + 1, document.tokens[close].span.end, row))
}

/// How many words "of a" or "of an inch" begins with, before the unit; "three quarters of a million" is no measure.
fn of_a(document: &Document, first: usize) -> usize {
    let is_of = document.lower(first) == "of" && matches!(document.lower_at(first as isize + 1), "a" | "an");
    let is_time = lists().units.get(document.lower_at(first as isize + 2)).is_some_and(|row| row.contains("\ttime\t"));
    if is_of && !is_time { 2 } else { 0 }
}

/// "80km/h", "45g", "32m2", "1.38pc".
fn glued<'s>(scan: &Scan, number: &Number) -> Option<(usize, u32, &'s str)> {
    let document = scan.document;
    let end = number.tokens.end;
    let lower = number.tail.to_lowercase();
    let slash = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced) && document.word(i) == "/";
    if slash(end) && document.tokens.get(end + 1).is_some_and(|t| !t.spaced) {
        let phrase = format!("{lower}/{}", document.lower(end + 1));
        if let Some(row) = lists().units.get(&phrase) {
            return Some((end + 2, document.tokens[end + 1].span.end, row));
        }
    }
    // "4100sq m", "1.7deg C".
    if document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word) {
        let phrase = format!("{lower} {}", document.lower(end));
        if let Some(row) = lists().units.get(&phrase) {
            return Some((end + 1, document.tokens[end].span.end, row));
        }
    }
    // "90cm (35in)": elsewhere "in" is a word.
    let is_inch = number.tail == "in" && document.lower_at(end as isize) == ")";
    let row = lists().units.get(if is_inch { "inch" } else { &lower })?;
    let is_odd = match number.tail {
        "M" | "B" | "S" | "H" | "D" | "A" | "T" | "C" | "F" | "K" | "N" | "PS" | "ST" | "MP" => true,
        // "2am" and "2pm" are not measures.
        "am" | "pm" | "st" => true,
        // "a 5a road"
        "a" | "s" | "h" | "v" => number.tail != "h",
        _ => false,
    };
    (!is_odd).then_some((end, document.tokens[end - 1].span.end, row))
}

/// One-letter units are written as the standard says, and stand alone.
fn is_written_so(scan: &Scan, first: usize, count: usize, row: &str) -> bool {
    let document = scan.document;
    let word = document.word(first);
    if count > 1 {
        return true;
    }
    let next = document.lower_at(first as isize + 1);
    match word.chars().count() {
        1 if word.chars().all(char::is_alphabetic) => {
            matches!(word, "m" | "g" | "t" | "l" | "L" | "V" | "W") && !matches!(next, "&" | "-")
        }
        _ if matches!(word, "stone" | "bar" | "ps" | "hp" | "cups" | "cup" | "mark" | "PC") => !is_plural(next),
        _ if word == "PCs" || word == "St" => false,
        // "26 MPs" sit in parliament.
        _ if row.starts_with("{megapixel}") && word.starts_with("MP") => is_word(next, "camera"),
        _ if row.contains("\ttime\t") => !(word.len() < 3 && document.is_capitalized(first)),
        _ => true,
    }
}
