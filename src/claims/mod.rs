//! All of it to claims: who is said to have said what, to whom, through which outlet.

mod adjuncts;
mod around;
mod attribution;
mod chain;
mod content;
mod cue;
mod declines;
mod details;
mod draft;
mod inverted;
mod nominal;
mod passive;
mod phrases;
mod placement;
mod quotations;
mod quoted;
mod scene;
mod source;
mod subject;
mod verbs;
mod voice;

pub use attribution::attribute;

use crate::document::{Document, Span};
use crate::mentions::Mention;
use crate::quotes::Quote;
use crate::tags::Syntax;
use crate::times::Time;
use draft::Draft;
use scene::Scene;

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
    pub rule: &'static str,
}

/// All claims with their sources as written, ordered by start of content, longer content first, then cue. Speakers
/// come later: see [`attribute`].
pub fn find(
    document: &Document,
    syntax: &Syntax,
    quotes: &[Quote],
    mentions: &[Mention],
    times: &[Time],
) -> Vec<Claim> {
    let scene = Scene::new(document, syntax, quotes, mentions, times);
    let (mut drafts, clauses) = verbs::find(&scene);
    phrases::find(&scene, &clauses, &mut drafts);
    passive::find(&scene, &clauses, &mut drafts);
    quoted::interpolated(&scene, &mut drafts);
    nominal::find(&scene, &clauses, &mut drafts);
    quotations::namings(&scene, &clauses, &mut drafts);
    quotations::labels(&scene, &clauses, &mut drafts);
    quotations::announced(&scene, &mut drafts);
    quotations::floating(&scene, &clauses, &mut drafts);
    declines::find(&scene, &mut drafts);
    chain::link(&mut drafts, document.tokens.len());
    finish(&scene, drafts)
}

/// Drafts to claims in their order; one cue makes one claim.
fn finish(scene: &Scene, drafts: Vec<Draft>) -> Vec<Claim> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    let length = |d: &Draft| d.content.iter().map(|c| c.end - c.start).sum::<usize>();
    let key = |&i: &usize| {
        let d = &drafts[i];
        (d.start(), std::cmp::Reverse(length(d)), d.cue.as_ref().map_or(0, |c| c.start), i)
    };
    order.sort_by_key(key);
    let mut place = vec![0; drafts.len()];
    for (at, &i) in order.iter().enumerate() {
        place[i] = at;
    }
    order.iter().map(|&i| claim(scene, &drafts[i], &place)).collect()
}

fn claim(scene: &Scene, draft: &Draft, place: &[usize]) -> Claim {
    let span = |tokens: &scene::Tokens| scene.span(tokens);
    let form = details::form(scene, &draft.content);
    let hedges = details::hedges(scene, draft, form);
    let source = draft.source.as_ref().and_then(span);
    let evidence = draft.cue.iter().chain(&hedges).filter_map(span).collect();
    Claim {
        form,
        content: draft.content.iter().filter_map(span).collect(),
        cue: draft.cue.as_ref().and_then(span),
        lemma: draft.cue.as_ref().map(|_| draft.lemma.clone()),
        source,
        speakers: Vec::new(),
        attribution: if draft.continues.is_some() { Attribution::Implied } else { Attribution::None },
        addressee: draft.addressee.as_ref().and_then(span),
        // An outlet that reports is no medium of its own words.
        medium: details::medium(scene, draft).filter(|medium| source.is_none_or(|s| !s.contains(*medium))),
        said: details::said(scene, draft),
        anonymity: details::anonymity(scene, draft),
        via: draft.via.map(|v| place[v]),
        continues: draft.continues.map(|c| place[c]),
        stance: draft.stance,
        negated: draft.negated,
        hedged: !hedges.is_empty(),
        evidence,
        rule: draft.rule,
    }
}
