//! Reporting verbs to claims: is the verb a cue, where does a rule find its content, who is the source.

use super::choice::{self, Chooser, Decision, Question};
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
use super::{source, speaker, telling, unsaid, untagged};
use crate::tags::{Form, Pos, Relation};

/// A reporting verb with the place of its content, where a rule knows it.
struct Reading<'s> {
    verb: Verb<'s>,
    place: Option<(Rule, Place)>,
}

impl Reading<'_> {
    fn clause(&self, place: Place) -> ReportingClause {
        let cue = &self.verb.cue;
        ReportingClause { cue: cue.verb, clause: cue.clause, place, subject: cue.subject }
    }
}

/// The claims of all reporting verbs, in text order; and the clauses that the rules know, for the rules that follow.
pub fn find(scene: &Scene, chooser: &mut dyn Chooser) -> (Vec<Draft>, Vec<ReportingClause>) {
    let verbs = (0..scene.document.tokens.len()).filter_map(|i| read(scene, i));
    let readings: Vec<Reading> = verbs.map(|verb| Reading { place: place(&verb), verb }).collect();
    let placed: Vec<ReportingClause> = readings.iter().filter_map(|r| Some(r.clause(r.place?.1))).collect();
    let all: Vec<ReportingClause> = readings.iter().map(|r| r.clause(r.place.map_or(Place::Before, |p| p.1))).collect();
    let drafts = readings.iter().filter_map(|r| {
        let sentence = scene.sentence(r.verb.cue.verb);
        choose(r, clauses_in(&placed, sentence), clauses_in(&all, sentence), chooser)
    });
    (drafts.collect(), placed)
}

/// Which rule knows where the content of a verb is.
fn place(verb: &Verb) -> Option<(Rule, Place)> {
    let (rule, place) = rows().find_map(|(rule, find)| Some((rule, find(verb)?)))?;
    let is_verb =
        !is_reduced_relative(verb.scene, verb.cue.verb) || is_main_verb(verb.scene, &verb.cue, place, verb.range);
    is_verb.then_some((rule, place))
}

/// What the verb says, among what the rules propose and the words around it.
fn choose(
    reading: &Reading,
    clauses: &[ReportingClause],
    others: &[ReportingClause],
    chooser: &mut dyn Chooser,
) -> Option<Draft> {
    let verb = &reading.verb;
    let proposal = reading.place.and_then(|(rule, place)| draft(verb, rule, place, clauses));
    // What is called or described as something is found by a rule of its own.
    let frames = verb.entry.frames;
    if proposal.is_none() && (frames.verdict() || frames.verdict_after_as()) && !frames.clause() {
        return None;
    }
    // "The man accused of hiding it": nobody speaks but in a passive, which has a rule of its own.
    if proposal.is_none() && is_reduced_relative(verb.scene, verb.cue.verb) {
        return None;
    }
    let proposed = source::choose(verb.scene, &verb.cue, clauses);
    let decision = Decision {
        verb,
        proposal: proposal.as_ref(),
        source: proposed,
        can_say: proposed.is_some_and(|s| speaker::can_say(verb.scene, s, &verb.entry)),
        others,
        shares: chooser.shares(verb.entry.lemma, proposal.as_ref().map(|draft| draft.rule)),
    };
    let mut candidates = decision.candidates();
    let chosen = candidates.swap_remove(chooser.choose(Question::Content, verb.cue.verb, &candidates));
    let content = choice::whole(&decision, chosen.content);
    let mut draft = match proposal {
        _ if content.is_empty() => return None,
        Some(proposal) if proposal.content == content => proposal,
        _ => another(verb, content),
    };
    let mut sources = choice::sources(verb, &draft, clauses);
    let chosen = chooser.choose(Question::Source, verb.cue.verb, &sources);
    let source = sources.swap_remove(chosen).content.first().copied();
    draft.source = source.map(|words| source::without_occasion(verb.scene, words));
    // Only a quotation before its verb may do without a source.
    (draft.source.is_some() || draft.rule == Rule::VerbAfterQuotation).then_some(draft)
}

/// A claim whose content is not where the rules look for it.
fn another(verb: &Verb, content: Vec<Tokens>) -> Draft {
    let mut draft = blank(verb, rule_of(verb, &content));
    draft.content = content;
    decline(verb.scene, verb.cue.verb, &mut draft);
    draft
}

/// The construction of a content, by how it lies to its verb and how it begins.
fn rule_of(verb: &Verb, content: &[Tokens]) -> Rule {
    let Some(first) = content.first() else { return Rule::VerbAndBareClause };
    let opens = verb.scene.quote_opened(first.start).is_some();
    let before = first.start.saturating_sub(1);
    match verb.scene.lower(first.start) {
        _ if first.start < verb.cue.verb && opens => Rule::VerbAfterQuotation,
        _ if first.start < verb.cue.verb => Rule::VerbAfterStatement,
        _ if opens => Rule::VerbBeforeQuotation,
        _ if verb.scene.lower(before) == "that" => Rule::VerbAndThatClause,
        _ if verb.scene.lower(before) == ":" => Rule::VerbAndColon,
        "to" => Rule::VerbAndInfinitive,
        "whether" | "why" | "how" | "what" | "when" | "where" | "who" | "if" => Rule::VerbAndQuestion,
        _ if verb.scene.form(first.start) == Form::Vbg => Rule::VerbAndGerund,
        _ => Rule::VerbAndBareClause,
    }
}

/// A claim of the verb, still without content and source.
fn blank(verb: &Verb, rule: Rule) -> Draft {
    let Verb { entry, cue, .. } = verb;
    let stance = if is_of_action(rule) { entry.stance_of_action } else { entry.stance };
    let mut draft = Draft::new(rule, entry.lemma, stance, cue.tokens, cue.clause);
    draft.negated = cue.negated;
    // Who is accused is not told.
    // "warned of floods" and "told about it" tell of what, and not whom.
    let is_topic = |words: &Tokens| matches!(verb.scene.lower(words.start), "of" | "about" | "on" | "over" | "against");
    draft.addressee = cue.addressee.filter(|words| !entry.frames.of_gerund() && !is_topic(words));
    draft
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
    if is_attribute(scene, i) || ends_name(scene, i) || is_of_another_construction(scene, i, &entry) {
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

/// "Sultan Qaboos Bin Said Al Said | ruled": capitalised as the word before, and the verb follows.
fn ends_name(scene: &Scene, i: usize) -> bool {
    let is_capitalized = |j: usize| scene.document.is_capitalized(j);
    i > scene.sentence(i).start
        && is_capitalized(i)
        && is_capitalized(i - 1)
        && !scene.in_headline(i)
        && scene.is_finite(i + 1)
        && !is_capitalized(i + 1)
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
        || is_as_reported_by(scene, i)
        || telling::is_told(scene, i)
}

/// "…, as further reported by the Herald": a participle.
fn is_as_reported_by(scene: &Scene, i: usize) -> bool {
    let before = (i.saturating_sub(2)..i).rev().find(|&j| scene.pos(j) != Pos::Adv);
    scene.lower(i + 1) == "by" && before.is_some_and(|j| scene.lower(j) == "as")
}

/// "new locks suggested by the guild": a participle whose agent follows, which the tagger takes for a past tense.
fn is_done_by_agent(scene: &Scene, i: usize) -> bool {
    let agent = i + 2;
    let names = matches!(scene.pos(agent), Pos::Det | Pos::Propn | Pos::Pron) && !scene.is_time(agent);
    let follows_noun = i > 0 && matches!(scene.pos(i - 1), Pos::Noun);
    follows_noun && scene.lower(i).ends_with("ed") && scene.lower(i + 1) == "by" && names
}

/// Cuts out the content and names the source.
fn draft(verb: &Verb, rule: Rule, place: Place, clauses: &[ReportingClause]) -> Option<Draft> {
    let Verb { scene, entry, cue, range } = verb;
    let mut draft = blank(verb, rule);
    draft.content = match place {
        Place::After(start) => after::of_verb(scene, start, cue, *range, clauses),
        Place::Before => before::before(scene, cue.clause, *range, clauses),
        Place::SplitByClause(end) => split::around(scene, cue, end, *range, clauses)?,
    };
    // "saying he was ill": what the parser takes for the subject of "saying" is part of the content.
    let overlaps_content = |s: Tokens| draft.content.iter().any(|c| c.start < s.end && s.start < c.end);
    draft.source = source::choose(scene, cue, clauses).filter(|&s| !overlaps_content(s));
    if draft.content.is_empty() || !has_source(scene, entry, place, &draft) {
        return None;
    }
    if is_generic_pronoun_in_quote(scene, cue, &draft) {
        return None;
    }
    decline(scene, cue.verb, &mut draft);
    Some(draft)
}

/// Whether the content says what somebody is to do, or does.
fn is_of_action(rule: Rule) -> bool {
    matches!(rule, Rule::VerbAndInfinitive | Rule::VerbAndGerund)
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
