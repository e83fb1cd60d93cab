//! What a reporting verb says, where that is a matter of degree: nothing, or one of the runs of words around it, chosen by
//! learned weights.
//!
//! What is asked of a candidate is in `features`, for training (`tools train claims`) and for use; the answer is a sum of
//! integers over boosted [`trees`], so that it is the same everywhere.

mod look;
mod inside;
mod boundary;
mod cue;
mod candidates;
mod features;
mod sources;
mod word;

pub(super) use candidates::whole;
pub use features::names;
pub(super) use sources::candidates as sources;
pub(super) use word::{is_weighed, weigh};

use super::clause::ReportingClause;
use super::cues::Verb;
use super::draft::Draft;
use super::rule::Rule;
use super::tokens::Tokens;
use crate::model::{Container, Lexicon};
use crate::trees;

/// One content that the verb may have.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// The words, in text order; none for "says nothing here".
    pub(super) content: Vec<Tokens>,
    /// What it shows; see [`names`].
    pub features: Vec<i16>,
    /// It is what the rules propose.
    pub is_proposed: bool,
}

impl Candidate {
    /// The tokens, in text order.
    pub fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        self.content.iter().flat_map(|run| run.iter())
    }
}

/// What is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// What the verb says; the first candidate is nothing.
    Content,
    /// Who says it.
    Source,
}

/// Who decides: the weights, or in training the marked answer.
pub trait Chooser {
    /// Which candidate is the right one for the verb at token `verb`.
    fn choose(&mut self, question: Question, verb: usize, candidates: &[Candidate]) -> usize;
    /// How often out of twenty this verb, by its dictionary form, reports something: at all, and in this construction.
    fn shares(&mut self, lemma: &str, construction: Option<Rule>) -> [i16; 2];
}

/// The learned trees, and how often each verb reports.
#[derive(Clone, Copy)]
pub struct Learned<'m> {
    content: &'m [u8],
    source: &'m [u8],
    shares: Lexicon<'m>,
}

/// Under what the share of a verb in a construction is kept; without one where no rule proposes anything.
pub fn share_key(lemma: &str, construction: Option<Rule>) -> String {
    construction.map_or_else(|| format!("{lemma}/"), |rule| format!("{lemma}/{}", rule as u8))
}

/// Of a verb that training has not seen.
pub const UNKNOWN_SHARE: i16 = 10;

/// Added to the score of "says nothing": a wrong claim costs more than a missed one.
const CAUTION: i32 = 128;

impl<'m> Learned<'m> {
    /// As `tools train claims` wrote them.
    pub fn read(bytes: &'m [u8]) -> Learned<'m> {
        let container = Container::new(bytes);
        let section = |name| container.section(name);
        Learned { content: section("content"), source: section("source"), shares: Lexicon::new(section("shares")) }
    }

    /// The committed weights.
    pub fn committed() -> Learned<'static> {
        Learned::read(include_bytes!("../../model/claims.bin"))
    }

    /// What the trees of a question say for a candidate.
    pub fn score(&self, question: Question, features: &[i16]) -> i32 {
        trees::score(self.forest(question), features)
    }

    /// The features of a candidate that speak for or against it, the loudest first.
    pub fn votes(&self, question: Question, features: &[i16]) -> Vec<(&'static str, i32)> {
        let names = match question {
            Question::Content => names(),
            Question::Source => sources::NAMES.to_vec(),
        };
        let votes = trees::votes(self.forest(question), features).into_iter();
        votes.filter_map(|(feature, sum)| Some((*names.get(feature)?, sum))).collect()
    }

    fn forest(&self, question: Question) -> &'m [u8] {
        match question {
            Question::Content => self.content,
            Question::Source => self.source,
        }
    }

    /// The score of every candidate.
    pub fn scores(&self, question: Question, candidates: &[Candidate]) -> Vec<i32> {
        let mut scores = trees::scores(self.forest(question), candidates.iter().map(|c| &c.features[..]));
        if question == Question::Content {
            scores.iter_mut().take(1).for_each(|nothing| *nothing += CAUTION);
        }
        scores
    }
}

impl Chooser for Learned<'_> {
    fn choose(&mut self, question: Question, _: usize, candidates: &[Candidate]) -> usize {
        let scores = self.scores(question, candidates);
        (1..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best })
    }

    fn shares(&mut self, lemma: &str, construction: Option<Rule>) -> [i16; 2] {
        let share = |key: &str| self.shares.get(key).and_then(|share| share.parse().ok());
        let of_verb = share(lemma).unwrap_or(UNKNOWN_SHARE);
        [of_verb, share(&share_key(lemma, construction)).unwrap_or(of_verb)]
    }
}

/// What the rules propose, for the tests of the rules.
#[cfg(test)]
pub struct AsProposed;

#[cfg(test)]
impl Chooser for AsProposed {
    fn choose(&mut self, _: Question, _: usize, candidates: &[Candidate]) -> usize {
        candidates.iter().position(|c| c.is_proposed).unwrap_or(0)
    }

    fn shares(&mut self, _: &str, _: Option<Rule>) -> [i16; 2] {
        [UNKNOWN_SHARE; 2]
    }
}

/// A reporting verb with all that is known when its content is chosen.
pub(super) struct Decision<'d> {
    /// The verb with its reporting clause.
    pub verb: &'d Verb<'d>,
    /// The claim that the rules propose, if they do.
    pub proposal: Option<&'d Draft>,
    /// The source, if one was found.
    pub source: Option<Tokens>,
    /// Whether the source can say such a thing.
    pub can_say: bool,
    /// All reporting verbs of the sentence, with their clauses.
    pub others: &'d [ReportingClause],
    /// How often this verb reports: at all, and in the construction that the rules propose.
    pub shares: [i16; 2],
}

impl Decision<'_> {
    /// "Says nothing here", what the rules propose, and the other runs of words that may be the content.
    pub fn candidates(&self) -> Vec<Candidate> {
        let features = features::Of::new(self);
        let nothing = Candidate { content: Vec::new(), features: features.nothing(), is_proposed: false };
        let is_proposed = |content: &[Tokens]| self.proposal.is_some_and(|draft| draft.content == content);
        let contents = candidates::contents(self).into_iter();
        let some = contents.map(|content| Candidate {
            features: features.content(&content),
            is_proposed: is_proposed(&content),
            content,
        });
        std::iter::once(nothing).chain(some).collect()
    }
}
