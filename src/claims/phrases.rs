//! Cues that are no verbs of saying: "according to X", "citing X", "in the words of X", "per X", "as X put it", "reportedly".

use super::content::{self, Placed};
use super::draft::Draft;
use super::scene::{Scene, Tokens};
use super::{Stance, source};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// All claims of these cues.
pub fn find(scene: &Scene, all: &[Placed], drafts: &mut Vec<Draft>) {
    let verbs = drafts.len();
    for sentence in &scene.document.sentences {
        let all = content::near(all, &sentence.tokens);
        for i in sentence.tokens.clone() {
            if let Some(length) = prepositional(scene, i) {
                drafts.extend(by_phrase(scene, i, length, all));
            } else if is_citing(scene, i) {
                let cited = citing(scene, i, &drafts[..verbs]).or_else(|| citing_words(scene, i));
                drafts.extend(cited);
            } else if is_report_adverb(scene.lower(i)) {
                drafts.extend(by_adverb(scene, i));
            }
        }
    }
}

/// How many tokens a prepositional cue has that begins at `i`.
fn prepositional(scene: &Scene, i: usize) -> Option<usize> {
    let next = |n: usize| scene.lower(i + n);
    match scene.lower(i) {
        "according" if next(1) == "to" => Some(2),
        "in" if next(1) == "the" && next(2) == "words" && next(3) == "of" => Some(4),
        "in" if next(1) == "the" && matches!(next(2), "opinion" | "estimation") && next(3) == "of" => Some(4),
        "per" if scene.pos(i + 1) == Pos::Propn || next(1) == "the" || next(1) == "a" => {
            let starts = i == scene.sentence(i).start || scene.is_comma(i.wrapping_sub(1));
            starts.then_some(1)
        }
        _ => None,
    }
}

/// "According to X, …", "…, according to X", "X, in the words of Y, is …".
fn by_phrase(scene: &Scene, i: usize, length: usize, all: &[Placed]) -> Option<Draft> {
    let bounds = scene.bounds(i);
    let first = i + length;
    if first >= bounds.end {
        return None;
    }
    let source = phrase_from(scene, first, &bounds);
    let clause = i..past_relative(scene, source.end, &bounds);
    let lemma: Vec<&str> = (i..first).map(|j| scene.lower(j)).collect();
    let rule = match scene.lower(i) {
        "according" => "according to",
        "per" => "per",
        _ => "in the words of",
    };
    let mut draft = Draft::new(rule, &lemma.join(" "), Stance::Asserts, i..first, clause.clone());
    draft.content = around(scene, &clause, &bounds, all);
    draft.source = Some(source);
    (!draft.content.is_empty()).then_some(draft)
}

/// The noun phrase that begins at `first`, up to a mark or a finite verb; with an apposition between commas.
fn phrase_from(scene: &Scene, first: usize, bounds: &Tokens) -> Tokens {
    let ends = |j: usize| {
        scene.is_comma(j)
            || scene.is_dash(j)
            || scene.is_stop(j)
            || matches!(scene.lower(j), ";" | ":" | ")" | "that" | "who" | "which" | "as" | "but")
            || scene.quote_opened(j).is_some()
            || scene.quote_closed(j).is_some()
            || scene.is_finite(j)
            || scene.pos(j) == Pos::Pron && j > first && scene.form(j) == Form::Prp
    };
    let end = (first..bounds.end).find(|&j| ends(j)).unwrap_or(bounds.end).max(first + 1).min(bounds.end);
    // "to Mohib, the Afghan ambassador, the team": what stands between two commas and has no verb of its own.
    let next = (end + 1..bounds.end).find(|&j| ends(j));
    let apposition = next.filter(|&next| {
        // "police, the driver, fled": only who has a name is explained.
        let is_named = (first..end).any(|j| scene.pos(j) == Pos::Propn) && scene.is_comma(next);
        (is_named || names_role(scene, first, end, next))
            && scene.is_comma(end)
            && next > end + 1
            && matches!(scene.pos(end + 1), Pos::Propn | Pos::Det | Pos::Noun)
            && !matches!(scene.lower(next + 1), "and" | "or")
    });
    first..apposition.unwrap_or(end)
}

/// "the growers' leader, Tahina Razafy": a role between an article and a comma, behind it nothing but a name.
fn names_role(scene: &Scene, first: usize, end: usize, next: usize) -> bool {
    let is_role = lists().role_nouns.has(scene.lower(end - 1)) && scene.pos(first) == Pos::Det;
    let closes = scene.is_comma(next) || scene.is_stop(next);
    is_role && closes && next > end + 2 && (end + 1..next).all(|j| scene.document.is_capitalized(j))
}

/// "a person | who asked not to be named |, would": past the relative clause of a source, up to its comma.
fn past_relative(scene: &Scene, at: usize, bounds: &Tokens) -> usize {
    if !matches!(scene.lower(at), "who" | "whose") {
        return at;
    }
    (at..bounds.end).find(|&j| scene.is_comma(j) || scene.is_stop(j)).unwrap_or(at)
}

/// The content around a phrase at the head, the end or in the middle of a sentence.
fn around(scene: &Scene, clause: &Tokens, bounds: &Tokens, all: &[Placed]) -> Vec<Tokens> {
    let left = scene.trim(bounds.start..clause.start);
    let opens = left.is_empty()
        || scene.count_words(left.clone()) <= 1
            && matches!(scene.lower(left.start), "and" | "but" | "meanwhile" | "however" | "still" | "yet");
    let after_clause_mark =
        scene.lower(clause.start.wrapping_sub(1)) == "that" || scene.lower(clause.start.wrapping_sub(1)) == "and";
    if opens || after_clause_mark && scene.is_comma(clause.end) {
        return behind(scene, clause, bounds, all);
    }
    content::before(scene, clause, bounds, all)
}

fn behind(scene: &Scene, clause: &Tokens, bounds: &Tokens, all: &[Placed]) -> Vec<Tokens> {
    let mut start = clause.end;
    // A relative clause that belongs to the source, set off by commas, is passed over.
    if scene.is_comma(start) && matches!(scene.lower(start + 1), "who" | "which" | "whose" | "where") {
        start = (start + 1..bounds.end).find(|&j| scene.is_comma(j)).unwrap_or(start);
    }
    while start < bounds.end && (scene.is_comma(start) || scene.is_dash(start) || scene.lower(start) == ":") {
        start += 1;
    }
    if let Some(quote) = scene.quote_opened(start).filter(|&q| scene.quotes[q].tokens.end >= bounds.end) {
        return vec![scene.quotes[quote].tokens.clone()];
    }
    let content = scene.trim(start..content::right_end(scene, start, bounds, clause, all));
    if content.is_empty() { Vec::new() } else { vec![content] }
}

fn is_citing(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "citing" | "quoting")
}

/// "Kyodo reported, citing Russian sources": the same content, on the word of the cited.
fn citing(scene: &Scene, i: usize, verbs: &[Draft]) -> Option<Draft> {
    let bounds = scene.bounds(i);
    // Drafts of verbs are in the order of their cues.
    let cue_of = |d: &Draft| d.cue.as_ref().map_or(0, |c| c.start);
    let first = verbs.partition_point(|d| cue_of(d) < bounds.start);
    let last = verbs.partition_point(|d| cue_of(d) < i);
    let before = verbs[first..last.max(first)].iter().rposition(|d| !is_under(d, i)).map(|at| first + at);
    // "Radio DZHP, citing a doctor, said": the reporting verb follows.
    let around = || (last..verbs.len()).take(1).find(|&at| verbs[at].clause.contains(&i));
    let reporter = before.or_else(around)?;
    let source = phrase_from(scene, i + 1, &bounds);
    let mut draft = Draft::new(
        "citing",
        if scene.lower(i) == "citing" { "cite" } else { "quote" },
        Stance::Asserts,
        i..i + 1,
        i..source.end,
    );
    draft.content.clone_from(&verbs[reporter].content);
    draft.source = Some(source);
    draft.via = Some(reporter);
    Some(draft)
}

/// "Fitch affirmed the rating, citing “strong support”": the words are those of whoever gives them as a reason.
fn citing_words(scene: &Scene, i: usize) -> Option<Draft> {
    let quote = scene.quotes[scene.quote_opened(i + 1)?].tokens.clone();
    let source = source::inherited(scene, i).filter(|s| s.end <= i)?;
    let lemma = if scene.lower(i) == "citing" { "cite" } else { "quote" };
    let mut draft = Draft::new("citing", lemma, Stance::Asserts, i..i + 1, i..i + 1);
    draft.content = vec![quote];
    draft.source = Some(source);
    Some(draft)
}

fn is_under(draft: &Draft, i: usize) -> bool {
    draft.content.iter().any(|c| c.contains(&i))
}

/// "reportedly": somebody says so.
pub fn is_report_adverb(word: &str) -> bool {
    matches!(word, "reportedly" | "allegedly" | "purportedly" | "supposedly" | "ostensibly")
}

/// "He allegedly bought two taxis": said, but by nobody named.
fn by_adverb(scene: &Scene, i: usize) -> Option<Draft> {
    let head = scene.head(i);
    let bounds = scene.bounds(i);
    let subtree = scene.syntax.subtree(head);
    let mut tokens = subtree.start.max(bounds.start)..subtree.end.min(bounds.end);
    if let Some(cut) = (i + 1..tokens.end).find(|&j| {
        matches!(scene.lower(j), ";")
            || scene.is_comma(j) && matches!(scene.lower(j + 1), "although" | "but" | "while" | "and")
    }) {
        tokens.end = cut;
    }
    let antecedent =
        if scene.relation(head) == Relation::AclRelcl { antecedent_of(scene, head, &bounds) } else { None };
    let start =
        if matches!(scene.lower(tokens.start), "who" | "which" | "that") { tokens.start + 1 } else { tokens.start };
    let content: Vec<Tokens> = antecedent
        .into_iter()
        .chain(without_relative(scene, start..i.max(start)))
        .chain([scene.trim(i + 1..tokens.end.max(i + 1))])
        .filter(|t| !t.is_empty())
        .collect();
    let stance = if scene.lower(i) == "allegedly" { Stance::Alleges } else { Stance::Asserts };
    let lemma = scene.lower(i).to_owned();
    let mut draft = Draft::new("adverb without source", &lemma, stance, i..i + 1, i..i + 1);
    draft.content = content;
    (scene.form(head) != Form::Other || !draft.content.is_empty()).then_some(draft).filter(|d| !d.content.is_empty())
}

/// "Lind, who limped off, will": the words less a relative clause between commas, and less a relative pronoun or a joint at their head.
fn without_relative(scene: &Scene, tokens: Tokens) -> Vec<Tokens> {
    let opens = |j: usize| scene.is_comma(j) && matches!(scene.lower(j + 1), "who" | "which" | "whose");
    let clause = tokens.clone().find(|&j| opens(j));
    let close = clause.and_then(|c| (c + 1..tokens.end).find(|&j| scene.is_comma(j)));
    match (clause, close) {
        (Some(open), Some(close)) => vec![scene.trim(tokens.start..open), scene.trim(close + 1..tokens.end)],
        _ => {
            let leads = |j: usize| matches!(scene.lower(j), "who" | "which" | "that" | "and" | "but");
            let start = tokens.clone().find(|&j| !leads(j) && scene.is_word(j)).unwrap_or(tokens.end);
            vec![scene.trim(start..tokens.end)]
        }
    }
}

/// The noun phrase a relative clause is about, as far as it stands before the clause.
pub fn antecedent_of(scene: &Scene, verb: usize, bounds: &Tokens) -> Option<Tokens> {
    let mut noun = scene.head(verb);
    // "a man in his 80s who": it is the man.
    while (scene.pos(noun) == Pos::Num || scene.lower(noun).ends_with("0s")) && scene.head(noun) < noun {
        noun = scene.head(noun);
    }
    let clause = scene.syntax.subtree(verb);
    let phrase =
        scene.trim(scene.syntax.subtree(noun).start.max(bounds.start)..clause.start.min(bounds.end).max(noun + 1));
    // "are looking for | a man who": no verb is part of it.
    let first = if scene.pos(noun) == Pos::Verb { noun + 1 } else { phrase.start };
    let start = (first..phrase.end).find(|&j| scene.pos(j) != Pos::Adp)?;
    Some(start..phrase.end)
}
