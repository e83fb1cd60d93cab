//! Cues: reporting verbs with their reporting clause (who, to whom, where, when).

use super::scene::{Scene, Tokens};
use super::{Stance, adjuncts, subject, untagged};
use crate::model::{Lexicon, lists};
use crate::tags::{Pos, Relation};

/// What a cue word may govern; see the head of `data/cue_verbs.tsv`.
#[derive(Clone, Copy)]
pub struct Frames(&'static str);

impl Frames {
    /// A finite clause, with or without "that".
    pub fn clause(self) -> bool {
        self.0.contains('c')
    }
    /// A finite clause after "that".
    pub fn that_clause(self) -> bool {
        self.0.contains(['c', 'n'])
    }
    /// A quotation.
    pub fn quotation(self) -> bool {
        self.0.contains(['q', 's'])
    }
    /// An infinitive.
    pub fn infinitive(self) -> bool {
        self.0.contains('i')
    }
    /// Somebody told or asked stands between verb and content.
    pub fn object(self) -> bool {
        self.0.contains('o')
    }
    /// A question clause.
    pub fn question(self) -> bool {
        self.0.contains('w')
    }
    /// "of" and a gerund.
    pub fn of_gerund(self) -> bool {
        self.0.contains('g')
    }
}

/// Words between the commas of an interpolation are at most this many.
const LONGEST_INTERPOLATION: usize = 16;

/// A row of a cue list.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The dictionary form.
    pub lemma: &'static str,
    /// What whoever says it does.
    pub stance: Stance,
    /// What it governs.
    pub frames: Frames,
}

/// The entry of a word in any of its forms.
pub fn look_up(list: Lexicon<'static>, word: &str) -> Option<Entry> {
    candidates(word).find_map(|candidate| {
        let mut lemma = candidate;
        let mut row = list.get(&lemma)?;
        if let Some(base) = row.strip_prefix('=') {
            lemma = base.to_owned();
            row = list.get(&lemma)?;
        }
        let (stance, frames) = row.split_once('\t')?;
        Some(Entry { lemma: list.key(&lemma)?, stance: Stance::parse(stance), frames: Frames(frames) })
    })
}

/// Dictionary forms that a word may be an inflection of, the likeliest first.
fn candidates(word: &str) -> impl Iterator<Item = String> + '_ {
    let undoubled = |stem: &str| {
        let mut ends = stem.chars().rev();
        let (last, before) = (ends.next(), ends.next());
        (last == before && last.is_some_and(|c| c.is_ascii_alphabetic())).then(|| stem[..stem.len() - 1].to_owned())
    };
    let strip = move |ending: &str, add: &str| word.strip_suffix(ending).map(|stem| format!("{stem}{add}"));
    [
        Some(word.to_owned()),
        strip("s", ""),
        strip("es", ""),
        strip("ies", "y"),
        strip("ed", ""),
        strip("d", ""),
        strip("ied", "y"),
        word.strip_suffix("ed").and_then(undoubled),
        strip("ing", ""),
        strip("ing", "e"),
        word.strip_suffix("ing").and_then(undoubled),
    ]
    .into_iter()
    .flatten()
    .filter(|c| c.len() > 1)
}

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

/// The cue entry of token `i`, if it is a verb that reports: "said", "called on", in headlines also what looks like a noun.
pub fn verb_entry(scene: &Scene, i: usize) -> Option<Entry> {
    let word = scene.lower(i);
    let entry = with_particle(scene, i).or_else(|| look_up(lists().cue_verbs, word))?;
    // Headlines and inverted cues trip taggers; the commonest verb is never anything else.
    let is_verb = matches!(scene.pos(i), Pos::Verb | Pos::Aux) || matches!(word, "said" | "says" | "told" | "tells");
    let is_headline_verb = || scene.in_headline(i) && word.ends_with('s') && i > scene.sentence(i).start;
    (is_verb || is_headline_verb() || untagged::is_verb(scene, i)).then_some(entry)
}

/// "called on", "pointed out": a verb whose meaning its particle makes.
fn with_particle(scene: &Scene, i: usize) -> Option<Entry> {
    let particle = scene.lower(i + 1);
    // "as she put it", but "he put it on the table".
    let is_put = particle == "it" && (scene.bounds(i).start..i).rev().take(20).any(|j| scene.lower(j) == "as");
    if !(is_put || matches!(particle, "on" | "upon" | "for" | "to" | "out" | "back" | "in" | "with")) {
        return None;
    }
    candidates(scene.lower(i))
        .find_map(|verb| look_up(lists().cue_verbs, &format!("{verb} {particle}")).filter(|e| e.lemma.contains(' ')))
}

/// Reads the reporting clause around the verb at `i`.
pub fn read(scene: &Scene, i: usize, entry: &Entry) -> Cue {
    let bounds = scene.bounds(i);
    let tokens = verb_group(scene, i, &bounds);
    let negated = is_negated(scene, i, &tokens);
    let own = subject::own_subject(scene, i, &bounds, &tokens);
    let mut clause = tokens.clone();
    if let Some(subject) = &own {
        clause = clause.start.min(subject.start)..clause.end.max(subject.end);
    }
    let (end, addressee) = adjuncts::past(scene, i, entry, clause.end, &bounds);
    clause.end = past_interpolation(scene, end, &bounds);
    let is_as = |j: usize| scene.lower(j) == "as" || scene.lower(j) == "how";
    if own.is_some()
        && clause.start > bounds.start
        && is_as(clause.start - 1)
        && is_parenthetical(scene, &clause, &bounds)
    {
        clause.start -= 1;
    }
    Cue { verb: i, tokens, subject: own, clause, addressee, negated }
}

/// "reported Sunday, citing emails obtained by it, that": past what stands between commas before a "that".
fn past_interpolation(scene: &Scene, at: usize, bounds: &Tokens) -> usize {
    if at >= bounds.end || !scene.is_comma(at) {
        return at;
    }
    let close = (at + 1..bounds.end.min(at + LONGEST_INTERPOLATION)).find(|&j| scene.is_comma(j));
    close
        .filter(|&c| scene.lower(c + 1) == "that" && (scene.lower(at + 1) == "citing" || !scene.has_finite(at + 1..c)))
        .unwrap_or(at)
}

/// ", as a survey suggested last month": parted from the rest on both sides.
fn is_parenthetical(scene: &Scene, clause: &Tokens, bounds: &Tokens) -> bool {
    let before = clause.start.checked_sub(2).filter(|&j| j >= bounds.start);
    let opens = before.is_none_or(|j| !scene.is_word(j) || matches!(scene.lower(j), "or" | "and" | "but"));
    opens && (clause.end >= bounds.end || !scene.is_word(clause.end))
}

/// Auxiliaries and adverbs directly before the verb, the verb, and its particle.
fn verb_group(scene: &Scene, i: usize, bounds: &Tokens) -> Tokens {
    let mut start = i;
    while start > bounds.start && belongs_to_verb(scene, start - 1, i) {
        start -= 1;
    }
    // Adverbs at the front belong to the group only behind an auxiliary: "has also said", but "also said".
    while start < i && scene.pos(start) == Pos::Adv {
        start += 1;
    }
    let mut end = i + 1;
    if with_particle(scene, i).is_some() {
        return start..end + 1;
    }
    let is_particle = end < bounds.end && scene.relation(end) == Relation::CompoundPrt && scene.head(end) == i;
    if is_particle && !matches!(scene.lower(end + 1), "to" | "than") {
        end += 1;
    }
    start..end
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
                "n't" | "not" | "never" | "has" | "have" | "had" | "also" | "did" | "'s" | "’s" | "'d" | "’d"
            ) && scene.pos(j) != Pos::Part
            || scene.lower(j) == "n't"
            || scene.lower(j) == "not")
        && scene.is_word(j)
        && matches!(scene.pos(j), Pos::Aux | Pos::Adv | Pos::Part | Pos::Verb)
}

fn is_negated(scene: &Scene, i: usize, tokens: &Tokens) -> bool {
    let is_no = |j: usize| matches!(scene.lower(j), "not" | "n't" | "n’t" | "never" | "nor");
    tokens.clone().any(is_no) || scene.syntax.children(i).any(|j| j < i && i - j < 6 && is_no(j))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(look_up(lists().cue_verbs, word).map(|e| e.lemma), expected);
    }

    #[test]
    fn inflections() {
        check("said", Some("say"));
        check("says", Some("say"));
        check("claimed", Some("claim"));
        check("denies", Some("deny"));
        check("admitting", Some("admit"));
        check("urging", Some("urge"));
        check("emphasising", Some("emphasise"));
        check("walked", None);
        check("s", None);
    }
}
