//! The quotations of an article: the words between its marks, and the claim that each belongs to.

use crate::document::{Document, Span as Bytes};
use crate::quotes;
use crate::report::{Claim, Report, Span, Units};

/// A quotation as the article has it.
pub struct Quoted {
    /// Between the marks, in bytes.
    pub bytes: Bytes,
    /// The same in code units.
    pub span: Span,
    /// Place of its claim in the report.
    pub claim: Option<usize>,
}

/// All quotations but those inside others, in text order.
pub fn find(document: &Document, report: &Report, units: &Units) -> Vec<Quoted> {
    let quotes = quotes::find(document);
    let inner = quotes.iter().filter(|quote| quote.depth == 0).filter_map(|quote| between_marks(document, quote));
    let mut found: Vec<Quoted> = inner.map(|bytes| Quoted { bytes, span: units.span(bytes), claim: None }).collect();
    give_claims(&mut found, &report.claims);
    found
}

fn between_marks(document: &Document, quote: &quotes::Quote) -> Option<Bytes> {
    let last = quote.tokens.end - usize::from(quote.closed);
    (quote.tokens.start + 1 < last).then(|| document.span(quote.tokens.start + 1, last - 1))
}

/// To each quotation the claim that holds most of it, and of those the one that says least besides.
fn give_claims(quotations: &mut [Quoted], claims: &[Claim]) {
    let mut spans: Vec<(Span, usize)> =
        claims.iter().enumerate().flat_map(|(i, claim)| claim.content.iter().map(move |&span| (span, i))).collect();
    spans.sort_by_key(|(span, i)| (span.start, *i));
    let mut next = 0;
    let mut open: Vec<(Span, usize)> = Vec::new();
    for quotation in quotations {
        while next < spans.len() && spans[next].0.start < quotation.span.end {
            open.push(spans[next]);
            next += 1;
        }
        open.retain(|(span, _)| span.end > quotation.span.start);
        let held = |span: &Span| span.end.min(quotation.span.end).saturating_sub(span.start.max(quotation.span.start));
        let best = open
            .iter()
            .max_by_key(|(span, i)| (held(span), std::cmp::Reverse(span.end - span.start), std::cmp::Reverse(*i)));
        quotation.claim = best.map(|&(_, i)| i);
    }
}
