//! "4.5 %", "ten per cent", "0.5 percentage points", "25 basis points", "1.38pc".

use super::measure::unit_behind;
use super::{Draft, Kind, Scan, of};

/// A number before a word or sign for hundredths.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    let (end, span_end, row) = unit_behind(scan, number)?;
    let mut fields = row.split('\t');
    let (code, dimension) = (fields.next()?, fields.next()?);
    matches!(dimension, "percent" | "points" | "basis").then_some(())?;
    let mut draft = scan.draft(at, Kind::Percent, end);
    draft.quantity.span.end = span_end;
    draft.quantity.unit = Some(code.to_owned());
    draft.has_unit = true;
    if scan.lower(end as isize) == "of" {
        draft.quantity.of = of::noun(scan, end, true);
    }
    Some((draft, 1))
}
