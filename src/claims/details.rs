//! What else a reporting clause says: where it was said, when, why the source is not named; and how the content is put.

use super::claim::Form;
use super::draft::Draft;
use super::scene::Scene;
use super::tokens::Tokens;
use super::words::{Class, is};
use crate::document::Span;
use crate::model::lists;
use crate::tags::{Pos, Relation};

/// Tokens that are looked at after a source for the reason it is not named.
const FARTHEST_REASON_TOKENS: usize = 40;

/// "wrote in *South Korea's JoongAng Ilbo newspaper*", "in a *statement*", "on *X*", "at a *news conference*".
pub fn medium(scene: &Scene, draft: &Draft) -> Option<Span> {
    let cue = draft.cue.as_ref()?;
    let range = scene.search_range(cue.start);
    let places = reporting_words(scene, draft, range);
    places.into_iter().find_map(|tokens| tokens.iter().find_map(|i| medium_at(scene, i, tokens)))
}

/// The runs of tokens that belong to the saying: its clause, what stands before it in front, and what follows after a trailing cue.
fn reporting_words(scene: &Scene, draft: &Draft, range: Tokens) -> Vec<Tokens> {
    let first_content = draft.content.iter().map(|c| c.start).min().unwrap_or(range.end);
    let is_after = first_content >= draft.clause.end;
    let mut runs = vec![draft.clause];
    if is_after {
        let front = (range.start..draft.clause.start)
            .rev()
            .take_while(|&j| scene.lower(j) != ";")
            .last()
            .unwrap_or(draft.clause.start);
        let no_verb = !scene.has_finite(front..draft.clause.start);
        if no_verb {
            runs.push(Tokens::new(front, draft.clause.start));
        }
    } else {
        let end = (draft.clause.end..range.end)
            .find(|&j| {
                scene.is_comma(j) || scene.is_stop(j) || scene.quote_opened(j).is_some() || scene.lower(j) == ";"
            })
            .unwrap_or(range.end);
        runs.push(Tokens::new(draft.clause.end, end));
    }
    runs
}

fn medium_at(scene: &Scene, i: usize, within: Tokens) -> Option<Span> {
    if !matches!(scene.lower(i), "in" | "on" | "at" | "via" | "during" | "through" | "by" | "to") || i + 1 >= within.end
    {
        return None;
    }
    let head = scene.head(i);
    let head = if head > i && within.contains(head) { head } else { return None };
    let word = scene.lower(head);
    let is_channel = lists().media.has(word) || lists().media.has(&super::speaker::singular(word));
    let is_outlet = scene.lower(i) != "to"
        && scene.lower(i) != "by"
        && scene.pos(head) == Pos::Propn
        && lists().platforms.has(word);
    if !(is_channel && scene.lower(i) != "to" || is_outlet) {
        return None;
    }
    let subtree = scene.subtree(head);
    let mut start = (i + 1).max(subtree.start);
    if matches!(scene.lower(start), "a" | "an" | "the") {
        start += 1;
    }
    let end = (head + 1..subtree.end.min(within.end))
        .find(|&j| {
            scene.is_comma(j)
                || matches!(scene.lower(j), "that" | "to")
                || scene.is_time(j)
                || matches!(scene.relation(j), Relation::AclRelcl | Relation::Acl)
        })
        .unwrap_or(subtree.end.min(within.end));
    // A preposition left at the end belonged to the time after it: "in a post on | Friday".
    let mut end = end.max(head + 1);
    while end > head + 1 && scene.pos(end - 1) == Pos::Adp {
        end -= 1;
    }
    scene.span(Tokens::new(start, end))
}

/// The time of saying: a date or time among the words of the reporting clause.
pub fn said(scene: &Scene, draft: &Draft) -> Option<usize> {
    let cue = draft.cue.as_ref()?;
    let range = scene.search_range(cue.start);
    reporting_words(scene, draft, range).into_iter().find_map(|tokens| {
        let span = scene.span(tokens)?;
        let first = scene.times.partition_point(|t| t.span.start < span.start);
        (first..scene.times.len()).take_while(|&t| scene.times[t].span.start < span.end).find(|&t| {
            let time = &scene.times[t];
            let in_source = draft.source.as_ref().and_then(|s| scene.span(*s)).is_some_and(|s| s.overlaps(time.span));
            span.contains(time.span)
                && !in_source
                && matches!(time.kind, crate::times::Kind::Date | crate::times::Kind::Time)
        })
    })
}

/// "who spoke on condition of anonymity because …": the stated reason for not naming the source.
pub fn anonymity(scene: &Scene, draft: &Draft) -> Option<Span> {
    let source = draft.source.as_ref()?;
    let range = scene.search_range(source.start);
    let end = range.end.min(source.end + FARTHEST_REASON_TOKENS);
    let start = (source.start..end).find(|&j| {
        matches!(
            scene.lower(j),
            "who" | "speaking" | "asking" | "requesting" | "declining" | "insisting" | "citing" | "whose" | "and"
        ) && (j + 1..end.min(j + 14)).any(|k| {
            matches!(scene.lower(k), "anonymity" | "anonymous" | "anonymously" | "named" | "identified" | "quoted")
        }) && (j + 1..end.min(j + 14)).any(|k| {
            matches!(
                scene.lower(k),
                "condition" | "asked" | "not" | "n't" | "anonymity" | "anonymously" | "declined" | "requested"
            )
        })
    })?;
    // To the end of the clause: the comma before the reporting verb or the content, or the end of the sentence.
    let stop = (start + 1..range.end).find(|&j| {
        scene.is_stop(j)
            || scene.quote_opened(j).is_some()
            || draft.cue.as_ref().is_some_and(|c| c.start == j)
            || scene.is_comma(j) && draft.content.iter().any(|c| c.start > j && c.start <= j + 2)
            || scene.is_comma(j) && draft.cue.as_ref().is_some_and(|c| c.start == j + 1)
    });
    scene.span(scene.trim(start..stop.unwrap_or(range.end)))
}

/// By the quotation marks that begin inside the content: all of it, some of it, none.
pub fn form(scene: &Scene, content: &[Tokens]) -> Form {
    let (mut quoted, mut words) = (0, 0);
    for tokens in content {
        words += scene.count_words(*tokens);
        let mut at = tokens.start;
        while at < tokens.end {
            match scene.quote_opened(at) {
                Some(q) => {
                    let end = scene.quote_tokens(q).end.min(tokens.end).max(at + 1);
                    quoted += scene.count_words(at..end);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    match quoted {
        0 => Form::Indirect,
        n if n >= words => Form::Direct,
        _ => Form::Mixed,
    }
}

/// The words by which the content hedges itself: could, might, may, likely, reportedly; "would" where it is no past of "will".
pub fn hedges(scene: &Scene, draft: &Draft, form: Form) -> Vec<Tokens> {
    let cue_is_past = draft.cue.as_ref().is_some_and(|c| c.iter().any(|i| scene.form(i) == crate::tags::Form::Vbd));
    let hedge = |i: usize| match scene.lower(i) {
        word if is(word, Class::Hedge) => true,
        "may" => scene.pos(i) == Pos::Aux && !scene.document.is_capitalized(i),
        "appears" | "appear" | "appeared" | "seems" | "seem" | "seemed" => scene.pos(i) == Pos::Verb,
        "would" | "'d" => {
            scene.pos(i) == Pos::Aux
                && (form == Form::Direct
                    || !cue_is_past && draft.cue.is_some() && form == Form::Indirect && scene.lower(i) == "would")
        }
        _ => false,
    };
    draft.content.iter().flat_map(|c| c.iter()).filter(|&i| hedge(i)).map(|i| Tokens::new(i, i + 1)).collect()
}
