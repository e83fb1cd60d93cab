//! Noun phrases that stand for somebody or something: "the North Korean leader", "two officials familiar with the matter".

use super::{Form, Kind, Mention};
use crate::document::{Document, TokenKind};
use crate::model::lists;
use crate::tags::{Pos, Relation, Syntax};
use std::ops::Range;

/// All noun phrases whose noun is one of `role_nouns`, unless it is part of a name.
pub(super) fn find(document: &Document, syntax: &Syntax, names: &[Mention], push: &mut impl FnMut(Mention)) {
    let mut named = vec![false; document.tokens.len()];
    names.iter().for_each(|n| named[n.tokens.clone()].fill(true));
    for (head, &is_named) in named.iter().enumerate() {
        let Some(kind) = kind_of_noun(document, head) else { continue };
        if is_named || !is_head(document, syntax, head) {
            continue;
        }
        let tokens = phrase(document, syntax, head);
        let span = document.span(tokens.start, tokens.end - 1);
        push(Mention { span, tokens, head, form: Form::Nominal, kind, acts: false, rule: "noun phrase" });
    }
}

/// The kind that a noun shows by itself.
fn kind_of_noun(document: &Document, at: usize) -> Option<Kind> {
    let row = lists().role_nouns.get(document.lower(at))?;
    match row.split('\t').next()? {
        "person" => Some(Kind::Person),
        "organization" => Some(Kind::Organization),
        "place" => Some(Kind::Place),
        "facility" => Some(Kind::Facility),
        "group" => Some(Kind::Group),
        _ => None,
    }
}

/// Not "police" in "police officers", nor "leader" in "leader Kim", nor a verb.
fn is_head(document: &Document, syntax: &Syntax, at: usize) -> bool {
    let word = syntax.words[at];
    if is_unparsed(syntax, at) {
        let next = document.tokens.get(at + 1);
        let followed = next.is_some_and(|t| t.kind == TokenKind::Word) && {
            let lower = document.lower(at + 1);
            lists().role_nouns.has(lower) || document.is_capitalized(at + 1) && lower != "i"
        };
        return !followed;
    }
    matches!(word.pos, Pos::Noun | Pos::Propn)
        && !matches!(word.relation, Relation::Compound | Relation::Flat | Relation::Fixed | Relation::Goeswith)
}

/// The noun phrase around `head`: no article, and nothing after a comma, no relative clause, no second noun.
fn phrase(document: &Document, syntax: &Syntax, head: usize) -> Range<usize> {
    if is_unparsed(syntax, head) {
        return phrase_by_tokens(document, head);
    }
    let outside = |i: usize| {
        matches!(
            syntax.words[i].relation,
            Relation::Case
                | Relation::Mark
                | Relation::Cc
                | Relation::Punct
                | Relation::Cop
                | Relation::Nsubj
                | Relation::Aux
                | Relation::Conj
                | Relation::Appos
                | Relation::AclRelcl
                | Relation::Parataxis
                | Relation::Advcl
                | Relation::List
                | Relation::Discourse
        )
    };
    let mut start = head;
    for child in syntax.children(head).take_while(|&i| i < head).collect::<Vec<_>>().into_iter().rev() {
        let inner_mark = syntax.words[child].relation == Relation::Punct && document.word(child) == "-";
        if outside(child) && !inner_mark || syntax.subtree(child).end > start {
            break;
        }
        start = syntax.subtree(child).start.min(start);
    }
    let mut end = head + 1;
    for child in syntax.children(head).filter(|&i| i > head) {
        let is_possessive = document.lower(child).starts_with('\'');
        if outside(child) || is_possessive || syntax.subtree(child).start > end {
            break;
        }
        end = syntax.subtree(child).end;
    }
    while start < head && is_article(document, start) {
        start += 1;
    }
    start..end
}

fn is_article(document: &Document, at: usize) -> bool {
    matches!(document.lower(at), "the" | "a" | "an")
}

/// Before there is any syntax: back over the words that are no function words.
fn phrase_by_tokens(document: &Document, head: usize) -> Range<usize> {
    let sentence = &document.sentences[document.sentence_of(head)];
    let mut start = head;
    while start > sentence.tokens.start && head - start < 5 {
        let before = start - 1;
        let lower = document.lower(before);
        let inner = document.tokens[before].kind == TokenKind::Word
            && lower.len() > 2
            && !is_article(document, before)
            && !lists().starters.has(lower)
            && !lists().common_english.has(lower)
            && !lists().pronouns.has(lower)
            && !lower.ends_with("ed");
        if !inner {
            break;
        }
        start = before;
    }
    start..head + 1
}

fn is_unparsed(syntax: &Syntax, at: usize) -> bool {
    syntax.words[at].pos == Pos::X
}
