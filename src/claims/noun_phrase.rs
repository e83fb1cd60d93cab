//! Noun phrases as the parser sees them, less what does not belong to a source.

use super::scene::Scene;
use super::tokens::Tokens;
use super::words::is_speech_noun;
use crate::tags::{Pos, Relation};

/// "officials | on Saturday": when they said it names nobody.
pub fn without_time(scene: &Scene, source: Tokens) -> Tokens {
    let is_when = |at: &usize| {
        let words = if scene.lower(*at) == "on" { at + 1 } else { *at };
        // "The World's Women 2020" is a name.
        let is_day = words < source.end && scene.lower(words).starts_with(|c: char| c.is_ascii_alphabetic());
        is_day && (words..source.end).all(|j| scene.is_time(j))
    };
    source.iter().skip(1).find(is_when).map_or(source, |at| source.with_end(at))
}

/// A noun phrase with title and apposition, without the relative clause after a comma.
pub fn noun_phrase(scene: &Scene, head: usize, range: Tokens, verb: usize) -> Tokens {
    // A subject that the parser finds outside the verb's quotation is read where it stands.
    let range = if range.contains(head) { range } else { scene.search_range(head) };
    let whole = scene.subtree(head);
    let mut tokens = whole.start.max(range.start)..whole.end.min(range.end);
    if head < verb {
        tokens.end = tokens.end.min(verb);
    } else {
        tokens.start = tokens.start.max(verb + 1);
    }
    let is_inverted = head > verb;
    let cuts = |j: usize| cuts_phrase(scene, j, head) || is_inverted && scene.is_dash(j);
    if let Some(cut) = (head + 1..tokens.end).find(|&j| cuts(j)) {
        tokens.end = cut;
    }
    // A quotation belongs to no source.
    if let Some(open) = (tokens.start..tokens.end).find(|&j| {
        scene
            .quote_opened(j)
            .is_some_and(|q| scene.quote_tokens(q).end > tokens.end || scene.count_words(scene.quote_tokens(q)) > 5)
    }) {
        if open > head { tokens.end = open } else { tokens.start = tokens.start.max(open + 1).min(head) }
    }
    let trimmed = scene.trim(tokens.clone());
    let start = (trimmed.start..=head).find(|&j| scene.is_word(j) || scene.quote_opened(j).is_some()).unwrap_or(head);
    let leads = |j: usize| {
        matches!(scene.pos(j), Pos::Sconj | Pos::Cconj)
            || matches!(scene.lower(j), "while" | "meanwhile" | "yet" | "after" | "as")
    };
    let start = (start..head).find(|&j| !leads(j)).unwrap_or(head);
    let start = (start + 2..=head).find(|&j| begins_after_speech_noun(scene, start, j)).unwrap_or(start);
    Tokens::new(start, trimmed.end.max(head + 1))
}

/// Whether the phrase of `head` ends before token `j`: a comma with a relative clause, a new statement, or a loose participle after it.
fn cuts_phrase(scene: &Scene, j: usize, head: usize) -> bool {
    if !(scene.is_comma(j) || scene.is_dash(j)) {
        return matches!(scene.lower(j), ";" | ":");
    }
    let next = j + 1;
    let is_quoted = matches!(scene.lower(next), "quoted" | "cited") && scene.lower(next + 1) == "by";
    if is_quoted
        || matches!(
            scene.lower(next),
            "who" | "whose" | "whom" | "which" | "where" | "when" | "adding" | "citing" | "quoting" | "saying"
        )
    {
        return true;
    }
    let clause = scene.syntax.children(head).find(|&c| c > j && scene.subtree(c).contains(next));
    clause.is_some_and(|c| {
        matches!(
            scene.relation(c),
            Relation::Acl | Relation::AclRelcl | Relation::Advcl | Relation::Parataxis | Relation::Ccomp
        )
    })
}

/// "a charge | Okello dismissed": a name or a further phrase after a noun for what was said.
pub fn begins_after_speech_noun(scene: &Scene, start: usize, j: usize) -> bool {
    let begins = matches!(scene.pos(j), Pos::Propn | Pos::Det) || scene.document.is_capitalized(j);
    matches!(scene.lower(start), "a" | "an") && is_speech_noun(scene.lower(j - 1)) && begins
}

/// "A 14ft (4.3m) fibreglass | cod": where the attributes before `start` begin, whatever they hang on.
pub fn start_of_run(scene: &Scene, mut start: usize, range: Tokens) -> usize {
    let is_attribute = |j: usize| matches!(scene.pos(j), Pos::Adj | Pos::Num | Pos::Noun);
    let mut first = start;
    while first > range.start {
        first = match bracket_before(scene, first, range) {
            Some(open) => open,
            None if is_attribute(first - 1) => first - 1,
            None => break,
        };
    }
    if first > range.start && scene.pos(first - 1) == Pos::Det {
        start = first - 1;
    }
    start
}

/// "the Capital Markets Authority (CMA)", "Dladla (47)": a short bracket that ends here.
pub fn bracket_before(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    if at == 0 || scene.lower(at - 1) != ")" {
        return None;
    }
    (range.start + 1..at).rev().take(6).find(|&j| scene.lower(j) == "(")
}
