//! "4.5 %", "ten per cent", "0.5 percentage points", "25 basis points", "1.38pc", "a half-point cut".

use super::measure::per;
use super::unit::unit_after;
use super::{Draft, Kind, Scan, of};
use crate::model::{is_word, lists};
use crate::numerals::number::Shape;
use crate::numerals::words;

/// A number before a word or sign for hundredths.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    if let Some(draft) = part_of_point(scan, at) {
        return Some((draft, 1));
    }
    let (end, span_end, row) = unit_after(scan, number)?;
    let mut fields = row.split('\t');
    let (code, dimension) = (fields.next()?, fields.next()?);
    matches!(dimension, "percent" | "points" | "basis").then_some(())?;
    let mut draft = scan.draft(at, Kind::Percent, end);
    draft.quantity.span.end = span_end;
    draft.quantity.unit = Some(code.to_owned());
    draft.has_unit = true;
    // "six percent a year".
    if matches!(scan.lower(end as isize), "a" | "per") && is_word(scan.lower(end as isize + 1), "period") {
        per(scan, &mut draft);
    }
    let end = draft.quantity.tokens.end;
    if scan.lower(end as isize) == "of" {
        draft.quantity.of = of::noun(scan, end, true);
    }
    Some((draft, 1))
}

/// Farthest in tokens from "a half-point" to the word that says what is moved: "a half-point interest rate rise".
const FARTHEST_RATE: usize = 3;

/// "a half-point rate hike", "a quarter-percentage-point cut".
fn part_of_point(scan: &Scan, at: usize) -> Option<Draft> {
    let document = scan.document;
    let number = &scan.numbers[at];
    let skip = |i: usize| i + usize::from(words::is_hyphen(document, i));
    let first = skip(number.tokens.end);
    let is_percentage = document.lower_at(first as isize) == "percentage";
    let point = if is_percentage { skip(first + 1) } else { first };
    let is_rate =
        |i: usize| is_word(scan.lower(i as isize), "rate-step") || lists().change_words.has(scan.lower(i as isize));
    let moves = is_percentage || (point + 1..=point + FARTHEST_RATE).any(is_rate);
    let is_part = number.shape == Shape::Fraction && number.tail.is_empty() && number.value < 1.;
    let is_point = point > number.tokens.end && matches!(document.lower_at(point as isize), "point" | "points");
    (is_part && is_point && moves).then_some(())?;
    let mut draft = scan.draft(at, Kind::Percent, point + 1);
    draft.quantity.unit = Some("[pp]".to_owned());
    draft.has_unit = true;
    Some(draft)
}
