//! Nouns that report: "the claim that …", "his promise to …", "a warning by X that …".

use super::content::{self, Placed};
use super::cue;
use super::draft::Draft;
use super::scene::{Scene, Tokens};
use super::{Stance, source, subject};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// All claims of reporting nouns.
pub fn find(scene: &Scene, all: &[Placed], drafts: &mut Vec<Draft>) {
    let mut told = vec![false; scene.document.tokens.len()];
    drafts.iter().for_each(|d| told[d.clause.clone()].fill(true));
    for sentence in &scene.document.sentences {
        let all = content::near(all, &sentence.tokens);
        // "said in a statement that": the verb's claim has it.
        for i in sentence.tokens.clone().filter(|&i| !told[i]) {
            if let Some(draft) = claim_of(scene, i, all) {
                if let Some(denial) = denial_of(scene, i, &draft) {
                    drafts.push(denial);
                }
                drafts.push(draft);
            }
        }
    }
}

fn claim_of(scene: &Scene, i: usize, all: &[Placed]) -> Option<Draft> {
    if scene.pos(i) != Pos::Noun {
        return None;
    }
    let entry = cue::look_up(lists().cue_nouns, scene.lower(i))?;
    let bounds = scene.bounds(i);
    let by = by_phrase(scene, i, &bounds);
    let next = past_phrase(scene, by.as_ref().map_or(i + 1, |b| b.end), &bounds);
    let (start, rule) = match scene.lower(next) {
        "that" if is_complement(scene, i, next, &bounds) => (next + 1, "noun and that-clause"),
        "to" if entry.frames.infinitive() && scene.pos(next + 1) == Pos::Verb && scene.head(next + 1) == i => {
            (next, "noun and infinitive")
        }
        _ => return None,
    };
    let clause = i..next;
    let mut end = content::right_end(scene, start, &bounds, &clause, all);
    // A claim that is a subject ends before its verb: by syntax.
    let complement = scene.syntax.children(i).find(|&j| {
        j >= start
            && matches!(
                scene.relation(j),
                Relation::Acl | Relation::AclRelcl | Relation::Ccomp | Relation::Advcl | Relation::Xcomp
            )
    });
    if let Some(complement) = complement {
        let subtree = scene.syntax.subtree(complement).end;
        let is_subject = scene.head(i) > subtree || matches!(scene.relation(i), Relation::Nsubj | Relation::NsubjPass);
        if is_subject || scene.is_comma(subtree) {
            end = end.min(subtree.max(start + 1));
        }
    }
    if opens_sentence(scene, i, &bounds) {
        let quote = (start..end).find_map(|j| scene.quote_closed(j).map(|_| j + 1));
        end = quote.filter(|&q| matches!(scene.pos(q), Pos::Verb | Pos::Aux)).unwrap_or(end);
    }
    let content = scene.trim(start..end);
    let mut draft = Draft::new(rule, entry.lemma, entry.stance, i..i + 1, clause);
    draft.source = by.or_else(|| owner(scene, i, &bounds)).or_else(|| giver(scene, i, &bounds));
    draft.content = vec![content];
    (draft.content[0].len() > 1).then_some(draft)
}

/// "a claim | on social media | that": past a prepositional phrase before the "that".
fn past_phrase(scene: &Scene, at: usize, bounds: &Tokens) -> usize {
    if scene.pos(at) != Pos::Adp {
        return at;
    }
    let is_nominal =
        |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Adp | Pos::Num);
    let that = (at..bounds.end.min(at + 7)).find(|&j| scene.lower(j) == "that");
    that.filter(|&that| (at..that).all(is_nominal)).unwrap_or(at)
}

/// Whether nothing but an article stands before the noun.
fn opens_sentence(scene: &Scene, noun: usize, bounds: &Tokens) -> bool {
    noun <= bounds.start + 2 && (bounds.start..noun).all(|j| matches!(scene.pos(j), Pos::Det | Pos::Adj | Pos::Pron))
}

/// "that" opens a complement, not a relative clause: its clause has a subject of its own.
fn is_complement(scene: &Scene, noun: usize, that: usize, bounds: &Tokens) -> bool {
    let clause = scene.head(that);
    let is_mark = scene.relation(that) == Relation::Mark || scene.pos(that) == Pos::Sconj;
    let has_subject =
        scene.syntax.child(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).is_some_and(|s| s > that);
    // "the claim by Roe that Roman radar “sees”": the parser may take "that" for an article.
    let is_taken_for_article = scene.pos(that) == Pos::Det
        && scene.form(that) == Form::Dt
        && that > noun + 1
        && matches!(scene.pos(that + 1), Pos::Adj | Pos::Propn | Pos::Noun | Pos::Det);
    (is_mark && has_subject || is_taken_for_article || is_passive_clause(scene, that, bounds))
        && scene.has_finite(that + 1..bounds.end)
}

/// "the claim that supplies had been withheld": a passive with its subject leaves no gap for the noun.
fn is_passive_clause(scene: &Scene, that: usize, bounds: &Tokens) -> bool {
    let has_subject = matches!(scene.pos(that + 1), Pos::Noun | Pos::Propn | Pos::Det | Pos::Num);
    let is_passive = |j: usize| {
        matches!(scene.lower(j), "been" | "was" | "were" | "is" | "are")
            && (scene.form(j + 1) == Form::Vbn || scene.pos(j + 1) == Pos::Adj)
    };
    has_subject && (that + 2..bounds.end.min(that + 14)).any(is_passive)
}

/// "a warning by X": the phrase behind "by" or "from".
fn by_phrase(scene: &Scene, i: usize, bounds: &Tokens) -> Option<Tokens> {
    if !matches!(scene.lower(i + 1), "by" | "from") || i + 2 >= bounds.end {
        return None;
    }
    let head = scene.head(i + 1);
    (head > i + 1 && bounds.contains(&head)).then(|| subject::noun_phrase(scene, head, bounds, i + 1))
}

/// "the state's claim", "his promise".
fn owner(scene: &Scene, i: usize, bounds: &Tokens) -> Option<Tokens> {
    let owner = scene.syntax.child(i, &[Relation::NmodPoss]).filter(|&o| bounds.contains(&o) && o < i)?;
    let phrase = scene.trim(scene.syntax.subtree(owner).start.max(bounds.start)..owner + 1);
    Some(phrase).filter(|p| !p.is_empty())
}

/// "Trump made the claim that": the subject of a verb that gives the noun.
fn giver(scene: &Scene, i: usize, bounds: &Tokens) -> Option<Tokens> {
    let verb = scene.head(i);
    let gives = matches!(
        scene.lower(verb),
        "made"
            | "makes"
            | "make"
            | "making"
            | "repeated"
            | "repeats"
            | "issued"
            | "issues"
            | "issuing"
            | "gave"
            | "gives"
            | "voiced"
            | "reiterated"
            | "delivered"
            | "renewed"
            | "raised"
            | "offered"
            | "published"
            | "released"
            | "expressed"
            | "expressing"
            | "repeating"
            | "sounded"
    );
    if scene.relation(i) != Relation::Obj || !gives {
        return None;
    }
    let subject = source::subject_of(scene, verb).map(|s| subject::noun_phrase(scene, s, bounds, verb));
    subject.or_else(|| source::inherited(scene, verb))
}

/// "rejected the claim that …": who rejects it denies the content.
fn denial_of(scene: &Scene, noun: usize, claim: &Draft) -> Option<Draft> {
    let verb = scene.head(noun);
    let lemma = match scene.lower(verb) {
        "rejected" | "rejects" | "rejecting" => "reject",
        "dismissed" | "dismisses" | "dismissing" => "dismiss",
        "denied" | "denies" | "denying" => "deny",
        "disputed" | "disputes" | "disputing" => "dispute",
        "refuted" | "refutes" | "rebutted" => "refute",
        _ => return None,
    };
    if scene.relation(noun) != Relation::Obj {
        return None;
    }
    let bounds = scene.bounds(verb);
    let source = source::subject_of(scene, verb)
        .map(|s| subject::noun_phrase(scene, s, &bounds, verb))
        .or_else(|| source::inherited(scene, verb))?;
    let mut draft =
        Draft::new("rejects the claim", lemma, Stance::Denies, verb..verb + 1, source.start.min(verb)..verb + 1);
    draft.content.clone_from(&claim.content);
    draft.source = Some(source);
    Some(draft)
}
