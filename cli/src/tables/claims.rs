//! Who said what.

use super::{Cell, Column, Kind, Row};
use crate::reading::Reading;
use onrecord::report::{Claim, Span};

/// The columns of the table.
pub const COLUMNS: &[Column] = &[
    ("id", Kind::Text),
    ("speakers", Kind::Text),
    ("content", Kind::Text),
    ("form", Kind::Text),
    ("attribution", Kind::Text),
    ("source", Kind::Text),
    ("cue", Kind::Text),
    ("addressee", Kind::Text),
    ("medium", Kind::Text),
    ("said", Kind::Text),
    ("via", Kind::Text),
    ("stance", Kind::Text),
    ("negated", Kind::Flag),
    ("hedged", Kind::Flag),
    ("start", Kind::Whole),
    ("end", Kind::Whole),
];

/// The claims of an article.
pub fn rows(reading: &Reading) -> Vec<Row> {
    reading.report.claims.iter().map(|claim| row(reading, claim)).collect()
}

fn row(reading: &Reading, claim: &Claim) -> Row {
    let speakers: Vec<&str> = claim.speakers.iter().map(|id| reading.name(id)).collect();
    let said = claim.said.as_ref().and_then(|id| reading.time(id)).map(Span::from);
    vec![
        claim.id.as_str().into(),
        speakers.join("; ").into(),
        reading.content(claim).into(),
        claim.form.name().into(),
        claim.attribution.name().into(),
        Cell::words(reading, claim.source),
        Cell::words(reading, claim.cue),
        Cell::words(reading, claim.addressee),
        Cell::words(reading, claim.medium),
        Cell::words(reading, said),
        claim.via.clone().into(),
        claim.stance.name().into(),
        claim.negated.into(),
        claim.hedged.into(),
        claim.content.first().or(claim.cue.as_ref()).map(|span| span.start).into(),
        claim.content.last().or(claim.cue.as_ref()).map(|span| span.end).into(),
    ]
}
