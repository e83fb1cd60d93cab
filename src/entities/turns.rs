//! Labelled turns of an interview by their letters: "Q: …", "A2: …", which name nobody, and "NG: …".

use super::chains::Chains;
use crate::claims::{Claim, Rule, Turn};
use crate::document::{Document, Span};
use crate::mentions::{Form, Kind, Mention, put_in_order};

/// The labels of the turns, which are sources of their claims, in text order.
fn labels(claims: &[Claim]) -> Vec<Span> {
    let labelled = claims.iter().filter(|claim| claim.rule == Rule::InterviewLabel);
    let mut labels: Vec<Span> = labelled.filter_map(|claim| claim.source).collect();
    labels.sort_by_key(|label| label.start);
    labels.dedup();
    labels
}

fn turn_of(document: &Document, label: Span) -> Option<Turn> {
    Turn::of_label(document.slice(label)).map(|(_, turn)| turn)
}

/// A mention for each label, whatever the tagger takes its letters for; initials that it takes for a name are one already.
pub(super) fn add_labels(document: &Document, claims: &[Claim], mentions: &mut Vec<Mention>) {
    let labels = labels(claims);
    let (turns, others): (Vec<Span>, Vec<Span>) =
        labels.into_iter().partition(|&label| turn_of(document, label).is_some());
    let initials: Vec<Span> = others
        .into_iter()
        .filter(|&label| is_initials(document.slice(label)))
        .filter(|label| {
            let at = mentions.partition_point(|mention| mention.span.start < label.start);
            mentions.get(at).is_none_or(|mention| mention.span.start >= label.end)
        })
        .collect();
    if turns.is_empty() && initials.is_empty() {
        return;
    }
    let is_apart = |mention: &Mention| {
        let after = turns.partition_point(|label| label.end <= mention.span.start);
        turns.get(after).is_none_or(|label| mention.span.end <= label.start)
    };
    mentions.retain(is_apart);
    mentions.extend(turns.into_iter().map(|label| label_mention(document, label, Form::Nominal)));
    mentions.extend(initials.into_iter().map(|label| label_mention(document, label, Form::Name)));
    put_in_order(mentions);
}

fn label_mention(document: &Document, span: Span, form: Form) -> Mention {
    let tokens = document.tokens_in(span);
    let head = tokens.start;
    Mention { span, tokens, head, form, kind: Kind::Person, acts: false, rule: "source" }
}

/// The turns in text order, each with the mention that labels it.
pub(super) fn labelled(chains: &Chains) -> Vec<(Span, usize)> {
    let labelled = chains.claims.iter().zip(&chains.sources).filter(|(claim, _)| claim.rule == Rule::InterviewLabel);
    let turn = |(claim, label): (&Claim, &Option<usize>)| {
        Some((claim.content.first()?.cover(*claim.content.last()?), (*label)?))
    };
    let mut turns: Vec<(Span, usize)> = labelled.filter_map(turn).collect();
    turns.sort_by_key(|(span, _)| span.start);
    turns
}

/// The label of the turn in which some words stand.
pub(super) fn label_around(turns: &[(Span, usize)], words: Span) -> Option<usize> {
    let at = turns.partition_point(|(turn, _)| turn.end <= words.start);
    turns.get(at).filter(|(turn, _)| turn.start <= words.start).map(|&(_, label)| label)
}

/// "NG", "WSS", and not "Q" or "AFP2".
fn is_initials(label: &str) -> bool {
    (2..=MOST_INITIALS).contains(&label.len())
        && label.bytes().all(|letter| letter.is_ascii_uppercase())
        && Turn::of_label(label).is_none()
}

/// Letters of a person's name: "J. R. R. T.".
const MOST_INITIALS: usize = 4;

/// Whether a mention is such a label: it is nobody whom the text describes.
pub(super) fn is_label(chains: &Chains, m: usize) -> bool {
    chains.is_source(m) && chains.mentions[m].tokens.len() == 1 && {
        let span = chains.mentions[m].span;
        Turn::of_label(chains.document.slice(span)).is_some()
    }
}

/// All who ask are one, and all who answer; these are the person whom the words before the first turn name most often.
pub(super) fn turns(chains: &mut Chains, rule: &'static str) {
    let mut asks: Vec<usize> = Vec::new();
    let mut answers: Vec<usize> = Vec::new();
    for c in 0..chains.claims.len() {
        let claim = &chains.claims[c];
        let label = claim.source.filter(|_| claim.rule == Rule::InterviewLabel);
        match (label.and_then(|label| turn_of(chains.document, label)), chains.sources[c]) {
            (Some(Turn::Asks), Some(label)) => asks.push(label),
            (Some(Turn::Answers), Some(label)) => answers.push(label),
            _ => (),
        }
    }
    let first_turn = asks.iter().chain(&answers).copied().min().unwrap_or(0);
    for all in [&asks, &answers] {
        all.iter().skip(1).for_each(|&label| chains.join(all[0], label, rule));
    }
    if let (Some(&label), Some(person)) = (answers.first(), most_named(chains, first_turn)) {
        chains.join(person, label, rule);
    }
}

/// The person with the most mentions before mention `end`, of equals the first.
fn most_named(chains: &Chains, end: usize) -> Option<usize> {
    let is_name = |&m: &usize| {
        chains.mentions[m].form == Form::Name && chains.chain(m).kind() == Kind::Person && chains.is_first(m)
    };
    let count = |m: usize| chains.chain(m).before(end).count();
    (0..end).filter(is_name).map(|m| (m, count(m))).reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|(m, _)| m)
}
