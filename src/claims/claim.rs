//! Claims as the rest of the engine sees them.

use super::names::named;
use super::rule::Rule;
use crate::document::Span;

named! {
    /// Whether the content stands in quotation marks wholly, partly or not.
    Form { Direct = "direct", Indirect = "indirect", Mixed = "mixed" }
}

named! {
    /// How well the source is known.
    Attribution { Named = "named", Described = "described", Unnamed = "unnamed", Implied = "implied", None = "none" }
}

named! {
    /// What the speaker does with the content.
    Stance {
        Asserts = "asserts", Denies = "denies", Warns = "warns", Asks = "asks", Promises = "promises", Demands = "demands",
        Estimates = "estimates", Alleges = "alleges", Hopes = "hopes", Declines = "declines", Other = "other",
    }
}

impl Stance {
    /// From the word the lists use; `Other` for any other.
    pub fn parse(word: &str) -> Stance {
        use Stance::*;
        [Asserts, Denies, Warns, Asks, Promises, Demands, Estimates, Alleges, Hopes, Declines]
            .into_iter()
            .find(|stance| stance.name() == word)
            .unwrap_or(Other)
    }
}

/// Somebody is said to have said something.
#[derive(Clone, Debug)]
pub struct Claim {
    /// By the marks around its content.
    pub form: Form,
    /// The words, in text order.
    pub content: Vec<Span>,
    /// The reporting word.
    pub cue: Option<Span>,
    /// Its lemma.
    pub lemma: Option<String>,
    /// The words that name the source.
    pub source: Option<Span>,
    /// Indices of entities.
    pub speakers: Vec<usize>,
    /// How well the source is known.
    pub attribution: Attribution,
    /// Who was told.
    pub addressee: Option<Span>,
    /// Where it was said.
    pub medium: Option<Span>,
    /// Index of the time of saying.
    pub said: Option<usize>,
    /// The stated reason for not naming the source.
    pub anonymity: Option<Span>,
    /// Index of the claim that reports this one.
    pub via: Option<usize>,
    /// Index of the claim whose speaker goes on in this one.
    pub continues: Option<usize>,
    /// What the speaker does.
    pub stance: Stance,
    /// "did not say".
    pub negated: bool,
    /// The content hedges itself.
    pub hedged: bool,
    /// The words that decided.
    pub evidence: Vec<Span>,
    /// What found it.
    pub rule: Rule,
}
