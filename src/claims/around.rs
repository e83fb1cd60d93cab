//! Contents around their reporting clause: "a deal that the United States has warned would violate …".

use super::content::{self, Placed};
use super::cue::Cue;
use super::scene::{Scene, Tokens};
use super::subject;
use crate::tags::{Pos, Relation};

/// Antecedent and predicate of a relative clause that the reporting clause interrupts.
pub fn around(scene: &Scene, cue: &Cue, predicate: usize, bounds: &Tokens, all: &[Placed]) -> Option<Vec<Tokens>> {
    let mut last = cue.clause.start - 1;
    if matches!(scene.lower(last), "that" | "which" | "who" | "whom") {
        last = last.checked_sub(1)?;
    }
    let is_loose = scene.is_comma(last) || scene.is_dash(last);
    if is_loose {
        last = last.checked_sub(1)?;
    }
    let head = antecedent(scene, cue, last, bounds);
    let subtree = scene.syntax.subtree(head);
    let phrase = scene.trim(subtree.start.max(bounds.start)..last + 1);
    // ", a figure which": what stands before the comma is another phrase.
    let comma = phrase.clone().rev().find(|&j| scene.is_comma(j) && matches!(scene.lower(j + 1), "a" | "an"));
    let phrase = comma.map_or(phrase.start, |comma| comma + 1)..phrase.end;
    // "It is | a question that": the noun, not what is said of it.
    let verb = phrase.clone().rev().find(|&j| scene.is_finite(j) && j + 1 < phrase.end);
    let phrase = verb.map_or(phrase.start, |verb| verb + 1)..phrase.end;
    let start = phrase.clone().find(|&j| scene.pos(j) != Pos::Adp)?;
    let mut end = content::right_end(scene, predicate, bounds, &cue.clause, all);
    end = predicate_of_main(scene, predicate, end).unwrap_or(end);
    if is_loose {
        end = (predicate + 1..end).find(|&j| scene.is_comma(j) || scene.is_dash(j)).unwrap_or(end);
    }
    Some(vec![start..phrase.end, scene.trim(predicate..end)])
}

/// "a cod that he warned could fall | will stay": where the antecedent's own predicate begins behind the clause's.
fn predicate_of_main(scene: &Scene, predicate: usize, end: usize) -> Option<usize> {
    let verb = (predicate..end).find(|&j| scene.pos(j) == Pos::Verb)?;
    let begins_phrase = |j: usize| {
        matches!(scene.pos(j), Pos::Det | Pos::Pron | Pos::Propn) && matches!(scene.pos(j - 1), Pos::Noun | Pos::Num)
    };
    let parts =
        |j: usize| scene.is_comma(j) || scene.pos(j) == Pos::Sconj || scene.pos(j) == Pos::Cconj || begins_phrase(j);
    let until = (verb + 1..end).find(|&j| parts(j) || subject::is_relative(scene, j)).unwrap_or(end);
    (verb + 1..until).find(|&j| {
        let stands_alone = matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn | Pos::Num | Pos::Verb)
            || scene.quote_closed(j - 1).is_some();
        scene.pos(j) == Pos::Aux && scene.is_finite(j) && stands_alone
    })
}

/// The noun that the relative clause is about.
fn antecedent(scene: &Scene, cue: &Cue, last: usize, bounds: &Tokens) -> usize {
    if scene.relation(cue.verb) == Relation::AclRelcl
        && scene.head(cue.verb) <= last
        && bounds.contains(&scene.head(cue.verb))
    {
        return scene.head(cue.verb);
    }
    let mut head = last;
    while scene.head(head) < head
        && bounds.contains(&scene.head(head))
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
