//! What the text calls one: titles before names, appositions, predicates; and the word that says who runs it.

use super::chains::Chains;
use super::titles::{self, is_person_noun};
use super::traits::{Function, Number};
use crate::document::{Document, Span, TokenKind};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind, Mention};
use crate::model::{is_entity_word, lists};
use crate::tags::{Form as Inflection, Pos, Relation, Syntax};
use std::ops::Range;

/// The words by which a mention calls its entity: titles, an apposition, a predicate, or a description that means it.
pub(super) fn roles_of(chains: &Chains, m: usize, title: Option<&Range<usize>>, is_named: bool) -> Vec<Span> {
    // "she is not a citizen", "Tom Roe is no doctor"
    let is_denied = |span: &Span| {
        matches!(chains.document.lower(chains.document.tokens_in(*span).start), "not" | "no" | "never" | "neither")
    };
    let Some(tokens) = title else {
        return description(chains, m, is_named).into_iter().filter(|span| !is_denied(span)).collect();
    };
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
    if mention.form != Form::Nominal || mention.rule == "type of a place" {
        return None;
    }
    let describes = matches!(chains.traits[m].function, Function::Apposition | Function::Predicate)
        || matches!(
            mention.rule,
            "apposition" | "office before a name" | "predicate" | "description" | "further description"
        )
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
    let is_unsure = !describes && mention.rule == "best for description" && !is_sure_guess(chains, m);
    let is_silent = is_other || says_nothing || is_many || only_repeats || is_passing || is_unsure;
    let is_role = (describes || is_plain) && !is_silent;
    if is_role { in_full(chains, m, describes) } else { None }
}

/// Of descriptions that only the learned weights gave to a person: "as a lawyer", "the former mayor", not "the suspect" or
/// "police chief", of which two in three are another's.
fn is_sure_guess(chains: &Chains, m: usize) -> bool {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let article = mention.tokens.start as isize - 1;
    let has_article = matches!(document.lower_at(article), "a" | "an" | "the");
    let is_as = document.lower_at(article - isize::from(has_article)) == "as";
    chains.chain(m).kind() == Kind::Person && (is_as || has_article && mention.tokens.len() > 1)
}

/// A description without the name it holds, and one that explains a name with all that belongs to it: "president of the
/// league", "teacher based in Nairobi".
fn in_full(chains: &Chains, m: usize, describes: bool) -> Option<Span> {
    let (document, mention) = (chains.document, &chains.mentions[m]);
    let end = phrase_end(chains, m, describes);
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
            // "chairman Prof Ana Roe": the rank is another.
            let is_before_rank = titles::is_before_ranks(document, mention.head, name.start);
            let end = comma.unwrap_or(name.start);
            (mention.tokens.start, if is_led || is_before_rank { mention.head + 1 } else { end })
        }
        Some(_) => return None,
        None => (mention.tokens.start, end),
    };
    let is_plain = |i: usize| {
        is_entity_word(document.lower(i), "owner")
            || matches!(
                document.lower(i),
                "another" | "both" | "same" | "only" | "own" | "the" | "a" | "an" | "and" | "'s"
            )
            || document.lower(i) == "one" && document.lower_at(i as isize + 1) != "of"
            || matches!(
                document.lower(i),
                "this" | "that" | "such" | "also" | "formerly" | "currently" | "now" | "namely" | "when" | "where"
            )
            || document.lower(i) == "then" && matches!(document.lower_at(i as isize + 1), "the" | "a" | "an")
    };
    let start = (start..end).find(|&i| !is_plain(i)).unwrap_or(start);
    // "Yukon's health and | social services minister"
    let is_cut = start > 1 && document.lower(start - 1) == "and" && !is_person_noun(document, start - 2);
    let start = if is_cut { titles::joined_start(chains, m, start..mention.head + 1) } else { start };
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

/// One past the last word of a phrase, which with its prepositional phrases and participles `describes` a name: before a comma,
/// a clause, a second noun, a time.
fn phrase_end(chains: &Chains, m: usize, describes: bool) -> usize {
    let (document, syntax, mention) = (chains.document, chains.syntax, &chains.mentions[m]);
    let subtree = if describes { syntax.subtree(mention.head).end } else { 0 };
    let end = subtree.max(mention.tokens.end);
    let begins_office = |i: usize| {
        let has_article = matches!(document.lower(i), "a" | "an");
        has_article || is_person_noun(document, i) || i + 1 < end && is_person_noun(document, i + 1)
    };
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
        document.tokens[i].kind == TokenKind::Punctuation && document.word(i) != "-" && !owns_next(document, i)
            || begins_time(document, i)
            || begins_clause(document, syntax, i)
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
    let end =
        (mention.head + 1..=end).rev().find(|&e| e == mention.head + 1 || !dangles(e - 1)).unwrap_or(mention.head + 1);
    with_series(chains, mention.head, end).or_else(|| with_outer_place(chains, m, end)).unwrap_or(end)
}

/// "the National Teachers’ Federation": an apostrophe that closes no quotation.
fn owns_next(document: &Document, i: usize) -> bool {
    let is_after_plural = i > 0 && !document.tokens[i].spaced && document.lower(i - 1).ends_with('s');
    let next = document.tokens.get(i + 1);
    let is_before_word = next.is_some_and(|token| token.spaced && token.kind == TokenKind::Word);
    matches!(document.word(i), "'" | "’") && is_after_plural && is_before_word
}

/// "mayor of Paris | from 1977 to 1995", "president | in the 1990s", "professor | prior to his death".
fn begins_time(document: &Document, i: usize) -> bool {
    let after = i + 1 + usize::from(document.lower_at(i as isize + 1) == "the");
    let word = document.lower_at(after as isize);
    // Not "in the 2020 elections".
    let is_year = matches!(word.len(), 4 | 5)
        && word.bytes().take(4).all(|b| b.is_ascii_digit())
        && document
            .tokens
            .get(after + 1)
            .is_none_or(|t| t.kind != TokenKind::Word || is_small_word(document, after + 1));
    let row = lists().time_words.get(word).unwrap_or("");
    let is_named = row.starts_with("month") || row.starts_with("weekday");
    let is_day = is_named && document.is_capitalized(after);
    matches!(document.lower(i), "in" | "from" | "until" | "between" | "on") && (is_year || is_day)
        || document.lower(i) == "prior" && document.lower_at(i as isize + 1) == "to"
}

fn is_small_word(document: &Document, i: usize) -> bool {
    matches!(
        document.lower(i),
        "to" | "until" | "and" | "for" | "when" | "by" | "with" | "at" | "in" | "on" | "after" | "who"
    )
}

/// "the third child | her parents lost", "author of the problems | we face": a clause without its relative pronoun.
fn begins_clause(document: &Document, syntax: &Syntax, i: usize) -> bool {
    let is_subject = matches!(document.lower(i), "i" | "he" | "she" | "it" | "we" | "they" | "you");
    let is_after_noun = matches!(syntax.words[i - 1].pos, Pos::Noun | Pos::Propn);
    is_subject || is_after_noun && is_entity_word(document.lower(i), "owner")
}

/// "minister of labour|, industrial relations and employment creation": what an office is for may be a list, before the next
/// comma or verb.
fn with_series(chains: &Chains, head: usize, end: usize) -> Option<usize> {
    let (document, syntax) = (chains.document, chains.syntax);
    let is_list_of = head + 2 <= end && matches!(document.lower_at(head as isize + 1), "of" | "for");
    let is_noun = |i: usize| matches!(syntax.words[i].pos, Pos::Noun | Pos::Propn | Pos::Adj);
    let is_like_first = |i: usize| document.is_capitalized(i) == document.is_capitalized(end - 1);
    let sentence = &document.sentences[document.sentence_of(head)].tokens;
    let limit = sentence.end.min(end + LONGEST_SERIES);
    if !is_list_of || document.lower_at(end as isize) != "," {
        return None;
    }
    let mut at = end;
    while at < limit {
        let has_comma = document.lower(at) == ",";
        let and = at + usize::from(has_comma);
        let is_last = document.lower_at(and as isize) == "and";
        let first = and + usize::from(is_last);
        let words =
            (first..limit).take_while(|&i| is_noun(i) && is_like_first(i) && !is_person_noun(document, i)).count();
        if words == 0 || !(has_comma || is_last) || name_at(chains, first).is_some_and(|name| name.kind == Kind::Person)
        {
            return None;
        }
        at = first + words;
        if is_last {
            return Some(at);
        }
    }
    None
}

/// The name that begins at a token.
fn name_at<'c>(chains: &'c Chains, start: usize) -> Option<&'c Mention> {
    let first = chains.mentions.partition_point(|m| m.tokens.start < start);
    let mut here = chains.mentions[first..].iter().take_while(|m| m.tokens.start == start);
    here.find(|m| m.form == Form::Name)
}

/// Tokens of a list that an office is for.
const LONGEST_SERIES: usize = 16;

/// "mayor of South Bend|, Indiana,": a place in a larger one, between two commas or before the end.
fn with_outer_place(chains: &Chains, m: usize, end: usize) -> Option<usize> {
    let document = chains.document;
    let is_place = |n: &Mention| n.form == Form::Name && matches!(n.kind, Kind::Place | Kind::Facility);
    let ends_place = chains.mentions[m..].iter().take(MOST_INNER).any(|n| is_place(n) && n.tokens.end == end);
    let outer = |at: usize| {
        let name = name_at(chains, at + 1).filter(|name| name.kind == Kind::Place)?;
        (document.lower_at(at as isize) == ",").then_some(name.tokens.end)
    };
    let first = outer(end).filter(|_| ends_place)?;
    let last = outer(first).unwrap_or(first);
    let closes = matches!(document.lower_at(last as isize), "," | "." | ")" | "" | "who" | "that" | ";");
    // "in Paris, London, and Rome"
    let is_and = document.lower_at(last as isize) == "," && document.lower_at(last as isize + 1) == "and";
    let is_list = is_and && name_at(chains, last + 2).is_some_and(|name| name.kind == Kind::Place);
    (closes && !is_list).then_some(last)
}

/// Mentions from a description on among which the places in it are.
const MOST_INNER: usize = 12;

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
