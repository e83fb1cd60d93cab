//! "A deal that the United States has warned would violate sanctions was signed."

use crate::claims::clause::Place;
use crate::claims::content::start::past_mark;
use crate::claims::cues::Verb;
use crate::tags::{Pos, Relation};

/// A reporting clause inside a relative clause, whose predicate follows.
pub fn find(verb: &Verb) -> Option<Place> {
    predicate_in_marks(verb).or_else(|| predicate_without_subject(verb))
}

/// "a question that Tanaka says | “belongs to politicians”": the predicate of the noun before the relative word, in marks.
fn predicate_in_marks(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, range } = verb;
    let (mark, at) = past_mark(verb)?;
    let start = cue.clause.start;
    let opens = scene.quote_opened(at).is_some() && scene.is_finite(at + 1);
    let is_relative = start > range.start + 1
        && matches!(scene.lower(start - 1), "that" | "which" | "who")
        && (scene.is_comma(start - 2) || matches!(scene.pos(start - 2), Pos::Noun | Pos::Propn));
    (mark.is_empty() && entry.frames.quotation() && cue.subject.is_some() && opens && is_relative)
        .then_some(Place::SplitByClause(at))
}

/// "a deal that the United States has warned | would violate": a finite verb without subject after the clause.
fn predicate_without_subject(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, range } = verb;
    let (start, end) = (cue.clause.start, cue.clause.end);
    scene.require(entry.frames.that_clause(), "the verb takes no clause")?;
    scene.require(cue.subject.is_some(), "no source beside the verb")?;
    scene.require(end < range.end && start > range.start, "nothing before or after the clause")?;
    // "a plan which, he said, | would fail": the commas belong to the clause.
    let is_parenthesis = scene.is_comma(start - 1) && scene.is_comma(end) && start > range.start + 1;
    let (word, end) = if is_parenthesis { (start - 2, end + 1) } else { (start - 1, end) };
    let follows_relative = matches!(scene.lower(word), "that" | "which" | "who" | "whom");
    let follows_noun = matches!(scene.pos(start - 1), Pos::Noun | Pos::Propn);
    let predicate = (end..range.end).find(|&j| scene.pos(j) != Pos::Adv)?;
    let is_gap = scene.is_finite(predicate)
        && (follows_relative || !is_parenthesis && follows_noun && scene.relation(cue.verb) == Relation::AclRelcl);
    scene.require(is_gap, "no predicate without subject follows")?;
    Some(Place::SplitByClause(end))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn relative_clause() {
        check(
            "The council signed a deal that the auditor warned would cost jobs.",
            "[the auditor] <warned> a deal // would cost jobs «relative clause around the verb»",
        );
        check("The council signed a deal that the auditor warned against.", "");
        check(
            "The council praised a plan which, he said, would cost jobs.",
            "[he] <said> a plan // would cost jobs «relative clause around the verb»",
        );
        check("The council praised a plan which, he felt, cost jobs.", "");
    }
}
