//! Who is told or asked: "told *the panel* that", "asked *her* to leave", "said to *reporters*".

use super::lexicon::Entry;
use super::scene::Scene;
use super::speaker;
use super::tokens::Tokens;
use crate::tags::{Form, Pos, Relation};

/// Words of whom something is said to are at most this many before an infinitive.
const FARTHEST_INFINITIVE: usize = 18;

/// Words of whom something is said to are at most this many before anything else.
const LONGEST_PHRASE: usize = 12;

/// The end of the noun phrase at `at` that names who is told or asked.
pub fn addressee_end(scene: &Scene, entry: &Entry, at: usize, range: Tokens) -> Option<usize> {
    let takes = entry.frames;
    let to = takes.infinitive().then(|| before_infinitive(scene, entry, at, range)).flatten();
    let clause = || (takes.object() && takes.that_clause()).then(|| before_clause(scene, at, range)).flatten();
    let of = || takes.of_gerund().then(|| before_gerund(scene, at, range)).flatten();
    to.or_else(clause).or_else(of).or_else(|| by_tree(scene, entry, at, range))
}

/// The object of the verb, or what "to" leads, by the tree.
fn by_tree(scene: &Scene, entry: &Entry, at: usize, range: Tokens) -> Option<usize> {
    let first = if scene.lower(at) == "to" { at + 1 } else { at };
    if first == at && !entry.frames.object() || first >= range.end {
        return None;
    }
    if first > at && !matches!(scene.pos(first), Pos::Propn | Pos::Noun | Pos::Det | Pos::Pron | Pos::Adj | Pos::Num) {
        return None;
    }
    let head = top_of_phrase(scene, first, range);
    let is_object = is_object(scene.relation(head)) || first > at && scene.relation(head) == Relation::Nmod;
    let opens_clause = matches!(scene.lower(first), "that" | "there" | "it" | "this" | "what" | "how");
    if !is_nominal(scene, head) || !is_object || opens_clause || scene.is_time(first) {
        return None;
    }
    // "told the plan would …" cannot be; "told her he …" can: the phrase ends where the next subject begins.
    let limit = scene.subtree(head).end.min(range.end);
    let end = (first + 1..limit).find(|&j| ends_phrase(scene, head, j)).unwrap_or(limit);
    let is_short = end > first && end - first <= LONGEST_PHRASE && (first..end).contains(&head);
    (is_short || end > first && scene.pos(first) == Pos::Pron).then_some(end)
}

fn is_nominal(scene: &Scene, j: usize) -> bool {
    matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Num | Pos::Det)
}

/// Up the tree from token `first`, as long as no clause is met.
fn top_of_phrase(scene: &Scene, first: usize, range: Tokens) -> usize {
    let mut top = first;
    loop {
        let head = scene.head(top);
        let is_inside = head != top && head >= first && range.contains(head);
        let is_clause = matches!(scene.pos(head), Pos::Verb | Pos::Aux)
            || matches!(scene.relation(top), Relation::Nsubj | Relation::NsubjPass);
        if !is_inside || is_clause {
            return top;
        }
        top = head;
    }
}

/// What the parser makes of an object before a clause, right or wrong.
fn is_object(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Obj
            | Relation::Iobj
            | Relation::Obl
            | Relation::Nsubj
            | Relation::Xcomp
            | Relation::Ccomp
            | Relation::Dep
            | Relation::Conj
            | Relation::Root
            | Relation::Parataxis
    )
}

/// Whether the phrase of `head` ends before token `j`.
fn ends_phrase(scene: &Scene, head: usize, j: usize) -> bool {
    let opens_clause = matches!(scene.lower(j), "that" | "to" | "whether" | "if" | "not")
        || matches!(scene.pos(j), Pos::Verb | Pos::Aux | Pos::Sconj) && scene.form(j) != Form::Vbn;
    let follows_head = scene.pos(j) == Pos::Pron && scene.form(j) != Form::PrpS
        || scene.pos(j) == Pos::Adp && !matches!(scene.lower(j), "of" | "for");
    scene.is_comma(j)
        || scene.lower(j) == ":"
        || scene.quote_opened(j).is_some()
        || opens_clause
        || j > head && follows_head
        || scene.is_time(j) && scene.lower(j - 1) != "'s"
}

/// "urged anyone with a fever and a cough | to see a doctor": where the infinitive begins after whom it is said to.
fn before_infinitive(scene: &Scene, entry: &Entry, at: usize, range: Tokens) -> Option<usize> {
    if !entry.frames.object() || scene.lower(at) == "to" || scene.lower(at) == "that" {
        return None;
    }
    let belongs = |j: usize| {
        matches!(
            scene.pos(j),
            Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num | Pos::Adp | Pos::Adv
        ) && !matches!(scene.lower(j), "to" | "not" | "never" | "that" | "who" | "which" | "what" | "whom" | "how")
            || matches!(scene.lower(j), "and" | "or" | "both" | "'s" | "'" | "-" | "&" | "half")
    };
    let end = (at..range.end.min(at + FARTHEST_INFINITIVE)).find(|&j| !belongs(j))?;
    let end = past_commas(scene, end, range).unwrap_or(end);
    let to = if matches!(scene.lower(end), "not" | "never") { end + 1 } else { end };
    // "to immediately reinstate".
    let verb = to + 1 + usize::from(scene.pos(to + 1) == Pos::Adv);
    let is_infinitive = scene.lower(to) == "to"
        && (scene.form(verb) == Form::Vb || scene.form(verb) == Form::Vbp || scene.quote_opened(to + 1).is_some());
    // "requested a meeting to discuss the attack": what the meeting is for, not what somebody is to do.
    let governor = scene.head(to + 1);
    let is_of_object = (at..end).contains(&governor)
        && scene.relation(governor) == Relation::Obj
        && !speaker::names_speaker(scene, Tokens::new(governor, governor + 1));
    (end > at && is_infinitive && !is_of_object).then_some(end)
}

/// "asked Roe | , who leads the council, | to resign": past what says more of whom it is said to.
fn past_commas(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    let last = range.end.min(at + FARTHEST_INFINITIVE);
    let close = (at + 1..last).find(|&j| scene.is_comma(j)).filter(|_| scene.is_comma(at))?;
    (scene.lower(close + 1) == "to").then_some(close + 1)
}

/// "accused each other | of breaking": where "of" and a gerund begin after who is accused.
fn before_gerund(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    let end = range.end.min(at + FARTHEST_INFINITIVE);
    let of = (at + 1..end).find(|&j| scene.lower(j) == "of" && scene.lower(j + 1).ends_with("ing"))?;
    (!scene.has_finite(at..of) && !(at..of).any(|j| scene.is_comma(j) || scene.is_stop(j))).then_some(of)
}

/// "told him | he", "told the Sports Manila | that": where a clause begins after whom it is said to, by the words alone.
fn before_clause(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    let opens = |j: usize| {
        matches!(scene.lower(j), "that" | "he" | "she" | "they" | "we" | "i" | "it")
            && scene.has_finite(j + 1..range.end)
    };
    if matches!(scene.lower(at), "him" | "them" | "us" | "me") || scene.lower(at) == "her" && opens(at + 1) {
        return Some(at + 1);
    }
    let is_name = |j: usize| matches!(scene.pos(j), Pos::Propn | Pos::Noun);
    let belongs = |j: usize| {
        is_name(j)
            || matches!(scene.pos(j), Pos::Det | Pos::Adj | Pos::Num) && scene.lower(j) != "that"
            || scene.form(j) == Form::PrpS
            || matches!(scene.lower(j), "'s")
    };
    let end = (at..range.end.min(at + FARTHEST_INFINITIVE)).find(|&j| !belongs(j))?;
    // "told Meridian that": a name that the tagger takes for an adjective.
    let ends_name = |j: usize| is_name(j) || scene.document.is_capitalized(j);
    (end > at && ends_name(end - 1) && opens(end) && !scene.is_time(end - 1)).then_some(end)
}
