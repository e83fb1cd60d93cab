//! Sayings that did not take place: "declined to comment", "did not respond", "could not be reached".

use crate::claims::claim::Stance;
use crate::claims::draft::Draft;
use crate::claims::lexicon::look_up;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::subject;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is};
use crate::model::lists;
use crate::tags::{Pos, Relation};

/// Tokens after "respond" within which the request or the question stands.
const FARTHEST_REQUEST: usize = 14;

/// "declined to comment", "refused to answer", "declined comment"; "would neither confirm nor deny".
pub fn declined_to_say(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    // "declined to say whether …" has its content: a rule for verbs found it.
    if context.cue_at(i).is_some_and(|draft| draft.stance == Stance::Declines) {
        return None;
    }
    let lemma = match scene.lower(i) {
        "declined" | "declines" | "declining" => "decline",
        "refused" | "refuses" | "refusing" => "refuse",
        "neither" if confirms(scene, i + 1) && scene.lower(i + 2) == "nor" => {
            return build(scene, Rule::DeclinedToSay, "confirm", i + 1, Tokens::new(i, i + 4));
        }
        _ => return None,
    };
    let object = if scene.lower(i + 1) == "to" { i + 2 } else { i + 1 };
    let cue = Tokens::new(i, object + 1);
    is_speaking(scene, object).then(|| build(scene, Rule::DeclinedToSay, lemma, i, cue))?
}

fn confirms(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "confirm" | "confirmed" | "confirms")
}

/// Whether what was declined is to speak: "comment", "be named", "give details"; not "give way".
fn is_speaking(scene: &Scene, object: usize) -> bool {
    let word = scene.lower(object);
    let in_sentence = |class| scene.sentence(object).iter().any(|j| is(scene.lower(j), class));
    match word {
        "be" => matches!(scene.lower(object + 1), "interviewed" | "named" | "quoted" | "identified" | "drawn"),
        // "to go into detail", "to take questions".
        "go" => scene.lower(object + 1) == "into" && in_sentence(Class::Given),
        "take" => scene.lower(object + 1) == "questions",
        _ => is(word, Class::Speak) || is(word, Class::Give) && in_sentence(Class::Given),
    }
}

/// "did not respond to a request for comment", "has not replied".
pub fn did_not_respond(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let responds = matches!(
        scene.lower(i),
        "respond" | "reply" | "responded" | "replied" | "comment" | "commented" | "return" | "returned" | "answer"
    );
    if !responds || scene.pos(i) != Pos::Verb || !is_negated(scene, i) {
        return None;
    }
    let names_request =
        (i + 1..scene.sentence(i).end.min(i + FARTHEST_REQUEST)).any(|j| is(scene.lower(j), Class::Request));
    let ends = scene.is_stop(i + 1) || scene.is_comma(i + 1);
    let lemma = look_up(lists().cue_verbs, scene.lower(i)).map_or("respond", |e| e.lemma);
    (names_request || ends).then(|| build(scene, Rule::DidNotRespond, lemma, i, Tokens::new(i, i + 1)))?
}

/// "did not", "neither of them has".
fn is_negated(scene: &Scene, verb: usize) -> bool {
    let is_no = |j: usize| matches!(scene.lower(j), "not" | "n't" | "never");
    let is_nobody = |s: usize| {
        let start = subject::beside(scene, verb, s).start;
        matches!(scene.lower(start), "neither" | "none" | "no" | "nobody")
    };
    scene.syntax.children(verb).any(|j| j < verb && is_no(j)) || subject::subject_of(scene, verb).is_some_and(is_nobody)
}

/// "could not be reached for comment", "had no comment", "was not available for comment".
pub fn could_not_be_reached(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let next = |n: usize| scene.lower(i + n);
    let has_not = || scene.sentence(i).iter().take_while(|&j| j < i).any(|j| matches!(scene.lower(j), "not" | "n't"));
    let lemma = match next(0) {
        "reached" | "available" | "contacted" if next(1) == "for" && next(2) == "comment" && has_not() => "reach",
        "had" | "has" | "have" | "offered" if next(1) == "no" && matches!(next(2), "comment" | "immediate") => {
            "have no comment"
        }
        _ => return None,
    };
    build(scene, Rule::CouldNotBeReached, lemma, i, Tokens::new(i, i + 3))
}

fn build(scene: &Scene, rule: Rule, lemma: &str, verb: usize, cue: Tokens) -> Option<Draft> {
    let range = scene.search_range(verb);
    let source = subject::subject_of(scene, verb)
        .or_else(|| scene.syntax.child(verb, &[Relation::NsubjPass]))
        .map(|s| subject::beside(scene, verb, s))
        .or_else(|| subject::inherited(scene, verb))?;
    let cue = cue.up_to(range.end);
    let mut draft = Draft::new(rule, lemma, Stance::Declines, cue, source.start.min(cue.start)..cue.end);
    draft.source = Some(source);
    Some(draft)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn declined_to_say() {
        check("The mayor declined to comment.", "[The mayor] <declined to comment>  «declined to say»");
        check("The mayor declined to go into detail.", "[The mayor] <declined to go>  «declined to say»");
        check("The mayor declined to go.", "");
        check("The mayor declined to give way.", "");
    }

    #[test]
    fn did_not_respond() {
        check("The company did not respond to emails.", "[The company] <respond>  «did not respond»");
        check("The company did not reply to a letter from the paper.", "[The company] <reply>  «did not respond»");
        check("The engine did not respond to the pedal.", "");
    }

    #[test]
    fn could_not_be_reached() {
        check("The mayor had no comment.", "[The mayor] <had no comment>  «could not be reached»");
        check("The summit could not be reached for hours.", "");
    }
}
