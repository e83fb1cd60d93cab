//! "He admitted taking the money"; "She accused him of taking it."

use crate::claims::clause::Place;
use crate::claims::content::start::past_mark;
use crate::claims::cues::Verb;
use crate::tags::{Form, Relation};

/// A gerund right after the verb.
pub fn bare(verb: &Verb) -> Option<Place> {
    let (mark, at) = past_mark(verb)?;
    let is_gerund = verb.scene.form(at) == Form::Vbg && at == verb.cue.tokens.end;
    // "remained committed to closing the road": no promise is made.
    let (scene, verb_at) = (verb.scene, verb.cue.verb);
    let is_state = scene.relation(verb_at) == Relation::Xcomp && scene.form(verb_at) == Form::Vbn;
    (mark.is_empty() && verb.entry.frames.gerund() && is_gerund && !is_state).then_some(Place::After(at))
}

/// "of" and a gerund after whom the verb is about.
pub fn after_of(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, .. } = verb;
    let (mark, at) = past_mark(verb)?;
    // "The man accused of buying": there somebody else accuses.
    let is_accused = entry.frames.object() && cue.addressee.is_none();
    let is_gerund = scene.lower(at) == "of" && scene.lower(at + 1).ends_with("ing");
    scene.require(mark.is_empty() && is_gerund, "no “of” and gerund follow the clause")?;
    scene.require(entry.frames.of_gerund(), "the verb takes no “of” and gerund")?;
    scene.require(!is_accused, "nobody is named whom the verb is about")?;
    Some(Place::After(at + 1))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn gerund() {
        check("The clerk admitted taking the money.", "[The clerk] <admitted> taking the money «verb and gerund»");
        check("The clerk enjoyed taking the money.", "");
        check(
            "The panel recommended closing the road.",
            "[The panel] <recommended> closing the road «verb and gerund»",
        );
        check("The panel recommended clothing for the road.", "");
        check(
            "The clerk admitted to taking the money.",
            "[The clerk] <admitted to> taking the money «verb and gerund»",
        );
        check("The clerk was admitted to the hospital.", "");
        check("The club insisted on a new road.", "");
        check(
            "The union accused the board of hiding the figures.",
            "[The union] <accused> hiding the figures «verb, of and gerund»",
        );
        check("The union accused the board of fraud.", "");
    }
}
