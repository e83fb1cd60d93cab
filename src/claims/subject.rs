//! The subject of a reporting verb: beside it, or shared with a verb that governs it.

use super::inverted::{inverted_phrase, inverted_subject, speaker_after_verb};
use super::nominal_run::{adjacent_phrase, opens_fronted, run_before_verb};
use super::noun_phrase::noun_phrase;
use super::scene::Scene;
use super::speaker::singular;
use super::tokens::Tokens;
use super::words::is_relative;
use crate::mentions::{Form as Named, Kind};
use crate::model::lists;
use crate::tags::{Form, Pos, Relation};

/// The noun phrase that names the source beside the verb: its subject, before it or inverted. What stands between
/// a quotation's end, a comma or a "who" and the verb is trusted before the parser.
pub fn own_subject(scene: &Scene, i: usize, range: Tokens, group: Tokens) -> Option<Tokens> {
    if let Some(subject) = beside_quotation(scene, range, group) {
        return Some(subject);
    }
    if let Some(subject) = speaker_after_verb(scene, range, group) {
        return Some(subject);
    }
    let is_joined = group.start > range.start && matches!(scene.lower(group.start - 1), "and" | "or" | "but");
    let is_participle = scene.form(i) == Form::Vbg && group.start == i;
    if is_joined || is_participle {
        return after_with(scene, i, range).filter(|_| is_participle && !is_joined);
    }
    let adjacent = adjacent_phrase(scene, range, group)
        .map(|run| with_apposed_name(scene, range, run))
        .or_else(|| before_adverbial(scene, range, group))
        .or_else(|| between_commas(scene, range, group))
        .or_else(|| before_clause_in_commas(scene, range, group));
    let Some(head) = parsed_subject(scene, i, range, group) else {
        return adjacent
            .or_else(|| after_joint(scene, range, group))
            .or_else(|| inverted_subject(scene, group, range).map(|head| noun_phrase(scene, head, range, i)));
    };
    if scene.form(head) == Form::Ex {
        return None;
    }
    let mut phrase = noun_phrase(scene, head, range, i);
    if phrase.end == group.start {
        phrase = phrase.with_end(run_before_verb(scene, range, group.start).max(head + 1));
    }
    if let Some(adjacent) = adjacent
        && (head > i || is_better(scene, adjacent, phrase, head))
    {
        return Some(adjacent);
    }
    (phrase.end <= group.start || phrase.start >= group.end).then_some(phrase)
}

/// "The road opened its gates and | officials are saying that": a finite verb's subject, which the parser joined to the object
/// of the clause before.
fn after_joint(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let names = |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Num | Pos::Pron);
    let start = (range.start..group.start).rev().take_while(|&j| names(j)).last()?;
    let is_joined = start > range.start + 1 && matches!(scene.lower(start - 1), "and" | "but" | "so");
    let phrase = Tokens::new(start, group.start);
    let is_subject =
        scene.is_finite(group.start) && matches!(scene.pos(group.start - 1), Pos::Noun | Pos::Propn | Pos::Pron);
    (is_joined && is_subject && scene.has_finite(range.start..start - 1)).then_some(phrase)
}

/// Whether the phrase that stands right before the verb names the source better than the parser's phrase of `head`.
fn is_better(scene: &Scene, adjacent: Tokens, phrase: Tokens, head: usize) -> bool {
    let is_relative_subject = phrase.start > adjacent.start && is_relative(scene, head);
    // "An Chan-il": the parser gave the first word to another phrase.
    let is_cut = adjacent.start < phrase.start && phrase.start - adjacent.start <= 2 && phrase.end <= adjacent.end;
    // "three people familiar | with the talks told": the parser's phrase is a part of the source.
    let is_short = adjacent.start <= phrase.start && phrase.end <= adjacent.end;
    let is_far = clause_between(scene, phrase, adjacent) && !is_apposed(scene, adjacent, phrase, head);
    is_far || is_relative_subject || is_cut || is_short
}

/// Whether a clause or a mark stands between the start of the parser's phrase and the phrase right before the verb.
fn clause_between(scene: &Scene, phrase: Tokens, adjacent: Tokens) -> bool {
    // "fell after Musk said".
    let subordinates = |j: usize| {
        matches!(scene.lower(j), "after" | "before" | "while" | "because" | "until") && j + 1 == adjacent.start
    };
    (phrase.start..adjacent.start).any(|j| {
        subordinates(j)
            || scene.is_comma(j)
            || scene.lower(j) == ":"
            || is_relative(scene, j)
            || scene.pos(j) == Pos::Sconj
            || scene.is_finite(j)
    })
}

/// Whether the phrase right before the verb explains `head` in apposition.
fn is_apposed(scene: &Scene, adjacent: Tokens, phrase: Tokens, head: usize) -> bool {
    let opens_clause = |j: usize| is_relative(scene, j) || scene.is_finite(j) || scene.lower(j) == ":";
    head < adjacent.start
        && !scene.has_finite(phrase.start..head)
        && !(head..adjacent.start).any(opens_clause)
        && scene.syntax.is_under(adjacent.end - 1, head)
}

/// Words between "with" and its participle are at most this many.
const FARTHEST_WITH: usize = 12;

/// "with one senior | senator saying": the noun phrase between "with" and the participle, nothing else between them.
fn after_with(scene: &Scene, participle: usize, range: Tokens) -> Option<Tokens> {
    let with = (range.start..participle).rev().take(FARTHEST_WITH).find(|&j| scene.lower(j) == "with")?;
    let phrase = Tokens::new(with + 1, participle);
    let breaks =
        |j: usize| scene.is_comma(j) || scene.pos(j) == Pos::Verb || matches!(scene.lower(j), "and" | ":" | ";");
    let names = |j: usize| matches!(scene.pos(j), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num);
    (!phrase.is_empty() && names(phrase.end - 1) && !phrase.iter().any(breaks)).then_some(phrase)
}

/// "Lena Tarrow, | a Maltese baker told": with the person that a description explains, though its second comma is missing.
fn with_apposed_name(scene: &Scene, range: Tokens, run: Tokens) -> Tokens {
    let comma = scene.comma_before(run.start, range);
    let describes = matches!(scene.lower(run.start), "a" | "an");
    let name = comma.filter(|_| describes).map(|comma| Tokens::new(range.start, comma));
    let is_person = |name: Tokens| {
        let mention = scene.span(name).and_then(|span| scene.mention_at(span));
        mention.is_some_and(|m| m.kind == Kind::Person && m.form == Named::Name)
            && name.iter().all(|j| scene.is_name(j))
    };
    name.filter(|&name| is_person(name)).map_or(run, |name| run.with_start(name.start))
}

/// "Two officials familiar with the talks, who spoke on condition of anonymity, told": the nominal run at the head of
/// the sentence, or after a quotation, when a clause in commas stands between it and the verb.
fn before_clause_in_commas(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let comma = scene.comma_before(group.start, range)?;
    let mut start =
        (range.start..comma).rev().find(|&j| scene.quote_closed(j).is_some()).map_or(range.start, |j| j + 1);
    while start < comma && (scene.is_comma(start) || matches!(scene.lower(start), "but" | "and" | "meanwhile")) {
        start += 1;
    }
    let first_comma = (start..comma).find(|&j| scene.is_comma(j))?;
    let run = adjacent_phrase(scene, range, Tokens::new(first_comma, first_comma))
        .filter(|r| r.start == start || follows_fronted(scene, Tokens::new(start, r.start)))?;
    let second = (first_comma + 1..=comma).find(|&j| scene.is_comma(j))?;
    let is_apposition_or_relative = is_relative(scene, first_comma + 1)
        || scene.lower(first_comma + 1) == "whose"
        || matches!(scene.form(first_comma + 1), Form::Vbg | Form::Vbn)
        || scene.form(first_comma + 1) == Form::Vbd && scene.lower(first_comma + 2) == "by"
        || scene.lower(first_comma + 1) == "according";
    if is_apposition_or_relative {
        return Some(run);
    }
    // An apposition may hold a relative clause of its own: "Roe, a teacher who left, said".
    let clause = (first_comma + 1..second).find(|&j| is_relative(scene, j)).unwrap_or(second);
    let opens = matches!(scene.pos(first_comma + 1), Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    (opens && !scene.has_finite(first_comma + 1..clause)).then_some(Tokens::new(run.start, second))
}

/// "Speaking at the event | Mr Roe, who runs the port, said": a phrase at the head of the sentence that no comma closes.
fn follows_fronted(scene: &Scene, before: Tokens) -> bool {
    opens_fronted(scene, before.start) && !before.iter().skip(1).any(|j| scene.is_finite(j) || scene.is_comma(j))
}

/// "Roe, | however, | stressed", where the parser sees no subject: the run before the first of two commas that hold nothing
/// but an adverbial. The parser's own subject may still hold the adverbial: "Roe, for her part, | said".
fn before_adverbial(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    // "someone, seemingly Roe, audibly | says".
    let adverbs = (range.start..group.start).rev().take_while(|&j| scene.pos(j) == Pos::Adv).count();
    let close = scene.comma_before(group.start - adverbs, range)?;
    let open = (range.start..close).rev().take(LONGEST_ADVERBIAL).find(|&j| scene.is_comma(j))?;
    let first = open + 1;
    // "Roe, of the mayor's office, said": that says who he is.
    let leads = matches!(scene.pos(first), Pos::Adv | Pos::Adp | Pos::Sconj) || scene.is_time(first);
    let describes = matches!(scene.lower(first), "of" | "from" | "at");
    if first >= close || !leads || describes || scene.has_finite(first..close) {
        return None;
    }
    let run = adjacent_phrase(scene, range, Tokens::new(open, open))?;
    let opens = run.start == range.start || !scene.is_word(run.start - 1) || is_relative(scene, run.start - 1);
    opens.then_some(run)
}

/// Tokens of an adverbial between commas are at most this many.
const LONGEST_ADVERBIAL: usize = 10;

/// The subject by syntax, in the verb's own quotation; after the verb only where the content stands before it.
fn parsed_subject(scene: &Scene, i: usize, range: Tokens, group: Tokens) -> Option<usize> {
    let subjects = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj];
    let is_inverted = group.start == range.start
        || scene.is_comma(group.start - 1)
        || matches!(scene.lower(group.start - 1), "?" | "!" | "as" | "than")
        || scene.quote_closed(group.start - 1).is_some();
    scene.syntax.children(i).find(|&j| {
        subjects.contains(&scene.relation(j))
            && range.contains(j)
            && scene.quote_around(j) == scene.quote_around(i)
            && (j < i || is_inverted && !scene.is_finite(scene.subtree(j).end))
    })
}

/// "a woman in Worcester, Massachusetts, told": two runs of nominal words, each closed by a comma.
fn between_commas(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let comma = scene.comma_before(group.start, range)?;
    let last = adjacent_phrase(scene, range, Tokens::new(comma, comma))?;
    if scene.lower(last.start).ends_with("ing") && !scene.document.is_capitalized(last.start) {
        return None;
    }
    let before = scene.comma_before(last.start, range)?;
    let first = adjacent_phrase(scene, range, Tokens::new(before, before))?;
    Some(Tokens::new(first.start, last.end))
}

/// "“…” Deshpande told", "“…,” said Salunkhe": nothing but the source stands between quotation and verb, or right after the verb.
fn beside_quotation(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    // "“…,” saying the war would end": what stands after a participle is said.
    if scene.form(group.end - 1) == Form::Vbg && group.len() == 1 {
        return None;
    }
    let before = |at: usize| (range.start..at).rev().find(|&j| !scene.is_comma(j));
    if before(group.start).is_some_and(|j| scene.quote_closed(j).is_some()) {
        return inverted_phrase(scene, range, group);
    }
    let phrase = adjacent_phrase(scene, range, group);
    // "“very late” in the season, | she said": what stands before a comma and a pronoun belongs to neither.
    let is_pronoun = |j: usize| scene.form(j) == Form::Prp && j > range.start && scene.is_comma(j - 1);
    if group.start > range.start && is_pronoun(group.start - 1) {
        return Some(Tokens::new(group.start - 1, group.start));
    }
    let is_beside = |phrase: &Tokens| before(phrase.start).is_some_and(|j| scene.quote_closed(j).is_some());
    phrase.filter(is_beside).or_else(|| described_after_quotation(scene, range, group))
}

/// "“…,” another of her daughters, June Roe, says", "“…,” the scholar Riya Roe, founder of the club, an association that helps
/// weavers, told": all from the quotation to the verb, if it begins with a phrase and no clause but a relative one follows.
fn described_after_quotation(scene: &Scene, range: Tokens, group: Tokens) -> Option<Tokens> {
    let nearest = group.start.saturating_sub(LONGEST_DESCRIPTION).max(range.start);
    let close = (nearest..group.start).rev().find(|&j| scene.quote_closed(j).is_some())?;
    let start = close + 1 + usize::from(scene.is_comma(close + 1));
    let comma = (start..group.start).find(|&j| scene.is_comma(j))?;
    let first = adjacent_phrase(scene, range, Tokens::new(comma, comma))?;
    let end = if scene.is_comma(group.start - 1) { group.start - 1 } else { group.start };
    let mut in_relative = false;
    for j in comma..end {
        in_relative = !scene.is_comma(j) && (in_relative || is_relative(scene, j));
        let breaks = scene.is_finite(j) && !in_relative || matches!(scene.lower(j), ";" | ":" | "but");
        if breaks || scene.quote_opened(j).is_some() {
            return None;
        }
    }
    (first.start == start && comma + 1 < end).then_some(Tokens::new(start, end))
}

/// Tokens from a quotation to its verb are at most this many.
const LONGEST_DESCRIPTION: usize = 34;

/// How many governors are climbed for a subject.
const FARTHEST: usize = 5;

/// The subject that a verb without one shares: of the verb it is joined to, governed by or hangs on.
pub fn inherited(scene: &Scene, verb: usize) -> Option<Tokens> {
    let mut at = verb;
    for _ in 0..FARTHEST {
        let governor = scene.head(at);
        if governor == at {
            return None;
        }
        match scene.relation(at) {
            Relation::Conj
            | Relation::Xcomp
            | Relation::Advcl
            | Relation::Parataxis
            | Relation::Ccomp
            | Relation::Dep => {}
            // "Warning that the ice was thin, the ranger …": tagged a noun.
            Relation::Obl if at == verb && scene.lower(verb).ends_with("ing") => {}
            Relation::Acl | Relation::AclRelcl if matches!(scene.form(verb), Form::Vbg | Form::Vb) => {
                return of_noun(scene, governor, verb);
            }
            _ => return None,
        }
        if let Some(subject) = subject_of(scene, governor) {
            let phrase = beside(scene, governor, subject);
            return (phrase.end <= verb || phrase.start > verb).then_some(phrase);
        }
        at = governor;
    }
    None
}

/// The words of a verb's subject: what stands right before the verb, or the parser's phrase.
pub fn beside(scene: &Scene, verb: usize, parsed: usize) -> Tokens {
    let range = scene.search_range(verb);
    let phrase = noun_phrase(scene, parsed, range, verb);
    let own = own_subject(scene, verb, range, Tokens::new(verb, verb + 1));
    own.filter(|own| phrase.end == own.start || own.start <= phrase.start && phrase.end <= own.end)
        .map_or(phrase, |own| Tokens::new(phrase.start.min(own.start), own.end))
}

/// The subject of a verb.
pub fn subject_of(scene: &Scene, verb: usize) -> Option<usize> {
    scene.syntax.child(verb, &[Relation::Nsubj, Relation::NsubjPass])
}

/// "Trump issued a statement saying": he who issued it; "a report saying": the report.
fn of_noun(scene: &Scene, noun: usize, verb: usize) -> Option<Tokens> {
    let range = scene.search_range(verb);
    let governor = scene.head(noun);
    let is_message =
        lists().source_works.has(scene.lower(noun)) || lists().source_works.has(&singular(scene.lower(noun)));
    let is_sent = matches!(scene.relation(noun), Relation::Obj | Relation::Obl) && scene.pos(governor) == Pos::Verb;
    if is_message
        && is_sent
        && let Some(subject) = subject_of(scene, governor)
    {
        return Some(noun_phrase(scene, subject, range, governor));
    }
    Some(noun_phrase(scene, noun, range, verb))
}
