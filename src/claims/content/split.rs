//! Contents that their reporting clause splits: "a deal that the United States has warned would violate …".

use super::end;
use crate::claims::clause::ReportingClause;
use crate::claims::cues::Cue;
use crate::claims::noun_phrase;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::claims::words::is_relative;
use crate::tags::{Pos, Relation};

/// Antecedent and predicate of a relative clause that the reporting clause interrupts.
pub fn around(
    scene: &Scene,
    cue: &Cue,
    predicate: usize,
    range: Tokens,
    all: &[ReportingClause],
) -> Option<Vec<Tokens>> {
    let mut last = cue.clause.start - 1;
    // "a plan which, he said, would fail".
    if scene.is_comma(last) && last > range.start && scene.is_comma(cue.clause.end) {
        last -= 1;
    }
    if matches!(scene.lower(last), "that" | "which" | "who" | "whom") {
        last = last.checked_sub(1)?;
    }
    let is_separated = scene.is_comma(last) || scene.is_dash(last);
    if is_separated {
        last = last.checked_sub(1)?;
    }
    let head = antecedent(scene, cue, last, range);
    let subtree = scene.subtree(head);
    let phrase = scene.trim(subtree.start.max(range.start)..last + 1);
    // ", a figure which": what stands before the comma is another phrase.
    let comma = phrase.iter().rev().find(|&j| scene.is_comma(j) && matches!(scene.lower(j + 1), "a" | "an"));
    let phrase = phrase.with_start(comma.map_or(phrase.start, |comma| comma + 1));
    // "It is | a question that": the noun, not what is said of it.
    let verb = phrase.iter().rev().find(|&j| scene.is_finite(j) && j + 1 < phrase.end);
    let phrase = phrase.with_start(verb.map_or(phrase.start, |verb| verb + 1));
    let start = phrase.iter().find(|&j| scene.pos(j) != Pos::Adp)?;
    let start = noun_phrase::start_of_run(scene, start, range);
    let mut end = end::right_end(scene, predicate, range, cue.clause, all);
    end = predicate_of_main(scene, predicate, end).unwrap_or(end);
    if is_separated {
        end = (predicate + 1..end).find(|&j| scene.is_comma(j) || scene.is_dash(j)).unwrap_or(end);
    }
    Some(vec![Tokens::new(start, phrase.end), scene.trim(predicate..end)])
}

/// "a cod that he warned could fall | will stay": where the antecedent's own predicate begins after the clause's.
fn predicate_of_main(scene: &Scene, predicate: usize, end: usize) -> Option<usize> {
    let verb = (predicate..end).find(|&j| scene.pos(j) == Pos::Verb)?;
    let begins_phrase = |j: usize| {
        matches!(scene.pos(j), Pos::Det | Pos::Pron | Pos::Propn) && matches!(scene.pos(j - 1), Pos::Noun | Pos::Num)
    };
    let parts =
        |j: usize| scene.is_comma(j) || scene.pos(j) == Pos::Sconj || scene.pos(j) == Pos::Cconj || begins_phrase(j);
    let until = (verb + 1..end).find(|&j| parts(j) || is_relative(scene, j)).unwrap_or(end);
    (verb + 1..until).find(|&j| {
        let stands_alone = matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn | Pos::Num | Pos::Verb)
            || scene.quote_closed(j - 1).is_some();
        scene.pos(j) == Pos::Aux && scene.is_finite(j) && stands_alone
    })
}

/// The noun that the relative clause is about.
fn antecedent(scene: &Scene, cue: &Cue, last: usize, range: Tokens) -> usize {
    if scene.relation(cue.verb) == Relation::AclRelcl
        && scene.head(cue.verb) <= last
        && range.contains(scene.head(cue.verb))
    {
        return scene.head(cue.verb);
    }
    let mut head = last;
    while scene.head(head) < head
        && range.contains(scene.head(head))
        && matches!(scene.relation(head), Relation::Flat | Relation::Appos | Relation::Nummod)
    {
        head = scene.head(head);
    }
    while scene.head(head) <= last
        && scene.head(head) != head
        && matches!(scene.relation(head), Relation::Compound | Relation::Amod | Relation::Det)
    {
        head = scene.head(head);
    }
    head
}

/// The noun phrase a relative clause is about, as far as it stands before the clause.
pub fn antecedent_of(scene: &Scene, verb: usize, range: Tokens) -> Option<Tokens> {
    let mut noun = scene.head(verb);
    // "a man in his 80s who": it is the man.
    while (scene.pos(noun) == Pos::Num || scene.lower(noun).ends_with("0s")) && scene.head(noun) < noun {
        noun = scene.head(noun);
    }
    let clause = scene.subtree(verb);
    let phrase = scene.trim(scene.subtree(noun).start.max(range.start)..clause.start.min(range.end).max(noun + 1));
    // "are looking for | a man who": no verb is part of it.
    let first = if scene.pos(noun) == Pos::Verb { noun + 1 } else { phrase.start };
    let start = (first..phrase.end).find(|&j| scene.pos(j) != Pos::Adp)?;
    Some(Tokens::new(start, phrase.end))
}
