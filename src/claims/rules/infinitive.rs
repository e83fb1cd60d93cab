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
    scene.require(!hides_name(verb, at), "a source that asks for its name to be kept out")?;
    Some(Place::After(at))
}

/// "asked | to remain anonymous", "asked | not to be named": what a source asks of the paper is nothing the paper reports.
fn hides_name(verb: &Verb, at: usize) -> bool {
    let scene = verb.scene;
    let to = at + usize::from(scene.lower(at) == "not");
    let asks = matches!(verb.entry.lemma, "ask" | "request");
    let is_anonymous = matches!(scene.lower(to + 1), "remain" | "stay" | "be") && scene.lower(to + 2) == "anonymous";
    let is_unnamed = to > at
        && scene.lower(to + 1) == "be"
        && matches!(scene.lower(to + 2), "named" | "identified" | "quoted" | "mentioned");
    asks && (is_anonymous || is_unnamed)
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
        check("The clerk asked to remain anonymous. A nurse, who asked not to be named, left.", "");
    }
}
