//! Sayings that did not take place: "declined to comment", "did not respond", "could not be reached".

use super::draft::Draft;
use super::scene::Scene;
use super::{Stance, cue, source};
use crate::tags::{Pos, Relation};

/// All refusals to speak; "declined to say whether …" is found with its content among the verbs.
pub fn find(scene: &Scene, drafts: &mut Vec<Draft>) {
    let taken: std::collections::BTreeSet<usize> = drafts
        .iter()
        .filter(|d| d.stance == Stance::Declines)
        .filter_map(|d| d.cue.as_ref())
        .map(|c| c.start)
        .collect();
    for i in 0..scene.document.tokens.len() {
        let found = refusal(scene, i).or_else(|| silence(scene, i)).or_else(|| absence(scene, i));
        drafts.extend(found.filter(|d| d.cue.as_ref().is_some_and(|c| !taken.contains(&c.start))));
    }
}

/// "declined to comment", "refused to answer", "declined comment".
fn refusal(scene: &Scene, i: usize) -> Option<Draft> {
    let lemma = match scene.lower(i) {
        "declined" | "declines" | "declining" => "decline",
        "refused" | "refuses" | "refusing" => "refuse",
        _ => return None,
    };
    let object = if scene.lower(i + 1) == "to" { i + 2 } else { i + 1 };
    let speaks = matches!(
        scene.lower(object),
        "comment"
            | "say"
            | "answer"
            | "discuss"
            | "elaborate"
            | "respond"
            | "speak"
            | "talk"
            | "confirm"
            | "give"
            | "provide"
            | "disclose"
            | "reply"
            | "explain"
            | "specify"
            | "identify"
            | "name"
            | "be"
            | "offer"
            | "make"
    );
    let is_interview = matches!(scene.lower(object), "be")
        && !matches!(scene.lower(object + 1), "interviewed" | "named" | "quoted" | "identified" | "drawn");
    if !speaks
        || is_interview
        || matches!(scene.lower(object), "give" | "provide" | "offer" | "make")
            && !scene.sentence(i).any(|j| matches!(scene.lower(j), "details" | "comment" | "statement" | "interview"))
    {
        return None;
    }
    build(scene, i, i..object + 1, lemma, "declined to say")
}

/// "did not respond to a request for comment", "has not replied".
fn silence(scene: &Scene, i: usize) -> Option<Draft> {
    if !matches!(
        scene.lower(i),
        "respond" | "reply" | "responded" | "replied" | "comment" | "commented" | "return" | "returned" | "answer"
    ) || scene.pos(i) != Pos::Verb
    {
        return None;
    }
    let is_negated =
        scene.syntax.children(i).any(|j| j < i && matches!(scene.lower(j), "not" | "n't" | "n’t" | "never"))
            || source::subject_of(scene, i).is_some_and(|s| {
                let start = source::beside(scene, i, s).start;
                matches!(scene.lower(start), "neither" | "none" | "no" | "nobody")
            });
    let about = (i + 1..scene.sentence(i).end.min(i + 14)).any(|j| {
        matches!(
            scene.lower(j),
            "request"
                | "requests"
                | "comment"
                | "questions"
                | "inquiries"
                | "enquiries"
                | "message"
                | "messages"
                | "call"
                | "calls"
                | "email"
                | "emails"
                | "e-mail"
                | "query"
                | "queries"
        )
    });
    let ends = scene.is_stop(i + 1) || scene.is_comma(i + 1);
    if !is_negated || !(about || ends) {
        return None;
    }
    let lemma = cue::look_up(crate::model::lists().cue_verbs, scene.lower(i)).map_or("respond", |e| e.lemma);
    build(scene, i, i..i + 1, lemma, "did not respond")
}

/// "could not be reached for comment", "had no comment", "was not available for comment".
fn absence(scene: &Scene, i: usize) -> Option<Draft> {
    let is_unreached = matches!(scene.lower(i), "reached" | "available" | "contacted")
        && scene.sentence(i).take_while(|&j| j < i).any(|j| matches!(scene.lower(j), "not" | "n't"))
        && scene.lower(i + 1) == "for"
        && scene.lower(i + 2) == "comment";
    // "would neither confirm nor deny".
    let is_neither = scene.lower(i) == "neither"
        && matches!(scene.lower(i + 1), "confirm" | "confirmed" | "confirms")
        && scene.lower(i + 2) == "nor";
    if is_neither {
        return build(scene, i + 1, i..i + 4, "confirm", "declined to say");
    }
    let has_none = matches!(scene.lower(i), "had" | "has" | "have" | "offered")
        && scene.lower(i + 1) == "no"
        && matches!(scene.lower(i + 2), "comment" | "immediate");
    if is_unreached {
        return build(scene, i, i..i + 3, "reach", "could not be reached");
    }
    has_none.then(|| build(scene, i, i..i + 3, "have no comment", "could not be reached")).flatten()
}

fn build(scene: &Scene, verb: usize, cue: std::ops::Range<usize>, lemma: &str, rule: &'static str) -> Option<Draft> {
    let bounds = scene.bounds(verb);
    let subject = source::subject_of(scene, verb)
        .or_else(|| scene.syntax.child(verb, &[Relation::NsubjPass]))
        .map(|s| source::beside(scene, verb, s))
        .or_else(|| source::inherited(scene, verb))?;
    let mut draft =
        Draft::new(rule, lemma, Stance::Declines, cue.clone(), subject.start.min(cue.start)..cue.end.min(bounds.end));
    draft.cue = Some(cue.start..cue.end.min(bounds.end));
    draft.source = Some(subject);
    Some(draft)
}
