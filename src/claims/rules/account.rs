//! "By the ministry's own count, 40 people died"; "the bridge was, by her account, never safe"; "in his view, …".

use super::phrase::content_around;
use crate::claims::claim::Stance;
use crate::claims::draft::Draft;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::{speaker, telling};
use crate::tags::{Form, Pos};

/// From "by" to its noun are at most this many tokens: "by the northern growers' association's own count".
const FARTHEST_NOUN: usize = 10;

/// The claim on the account of whoever is named between "by" and the noun.
pub fn find(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    if scene.lower(i) == "to" {
        return to_hear_them_tell_it(context, i);
    }
    if !matches!(scene.lower(i), "by" | "in") {
        return None;
    }
    let stance_of = |j| stance_of(scene, scene.lower(i), j);
    let opens = i == scene.sentence(i).start || scene.is_comma(i - 1) || scene.is_dash(i - 1);
    scene.require(opens, "no mark before the preposition")?;
    let range = scene.search_range(i);
    let noun = (i + 2..range.end.min(i + FARTHEST_NOUN)).find(|&j| stance_of(j).is_some())?;
    let closes =
        noun + 1 >= range.end || scene.is_comma(noun + 1) || scene.is_dash(noun + 1) || scene.is_stop(noun + 1);
    scene.require(closes, "no mark after the noun")?;
    let source = possessor(scene, Tokens::new(i + 1, noun))?;
    scene.require(speaker::names_speaker(scene, source), "nobody who speaks")?;
    let clause = Tokens::new(i, noun + 1);
    let mut draft = Draft::new(Rule::ByTheirAccount, &scene.lemma(noun), stance_of(noun)?, noun..noun + 1, clause);
    draft.content = content_around(scene, clause, range, context.clauses);
    draft.source = Some(source);
    (!draft.content.is_empty()).then_some(draft)
}

/// "To hear the mayor tell it, the bridge is safe"; not "to hear the mayor tell it was a joy".
fn to_hear_them_tell_it(context: &Context, i: usize) -> Option<Draft> {
    let scene = context.scene;
    let (source, clause) = telling::read(scene, i)?;
    let range = scene.search_range(i);
    let stands_apart = scene.is_comma(clause.end) || i > range.start && scene.is_comma(i - 1);
    scene.require(stands_apart && speaker::names_speaker(scene, source), "a story that is told")?;
    let cue = clause.with_start(source.end);
    let mut draft = Draft::new(Rule::ByTheirAccount, "tell it", Stance::Asserts, cue, clause);
    draft.content = content_around(scene, clause, range, context.clauses);
    draft.source = Some(source);
    (!draft.content.is_empty()).then_some(draft)
}

/// What is done by giving one's account, if token `i` is a word for it after the preposition.
fn stance_of(scene: &Scene, preposition: &str, i: usize) -> Option<Stance> {
    match &*speaker::singular(scene.lower(i)) {
        "view" | "opinion" | "telling" if preposition == "in" => Some(Stance::Asserts),
        _ if preposition == "in" => None,
        "account" | "admission" | "count" | "tally" | "telling" | "version" => Some(Stance::Asserts),
        "assessment" | "calculation" | "estimate" | "reckoning" => Some(Stance::Estimates),
        _ => None,
    }
}

/// "the ministry | 's own", "her | own", "Roe | 's latest": whose account it is.
fn possessor(scene: &Scene, before_noun: Tokens) -> Option<Tokens> {
    let is_between = |j: usize| scene.pos(j) == Pos::Adj || scene.lower(j) == "own";
    let last = before_noun.iter().rev().find(|&j| !is_between(j))?;
    match scene.lower(last) {
        "'s" | "'" => (last > before_noun.start).then(|| before_noun.up_to(last)),
        _ => (last == before_noun.start && scene.form(last) == Form::PrpS).then(|| before_noun.up_to(last + 1)),
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn by_their_account() {
        check(
            "By the ministry's own count, 40 people died in the storm.",
            "[the ministry] <count> 40 people died in the storm «by their account»",
        );
        check(
            "By her own account, she left the house at noon.",
            "[her] <account> she left the house at noon «by their account»",
        );
        check(
            "By Mara Ilves's estimate, the bridge will take two years to rebuild.",
            "[Mara Ilves] <estimate> the bridge will take two years to rebuild «by their account»",
        );
        check(
            "The bridge, by the mayor's reckoning, will cost $4 million.",
            "[the mayor] <reckoning> The bridge // will cost $4 million «by their account»",
        );
        check(
            "The talks ended on Friday, by the unions' account.",
            "[the unions] <account> The talks ended on Friday «by their account»",
        );
        // Near misses: an agent, a compound, a rate, no possessor, nobody who speaks.
        check("The rise in wages was shown by the ministry's count.", "");
        check("By the mayor's account books, nothing was missing.", "");
        check("By the second count, nobody had left the hall.", "");
        check("By all accounts, the evening was a success.", "");
        check("The bill was paid by her account at the bank.", "");
    }

    #[test]
    fn in_their_view() {
        check("In his view, the road was never safe.", "[his] <view> the road was never safe «by their account»");
        check(
            "The road was never safe, in the mayor's opinion.",
            "[the mayor] <opinion> The road was never safe «by their account»",
        );
        check(
            "To hear the mayor tell it, the road was never safe.",
            "[the mayor] <tell it> the road was never safe «by their account»",
        );
        check("To hear the mayor tell it was a joy.", "");
        check("In view of the rain, the road was closed.", "");
        check("In his account, there were two dollars.", "");
        check("He lost her in her view of the sea.", "");
    }
}
