//! Who said what.

use super::{Column, Kind, Reading, Row};
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
    let content: Vec<String> = claim.content.iter().map(|&span| reading.words(span)).collect();
    let speakers: Vec<&str> = claim.speakers.iter().map(|id| reading.name(id)).collect();
    vec![
        claim.id.as_str().into(),
        speakers.join("; ").into(),
        content.join(" … ").into(),
        claim.form.name().into(),
        claim.attribution.name().into(),
        reading.cell(claim.source),
        reading.cell(claim.cue),
        reading.cell(claim.addressee),
        reading.cell(claim.medium),
        reading.cell(time_of_saying(reading, claim)),
        claim.via.clone().into(),
        claim.stance.name().into(),
        claim.negated.into(),
        claim.hedged.into(),
        claim.content.first().or(claim.cue.as_ref()).map(|span| span.start).into(),
        claim.content.last().or(claim.cue.as_ref()).map(|span| span.end).into(),
    ]
}

fn time_of_saying(reading: &Reading, claim: &Claim) -> Option<Span> {
    let time = reading.report.times.iter().find(|time| Some(&time.id) == claim.said.as_ref())?;
    Some(Span { start: time.start, end: time.end })
}
