//! Sieves over he, she and it by who is said to speak: "Putin said he would travel", and "he added" after what Putin said.

use super::chains::Chains;
use super::traits::Gender;
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

/// Joins a pronoun to a speaker who can be he or she.
fn join(chains: &mut Chains, speaker: usize, pronoun: usize, rule: &'static str) {
    let chain = chains.chain(speaker);
    let own = chains.chain(pronoun).gender();
    let is_named = chain.mentions.iter().take(20).any(|x| chains.mentions[x].form == Form::Name);
    let is_person = chain.kind() == Kind::Person || chain.kind() == Kind::Other && !is_named;
    let is_person = is_person && chain.many <= chain.one;
    let gender = chain.gender();
    if is_person && (gender == Gender::Unknown || gender == own) && chains.traits[speaker].person == 3 {
        chains.join(speaker, pronoun, rule);
    }
}
