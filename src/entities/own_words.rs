//! Sieves over he, she and it by who is said to speak: "Putin said he would travel", and "he added" after what Putin said.

use super::chains::Chains;
use super::traits::{Article, Function, Gender, Number};
use crate::claims::{Claim, Form as ClaimForm};
use crate::mentions::{Form, Kind};
use std::collections::BTreeMap;

/// "Putin told journalists that he would travel": who begins his own reported words is the speaker.
pub(super) fn begins_own_words(chains: &mut Chains, rule: &'static str) {
    for c in 0..chains.claims.len() {
        let claim = &chains.claims[c];
        let (Some(source), Some(content)) = (chains.sources[c], claim.content.first()) else { continue };
        if claim.form != ClaimForm::Indirect || chains.mentions[source].span.start >= content.start {
            continue;
        }
        let first = chains.mentions.partition_point(|m| m.span.start < content.start);
        if first < chains.mentions.len()
            && is_he_or_she(chains, first)
            && chains.mentions[first].span.start == content.start
        {
            join(chains, source, first, rule);
        }
    }
}

/// "…, An Chan-il told AFP. …, he said", "The council said …. It urged …": the next to speak, in the next sentence, is the same.
pub(super) fn speaks_on(chains: &mut Chains, rule: &'static str) {
    let mut spoken: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for (claim, &source) in chains.claims.iter().zip(&chains.sources) {
        if claim.via.is_none() {
            for sentence in sentences(chains, claim) {
                // Two who speak in one sentence are no help.
                let entry = spoken.entry(sentence).or_insert(source);
                if *entry != source {
                    *entry = None;
                }
            }
        }
    }
    for c in 0..chains.claims.len() {
        let Some(pronoun) = chains.sources[c].filter(|&m| chains.mentions[m].form == Form::Pronoun) else { continue };
        let first = sentences(chains, &chains.claims[c]).start;
        let before = first.checked_sub(1).and_then(|s| spoken.get(&s).copied().flatten());
        let Some(early) = before.filter(|&early| early < pronoun) else { continue };
        if is_he_or_she(chains, pronoun) {
            join(chains, early, pronoun, rule);
        } else if is_it(chains, pronoun) && is_body(chains, early) {
            chains.join(early, pronoun, rule);
        }
    }
}

/// "As for Ilves, he said", "For the council, it said": who is brought up at the head of the sentence.
pub(super) fn topic(chains: &mut Chains, rule: &'static str) {
    for source in chains.sources_in_order() {
        if !is_he_or_she(chains, source) && !is_it(chains, source) || chains.chain(source).mentions.len() > 1 {
            continue;
        }
        let document = chains.document;
        let start = document.sentences[chains.traits[source].sentence].tokens.start;
        let first = match (document.lower(start), document.lower_at(start as isize + 1)) {
            ("as", "for") => start + 2,
            ("for", _) => start + 1,
            _ => continue,
        };
        let comma = chains.mentions[source].tokens.start.saturating_sub(1);
        let is_topic = |&n: &usize| {
            let tokens = &chains.mentions[n].tokens;
            chains.mentions[n].form == Form::Name
                && tokens.end == comma
                && tokens.start <= first + MOST_WORDS_BEFORE_NAME
        };
        let name = (0..source).rev().take(NEAR).find(is_topic).filter(|_| document.lower(comma) == ",");
        if let Some(name) = name {
            join_as(chains, name, source, rule);
        }
    }
}

/// An article and a title before the name that is brought up.
const MOST_WORDS_BEFORE_NAME: usize = 4;

/// Mentions back in which a name or a speaker is looked for.
const NEAR: usize = 8;

/// "Ilves said he admires Roe, who is older, and he said …": the second of two joined clauses has the first one's subject.
pub(super) fn joined_clause(chains: &mut Chains, rule: &'static str) {
    for c in 1..chains.claims.len() {
        let Some(late) = chains.sources[c].filter(|&m| is_he_or_she(chains, m)) else { continue };
        let before = chains.mentions[late].tokens.start.checked_sub(1);
        let is_joined = before.is_some_and(|i| matches!(chains.document.lower(i), "and" | "but"));
        let sentence = chains.traits[late].sentence;
        let spoke = (0..c).rev().take(NEAR).find_map(|earlier| {
            let source = chains.sources[earlier]?;
            let traits = &chains.traits[source];
            let is_outer = chains.claims[earlier].via.is_none() && traits.quote.is_none();
            (is_outer && traits.sentence == sentence && source < late).then_some(source)
        });
        let is_free = chains.traits[late].quote.is_none() && chains.chain(late).mentions.len() == 1;
        if let Some(early) = spoke.filter(|_| is_joined && is_free) {
            join(chains, early, late, rule);
        }
    }
}

/// "The junta has executed four men, it said": who says what he, it or they did themselves, where nobody spoke before.
pub(super) fn subject_says(chains: &mut Chains, rule: &'static str) {
    for c in 0..chains.claims.len() {
        let Some(source) = chains.sources[c].filter(|&m| is_it(chains, m) || is_they(chains, m)) else { continue };
        let claim = &chains.claims[c];
        let Some(content) = claim.content.first().filter(|_| chains.chain(source).mentions.len() == 1) else {
            continue;
        };
        let (start, quote) = (content.start, chains.traits[source].quote);
        let first = chains.mentions.partition_point(|m| m.span.end <= start);
        let subject = (first..source).take(NEAR).find(|&m| chains.traits[m].function == Function::Subject);
        let Some(subject) = subject.filter(|&m| chains.traits[m].sentence == chains.traits[source].sentence) else {
            continue;
        };
        let is_many = is_they(chains, source);
        let chain = chains.chain(subject);
        let can = match is_many {
            true => chain.number() == Number::Many && matches!(chain.kind(), Kind::Person | Kind::Group),
            false => chain.kind() == Kind::Organization && chain.number() != Number::Many,
        };
        if can && quote.is_none() && claim.form != ClaimForm::Direct {
            chains.join(subject, source, rule);
        }
    }
}

/// "A source close to the club said …. The source added": whoever is not named spoke last.
pub(super) fn source_again(chains: &mut Chains, rule: &'static str) {
    let sources = chains.sources_in_order();
    for (at, &late) in sources.iter().enumerate() {
        let traits = &chains.traits[late];
        let noun = traits.last();
        let is_again = chains.mentions[late].form == Form::Nominal
            && traits.article == Article::Definite
            && traits.words.len() == 1
            && traits.number != Number::Many
            && matches!(noun, "source" | "person" | "insider")
            && chains.chain(late).mentions.len() == 1;
        if !is_again {
            continue;
        }
        let is_unnamed = |&&m: &&usize| {
            let own = &chains.traits[m];
            let head = chains.document.lower(chains.mentions[m].head);
            let hides = matches!(head, "source" | "person" | "insider" | "official");
            chains.mentions[m].form == Form::Nominal && hides && own.number != Number::Many
        };
        let spoke = sources[..at].iter().rev().take(NEAR).find(is_unnamed);
        if let Some(&early) = spoke.filter(|&&m| m != late) {
            chains.join(early, late, rule);
        }
    }
}

/// Joins a pronoun to a person, or "it" to a body.
fn join_as(chains: &mut Chains, early: usize, pronoun: usize, rule: &'static str) {
    if is_he_or_she(chains, pronoun) {
        join(chains, early, pronoun, rule);
    } else if is_body(chains, early) {
        chains.join(early, pronoun, rule);
    }
}

fn is_they(chains: &Chains, m: usize) -> bool {
    chains.document.lower(chains.mentions[m].head) == "they" && chains.mentions[m].form == Form::Pronoun
}

/// The sentences in which the parts of a claim stand.
fn sentences(chains: &Chains, claim: &Claim) -> std::ops::Range<usize> {
    let spans = claim.content.iter().chain(&claim.cue).chain(&claim.source);
    let sentence = |at: u32| chains.document.sentences.partition_point(|s| s.span.end <= at);
    let (mut first, mut last) = (usize::MAX, 0);
    for span in spans {
        first = first.min(sentence(span.start));
        last = last.max(sentence(span.end.saturating_sub(1)));
    }
    first.min(last)..last + 1
}

fn is_he_or_she(chains: &Chains, m: usize) -> bool {
    let by_gender = matches!(chains.traits[m].gender, Gender::Masculine | Gender::Feminine);
    chains.mentions[m].form == Form::Pronoun && by_gender
}

fn is_it(chains: &Chains, m: usize) -> bool {
    chains.document.lower(chains.mentions[m].head) == "it" && chains.mentions[m].form == Form::Pronoun
}

/// An organization that the text has not called he or she.
fn is_body(chains: &Chains, m: usize) -> bool {
    let chain = chains.chain(m);
    let is_one = chain.kind() == Kind::Organization && chain.many <= chain.one;
    is_one && !matches!(chain.gender(), Gender::Masculine | Gender::Feminine)
}

/// Joins a pronoun that is nobody yet to a speaker who can be he or she.
fn join(chains: &mut Chains, speaker: usize, pronoun: usize, rule: &'static str) {
    if chains.is_named(pronoun) {
        return;
    }
    let chain = chains.chain(speaker);
    let own = chains.chain(pronoun).gender();
    let is_person = chain.kind() == Kind::Person || chain.kind() == Kind::Other && !chains.is_named(speaker);
    let is_person = is_person && chain.many <= chain.one;
    let gender = chain.gender();
    if is_person && (gender == Gender::Unknown || gender == own) && chains.traits[speaker].person == 3 {
        chains.join(speaker, pronoun, rule);
    }
}
