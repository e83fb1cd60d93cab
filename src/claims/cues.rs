//! Cues: reporting verbs with their reporting clause (who, to whom, where, when).

use super::lexicon::{Entry, candidates, look_up};
use super::scene::Scene;
use super::tokens::Tokens;
use super::{adjuncts, subject, untagged};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// Words between the commas of an interpolation are at most this many.
const LONGEST_INTERPOLATION: usize = 16;

/// A reporting verb with its reporting clause.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The verb.
    pub verb: usize,
    /// Auxiliaries, adverbs between them, verb and particle.
    pub tokens: Tokens,
    /// The words that name the source, if they stand beside the verb.
    pub subject: Option<Tokens>,
    /// The reporting clause: source, cue, addressee, medium, time of saying.
    pub clause: Tokens,
    /// Who is told.
    pub addressee: Option<Tokens>,
    /// "did not say".
    pub negated: bool,
}

/// A reporting verb, for the rules that look for its content.
pub struct Verb<'s> {
    /// The text.
    pub scene: &'s Scene<'s>,
    /// What the verb means and governs.
    pub entry: Entry,
    /// Its reporting clause.
    pub cue: Cue,
    /// Its sentence, and of that only its own quotation.
    pub range: Tokens,
}

/// The cue entry of token `i`, if it is a verb that reports: "said", "called on", in headlines also what looks like a noun.
pub fn verb_entry(scene: &Scene, i: usize) -> Option<Entry> {
    let word = scene.lower(i);
    let entry = with_particle(scene, i).or_else(|| look_up(lists().cue_verbs, word))?;
    if is_part_of_name(scene, i) {
        return None;
    }
    // Headlines and inverted cues trip taggers; the commonest verb is never anything else.
    let is_verb = matches!(scene.pos(i), Pos::Verb | Pos::Aux) || matches!(word, "said" | "says" | "told" | "tells");
    let is_headline_verb = || scene.in_headline(i) && word.ends_with('s') && i > scene.sentence(i).start;
    (is_verb || is_headline_verb() || untagged::is_verb(scene, i)).then_some(entry)
}

/// "Sultan Qaboos Bin Said Al Said", "army chief Said Chengriha": in the middle of a sentence, inside a name or before a
/// word of it.
fn is_part_of_name(scene: &Scene, i: usize) -> bool {
    let is_capitalized = |j: usize| scene.document.is_capitalized(j) && scene.pos(j) == Pos::Propn;
    let begins = || i == scene.search_range(i).start || !scene.is_word(i - 1);
    scene.document.is_capitalized(i)
        && !begins()
        && !scene.in_headline(i)
        && (scene.is_name(i) || is_capitalized(i + 1))
}

/// "called on", "pointed out": a verb whose meaning its particle makes.
fn with_particle(scene: &Scene, i: usize) -> Option<Entry> {
    if particle_words(scene, i) == 2 {
        return candidates(scene.lower(i)).find_map(|verb| look_up(lists().cue_verbs, &format!("{verb} clear")));
    }
    let particle = scene.lower(i + 1);
    // "as she put it", but "he put it on the table".
    let is_put = particle == "it" && (scene.search_range(i).start..i).rev().take(20).any(|j| scene.lower(j) == "as");
    if !(is_put || matches!(particle, "on" | "upon" | "for" | "to" | "out" | "up" | "back" | "in" | "with" | "clear")) {
        return None;
    }
    // "admitted to knowing", but "admitted to police that".
    let fits = |entry: &Entry| entry.lemma.contains(' ') && (!entry.frames.gerund() || scene.form(i + 2) == Form::Vbg);
    candidates(scene.lower(i)).find_map(|verb| look_up(lists().cue_verbs, &format!("{verb} {particle}")).filter(fits))
}

/// How many words make the meaning of the verb at `i`, if any do: two in "made it clear".
fn particle_words(scene: &Scene, i: usize) -> usize {
    1 + usize::from(scene.lower(i + 1) == "it" && scene.lower(i + 2) == "clear" && scene.lower(i + 3) == "that")
}

/// Reads the reporting clause around the verb at `i`.
pub fn read(scene: &Scene, i: usize, entry: &Entry) -> Cue {
    let range = scene.search_range(i);
    let tokens = verb_group(scene, i, range);
    let negated = is_negated(scene, i, tokens);
    let own = subject::own_subject(scene, i, range, tokens);
    let mut clause = tokens;
    if let Some(subject) = &own {
        clause = Tokens::new(clause.start.min(subject.start), clause.end.max(subject.end));
    }
    let (end, addressee) = adjuncts::past(scene, i, entry, clause.end, range);
    clause = clause.with_end(past_interpolation(scene, end, range));
    let is_as = |j: usize| scene.lower(j) == "as" || scene.lower(j) == "how";
    if own.is_some() && clause.start > range.start && is_as(clause.start - 1) && is_parenthetical(scene, clause, range)
    {
        clause = clause.with_start(clause.start - 1);
    }
    Cue { verb: i, tokens, subject: own, clause, addressee, negated }
}

/// "reported Sunday, citing emails obtained by it, that": past what stands between commas before a "that".
fn past_interpolation(scene: &Scene, at: usize, range: Tokens) -> usize {
    if at >= range.end || !scene.is_comma(at) {
        return at;
    }
    let close = (at + 1..range.end.min(at + LONGEST_INTERPOLATION)).find(|&j| scene.is_comma(j));
    close
        .filter(|&c| scene.lower(c + 1) == "that" && (scene.lower(at + 1) == "citing" || !scene.has_finite(at + 1..c)))
        .unwrap_or(at)
}

/// ", as a survey suggested last month": separated from the rest on both sides.
fn is_parenthetical(scene: &Scene, clause: Tokens, range: Tokens) -> bool {
    let before = clause.start.checked_sub(2).filter(|&j| j >= range.start);
    let opens = before.is_none_or(|j| !scene.is_word(j) || matches!(scene.lower(j), "or" | "and" | "but"));
    opens && (clause.end >= range.end || !scene.is_word(clause.end))
}

/// Auxiliaries and adverbs directly before the verb, the verb, and its particle.
fn verb_group(scene: &Scene, i: usize, range: Tokens) -> Tokens {
    let mut start = i;
    while start > range.start && belongs_to_verb(scene, start - 1, i) {
        start -= 1;
    }
    // Adverbs at the front belong to the group only after an auxiliary: "has also said", but "also said".
    while start < i && scene.pos(start) == Pos::Adv {
        start += 1;
    }
    let mut end = i + 1;
    if with_particle(scene, i).is_some() {
        return Tokens::new(start, end + particle_words(scene, i));
    }
    let is_particle = end < range.end && scene.relation(end) == Relation::CompoundPrt && scene.head(end) == i;
    if is_particle && !matches!(scene.lower(end + 1), "to" | "than") {
        end += 1;
    }
    Tokens::new(start, end)
}

fn belongs_to_verb(scene: &Scene, j: usize, verb: usize) -> bool {
    let is_near = verb - j <= 6;
    let relation = scene.relation(j);
    let hangs_on_verb =
        scene.head(j) == verb && matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Advmod);
    is_near
        && (hangs_on_verb
            || matches!(
                scene.lower(j),
                "n't" | "not" | "never" | "has" | "have" | "had" | "also" | "did" | "'s" | "'d"
            ) && scene.pos(j) != Pos::Part
            || scene.lower(j) == "n't"
            || scene.lower(j) == "not")
        && scene.is_word(j)
        && matches!(scene.pos(j), Pos::Aux | Pos::Adv | Pos::Part | Pos::Verb)
}

fn is_negated(scene: &Scene, i: usize, tokens: Tokens) -> bool {
    let is_no = |j: usize| matches!(scene.lower(j), "not" | "n't" | "never" | "nor");
    tokens.iter().any(is_no) || scene.syntax.children(i).any(|j| j < i && i - j < 6 && is_no(j))
}
