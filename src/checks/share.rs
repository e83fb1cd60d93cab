//! "12 of 48, or 25 %", "36 out of 120 schools (30 percent)", "Of the 48 samples, 12, or 25 percent".

use super::rounding::{Interval, interval, percent_slack};
use super::{Check, Computed, Found, Kind, Scan};
use crate::model::is_word;
use crate::quantities::{Kind as Quality, Quantity};

/// Each percentage that restates a share.
pub fn find(scan: &Scan) -> Vec<Check> {
    (1..scan.quantities.len()).filter_map(|i| check(scan, i)).collect()
}

fn check(scan: &Scan, i: usize) -> Option<Check> {
    let percent = &scan.quantities[i];
    (percent.kind == Quality::Percent && percent.unit.as_deref() == Some("%")).then_some(())?;
    let said = percent.value?;
    let last = &scan.quantities[i - 1];
    restates(scan, last, percent).then_some(())?;
    if let (Quality::Ratio, Some([part, whole])) = (last.kind, last.ends) {
        return judge(
            said,
            percent,
            Interval::around(part, exact(part)),
            Interval::around(whole, exact(whole)),
            &[last],
        );
    }
    let first = &scan.quantities[i.checked_sub(2)?];
    let (part, whole) = part_and_whole(scan, first, last)?;
    judge(said, percent, interval(part)?, interval(whole)?, &[first, last])
}

/// Bare counts of a share: below a hundred they are exact.
fn exact(number: f64) -> f64 {
    if number < 100. || number % 10. != 0. { 0. } else { 0.02 * number }
}

fn judge(said: f64, percent: &Quantity, part: Interval, whole: Interval, others: &[&Quantity]) -> Option<Check> {
    (0. < part.low && part.high <= whole.low).then_some(())?;
    let range = Interval { low: 100. * part.low / whole.high, high: 100. * part.high / whole.low };
    let computed = 100. * (part.low + part.high) / (whole.low + whole.high);
    let agrees = range.meets(Interval::around(said, percent_slack(percent, said)));
    let spans: Vec<_> = others.iter().map(|q| q.span).chain([percent.span]).collect();
    Some(
        Found {
            kind: Kind::PercentOf,
            rule: "share in per cent",
            agrees,
            computed: Computed::Number { value: computed, unit: Some("%".to_owned()) },
        }
        .over(&spans)
        .judging(percent.span, Some(range)),
    )
}

/// ", or 25 percent" or "(25 percent)" after the number and what it counts.
fn restates(scan: &Scan, last: &Quantity, percent: &Quantity) -> bool {
    let document = scan.document;
    let counted = last
        .of
        .filter(|of| of.start >= last.span.end)
        .map_or(last.tokens.end, |of| document.tokens_in(of).end)
        .max(last.tokens.end);
    let counted = if counted > percent.tokens.start { last.tokens.end } else { counted };
    let gap: Vec<&str> = (counted..percent.tokens.start).map(|i| document.lower(i)).collect();
    let is_hedge = |w: &&str| is_word(w, "before-share");
    let end = document.lower_at(percent.tokens.end as isize);
    match &gap[..] {
        [",", "or", rest @ ..] | ["or", rest @ ..] => rest.iter().all(&is_hedge),
        // "voters cast, or": one word more; "seats in the chamber, or".
        [_, ",", "or", rest @ ..] => rest.iter().all(&is_hedge),
        // "18 of the 90 wells tested (20%)".
        [participle, "(", rest @ ..] if participle.ends_with("ed") => rest.iter().all(is_hedge) && end == ")",
        ["in" | "on" | "at" | "from", .., ",", "or"] => gap.len() <= 6,
        // "21 of the 30 judges, 70 percent, were".
        [","] => end == ",",
        ["(", "or", rest @ ..] | ["(", rest @ ..] => rest.iter().all(is_hedge) && matches!(end, ")" | "of"),
        _ => false,
    }
}

/// "12 of the 48", or "Of the 48 samples, 12".
fn part_and_whole<'q>(scan: &Scan, first: &'q Quantity, last: &'q Quantity) -> Option<(&'q Quantity, &'q Quantity)> {
    let is_count =
        |q: &Quantity| q.kind == Quality::Count && q.value.is_some() || q.kind == Quality::Money && q.value.is_some();
    (is_count(first) && is_count(last) && first.unit == last.unit).then_some(())?;
    let document = scan.document;
    let gap: Vec<&str> = (first.tokens.end..last.tokens.start).map(|i| document.lower(i)).collect();
    let is_part = matches!(gap.first(), Some(&"of") | Some(&"out"))
        && gap.len() <= 4
        && gap.iter().all(|w| matches!(*w, "of" | "out" | "the" | "its" | "their" | "all" | "a" | "total"));
    if is_part {
        return Some((first, last));
    }
    let opens = matches!(scan.before(first), "of")
        || scan.before(first) == "the" && first.tokens.start >= 2 && document.lower(first.tokens.start - 2) == "of";
    (opens && gap.contains(&",") && gap.len() <= 4 && last.value < first.value).then_some((last, first))
}
