//! "She asked whether the road was open."

use crate::claims::clause::Place;
use crate::claims::content::start::{opens_question, past_mark};
use crate::claims::cues::Verb;

/// A question that follows the reporting clause; what somebody demands or asks to know.
pub fn find(verb: &Verb) -> Option<Place> {
    let Verb { scene, entry, cue, .. } = verb;
    let (mark, at) = past_mark(verb)?;
    if mark.is_empty() && entry.frames.question() && opens_question(scene, at, entry, cue) {
        return Some(Place::After(at));
    }
    let is_to_know = scene.lower(at) == "to" && matches!(scene.lower(at + 1), "know" | "learn" | "hear");
    (is_to_know && matches!(entry.lemma, "demand" | "ask")).then_some(Place::After(at + 2))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn question() {
        check(
            "The teacher asked whether the road was open.",
            "[The teacher] <asked> whether the road was open «verb and question»",
        );
        check(
            "The union demanded to know why the gate was locked.",
            "[The union] <demanded> why the gate was locked «verb and question»",
        );
        check("The teacher asked a question.", "");
        // Not said yet.
        check("The board must announce by Friday whether the pool will close.", "");
    }
}
