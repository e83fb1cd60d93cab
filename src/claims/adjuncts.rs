//! What else stands in a reporting clause: who is told, when, where and how.

use super::lexicon::Entry;
use super::scene::Scene;
use super::speaker;
use super::tokens::Tokens;
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// Words of whom something is said to are at most this many before an infinitive.
const FARTHEST_INFINITIVE: usize = 18;

/// Past addressee, adverbs, times and places of saying after the verb; and the addressee.
pub fn past(scene: &Scene, i: usize, entry: &Entry, mut at: usize, range: Tokens) -> (usize, Option<Tokens>) {
    let mut addressee = None;
    let mut steps = 0;
    while at < range.end && steps < 8 {
        steps += 1;
        if entry.frames.infinitive() && scene.lower(at) == "to" && is_base_form(scene, at + 1)
            || entry.frames.of_gerund() && scene.lower(at) == "of"
        {
            break;
        }
        if addressee.is_none()
            && let Some(end) = person_told(scene, entry, at, range)
        {
            let start = if scene.lower(at) == "to" { at + 1 } else { at };
            addressee = Some(Tokens::new(start, end));
            at = end;
        } else if let Some(end) = adjunct_end(scene, i, at, range) {
            at = end;
        } else {
            break;
        }
    }
    (at, addressee)
}

/// The end of the noun phrase at `at` that names who is told or asked.
fn person_told(scene: &Scene, entry: &Entry, at: usize, range: Tokens) -> Option<usize> {
    if entry.frames.infinitive()
        && let Some(to) = before_infinitive(scene, entry, at, range)
    {
        return Some(to);
    }
    if entry.frames.object()
        && entry.frames.that_clause()
        && let Some(end) = before_clause(scene, at, range)
    {
        return Some(end);
    }
    if entry.frames.of_gerund()
        && let Some(of) = before_gerund(scene, at, range)
    {
        return Some(of);
    }
    let first = if scene.lower(at) == "to" { at + 1 } else { at };
    if first == at && !entry.frames.object() || first >= range.end {
        return None;
    }
    if first > at && !matches!(scene.pos(first), Pos::Propn | Pos::Noun | Pos::Det | Pos::Pron | Pos::Adj | Pos::Num) {
        return None;
    }
    let nominal = |j: usize| matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Num | Pos::Det);
    let mut head = first;
    while scene.head(head) != head
        && scene.head(head) >= first
        && range.contains(scene.head(head))
        && !matches!(scene.pos(scene.head(head)), Pos::Verb | Pos::Aux)
        && !matches!(scene.relation(head), Relation::Nsubj | Relation::NsubjPass)
    {
        head = scene.head(head);
    }
    let is_object = matches!(
        scene.relation(head),
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
    ) || first > at && scene.relation(head) == Relation::Nmod;
    if !nominal(head)
        || !is_object
        || matches!(scene.lower(first), "that" | "there" | "it" | "this" | "what" | "how")
        || scene.is_time(first)
    {
        return None;
    }
    // "told the plan would …" cannot be; "told her he …" can: the phrase ends where the next subject begins.
    let subtree = scene.subtree(head);
    let mut end = subtree.end.min(range.end);
    if let Some(cut) = (first..end).find(|&j| {
        j > first
            && (scene.is_comma(j)
                || scene.lower(j) == ":"
                || scene.quote_opened(j).is_some()
                || matches!(scene.lower(j), "that" | "to" | "whether" | "if" | "not")
                || matches!(scene.pos(j), Pos::Verb | Pos::Aux | Pos::Sconj) && scene.form(j) != Form::Vbn
                || j > head
                    && (scene.pos(j) == Pos::Pron && !matches!(scene.form(j), Form::PrpS)
                        || scene.pos(j) == Pos::Adp && !matches!(scene.lower(j), "of" | "for"))
                || scene.is_time(j) && !matches!(scene.lower(j - 1), "'s"))
    }) {
        end = cut;
    }
    (end > first && end - first <= 12 && (first..end).contains(&head)
        || end > first && matches!(scene.pos(first), Pos::Pron))
    .then_some(end)
}

/// "on CNN's | “State of the Union”": past the title in marks that a phrase ends with.
fn past_title(scene: &Scene, at: usize, range: Tokens) -> usize {
    let Some(quote) = scene.quote_opened(at).map(|q| &scene.quotes[q]).filter(|q| q.tokens.end < range.end) else {
        return at;
    };
    let words = quote.tokens.start + 1..quote.tokens.end - 1;
    let is_title = words.len() <= 7
        && scene.document.is_capitalized(words.start)
        && !words.clone().any(|j| scene.is_comma(j) || scene.is_stop(j) || scene.pos(j) == Pos::Pron);
    let leads = matches!(scene.lower(at - 1), "'s") || scene.pos(at - 1) == Pos::Noun;
    if is_title && leads { quote.tokens.end } else { at }
}

/// "late on Tuesday", "on Thursday": the end of the time that a preposition or "late" leads.
fn time_after_preposition(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    let mut first = at;
    while matches!(scene.lower(first), "late" | "early" | "on" | "in" | "at") && first < at + 3 {
        first += 1;
    }
    let end = (first..range.end).take_while(|&j| scene.is_time(j)).last()? + 1;
    (first > at && !matches!(scene.lower(end), "'s")).then_some(end)
}

/// "up to nine", "more than 40", "nearly half": the number that follows is what is said.
fn is_measure(scene: &Scene, at: usize) -> bool {
    scene.pos(at + 1) == Pos::Num || matches!(scene.lower(at + 1), "to" | "than") && scene.pos(at + 2) == Pos::Num
}

/// "promised to bus players": what the tagger takes for a noun, without article, is the verb that was promised.
pub fn is_base_form(scene: &Scene, i: usize) -> bool {
    scene.form(i) == Form::Nn
        && !scene.document.is_capitalized(i)
        && matches!(scene.pos(i + 1), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron)
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
            || matches!(scene.lower(j), "and" | "or" | "'s" | "'" | "-" | "&" | "half")
    };
    let end = (at..range.end.min(at + FARTHEST_INFINITIVE)).find(|&j| !belongs(j))?;
    let to = if matches!(scene.lower(end), "not" | "never") { end + 1 } else { end };
    let is_infinitive = scene.lower(to) == "to"
        && (scene.form(to + 1) == Form::Vb || scene.form(to + 1) == Form::Vbp || scene.quote_opened(to + 1).is_some());
    // "requested a meeting to discuss the attack": what the meeting is for, not what somebody is to do.
    let governor = scene.head(to + 1);
    let is_of_object = (at..end).contains(&governor)
        && scene.relation(governor) == Relation::Obj
        && !speaker::names_speaker(scene, Tokens::new(governor, governor + 1));
    (end > at && is_infinitive && !is_of_object).then_some(end)
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
    (end > at && is_name(end - 1) && opens(end) && !scene.is_time(end - 1)).then_some(end)
}

/// The end of the adverb, time or prepositional phrase at `at` that belongs to the saying, not to what is said.
fn adjunct_end(scene: &Scene, i: usize, at: usize, range: Tokens) -> Option<usize> {
    let span = scene.document.tokens[at].span;
    if let Some(time) = scene
        .times
        .get(scene.times.partition_point(|t| t.span.end <= span.start))
        .filter(|t| t.span.start <= span.start)
    {
        return Some(scene.document.tokens_in(time.span).end.clamp(at + 1, range.end));
    }
    if matches!(scene.lower(at), "himself" | "herself" | "themselves" | "itself") && scene.lower(at + 1) == "that" {
        return Some(at + 1);
    }
    if scene.pos(at) == Pos::Adv
        && !matches!(scene.lower(at), "how" | "why" | "when" | "where" | "there" | "then" | "not")
        && !is_measure(scene, at)
    {
        let is_ours = scene.head(at) == i
            || at + 1 >= range.end
            || scene.is_comma(at + 1)
            || scene.is_stop(at + 1)
            || scene.lower(at + 1) == "that"
            || matches!(scene.lower(at), "late" | "early")
            || scene.quote_opened(at + 1).is_some();
        return is_ours.then_some(at + 1);
    }
    if let Some(time) = time_after_preposition(scene, at, range) {
        return Some(time);
    }
    if scene.pos(at) != Pos::Adp
        && !matches!(
            scene.lower(at),
            "during" | "via" | "through" | "on" | "in" | "at" | "after" | "before" | "by" | "from" | "of" | "about"
        )
    {
        return None;
    }
    let noun = scene.head(at);
    if noun <= at || !range.contains(noun) || scene.relation(at) != Relation::Case {
        return None;
    }
    let hangs_on_cue = scene.head(noun) == i || scene.head(noun) < at && scene.head(noun) > i;
    let mut subtree = scene.subtree(noun).up_to(range.end);
    if let Some(cut) = (noun + 1..subtree.end).find(|&j| {
        scene.is_comma(j)
            || scene.lower(j) == ":"
            || scene.quote_opened(j).is_some()
            || scene.lower(j) == "that"
            || scene.lower(j) == "to" && lists().media.has(scene.lower(j - 1))
            || matches!(scene.relation(j), Relation::AclRelcl | Relation::Nsubj)
            || matches!(scene.pos(j), Pos::Verb | Pos::Aux) && scene.is_finite(j)
    }) {
        subtree = subtree.with_end(cut);
    }
    let end = past_title(scene, subtree.end, range);
    (hangs_on_cue && subtree.start == at && subtree.end > noun && subtree.len() <= 16).then_some(end)
}
