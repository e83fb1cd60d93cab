//! Who quotes whom: "was quoted as saying by PNA", "The Herald quoted his wife as saying", "Roe, quoted by the Herald, said".

use super::phrase::{content_around, noun_phrase_from};
use crate::claims::claim::Stance;
use crate::claims::clause::ReportingClause;
use crate::claims::content::{after, before};
use crate::claims::draft::Draft;
use crate::claims::lexicon::{Entry, look_up};
use crate::claims::noun_phrase::noun_phrase;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::table::Context;
use crate::claims::tokens::Tokens;
use crate::claims::{speaker, subject, voice};
use crate::model::lists;
use crate::tags::{Form, Pos};
use std::collections::BTreeSet;

/// Words between "quoted" and "as saying" are at most this many.
const FARTHEST_SAYING: usize = 25;

/// "quoted … as saying": the verb, its subject and "saying".
struct Quoted {
    verb: usize,
    saying: usize,
    subject: Option<Tokens>,
    is_passive: bool,
    range: Tokens,
}

fn read(scene: &Scene, i: usize) -> Option<Quoted> {
    if !matches!(scene.lower(i), "quoted" | "cited" | "quotes" | "quoting" | "cites" | "reported") {
        return None;
    }
    let range = scene.search_range(i);
    let saying = saying_after(scene, i, range)?;
    let subject = subject::subject_of(scene, i)
        .map(|s| noun_phrase(scene, s, range, i))
        .or_else(|| subject::own_subject(scene, i, range, Tokens::new(i, i + 1)).filter(|s| s.end <= i))
        .or_else(|| subject::inherited(scene, i));
    let is_passive = scene.form(i) == Form::Vbn && saying == i + 2 || voice::is_passive(scene, i);
    Some(Quoted { verb: i, saying, subject, is_passive, range })
}

/// The "saying" of "quoted … as saying".
fn saying_after(scene: &Scene, i: usize, range: Tokens) -> Option<usize> {
    let says = |j: usize| matches!(scene.lower(j), "saying" | "telling" | "stating" | "warning" | "adding");
    (i + 1..range.end.min(i + FARTHEST_SAYING)).find(|&j| scene.lower(j) == "as" && says(j + 1)).map(|j| j + 1)
}

/// "The Herald quoted his wife as saying": the outlet reports, whom it quotes is reported.
pub fn quotes_as_saying(context: &Context, i: usize) -> Option<Vec<Draft>> {
    let scene = context.scene;
    let Quoted { saying, subject, range, .. } = read(scene, i).filter(|quoted| !quoted.is_passive)?;
    let content = after::of_word(scene, saying, range, context.clauses)?;
    let outlet = subject?;
    let mut reporter = Draft::new(Rule::QuotesAsSaying, "quote", Stance::Asserts, i..i + 1, outlet.start..saying + 1);
    reporter.content = vec![content];
    reporter.source = Some(outlet);
    let mut speaker = Draft::new(Rule::QuotedAsSaying, "say", Stance::Asserts, saying..saying + 1, i..saying + 1);
    speaker.content = vec![content];
    speaker.source = Some(scene.trim(i + 1..saying - 1)).filter(|q| !q.is_empty());
    speaker.via = Some(context.next);
    Some(vec![reporter, speaker])
}

/// "He was quoted by PNA as saying", "“…,” he was quoted as saying by PNA".
pub fn quoted_as_saying(context: &Context, i: usize) -> Option<Vec<Draft>> {
    let scene = context.scene;
    let quoted = read(scene, i).filter(|quoted| quoted.is_passive)?;
    let outlet = outlet(scene, &quoted);
    let end = outlet.map_or(quoted.saying + 1, |o| o.end.max(quoted.saying + 1));
    let clause = Tokens::new(quoted.subject.map_or(i, |s| s.start.min(i)), end);
    let content = quotation_before(scene, clause, quoted.range, context.clauses)
        .or_else(|| after::of_word(scene, end - 1, quoted.range, context.clauses).map(|content| vec![content]))?;
    let mut draft = Draft::new(Rule::QuotedAsSaying, "quote", Stance::Asserts, i..quoted.saying + 1, clause);
    draft.content = content;
    draft.source = Some(quoted.subject?);
    let Some(outlet) = outlet else { return Some(vec![draft]) };
    let reporter = reported_by(outlet, i..i + 1, &draft.content);
    draft.via = Some(context.next);
    Some(vec![reporter, draft])
}

/// The claim of the outlet by which somebody is quoted.
fn reported_by(outlet: Tokens, cue: impl Into<Tokens>, content: &[Tokens]) -> Draft {
    let cue = cue.into();
    let mut reporter = Draft::new(Rule::QuotedBy, "quote", Stance::Asserts, cue, cue.with_end(outlet.end));
    reporter.content = content.to_vec();
    reporter.source = Some(outlet);
    reporter
}

/// What stands in marks right before the clause.
fn quotation_before(scene: &Scene, clause: Tokens, range: Tokens, clauses: &[ReportingClause]) -> Option<Vec<Tokens>> {
    let last = (range.start..clause.start).rev().find(|&j| !scene.is_comma(j))?;
    scene.quote_closed(last)?;
    Some(before::before(scene, clause, range, clauses)).filter(|content| !content.is_empty())
}

/// The outlet after "by", before "as saying" or right after it.
fn outlet(scene: &Scene, quoted: &Quoted) -> Option<Tokens> {
    let by = (quoted.verb..quoted.saying + 2).find(|&j| scene.lower(j) == "by")?;
    let ends = |j: usize| {
        scene.is_comma(j) || matches!(scene.lower(j), "as" | "that" | ":") || scene.quote_opened(j).is_some()
    };
    let end = (by + 1..quoted.range.end).find(|&j| ends(j)).unwrap_or(quoted.range.end);
    Some(scene.trim(by + 1..end)).filter(|outlet| !outlet.is_empty())
}

/// "Its chairperson, quoted by the Addis Monitor, said": the outlet reports what the claim of the verb says.
pub fn quoted_by(scene: &Scene, clauses: &[ReportingClause], drafts: &mut Vec<Draft>) {
    let mut outlets = BTreeSet::new();
    for at in 0..drafts.len() {
        let found = outlet_in_commas(scene, &drafts[at]).or_else(|| outlet_behind(scene, &drafts[at]));
        let Some(outlet) = found.filter(|_| drafts[at].via.is_none()) else { continue };
        let reporter = reported_by(outlet, outlet.start - 2..outlet.start, &drafts[at].content);
        drafts[at].via = Some(drafts.len());
        drafts.push(reporter);
        outlets.insert(outlet.start);
    }
    let statements = (0..scene.document.tokens.len()).filter_map(|i| statement_reported_by(scene, i, clauses));
    drafts.extend(statements.filter(|reporter| reporter.source.is_some_and(|outlet| !outlets.contains(&outlet.start))));
}

/// "The road was closed, as first reported by Interfax": the outlet reports a statement that nobody else makes.
fn statement_reported_by(scene: &Scene, i: usize, clauses: &[ReportingClause]) -> Option<Draft> {
    let stated = if is_quoted_by(scene, i) { None } else { Some(stated_by(scene, i)?) };
    let range = scene.search_range(i);
    let at_as = (range.start..i).rev().find(|&j| scene.pos(j) != Pos::Adv || scene.lower(j) == "as")?;
    let stands_apart = at_as > range.start && !scene.is_word(at_as - 1);
    if scene.lower(at_as) != "as" || !stands_apart {
        return None;
    }
    let outlet = match stated {
        None => outlet_from(scene, i + 2, range)?,
        Some(_) => speaker_from(scene, i + 2, range)?,
    };
    let content = content_around(scene, Tokens::new(at_as, outlet.end), range, clauses);
    let closes = outlet.end >= range.end || !scene.is_word(outlet.end);
    let mut draft = reported_by(outlet, i..i + 2, &content);
    if let Some(entry) = stated {
        (draft.lemma, draft.stance) = (entry.lemma.to_owned(), entry.stance);
    }
    (closes && !content.is_empty()).then_some(draft)
}

/// "as announced by", "as shown by": the verb of saying at `i`, before "by".
fn stated_by(scene: &Scene, i: usize) -> Option<Entry> {
    if scene.lower(i + 1) != "by" {
        return None;
    }
    let entry = look_up(lists().cue_verbs, scene.lower(i))?;
    // "as required by law": what is done so is no claim of the law's.
    let is_of_action =
        matches!(entry.lemma, "require" | "determine" | "rule" | "decide" | "think" | "believe" | "mean");
    (entry.frames.that_clause() && !is_of_action).then_some(entry)
}

/// The outlet that is named from token `at` on. An outlet has a name: "a crash reported by a driver" is none.
fn outlet_from(scene: &Scene, at: usize, range: Tokens) -> Option<Tokens> {
    let has_name = |outlet: &Tokens| outlet.iter().any(|j| scene.document.is_capitalized(j));
    speaker_from(scene, at, range).filter(has_name)
}

/// Whoever can speak and is named from token `at` on.
fn speaker_from(scene: &Scene, at: usize, range: Tokens) -> Option<Tokens> {
    let who = noun_phrase_from(scene, at, range);
    (who.start < range.end && speaker::names_speaker(scene, who)).then_some(who)
}

/// The outlet behind the claim and its clause: "…, as quoted by X", "… in a speech quoted by X".
fn outlet_behind(scene: &Scene, draft: &Draft) -> Option<Tokens> {
    let cue = draft.cue?;
    let content = draft.content.iter().map(|run| run.end).filter(|&end| end > cue.end);
    let source = draft.source.map(|source| source.end);
    let from = content.chain(source).chain([cue.end]).max()?;
    let range = scene.sentence(cue.start);
    let ends = |j: usize| scene.is_finite(j) && !is_quoted_by(scene, j) || scene.quote_opened(j).is_some();
    let quoted =
        (from..range.end.min(from + FARTHEST_OUTLET)).take_while(|&j| !ends(j)).find(|&j| is_quoted_by(scene, j))?;
    let before = quoted.checked_sub(1)?;
    let is_account = lists().source_works.has(scene.lower(before));
    let outlet = outlet_from(scene, quoted + 2, range)?;
    (scene.lower(before) == "as" || is_account).then_some(outlet)
}

/// From a claim and its clause to the outlet that is quoted for it are at most this many tokens.
const FARTHEST_OUTLET: usize = 12;

fn is_quoted_by(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "quoted" | "cited" | "reported" | "carried") && scene.lower(i + 1) == "by"
}

/// The outlet between the commas after a claim's source: ", quoted by X,".
fn outlet_in_commas(scene: &Scene, draft: &Draft) -> Option<Tokens> {
    let comma = draft.source?.end;
    let cue = draft.cue?.start;
    let is_quoted = scene.is_comma(comma)
        && matches!(scene.lower(comma + 1), "quoted" | "cited" | "interviewed")
        && scene.lower(comma + 2) == "by";
    let close = cue.checked_sub(1).filter(|&close| scene.is_comma(close) && close > comma + 3)?;
    let outlet = Tokens::new(comma + 3, close);
    (is_quoted && !outlet.iter().any(|j| scene.is_comma(j))).then_some(outlet)
}

#[cfg(test)]
mod tests {
    use crate::claims::rules::check;

    #[test]
    fn quoted_as_saying() {
        check(
            "The governor was quoted by Interfax as saying that the road was closed.",
            "[Interfax] <quoted> the road was closed «quoted by»\n\
             [The governor] <quoted by Interfax as saying> the road was closed «quoted as saying»",
        );
        check("The governor was quoted in the morning paper.", "");
    }

    #[test]
    fn quotes_as_saying() {
        check(
            "The Herald quoted the governor as saying that the road was closed.",
            "[The Herald] <quoted> the road was closed «quotes as saying»\n\
             [the governor] <saying> the road was closed «quoted as saying»",
        );
        check("The Herald quoted the governor at length.", "");
    }

    #[test]
    fn quoted_by() {
        check(
            "The governor, quoted by Interfax, said the road was closed.",
            "[Interfax] <quoted by> the road was closed «quoted by»\n\
             [The governor] <said> the road was closed «verb and bare clause»",
        );
        check(
            "“The road is closed,” the governor said in a speech quoted by Interfax.",
            "[the governor] <said> “The road is closed,” «verb after quotation»\n\
             [Interfax] <quoted by> “The road is closed,” «quoted by»",
        );
        check(
            "“The road is closed,” said the governor, as quoted by Interfax.",
            "[the governor] <said> “The road is closed,” «verb after quotation»\n\
             [Interfax] <quoted by> “The road is closed,” «quoted by»",
        );
        check(
            "The road was closed on Friday, as first reported by Interfax.",
            "[Interfax] <reported by> The road was closed on Friday «quoted by»",
        );
        check("The road was as quiet as reported by Interfax.", "");
        check(
            "The road was closed on Friday, as announced by the ministry.",
            "[the ministry] <announced by> The road was closed on Friday «quoted by»",
        );
        check("The road was closed on Friday, as required by the ministry.", "");
        check("The road was as quiet as announced by the ministry.", "");
        check(
            "“The road is closed,” the governor said of the crash reported by a driver.",
            "[the governor] <said> “The road is closed,” «verb after quotation»",
        );
    }
}
