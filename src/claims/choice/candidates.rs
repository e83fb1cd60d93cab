//! The runs of words around a reporting verb that may be its content: each start with each end.

use super::Decision;
use crate::claims::clause::ReportingClause;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::tags::{Form, Pos, Relation};

/// Starts after the clause that are tried, starts before it, and ends for each start.
const MOST_STARTS: usize = 9;
const MOST_LEFT_STARTS: usize = 14;
const MOST_ENDS: usize = 24;
/// A start after a comma or "that" lies at most so far from the verb, and there are at most so many.
const FARTHEST_START: usize = 30;
const MOST_LATE_STARTS: usize = 6;
/// Tokens of a source between a quotation and its verb are at most this many.
pub const LONGEST_SOURCE: usize = 30;
/// Ends and left starts that are tried for a content on both sides of its clause.
const MOST_SPLIT_ENDS: usize = 6;
const MOST_SPLIT_STARTS: usize = 2;

/// All of them, each once; what the rules propose is the first.
pub fn contents(decision: &Decision) -> Vec<Vec<Tokens>> {
    let mut all = Distinct { scene: decision.verb.scene, contents: Vec::new(), keys: Vec::new() };
    let range = decision.verb.range;
    if let Some(draft) = decision.proposal {
        all.add(draft.content.clone());
        other_ends(decision, &draft.content, &mut all);
    }
    for start in starts(decision) {
        for end in ends(decision.verb.scene, start, range) {
            all.add(vec![Tokens::new(start, end)]);
        }
    }
    before(decision, &mut all);
    if let Some((proposed, joined)) = joined_verb(decision) {
        let passes = |last: &Tokens| last.end > proposed && last.end > joined;
        all.contents.retain(|content| !content.last().is_some_and(passes));
    }
    all.contents
}

/// A content that was chosen, gone on with past its reporting clause where it has a subject without its verb.
pub fn whole(decision: &Decision, mut content: Vec<Tokens>) -> Vec<Tokens> {
    let has = |at: usize| content.iter().any(|run| run.contains(at));
    if interrupted(decision).is_some_and(|(subject, verb)| has(subject) && !has(verb)) {
        let range = decision.verb.range;
        content.push(decision.verb.scene.trim(decision.verb.cue.clause.end..range.end));
    }
    content
}

/// "The man who fell | , the club said, | is well": the subject before a clause and its verb after it.
fn interrupted(decision: &Decision) -> Option<(usize, usize)> {
    let (scene, range, clause) = (decision.verb.scene, decision.verb.range, decision.verb.cue.clause);
    let is_inside = clause.start > range.start && is_mark(scene, clause.start - 1) && is_mark(scene, clause.end);
    let verb = (clause.end + 1..range.end).find(|&j| scene.pos(j) != Pos::Adv).filter(|_| is_inside)?;
    // "…, stated the aide, said the agency".
    if decision.others.iter().any(|other| other.cue == verb) {
        return None;
    }
    let head = if scene.pos(verb) == Pos::Aux { scene.syntax.words[verb].head } else { verb };
    let is_verb = matches!(scene.pos(verb), Pos::Aux | Pos::Verb) && scene.is_finite(verb) && head >= verb;
    let subject = scene.syntax.child(head, &[Relation::Nsubj, Relation::NsubjPass]).filter(|_| is_verb)?;
    (range.start..clause.start).contains(&subject).then_some((subject, verb))
}

/// "said the road was closed | and warned that …": where the proposed content ends, and a verb of saying right after it that
/// is joined to this one and has words of its own. No content goes on past it.
fn joined_verb(decision: &Decision) -> Option<(usize, usize)> {
    let scene = decision.verb.scene;
    let proposed = decision.proposal?.content.last().filter(|run| !run.is_empty())?.end;
    let joint = proposed + usize::from(scene.is_comma(proposed));
    let says = |at: usize| scene.lower(at) == "that" || scene.quote_opened(at).is_some();
    let joined = |other: &&ReportingClause| {
        other.subject.is_none()
            && (joint + 1..=joint + 2).contains(&other.cue)
            && says(other.clause.end)
            && scene.same_tense(decision.verb.cue.verb, other.cue)
    };
    let other = decision.others.iter().find(joined).filter(|_| matches!(scene.lower(joint), "and" | "but"))?;
    Some((proposed, other.cue))
}

/// "The ship | is said | to have slowed": what is proposed in several runs, with other ends of the last.
fn other_ends(decision: &Decision, content: &[Tokens], all: &mut Distinct) {
    let Some((last, first)) = content.split_last().filter(|(last, first)| !first.is_empty() && !last.is_empty()) else {
        return;
    };
    for end in
        ends(decision.verb.scene, last.start, decision.verb.range.with_end(decision.verb.range.end.max(last.end)))
    {
        all.add(first.iter().copied().chain([Tokens::new(last.start, end)]).collect());
    }
}

/// Contents by the words at their ends.
struct Distinct<'s> {
    scene: &'s Scene<'s>,
    contents: Vec<Vec<Tokens>>,
    keys: Vec<Vec<Tokens>>,
}

impl Distinct<'_> {
    fn add(&mut self, content: Vec<Tokens>) {
        let trimmed: Vec<Tokens> =
            content.iter().map(|&run| self.scene.trim(run)).filter(|run| !run.is_empty()).collect();
        let key: Vec<Tokens> = trimmed.iter().filter_map(|&run| self.words(run)).collect();
        if !key.is_empty() && !self.keys.contains(&key) {
            self.keys.push(key);
            self.contents.push(trimmed);
        }
    }

    /// From the first word to the last.
    fn words(&self, run: Tokens) -> Option<Tokens> {
        let first = run.iter().find(|&i| self.scene.is_word(i))?;
        let last = run.iter().rfind(|&i| self.scene.is_word(i))?;
        Some(Tokens::new(first, last + 1))
    }
}

/// Where a content after the clause may begin.
fn starts(decision: &Decision) -> Vec<usize> {
    let (scene, cue, range) = (decision.verb.scene, &decision.verb.cue, decision.verb.range);
    let mut starts = Vec::new();
    let mut add = |start: usize| {
        if start > cue.verb && start < range.end && !starts.contains(&start) {
            starts.push(start);
        }
    };
    let proposed = decision.proposal.and_then(|d| d.content.first()).map(|c| c.start);
    let bases = [proposed, Some(cue.clause.end), Some(cue.tokens.end), cue.addressee.map(|a| a.end)];
    for base in bases.into_iter().flatten() {
        add(base);
        let next = base + usize::from(is_mark(scene, base));
        add(next);
        if matches!(scene.lower(next), "that" | "of" | "as" | "for") {
            add(next + 1);
        }
    }
    if decision.verb.entry.frames.object() {
        add(past_nouns(scene, cue.tokens.end, range));
    }
    let opens = |&j: &usize| is_opening(scene, j) || scene.quote_opened(j).is_some();
    let late = (cue.tokens.end..range.end.min(cue.tokens.end + FARTHEST_START)).filter(opens).take(MOST_LATE_STARTS);
    late.for_each(|j| add(if scene.quote_opened(j).is_some() { j } else { j + 1 }));
    starts.truncate(MOST_STARTS);
    starts
}

/// "told | the Herald | he would stay": past the noun phrase of who is told.
fn past_nouns(scene: &Scene, from: usize, range: Tokens) -> usize {
    let belongs = |j: &usize| {
        !scene.is_time(*j) && matches!(scene.pos(*j), Pos::Det | Pos::Adj | Pos::Propn | Pos::Noun | Pos::Num)
    };
    from + (from..range.end).take_while(belongs).count()
}

fn is_opening(scene: &Scene, j: usize) -> bool {
    matches!(scene.lower(j), "that" | "," | ":")
}

fn is_mark(scene: &Scene, j: usize) -> bool {
    scene.is_comma(j) || scene.lower(j) == ":" || scene.is_dash(j)
}

/// Where a content that begins at `start` may end: at a mark, before a joining word, a participle, a phrase of its own.
pub fn ends(scene: &Scene, start: usize, range: Tokens) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = start;
    while at < range.end && ends.len() < MOST_ENDS {
        if let Some(quote) = scene.quote_opened(at) {
            let end = scene.quote_tokens(quote).end;
            ends.push(end);
            if end > range.end {
                return ends;
            }
            at = end.max(at + 1);
            continue;
        }
        if at > start && may_end(scene, at) {
            ends.push(at);
        }
        at += 1;
    }
    ends.push(range.end);
    ends
}

/// Whether a content may end before token `at`.
fn may_end(scene: &Scene, at: usize) -> bool {
    if !scene.is_word(at) {
        return matches!(scene.lower(at), "," | ";" | ":" | ")" | "]") || scene.is_dash(at);
    }
    matches!(scene.pos(at), Pos::Cconj | Pos::Sconj)
        || scene.form(at) == Form::Vbg
        || scene.quote_closed(at - 1).is_some()
        || scene.is_time(at) && !scene.is_time(at - 1)
        || is_phrase_of_clause(scene, at)
        || is_joining(scene.lower(at))
}

/// "told reporters *in* May": a preposition whose phrase hangs on a verb before it.
fn is_phrase_of_clause(scene: &Scene, at: usize) -> bool {
    let noun = scene.head(at);
    scene.pos(at) == Pos::Adp
        && scene.relation(at) == Relation::Case
        && scene.head(noun) < at
        && scene.relation(noun) == Relation::Obl
}

/// Words that may open what is no part of the content, whatever the tagger takes them for.
fn is_joining(word: &str) -> bool {
    let class = super::look::class_of(word);
    (9..=24).contains(&class) || matches!(word, "following" | "amid")
}

/// Contents before the clause, alone and with what goes on after it.
fn before(decision: &Decision, all: &mut Distinct) {
    let (scene, cue, range) = (decision.verb.scene, &decision.verb.cue, decision.verb.range);
    if cue.clause.start <= range.start {
        return;
    }
    let starts = left_starts(scene, cue.clause.start, range);
    starts.iter().for_each(|&start| all.add(vec![Tokens::new(start, cue.clause.start)]));
    if let Some(close) = quotation_apart(scene, cue.clause.start, range) {
        let starts = starts.iter().filter(|&&start| start < close);
        starts.take(MOST_SPLIT_STARTS).for_each(|&start| all.add(vec![Tokens::new(start, close)]));
    }
    let mut after = cue.clause.end;
    if is_mark(scene, after) || scene.lower(after) == ";" {
        after += 1;
    }
    if after >= range.end {
        return;
    }
    let ends = ends(scene, after, range);
    for &end in ends.iter().rev().take(MOST_SPLIT_ENDS) {
        for &start in starts.iter().take(MOST_SPLIT_STARTS) {
            all.add(vec![Tokens::new(start, cue.clause.start), Tokens::new(after, end)]);
        }
    }
}

/// "“…,” Ida Reyes, who chairs the club, | told the Herald": where the last quotation before the clause ends, if words of a
/// long source stand between.
fn quotation_apart(scene: &Scene, clause: usize, range: Tokens) -> Option<usize> {
    let first = clause.saturating_sub(LONGEST_SOURCE).max(range.start);
    let close = (first..clause).rev().find(|&j| scene.quote_closed(j).is_some())? + 1;
    (scene.count_words(close..clause) > 0).then_some(close)
}

/// Where a content that ends before the clause may begin: with its quotation, its sentence, after a mark or a joining word.
fn left_starts(scene: &Scene, clause: usize, range: Tokens) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut add = |start: usize| {
        if start < clause && !starts.contains(&start) {
            starts.push(start);
        }
    };
    let last = (range.start..clause).rev().find(|&j| !is_mark(scene, j));
    if let Some(quote) = last.and_then(|j| scene.quote_closed(j)) {
        let start = scene.quote_tokens(quote).start;
        add(start);
        if start < range.start {
            add(scene.sentence(start).start);
        }
    }
    add(range.start);
    for j in range.start..clause {
        if scene.quote_opened(j).is_some() {
            add(j);
        } else if opens_after(scene, j) {
            add(j + 1);
        }
        if matches!(scene.lower(j), "as" | "if" | "because") {
            add(j);
        }
    }
    starts.truncate(MOST_LEFT_STARTS);
    starts
}

fn opens_after(scene: &Scene, j: usize) -> bool {
    matches!(scene.lower(j), "," | ";" | ":" | "that")
        || scene.is_dash(j)
        || matches!(scene.pos(j), Pos::Cconj | Pos::Sconj)
}
