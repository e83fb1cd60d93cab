//! The phrases of a sentence that may be the source of a verb, and what they show.

use super::Candidate;
use super::candidates::LONGEST_SOURCE;
use super::inside::hangs_on;
use super::look::{Look, NONE, count};
use crate::claims::clause::ReportingClause;
use crate::claims::content::split;
use crate::claims::cues::Verb;
use crate::claims::draft::Draft;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::claims::words::is_relative;
use crate::claims::{noun_phrase, source, speaker};
use crate::tags::{Form, Pos, Relation};

/// Subjects of other verbs, and shorter forms of one phrase, that are tried.
const MOST_SUBJECTS: usize = 6;
const MOST_CUTS: usize = 4;

/// How a phrase was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As the rules do, by the place of the rule in their list.
    Rule(usize),
    /// A rule's phrase without what follows a preposition, a comma or a time.
    Cut,
    /// What a relative pronoun beside the verb stands for.
    Antecedent,
    /// The subject of another verb before this one.
    Subject,
    /// All between the quotation and the verb: "“…,” Ida Reyes, who chairs the club, told the Herald".
    Between,
}

struct Found {
    phrase: Tokens,
    way: Way,
}

/// What is asked of a source, in order.
pub const NAMES: [&str; 32] = [
    "way found",
    "rank",
    "phrases",
    "words",
    "tokens left out",
    "class at cut",
    "pos at cut",
    "side",
    "tokens between",
    "class between",
    "finite verb between",
    "finite verb inside",
    "names speaker",
    "can say",
    "pos of head",
    "form of head",
    "relation of head",
    "head hangs on",
    "first word's class",
    "first word's pos",
    "capitalized",
    "form of verb",
    "relation of verb",
    "class before verb",
    "pos before verb",
    "verb hangs on phrase",
    "subject of another cue",
    "in same quotation",
    "class before phrase",
    "class after phrase",
    "pos after phrase",
    "content's side",
];

/// The candidates for the source of a verb whose content is known; "nobody" is one where the rules know none.
pub fn candidates(verb: &Verb, draft: &Draft, clauses: &[ReportingClause]) -> Vec<Candidate> {
    let found = phrases(verb, &draft.content, clauses);
    let after = draft.content.first().is_some_and(|c| c.start > verb.cue.verb);
    let candidate = |rank: usize| Candidate {
        content: vec![found[rank].phrase],
        features: features(verb, &found, rank, clauses, after),
        is_proposed: draft.source == Some(found[rank].phrase),
    };
    let nobody = draft.source.is_none().then(Candidate::default);
    nobody.into_iter().chain((0..found.len()).map(candidate)).collect()
}

/// The phrases that may name the source, each once.
fn phrases(verb: &Verb, content: &[Tokens], clauses: &[ReportingClause]) -> Vec<Found> {
    let overlaps = |s: Tokens| content.iter().any(|c| c.start < s.end && s.start < c.end);
    let mut found: Vec<Found> = Vec::new();
    let mut add = |phrase: Tokens, way: Way| {
        if !phrase.is_empty() && !overlaps(phrase) && found.iter().all(|f| f.phrase != phrase) {
            found.push(Found { phrase, way });
        }
    };
    for (rank, (_, find)) in source::CANDIDATES.iter().enumerate() {
        let Some(phrase) = find(verb.scene, &verb.cue, clauses) else { continue };
        add(phrase, Way::Rule(rank));
        cuts(verb.scene, phrase).for_each(|cut| add(cut, Way::Cut));
    }
    between(verb, content).into_iter().for_each(|phrase| add(phrase, Way::Between));
    antecedent(verb).into_iter().for_each(|phrase| add(phrase, Way::Antecedent));
    subjects(verb).for_each(|phrase| add(phrase, Way::Subject));
    found
}

/// The words between a quotation and its verb.
fn between(verb: &Verb, content: &[Tokens]) -> Option<Tokens> {
    let (scene, verb) = (verb.scene, verb.cue.tokens.start);
    let quotation = content.iter().rfind(|run| run.end <= verb)?;
    let ends = |at: usize| scene.quote_closed(at).is_some();
    let phrase = scene.trim(quotation.end..verb);
    let is_apart = ends(quotation.end - 1) && !phrase.is_empty() && verb - quotation.end <= LONGEST_SOURCE;
    is_apart.then_some(phrase)
}

/// "Roe | with a laugh", "the ministry | in a statement": shorter forms of a phrase, from its head on.
fn cuts<'s>(scene: &'s Scene, phrase: Tokens) -> impl Iterator<Item = Tokens> + 's {
    let head = speaker::head_of(scene, phrase);
    let ends = move |&j: &usize| {
        scene.pos(j) == Pos::Adp
            || scene.is_comma(j)
            || scene.is_dash(j)
            || scene.is_time(j)
            || scene.form(j) == Form::Vbg
            || is_relative(scene, j)
    };
    (head + 1..phrase.end).filter(ends).take(MOST_CUTS).map(move |end| scene.trim(phrase.with_end(end)))
}

/// The noun phrase that "who" or "which" beside the verb stands for.
fn antecedent(verb: &Verb) -> Option<Tokens> {
    let pronoun = verb.cue.subject.filter(|s| is_relative(verb.scene, s.start))?;
    let phrase = split::antecedent_of(verb.scene, verb.cue.verb, verb.range)?;
    Some(verb.scene.trim(phrase.up_to(pronoun.start)))
}

/// The subjects of the verbs before this one, the nearest first.
fn subjects<'v>(verb: &'v Verb) -> impl Iterator<Item = Tokens> + 'v {
    let (scene, range, i) = (verb.scene, verb.range, verb.cue.verb);
    let is_subject = move |&j: &usize| matches!(scene.relation(j), Relation::Nsubj | Relation::NsubjPass);
    let before = (range.start..i).rev().filter(is_subject).take(MOST_SUBJECTS);
    before.map(move |j| noun_phrase::noun_phrase(scene, j, range, scene.head(j).max(j)))
}

fn features(verb: &Verb, found: &[Found], rank: usize, clauses: &[ReportingClause], content_follows: bool) -> Vec<i16> {
    let (scene, cue, range) = (verb.scene, &verb.cue, verb.range);
    let look = Look { scene, range };
    let Found { phrase, way } = found[rank];
    let head = speaker::head_of(scene, phrase);
    let longest = found.iter().map(|f| f.phrase).filter(|f| f.start == phrase.start).map(|f| f.end).max();
    let left_out = longest.map_or(0, |end| end - phrase.end);
    let precedes = phrase.end <= cue.verb;
    let between =
        if precedes { Tokens::new(phrase.end, cue.tokens.start) } else { Tokens::new(cue.tokens.end, phrase.start) };
    let flag = i16::from;
    vec![
        way.number(),
        count(rank, 12),
        count(found.len(), 12),
        count(scene.count_words(phrase), 30),
        count(left_out, 20),
        if left_out > 0 { look.class(phrase.end) } else { NONE },
        if left_out > 0 { look.pos(phrase.end) } else { NONE },
        flag(precedes),
        count(between.len(), 40),
        look.class(between.start),
        flag(scene.has_finite(between)),
        flag(scene.has_finite(phrase)),
        flag(speaker::names_speaker(scene, phrase)),
        flag(speaker::can_say(scene, phrase, &verb.entry)),
        look.pos(head),
        look.form(head),
        look.relation(head),
        hangs_on(scene, head, phrase, cue.verb),
        look.class(phrase.start),
        look.pos(phrase.start),
        flag(scene.document.is_capitalized(head)),
        look.form(cue.verb),
        look.relation(cue.verb),
        look.class(look.before(cue.tokens.start)),
        look.pos(look.before(cue.tokens.start)),
        flag(phrase.contains(scene.head(cue.verb))),
        flag(clauses.iter().any(|c| c.cue != cue.verb && c.subject == Some(phrase))),
        flag(scene.quote_around(phrase.start) == scene.quote_around(cue.verb)),
        look.class(look.before(phrase.start)),
        look.class(phrase.end),
        look.pos(phrase.end),
        flag(content_follows),
    ]
}

impl Way {
    fn number(self) -> i16 {
        match self {
            Way::Rule(rank) => rank as i16,
            Way::Cut => 3,
            Way::Antecedent => 4,
            Way::Subject => 5,
            Way::Between => 6,
        }
    }
}
