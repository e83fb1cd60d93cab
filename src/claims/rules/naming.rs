//! "The mayor called it “a shame”"; "Roe described the ship as “cooperative”."

use crate::claims::claim::Stance;
use crate::claims::content::split;
use crate::claims::draft::Draft;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::words::{Class, is, is_reflexive, naming_verb};
use crate::claims::{source, speaker, subject, voice};
use crate::tags::{Form, Pos, Relation};

/// Tokens between the verb and the quoted verdict are at most this many.
const FARTHEST_VERDICT: usize = 22;

/// A verb that names something, what is named, and the quoted words.
pub fn find(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let lemma = naming_verb(scene, i)?;
    scene.require(scene.pos(i) == Pos::Verb && !voice::is_passive(scene, i), "no active verb")?;
    let content = content(scene, i, lemma)?;
    let source = source_of(context, i)?;
    // "The show, called “…”, opens": a name, not a verdict.
    let follows_comma = i > scene.search_range(i).start && scene.is_comma(i - 1);
    let is_verdict = !follows_comma || scene.form(i) == Form::Vbg || speaker::names_speaker(scene, source);
    scene.require(is_verdict, "a name, not a verdict")?;
    let mut draft = Draft::new(Rule::CalledIt, lemma, Stance::Asserts, i..i + 1, source.start.min(i)..i + 1);
    draft.content = content;
    draft.source = Some(source);
    Some(draft)
}

/// What is called and the verdict: one run of words where nothing stands between them.
fn content(scene: &Scene, i: usize, lemma: &str) -> Option<Vec<Tokens>> {
    let range = scene.search_range(i);
    let open = (i + 1..range.end.min(i + FARTHEST_VERDICT)).find(|&j| scene.quote_opened(j).is_some())?;
    let quote = scene.quote_tokens(scene.quote_opened(open)?);
    let is_object = !(i + 1..open).any(|j| ends_object(scene, j)) && quote.end <= range.end;
    scene.require(is_object, "more than what is called stands before the quotation")?;
    let needs_as = !is(lemma, Class::Names);
    let at_as = (i + 1..open).find(|&j| scene.lower(j) == "as");
    scene.require(!needs_as || at_as.is_some(), "no “as”")?;
    // "members call themselves “fanyus”": a name, not a verdict on another.
    scene.require(at_as.is_some() || !is_reflexive(scene.lower(i + 1)), "what somebody calls himself")?;
    let is_article = |j: &usize| matches!(scene.lower(*j), "a" | "an" | "the");
    let object_end = at_as.unwrap_or_else(|| (i + 1..open).rev().take_while(is_article).last().unwrap_or(open));
    let object = scene.trim(i + 1..object_end);
    let verdict = Tokens::new(at_as.map_or(object_end, |at| at + 1).min(quote.start), quote.end);
    if object.is_empty() && scene.relation(i) == Relation::AclRelcl {
        // "A number the company dismissed as “nonsense”".
        let antecedent = split::antecedent_of(scene, i, range).map(|phrase| phrase.up_to(relative_start(scene, i)));
        // "The accusations were what its spokesman called": "what" stands for nothing before it.
        let is_noun = |phrase: &Tokens| !scene.has_finite(*phrase) && scene.lower(phrase.end - 1) != "what";
        let antecedent = antecedent.filter(|phrase| !phrase.is_empty() && is_noun(phrase));
        return Some(antecedent.into_iter().chain([quote]).collect());
    }
    Some(if object.is_empty() {
        vec![quote]
    } else if object.end == verdict.start {
        vec![Tokens::new(object.start, verdict.end)]
    } else {
        vec![object, verdict]
    })
}

/// Where the relative clause of a verb begins, by its subject.
fn relative_start(scene: &Scene, verb: usize) -> usize {
    let subject = subject::own_subject(scene, verb, scene.search_range(verb), Tokens::new(verb, verb + 1));
    subject.map_or(verb, |subject| subject.start)
}

/// Nothing but the noun phrase that is called and "as" may stand between verb and verdict.
fn ends_object(scene: &Scene, j: usize) -> bool {
    scene.is_finite(j)
        || scene.is_comma(j)
        || matches!(scene.lower(j), ":" | "to" | "that" | "for" | "and" | "on" | "about")
}

/// Who gives the name or the verdict.
pub fn source_of(context: &Context, i: usize) -> Option<Tokens> {
    let scene = context.scene;
    let verb = Tokens::new(i, i + 1);
    subject::own_subject(scene, i, scene.search_range(i), verb)
        .filter(|s| s.end <= i)
        .or_else(|| source::subject_shared_with_earlier_cue(scene, verb, i, context.clauses))
        .or_else(|| subject::inherited(scene, i))
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn called_it() {
        check("The mayor called it “a shame”.", "[The mayor] <called> it “a shame” «called it»");
        check(
            "The mayor described the ship as “cooperative”.",
            "[The mayor] <described> the ship // “cooperative” «called it»",
        );
        check(
            "The mayor derided the plan as “a fantasy”.",
            "[The mayor] <derided> the plan // “a fantasy” «called it»",
        );
        check("The mayor called the office about “Salt”.", "");
        check("The show, called “Salt”, opens in May.", "");
        check("The mayor described the ship near “Aurora”.", "");
    }
}
