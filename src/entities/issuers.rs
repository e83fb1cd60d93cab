//! Whoever issued a document, where the text says so in a word: "the ministry's report", "an estimate by Caitong", "BCR figures".

use super::chains::{Chain, Chains};
use crate::mentions::{Form, Kind};
use crate::model::{is_entity_word, lists};

/// Mentions of a document that are looked at.
const LOOKED_AT: usize = 20;

/// The mention of whoever issued the document that a chain is of.
pub(super) fn of(chains: &Chains, chain: &Chain) -> Option<usize> {
    let is_named = |&m: &usize| chains.mentions[m].form == Form::Name;
    if chain.mentions.iter().take(LOOKED_AT).find(is_named).is_some() {
        return None;
    }
    chain.mentions.iter().take(LOOKED_AT).find_map(|m| issuer(chains, m))
}

/// As one mention says it: an owner, who is named after "by", or the name before the noun.
fn issuer(chains: &Chains, m: usize) -> Option<usize> {
    let mention = &chains.mentions[m];
    let is_document = mention.form == Form::Nominal && speaks_for_another(chains.document.lower(mention.head));
    let found = owner(chains, m).or_else(|| by_whom(chains, m)).or_else(|| name_before_noun(chains, m));
    found.filter(|_| is_document)
}

/// A document that is somebody's words. A law or a ruling speaks itself, and so does a book that has no owner.
fn speaks_for_another(noun: &str) -> bool {
    lists().source_works.has(noun) && !is_entity_word(noun, "speaks-itself")
        || matches!(noun, "website" | "site" | "page" | "account")
}

/// "Namburu's book", "its website".
fn owner(chains: &Chains, m: usize) -> Option<usize> {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let owned_before = document.lower_at(mention.tokens.start as isize - 1) == "'s";
    let ends_before = |&n: &usize| owned_before && chains.mentions[n].tokens.end + 1 == mention.tokens.start;
    if let Some(owner) = (0..m).rev().take(6).find(ends_before) {
        return can_issue(chains, owner);
    }
    let inside = (m + 1..chains.mentions.len()).take(6).take_while(|&n| chains.mentions[n].tokens.start < mention.head);
    let owns = |&n: &usize| {
        let inner = &chains.mentions[n];
        let begins =
            inner.tokens.start == mention.tokens.start || document.lower(inner.tokens.start.saturating_sub(1)) == "the";
        begins && (inner.form == Form::Pronoun || document.lower_at(inner.tokens.end as isize) == "'s")
    };
    // "its website": the pronoun may begin before the phrase.
    let pronoun = m
        .checked_sub(1)
        .filter(|&p| chains.mentions[p].form == Form::Pronoun && chains.mentions[p].tokens.end == mention.tokens.start);
    inside.into_iter().find(owns).or(pronoun).and_then(|n| can_issue(chains, n))
}

/// "a report on Wednesday by UpGuard", "a note published by the EFE agency".
fn by_whom(chains: &Chains, m: usize) -> Option<usize> {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let sentence = &document.sentences[chains.traits[m].sentence].tokens;
    let reach = mention.head + 1..sentence.end.min(mention.head + MOST_WORDS);
    let is_open = |&i: &usize| !matches!(document.lower(i), "," | ";" | "that" | "said" | "says" | "which" | "who");
    let by = reach.clone().take_while(is_open).find(|&i| document.lower(i) == "by");
    let from =
        (mention.head + 1 < sentence.end && document.lower(mention.head + 1) == "from").then_some(mention.head + 1);
    let mut start = by.or(from)? + 1;
    while start < sentence.end && matches!(document.lower(start), "the" | "a" | "an") {
        start += 1;
    }
    let first = chains.mentions.partition_point(|n| n.tokens.start < start);
    let here = (first..chains.mentions.len()).take_while(|&n| chains.mentions[n].tokens.start == start);
    here.into_iter().find_map(|n| can_issue(chains, n))
}

/// Words from a document's noun to "by".
const MOST_WORDS: usize = 6;

/// "the BCR report", "PTI figures".
fn name_before_noun(chains: &Chains, m: usize) -> Option<usize> {
    let mention = &chains.mentions[m];
    let near = (m.saturating_sub(4)..chains.mentions.len().min(m + 5)).filter(|&n| n != m);
    let ends_at_noun = |&n: &usize| {
        let name = &chains.mentions[n];
        name.form == Form::Name && name.kind == Kind::Organization && name.tokens.end == mention.head
    };
    near.into_iter().find(ends_at_noun)
}

/// Those who can issue a document: persons, bodies, places that act; not a time, a thing, another document.
fn can_issue(chains: &Chains, n: usize) -> Option<usize> {
    let kind = chains.chain(n).kind();
    let is_agent = matches!(kind, Kind::Person | Kind::Organization | Kind::Group);
    let is_place = kind == Kind::Place && chains.mentions[n].form == Form::Name;
    (is_agent || is_place).then_some(n)
}
