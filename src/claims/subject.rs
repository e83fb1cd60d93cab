//! The noun phrase beside a reporting verb that names the source.

use super::inverted::{inverted_phrase, inverted_subject, speaker_behind};
use super::scene::{Scene, Tokens};
use super::untagged;
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// The noun phrase that names the source beside the verb: its subject, before it or inverted. What stands between
/// a quotation's end, a comma or a "who" and the verb is trusted before the parser.
pub fn own_subject(scene: &Scene, i: usize, bounds: &Tokens, group: &Tokens) -> Option<Tokens> {
    if let Some(subject) = behind_quotation(scene, bounds, group) {
        return Some(subject);
    }
    if let Some(subject) = speaker_behind(scene, bounds, group) {
        return Some(subject);
    }
    let is_joined = group.start > bounds.start && matches!(scene.lower(group.start - 1), "and" | "or" | "but");
    if is_joined || scene.form(i) == Form::Vbg && group.start == i {
        return None;
    }
    let adjacent = adjacent_phrase(scene, bounds, group)
        .or_else(|| between_commas(scene, bounds, group))
        .or_else(|| before_clause_in_commas(scene, bounds, group));
    let Some(head) = parsed_subject(scene, i, bounds, group) else {
        return adjacent
            .or_else(|| inverted_subject(scene, group, bounds).map(|head| noun_phrase(scene, head, bounds, i)));
    };
    if scene.form(head) == Form::Ex {
        return None;
    }
    let mut phrase = noun_phrase(scene, head, bounds, i);
    if phrase.end == group.start {
        phrase.end = run_before_verb(scene, bounds, group.start).max(head + 1);
    }
    if let Some(adjacent) = adjacent {
        let is_far = phrase.start < adjacent.start
            && (phrase.start..adjacent.start).any(|j| {
                // "fell after Musk said".
                matches!(scene.lower(j), "after" | "before" | "while" | "because" | "until") && j + 1 == adjacent.start
                    || scene.is_comma(j)
                    || scene.lower(j) == ":"
                    || is_relative(scene, j)
                    || scene.pos(j) == Pos::Sconj
                    || scene.is_finite(j)
            });
        let is_apposition = head < adjacent.start
            && !scene.has_finite(phrase.start..head)
            && !(head..adjacent.start).any(|j| is_relative(scene, j) || scene.is_finite(j) || scene.lower(j) == ":")
            && scene.syntax.is_under(adjacent.end - 1, head);
        // "An Chan-il": the parser gave the first word to another phrase.
        let is_cut = adjacent.start < phrase.start && phrase.start - adjacent.start <= 2 && phrase.end <= adjacent.end;
        let is_relative_or_behind = head > i || phrase.start > adjacent.start && is_relative(scene, head);
        // "three people familiar | with the talks told": the parser's phrase is a part of the source.
        let is_short = adjacent.start <= phrase.start && phrase.end <= adjacent.end;
        if is_far && !is_apposition || is_relative_or_behind || is_cut || is_short {
            return Some(adjacent);
        }
    }
    (phrase.end <= group.start || phrase.start >= group.end).then_some(phrase)
}

/// "Two officials familiar with the talks, who spoke on condition of anonymity, told": the nominal run at the head of
/// the sentence, or behind a quotation, when a clause in commas stands between it and the verb.
fn before_clause_in_commas(scene: &Scene, bounds: &Tokens, group: &Tokens) -> Option<Tokens> {
    let comma = group.start.checked_sub(1).filter(|&j| j > bounds.start && scene.is_comma(j))?;
    let mut start =
        (bounds.start..comma).rev().find(|&j| scene.quote_closed(j).is_some()).map_or(bounds.start, |j| j + 1);
    while start < comma && (scene.is_comma(start) || matches!(scene.lower(start), "but" | "and" | "meanwhile")) {
        start += 1;
    }
    let first_comma = (start..comma).find(|&j| scene.is_comma(j))?;
    let run = adjacent_phrase(scene, bounds, &(first_comma..first_comma)).filter(|r| r.start == start)?;
    let second = (first_comma + 1..=comma).find(|&j| scene.is_comma(j))?;
    let is_loose = is_relative(scene, first_comma + 1)
        || scene.lower(first_comma + 1) == "whose"
        || matches!(scene.form(first_comma + 1), Form::Vbg | Form::Vbn)
        || scene.form(first_comma + 1) == Form::Vbd && scene.lower(first_comma + 2) == "by"
        || scene.lower(first_comma + 1) == "according";
    if is_loose {
        return Some(run);
    }
    // An apposition may hold a relative clause of its own: "Roe, a teacher who left, said".
    let clause = (first_comma + 1..second).find(|&j| is_relative(scene, j)).unwrap_or(second);
    let opens = matches!(scene.pos(first_comma + 1), Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    (opens && !scene.has_finite(first_comma + 1..clause)).then_some(run.start..second)
}

/// The subject by syntax, in the verb's own quotation; behind the verb only where the content stands before it.
fn parsed_subject(scene: &Scene, i: usize, bounds: &Tokens, group: &Tokens) -> Option<usize> {
    let subjects = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj];
    let is_inverted = group.start == bounds.start
        || scene.is_comma(group.start - 1)
        || matches!(scene.lower(group.start - 1), "?" | "!" | "as" | "than")
        || scene.quote_closed(group.start - 1).is_some();
    scene.syntax.children(i).find(|&j| {
        subjects.contains(&scene.relation(j))
            && bounds.contains(&j)
            && scene.quote_around(j) == scene.quote_around(i)
            && (j < i || is_inverted && !scene.is_finite(scene.syntax.subtree(j).end))
    })
}

/// "a woman in Worcester, Massachusetts, told": two runs of nominal words, each closed by a comma.
fn between_commas(scene: &Scene, bounds: &Tokens, group: &Tokens) -> Option<Tokens> {
    let comma = group.start.checked_sub(1).filter(|&j| j > bounds.start && scene.is_comma(j))?;
    let last = adjacent_phrase(scene, bounds, &(comma..comma))?;
    if scene.lower(last.start).ends_with("ing") && !scene.document.is_capitalized(last.start) {
        return None;
    }
    let before = last.start.checked_sub(1).filter(|&j| j > bounds.start && scene.is_comma(j))?;
    let first = adjacent_phrase(scene, bounds, &(before..before))?;
    Some(first.start..last.end)
}

pub fn is_relative(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "who" | "which" | "that" | "whom")
}

/// "“…” Deshpande told", "“…,” said Salunkhe": nothing but the source stands between quotation and verb, or right behind the verb.
fn behind_quotation(scene: &Scene, bounds: &Tokens, group: &Tokens) -> Option<Tokens> {
    // "“…,” saying the war would end": what stands behind a participle is said.
    if scene.form(group.end - 1) == Form::Vbg && group.len() == 1 {
        return None;
    }
    let before = |at: usize| (bounds.start..at).rev().find(|&j| !scene.is_comma(j));
    if before(group.start).is_some_and(|j| scene.quote_closed(j).is_some()) {
        return inverted_phrase(scene, bounds, group);
    }
    let phrase = adjacent_phrase(scene, bounds, group)?;
    before(phrase.start).is_some_and(|j| scene.quote_closed(j).is_some()).then_some(phrase)
}

/// Words of a source that stands right before its verb are at most this many.
const LONGEST_RUN: usize = 22;

/// The run of nominal words that ends right before the verb and begins behind a mark, a relative word or the sentence's head.
pub fn adjacent_phrase(scene: &Scene, bounds: &Tokens, group: &Tokens) -> Option<Tokens> {
    let end = run_before_verb(scene, bounds, group.start);
    let mut start = end;
    while start > bounds.start && end - start < LONGEST_RUN {
        match bracket_before(scene, start, bounds) {
            Some(open) => start = open,
            None if is_nominal(scene, start - 1, end) => start -= 1,
            None => break,
        }
    }
    // "a charge they deny": a pronoun begins a source of its own.
    if let Some(pronoun) = (start + 1..end).rev().find(|&j| scene.form(j) == Form::Prp) {
        start = pronoun;
    } else if let Some(name) = (start + 2..end).find(|&j| begins_after_verdict(scene, start, j)) {
        start = name;
    }
    let opens = start == bounds.start || opens_phrase(scene, start - 1);
    start = past_opening(scene, start..end)?;
    let has_head = (start..end).any(|j| {
        matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::X)
            || scene.is_name(j)
            || lists().role_nouns.has(scene.lower(j))
            || lists().source_works.has(scene.lower(j))
            || is_quantity(scene.lower(j))
    });
    let opens = opens || opens_phrase(scene, start - 1);
    // "heard him say": who is heard has the form of an object.
    let is_object = start + 1 == end && matches!(scene.lower(start), "him" | "her" | "them" | "me" | "us");
    (start < end && opens && has_head && !is_object).then_some(start..end)
}

/// "neither has denied": words that stand for some of those named before.
fn is_quantity(word: &str) -> bool {
    matches!(word, "some" | "others" | "many" | "most" | "several" | "neither" | "none")
}

/// "a charge | Okello dismissed": a name or a further phrase behind a noun for what was said.
fn begins_after_verdict(scene: &Scene, start: usize, j: usize) -> bool {
    matches!(scene.lower(start), "a" | "an")
        && super::content::is_said_thing(scene.lower(j - 1))
        && (matches!(scene.pos(j), Pos::Propn | Pos::Det) || scene.document.is_capitalized(j))
}

/// "A 14ft (4.3m) fibreglass | cod": where the attributes before `start` begin, whatever they hang on.
pub fn start_of_run(scene: &Scene, mut start: usize, bounds: &Tokens) -> usize {
    let is_attribute = |j: usize| matches!(scene.pos(j), Pos::Adj | Pos::Num | Pos::Noun);
    let mut first = start;
    while first > bounds.start {
        first = match bracket_before(scene, first, bounds) {
            Some(open) => open,
            None if is_attribute(first - 1) => first - 1,
            None => break,
        };
    }
    if first > bounds.start && scene.pos(first - 1) == Pos::Det {
        start = first - 1;
    }
    start
}

/// "the Capital Markets Authority (CMA)", "Dladla (47)": a short bracket that ends here.
fn bracket_before(scene: &Scene, at: usize, bounds: &Tokens) -> Option<usize> {
    if at == 0 || scene.lower(at - 1) != ")" {
        return None;
    }
    (bounds.start + 1..at).rev().take(6).find(|&j| scene.lower(j) == "(")
}

/// Without adverbs, and without "on Thursday", between the source and its verb.
fn run_before_verb(scene: &Scene, bounds: &Tokens, verb: usize) -> usize {
    let mut end = verb;
    // "the bank and the broker both said".
    let is_loose = |j: usize| {
        scene.pos(j) == Pos::Adv && !scene.is_time(j) && !is_quantity(scene.lower(j))
            || matches!(scene.lower(j), "both" | "each")
    };
    while end > bounds.start + 1 && is_loose(end - 1) {
        end -= 1;
    }
    let mut time = end;
    while time > bounds.start && scene.is_time(time - 1) {
        time -= 1;
    }
    let is_whole = time == bounds.start || opens_phrase(scene, time - 1);
    if time == end || is_whole {
        return end;
    }
    if matches!(scene.lower(time - 1), "on" | "in" | "at" | "from" | "late" | "early") { time - 1 } else { time }
}

/// Whether token `j` can be part of a source that ends at `end`: nominal words, what joins them, a reduced relative clause.
fn is_nominal(scene: &Scene, j: usize, end: usize) -> bool {
    let is_relative_word = matches!(scene.lower(j), "that" | "which" | "who" | "what") && scene.form(j) != Form::Dt;
    let is_noun = |j: usize| {
        matches!(scene.pos(j), Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num | Pos::X)
            || lists().role_nouns.has(scene.lower(j))
            || lists().source_works.has(scene.lower(j)) && !scene.is_finite(j)
            || is_quantity(scene.lower(j))
            || scene.is_name(j)
            || is_untagged_noun(scene, j)
    };
    // "the state-run agency", "a retired principal".
    let is_attribute = matches!(scene.form(j), Form::Vbn | Form::Vbg)
        && matches!(scene.pos(j + 1), Pos::Noun | Pos::Propn | Pos::Adj)
        || j > 0 && scene.lower(j - 1) == "-" && !scene.document.tokens[j].spaced;
    let joins =
        matches!(scene.lower(j), "'s" | "'" | "’s" | "’" | "of" | "-" | "&" | "." | "and" | "nor") && j + 1 < end;
    let is_preposition = (scene.pos(j) == Pos::Adp || scene.lower(j) == "by")
        && j + 1 < end
        && !matches!(scene.lower(j), "as" | "like" | "than" | "after" | "before" | "since" | "until");
    // "a report commissioned by two lenders", "people close to the talks", "more than 40 experts".
    let is_participle = scene.form(j) == Form::Vbn || scene.form(j) == Form::Vbd && scene.lower(j).ends_with("ed");
    let is_reduced =
        is_participle && (scene.pos(j + 1) == Pos::Adp || scene.lower(j + 1) == "by") && j > 0 && is_noun(j - 1);
    // "the union representing them", "three people briefed on the talks".
    let is_active_reduced = scene.form(j) == Form::Vbg
        && matches!(
            scene.lower(j),
            "representing" | "investigating" | "leading" | "running" | "advising" | "monitoring"
        )
        && j > 0
        && is_noun(j - 1);
    let is_measure = scene.pos(j) == Pos::Adv && scene.pos(j + 1) == Pos::Num
        || scene.lower(j) == "than" && matches!(scene.lower(j.wrapping_sub(1)), "more" | "fewer" | "less")
        || matches!(scene.lower(j), "more" | "fewer") && scene.lower(j + 1) == "than";
    is_noun(j) && !is_relative_word
        || joins
        || is_preposition
        || is_reduced
        || is_active_reduced
        || is_attribute && j + 1 < end
        || is_measure
        || scene.lower(j) == "close" && scene.lower(j + 1) == "to"
        || scene.is_time(j) && j + 1 < end && !scene.is_comma(j)
}

/// "officials in the know", ", teammate Owen Pryce said": no verb in its bare form has an article, or a mark before it and a
/// name behind it.
fn is_untagged_noun(scene: &Scene, j: usize) -> bool {
    let before = |test: fn(&Scene, usize) -> bool| j > 0 && test(scene, j - 1);
    let has_article = before(|scene, j| scene.pos(j) == Pos::Det);
    let leads_name = before(|scene, j| scene.is_comma(j)) && scene.is_name(j + 1);
    scene.form(j) == Form::Vb && (has_article || leads_name)
}

/// Whether a phrase may begin behind token `j`.
fn opens_phrase(scene: &Scene, j: usize) -> bool {
    scene.is_comma(j)
        || scene.is_dash(j)
        || scene.quote_closed(j).is_some()
        || is_relative(scene, j)
        || untagged::hears(scene.lower(j))
        || scene.pos(j) == Pos::Sconj
        || matches!(
            scene.lower(j),
            ";" | ":"
                | "and"
                | "but"
                | "as"
                | "while"
                | "("
                | "?"
                | "!"
                | "after"
                | "before"
                | "until"
                | "because"
                | "what"
                | "how"
                | "why"
                | "when"
        )
}

/// Past a joint, a time or a prepositional phrase at the head of the run: "After the match | the coach", "Tuesday | Putin".
fn past_opening(scene: &Scene, run: Tokens) -> Option<usize> {
    let mut start = run.start;
    while start < run.end && matches!(scene.lower(start), "and" | "'s" | "'" | "’s" | "." | "-" | "of" | "&") {
        start += 1;
    }
    let time_end = (start..run.end).take_while(|&j| scene.is_time(j)).last().map_or(start, |j| j + 1);
    if time_end > start && time_end < run.end && !matches!(scene.lower(time_end), "'s" | "’s" | "'" | "of") {
        let is_named = matches!(scene.pos(time_end), Pos::Det | Pos::Propn | Pos::Pron);
        start = if is_named { time_end } else { start };
    }
    if scene.pos(start) != Pos::Adp || matches!(scene.lower(start), "about" | "around" | "over" | "nearly") {
        return Some(start);
    }
    (start + 2..run.end).find(|&j| {
        let before = scene.pos(j - 1);
        matches!(scene.pos(j), Pos::Det | Pos::Pron)
            && (matches!(before, Pos::Propn | Pos::Noun | Pos::Num) || scene.is_time(j - 1))
    })
}

/// A noun phrase with title and apposition, without the relative clause behind a comma.
pub fn noun_phrase(scene: &Scene, head: usize, bounds: &Tokens, verb: usize) -> Tokens {
    let whole = scene.syntax.subtree(head);
    let mut tokens = whole.start.max(bounds.start)..whole.end.min(bounds.end);
    if head < verb {
        tokens.end = tokens.end.min(verb);
    } else {
        tokens.start = tokens.start.max(verb + 1);
    }
    if let Some(cut) = (head + 1..tokens.end).find(|&j| cuts_phrase(scene, j, head)) {
        tokens.end = cut;
    }
    // A quotation belongs to no source.
    if let Some(open) = (tokens.start..tokens.end).find(|&j| {
        scene.quote_opened(j).is_some_and(|q| {
            scene.quotes[q].tokens.end > tokens.end || scene.count_words(scene.quotes[q].tokens.clone()) > 5
        })
    }) {
        if open > head { tokens.end = open } else { tokens.start = tokens.start.max(open + 1).min(head) }
    }
    let trimmed = scene.trim(tokens.clone());
    let start = (trimmed.start..=head).find(|&j| scene.is_word(j) || scene.quote_opened(j).is_some()).unwrap_or(head);
    let leads = |j: usize| {
        matches!(scene.pos(j), Pos::Sconj | Pos::Cconj)
            || matches!(scene.lower(j), "while" | "meanwhile" | "yet" | "after" | "as")
    };
    let start = (start..head).find(|&j| !leads(j)).unwrap_or(head);
    let start = (start + 2..=head).find(|&j| begins_after_verdict(scene, start, j)).unwrap_or(start);
    start..trimmed.end.max(head + 1)
}

/// Whether the phrase of `head` ends before token `j`: a comma with a relative clause, a new statement, or a loose participle behind it.
fn cuts_phrase(scene: &Scene, j: usize, head: usize) -> bool {
    if !(scene.is_comma(j) || scene.is_dash(j)) {
        return matches!(scene.lower(j), ";" | ":");
    }
    let next = j + 1;
    let is_quoted = matches!(scene.lower(next), "quoted" | "cited") && scene.lower(next + 1) == "by";
    if is_quoted
        || matches!(
            scene.lower(next),
            "who" | "whose" | "whom" | "which" | "where" | "when" | "adding" | "citing" | "quoting" | "saying"
        )
    {
        return true;
    }
    let clause = scene.syntax.children(head).find(|&c| c > j && scene.syntax.subtree(c).contains(&next));
    clause.is_some_and(|c| {
        matches!(
            scene.relation(c),
            Relation::Acl | Relation::AclRelcl | Relation::Advcl | Relation::Parataxis | Relation::Ccomp
        )
    })
}
