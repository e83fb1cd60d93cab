//! Where spans may begin and end.

use crate::report::{Report, Span};

/// Which code units of a text begin a character; its end too.
pub struct Edges(Vec<bool>);

impl Edges {
    pub fn new(text: &str) -> Edges {
        let mut edges = Vec::with_capacity(text.len() + 1);
        for character in text.chars() {
            edges.push(true);
            edges.resize(edges.len() + character.len_utf16() - 1, false);
        }
        edges.push(true);
        Edges(edges)
    }

    /// Whether a span has words in it and cuts no character.
    pub fn hold(&self, span: Span) -> bool {
        let is_edge = |at: u32| self.0.get(at as usize) == Some(&true);
        span.start < span.end && is_edge(span.start) && is_edge(span.end)
    }
}

/// Every span of a report with what it is of.
pub fn spans(report: &Report) -> impl Iterator<Item = (&'static str, Span)> + '_ {
    let named = |name: &'static str| move |&span: &Span| (name, span);
    let blocks = report.paragraphs.iter().map(named("paragraph")).chain(report.sentences.iter().map(named("sentence")));
    blocks
        .chain(report.unattributed.iter().map(named("unattributed")))
        .chain(of_entities(report))
        .chain(of_values(report))
        .chain(of_claims(report))
        .chain(report.checks.iter().flat_map(move |c| c.spans.iter().map(named("check"))))
}

fn of_entities(report: &Report) -> impl Iterator<Item = (&'static str, Span)> + '_ {
    report.entities.iter().flat_map(|entity| {
        let mentions = entity.mentions.iter().map(|m| ("mention", Span { start: m.start, end: m.end }));
        let roles = entity.roles.iter().map(|r| ("role", Span { start: r.start, end: r.end }));
        mentions.chain(roles).chain(entity.official.map(|s| ("official", s)))
    })
}

fn of_values(report: &Report) -> impl Iterator<Item = (&'static str, Span)> + '_ {
    let quantities = report.quantities.iter().flat_map(|q| {
        let own = ("quantity", Span { start: q.start, end: q.end });
        [Some(own), q.of.map(|of| ("of", of))].into_iter().flatten()
    });
    quantities.chain(report.times.iter().map(|t| ("time", Span { start: t.start, end: t.end })))
}

fn of_claims(report: &Report) -> impl Iterator<Item = (&'static str, Span)> + '_ {
    report.claims.iter().flat_map(|claim| {
        let parts = [
            ("cue", claim.cue),
            ("source", claim.source),
            ("addressee", claim.addressee),
            ("medium", claim.medium),
            ("anonymity", claim.anonymity),
        ];
        let parts = parts.into_iter().filter_map(|(name, span)| Some((name, span?)));
        let content = claim.content.iter().map(|&s| ("content", s));
        parts.chain(content).chain(claim.evidence.iter().map(|&s| ("evidence", s)))
    })
}
