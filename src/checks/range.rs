//! "between 60 and 40": the ends stand the wrong way round.

use super::{Check, Found, Kind, Scan};
use crate::quantities::Kind as Quality;
use crate::report::Computed;

/// Ranges that fall; those that rise say nothing that could be recomputed.
pub fn find(scan: &Scan) -> Vec<Check> {
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
            // "between minus 5 and minus 10" is how the weather is told.
            (first > last && last > 0. && last > first / 100.).then(|| {
                Found {
                    kind: Kind::Range,
                    rule: "range that falls",
                    agrees: false,
                    computed: Computed::Number { value: last, unit: q.unit.clone() },
                }
                .over(&[q.span])
            })
        })
        .collect()
}
