//! "4.5 %", "ten per cent", "0.5 percentage points", "25 basis points", "1.38pc".

use super::measure::per;
use super::unit::unit_after;
use super::{Draft, Kind, Scan, of};
use crate::model::is_word;

/// A number before a word or sign for hundredths.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
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
