//! Sayings without an active verb: "is believed to", "it is understood that", "was told that".

use super::content::{self, Placed};
use super::cue;
use super::draft::Draft;
use super::scene::{Scene, Tokens};
use super::{Stance, phrases, quoted, source, subject};
use crate::model::lists;
use crate::tags::{Pos, Relation};

/// Verbs whose passive reports what people say.
fn raises(word: &str) -> Option<(&'static str, Stance)> {
    Some(match word {
        "believed" => ("believe", Stance::Asserts),
        "thought" => ("think", Stance::Asserts),
        "understood" => ("understand", Stance::Asserts),
        "said" => ("say", Stance::Asserts),
        "reported" => ("report", Stance::Asserts),
        "alleged" => ("allege", Stance::Alleges),
        "rumoured" => ("rumour", Stance::Asserts),
        "rumored" => ("rumor", Stance::Asserts),
        "suspected" => ("suspect", Stance::Alleges),
        "claimed" => ("claim", Stance::Asserts),
        "estimated" => ("estimate", Stance::Estimates),
        "feared" => ("fear", Stance::Warns),
        _ => return None,
    })
}

/// All claims of these forms.
pub fn find(scene: &Scene, all: &[Placed], drafts: &mut Vec<Draft>) {
    for sentence in &scene.document.sentences {
        let all = content::near(all, &sentence.tokens);
        for i in sentence.tokens.clone() {
            let found =
                quoted::as_saying(scene, i, all).or_else(|| raising(scene, i, all)).or_else(|| told(scene, i, all));
            if let Some(found) = found {
                for draft in found {
                    let via = draft.via.map(|back| drafts.len() - back);
                    drafts.push(Draft { via, ..draft });
                }
            }
        }
    }
}

/// The content behind a cue word: past "that" and a comma or colon.
pub fn behind(scene: &Scene, cue: usize, bounds: &Tokens, all: &[Placed]) -> Option<Tokens> {
    let mut start = cue + 1;
    while start < bounds.end && (matches!(scene.lower(start), "that" | ":") || scene.is_comma(start)) {
        start += 1;
    }
    if let Some(quote) = scene.quote_opened(start).filter(|&q| scene.quotes[q].tokens.end >= bounds.end) {
        return Some(scene.quotes[quote].tokens.clone());
    }
    let content = scene.trim(start..content::right_end(scene, start, bounds, &(cue..cue + 1), all));
    (content.len() > 1).then_some(content)
}

/// "The ship is believed to have slowed", "It is understood that", "…, it is alleged".
fn raising(scene: &Scene, i: usize, all: &[Placed]) -> Option<Vec<Draft>> {
    let (lemma, stance) = raises(scene.lower(i))?;
    if !super::voice::is_passive(scene, i) {
        return None;
    }
    let bounds = scene.bounds(i);
    let mut draft = Draft::new("believed to", lemma, stance, i..i + 1, i..i + 1);
    draft.negated = scene.syntax.children(i).any(|j| j < i && matches!(scene.lower(j), "not" | "n't" | "never"));
    let subject = source::subject_of(scene, i).or_else(|| scene.syntax.child(i, &[Relation::Expl]));
    let by = by_agent(scene, i, &bounds);
    draft.source.clone_from(&by);
    if let Some(by) = &by {
        draft.clause.end = by.end;
    }
    let next = draft.clause.end;
    let subject_word = subject.map_or("", |s| scene.lower(s));
    if subject_word == "it" && scene.lower(next) == "that" {
        draft.rule = "it is understood that";
        draft.content = vec![behind(scene, next - 1, &bounds, all)?];
        return Some(vec![draft]);
    }
    if scene.lower(next) == "to"
        && matches!(scene.pos(next + 1), Pos::Verb | Pos::Aux | Pos::Part | Pos::Adv)
        && subject_word != "there"
    {
        let end = content::right_end(scene, next, &bounds, &draft.clause, all);
        let mut predicate = scene.trim(next..end);
        let phrase = subject_phrase(scene, i, subject, &bounds)?;
        if scene.relation(i) == Relation::AclRelcl {
            let clause_end = scene.syntax.subtree(i).end;
            predicate.end = predicate.end.min(clause_end.max(next + 2));
        }
        draft.content = vec![phrase, predicate];
        return Some(vec![draft]);
    }
    if subject_word == "it" && (scene.is_stop(next) || next >= bounds.end || scene.is_comma(next)) {
        let start = subject.map_or(i, |s| s.min(i));
        let left = content::before(scene, &(start..next), &bounds, all);
        draft.rule = "it is understood that";
        draft.content = left;
        return (!draft.content.is_empty()).then(|| vec![draft]);
    }
    None
}

/// The subject of "is believed to", or what its relative pronoun stands for.
fn subject_phrase(scene: &Scene, verb: usize, subject: Option<usize>, bounds: &Tokens) -> Option<Tokens> {
    match subject {
        Some(s) if !matches!(scene.lower(s), "who" | "which" | "that") => {
            Some(subject::noun_phrase(scene, s, bounds, verb))
        }
        _ if scene.relation(verb) == Relation::AclRelcl => phrases::antecedent_of(scene, verb, bounds),
        _ => source::inherited(scene, verb),
    }
}

/// "by X" right behind a passive.
fn by_agent(scene: &Scene, verb: usize, bounds: &Tokens) -> Option<Tokens> {
    let by = verb + 1;
    if scene.lower(by) != "by" || by + 1 >= bounds.end {
        return None;
    }
    let head = scene.head(by);
    (head > by && bounds.contains(&head)).then(|| subject::noun_phrase(scene, head, bounds, by))
}

/// "He was told that …", "Asked whether …, she said": whoever told or asked is not named, or behind "by".
fn told(scene: &Scene, i: usize, all: &[Placed]) -> Option<Vec<Draft>> {
    let entry = cue::look_up(lists().cue_verbs, scene.lower(i))?;
    let is_participle = entry.lemma == "ask" && super::voice::is_asked(scene, i);
    let is_headline = super::voice::is_headline_passive(scene, i);
    if is_headline && scene.lower(i + 1) != "to" {
        return told_at_end(scene, i, &entry, all);
    }
    if !super::voice::is_passive(scene, i) && !is_participle && !is_headline
        || !(entry.frames.object() || entry.frames.that_clause())
    {
        return None;
    }
    let bounds = scene.bounds(i);
    let by = by_agent(scene, i, &bounds);
    let mut next = by.as_ref().map_or(i + 1, |b| b.end);
    while next < bounds.end
        && (scene.pos(next) == Pos::Adv && !matches!(scene.lower(next), "why" | "how" | "when" | "where")
            || scene.is_time(next) && next < i + 6
            || scene.lower(next) == "on" && next < i + 5)
    {
        next += 1;
    }
    next = past_medium(scene, next, &bounds);
    let word = scene.lower(next);
    let opens = match word {
        "that" => entry.frames.that_clause(),
        "whether" => true,
        "if" | "why" | "how" | "when" | "where" | "what" | "who" => {
            entry.frames.question() && (is_participle || entry.stance == Stance::Asks)
        }
        "to" => entry.frames.infinitive() && scene.pos(next + 1) == Pos::Verb,
        _ => {
            matches!(entry.lemma, "tell" | "inform" | "assure")
                && next < bounds.end
                && (scene.quote_opened(next).is_some() || super::placement::opens_statement(scene, next, &bounds))
        }
    };
    if !opens {
        return None;
    }
    let start = if word == "that" { next + 1 } else { next };
    let mut end = content::right_end(scene, start, &bounds, &(i..next), all);
    if is_participle {
        // "Asked whether …, she said": the question ends at the comma before the answer.
        let answer =
            all.iter().find(|p| p.cue > next && p.subject.is_some() && scene.is_comma(p.clause.start.wrapping_sub(1)));
        end = answer.map_or_else(|| (start..end).find(|&j| scene.is_comma(j)).unwrap_or(end), |p| p.clause.start - 1);
    }
    let mut draft = Draft::new("was told", entry.lemma, entry.stance, i..i + 1, i..next);
    draft.content = vec![scene.trim(start..end.max(start))];
    draft.source = by;
    if !is_participle {
        draft.addressee = source::subject_of(scene, i)
            .map(|s| subject::noun_phrase(scene, s, &bounds, i))
            .filter(|a| !matches!(scene.lower(a.start), "it" | "who"));
    }
    (!draft.content[0].is_empty()).then(|| vec![draft])
}

/// "told by the council | in a letter | that": past the place of saying.
fn past_medium(scene: &Scene, at: usize, bounds: &Tokens) -> usize {
    if scene.lower(at) != "in" {
        return at;
    }
    let end = (at + 1..bounds.end.min(at + 5)).find(|&j| lists().media.has(scene.lower(j))).map_or(at, |j| j + 1);
    let opens = scene.lower(end) == "that" || scene.quote_opened(end).is_some();
    if opens { end } else { at }
}

/// "Arena to close, council told": a headline's passive without its auxiliary.
fn told_at_end(scene: &Scene, i: usize, entry: &cue::Entry, all: &[Placed]) -> Option<Vec<Draft>> {
    let bounds = scene.bounds(i);
    let told = subject::own_subject(scene, i, &bounds, &(i..i + 1)).filter(|s| s.end <= i)?;
    let mut draft = Draft::new("was told", entry.lemma, entry.stance, i..i + 1, told.start..i + 1);
    draft.content = content::before(scene, &draft.clause, &bounds, all);
    draft.addressee = Some(told);
    (!draft.content.is_empty()).then(|| vec![draft])
}
