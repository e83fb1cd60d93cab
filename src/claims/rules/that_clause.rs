//! "The ministry said that the road was closed."

use crate::claims::clause::Place;
use crate::claims::content::start::{opens_clause, past_mark};
use crate::claims::cues::Verb;

/// A clause that "that" opens right after the reporting clause.
pub fn find(verb: &Verb) -> Option<Place> {
    let (mark, at) = past_mark(verb)?;
    let scene = verb.scene;
    scene.require(scene.lower(at) == "that" && mark != ":", "no “that” follows the clause")?;
    scene.require(verb.entry.frames.that_clause(), "the verb takes no that-clause")?;
    scene.require(opens_clause(scene, at, verb.range), "no clause follows “that”")?;
    Some(Place::After(at + 1))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn that_clause() {
        check(
            "The mayor said on Friday that the bridge is safe.",
            "[The mayor] <said> the bridge is safe «verb and that-clause»",
        );
        check(
            "The mayor made it clear that the bridge is safe.",
            "[The mayor] <made it clear> the bridge is safe «verb and that-clause»",
        );
        check("The mayor made it clear.", "");
        check(
            "Coles, in its March release, reported that the bridge is safe.",
            "[Coles] <reported> the bridge is safe «verb and that-clause»",
        );
        check(
            "The council in its recent report said that the bridge is safe.",
            "[The council] <said> the bridge is safe «verb and that-clause»",
        );
        check(
            "A woman in a red coat said that the bridge is safe.",
            "[A woman in a red coat] <said> the bridge is safe «verb and that-clause»",
        );
        check(
            "Residents have complained that the water smells.",
            "[Residents] <have complained> the water smells «verb and that-clause»",
        );
        check(
            "Insisting that no tree would be felled, the forester left.",
            "[the forester] <Insisting> no tree would be felled «verb and that-clause»",
        );
        check(
            "While Roe denies that the books were altered, the club has closed.",
            "[Roe] <denies> the books were altered «verb and that-clause»",
        );
        check(
            "The vote was close, with one senator saying that it was lost.",
            "[one senator] <saying> it was lost «verb and that-clause»",
        );
        // Whom it is told to, also by a name that the tagger takes for an adjective.
        check(
            "Two officials told Meridian that no such notice had arrived.",
            "[Two officials] <told> no such notice had arrived «verb and that-clause»",
        );
        check(
            "The guide told Italian visitors that the tower was closed.",
            "[The guide] <told> the tower was closed «verb and that-clause»",
        );
        check("The mayor said that much.", "");
        // A request not to say it.
        check(
            "“Do not tell your children that the lake is safe,” the doctor said.",
            "[the doctor] <said> “Do not tell your children that the lake is safe,” «verb after quotation»",
        );
        check("The bridge that the mayor opened is safe.", "");
    }
}
