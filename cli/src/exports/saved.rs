//! What the page needs to open a report again: the report, a digest of the text, and the text itself.

use crate::json;
use crate::reading::Reading;
use onrecord::report::Report;
use serde::Serialize;
use sha2::{Digest, Sha256};

#[derive(Serialize)]
struct Saved<'r> {
    #[serde(flatten)]
    report: &'r Report,
    /// SHA-256 of the text as UTF-8, in hex: a text that was changed is noticed.
    digest: String,
    text: &'r str,
}

/// As the page saves it.
pub fn saved(reading: &Reading) -> String {
    let digest = Sha256::digest(reading.text.as_bytes());
    let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    json::to_string(&Saved { report: reading.report, digest, text: reading.text })
}
