//! All of it to claims: who is said to have said what, to whom, through which outlet.

use crate::document::{Document, Span};
use crate::entities::Entity;
use crate::mentions::Mention;
use crate::quotes::Quote;
use crate::tags::Syntax;
use crate::times::Time;

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl $name {
            /// As the report writes it.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }
        }
    };
}

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
    /// What the speaker does.
    pub stance: Stance,
    /// "did not say".
    pub negated: bool,
    /// The content hedges itself.
    pub hedged: bool,
    /// The words that decided.
    pub evidence: Vec<Span>,
    /// What found it.
    pub rule: &'static str,
}

/// All claims with their sources as written, ordered by start of content, longer content first, then cue. Speakers come later: see [`attribute`].
pub fn find(
    document: &Document,
    syntax: &Syntax,
    quotes: &[Quote],
    mentions: &[Mention],
    times: &[Time],
) -> Vec<Claim> {
    let _ = (document, syntax, quotes, mentions, times);
    Vec::new()
}

/// Fills in who the sources are, once the entities are known.
pub fn attribute(document: &Document, mentions: &[Mention], entities: &[Entity], claims: &mut [Claim]) {
    let _ = (document, mentions, entities, claims);
}
