//! Runs of nominal words right before a verb: a source by its words, whatever the parser made of it.

use super::noun_phrase::{begins_after_speech_noun, bracket_before};
use super::scene::Scene;
use super::tokens::Tokens;
use super::words::{Class, hears, is, is_quantity, is_relative};
use crate::mentions::{Form as Named, Kind, is_honorific};
use crate::model::lists;
use crate::tags::{Form, Pos};

/// Words of a source that stands right before its verb are at most this many.
const LONGEST_RUN: usize = 22;

/// The run of nominal words that ends right before the verb and begins after a mark, a relative word or the sentence's head.
pub fn adjacent_phrase(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let end = run_before_verb(scene, range, group.start);
    let mut start = end;
    while start > range.start && end - start < LONGEST_RUN {
        match bracket_before(scene, start, range) {
            Some(open) => start = open,
            None if is_nominal(scene, start - 1, end) => start -= 1,
            None => break,
        }
    }
    let after_fronted = fronted_end(scene, Tokens::new(start, end), range);
    // "a charge they deny": a pronoun begins a source of its own.
    if let Some(pronoun) = (start + 1..end).rev().find(|&j| scene.form(j) == Form::Prp) {
        start = pronoun;
    } else if let Some(anew) = after_fronted {
        start = anew;
    } else if let Some(name) = (start + 2..end).find(|&j| begins_after_speech_noun(scene, start, j)) {
        start = name;
    }
    let opens = start == range.start || after_fronted.is_some() || opens_phrase(scene, start - 1);
    start = past_opening(scene, Tokens::new(start, end))?;
    let has_head = (start..end).any(|j| {
        matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::X)
            || scene.is_name(j)
            || lists().role_nouns.has(scene.lower(j))
            || lists().source_works.has(scene.lower(j))
            || is_quantity(scene.lower(j))
    });
    let opens = opens || opens_phrase(scene, start - 1);
    // "heard him say": who is heard has the form of an object.
    let is_object = start + 1 == end && matches!(scene.lower(start), "him" | "her" | "them" | "me" | "us");
    (start < end && opens && has_head && !is_object).then_some(Tokens::new(start, end))
}

/// "Speaking at the event | Mr Roe", "In an interview with this paper | Mara Ilves", "Addressing the meeting | the minister":
/// where in a run a phrase at the head of the sentence ends, though no comma closes it. A person named or a noun with its
/// article begins anew after a noun.
fn fronted_end(scene: &Scene, run: Tokens, range: Tokens) -> Option<usize> {
    let after_participle = run.start > range.start && participle_that_opens(scene, range.start) == Some(run.start - 1);
    let after_preposition = run.start == range.start && scene.pos(run.start) == Pos::Adp;
    if !after_participle && !after_preposition {
        return None;
    }
    let follows_noun = |j: usize| matches!(scene.pos(j - 1), Pos::Noun | Pos::Propn | Pos::Num) || scene.is_time(j - 1);
    let is_new = |j: usize| begins_person(scene, j) || after_participle && scene.pos(j) == Pos::Det;
    (run.start + 1..run.end).find(|&j| follows_noun(j) && is_new(j))
}

/// Whether a prepositional or participial phrase opens at token `at`.
pub fn opens_fronted(scene: &Scene, at: usize) -> bool {
    scene.pos(at) == Pos::Adp || participle_that_opens(scene, at).is_some()
}

/// The participle that opens a phrase at token `at`, perhaps after a conjunction: "Speaking at", "While speaking at".
fn participle_that_opens(scene: &Scene, at: usize) -> Option<usize> {
    let first = at + usize::from(scene.pos(at) == Pos::Sconj);
    matches!(scene.form(first), Form::Vbg | Form::Vbn | Form::Vbd).then_some(first)
}

/// Whether a person's name, or a title before it, begins at token `j` after a word in small letters.
fn begins_person(scene: &Scene, j: usize) -> bool {
    let named = |j: usize| {
        let span = scene.document.tokens[j].span;
        scene
            .mention_at(span)
            .is_some_and(|m| m.kind == Kind::Person && m.form == Named::Name && m.span.start == span.start)
    };
    let is_titled = scene.document.is_capitalized(j) && is_honorific(scene.lower(j)) && named(j + 1);
    is_titled || named(j) && !scene.document.is_capitalized(j - 1)
}

/// Without adverbs, and without "on Thursday", between the source and its verb.
pub fn run_before_verb(scene: &Scene, range: Tokens, verb: usize) -> usize {
    let mut end = verb;
    // "the bank and the broker both said".
    let is_trailing = |j: usize| {
        scene.pos(j) == Pos::Adv && !scene.is_time(j) && !is_quantity(scene.lower(j)) && !ends_name(scene, j)
            || matches!(scene.lower(j), "both" | "each")
    };
    while end > range.start + 1 && is_trailing(end - 1) {
        end -= 1;
    }
    let mut time = end;
    while time > range.start && scene.is_time(time - 1) {
        time -= 1;
    }
    let is_whole = time == range.start || opens_phrase(scene, time - 1);
    if time == end || is_whole {
        return end;
    }
    if matches!(scene.lower(time - 1), "on" | "in" | "at" | "from" | "late" | "early") { time - 1 } else { time }
}

/// Whether token `j` can be part of a source that ends at `end`: nominal words, what joins them, a reduced relative clause.
fn is_nominal(scene: &Scene, j: usize, end: usize) -> bool {
    let is_relative_word = matches!(scene.lower(j), "that" | "which" | "who" | "what") && scene.form(j) != Form::Dt;
    let is_noun = |j: usize| {
        matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num | Pos::X)
            || lists().role_nouns.has(scene.lower(j))
            || lists().source_works.has(scene.lower(j)) && !scene.is_finite(j)
            || is_quantity(scene.lower(j))
            || scene.is_name(j)
            || ends_name(scene, j)
            || is_untagged_noun(scene, j)
    };
    // "the state-run agency", "a retired principal".
    let is_attribute = matches!(scene.form(j), Form::Vbn | Form::Vbg)
        && matches!(scene.pos(j + 1), Pos::Noun | Pos::Propn | Pos::Adj)
        || j > 0 && scene.lower(j - 1) == "-" && !scene.document.tokens[j].spaced;
    let is_joint = matches!(scene.lower(j), "'s" | "'" | "of" | "-" | "&" | "." | "and" | "nor");
    let joins = (is_joint || scene.lower(j) == "–" && scene.joins_name(j)) && j + 1 < end;
    let is_preposition = (scene.pos(j) == Pos::Adp || scene.lower(j) == "by")
        && j + 1 < end
        && !matches!(scene.lower(j), "as" | "like" | "than" | "after" | "before" | "since" | "until");
    // "a report commissioned by two lenders", "people close to the talks", "more than 40 experts".
    let is_participle = scene.form(j) == Form::Vbn || scene.form(j) == Form::Vbd && scene.lower(j).ends_with("ed");
    let is_reduced =
        is_participle && (scene.pos(j + 1) == Pos::Adp || scene.lower(j + 1) == "by") && j > 0 && is_noun(j - 1);
    // "the union representing them", "three people briefed on the talks".
    let is_active_reduced = scene.form(j) == Form::Vbg
        && matches!(
            scene.lower(j),
            "representing" | "investigating" | "leading" | "running" | "advising" | "monitoring"
        )
        && j > 0
        && is_noun(j - 1);
    let is_measure = scene.pos(j) == Pos::Adv && scene.pos(j + 1) == Pos::Num
        || scene.lower(j) == "than" && matches!(scene.lower(j.wrapping_sub(1)), "more" | "fewer" | "less")
        || matches!(scene.lower(j), "more" | "fewer") && scene.lower(j + 1) == "than";
    is_noun(j) && !is_relative_word
        || joins
        || is_preposition
        || is_reduced
        || is_active_reduced
        || is_attribute && j + 1 < end
        || is_measure
        || scene.lower(j) == "close" && scene.lower(j + 1) == "to"
        || scene.is_time(j) && j + 1 < end && !scene.is_comma(j)
}

/// "Han Duck-soo": tagged an adverb or worse.
fn ends_name(scene: &Scene, j: usize) -> bool {
    j > 1 && scene.lower(j - 1) == "-" && !scene.document.tokens[j].spaced && scene.is_name(j - 2)
}

/// "officials in the know", ", teammate Owen Pryce said": no verb in its bare form has an article, or a mark before it and a
/// name after it.
fn is_untagged_noun(scene: &Scene, j: usize) -> bool {
    let before = |test: fn(&Scene, usize) -> bool| j > 0 && test(scene, j - 1);
    let has_article = before(|scene, j| scene.pos(j) == Pos::Det);
    let leads_name = before(|scene, j| scene.is_comma(j)) && scene.is_name(j + 1);
    scene.form(j) == Form::Vb && (has_article || leads_name)
}

/// Whether a phrase may begin after token `j`.
fn opens_phrase(scene: &Scene, j: usize) -> bool {
    scene.is_comma(j)
        || scene.is_dash(j)
        || scene.quote_closed(j).is_some()
        || is_relative(scene, j)
        || hears(scene.lower(j))
        || scene.pos(j) == Pos::Sconj
        || matches!(scene.lower(j), ";" | ":" | "(" | "?" | "!")
        || is(scene.lower(j), Class::BeforePhrase)
}

/// Past a joint, a time or a prepositional phrase at the head of the run: "After the match | the coach", "Tuesday | Putin".
fn past_opening(scene: &Scene, run: Tokens) -> Option<usize> {
    let mut start = run.start;
    while start < run.end && matches!(scene.lower(start), "and" | "'s" | "'" | "." | "-" | "of" | "&") {
        start += 1;
    }
    let time_end = (start..run.end).take_while(|&j| scene.is_time(j)).last().map_or(start, |j| j + 1);
    if time_end > start && time_end < run.end && !matches!(scene.lower(time_end), "'s" | "'" | "of") {
        let is_named = matches!(scene.pos(time_end), Pos::Det | Pos::Propn | Pos::Pron);
        start = if is_named { time_end } else { start };
    }
    if scene.pos(start) != Pos::Adp || matches!(scene.lower(start), "about" | "around" | "over" | "nearly") {
        return Some(start);
    }
    (start + 2..run.end).find(|&j| {
        let before = scene.pos(j - 1);
        matches!(scene.pos(j), Pos::Det | Pos::Pron)
            && (matches!(before, Pos::Propn | Pos::Noun | Pos::Num) || scene.is_time(j - 1))
    })
}
