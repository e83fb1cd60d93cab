//! What the text calls one: titles before names, appositions, predicates; and the word that says who runs it.

use super::chains::Chains;
use super::traits::Function;
use crate::document::{Document, Span};
use crate::mentions::{Form, Kind, Mention};
use crate::model::lists;
use crate::tags::{Pos, Relation, Syntax};
use std::ops::Range;

/// A noun phrase that is the title of the name behind it ("President Vladimir Putin") is a role, no mention.
pub(super) fn drop_titles(document: &Document, syntax: &Syntax, mentions: &mut Vec<Mention>) {
    let names: Vec<Range<usize>> = mentions.iter().filter(|m| m.form == Form::Name).map(|m| m.tokens.clone()).collect();
    mentions.retain(|m| {
        let at = names.partition_point(|n| n.start < m.tokens.end);
        // "Chief Election Commissioner Kazi Habibul Awal": the title with the name.
        let ends_in_name = at.checked_sub(1).map(|last| &names[last]).is_some_and(|name| {
            let is_last = m.tokens.start < name.start && name.end == m.tokens.end;
            is_last && document.tokens[name.start].spaced && (name.contains(&m.head) || m.head + 1 == name.start)
        });
        let is_title = m.form == Form::Nominal
            && names.get(at).is_some_and(|name| {
                name.start == m.tokens.end
                    && m.head + 1 == name.start
                    && document.tokens[name.start].spaced
                    && (name.contains(&syntax.words[m.head].head) || syntax.words[name.start].head == m.head)
                    && !document.lower(m.head).starts_with('\'')
            });
        !(is_title || m.form == Form::Nominal && ends_in_name)
    });
}

/// The title of each name mention, as tokens; the words are noted in its chain, and "Mr" makes a person.
pub(super) fn titles(chains: &mut Chains) -> Vec<Option<Range<usize>>> {
    let mut titles = vec![None; chains.mentions.len()];
    for (m, title) in titles.iter_mut().enumerate() {
        if chains.mentions[m].form != Form::Name {
            continue;
        }
        if let Some(tokens) = title_before(chains, m) {
            for i in tokens.clone() {
                let word = chains.document.lower(i).to_owned();
                chains.call(m, &word);
            }
            if is_person_noun(chains.document, tokens.end - 1) {
                chains.vote(m, Kind::Person, 2);
            }
            *title = Some(tokens);
        }
    }
    titles
}

fn is_person_noun(document: &Document, at: usize) -> bool {
    let word = document.lower(at).trim_end_matches('.');
    lists().gendered.has(word)
        || lists().role_nouns.get(word).is_some_and(|row| row.split('\t').next() == Some("person"))
}

/// The words before a name that hang on it and end in a noun.
fn title_before(chains: &Chains, m: usize) -> Option<Range<usize>> {
    let (document, syntax) = (chains.document, chains.syntax);
    let name = chains.mentions[m].tokens.clone();
    let last = name.start.checked_sub(1)?;
    let noun = syntax.words[last];
    let sentence = &document.sentences[chains.traits[m].sentence].tokens;
    if !sentence.contains(&last) || !document.tokens[name.start].spaced || ends_name(chains, m, last).is_some() {
        return None;
    }
    let hangs = name.contains(&noun.head) || syntax.words[chains.traits[m].anchor].head == last;
    let is_noun = matches!(noun.pos, Pos::Noun | Pos::Propn) || noun.pos == Pos::X && is_person_noun(document, last);
    if !is_noun || noun.pos != Pos::X && !hangs {
        return None;
    }
    let mut start = syntax.subtree(last).start.max(sentence.start);
    if noun.pos == Pos::X || start > last {
        start = last;
    }
    start = compound_start(chains, start).max(sentence.start);
    // Modifiers that hang on the name itself: "former (President) Putin".
    while start > sentence.start {
        let before = start - 1;
        let word = syntax.words[before];
        let modifies = matches!(word.relation, Relation::Amod | Relation::Compound | Relation::NmodPoss)
            || document.lower(before) == "'s";
        if word.pos == Pos::X || !modifies || !(name.contains(&word.head) || document.lower(before) == "'s") {
            break;
        }
        start = if document.lower(before) == "'s" { syntax.subtree(word.head).start.min(before) } else { before };
    }
    let outside = |i: usize| {
        matches!(syntax.words[i].pos, Pos::Adp | Pos::Det | Pos::Punct | Pos::Cconj | Pos::Sconj)
            || matches!(document.lower(i), "the" | "a" | "an")
    };
    // "Marshal Pak Jong Chon and Department Director Jo Chun Ryong": the title of the second begins behind the first.
    let joins = |i: usize| syntax.words[i].pos == Pos::Cconj && ends_name(chains, m, i - 1) == Some(Kind::Person);
    start = (start + 1..last).rev().find(|&i| joins(i)).unwrap_or(start);
    while start < last && outside(start) {
        start += 1;
    }
    Some(start..last + 1)
}

/// "Russia's natural resources minister": back over plain nouns and adjectives that the parser hung elsewhere, to an owner.
fn compound_start(chains: &Chains, start: usize) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    let plain = |i: usize| {
        matches!(syntax.words[i].pos, Pos::Noun | Pos::Adj)
            && !document.is_capitalized(i)
            && document.tokens[i + 1].spaced
    };
    let mut first = start;
    while first > 0 && start - first < 3 && plain(first - 1) {
        first -= 1;
    }
    let is_owner = first > 1 && first < start && document.lower(first - 1) == "'s";
    if is_owner { syntax.subtree(first - 2).start.min(first - 2) } else { start }
}

/// The kind of the name before mention `m` that ends with token `last`.
fn ends_name(chains: &Chains, m: usize, last: usize) -> Option<Kind> {
    let before = chains.mentions[..m].iter().rev().take(8);
    before.into_iter().find(|n| n.form == Form::Name && n.tokens.end == last + 1).map(|n| n.kind)
}

/// Spans of the roles that a mention gives its entity.
pub(super) fn role_of(chains: &Chains, m: usize, title: Option<&Range<usize>>) -> Option<Span> {
    if let Some(tokens) = title {
        let word = chains.document.lower(tokens.start).trim_end_matches('.');
        let is_form_of_address = tokens.len() == 1
            && matches!(word, "mr" | "mrs" | "ms" | "miss" | "mister" | "sir" | "dr" | "lady" | "dame");
        return (!is_form_of_address).then(|| chains.document.span(tokens.start, tokens.end - 1));
    }
    let mention = &chains.mentions[m];
    if mention.form != Form::Nominal {
        return None;
    }
    let describes = matches!(chains.traits[m].function, Function::Apposition | Function::Predicate)
        || matches!(mention.rule, "apposition" | "predicate")
        || chains.syntax.child(chains.traits[m].anchor, &[Relation::Appos]).is_some();
    describes.then_some(mention.span)
}

/// The word that calls it state-run: "the official Korean Central News Agency".
pub(super) fn official_word(chains: &Chains, m: usize) -> Option<Span> {
    let mention = &chains.mentions[m];
    if mention.form == Form::Pronoun {
        return None;
    }
    let sentence = &chains.document.sentences[chains.traits[m].sentence].tokens;
    let from = mention.tokens.start.saturating_sub(5).max(sentence.start);
    let to = if mention.form == Form::Nominal { mention.head } else { mention.tokens.start };
    for i in (from..to).rev() {
        let lower = chains.document.lower(i);
        if let Some(words) = state_run(chains.document, i, to) {
            return Some(words);
        }
        let inside = matches!(chains.syntax.words[i].pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::X)
            && chains.document.tokens[i].kind == crate::document::TokenKind::Word
            || lower == "-"
            || lower.ends_with("run")
            || i >= mention.tokens.start;
        if !inside || matches!(lower, "the" | "a" | "an" | "and" | "said") {
            break;
        }
    }
    None
}

/// "official", "state-run", "state media": whole, however it is split in tokens.
fn state_run(document: &Document, i: usize, to: usize) -> Option<Span> {
    let lower = document.lower(i);
    let joined = ["state-run", "state-owned", "state-controlled", "state-backed", "government-run", "government-owned"];
    if lower == "official" || joined.contains(&lower) {
        return Some(document.tokens[i].span);
    }
    let split = matches!(lower, "run" | "owned" | "controlled" | "backed" | "funded")
        && i >= 2
        && document.lower(i - 1) == "-"
        && matches!(document.lower(i - 2), "state" | "government");
    if split {
        return Some(document.span(i - 2, i));
    }
    (lower == "state" && i < to && i + 1 < document.tokens.len() && is_outlet(document.lower(i + 1)))
        .then(|| document.tokens[i].span)
}

fn is_outlet(word: &str) -> bool {
    matches!(word, "media" | "news" | "television" | "tv" | "broadcaster" | "radio" | "newspaper" | "agency")
}
