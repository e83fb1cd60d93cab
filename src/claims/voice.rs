//! Active or passive: whether a verb's subject says something or is told it.

use super::scene::Scene;
use super::words::is_speech_noun;
use crate::tags::{Form, Pos, Relation};

/// "the league confirmed that", "a plan announced by": a participle after a noun, or a past tense taken for one.
pub fn is_reduced_relative(scene: &Scene, i: usize) -> bool {
    scene.form(i) == Form::Vbn
        && scene.relation(i) == Relation::Acl
        && !has_subject_before(scene, i)
        && !scene.syntax.children(i).any(|j| scene.relation(j) == Relation::AuxPass && j < i)
}

/// Whether what looks like a participle has a subject of its own: then it is a past tense.
fn has_subject_before(scene: &Scene, i: usize) -> bool {
    is_perfect(scene, i) || subject_follows_speech_noun(scene, i) || has_relative_object(scene, i)
}

/// "has warned", "have long said": a participle after a form of "have".
fn is_perfect(scene: &Scene, i: usize) -> bool {
    let before = (scene.search_range(i).start..i).rev().find(|&j| scene.pos(j) != Pos::Adv);
    before.is_some_and(|j| matches!(scene.lower(j), "has" | "have" | "had" | "'ve" | "hasn't" | "haven't"))
}

/// Words between a relative object and its verb are at most this many.
const FARTHEST_RELATIVE: usize = 12;

/// "a charge Roe dismissed": a name between a noun for what was said and the verb.
fn subject_follows_speech_noun(scene: &Scene, i: usize) -> bool {
    i >= 3 && is_speech_noun(scene.lower(i - 2)) && scene.document.is_capitalized(i - 1) && scene.lower(i + 1) != "by"
}

/// "what its spokesman called": a subject between the relative word and the verb, and no other verb.
fn has_relative_object(scene: &Scene, i: usize) -> bool {
    let start = scene.search_range(i).start;
    let relative = (start..i).rev().take(FARTHEST_RELATIVE).find(|&j| matches!(scene.lower(j), "what" | "whom"));
    let names = |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Pron);
    scene.lower(i + 1) != "by" && relative.is_some_and(|r| (r + 1..i).any(names) && !scene.has_finite(r + 1..i))
}

/// "council told", "thousands told to flee": in a headline "told" without an object says who was told.
pub fn is_headline_passive(scene: &Scene, i: usize) -> bool {
    let next = scene.lower(i + 1);
    scene.in_headline(i)
        && scene.lower(i) == "told"
        && (i + 1 >= scene.sentence(i).end || next == "to" || scene.is_stop(i + 1))
}

/// "Asked whether …, she said", "When asked if …", "Roe, asked if …, laughed": "asked" says that somebody was.
pub fn is_asked(scene: &Scene, i: usize) -> bool {
    if scene.lower(i) != "asked" || !matches!(scene.form(i), Form::Vbn | Form::Vbd) {
        return false;
    }
    let range = scene.search_range(i);
    let opens = i == range.start || matches!(scene.lower(i - 1), "when" | "if" | "once" | "while");
    let is_question = matches!(scene.lower(i + 1), "if" | "whether" | "how" | "why" | "what" | "about" | "by");
    opens || is_question && scene.is_comma(i - 1) && i - 1 > range.start && scene.quote_closed(i - 2).is_none()
}

/// "was told", "is believed": others speak there.
pub fn is_passive(scene: &Scene, i: usize) -> bool {
    // "Abebe Wolde said": a name that the tagger does not know is no auxiliary.
    // "was on Friday reported": the parser may take the auxiliary of a participle for a copula.
    let is_participle = scene.form(i) == Form::Vbn && scene.pos(i) == Pos::Verb;
    let is_auxiliary = |j: usize| match scene.relation(j) {
        Relation::AuxPass => true,
        relation => relation == Relation::Cop && is_participle,
    };
    let is_aux = |j: usize| is_auxiliary(j) && scene.pos(j) == Pos::Aux;
    let has_passive_aux = |verb: usize| scene.syntax.children(verb).any(|j| j < i && is_aux(j));
    let is_reduced = scene.form(i) == Form::Vbn && scene.relation(i) == Relation::Acl;
    // "The suspects were tracked and ordered to come out": joined to a passive, without a subject or an object of its own.
    let is_joined = is_participle
        && scene.relation(i) == Relation::Conj
        && scene.form(scene.head(i)) == Form::Vbn
        && has_passive_aux(scene.head(i))
        && !is_perfect(scene, i)
        && scene.syntax.child(i, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::Obj]).is_none();
    has_passive_aux(i) || is_joined || is_reduced && !has_subject_before(scene, i)
}
