//! Labelled turns of an interview by their letters: "Q: …", "A2: …", which name nobody, and "NG: …".

use super::chains::Chains;
use crate::claims::{Claim, Rule, Turn};
use crate::document::{Document, Span};
use crate::mentions::{Form, Kind, Mention, put_in_order};

fn turn_of(document: &Document, claim: &Claim) -> Option<Turn> {
    let label = claim.source.filter(|_| claim.rule == Rule::InterviewLabel)?;
    Turn::of_label(document.slice(label)).map(|(_, turn)| turn)
}

/// A mention for each label, whatever the tagger takes its letters for.
pub(super) fn add_labels(document: &Document, claims: &[Claim], mentions: &mut Vec<Mention>) {
    add_initials(document, claims, mentions);
    let labelled = claims.iter().filter(|claim| turn_of(document, claim).is_some());
    let mut labels: Vec<Span> = labelled.filter_map(|claim| claim.source).collect();
    if labels.is_empty() {
        return;
    }
    labels.sort_by_key(|label| label.start);
    labels.dedup();
    let is_apart = |mention: &Mention| {
        let after = labels.partition_point(|label| label.end <= mention.span.start);
        labels.get(after).is_none_or(|label| mention.span.end <= label.start)
    };
    mentions.retain(is_apart);
    mentions.extend(labels.into_iter().map(|span| {
        let tokens = document.tokens_in(span);
        let head = tokens.start;
        Mention { span, tokens, head, form: Form::Nominal, kind: Kind::Person, acts: false, rule: "source" }
    }));
    put_in_order(mentions);
}

/// "NG: This study started": letters that label a turn and that the tagger took for no name are somebody's.
fn add_initials(document: &Document, claims: &[Claim], mentions: &mut Vec<Mention>) {
    let labels = claims.iter().filter(|claim| claim.rule == Rule::InterviewLabel).filter_map(|claim| claim.source);
    let is_known = |label: &Span| {
        let at = mentions.partition_point(|mention| mention.span.start < label.start);
        mentions.get(at).is_some_and(|mention| mention.span.start < label.end)
    };
    let mut labels: Vec<Span> =
        labels.filter(|&label| is_initials(document.slice(label))).filter(|label| !is_known(label)).collect();
    if labels.is_empty() {
        return;
    }
    labels.sort_by_key(|label| label.start);
    labels.dedup();
    mentions.extend(labels.into_iter().map(|span| {
        let tokens = document.tokens_in(span);
        let head = tokens.start;
        Mention { span, tokens, head, form: Form::Name, kind: Kind::Person, acts: false, rule: "source" }
    }));
    put_in_order(mentions);
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
        match (turn_of(chains.document, &chains.claims[c]), chains.sources[c]) {
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
