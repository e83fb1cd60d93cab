//! Reporting verbs that the tagger or the parser takes for something else, known by the words around them.

use super::lexicon::look_up;
use super::scene::Scene;
use super::tokens::Tokens;
use super::words::hears;
use super::{inverted, nominal_run, speaker};
use crate::model::lists;
use crate::tags::{Form, Pos};

/// A sign that a word is the verb of a clause, whatever its tag.
type Sign = fn(&Scene, usize, Tokens) -> bool;

/// Each is enough.
const EVIDENCE: &[Sign] = &[
    governs_that,
    governs_bare_clause,
    governs_pronoun,
    predicates_in_relative,
    is_between_commas,
    follows_quotation,
    follows_pronoun,
    accuses,
    is_heard,
];

/// Whether what the tagger takes for no verb, nor for a name ("the United *States*"), is one.
pub fn is_verb(scene: &Scene, i: usize) -> bool {
    let range = scene.search_range(i);
    is_fronted_participle(scene, i, range)
        || i > range.start && scene.pos(i) != Pos::Propn && EVIDENCE.iter().any(|is_verb| is_verb(scene, i, range))
}

/// "Warning that the ice was thin, the ranger …": at the head of a sentence, where a noun would have an article.
fn is_fronted_participle(scene: &Scene, i: usize, range: Tokens) -> bool {
    i == range.start && scene.lower(i).ends_with("ing") && scene.lower(i + 1) == "that" && scene.head(i) > i
}

/// Whether what the parser takes for an attribute or a preposition is the verb of its clause.
pub fn is_main(scene: &Scene, i: usize) -> bool {
    let range = scene.search_range(i);
    i > range.start
        && (inverted::speaker_after_verb(scene, range, Tokens::new(i, i + 1)).is_some()
            || is_between_marks(scene, i, range)
            || governs_that(scene, i, range)
            || follows_pronoun(scene, i, range)
            || accuses(scene, i, range))
}

/// "…, her secretary declared, …": nothing but somebody who speaks and the verb stands between two marks.
fn is_between_marks(scene: &Scene, i: usize, range: Tokens) -> bool {
    let closes = i + 1 >= range.end || scene.is_comma(i + 1) || scene.is_stop(i + 1);
    let run = nominal_run::adjacent_phrase(scene, range, Tokens::new(i, i + 1)).filter(|run| run.start > range.start);
    closes && run.is_some_and(|run| scene.is_comma(run.start - 1) && speaker::names_speaker(scene, run))
}

fn is_noun(scene: &Scene, i: usize) -> bool {
    look_up(lists().cue_nouns, scene.lower(i)).is_some()
}

fn opens_phrase(scene: &Scene, i: usize) -> bool {
    matches!(scene.pos(i), Pos::Det | Pos::Propn | Pos::Pron | Pos::Noun | Pos::Num | Pos::Adj)
}

/// "a report by two lenders alleges that the", "Analysts at the bank estimate that each": a clause with "that", after
/// a noun or what opens the sentence in the plural.
fn governs_that(scene: &Scene, i: usize, range: Tokens) -> bool {
    let follows_noun = matches!(scene.pos(i - 1), Pos::Noun | Pos::Propn);
    let is_inflected = scene.lower(i).ends_with(['s', 'd']) || scene.form(i - 1) == Form::Nns;
    scene.lower(i + 1) == "that"
        && opens_phrase(scene, i + 2)
        && follows_noun
        && (is_inflected && !is_noun(scene, i) || is_predicate_of_plural(scene, i, range))
}

/// "Analysts at the bank | estimate that": nothing but a bare plural and its phrases stands before the word, and no verb
/// but that of the clause after it.
fn is_predicate_of_plural(scene: &Scene, i: usize, range: Tokens) -> bool {
    let is_nominal = |j: usize| {
        matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Adp | Pos::Num | Pos::Pron)
    };
    let first = (range.start..i).find(|&j| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adp));
    first.is_some_and(|first| scene.form(first) == Form::Nns && first + 1 < i)
        && !scene.lower(i).ends_with('s')
        && (range.start..i).all(is_nominal)
}

/// "Experts say the": the second word of a sentence, after a plural.
fn governs_bare_clause(scene: &Scene, i: usize, range: Tokens) -> bool {
    (scene.form(i - 1) == Form::Nns && !is_noun(scene, i) || scene.lower(i - 1) == "police")
        && i == range.start + 1
        && matches!(scene.pos(i + 1), Pos::Det | Pos::Propn | Pos::Pron)
        && scene.has_finite(i + 2..range.end)
}

/// "A survey by the guild shows there are": after a singular, before a subject that has its verb; no verb stands before.
fn governs_pronoun(scene: &Scene, i: usize, range: Tokens) -> bool {
    matches!(scene.lower(i + 1), "there" | "it" | "he" | "she" | "they" | "we")
        && scene.lower(i).ends_with('s')
        && !is_noun(scene, i)
        && matches!(scene.form(i - 1), Form::Nn | Form::Nnp)
        && !scene.has_finite(range.start..i)
        && scene.has_finite(i + 2..range.end.min(i + 6))
}

/// "“The ice is thin,” the ranger comments.": nothing but somebody between the mark and the word that ends the clause.
fn follows_quotation(scene: &Scene, i: usize, range: Tokens) -> bool {
    let last = i + usize::from(matches!(scene.lower(i + 1), "out" | "up"));
    let closes = last + 1 >= range.end || scene.is_comma(last + 1) || scene.is_stop(last + 1);
    let run =
        nominal_run::adjacent_phrase(scene, range, Tokens::new(i, i + 1)).filter(|run| run.start > range.start + 1);
    let is_after_mark = |run: Tokens| {
        let marked = scene.is_comma(run.start - 2) || scene.is_stop(run.start - 2) || scene.lower(run.start - 2) == "?";
        scene.quote_closed(run.start - 1).is_some() && marked && run.end == i
    };
    closes && scene.lower(i).ends_with(['s', 'd']) && run.is_some_and(is_after_mark)
}

/// "a tender that the party claims was": a predicate without subject after it, a relative word before.
fn predicates_in_relative(scene: &Scene, i: usize, range: Tokens) -> bool {
    let is_inflected = scene.lower(i).ends_with(['s', 'd']) || scene.form(i - 1) == Form::Nns;
    let relative = (range.start..i).rev().take(8).find(|&j| matches!(scene.lower(j), "that" | "which"));
    is_inflected
        && scene.is_finite(i + 1)
        && relative.is_some_and(|that| {
            let has_antecedent = that > range.start && matches!(scene.pos(that - 1), Pos::Noun | Pos::Propn | Pos::Num);
            has_antecedent && that + 1 < i && !scene.has_finite(that + 1..i)
        })
}

/// "The cousin, the document states, “kept a tally”": the rest of a sentence after the second comma.
fn is_between_commas(scene: &Scene, i: usize, range: Tokens) -> bool {
    let is_inflected = scene.lower(i).ends_with(['s', 'd']) || scene.form(i - 1) == Form::Nns;
    let comma = (range.start..i).rev().take(8).find(|&j| scene.is_comma(j));
    let goes_on =
        scene.is_comma(i + 1) && i + 2 < range.end && (scene.quote_opened(i + 2).is_some() || scene.is_finite(i + 2));
    is_inflected && goes_on && comma.is_some_and(|comma| scene.lower(comma + 1) == "the" && comma + 2 < i)
}

/// "they caution that the": only a verb follows a pronoun that can be nothing but a subject.
fn follows_pronoun(scene: &Scene, i: usize, _: Tokens) -> bool {
    let is_subject = matches!(scene.lower(i - 1), "i" | "he" | "she" | "we" | "they");
    is_subject && scene.lower(i + 1) == "that" && opens_phrase(scene, i + 2)
}

/// "critics accuse him of arming": a word that is never a noun, with "of" and a gerund after whom it accuses.
fn accuses(scene: &Scene, i: usize, range: Tokens) -> bool {
    let takes_gerund = look_up(lists().cue_verbs, scene.lower(i)).is_some_and(|entry| entry.frames.of_gerund());
    let of = (i + 2..range.end.min(i + 9)).find(|&j| scene.lower(j) == "of" && scene.lower(j + 1).ends_with("ing"));
    takes_gerund && scene.form(i) != Form::Vbn && of.is_some_and(|of| !scene.has_finite(i + 1..of))
}

/// "heard an officer shout “Drop it!”": words in marks after a bare form that somebody was heard with.
fn is_heard(scene: &Scene, i: usize, range: Tokens) -> bool {
    let verb = (range.start..i).rev().take(6).find(|&j| hears(scene.lower(j)));
    scene.quote_opened(i + 1).is_some() && verb.is_some_and(|verb| verb + 1 < i && !scene.has_finite(verb + 1..i))
}
