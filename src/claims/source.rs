//! The source of a reporting verb: candidates from the surest to the boldest, the first is believed.

use super::clause::{Place, ReportingClause};
use super::content::end;
use super::cues::Cue;
use super::scene::Scene;
use super::subject;
use super::tokens::Tokens;
use crate::model::lists;
use crate::tags::{Form, Pos};

/// A way to find the words that name the source of a verb.
pub type Candidate = fn(&Scene, &Cue, &[ReportingClause]) -> Option<Tokens>;

/// The ways, each with its name.
pub const CANDIDATES: &[(&str, Candidate)] = &[
    ("beside the verb", beside_verb),
    ("subject of an earlier cue", of_earlier_cue),
    ("subject of a governor", of_governor),
];

/// The words that name the source of a reporting verb.
pub fn choose(scene: &Scene, cue: &Cue, clauses: &[ReportingClause]) -> Option<Tokens> {
    CANDIDATES.iter().find_map(|(_, candidate)| candidate(scene, cue, clauses))
}

/// "Coles, | in its March release, | reported", "the council | in their study | showed": without where and how it was said.
pub fn without_occasion(scene: &Scene, source: Tokens) -> Tokens {
    let opens = |&j: &usize| {
        let follows_comma = scene.is_comma(j - 1);
        let is_led = match scene.lower(j) {
            "in" => follows_comma && !scene.is_time(j + 1) || tells_medium(scene, Tokens::new(j + 1, source.end)),
            "at" => follows_comma && (scene.is_time(j + 1) || scene.lower(j + 2) == "time"),
            "during" => true,
            _ => false,
        };
        // "Roe, in charge of the club": that says who it is.
        is_led && !(follows_comma && matches!(scene.lower(j + 1), "charge" | "line"))
    };
    let first = source.start + 1;
    let names = |cut: usize| (source.start..cut).any(|j| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Pron));
    let cut = (first..source.end).find(opens).filter(|&cut| names(cut));
    cut.map_or(source, |cut| source.with_end(if scene.is_comma(cut - 1) { cut - 1 } else { cut }))
}

/// "its recent report", "a statement": whose, and a document or a medium.
fn tells_medium(scene: &Scene, words: Tokens) -> bool {
    let lists = lists();
    let opens = matches!(scene.lower(words.start), "its" | "his" | "her" | "their" | "a" | "an");
    // "participants in her study": those are its people.
    let is_inquiry = |j: usize| matches!(scene.lower(j), "study" | "survey" | "trial" | "poll" | "research");
    let is_medium =
        |j: usize| !is_inquiry(j) && (lists.source_works.has(scene.lower(j)) || lists.media.has(scene.lower(j)));
    !words.is_empty() && opens && words.iter().skip(1).take(LONGEST_MEDIUM).any(is_medium)
}

/// Words of such a document are at most this many.
const LONGEST_MEDIUM: usize = 6;

fn beside_verb(scene: &Scene, cue: &Cue, _: &[ReportingClause]) -> Option<Tokens> {
    cue.subject.filter(|&subject| is_phrase(scene, subject))
}

fn of_earlier_cue(scene: &Scene, cue: &Cue, clauses: &[ReportingClause]) -> Option<Tokens> {
    subject_shared_with_earlier_cue(scene, cue.tokens, cue.verb, clauses)
}

fn of_governor(scene: &Scene, cue: &Cue, _: &[ReportingClause]) -> Option<Tokens> {
    subject::inherited(scene, cue.verb)
}

/// "the start of a process to | suggest": what begins or ends with a preposition names nobody.
fn is_phrase(scene: &Scene, source: Tokens) -> bool {
    let leads = matches!(scene.lower(source.start), "of" | "to" | "from" | "by" | "with" | "into");
    !leads && !matches!(scene.lower(source.end - 1), "to" | "of" | "from")
}

/// ", adding that", "and warned that": a verb without subject goes on with the reporting clause whose content ends there,
/// the outermost first; a participle that no content leads up to, with the last clause.
pub fn subject_shared_with_earlier_cue(
    scene: &Scene,
    tokens: Tokens,
    verb: usize,
    all: &[ReportingClause],
) -> Option<Tokens> {
    let before = tokens.start.checked_sub(1)?;
    let is_participle =
        scene.form(verb) == Form::Vbg && (scene.is_comma(before) || scene.quote_closed(before).is_some());
    let is_joined = matches!(scene.lower(before), "and" | "but" | "or");
    if !is_participle && !is_joined {
        return None;
    }
    let range = scene.search_range(verb);
    let around = scene.quote_around(verb);
    let goes_on = |p: &&ReportingClause| p.cue < verb && p.subject.is_some() && scene.quote_around(p.cue) == around;
    // "said … but did not say": the auxiliary has the tense.
    let is_same = |cue: usize| scene.same_tense(cue, verb) || scene.same_tense(cue, tokens.start);
    let leads_up = |p: &&ReportingClause| {
        let end = match p.place {
            Place::After(start) => end::right_end(scene, start, range, p.clause, all),
            Place::Before | Place::SplitByClause(_) => p.clause.end,
        };
        end + 2 >= tokens.start && end <= tokens.start && (is_participle || is_same(p.cue))
    };
    let main = all.iter().filter(goes_on).find(leads_up);
    let last = || all.iter().rfind(|p| goes_on(p) && scene.form(p.cue) != Form::Vbg).filter(|_| is_participle);
    main.or_else(last)?.subject
}
