//! Pronouns as sources that stand for no entity yet: whoever spoke shortly before.

use crate::claims::{Claim, Form};
use crate::document::{Document, Span};
use crate::entities::Entity;
use crate::mentions::Kind;

/// "It", "they": a body or several who spoke last, in the same paragraph or the one before.
pub fn of_last_speaker(document: &Document, entities: &[Entity], claims: &mut [Claim]) {
    let mut order: Vec<(Span, usize)> =
        claims.iter().enumerate().filter_map(|(i, claim)| Some((claim.source?, i))).collect();
    order.sort_by_key(|&(source, i)| (source.start, i));
    let mut last: Option<(Span, usize)> = None;
    for (source, i) in order {
        if claims[i].speakers.is_empty() {
            let before = last.filter(|&(before, _)| is_near(document, before, source)).map(|(_, j)| j);
            let pronoun = document.slice(source);
            let from = before.filter(|&j| claims[i].via.is_none() && fits(pronoun, &claims[j].speakers, entities));
            claims[i].speakers = from.map_or_else(Vec::new, |j| claims[j].speakers.clone());
        }
        if claims[i].via.is_none() && !claims[i].speakers.is_empty() {
            last = Some((source, i));
        }
    }
}

/// "I", inside somebody's words: whose they are.
pub fn of_words_around(document: &Document, claims: &mut [Claim]) {
    for i in 0..claims.len() {
        let is_i = claims[i].source.is_some_and(|source| document.slice(source) == "I");
        if is_i && claims[i].speakers.is_empty() {
            claims[i].speakers = words_around(claims, i).map_or_else(Vec::new, |j| claims[j].speakers.clone());
        }
    }
}

/// The claim in whose own words a claim lies: "“They asked me where I said I was,” she told us" is hers.
fn words_around(claims: &[Claim], i: usize) -> Option<usize> {
    let around = std::iter::successors(claims[i].via, |&j| claims[j].via);
    around.take(DEEPEST).find(|&j| claims[j].form != Form::Indirect)
}

/// Claims around a claim that are looked at.
const DEEPEST: usize = 8;

/// Whether the pronoun can mean these speakers.
fn fits(pronoun: &str, speakers: &[usize], entities: &[Entity]) -> bool {
    let is = |kinds: &[Kind]| speakers.len() == 1 && kinds.contains(&entities[speakers[0]].kind);
    match pronoun {
        "It" | "it" => is(&[Kind::Organization, Kind::Work, Kind::Law]),
        "They" | "they" => speakers.len() > 1 || is(&[Kind::Organization, Kind::Group]),
        _ => false,
    }
}

/// Whether one stands in the paragraph of the other or in the next.
fn is_near(document: &Document, before: Span, after: Span) -> bool {
    let paragraph = |span: Span| document.paragraph_of(document.tokens_in(span).start);
    paragraph(after).saturating_sub(paragraph(before)) <= 1
}
