//! Sources to speakers: which entity a source phrase stands for, and how well the article lets us know it.

use super::{Attribution, Claim};
use crate::document::{Document, Span};
use crate::entities::Entity;
use crate::mentions::{Form, Kind, Mention};
use crate::model::lists;

/// Fills in the speakers of all claims, and *named*, *described* or *unnamed*.
pub fn attribute(document: &Document, mentions: &[Mention], entities: &[Entity], claims: &mut [Claim]) {
    let entity_of = entity_of_mentions(mentions, entities);
    for claim in claims.iter_mut() {
        let Some(source) = claim.source else { continue };
        claim.speakers = speakers_of(document, mentions, &entity_of, source);
        claim.attribution = how_known(document, mentions, entities, &claim.speakers, source);
    }
    for i in 0..claims.len() {
        if let Some(before) = claims[i].continues {
            claims[i].speakers = claims[before].speakers.clone();
            let mut earlier = before;
            // A chain of floating quotations leads to the claim that names the speaker; it only ever leads back.
            while claims[i].speakers.is_empty() && claims[earlier].continues.is_some_and(|e| e < earlier) {
                earlier = claims[earlier].continues.unwrap_or(earlier);
                claims[i].speakers = claims[earlier].speakers.clone();
            }
            claims[i].attribution = Attribution::Implied;
        }
    }
}

fn entity_of_mentions(mentions: &[Mention], entities: &[Entity]) -> Vec<Option<usize>> {
    let mut entity_of = vec![None; mentions.len()];
    for (e, entity) in entities.iter().enumerate() {
        for &m in &entity.mentions {
            entity_of[m] = Some(e);
        }
    }
    entity_of
}

/// The entities that a source phrase names: one, or one for each part joined by "and".
fn speakers_of(document: &Document, mentions: &[Mention], entity_of: &[Option<usize>], source: Span) -> Vec<usize> {
    let first = mentions.partition_point(|m| m.span.start < source.start);
    let inside: Vec<usize> = (first..mentions.len())
        .take_while(|&m| mentions[m].span.start < source.end)
        .filter(|&m| mentions[m].span.end <= source.end && entity_of[m].is_some())
        .collect();
    let mut speakers = Vec::new();
    for part in parts(document, source) {
        let in_part: Vec<usize> = inside.iter().copied().filter(|&m| part.contains(mentions[m].span)).collect();
        speakers.extend(best(document, mentions, &in_part, part).and_then(|m| entity_of[m]));
    }
    if speakers.is_empty() {
        speakers.extend(best(document, mentions, &inside, source).and_then(|m| entity_of[m]));
    }
    if speakers.is_empty() {
        speakers.extend(overlapping(mentions, entity_of, source));
    }
    speakers.dedup();
    speakers
}

/// The entity of a mention that reaches over the edge of the source phrase: "the law | states".
fn overlapping(mentions: &[Mention], entity_of: &[Option<usize>], source: Span) -> Option<usize> {
    let first = mentions.partition_point(|m| m.span.start < source.start);
    let last = mentions.partition_point(|m| m.span.start < source.end);
    (first.saturating_sub(4)..last).filter(|&m| mentions[m].span.overlaps(source)).find_map(|m| entity_of[m])
}

/// "RIA Novosti and TASS": the parts of a phrase whose parts are all names; else the phrase itself.
fn parts(document: &Document, source: Span) -> Vec<Span> {
    let tokens = document.tokens_in(source);
    let joints: Vec<usize> = tokens.clone().filter(|&i| document.lower(i) == "and").collect();
    if joints.is_empty()
        || tokens.clone().any(|i| matches!(document.lower(i), "of" | "for" | "who" | "which" | "in" | "at"))
            && joints.len() == 1
            && !document.is_capitalized(joints[0] + 1)
    {
        return vec![source];
    }
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        if document.lower(i) == "and" || document.lower(i) == "," && joints.iter().any(|&j| j > i) {
            if i > start {
                parts.push(document.span(start, i - 1));
            }
            start = i + 1;
        }
    }
    if start < tokens.end {
        parts.push(document.span(start, tokens.end - 1));
    }
    parts
}

/// The mention that a phrase is about: a person's name before its title, else the widest mention that is no mere owner or place.
fn best(document: &Document, mentions: &[Mention], inside: &[usize], phrase: Span) -> Option<usize> {
    let owner = |m: usize| {
        let end = mentions[m].tokens.end;
        end < document.tokens.len()
            && matches!(document.lower(end), "'s" | "'")
            && document.tokens[end].span.end < phrase.end
    };
    let widest = |kinds: &dyn Fn(&Mention) -> bool| {
        inside
            .iter()
            .copied()
            .filter(|&m| kinds(&mentions[m]) && !owner(m))
            .max_by_key(|&m| (mentions[m].span.end - mentions[m].span.start, std::cmp::Reverse(m)))
    };
    let comma = document
        .tokens_in(phrase)
        .find(|&i| document.lower(i) == ",")
        .map_or(phrase.end, |i| document.tokens[i].span.start);
    let before_comma = |m: &Mention| m.span.end <= comma;
    let after_of = |m: &Mention| {
        let start = m.tokens.start as isize;
        let article = matches!(document.lower_at(start - 1), "the" | "a" | "an");
        let before = document.lower_at(if article { start - 2 } else { start - 1 });
        m.span.start > phrase.start && matches!(before, "of" | "for" | "from" | "in" | "at" | "with" | "by")
    };
    widest(&|m| m.form == Form::Name && m.kind == Kind::Person && before_comma(m) && !after_of(m))
        .or_else(|| widest(&|m| m.form == Form::Name && m.kind == Kind::Person && !after_of(m)))
        .or_else(|| widest(&|m| m.span.start <= phrase.start + 4 && m.span.end >= comma.min(phrase.end)))
        .or_else(|| widest(&|m| m.form == Form::Nominal && !after_of(m)))
        .or_else(|| widest(&|m| m.form == Form::Name && !after_of(m) && m.kind != Kind::Group))
        .or_else(|| widest(&|m| !after_of(m)))
        .or_else(|| inside.first().copied())
}

/// Named when the entity has a name; unnamed when the phrase is of those who hide one; else described.
fn how_known(
    document: &Document,
    mentions: &[Mention],
    entities: &[Entity],
    speakers: &[usize],
    source: Span,
) -> Attribution {
    let has_name = |&e: &usize| entities[e].mentions.iter().any(|&m| mentions[m].form == Form::Name);
    if !speakers.is_empty() && speakers.iter().all(has_name) {
        return Attribution::Named;
    }
    let unnamed_words = |span: Span| document.tokens_in(span).any(|i| lists().unnamed_sources.has(document.lower(i)));
    let mut spans = speakers.iter().flat_map(|&e| entities[e].mentions.iter()).map(|&m| mentions[m].span);
    let institution = document.tokens_in(source).any(|i| {
        matches!(
            document.lower(i),
            "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "ministry"
                | "police"
                | "military"
                | "army"
                | "authorities"
                | "prosecutors"
        )
    });
    if !institution && (unnamed_words(source) || spans.any(unnamed_words)) {
        Attribution::Unnamed
    } else {
        Attribution::Described
    }
}
