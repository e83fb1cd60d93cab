//! Whoever issued a document, where the text says so in a word: "the ministry's report", "an estimate by Caitong", "BCR figures".

use super::chains::{Chain, Chains};
use super::traits::Article;
use crate::claims::Claim;
use crate::mentions::{Form, Kind};
use crate::model::{is_entity_word, lists};
use crate::tags::{Pos, Relation};

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
    if mention.form != Form::Nominal || !speaks_for_another(chains.document.lower(mention.head)) {
        return None;
    }
    let found = name_before_noun(chains, m).or_else(|| owner(chains, m)).or_else(|| by_whom(chains, mention.head));
    found.or_else(|| introduced(chains, m))
}

/// Mentions inside another that are looked at.
const MOST_MENTIONS_INSIDE: usize = 6;

/// "The council said in a statement …. The statement said …", "The fund published a report …. The report said …": who brought
/// the document up that goes on speaking.
fn introduced(chains: &Chains, m: usize) -> Option<usize> {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let noun = document.lower(mention.head);
    let is_known =
        matches!(chains.traits[m].article, Article::Definite | Article::Demonstrative) && mention.tokens.len() < 3;
    let from = mention.tokens.start.saturating_sub(MOST_WORDS_BACK);
    let issued_at = |i: usize| {
        let said_or_issued = said_in(chains, i).or_else(|| subject_of_issuing(chains, i));
        said_or_issued.or_else(|| body_behind(chains, i)).or_else(|| named_at(chains, i))
    };
    let before = (from..mention.tokens.start).rev().filter(|&i| is_known && document.lower(i) == noun);
    let again = before.take(MOST_TIMES_NAMED).find_map(issued_at);
    // "a report by the fund …. The study said": the document before.
    let is_general = is_known && is_entity_word(noun, "any-document");
    let from = mention.tokens.start.saturating_sub(MOST_WORDS_TO_ANOTHER);
    let another = (from..mention.tokens.start).rev().filter(|&i| is_general && speaks_for_another(document.lower(i)));
    again.or_else(|| another.take(MOST_OTHERS).find_map(issued_at))
}

/// "a Health Canada report", "the prosecutors' report": the name or the owner before the noun that is token `i`.
fn named_at(chains: &Chains, i: usize) -> Option<usize> {
    let is_of_noun = |&n: &usize| chains.mentions[n].head == i && chains.mentions[n].form == Form::Nominal;
    let m = begun_before(chains, i).find(is_of_noun)?;
    name_before_noun(chains, m).or_else(|| owner(chains, m))
}

/// "a report by the fund": not "a letter from Kyoto", which was only posted there.
fn body_behind(chains: &Chains, i: usize) -> Option<usize> {
    by_whom(chains, i).filter(|&n| chains.chain(n).kind() != Kind::Place)
}

/// Words before a document that goes on speaking in which it is brought up, and how often it is named there.
const MOST_WORDS_BACK: usize = 1000;
const MOST_TIMES_NAMED: usize = 16;

/// Words back to a document of another name, and how many such are looked at.
const MOST_WORDS_TO_ANOTHER: usize = 150;
const MOST_OTHERS: usize = 3;

/// Who says something in the document whose noun is token `i`.
fn said_in(chains: &Chains, i: usize) -> Option<usize> {
    let span = chains.document.tokens[i].span;
    let near = chains.document.sentences[chains.document.sentence_of(i)].tokens.clone();
    let near = chains.document.span(near.start, near.end - 1);
    let is_here = |c: &usize| {
        let claim = &chains.claims[*c];
        let medium = claim.medium.filter(|medium| near.contains(*medium));
        medium.is_some_and(|medium| medium.contains(span))
    };
    let begins = |claim: &Claim| claim.content.first().copied().or(claim.cue).map_or(0, |span| span.start);
    let first = chains.claims.partition_point(|claim| begins(claim) + MOST_BYTES_APART < near.start);
    let claim = (first..chains.claims.len()).take(MOST_CLAIMS_NEAR).find(is_here)?;
    can_issue(chains, chains.sources[claim]?)
}

/// Bytes from a claim's content to its sentence, and claims that are looked at there.
const MOST_BYTES_APART: u32 = 1500;
const MOST_CLAIMS_NEAR: usize = 40;

/// The subject of the verb of issuing whose object is token `i`.
fn subject_of_issuing(chains: &Chains, i: usize) -> Option<usize> {
    let syntax = chains.syntax;
    let (word, verb) = (syntax.words[i], syntax.words[i].head);
    let issues = word.relation == Relation::Obj && is_entity_word(&syntax.lemma(chains.document, verb), "issues");
    let subject = syntax.child(verb, &[Relation::Nsubj]).filter(|_| issues)?;
    let hangs = |&n: &usize| chains.traits[n].anchor == subject;
    begun_before(chains, subject).find(hangs).and_then(|n| can_issue(chains, n))
}

/// The mentions that begin at token `i` or a few words before it.
fn begun_before(chains: &Chains, i: usize) -> impl Iterator<Item = usize> {
    let first = chains.mentions.partition_point(|n| n.tokens.start + MOST_WORDS_OF_NAME < i);
    (first..chains.mentions.len()).take_while(move |&n| chains.mentions[n].tokens.start <= i)
}

/// Words of a mention before the one by which it hangs.
const MOST_WORDS_OF_NAME: usize = 8;

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
    let inside = (m + 1..chains.mentions.len())
        .take(MOST_MENTIONS_INSIDE)
        .take_while(|&n| chains.mentions[n].tokens.start < mention.head);
    // "Judge Miller's statement", "the prosecutors' document": the last before the noun.
    let owns = |&n: &usize| {
        let inner = &chains.mentions[n];
        inner.form == Form::Pronoun && inner.tokens.start == mention.tokens.start
            || inner.tokens.end < mention.head && matches!(document.lower_at(inner.tokens.end as isize), "'s" | "'")
    };
    // "its website": the pronoun may begin before the phrase.
    let pronoun = m
        .checked_sub(1)
        .filter(|&p| chains.mentions[p].form == Form::Pronoun && chains.mentions[p].tokens.end == mention.tokens.start);
    inside.into_iter().filter(owns).last().or(pronoun).and_then(|n| can_issue(chains, n))
}

/// "a report on Wednesday by UpGuard", "a note published by the EFE agency".
fn by_whom(chains: &Chains, noun: usize) -> Option<usize> {
    let document = chains.document;
    let sentence = &document.sentences[document.sentence_of(noun)].tokens;
    let reach = noun + 1..sentence.end.min(noun + MOST_WORDS);
    let is_open = |&i: &usize| !matches!(document.lower(i), "," | ";" | "that" | "said" | "says" | "which" | "who");
    let by = reach.clone().take_while(is_open).find(|&i| document.lower(i) == "by");
    let from = (noun + 1 < sentence.end && document.lower(noun + 1) == "from").then_some(noun + 1);
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

/// "the BCR report", "PTI figures", "a NATO press release".
fn name_before_noun(chains: &Chains, m: usize) -> Option<usize> {
    let mention = &chains.mentions[m];
    let near = (m.saturating_sub(4)..chains.mentions.len().min(m + 5)).filter(|&n| n != m);
    let is_part_of_noun =
        |i: usize| matches!(chains.syntax.words[i].pos, Pos::Noun | Pos::Num) && !chains.document.is_capitalized(i);
    let ends_at_noun = |&n: &usize| {
        let name = &chains.mentions[n];
        let end = name.tokens.end;
        let is_before = mention.tokens.start <= name.tokens.start && end <= mention.head && mention.head < end + 3;
        name.form == Form::Name
            && name.kind == Kind::Organization
            && is_before
            && (end..mention.head).all(is_part_of_noun)
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
