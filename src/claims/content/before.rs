//! Contents before their reporting clause, and what goes on after it.

use super::end;
use super::start::resumes_with_predicate;
use crate::claims::clause::{Place, ReportingClause};
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is};
use crate::tags::Form;

/// The content before a trailing or parenthetical clause, and what goes on after it.
pub fn before(scene: &Scene, clause: Tokens, range: Tokens, all: &[ReportingClause]) -> Vec<Tokens> {
    let left = scene.trim(left_start(scene, clause, range, all)..clause.start);
    let mut content: Vec<Tokens> = (left.start < left.end).then_some(left).into_iter().collect();
    if let Some(right) = continuation(scene, clause, range, left, all) {
        content.push(right);
    }
    content
}

/// Where the content before a clause begins: its sentence, or the quotation that began earlier; after "But" and after an earlier claim.
fn left_start(scene: &Scene, clause: Tokens, range: Tokens, all: &[ReportingClause]) -> usize {
    let mark = (range.start..clause.start).rev().find(|&j| !(scene.is_comma(j) || scene.is_dash(j)));
    if let Some(quote) = mark.and_then(|j| scene.quote_closed(j)) {
        let start = scene.quote_tokens(quote).start;
        if start < range.start {
            let sentence = scene.sentence(start);
            return if is_content_start(scene, start, sentence.start) { start } else { sentence.start };
        }
        let is_announced = start > range.start && (scene.lower(start - 1) == ":" || scene.is_dash(start - 1));
        // "He called it fair; however, “I resign”, he added."
        let semicolon = (range.start..start).rev().find(|&j| scene.lower(j) == ";");
        let opens_half = semicolon.is_some_and(|at| is_content_start(scene, start, at + 1));
        if is_announced || opens_half || !scene.has_finite(range.start..start) && !joins(scene, range.start, start) {
            return start;
        }
    }
    let earlier = all.iter().filter(|p| {
        p.clause.end <= clause.start
            && p.clause.start >= range.start
            && matches!(p.place, Place::Before)
            && scene.has_finite(p.clause.end..clause.start)
    });
    let mut start = earlier
        .map(|p| p.clause.end)
        .max()
        .filter(|&e| scene.is_comma(e) || scene.lower(e) == ";")
        .map_or(range.start, |e| e + 1);
    while start < clause.start && opens_sentence_outside(scene, start) {
        start += 1;
    }
    past_connective(scene, start, clause.start)
}

/// "Furthermore, ", "As a result, ": past a phrase by which the writer joins two sentences.
fn past_connective(scene: &Scene, start: usize, clause: usize) -> usize {
    let comma = (start..clause.min(start + LONGEST_CONNECTIVE + 1)).find(|&j| scene.is_comma(j));
    let joins = |&comma: &usize| {
        let words: Vec<&str> = (start..comma).map(|j| scene.lower(j)).collect();
        scene.quote_opened(start).is_none() && is(&words.join(" "), Class::Connective)
    };
    comma.filter(joins).map_or(start, |comma| comma + 1)
}

/// Words of a connective are at most this many.
const LONGEST_CONNECTIVE: usize = 4;

/// "But", "Meanwhile,": the writer's own words at the head of a sentence.
fn opens_sentence_outside(scene: &Scene, i: usize) -> bool {
    match scene.lower(i) {
        "but" | "and" | "yet" | "so" | "meanwhile" | "however" | "separately" | "still" => {
            scene.quote_opened(i).is_none()
        }
        "," => true,
        _ => false,
    }
}

/// Whether only connectives stand before a quotation at the head of a sentence.
fn is_content_start(scene: &Scene, quote: usize, sentence: usize) -> bool {
    (sentence..quote).all(|j| opens_sentence_outside(scene, j))
}

/// Whether the words before a quotation run into it, so that both are the content: "the plan was “dead”".
fn joins(scene: &Scene, from: usize, quote: usize) -> bool {
    scene.count_words(from..quote) > 0 && !scene.is_comma(quote - 1) && scene.lower(quote - 1) != ":"
}

/// What goes on after a parenthetical clause: a re-opened quotation, the predicate, a "because".
fn continuation(scene: &Scene, clause: Tokens, range: Tokens, left: Tokens, all: &[ReportingClause]) -> Option<Tokens> {
    let mut at = clause.end;
    if at >= range.end {
        return None;
    }
    let separated = scene.is_comma(at) || scene.is_dash(at) || scene.lower(at) == ";";
    if !separated && scene.quote_opened(at).is_none() {
        return None;
    }
    at += usize::from(separated);
    let opened = (at..range.end.min(at + 2)).find(|&j| scene.quote_opened(j).is_some());
    if let Some(open) = opened {
        let quote = scene.quote_opened(open).map(|q| scene.quote_tokens(q))?;
        let is_led = all.iter().any(|p| p.clause.start >= at && p.clause.end <= open + 1);
        let start =
            if scene.is_word(at) && !matches!(scene.lower(at), "and" | "but" | "adding") { at } else { quote.start };
        return (!is_led).then_some(Tokens::new(start, quote.end));
    }
    let end = end::right_end(scene, at, range, clause, all);
    let right = scene.trim(at..end);
    let adds_predicate =
        matches!(scene.lower(right.start), "and" | "but" | "or") && scene.form(right.start + 1) == Form::Md;
    if adds_predicate && !right.is_empty() {
        return Some(right);
    }
    if right.is_empty()
        || all.iter().any(|p| p.clause.start == right.start)
        || scene.quote_closed(left.end.wrapping_sub(1)).is_some()
        || is_of_source(scene, clause, right.start)
    {
        return None;
    }
    // "What made it worse, they say, *is* that nobody came": the clause before is the subject.
    let is_subject_clause = separated && scene.lower(left.start) == "what" && scene.is_finite(right.start);
    let lacks_predicate = is_subject_clause
        || !scene.has_finite(left) && scene.has_finite(right)
        || separated && resumes_with_predicate(scene, left, clause.end);
    let conjunction = right.start
        + usize::from(matches!(scene.lower(right.start), "especially" | "mainly" | "mostly" | "partly" | "only"));
    let hangs_left = matches!(scene.lower(conjunction), "because" | "if" | "unless" | "although" | "though")
        || scene.lower(right.start) == "and" && scene.lower(right.start + 1) == "that"
        || goes_on_with_phrase(scene, right);
    (lacks_predicate || hangs_left).then_some(right)
}

/// "according to the ministry, which pays for it": that is the ministry.
fn is_of_source(scene: &Scene, clause: Tokens, right: usize) -> bool {
    matches!(scene.lower(clause.start), "according" | "per")
        && matches!(scene.lower(right), "which" | "where" | "who" | "whose")
}

/// "It was strongest, she said, in people who slept badly": a prepositional phrase that is no place or time of saying.
fn goes_on_with_phrase(scene: &Scene, right: Tokens) -> bool {
    // ", in the worst attack since": the writer's measure of it.
    let is_ranked = right.iter().skip(1).take(3).any(|j| matches!(scene.form(j), Form::Jjs | Form::Rbs));
    let leads = !is_ranked
        && matches!(
            scene.lower(right.start),
            "in" | "for" | "with" | "to" | "from" | "than" | "by" | "which" | "where"
        );
    let is_saying = right
        .iter()
        .take(8)
        .any(|j| scene.is_time(j) || crate::model::lists().media.has(scene.lower(j)) || scene.form(j) == Form::Vbg);
    leads && !is_saying
}
