//! A mention for every source of a claim, also one without a name: "Russian sources", "the indictment".

use super::turns;
use crate::claims::Claim;
use crate::document::Document;
use crate::mentions::nominals::{clip, kind_of_phrase};
use crate::mentions::{Form, Kind, Mention, pronouns, put_in_order};
use crate::model::{is_office, lists};
use crate::tags::{Pos, Syntax};
use std::ops::Range;

/// Adds a mention for each source in which none stands.
pub(super) fn add_sources(document: &Document, syntax: &Syntax, claims: &[Claim], mentions: &mut Vec<Mention>) {
    turns::add_labels(document, claims, mentions);
    fit_to_sources(document, claims, mentions);
    let mut added: Vec<Mention> = Vec::new();
    for source in claims.iter().filter_map(|c| c.source) {
        let tokens = without_article(document, document.tokens_in(source));
        if tokens.is_empty() || is_known(document, syntax, mentions, &added, &tokens) {
            continue;
        }
        added.extend(mention(document, syntax, tokens));
    }
    mentions.extend(added);
    put_in_order(mentions);
    // Two claims may have one source.
    mentions.dedup_by_key(|m| m.span);
}

fn without_article(document: &Document, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.len() > 1 && matches!(document.lower(tokens.start), "the" | "a" | "an" | "after" | "from" | "of") {
        tokens.start += 1;
    }
    tokens
}

/// The first token whose head lies outside.
fn top_of(syntax: &Syntax, tokens: &Range<usize>) -> usize {
    let is_top = |&i: &usize| syntax.words[i].head == i || !tokens.contains(&syntax.words[i].head);
    tokens.clone().find(is_top).unwrap_or(tokens.end - 1)
}

/// Whether a mention already stands for the words of a source.
fn is_known(
    document: &Document,
    syntax: &Syntax,
    mentions: &[Mention],
    added: &[Mention],
    tokens: &Range<usize>,
) -> bool {
    let top = top_of(syntax, tokens);
    let first = mentions.partition_point(|m| m.tokens.end <= tokens.start);
    let near = mentions[first.saturating_sub(NEAR)..].iter().take_while(|m| m.tokens.start < tokens.end);
    near.chain(added.iter().rev().take(NEAR)).any(|m| {
        let is_top = m.tokens.contains(&top) && m.tokens.start < tokens.end;
        is_top || names_source(document, syntax, m, tokens)
    })
}

/// Mentions before a source that may reach into it.
const NEAR: usize = 4;

/// A name at the end of a source, or before its explanation: "Harbour Relief, a charity based in Nairobi".
fn names_source(document: &Document, syntax: &Syntax, m: &Mention, tokens: &Range<usize>) -> bool {
    let is_inner = m.tokens.start > tokens.start && is_led(syntax, tokens.start..m.tokens.start);
    let ends = m.tokens.end == tokens.end && m.tokens.start >= tokens.start && !is_inner;
    let is_explained = m.tokens.start == tokens.start && document.lower_at(m.tokens.end as isize) == ",";
    // "The Speaker of the National Assembly Kim Jin-pyo".
    m.form == Form::Name && (ends || is_explained)
}

/// "a poll by | Reuters", "half-brother to the late | King": whether these words of a source end in a preposition and what it
/// governs.
fn is_led(syntax: &Syntax, mut before: Range<usize>) -> bool {
    let is_attribute = |i: usize| matches!(syntax.words[i].pos, Pos::Det | Pos::Adj);
    before.rfind(|&i| !is_attribute(i)).is_some_and(|i| syntax.words[i].pos == Pos::Adp)
}

/// The noun phrase, or the pronoun, that a source begins with; `None` where there is no noun.
fn mention(document: &Document, syntax: &Syntax, tokens: Range<usize>) -> Option<Mention> {
    if tokens.len() == 1 && lists().pronouns.has(document.lower(tokens.start)) {
        return Some(Mention { rule: "source", ..pronouns::mention(document, tokens.start) });
    }
    // "PM Hasina": an office in letters is no part of the name.
    let is_named = |i: usize| document.is_capitalized(i) && !is_office(document.word(i));
    if is_office(document.word(tokens.start)) && tokens.len() > 1 && (tokens.start + 1..tokens.end).all(is_named) {
        let tokens = tokens.start + 1..tokens.end;
        let (span, head) = (document.span(tokens.start, tokens.end - 1), tokens.end - 1);
        return Some(Mention { span, tokens, head, form: Form::Name, kind: Kind::Person, acts: false, rule: "source" });
    }
    let head = noun_of(document, syntax, &tokens)?;
    // "any plans", "no doubts": nothing that could speak.
    let is_none = matches!(document.lower(tokens.start), "any" | "no");
    if is_none && kind_of_phrase(document, syntax, head) == Kind::Other {
        return None;
    }
    let tokens = clip(document, syntax, tokens, head);
    let span = document.span(tokens.start, tokens.end - 1);
    // "one of the complainants"
    let is_one = matches!(document.lower(tokens.start), "one" | "another")
        && document.lower_at(tokens.start as isize + 1) == "of";
    let kind = kind_of_phrase(document, syntax, head);
    let is_person = is_one && kind == Kind::Group || is_office(document.word(head));
    let kind = if is_person { Kind::Person } else { kind };
    Some(Mention { span, tokens, head, form: Form::Nominal, kind, acts: false, rule: "source" })
}

/// The noun, or what stands for one ("some", "three"), that a source's words are about.
fn noun_of(document: &Document, syntax: &Syntax, tokens: &Range<usize>) -> Option<usize> {
    let is_noun = |i: usize| matches!(syntax.words[i].pos, Pos::Noun | Pos::Propn);
    let stands = |i: usize| lists().unnamed_sources.has(document.lower(i)) || syntax.words[i].pos == Pos::X;
    let top = top_of(syntax, tokens);
    // "this morning", "45.5 %": nobody.
    if lists().time_words.has(document.lower(top)) || tokens.clone().all(|i| syntax.words[i].pos == Pos::Num) {
        return None;
    }
    if is_noun(top) || stands(top) {
        return Some(top);
    }
    // The parser took a verb, or a participle after the noun, for the top.
    let first = tokens.clone().find(|&i| is_noun(i) || stands(i))?;
    let last = (first..tokens.end).take_while(|&i| is_noun(i) || document.word(i) == "-").last();
    Some(last.unwrap_or(first))
}

/// "[three people] told the Times", "[two officials], who spoke on condition": a phrase that the parser lets run over the
/// cue, or over a relative clause, ends where the source ends.
fn fit_to_sources(document: &Document, claims: &[Claim], mentions: &mut [Mention]) {
    for claim in claims {
        let (Some(source), Some(cue)) = (claim.source, claim.cue) else { continue };
        let tokens = document.tokens_in(source);
        let is_after = cue.start < source.end;
        let first = mentions.partition_point(|m| m.span.start < source.start);
        for mention in mentions[first..].iter_mut().take_while(|m| m.span.start < source.end) {
            let begins = mention.tokens.start <= tokens.start + 1 && tokens.contains(&mention.head);
            let runs_over = begins && mention.span.end > source.end && ends_phrase(document, tokens.end)
                || !is_after && mention.span.end >= cue.end;
            if mention.form == Form::Nominal && runs_over {
                mention.span.end = source.end;
                mention.tokens = document.tokens_in(mention.span);
                mention.head = mention.head.min(mention.tokens.end - 1);
            }
        }
    }
}

/// Whether a comma or a relative pronoun stands after a source.
fn ends_phrase(document: &Document, end: usize) -> bool {
    matches!(document.lower_at(end as isize), "," | "who" | "which" | "whose")
}
