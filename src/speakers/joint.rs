//! "They", "both officers", "the two countries": those who were last named together.

use crate::claims::Claim;
use crate::document::{Document, Span};
use crate::mentions::{Form, Kind, Mention, is_honorific};
use crate::model::noun_means;

/// Names joined by "and": the entity of each, and the sentence and paragraph they stand in.
struct Together {
    end: u32,
    sentence: usize,
    paragraph: usize,
    kind: Kind,
    entities: Vec<usize>,
}

/// Gives claims whose source is such a word, and that have no speaker with a name, those who were named together before.
pub fn of_named_together(
    document: &Document,
    mentions: &[Mention],
    entity_of: &[Option<usize>],
    is_named: &dyn Fn(usize) -> bool,
    claims: &mut [Claim],
) {
    let all = named_together(document, mentions, entity_of);
    if all.is_empty() {
        return;
    }
    for claim in claims.iter_mut() {
        let Some(source) = claim.source.filter(|_| !claim.speakers.iter().any(|&e| is_named(e))) else { continue };
        let Some(meant) = Meant::of(document, source) else { continue };
        if claim.speakers.is_empty() || meant.is_described {
            let before = all.partition_point(|together| together.end <= source.start);
            let (sentence, paragraph) = place_of(document, source);
            let near = all[..before].iter().rev().take_while(|t| {
                paragraph - t.paragraph <= meant.paragraphs_back && sentence - t.sentence <= meant.sentences_back
            });
            let fits = |t: &&Together| t.kind == meant.kind && t.entities.len() == 2;
            if let Some(together) = near.take(MOST_LISTS).find(fits) {
                claim.speakers.clone_from(&together.entities);
            }
        }
    }
}

/// Lists of names before a source that are looked at.
const MOST_LISTS: usize = 4;

/// What kind of two entities a source means, whether a noun says so, and how far back they may have been named.
struct Meant {
    kind: Kind,
    is_described: bool,
    sentences_back: usize,
    paragraphs_back: usize,
}

impl Meant {
    fn of(document: &Document, source: Span) -> Option<Meant> {
        let tokens = document.tokens_in(source);
        let words: Vec<&str> = tokens.clone().map(|i| document.lower(i)).collect();
        let two = |kind| Meant { kind, is_described: true, sentences_back: usize::MAX, paragraphs_back: 3 };
        match words[..] {
            ["they"] => Some(Meant { kind: Kind::Person, is_described: false, sentences_back: 1, paragraphs_back: 1 }),
            ["both"] | ["they", "both"] => Some(two(Kind::Person)),
            // A couple that was brought up before is that one.
            ["the", noun @ ("pair" | "duo" | "couple")] => {
                let before = tokens.start.saturating_sub(MOST_WORDS_BACK)..tokens.start;
                (!before.into_iter().any(|i| document.lower(i) == noun)).then(|| two(Kind::Person))
            }
            ["both", noun] | ["the", "two", noun] | ["both", "the", noun] => kind_of(noun).map(two),
            _ => None,
        }
    }
}

/// Words back that an earlier couple is looked for.
const MOST_WORDS_BACK: usize = 600;

/// Of a noun for several: "countries", "officers".
fn kind_of(noun: &str) -> Option<Kind> {
    let one = noun.strip_suffix("ies").map_or_else(|| noun.trim_end_matches('s').to_owned(), |stem| format!("{stem}y"));
    let means = |kind: &str| noun_means(&one, kind) || noun_means(noun, kind);
    match noun {
        "men" | "women" | "sisters" | "brothers" => Some(Kind::Person),
        "countries" | "nations" | "states" | "governments" => Some(Kind::Place),
        _ if means("person") => Some(Kind::Person),
        _ if means("organization") => Some(Kind::Organization),
        _ => None,
    }
}

/// All lists of two names and more, in text order.
fn named_together(document: &Document, mentions: &[Mention], entity_of: &[Option<usize>]) -> Vec<Together> {
    let names: Vec<usize> =
        (0..mentions.len()).filter(|&m| mentions[m].form == Form::Name && entity_of[m].is_some()).collect();
    let mut all = Vec::new();
    let mut from = 0;
    while from < names.len() {
        let mut last = from;
        let mut has_and = false;
        while !has_and && last + 1 < names.len() {
            match joint(document, &mentions[names[last]], &mentions[names[last + 1]]) {
                Some(is_and) => {
                    has_and = is_and;
                    last += 1;
                }
                None => break,
            }
        }
        let list: Vec<usize> = names[from..=last].iter().filter_map(|&m| entity_of[m]).collect();
        let first = &mentions[names[from]];
        let is_distinct = list.iter().enumerate().all(|(i, e)| !list[..i].contains(e));
        if has_and && is_distinct {
            let (sentence, paragraph) = place_of(document, first.span);
            let end = mentions[names[last]].span.end;
            all.push(Together { end, sentence, paragraph, kind: first.kind, entities: list });
        }
        from = last + 1;
    }
    all
}

/// Whether one name follows another of its kind with nothing but a comma, "and" or a title between them; true for "and".
fn joint(document: &Document, a: &Mention, b: &Mention) -> Option<bool> {
    let between = a.tokens.end..b.tokens.start;
    if a.kind != b.kind || between.is_empty() || between.len() > LONGEST_JOINT {
        return None;
    }
    let joins = |i: usize| matches!(document.lower(i), "," | "and" | "&");
    let is_title = |i: usize| {
        let word = document.lower(i);
        document.is_capitalized(i) || is_honorific(word) || noun_means(word, "person") || word == "the"
    };
    let opens = joins(between.start) && between.clone().all(|i| joins(i) || is_title(i));
    opens.then(|| between.clone().any(|i| matches!(document.lower(i), "and" | "&")))
}

/// Tokens between two names of a list.
const LONGEST_JOINT: usize = 6;

/// The sentence and the paragraph in which a span begins.
fn place_of(document: &Document, span: Span) -> (usize, usize) {
    let sentence = document.sentence_of(document.tokens_in(span).start);
    (sentence, document.sentences.get(sentence).map_or(0, |s| s.paragraph))
}

#[cfg(test)]
mod tests {
    use crate::speakers::tests::check;

    #[test]
    fn two_who_were_named_together() {
        let two = "Mara Ilves and Tom Roe, two officers, were jailed on Friday. ";
        check(&format!("{two}Both officers said that they would appeal."), &["Mara Ilves", "Tom Roe"]);
        check(&format!("{two}They said that they would appeal."), &["Mara Ilves", "Tom Roe"]);
        check(&format!("{two}The pair said that they would appeal."), &["Mara Ilves", "Tom Roe"]);
        check(
            "Algeria and Venezuela signed a treaty on Friday. Both countries agreed to build a port.",
            &["Algeria", "Venezuela"],
        );
    }

    #[test]
    fn others_who_were_not() {
        let lead = "A couple left the town on Friday. Mara Ilves and Tom Roe stayed. ";
        check(&format!("{lead}The couple said that it was cold."), &["couple"]);
        let far = "Mara Ilves and Tom Roe stayed. The winter was cold. The roads were closed for a week. ";
        check(&format!("{far}They said that it was cold."), &[]);
    }
}
