//! What the rules made of a text, and where each of them declined: for `tools explain`.

use super::choice::{Candidate, Chooser, Learned, Question};
use super::clause::{Place, ReportingClause, clauses_in};
use super::content::end;
use super::cues::Verb;
use super::rule::Rule;
use super::rules::RULES;
use super::scene::Scene;
use super::source::CANDIDATES;
use super::table::{Context, Find, Pass};
use super::tokens::Tokens;
use super::{passes, verbs};
use crate::document::Document;
use crate::mentions::Mention;
use crate::quotes::Quote;
use crate::tags::Syntax;
use crate::times::Time;

/// Lines about every cue of the text: what it was read as, and for each rule that looked at it whether it fired.
pub fn explain(
    document: &Document,
    syntax: &Syntax,
    quotes: &[Quote],
    mentions: &[Mention],
    times: &[Time],
) -> Vec<String> {
    let scene = Scene::new(document, syntax, quotes, mentions, times);
    let mut witness = Witness { scene: &scene, learned: Learned::committed(), lines: Vec::new() };
    let (drafts, clauses) = verbs::find(&scene, &mut witness);
    let chosen = witness.lines;
    let (in_clause, cues) = passes::places(&scene, &drafts);
    let mut lines = Vec::new();
    for i in 0..document.tokens.len() {
        let clauses = clauses_in(&clauses, scene.sentence(i));
        explain_verb(&scene, i, clauses, &mut lines);
        lines.extend(chosen.iter().filter(|(verb, _)| *verb == i).map(|(_, line)| line.clone()));
        let next = drafts.len();
        let context = Context { scene: &scene, clauses, drafts: &drafts, next, in_clause: &in_clause, cues: &cues };
        explain_word(&context, i, &mut lines);
    }
    lines
}

/// The best candidates that are shown, and what speaks loudest for or against each.
const MOST_CANDIDATES: usize = 3;
const MOST_VOTES: usize = 5;

/// Chooses by the weights and notes why.
struct Witness<'w> {
    scene: &'w Scene<'w>,
    learned: Learned<'static>,
    lines: Vec<(usize, String)>,
}

impl Witness<'_> {
    fn line(&self, question: Question, candidate: &Candidate, score: i32) -> String {
        let content: Vec<&str> = candidate.content.iter().map(|&run| words(self.scene, run)).collect();
        let votes = self.learned.votes(question, &candidate.features).into_iter().take(MOST_VOTES);
        let votes: Vec<String> = votes.map(|(name, sum)| format!("{name} {sum:+}")).collect();
        format!("    learned {question:?} {score:+} «{}»: {}", content.join(" // "), votes.join(", "))
    }
}

impl Chooser for Witness<'_> {
    fn choose(&mut self, question: Question, verb: usize, candidates: &[Candidate]) -> usize {
        let scores = self.learned.scores(question, candidates);
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|&i| (std::cmp::Reverse(scores[i]), i));
        for &i in order.iter().take(MOST_CANDIDATES) {
            let line = self.line(question, &candidates[i], scores[i]);
            self.lines.push((verb, line));
        }
        order.first().copied().unwrap_or(0)
    }

    fn shares(&mut self, lemma: &str, construction: Option<Rule>) -> [i16; 2] {
        self.learned.shares(lemma, construction)
    }
}

fn words<'s>(scene: &'s Scene, tokens: Tokens) -> &'s str {
    scene.span(tokens).map_or("", |span| scene.document.slice(span))
}

/// A reporting verb: its entry, its clause, the rules that looked for its content, the candidates for its source.
fn explain_verb(scene: &Scene, i: usize, clauses: &[ReportingClause], lines: &mut Vec<String>) {
    let Some(entry) = super::cues::verb_entry(scene, i) else { return };
    lines.push(format!("verb {}: {} ({})", scene.document.word(i), entry.lemma, entry.stance.name()));
    scene.forget();
    let Some(verb) = verbs::read(scene, i) else {
        lines.push(format!("  no reporting verb here{}", declined(scene)));
        return;
    };
    let cue = &verb.cue;
    lines.push(format!("  clause «{}», cue «{}»", words(scene, cue.clause), words(scene, cue.tokens)));
    lines.extend(cue.addressee.map(|addressee| format!("  addressee «{}»", words(scene, addressee))));
    for row in RULES {
        let Find::Place(find) = row.find else { continue };
        scene.forget();
        let Some(place) = find(&verb) else {
            lines.push(format!("  no   {}{}", row.rule.name(), declined(scene)));
            continue;
        };
        lines.push(format!("  YES  {}", row.rule.name()));
        explain_claim(&verb, place, clauses, lines);
        return;
    }
}

/// The end of a content after its clause, and the candidates for its source.
fn explain_claim(verb: &Verb, place: Place, clauses: &[ReportingClause], lines: &mut Vec<String>) {
    let Verb { scene, cue, range, .. } = verb;
    if let Place::After(start) = place {
        let end = end::right_end(scene, start, *range, cue.clause, clauses);
        let why = if end < range.end { end::why_ends(scene, start, end, cue.clause, clauses) } else { None };
        let why = why.unwrap_or("the end of the sentence or quotation");
        lines.push(format!("    content «{}», ended by {why}", words(scene, scene.trim(start..end))));
    }
    for (name, candidate) in CANDIDATES {
        let found = candidate(scene, cue, clauses).map_or("-".to_owned(), |s| format!("«{}»", words(scene, s)));
        lines.push(format!("    source {name}: {found}"));
    }
}

/// The rules for words at token `i`: those that fired, and those that declined with a reason.
fn explain_word(context: &Context, i: usize, lines: &mut Vec<String>) {
    let scene = context.scene;
    for row in RULES.iter().filter(|row| row.pass != Pass::Verbs) {
        scene.forget();
        let fired = match row.find {
            Find::Word(find) => find(context, i).is_some(),
            Find::Words(find) => find(context, i).is_some(),
            Find::Place(_) | Find::Text(_) | Find::Beside => continue,
        };
        let word = scene.document.word(i);
        if fired {
            lines.push(format!("word {word}: YES  {}", row.rule.name()));
        } else if scene.unmet().is_some() {
            lines.push(format!("word {word}: no   {}{}", row.rule.name(), declined(scene)));
        }
    }
}

fn declined(scene: &Scene) -> String {
    scene.unmet().map_or(String::new(), |what| format!(": {what}"))
}
