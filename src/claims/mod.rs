//! All of it to claims: who is said to have said what, to whom, through which outlet.
//!
//! The modules stand in layers: each uses only those above it.

// What is known of the text, and what a claim is.
mod names;
mod rule;
mod turn;
mod claim;
mod tokens;
mod scene;
mod draft;
// Words.
mod words;
mod lexicon;
// Parts of a reporting clause.
mod speaker;
mod noun_phrase;
mod nominal_run;
mod inverted;
mod voice;
mod subject;
mod unsaid;
mod telling;
mod untagged;
mod addressee;
mod adjuncts;
mod cues;
mod clause;
// Decisions.
mod content;
mod source;
pub mod choice;
mod table;
mod rules;
mod verbs;
mod chain;
mod details;
mod passes;
mod explain;

pub use claim::{Attribution, Claim, Form, Stance};
pub use explain::explain;
pub use rule::Rule;
pub use turn::Turn;

use crate::document::Document;
use crate::mentions::Mention;
use crate::quotes::Quote;
use crate::tags::Syntax;
use crate::times::Time;
use draft::Draft;
use scene::Scene;
use tokens::Tokens;

/// All claims with their sources as written, ordered by start of content, longer content first, then cue. Speakers
/// come later: see [`crate::speakers`].
pub fn find(
    document: &Document,
    syntax: &Syntax,
    quotes: &[Quote],
    mentions: &[Mention],
    times: &[Time],
) -> Vec<Claim> {
    find_with(document, syntax, quotes, mentions, times, &mut choice::Learned::committed())
}

/// As [`find`]; `chooser` decides what reporting verbs say.
pub fn find_with(
    document: &Document,
    syntax: &Syntax,
    quotes: &[Quote],
    mentions: &[Mention],
    times: &[Time],
    chooser: &mut dyn choice::Chooser,
) -> Vec<Claim> {
    let scene = Scene::new(document, syntax, quotes, mentions, times);
    let mut drafts = passes::run(&scene, chooser);
    drafts.iter_mut().for_each(Draft::put_in_order);
    chain::link(&mut drafts, document.tokens.len());
    finish(&scene, drafts)
}

/// The name of every rule, and what it goes by in a sentence for readers.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    rules::RULES.iter().map(|row| (row.rule.name(), row.sentence))
}

/// Drafts to claims in their order; one cue makes one claim.
fn finish(scene: &Scene, drafts: Vec<Draft>) -> Vec<Claim> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    let length = |d: &Draft| d.content.iter().map(|c| c.len()).sum::<usize>();
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
    let span = |&tokens: &Tokens| scene.span(tokens);
    // A turn of an interview is somebody's own words, also without marks.
    let is_turn = draft.rule == Rule::InterviewLabel;
    let form = if is_turn { Form::Direct } else { details::form(scene, &draft.content) };
    let hedges = details::hedges(scene, draft, form);
    let (source, cue) = (draft.source.as_ref().and_then(span), draft.cue.as_ref().and_then(span));
    let evidence = draft.cue.iter().chain(&hedges).filter_map(span).collect();
    Claim {
        form,
        content: draft.content.iter().filter_map(span).collect(),
        cue,
        lemma: draft.cue.as_ref().map(|_| draft.lemma.clone()),
        source,
        speakers: Vec::new(),
        attribution: if draft.continues.is_some() { Attribution::Implied } else { Attribution::None },
        addressee: draft.addressee.as_ref().and_then(span),
        // An outlet that reports is no medium of its own words, and the account that somebody gives is none.
        medium: details::medium(scene, draft)
            .filter(|medium| !source.is_some_and(|s| s.contains(*medium)) && !cue.is_some_and(|c| medium.contains(c))),
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
