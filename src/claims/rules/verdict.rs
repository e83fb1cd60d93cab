//! "The court called the ban unlawful"; "He described the talks as fruitful"; "The plan was dismissed as a stunt."

use super::{naming, passive};
use crate::claims::content::end;
use crate::claims::cues::{self, Cue};
use crate::claims::draft::Draft;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::is_reflexive;
use crate::claims::{speaker, voice};
use crate::tags::{Form, Pos, Relation};

/// Tokens of what is judged are at most this many.
const LONGEST_OBJECT: usize = 24;

/// What is judged, and what it is said to be.
struct Verdict {
    object: Tokens,
    /// First token of what it is said to be.
    start: usize,
}

/// A verb that says what something is, without quotation marks around the verdict.
pub fn find(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let entry = cues::verb_entry(scene, i)?;
    if !(entry.frames.verdict() || entry.frames.verdict_after_as() || entry.frames.verdict_to_be()) {
        return None;
    }
    let range = scene.search_range(i);
    let cue = cues::read(scene, i, &entry);
    if context.cue_at(cue.tokens.start).is_some() {
        return None;
    }
    let is_passive = voice::is_passive(scene, i);
    let (source, verdict) = if is_passive {
        let by = passive::by_agent(scene, i, range);
        (by, judged_by_nobody(scene, i, by, range).filter(|_| entry.frames.verdict_after_as())?)
    } else {
        let source = naming::source_of(context, i).filter(|&s| !is_thing(scene, s))?;
        let takes_as = entry.frames.verdict_after_as();
        let after_as =
            || relative(scene, &cue, source, range).or_else(|| after_as(scene, &cue, range)).filter(|_| takes_as);
        let beside = || beside(scene, &cue, range).filter(|_| entry.frames.verdict() && speaks(scene, source));
        let to_be = || to_be(scene, &cue, range).filter(|_| entry.frames.verdict_to_be());
        (Some(source), after_as().or_else(beside).or_else(to_be)?)
    };
    let clause = Tokens::new(source.map_or(i, |s| s.start.min(i)), verdict.start);
    let end = end::right_end(scene, verdict.start, range, Tokens::new(i, verdict.start), context.clauses);
    let words = scene.trim(verdict.start..end);
    let mut draft = Draft::new(Rule::Verdict, entry.lemma, entry.stance, cue.tokens, clause);
    draft.negated = cue.negated;
    draft.source = source;
    draft.content = if verdict.object.is_empty() {
        vec![words]
    } else if verdict.object.end == words.start {
        vec![Tokens::new(verdict.object.start, words.end)]
    } else {
        vec![verdict.object, words]
    };
    (!words.is_empty()).then_some(draft)
}

/// "it", "which": what is judged rather than who judges.
fn is_thing(scene: &Scene, source: Tokens) -> bool {
    source.len() == 1 && matches!(scene.lower(source.start), "it" | "which" | "that" | "this" | "what")
}

/// Somebody who can pass a verdict, by name, by role or by pronoun.
fn speaks(scene: &Scene, source: Tokens) -> bool {
    let is_person = matches!(scene.lower(source.start), "he" | "she" | "they" | "we" | "who" | "i");
    source.len() == 1 && is_person || speaker::names_speaker(scene, source)
}

/// "described | the talks | as | fruitful".
fn after_as(scene: &Scene, cue: &Cue, range: Tokens) -> Option<Verdict> {
    let first = cue.tokens.end;
    let at_as = (first..range.end.min(first + LONGEST_OBJECT)).find(|&j| scene.lower(j) == "as")?;
    let object = Tokens::new(first, at_as);
    (is_object(scene, object) && opens_verdict(scene, at_as)).then_some(Verdict { object, start: at_as + 1 })
}

/// "a deal which Roe described | as a trap", "what Roe described | as a trap": what is judged stands before the source.
fn relative(scene: &Scene, cue: &Cue, source: Tokens, range: Tokens) -> Option<Verdict> {
    let at_as = cue.tokens.end;
    if scene.lower(at_as) != "as"
        || !opens_verdict(scene, at_as)
        || source.start <= range.start
        || source.end > cue.verb
    {
        return None;
    }
    let before = source.start - 1;
    let object = match scene.lower(before) {
        "what" => Tokens::new(before, before),
        "which" | "that" | "whom" if before > range.start => noun_before(scene, past_comma(scene, before), range)?,
        _ => noun_before(scene, source.start, range)?,
    };
    Some(Verdict { object, start: at_as + 1 })
}

/// The end of what stands before a relative word and its comma.
fn past_comma(scene: &Scene, pronoun: usize) -> usize {
    if scene.is_comma(pronoun - 1) { pronoun - 1 } else { pronoun }
}

/// The noun phrase that ends before token `end`.
fn noun_before(scene: &Scene, end: usize, range: Tokens) -> Option<Tokens> {
    let noun = end.checked_sub(1).filter(|&j| matches!(scene.pos(j), Pos::Noun | Pos::Propn))?;
    let phrase = scene.trim(scene.subtree(noun).start.max(range.start)..end);
    is_object(scene, phrase).then_some(phrase)
}

/// "called | the ban | unlawful": the last complement of the verb, right after another.
fn beside(scene: &Scene, cue: &Cue, range: Tokens) -> Option<Verdict> {
    let is_complement = |&j: &usize| {
        j >= cue.tokens.end
            && range.contains(j)
            && matches!(scene.relation(j), Relation::Xcomp | Relation::Obj)
            && (matches!(scene.pos(j), Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron) || scene.form(j) == Form::Vbn)
    };
    let head = scene.syntax.children(cue.verb).filter(is_complement).nth(1)?;
    let start = scene.subtree(head).start;
    let object = Tokens::new(cue.tokens.end, start);
    let is_infinitive = (start..head).any(|j| matches!(scene.lower(j), "to" | "as"));
    let is_own_name = is_reflexive(scene.lower(object.start));
    (!is_infinitive && !is_own_name && is_object(scene, object)).then_some(Verdict { object, start })
}

/// "found | the ban | to be unlawful".
fn to_be(scene: &Scene, cue: &Cue, range: Tokens) -> Option<Verdict> {
    let first = cue.tokens.end;
    let to = (first..range.end.min(first + LONGEST_OBJECT)).find(|&j| scene.lower(j) == "to")?;
    let object = Tokens::new(first, to);
    let is_state = matches!(scene.lower(to + 1), "be" | "have");
    // "found a way to be fair": the noun's own clause.
    let is_of_noun = matches!(
        scene.lower(to - 1),
        "way" | "ways" | "reason" | "reasons" | "time" | "place" | "chance" | "means" | "room" | "right" | "need"
    );
    (is_state && !is_of_noun && is_object(scene, object)).then_some(Verdict { object, start: to })
}

/// "The plan was described | by critics | as | a stunt": the subject of the passive is what is judged.
fn judged_by_nobody(scene: &Scene, i: usize, by: Option<Tokens>, range: Tokens) -> Option<Verdict> {
    let at_as = by.map_or(i + 1, |by| by.end);
    let is_as = scene.lower(at_as) == "as" && opens_verdict(scene, at_as);
    // "Roe described as “absurd” what he saw": who speaks, not what is judged.
    let is_judged = by.is_some() || scene.relation(i) != Relation::Acl;
    let object = passive::subject_phrase(scene, i, passive::subject(scene, i), range).filter(|_| is_as && is_judged)?;
    Some(Verdict { object, start: at_as + 1 })
}

/// Whether these tokens are one noun phrase that something can be said of.
fn is_object(scene: &Scene, object: Tokens) -> bool {
    let opens = matches!(scene.pos(object.start), Pos::Det | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Adj | Pos::Num);
    let breaks = |j: usize| {
        scene.is_finite(j)
            || scene.is_comma(j)
            || matches!(scene.lower(j), ":" | ";" | "that" | "which" | "who" | "being")
    };
    !object.is_empty() && opens && !object.iter().any(breaks)
}

/// Whether "as" opens what something is said to be: no clause ("as he left"), no comparison, no set phrase.
fn opens_verdict(scene: &Scene, at_as: usize) -> bool {
    let is_set_phrase = matches!(
        scene.lower(at_as + 1),
        "well" | "soon" | "early" | "late" | "much" | "many" | "far" | "long" | "of" | "part" | "if" | "though"
    );
    let predicate = scene.head(at_as);
    let is_subject = |j: usize| matches!(scene.relation(j), Relation::Nsubj | Relation::NsubjPass | Relation::Expl);
    let is_clause = predicate > at_as && scene.syntax.children(predicate).any(|j| j > at_as && is_subject(j));
    let is_pronoun_clause = scene.pos(at_as + 1) == Pos::Pron && scene.is_finite(at_as + 2);
    !is_set_phrase && !is_clause && !is_pronoun_clause && scene.is_word(at_as + 1)
        || scene.quote_opened(at_as + 1).is_some()
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn beside_its_object() {
        check("The court called the ban unlawful.", "[The court] <called> the ban unlawful «verb and verdict»");
        check(
            "He called it unlikely that the bank would pay.",
            "[He] <called> it unlikely that the bank would pay «verb and verdict»",
        );
        check(
            "The ministry declared the outbreak a pandemic.",
            "[The ministry] <declared> the outbreak a pandemic «verb and verdict»",
        );
        check("The mayor called the office.", "");
        check("The mayor called his brother on Friday.", "");
        check("The governor declared a state of emergency.", "");
    }

    #[test]
    fn after_as() {
        check(
            "Some tenants described the fee as a fair price for quiet nights.",
            "[Some tenants] <described> the fee // a fair price for quiet nights «verb and verdict»",
        );
        check(
            "The minister dismissed the report as nonsense.",
            "[The minister] <dismissed> the report // nonsense «verb and verdict»",
        );
        check("The minister described the scene as he left the hall.", "");
        check("The union criticised the plan as well.", "");
        check("It described the fee as he had.", "");
    }

    #[test]
    fn to_be() {
        check(
            "The court found the ban to be unlawful.",
            "[The court] <found> the ban to be unlawful «verb and verdict»",
        );
        check(
            "The inquiry found the pilot to have slept.",
            "[The inquiry] <found> the pilot to have slept «verb and verdict»",
        );
        check("The court found a way to be fair.", "");
        check("The court found the men.", "");
    }

    #[test]
    fn judged_before_its_judge() {
        check(
            "Two men died in what Israel described as a shootout with fighters.",
            "[Israel] <described> a shootout with fighters «verb and verdict»",
        );
        check(
            "The clerk raised the fee, which the mayor dismissed as a joke.",
            "[the mayor] <dismissed> the fee // a joke «verb and verdict»",
        );
        check(
            "The clerk saw a pattern described by critics as a sign of haste.",
            "[critics] <described> a pattern // a sign of haste «verb and verdict»",
        );
        check("The clerk read a letter the mayor described as he left.", "");
    }

    #[test]
    fn passive() {
        check(
            "The plan was described by critics as a stunt.",
            "[critics] <was described> The plan // a stunt «verb and verdict»",
        );
        check("The plan was dismissed as a stunt.", "[] <was dismissed> The plan // a stunt «verb and verdict»");
        check("The plan was dismissed.", "");
        check("The town is known as the Harbour of Poets.", "");
    }
}
