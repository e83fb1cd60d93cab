//! Active or passive: whether a verb's subject says something or is told it.

use super::scene::Scene;
use crate::tags::{Form, Pos, Relation};

/// "the league confirmed that", "a plan announced by": a participle behind a noun, or a past tense taken for one.
pub fn is_reduced_relative(scene: &Scene, i: usize) -> bool {
    scene.form(i) == Form::Vbn
        && scene.relation(i) == Relation::Acl
        && !scene.syntax.children(i).any(|j| scene.relation(j) == Relation::AuxPass && j < i)
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
    let bounds = scene.bounds(i);
    let opens = i == bounds.start || matches!(scene.lower(i - 1), "when" | "if" | "once" | "while");
    let is_question = matches!(scene.lower(i + 1), "if" | "whether" | "how" | "why" | "what" | "about" | "by");
    opens || is_question && scene.is_comma(i - 1) && i - 1 > bounds.start && scene.quote_closed(i - 2).is_none()
}

/// "was told", "is believed": others speak there.
pub fn is_passive(scene: &Scene, i: usize) -> bool {
    // "Abebe Wolde said": a name that the tagger does not know is no auxiliary.
    let is_aux = |j: usize| scene.relation(j) == Relation::AuxPass && scene.pos(j) == Pos::Aux;
    let has_passive_aux = scene.syntax.children(i).any(|j| j < i && is_aux(j));
    has_passive_aux || scene.form(i) == Form::Vbn && scene.relation(i) == Relation::Acl
}
