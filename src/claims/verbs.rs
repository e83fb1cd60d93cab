//! Reporting verbs to claims: is the verb a cue, where does a rule find its content, who is the source.

use super::claim::Stance;
use super::clause::{Place, ReportingClause, clauses_in};
use super::content::{after, before, split};
use super::cues::{self, Cue, Verb, verb_entry};
use super::draft::Draft;
use super::lexicon::Entry;
use super::rule::Rule;
use super::rules::RULES;
use super::scene::Scene;
use super::table::{Find, Row};
use super::tokens::Tokens;
use super::voice::{is_asked, is_headline_passive, is_passive, is_reduced_relative};
use super::{source, speaker, unsaid, untagged};
use crate::tags::{Form, Pos, Relation};

/// A reporting verb whose content a rule has placed, before the content is cut out.
struct Found<'s> {
    verb: Verb<'s>,
    place: Place,
    rule: Rule,
}

/// The claims of all reporting verbs, in text order; and all their clauses, for the rules that follow.
pub fn find(scene: &Scene) -> (Vec<Draft>, Vec<ReportingClause>) {
    let found: Vec<Found> = (0..scene.document.tokens.len()).filter_map(|i| place(scene, i)).collect();
    let all: Vec<ReportingClause> = found.iter().map(clause_of).collect();
    let drafts = found.iter().filter_map(|f| draft(f, clauses_in(&all, scene.sentence(f.verb.cue.verb)))).collect();
    (drafts, all)
}

fn clause_of(found: &Found) -> ReportingClause {
    let cue = &found.verb.cue;
    ReportingClause { cue: cue.verb, clause: cue.clause, place: found.place, subject: cue.subject }
}

/// Reads the verb at `i` as a reporting verb and says where its content is.
fn place<'s>(scene: &'s Scene<'s>, i: usize) -> Option<Found<'s>> {
    let verb = read(scene, i)?;
    let (rule, place) = rows().find_map(|(rule, find)| Some((rule, find(&verb)?)))?;
    let is_verb = !is_reduced_relative(scene, i) || is_main_verb(scene, &verb.cue, place, verb.range);
    is_verb.then_some(Found { verb, place, rule })
}

/// The rules that know the place of a content, from the surest to the boldest.
pub fn rows() -> impl Iterator<Item = (Rule, fn(&Verb) -> Option<Place>)> {
    RULES.iter().filter_map(|row| match row {
        Row { rule, find: Find::Place(find), .. } => Some((*rule, *find)),
        _ => None,
    })
}

/// The verb at `i` with its reporting clause, if somebody says something with it.
pub fn read<'s>(scene: &'s Scene<'s>, i: usize) -> Option<Verb<'s>> {
    let entry = verb_entry(scene, i)?;
    if is_attribute(scene, i) || is_of_another_construction(scene, i, &entry) {
        return None;
    }
    let cue = cues::read(scene, i, &entry);
    let range = scene.search_range(i);
    (!is_free_relative(scene, &cue, range)).then_some(Verb { scene, entry, cue, range })
}

/// "the said house": no verb of a clause, by the parser and by the words around it.
fn is_attribute(scene: &Scene, i: usize) -> bool {
    matches!(scene.relation(i), Relation::Amod | Relation::Compound | Relation::Case | Relation::Fixed)
        && !untagged::is_main(scene, i)
}

/// Passives, "Asked whether …, she said", "asked not to be named", "quoted as saying": other rules read them.
fn is_of_another_construction(scene: &Scene, i: usize, entry: &Entry) -> bool {
    let asks_not_to_be_named = scene.lower(i + 1) == "not" && scene.lower(i + 2) == "to" && scene.lower(i + 3) == "be";
    let is_quoted_as = scene.form(i) == Form::Vbg && i > 0 && scene.lower(i - 1) == "as";
    is_headline_passive(scene, i)
        || is_passive(scene, i) && !is_reduced_relative(scene, i)
        || asks_not_to_be_named
        || entry.lemma == "ask" && is_asked(scene, i)
        || is_quoted_as
        || unsaid::is_unsaid(scene, i)
        || is_done_by_agent(scene, i)
}

/// "new locks suggested by the guild": a participle whose agent follows, which the tagger takes for a past tense.
fn is_done_by_agent(scene: &Scene, i: usize) -> bool {
    let agent = i + 2;
    let names = matches!(scene.pos(agent), Pos::Det | Pos::Propn | Pos::Pron) && !scene.is_time(agent);
    let follows_noun = i > 0 && matches!(scene.pos(i - 1), Pos::Noun);
    follows_noun && scene.lower(i).ends_with("ed") && scene.lower(i + 1) == "by" && names
}

/// Cuts out the content and names the source.
fn draft(found: &Found, clauses: &[ReportingClause]) -> Option<Draft> {
    let Found { verb: Verb { scene, entry, cue, range }, place, rule } = found;
    let mut draft = Draft::new(*rule, entry.lemma, entry.stance, cue.tokens, cue.clause);
    draft.negated = cue.negated;
    // Who is accused is not told.
    draft.addressee = cue.addressee.filter(|_| !entry.frames.of_gerund());
    draft.content = match *place {
        Place::After(start) => after::of_verb(scene, start, cue, *range, clauses),
        Place::Before => before::before(scene, cue.clause, *range, clauses),
        Place::SplitByClause(end) => split::around(scene, cue, end, *range, clauses)?,
    };
    // "saying he was ill": what the parser takes for the subject of "saying" is part of the content.
    let overlaps_content = |s: Tokens| draft.content.iter().any(|c| c.start < s.end && s.start < c.end);
    draft.source = source::choose(scene, cue, clauses).filter(|&s| !overlaps_content(s));
    if draft.content.is_empty() || !has_source(scene, entry, *place, &draft) {
        return None;
    }
    if is_generic_pronoun_in_quote(scene, cue, &draft) {
        return None;
    }
    decline(scene, cue.verb, &mut draft);
    Some(draft)
}

/// Somebody who can say such a thing; only a quotation before its verb may do without.
fn has_source(scene: &Scene, entry: &Entry, place: Place, draft: &Draft) -> bool {
    let is_direct = || draft.content.iter().any(|c| scene.quote_opened(c.start).is_some());
    match draft.source {
        Some(source) => speaker::can_say(scene, source, entry),
        None => is_direct() && place == Place::Before,
    }
}

/// "What we told this community was not true": the words that were told, not what was said in them.
fn is_free_relative(scene: &Scene, cue: &Cue, range: Tokens) -> bool {
    let opens = cue.clause.start == range.start + 1 && scene.lower(range.start) == "what";
    opens && cue.subject.is_some() && !scene.is_comma(cue.clause.end)
}

/// Whether what looks like a participle is the verb of its clause: its source stands right before it, no other verb can
/// be the clause's, and it has a content.
fn is_main_verb(scene: &Scene, cue: &Cue, place: Place, range: Tokens) -> bool {
    let Some(subject) = &cue.subject else { return false };
    let start = match place {
        Place::Before => return subject.end <= cue.verb || subject.start == cue.tokens.end,
        Place::SplitByClause(_) => return false,
        Place::After(start) => start,
    };
    let clause_start = (range.start..subject.start).rev().find(|&j| !scene.is_word(j)).map_or(range.start, |j| j + 1);
    let marked = scene.lower(start - 1) == "that" && !scene.is_finite(start)
        || scene.lower(start) == "to"
        || scene.lower(start - 1) == "of" && cue.addressee.is_some()
        || scene.quote_opened(start).is_some();
    subject.end <= cue.verb && marked && !scene.has_finite(clause_start..cue.verb)
}

/// "you say", "I tell you" inside a quotation: nobody reports anything there.
fn is_generic_pronoun_in_quote(scene: &Scene, cue: &Cue, draft: &Draft) -> bool {
    let Some(source) = draft.source.as_ref().filter(|_| scene.quote_around(cue.verb).is_some()) else { return false };
    let is_pronoun = source.len() == 1
        && matches!(scene.lower(source.start), "i" | "you" | "we" | "they" | "people" | "that" | "who");
    let is_told = scene.form(cue.verb) == Form::Vbd && (scene.lower(source.start) != "you");
    is_pronoun && !is_told
}

/// "declined to say whether": the saying did not take place.
fn decline(scene: &Scene, verb: usize, draft: &mut Draft) {
    if scene.relation(verb) != Relation::Xcomp {
        return;
    }
    let governor = scene.head(verb);
    if matches!(
        scene.lower(governor),
        "declined" | "declines" | "refused" | "refuses" | "refusing" | "declining" | "decline" | "refuse"
    ) && governor < verb
    {
        draft.stance = Stance::Declines;
        draft.lemma = if scene.lower(governor).starts_with('d') { "decline" } else { "refuse" }.to_owned();
        draft.cue = Some(Tokens::new(governor, verb + 1));
        draft.rule = Rule::DeclinedToSay;
    }
}
