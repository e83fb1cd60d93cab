//! "The ministry urged residents to stay at home."

use crate::claims::clause::Place;
use crate::claims::content::start::{opens_infinitive, past_mark};
use crate::claims::cues::Verb;

/// An infinitive that follows the reporting clause.
pub fn find(verb: &Verb) -> Option<Place> {
    let (mark, at) = past_mark(verb)?;
    let scene = verb.scene;
    scene.require(mark.is_empty() && opens_infinitive(scene, at), "no infinitive follows the clause")?;
    scene.require(verb.entry.frames.infinitive(), "the verb takes no infinitive")?;
    Some(Place::After(at))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn infinitive() {
        check(
            "The ministry urged residents to stay at home.",
            "[The ministry] <urged> to stay at home «verb and infinitive»",
        );
        check(
            "The union asked Mara Ilves, who leads the council, to resign.",
            "[The union] <asked> to resign «verb and infinitive»",
        );
        check(
            "The chief urged all natives both home and abroad to vote.",
            "[The chief] <urged> to vote «verb and infinitive»",
        );
        check("The mayor wanted residents to stay at home.", "");
    }
}
