//! "They", "both officers", "the two countries": those who were last named together.

use crate::claims::Claim;
use crate::document::{Document, Span};
use crate::mentions::{Form, Kind, Mention, is_honorific};
use crate::model::noun_means;

/// Two names joined by "and", and the place where they stand.
struct Pair {
    end: u32,
    sentence: usize,
    paragraph: usize,
    kind: Kind,
    entities: [usize; 2],
}

/// Gives claims whose source is such a word, and that have no speaker with a name, the two who were named together before.
pub fn of_named_together(
    document: &Document,
    mentions: &[Mention],
    entity_of: &[Option<usize>],
    is_named: impl Fn(usize) -> bool,
    claims: &mut [Claim],
) {
    let pairs = pairs(document, mentions, entity_of);
    if pairs.is_empty() {
        return;
    }
    for claim in claims.iter_mut() {
        let Some(source) = claim.source.filter(|_| !claim.speakers.iter().any(|&e| is_named(e))) else { continue };
        let Some(meant) = Meant::of(document, source) else { continue };
        if claim.speakers.is_empty() || meant.is_described {
            let before = pairs.partition_point(|pair| pair.end <= source.start);
            let first = document.tokens_in(source).start;
            let (sentence, paragraph) = (document.sentence_of(first), document.paragraph_of(first));
            let near = pairs[..before].iter().rev().take_while(|pair| {
                paragraph - pair.paragraph <= meant.paragraphs_back && sentence - pair.sentence <= meant.sentences_back
            });
            if let Some(pair) = near.take(MOST_PAIRS).find(|pair| pair.kind == meant.kind) {
                claim.speakers = pair.entities.to_vec();
            }
        }
    }
}

/// Pairs before a source that are looked at.
const MOST_PAIRS: usize = 4;

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

/// All lists of two names and no more, in text order.
fn pairs(document: &Document, mentions: &[Mention], entity_of: &[Option<usize>]) -> Vec<Pair> {
    let names: Vec<(&Mention, usize)> = mentions
        .iter()
        .zip(entity_of)
        .filter(|(mention, _)| mention.form == Form::Name)
        .filter_map(|(mention, entity)| Some((mention, (*entity)?)))
        .collect();
    let joint_after = |i: usize| names.get(i + 1).and_then(|(next, _)| joint(document, names[i].0, next));
    let mut pairs = Vec::new();
    let mut first = 0;
    while first + 1 < names.len() {
        let mut last = first;
        while joint_after(last) == Some(Joint::Comma) {
            last += 1;
        }
        if joint_after(last) != Some(Joint::And) {
            first = last + 1;
            continue;
        }
        let ((one, entity), (other, other_entity)) = (names[last], names[last + 1]);
        if last == first && entity != other_entity {
            let (sentence, paragraph) =
                (document.sentence_of(one.tokens.start), document.paragraph_of(one.tokens.start));
            let entities = [entity, other_entity];
            pairs.push(Pair { end: other.span.end, sentence, paragraph, kind: one.kind, entities });
        }
        first = last + 2;
    }
    pairs
}

/// What stands between two names of a list.
#[derive(PartialEq)]
enum Joint {
    Comma,
    And,
}

/// Whether one name follows another of its kind with nothing but a comma, "and" or a title between them.
fn joint(document: &Document, a: &Mention, b: &Mention) -> Option<Joint> {
    let between = a.tokens.end..b.tokens.start;
    if a.kind != b.kind || between.is_empty() || between.len() > LONGEST_JOINT {
        return None;
    }
    let is_and = |i: usize| matches!(document.lower(i), "and" | "&");
    let joins = |i: usize| is_and(i) || document.lower(i) == ",";
    let is_of_title = |i: usize| {
        let word = document.lower(i);
        document.is_capitalized(i) || is_title(word) || word == "the"
    };
    let is_joint = joins(between.start) && between.clone().all(|i| joins(i) || is_of_title(i));
    is_joint.then(|| if between.clone().any(is_and) { Joint::And } else { Joint::Comma })
}

/// Tokens between two names of a list are at most this many.
const LONGEST_JOINT: usize = 6;

/// Whether a word stands before a person's name: "Mr", "minister".
pub fn is_title(word: &str) -> bool {
    is_honorific(word) || noun_means(word, "person")
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
