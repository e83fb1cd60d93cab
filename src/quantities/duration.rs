//! "six minutes faster", "an average of 70 days": the lengths of time that are figures too; all others are times only.

use super::unit::unit_after;
use super::{Draft, Kind, Scan};
use crate::document::TokenKind;
use crate::model::{is_word, lists, names_step};
use crate::numerals::number::{Number, Shape};
use crate::numerals::words;

/// Longest way back in tokens from a length of time to the word that makes a figure of it.
const SEARCH_TOKENS: usize = 8;
/// Hours beyond these are counted, as sunshine and flights are.
const MANY_HOURS: f64 = 1000.;

/// What a length of time is a figure by: the number, its first token, and where its unit ends.
struct Length<'s, 't> {
    at: usize,
    number: &'s Number<'t>,
    first: usize,
    end: usize,
    code: &'s str,
}

/// In which ways a length of time is compared or counted with.
const FIGURES: &[fn(&Scan, &Length) -> bool] =
    &[is_compared, changes_by, is_averaged, is_timed, is_decimal, is_beside_measure, is_many_hours, lies_between_dates];

/// "three years" that something is compared or counted with; it stays a time too.
pub fn find(scan: &Scan, at: usize, code: &str, end: usize, span_end: u32) -> Option<(Draft, usize)> {
    is_figure(scan, at).then_some(())?;
    let mut draft = scan.draft(at, Kind::Measure, end);
    draft.quantity.span.end = span_end;
    draft.quantity.unit = Some(code.to_owned());
    draft.has_unit = true;
    Some((draft, 1))
}

/// Whether number `at` counts a unit of time, or leads to one as the 8 of "8 and 12 hours" does.
pub fn is_length(scan: &Scan, at: usize) -> bool {
    length(scan, at).is_some()
}

/// Whether the length of time that number `at` gives is a figure.
pub fn is_figure(scan: &Scan, at: usize) -> bool {
    length(scan, at).is_some_and(|length| FIGURES.iter().any(|is| is(scan, &length)))
}

fn length<'s, 't>(scan: &'s Scan<'_, 't>, at: usize) -> Option<Length<'s, 't>> {
    with_unit(scan, at).or_else(|| {
        let (number, next) = (&scan.numbers[at], scan.numbers.get(at + 1)?);
        let gap = next.tokens.start.checked_sub(number.tokens.end).filter(|_| number.tail.is_empty())?;
        let is_to = || scan.lower(next.tokens.start as isize - 1) == "to";
        let links = gap == 1 && is_range_link(scan, number.tokens.end)
            || gap == 2 && words::is_hyphen(scan.document, number.tokens.end) && is_to();
        let last = with_unit(scan, at + 1).filter(|_| links)?;
        Some(Length { first: number.tokens.start, ..last })
    })
}

/// Number `at` right before its unit of time.
fn with_unit<'s, 't>(scan: &'s Scan<'_, 't>, at: usize) -> Option<Length<'s, 't>> {
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let is_article = matches!(scan.document.lower(first), "a" | "an") && number.magnitude == 0;
    // "fled in 2008 hours after": a year.
    let is_date = || {
        scan.time_at(first)
            .is_some_and(|time| time.kind == crate::times::Kind::Date && time.tokens.end == number.tokens.end)
    };
    (number.shape != Shape::Ordinal && !is_article && !is_date()).then_some(())?;
    let (end, _, row) = unit_after(scan, number).filter(|(_, _, row)| row.contains("\ttime\t"))?;
    // "three second-half goals", "one second".
    (scan.lower(end as isize - 1) != "second" || number.is_digits).then_some(())?;
    Some(Length { at, number, first, end, code: row.split('\t').next()? })
}

fn is_range_link(scan: &Scan, at: usize) -> bool {
    matches!(scan.lower(at as isize), "to" | "or" | "and" | "-" | "\u{2013}" | "\u{2014}")
}

/// "six minutes faster", "two years off the term", "50 years' worth of".
fn is_compared(scan: &Scan, length: &Length) -> bool {
    let after = |i: usize| scan.lower((length.end + i) as isize);
    is_word(after(0), "compares")
        || after(0) == "ahead" && after(1) == "of"
        || matches!(after(0), "'" | "\u{2019}") && after(1) == "worth"
        || after(0) == "worth"
        || after(0) == "off" && matches!(after(1), "the" | "a" | "his" | "her" | "its" | "their")
}

/// "extended the curfew by 15 days", "down to five years"; "up to five years" is a bound, no change.
fn changes_by(scan: &Scan, length: &Length) -> bool {
    let first = length.first as isize;
    let is_step = |back: isize| {
        let word = scan.lower(first - back);
        lists().change_words.has(word) || is_word(word, "shifts") || names_step(word)
    };
    let back = SEARCH_TOKENS as isize;
    scan.lower(first - 1) == "by" && (2..=back).any(is_step)
        || scan.lower(first - 1) == "to" && scan.lower(first - 2) == "down"
}

/// "an average of 70 days", and the "99 days" that goes on from it.
fn is_averaged(scan: &Scan, length: &Length) -> bool {
    let start = scan.document.sentences[scan.document.sentence_of(length.first)].tokens.start;
    let is_average =
        |i: usize| matches!(scan.document.lower(i), "average" | "averages" | "averaged" | "averaging" | "median");
    (start..length.first).rev().take(SEARCH_TOKENS).any(is_average)
        || scan.lower(length.first as isize - 1) == "," && (start..length.first).any(is_average)
}

/// "Cooking times are 25 to 40 minutes".
fn is_timed(scan: &Scan, length: &Length) -> bool {
    let mut at = length.first as isize - 1;
    while lists().hedges.has(scan.lower(at)) || scan.lower(at) == "~" {
        at -= 1;
    }
    matches!(scan.lower(at), "is" | "are" | "was" | "were")
        && (2..=SEARCH_TOKENS as isize).any(|back| scan.lower(at - back) == "times" || scan.lower(at - back) == "time")
}

/// "3.5 seconds": nobody times so exactly without comparing; not the last part of "1min 34.9sec".
fn is_decimal(scan: &Scan, length: &Length) -> bool {
    let is_part =
        length.at.checked_sub(1).and_then(|last| with_unit(scan, last)).is_some_and(|last| last.end == length.first)
            || scan.time_at(length.first).is_some_and(|time| time.tokens.start < length.first);
    length.code == "s" && length.number.value.fract() != 0. && !is_part
}

/// "from 0 to 80km/h in about 8 seconds", "a five-year, 1.8 billion-mile journey".
fn is_beside_measure(scan: &Scan, length: &Length) -> bool {
    let is_measure = |n: &Number| {
        unit_after(scan, n).is_some_and(|(_, _, row)| row.contains("\tspeed\t") || row.contains("\tlength\t"))
    };
    let near = |n: &&Number| n.tokens.start.abs_diff(length.first) <= SEARCH_TOKENS;
    let neighbors = &scan.numbers[length.at.saturating_sub(2)..(length.at + 3).min(scan.numbers.len())];
    let is_run = length.code == "s" && neighbors.iter().filter(near).any(is_measure);
    let after = neighbors.iter().find(|n| n.tokens.start == length.end + 1);
    is_run || scan.lower(length.end as isize) == "," && after.is_some_and(is_measure)
}

fn is_many_hours(_: &Scan, length: &Length) -> bool {
    length.code == "h" && length.number.is_digits && length.number.value >= MANY_HOURS
}

/// "six years, from 1939 to 1945": the dates say how long.
fn lies_between_dates(scan: &Scan, length: &Length) -> bool {
    let document = scan.document;
    let comma = |at: usize| usize::from(document.lower_at(at as isize) == ",");
    let led = length.end + comma(length.end);
    let is_date = |at: usize| document.tokens.get(at).is_some() && scan.time_at(at).is_some();
    let follows = matches!(document.lower_at(led as isize), "from" | "between") && is_date(led + 1);
    let verb = usize::from(is_word(scan.lower(length.first as isize - 1), "lasts"));
    let before = length.first.checked_sub(1 + verb).filter(|&at| document.lower(at) == ",");
    let ends_date = before
        .and_then(|at| at.checked_sub(1))
        .is_some_and(|at| document.tokens[at].kind == TokenKind::Number && is_date(at));
    follows || ends_date
}
