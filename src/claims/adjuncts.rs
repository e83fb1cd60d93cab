//! What else stands in a reporting clause: who is told, when, where and how.

use super::addressee::addressee_end;
use super::lexicon::Entry;
use super::noun_phrase::without_time;
use super::scene::Scene;
use super::tokens::Tokens;
use super::words::is_reflexive;
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// Addressee, adverbs, times and places after a verb are at most so many together.
const MOST_ADJUNCTS: usize = 8;

/// Tokens of a place or time of saying are at most this many.
const LONGEST_ADJUNCT: usize = 16;

/// Past addressee, adverbs, times and places of saying after the verb; and the addressee.
pub fn past(scene: &Scene, i: usize, entry: &Entry, mut at: usize, range: Tokens) -> (usize, Option<Tokens>) {
    let mut addressee = None;
    let mut steps = 0;
    while at < range.end && steps < MOST_ADJUNCTS {
        steps += 1;
        if entry.frames.infinitive() && scene.lower(at) == "to" && is_base_form(scene, at + 1)
            || entry.frames.of_gerund() && scene.lower(at) == "of"
        {
            break;
        }
        if addressee.is_none()
            && let Some(end) = addressee_end(scene, entry, at, range)
        {
            let start = if scene.lower(at) == "to" { at + 1 } else { at };
            addressee = Some(without_time(scene, Tokens::new(start, end)));
            at = end;
        } else if let Some(end) = adjunct_end(scene, i, at, range) {
            at = end;
        } else {
            break;
        }
    }
    (at, addressee)
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

/// The end of the adverb, time or prepositional phrase at `at` that belongs to the saying, not to what is said.
fn adjunct_end(scene: &Scene, i: usize, at: usize, range: Tokens) -> Option<usize> {
    if let Some(end) = time_end(scene, at, range) {
        return Some(end);
    }
    if is_reflexive(scene.lower(at)) && scene.lower(at + 1) == "that" {
        return Some(at + 1);
    }
    if is_adverb(scene, at) {
        return is_of_saying(scene, i, at, range).then_some(at + 1);
    }
    time_after_preposition(scene, at, range).or_else(|| prepositional_end(scene, i, at, range))
}

/// The end of the time that begins at token `at`.
fn time_end(scene: &Scene, at: usize, range: Tokens) -> Option<usize> {
    let span = scene.document.tokens[at].span;
    let next = scene.times.partition_point(|t| t.span.end <= span.start);
    let time = scene.times.get(next).filter(|t| t.span.start <= span.start)?;
    let end = scene.document.tokens_in(time.span).end;
    // "adding | Friday's decision was late".
    let owns = end < range.end && matches!(scene.lower(end), "'s" | "'");
    (!owns).then(|| end.clamp(at + 1, range.end))
}

/// An adverb that does not open what is said.
fn is_adverb(scene: &Scene, at: usize) -> bool {
    scene.pos(at) == Pos::Adv
        && !matches!(scene.lower(at), "how" | "why" | "when" | "where" | "there" | "then" | "not")
        && !is_measure(scene, at)
}

/// Whether the adverb at `at` says how the cue at `i` was said.
fn is_of_saying(scene: &Scene, i: usize, at: usize, range: Tokens) -> bool {
    scene.head(at) == i
        || at + 1 >= range.end
        || scene.is_comma(at + 1)
        || scene.is_stop(at + 1)
        || scene.lower(at + 1) == "that"
        || matches!(scene.lower(at), "late" | "early")
        || scene.quote_opened(at + 1).is_some()
}

/// The end of the prepositional phrase at `at` that hangs on the cue at `i`.
fn prepositional_end(scene: &Scene, i: usize, at: usize, range: Tokens) -> Option<usize> {
    let is_preposition = scene.pos(at) == Pos::Adp
        || matches!(
            scene.lower(at),
            "during" | "via" | "through" | "on" | "in" | "at" | "after" | "before" | "by" | "from" | "of" | "about"
        );
    let noun = scene.head(at);
    if !is_preposition || noun <= at || !range.contains(noun) || scene.relation(at) != Relation::Case {
        return None;
    }
    let hangs_on_cue = scene.head(noun) == i || scene.head(noun) < at && scene.head(noun) > i;
    let whole = scene.subtree(noun).up_to(range.end);
    let cut = (noun + 1..whole.end).find(|&j| ends_adjunct(scene, j));
    let phrase = cut.map_or(whole, |cut| whole.with_end(cut));
    let is_adjunct = hangs_on_cue && phrase.start == at && phrase.end > noun && phrase.len() <= LONGEST_ADJUNCT;
    is_adjunct.then(|| past_title(scene, phrase.end, range))
}

/// Whether a prepositional phrase of the saying ends before token `j`.
fn ends_adjunct(scene: &Scene, j: usize) -> bool {
    scene.is_comma(j)
        || scene.lower(j) == ":"
        || scene.quote_opened(j).is_some()
        || scene.lower(j) == "that"
        || scene.lower(j) == "to" && lists().media.has(scene.lower(j - 1))
        || matches!(scene.relation(j), Relation::AclRelcl | Relation::Nsubj)
        || matches!(scene.pos(j), Pos::Verb | Pos::Aux) && scene.is_finite(j)
}
