//! Sayings that are not said to have happened: "must say whether", "wants to explain", "Do not tell them that …".

use super::scene::Scene;
use super::subject;
use super::words::{Class, is};
use crate::tags::{Form, Relation};

/// An auxiliary stands at most this far before its verb.
const FARTHEST_AUXILIARY: usize = 5;

/// Whether nobody is said to have said what the verb at `i` governs.
pub fn is_unsaid(scene: &Scene, i: usize) -> bool {
    is_modal(scene, i) || is_unfulfilled(scene, i) || is_imperative(scene, i) || has_no_subject(scene, i)
}

/// "must say", "should tell"; not "can reveal", by which a newspaper does.
fn is_modal(scene: &Scene, i: usize) -> bool {
    let reveals = matches!(&*scene.lemma(i), "reveal" | "confirm" | "disclose" | "say");
    let is_modal = |j: usize| match scene.lower(j) {
        "must" | "should" | "may" | "might" | "shall" => true,
        "can" => !reveals,
        "could" => !reveals && scene.form(i) == Form::Vbn,
        _ => false,
    };
    let is_auxiliary = |j: usize| {
        matches!(scene.relation(j), Relation::Aux | Relation::AuxPass) && scene.form(j) == Form::Md && is_modal(j)
    };
    // "May said": a name; only a base form or a passive follows a modal.
    let is_passive = scene.syntax.child(i, &[Relation::AuxPass]).is_some();
    let can_follow = is_passive || scene.lower(i) == scene.lemma(i);
    can_follow && scene.syntax.children(i).any(|j| j < i && i - j <= FARTHEST_AUXILIARY && is_auxiliary(j))
}

/// "wants to explain", "should stop telling", "too early to say".
fn is_unfulfilled(scene: &Scene, i: usize) -> bool {
    let governor = scene.head(i);
    let hangs = matches!(scene.relation(i), Relation::Xcomp | Relation::Ccomp | Relation::Advcl | Relation::Csubj);
    let follows_to = i > 0 && scene.lower(i - 1) == "to";
    let is_gerund = scene.form(i) == Form::Vbg && scene.relation(i) == Relation::Xcomp;
    governor < i && hangs && (follows_to || is_gerund) && is(&scene.lemma(governor), Class::Unsaid)
}

/// "Do not tell your children that", inside somebody's words.
fn is_imperative(scene: &Scene, i: usize) -> bool {
    let start = scene.search_range(i).start;
    let leads = |j: usize| matches!(scene.lower(j), "do" | "not" | "n't" | "never" | "please" | "let" | "just");
    let is_bare = matches!(scene.form(i), Form::Vb | Form::Vbp) && subject::subject_of(scene, i).is_none();
    scene.quote_around(i).is_some() && is_bare && (start..i).all(leads)
}

/// "Nobody should say", "for anyone to say"; not "anyone with news is urged to call".
fn has_no_subject(scene: &Scene, i: usize) -> bool {
    let is_told = scene.syntax.child(i, &[Relation::NsubjPass]).is_some();
    let is_nobody = |s: usize| match scene.lower(s) {
        "nobody" => true,
        "anybody" | "anyone" => !is_told,
        _ => false,
    };
    subject::subject_of(scene, i).is_some_and(is_nobody)
}
