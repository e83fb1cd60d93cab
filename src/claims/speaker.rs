//! Who can say something: persons, bodies, documents.

use super::lexicon::Entry;
use super::scene::Scene;
use super::tokens::Tokens;
use super::words::{Class, is};
use crate::mentions::{Form, Kind, Mention, is_honorific};
use crate::model::{Lexicon, lists};
use crate::tags::Pos;

/// A plural noun's singular, roughly.
pub fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// The token that carries the meaning of a source phrase.
pub fn head_of(scene: &Scene, source: Tokens) -> usize {
    let head = source.iter().find(|&j| !source.contains(scene.head(j)) || scene.head(j) == j).unwrap_or(source.end - 1);
    // "the team's project": not the team.
    let is_owner = head + 2 < source.end && matches!(scene.lower(head + 1), "'s");
    if is_owner { first_noun(scene, source) } else { head }
}

/// The last noun before what explains it: "the paper's *records* reviewed by experts".
fn first_noun(scene: &Scene, source: Tokens) -> usize {
    let is_name = |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn);
    let leads = |j: usize| matches!(scene.pos(j), Pos::Det | Pos::Adj | Pos::Num) || matches!(scene.lower(j), "'s");
    source.iter().take_while(|&j| is_name(j) || leads(j)).filter(|&j| is_name(j)).last().unwrap_or(source.start)
}

/// Whether the phrase can be the source of such a saying: "researchers found", "polls show", but not "he found that".
pub fn can_say(scene: &Scene, source: Tokens, entry: &Entry) -> bool {
    let head = head_of(scene, source);
    let word = scene.lower(head);
    let first_head = first_noun(scene, source);
    if matches!(word, "it" | "this" | "there" | "which" | "that" | "what") {
        // "It said in a statement": an institution; but "it shows that". What finds is a study or those who made it.
        let is_study = word == "it" && entry.lemma == "find";
        return (!needs_evidence(entry.lemma) || is_study) && (word == "it" || word == "which" || word == "that");
    }
    if is_study_verb(entry.lemma) && matches!(word, "they" | "we" | "she" | "he") {
        return entry.lemma == "find" && follows_research(scene, head);
    }
    if is_study_verb(entry.lemma) {
        return [head, first_head]
            .iter()
            .any(|&h| is_work(scene, h) || is_body(scene, h) || is_researcher(scene.lower(h)));
    }
    true
}

/// "Researchers watched ostriches. They found …": those who inquire, or their study, shortly before.
fn follows_research(scene: &Scene, i: usize) -> bool {
    (i.saturating_sub(FARTHEST_RESEARCH)..i).any(|j| {
        let word = scene.lower(j);
        is_researcher(word) || matches!(word, "study" | "research" | "court" | "tribunal" | "jury")
    })
}

/// Tokens back that a pronoun may mean those who inquire.
const FARTHEST_RESEARCH: usize = 90;

/// Whether the phrase names somebody who can speak: a person, an organization, a role.
pub fn names_speaker(scene: &Scene, tokens: Tokens) -> bool {
    let head = head_of(scene, tokens);
    let span = scene.document.tokens[head].span;
    let word = scene.lower(head);
    let lists = lists();
    let has = |list: Lexicon<'static>| list.has(word) || list.has(&singular(word));
    scene.mention_at(span).is_some_and(|m| matches!(m.kind, Kind::Person | Kind::Organization | Kind::Group))
        || has(lists.source_works)
        || has(lists.role_nouns)
        || has(lists.unnamed_sources)
        || is_honorific(word)
        || names_person(scene, tokens.end - 1)
        || tokens.len() == 1
            && matches!(word, "state" | "crown" | "police" | "court" | "government" | "defence" | "defense")
}

/// Whether token `i` is a capitalised word of a person's name.
fn names_person(scene: &Scene, i: usize) -> bool {
    let is_person = |m: &Mention| m.kind == Kind::Person && m.form == Form::Name;
    scene.document.is_capitalized(i) && scene.mention_at(scene.document.tokens[i].span).is_some_and(is_person)
}

/// Verbs that only documents, bodies and those who inquire report with.
pub fn is_study_verb(lemma: &str) -> bool {
    is(lemma, Class::Study)
}

/// Verbs that a person does without speaking, a study by what it says.
pub fn needs_evidence(lemma: &str) -> bool {
    is(lemma, Class::Evidence)
}

/// "report", "studies", "the data".
fn is_work(scene: &Scene, head: usize) -> bool {
    let word = scene.lower(head);
    lists().source_works.has(word) || lists().source_works.has(&singular(word))
}

/// A named organization, or a noun for one.
fn is_body(scene: &Scene, head: usize) -> bool {
    scene.mention_at(scene.document.tokens[head].span).is_some_and(|m| m.kind == Kind::Organization)
        || is(scene.lower(head), Class::Body)
}

/// "historians", "the coroner", "an entomologist".
fn is_researcher(word: &str) -> bool {
    is(word, Class::Inquirer) || word.trim_end_matches('s').ends_with("ologist")
}
