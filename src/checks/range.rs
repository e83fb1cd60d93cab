//! "between 60 and 40": the ends stand the wrong way round.

use super::{Check, Computed, Found, Kind, Scan};
use crate::quantities::Kind as Quality;
use crate::times::{Basis, Time};

/// Ranges that fall; those that rise say nothing that could be recomputed.
pub fn find(scan: &Scan) -> Vec<Check> {
    numbers(scan).chain(scan.times.windows(2).filter_map(|pair| years(scan, pair))).collect()
}

/// "between 2030 and 2027".
fn years(scan: &Scan, pair: &[Time]) -> Option<Check> {
    let [first, last] = pair else { return None };
    let is_year = |t: &Time| t.value.len() == 4 && t.basis == Basis::Stated;
    let before = first.tokens.start.checked_sub(1)?;
    let joined = last.tokens.start == first.tokens.end + 1
        && scan.document.lower(first.tokens.end) == "and"
        && scan.document.lower(before) == "between";
    (is_year(first) && is_year(last) && joined && last.value < first.value).then(|| {
        let computed = Computed::Date(last.value.clone());
        Found { kind: Kind::Range, rule: "range that falls", agrees: false, computed }
            .over(&[first.span, last.span])
            .judging(last.span, None)
    })
}

fn numbers<'s>(scan: &'s Scan) -> impl Iterator<Item = Check> + 's {
    scan.quantities
        .iter()
        .filter(|q| {
            scan.before(q) == "between"
                && matches!(q.kind, Quality::Count | Quality::Money | Quality::Percent | Quality::Measure)
                && q.restates.is_none()
        })
        .filter(|q| q.unit.is_some() || q.of.is_some())
        .filter_map(|q| {
            let [first, last] = q.ends?;
            // "between minus 5 and minus 10" is how the weather is reported.
            // "between 720,250 and 553,364 tons" names the first and the last of a row.
            let is_exact = q.step < 10. && first >= 1000.;
            (first > last && last > 0. && last > first / 100. && !is_exact).then(|| {
                Found {
                    kind: Kind::Range,
                    rule: "range that falls",
                    agrees: false,
                    computed: Computed::Number { value: last, unit: q.unit.clone() },
                }
                .over(&[q.span])
                .judging(q.span, None)
            })
        })
}
