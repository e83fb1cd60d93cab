//! Who quotes whom: "was quoted as saying by PNA", "The Herald quoted his wife as saying", "Roe, quoted by the Herald, said".

use super::Stance;
use super::content::{self, Placed};
use super::draft::Draft;
use super::passive::behind;
use super::scene::{Scene, Tokens};
use super::{source, subject, voice};
use crate::tags::Form;

/// Words between "quoted" and "as saying" are at most this many.
const FARTHEST_SAYING: usize = 25;

/// All claims of these forms; a `via` counts back from a draft's own place, as in [`super::passive`].
pub fn as_saying(scene: &Scene, i: usize, all: &[Placed]) -> Option<Vec<Draft>> {
    if !matches!(scene.lower(i), "quoted" | "cited" | "quotes" | "quoting" | "cites" | "reported") {
        return None;
    }
    let bounds = scene.bounds(i);
    let saying = saying_behind(scene, i, &bounds)?;
    let subject = source::subject_of(scene, i)
        .map(|s| subject::noun_phrase(scene, s, &bounds, i))
        .or_else(|| subject::own_subject(scene, i, &bounds, &(i..i + 1)).filter(|s| s.end <= i))
        .or_else(|| source::inherited(scene, i));
    let is_passive = scene.form(i) == Form::Vbn && saying == i + 2 || voice::is_passive(scene, i);
    if is_passive {
        return was_quoted(scene, i, saying, subject, all);
    }
    let content = behind(scene, saying, &bounds, all)?;
    let clause = subject.clone().map_or(i, |s| s.start)..saying + 1;
    let mut reporter = Draft::new("quotes as saying", "quote", Stance::Asserts, i..i + 1, clause);
    reporter.content = vec![content.clone()];
    reporter.source = Some(subject?);
    let mut speaker = Draft::new("quoted as saying", "say", Stance::Asserts, saying..saying + 1, i..saying + 1);
    speaker.content = vec![content];
    speaker.source = Some(scene.trim(i + 1..saying - 1)).filter(|q| !q.is_empty());
    speaker.via = Some(1);
    Some(vec![reporter, speaker])
}

/// The "saying" of "quoted … as saying".
fn saying_behind(scene: &Scene, i: usize, bounds: &Tokens) -> Option<usize> {
    let says = |j: usize| matches!(scene.lower(j), "saying" | "telling" | "stating" | "warning" | "adding");
    (i + 1..bounds.end.min(i + FARTHEST_SAYING)).find(|&j| scene.lower(j) == "as" && says(j + 1)).map(|j| j + 1)
}

/// "He was quoted by PNA as saying", "“…,” he was quoted as saying by PNA".
fn was_quoted(scene: &Scene, i: usize, saying: usize, subject: Option<Tokens>, all: &[Placed]) -> Option<Vec<Draft>> {
    let bounds = scene.bounds(i);
    let outlet = outlet(scene, i, saying, &bounds);
    let end = outlet.as_ref().map_or(saying + 1, |o| o.end.max(saying + 1));
    let clause = subject.clone().map_or(i, |s| s.start.min(i))..end;
    let content = quotation_before(scene, &clause, &bounds, all)
        .or_else(|| behind(scene, end - 1, &bounds, all).map(|content| vec![content]))?;
    let mut draft = Draft::new("quoted as saying", "quote", Stance::Asserts, i..saying + 1, clause);
    draft.content = content;
    draft.source = Some(subject?);
    let Some(outlet) = outlet else { return Some(vec![draft]) };
    let mut reporter = Draft::new("quoted by", "quote", Stance::Asserts, i..i + 1, i..outlet.end);
    reporter.content.clone_from(&draft.content);
    reporter.source = Some(outlet);
    draft.via = Some(1);
    Some(vec![reporter, draft])
}

/// What stands in marks right before the clause.
fn quotation_before(scene: &Scene, clause: &Tokens, bounds: &Tokens, all: &[Placed]) -> Option<Vec<Tokens>> {
    let last = (bounds.start..clause.start).rev().find(|&j| !scene.is_comma(j))?;
    scene.quote_closed(last)?;
    Some(content::before(scene, clause, bounds, all)).filter(|content| !content.is_empty())
}

/// The outlet behind "by", before "as saying" or right behind it.
fn outlet(scene: &Scene, i: usize, saying: usize, bounds: &Tokens) -> Option<Tokens> {
    let by = (i..saying + 2).find(|&j| scene.lower(j) == "by")?;
    let ends = |j: usize| {
        scene.is_comma(j) || matches!(scene.lower(j), "as" | "that" | ":") || scene.quote_opened(j).is_some()
    };
    let end = (by + 1..bounds.end).find(|&j| ends(j)).unwrap_or(bounds.end);
    Some(scene.trim(by + 1..end)).filter(|outlet| !outlet.is_empty())
}

/// "Its chairperson, quoted by the Addis Monitor, said": the outlet reports what the claim of the verb behind says.
pub fn interpolated(scene: &Scene, drafts: &mut Vec<Draft>) {
    let verbs = drafts.len();
    for at in 0..verbs {
        let Some(outlet) = quoted_by(scene, &drafts[at]) else { continue };
        let cue = outlet.start - 2..outlet.start;
        let mut reporter = Draft::new("quoted by", "quote", Stance::Asserts, cue.clone(), cue.start..outlet.end);
        reporter.content.clone_from(&drafts[at].content);
        reporter.source = Some(outlet);
        drafts[at].via = Some(drafts.len());
        drafts.push(reporter);
    }
}

/// The outlet between the commas behind a claim's source: ", quoted by X,".
fn quoted_by(scene: &Scene, draft: &Draft) -> Option<Tokens> {
    let comma = draft.source.as_ref()?.end;
    let cue = draft.cue.as_ref()?.start;
    let is_quoted = scene.is_comma(comma)
        && matches!(scene.lower(comma + 1), "quoted" | "cited" | "interviewed")
        && scene.lower(comma + 2) == "by";
    let close = cue.checked_sub(1).filter(|&close| scene.is_comma(close) && close > comma + 3)?;
    (is_quoted && !(comma + 3..close).any(|j| scene.is_comma(j))).then_some(comma + 3..close)
}
