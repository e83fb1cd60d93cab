//! What the text calls one: titles before names, appositions, predicates; and the word that says who runs it.

use super::chains::Chains;
use super::titles::{self, is_person_noun};
use super::traits::{Function, Number};
use crate::document::{Document, Span, TokenKind};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind, Mention};
use crate::model::{is_entity_word, lists};
use crate::tags::{Form as Inflection, Pos, Relation};
use std::ops::Range;

/// The words by which a mention calls its entity: titles, an apposition, a predicate, or a description that means it.
pub(super) fn roles_of(chains: &Chains, m: usize, title: Option<&Range<usize>>, is_named: bool) -> Vec<Span> {
    let Some(tokens) = title else { return description(chains, m, is_named).into_iter().collect() };
    let is_form_of_address = |part: &Range<usize>| {
        let word = chains.document.lower(part.start).trim_end_matches('.');
        part.len() == 1 && matches!(word, "mr" | "mrs" | "ms" | "miss" | "mister" | "mv")
    };
    let parts = titles::parts(chains.document, tokens).into_iter().filter(|part| !is_form_of_address(part));
    parts.map(|part| chains.document.span(part.start, part.end - 1)).collect()
}

/// An apposition, a predicate, or a description that means its entity.
fn description(chains: &Chains, m: usize, is_named: bool) -> Option<Span> {
    let mention = &chains.mentions[m];
    if mention.form != Form::Nominal {
        return None;
    }
    let describes = matches!(chains.traits[m].function, Function::Apposition | Function::Predicate)
        || matches!(mention.rule, "apposition" | "predicate" | "description" | "further description")
        || chains.syntax.child(chains.traits[m].anchor, &[Relation::Appos]).is_some();
    let is_plain = is_named && !lists().pronouns.has(chains.document.lower(mention.tokens.start));
    let noun = chains.document.lower(mention.head);
    let says_nothing = matches!(noun, "person" | "man" | "woman" | "people" | "example" | "officials" | "others");
    let is_many = is_named && chains.traits[m].number == Number::Many && chains.chain(m).number() == Number::One;
    let is_of_name =
        |n: usize| chains.mentions[n].form == Form::Name && chains.traits[n].words.iter().any(|w| w == noun);
    let only_repeats = mention.tokens.len() == 1 && chains.chain(m).mentions.iter().take(20).any(is_of_name);
    // "Iceland is a party": to a treaty.
    let is_other = mention.kind == Kind::Organization && chains.chain(m).kind() == Kind::Place;
    // "the country", "the company": what it is called in passing says no more than its kind.
    let is_passing = !describes && mention.tokens.len() == 1 && chains.chain(m).kind() != Kind::Person;
    let is_role = (describes || is_plain) && !is_other && !says_nothing && !is_many && !only_repeats && !is_passing;
    if is_role { in_full(chains, m, describes) } else { None }
}

/// A description without the name it holds, and one that explains a name with all that belongs to it: "president of the
/// league", "teacher based in Nairobi".
fn in_full(chains: &Chains, m: usize, describes: bool) -> Option<Span> {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let end = if describes { phrase_end(chains, mention) } else { mention.tokens.end };
    let own_name = (m + 1..chains.mentions.len())
        .take(6)
        .take_while(|&n| chains.mentions[n].tokens.start < end)
        .find(|&n| chains.joined(m, n) && chains.mentions[n].form == Form::Name)
        .map(|n| chains.mentions[n].tokens.clone());
    let (start, end) = match own_name {
        Some(name) if name.end <= mention.head => (name.end, mention.head + 1),
        Some(name) if name.start > mention.head => {
            // "city of Pune" is a city, "the opposition leader Ana Roe" an opposition leader.
            let is_led = matches!(document.lower(name.start - 1), "of" | "the" | "-" | "called" | "named");
            let comma = (mention.head + 1..name.start).find(|&i| matches!(document.lower(i), "," | "("));
            (mention.tokens.start, if is_led { mention.head + 1 } else { comma.unwrap_or(name.start) })
        }
        Some(_) => return None,
        None => (mention.tokens.start, end),
    };
    let is_plain = |i: usize| {
        is_entity_word(document.lower(i), "owner")
            || matches!(document.lower(i), "another" | "same" | "one" | "only" | "own" | "the" | "a" | "an" | "and")
            || matches!(document.lower(i), "this" | "that" | "such" | "also" | "formerly")
    };
    let start = (start..end).find(|&i| !is_plain(i)).unwrap_or(start);
    let end = with_abbreviation(document, end);
    (start < end).then(|| document.span(start, end - 1))
}

/// "president of the Ardvale Fund (AF)": an office goes on over the letters of its body.
fn with_abbreviation(document: &Document, end: usize) -> usize {
    let is_closed = end + 2 < document.tokens.len() && document.word(end) == "(" && document.word(end + 2) == ")";
    let word = if is_closed { document.word(end + 1) } else { "" };
    let is_abbreviation =
        word.chars().count() > 1 && !word.chars().any(char::is_lowercase) && document.is_capitalized(end - 1);
    if is_abbreviation { end + 3 } else { end }
}

/// One past the last word of a phrase with its prepositional phrases and participles: before a comma, a clause, a second noun.
fn phrase_end(chains: &Chains, mention: &Mention) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    let end = syntax.subtree(mention.head).end.max(mention.tokens.end);
    let begins_office = |i: usize| is_person_noun(document, i) || i + 1 < end && is_person_noun(document, i + 1);
    // "analyst and investor" is one.
    let is_last_word = |i: usize| {
        let next = document.tokens.get(i + 1);
        let ends = || next.is_none_or(|t| t.kind != TokenKind::Word || document.lower(i + 1) == "who");
        i < document.tokens.len() && is_person_noun(document, i) && ends()
    };
    let joins = |i: usize| {
        let top = syntax.words[i].head;
        let is_second = || syntax.words[top].relation == Relation::Conj && syntax.words[top].head == mention.head;
        syntax.words[i].pos == Pos::Cconj
            && !is_last_word(i + 1)
            && (i + 1 < end && begins_office(i + 1) || is_second())
    };
    let is_finite = |i: usize| matches!(syntax.words[i].form, Inflection::Vbz | Inflection::Vbp | Inflection::Md);
    let closes = |i: usize| {
        document.tokens[i].kind == TokenKind::Punctuation && document.word(i) != "-"
            || matches!(
                document.lower(i),
                "who"
                    | "which"
                    | "that"
                    | "whose"
                    | "where"
                    | "said"
                    | "says"
                    | "told"
                    | "since"
                    | "during"
                    | "after"
                    | "before"
                    | "when"
                    | "as"
                    | "while"
            )
            || joins(i)
            || is_finite(i) && syntax.words[i].pos != Pos::Noun
    };
    let end = (mention.head + 1..end).find(|&i| closes(i)).unwrap_or(end);
    let dangles = |i: usize| matches!(syntax.words[i].pos, Pos::Adp | Pos::Det | Pos::Cconj | Pos::Sconj | Pos::Adv);
    (mention.head + 1..=end).rev().find(|&e| e == mention.head + 1 || !dangles(e - 1)).unwrap_or(mention.head + 1)
}

/// The word that calls it state-run: "the official Korean Central News Agency".
pub(super) fn official_word(chains: &Chains, m: usize) -> Option<Span> {
    let mention = &chains.mentions[m];
    if mention.form == Form::Pronoun || !is_medium(chains, m) {
        return None;
    }
    let sentence = &chains.document.sentences[chains.traits[m].sentence].tokens;
    let from = mention.tokens.start.saturating_sub(5).max(sentence.start);
    let to = if mention.form == Form::Nominal { mention.head } else { mention.tokens.start };
    for i in (from..to).rev() {
        let lower = chains.document.lower(i);
        if let Some(words) = state_run(chains.document, i, to) {
            return Some(words);
        }
        let inside = matches!(chains.syntax.words[i].pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::X)
            && chains.document.tokens[i].kind == TokenKind::Word
            || lower == "-"
            || lower.ends_with("run")
            || i >= mention.tokens.start;
        if !inside || matches!(lower, "the" | "a" | "an" | "and" | "said") {
            break;
        }
    }
    None
}

/// Whether a mention is of a medium, which a state may run: "KCNA", "the daily", not an official website or an official.
fn is_medium(chains: &Chains, m: usize) -> bool {
    let mention = &chains.mentions[m];
    match mention.form {
        Form::Name => {
            let name = chains.document.slice(mention.span);
            mention.kind == Kind::Organization
                && (is_outlet(chains.traits[m].last()) || Gazetteer::committed().is_outlet(name))
        }
        _ => is_outlet(chains.document.lower(mention.head)),
    }
}

/// "official", "state-run", "state media": whole, however it is split in tokens.
fn state_run(document: &Document, i: usize, to: usize) -> Option<Span> {
    let lower = document.lower(i);
    let joined = ["state-run", "state-owned", "state-controlled", "state-backed", "government-run", "government-owned"];
    if lower == "official" || joined.contains(&lower) {
        return Some(document.tokens[i].span);
    }
    let split = matches!(lower, "run" | "owned" | "controlled" | "backed" | "funded")
        && i >= 2
        && document.lower(i - 1) == "-"
        && matches!(document.lower(i - 2), "state" | "government");
    if split {
        return Some(document.span(i - 2, i));
    }
    (lower == "state" && i < to && i + 1 < document.tokens.len() && is_outlet(document.lower(i + 1)))
        .then(|| document.tokens[i].span)
}

fn is_outlet(word: &str) -> bool {
    matches!(
        word,
        "media"
            | "news"
            | "television"
            | "tv"
            | "broadcaster"
            | "radio"
            | "newspaper"
            | "agency"
            | "daily"
            | "channel"
            | "press"
    )
}
