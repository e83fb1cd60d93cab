//! What several formats have.

use crate::reading::Reading;
use crate::tables::{csv, sources};
use onrecord::report::{ClaimForm, Report};
use std::iter::repeat_n;

/// In the order in which they are explained.
const FORMS: [ClaimForm; 3] = [ClaimForm::Direct, ClaimForm::Mixed, ClaimForm::Indirect];

/// What only readers fill in: role, community, gender.
const NOTES: usize = 3;

/// The forms that the claims have.
pub fn forms(report: &Report) -> Vec<ClaimForm> {
    FORMS.into_iter().filter(|&form| report.claims.iter().any(|claim| claim.form == form)).collect()
}

/// The rows of the table of sources, in words.
pub fn sources(reading: &Reading) -> Vec<Vec<String>> {
    let rows = sources::rows(reading).into_iter();
    rows.map(|row| row.iter().map(csv::in_words).chain(repeat_n(String::new(), NOTES)).collect()).collect()
}
