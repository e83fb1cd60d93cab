//! What the text calls one: titles before names, appositions, predicates; and the word that says who runs it.

use super::chains::Chains;
use super::traits::{Function, Number};
use crate::document::{Document, Span};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind, Mention};
use crate::model::{is_entity_word, lists};
use crate::tags::{Form as Inflection, Pos, Relation, Syntax};
use std::ops::Range;

/// A noun phrase that is the title of the name after it ("President Vladimir Putin") is a role, no mention.
pub(super) fn drop_titles(document: &Document, syntax: &Syntax, mentions: &mut Vec<Mention>) {
    let names: Vec<Range<usize>> = mentions.iter().filter(|m| m.form == Form::Name).map(|m| m.tokens.clone()).collect();
    mentions.retain(|m| {
        let at = names.partition_point(|n| n.start < m.tokens.end);
        // "Chief Election Commissioner Kazi Habibul Awal": the title with the name.
        let ends_in_name = at.checked_sub(1).map(|last| &names[last]).is_some_and(|name| {
            let is_last = m.tokens.start < name.start && name.end == m.tokens.end;
            is_last && document.tokens[name.start].spaced && (name.contains(&m.head) || m.head + 1 == name.start)
        });
        let is_title = m.form == Form::Nominal
            && names.get(at).is_some_and(|name| {
                name.start == m.tokens.end
                    && m.head + 1 == name.start
                    && document.tokens[name.start].spaced
                    && (name.contains(&syntax.words[m.head].head) || syntax.words[name.start].head == m.head)
                    && !document.lower(m.head).starts_with('\'')
            });
        !(is_title || m.form == Form::Nominal && ends_in_name)
    });
}

/// The title of each name mention, as tokens; the words are noted in its chain, and "Mr" makes a person.
pub(super) fn titles(chains: &mut Chains) -> Vec<Option<Range<usize>>> {
    let mut titles = vec![None; chains.mentions.len()];
    for (m, title) in titles.iter_mut().enumerate() {
        if chains.mentions[m].form != Form::Name {
            continue;
        }
        if let Some(tokens) = title_before(chains, m).filter(|t| is_title_noun(chains, t.end - 1)) {
            for i in tokens.clone() {
                let word = chains.document.lower(i).to_owned();
                chains.call(m, &word);
            }
            if is_person_noun(chains.document, tokens.end - 1) {
                chains.vote(m, Kind::Person, 2);
            }
            *title = Some(tokens);
        }
    }
    titles
}

/// A word that may say what the name after it is: not "for example Konstanz", "the choices Norwegians make".
fn is_title_noun(chains: &Chains, at: usize) -> bool {
    let word = chains.document.lower(at).trim_end_matches('.');
    let is_listed = lists().role_nouns.has(word) || lists().name_nouns.has(word) || chains.document.is_capitalized(at);
    let says_nothing =
        matches!(word, "example" | "instance" | "case" | "time" | "way" | "day" | "year" | "week" | "month");
    is_listed || !says_nothing && chains.syntax.words[at].form != Inflection::Nns
}

fn is_person_noun(document: &Document, at: usize) -> bool {
    let word = document.lower(at).trim_end_matches('.');
    lists().gendered.has(word)
        || lists().role_nouns.get(word).is_some_and(|row| row.split('\t').next() == Some("person"))
}

/// The words before a name that hang on it and end in a noun.
fn title_before(chains: &Chains, m: usize) -> Option<Range<usize>> {
    let (document, syntax) = (chains.document, chains.syntax);
    let name = &chains.mentions[m].tokens;
    let last = name.start.checked_sub(1)?;
    let sentence = &document.sentences[chains.traits[m].sentence].tokens;
    if !sentence.contains(&last) || !document.tokens[name.start].spaced || ends_name(chains, m, last).is_some() {
        return None;
    }
    hangs_on_name(chains, m, last).then_some(())?;
    let mut start = syntax.subtree(last).start.max(sentence.start);
    if syntax.words[last].pos == Pos::X || start > last {
        start = last;
    }
    start = compound_start(chains, start).max(sentence.start);
    start = modifiers_start(chains, name, start, sentence.start);
    // "Florida Department of | Transportation official": not half of a name.
    let whole = chains.mentions[..m].iter().rev().take(8).find(|n| n.form == Form::Name && n.tokens.contains(&start));
    start = whole.filter(|n| n.kind != Kind::Person && n.tokens.end <= last).map_or(start, |n| n.tokens.start);
    start = office_start(chains, m, start).max(sentence.start);
    start = (start..last).rev().find(|&i| matches!(document.word(i), "," | ";" | ")")).map_or(start, |i| i + 1);
    // "Marshal Pak Jong Chon and Department Director Jo Chun Ryong": the title of the second begins after the first.
    let joins = |i: usize| syntax.words[i].pos == Pos::Cconj && ends_name(chains, m, i - 1) == Some(Kind::Person);
    start = (start + 1..last).rev().find(|&i| joins(i)).unwrap_or(start);
    start = (start..last).find(|&i| !is_outside_title(chains, i)).unwrap_or(last);
    Some(start..last + 1)
}

/// Whether the word before name `m` is a noun that hangs on it.
fn hangs_on_name(chains: &Chains, m: usize, last: usize) -> bool {
    let (syntax, name) = (chains.syntax, &chains.mentions[m].tokens);
    let noun = syntax.words[last];
    if noun.pos == Pos::X {
        return is_person_noun(chains.document, last);
    }
    let hangs = name.contains(&noun.head) || syntax.words[chains.traits[m].anchor].head == last;
    matches!(noun.pos, Pos::Noun | Pos::Propn) && hangs
}

/// Back over modifiers that hang on the name itself: "former (President) Putin".
fn modifiers_start(chains: &Chains, name: &Range<usize>, mut start: usize, first: usize) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    while start > first {
        let before = start - 1;
        let word = syntax.words[before];
        let is_possessive = document.lower(before) == "'s";
        let modifies = matches!(word.relation, Relation::Amod | Relation::Compound | Relation::NmodPoss)
            && name.contains(&word.head);
        if word.pos == Pos::X || !(modifies || is_possessive) {
            break;
        }
        start = if is_possessive { syntax.subtree(word.head).start.min(before) } else { before };
    }
    start
}

/// A word before a title that is no part of it: "the", "according to", "Mr", "Monday".
fn is_outside_title(chains: &Chains, i: usize) -> bool {
    let word = chains.document.lower(i);
    matches!(chains.syntax.words[i].pos, Pos::Adp | Pos::Det | Pos::Punct | Pos::Cconj | Pos::Sconj | Pos::Num)
        || is_entity_word(word, "before-title")
        || lists().time_words.get(word).is_some_and(|row| row.starts_with("weekday"))
}

/// "US Secretary of State", "Columbia University economist", "Attorney General": back over the body that the office is of,
/// the office before "of", and capitalized words that are no name.
fn office_start(chains: &Chains, m: usize, mut start: usize) -> usize {
    for _ in 0..MOST_PARTS_OF_OFFICE {
        let Some(before) = start.checked_sub(1) else { break };
        match part_before(chains, m, before) {
            Some(first) if is_one_phrase(chains, first, start) => start = compound_start(chains, first),
            _ => break,
        }
    }
    start
}

const MOST_PARTS_OF_OFFICE: usize = 5;

/// Where the part of an office begins that ends with token `last`.
fn part_before(chains: &Chains, m: usize, last: usize) -> Option<usize> {
    let (document, syntax) = (chains.document, chains.syntax);
    let lower = document.lower(last);
    if matches!(lower, "of" | "for") && last > 0 && is_person_noun(document, last - 1) {
        return Some(last - 1);
    }
    if lower == "-" && last > 0 && !document.tokens[last].spaced {
        return Some(last - 1);
    }
    let name = chains.mentions[..m].iter().rev().take(8).find(|n| n.form == Form::Name && n.tokens.end == last + 1);
    if let Some(name) = name {
        let before = name.tokens.start as isize - 1;
        let is_elsewhere = matches!(document.lower_at(before), "in" | "at" | "from" | "to" | "near" | "of" | "with");
        let is_owner = name.kind != Kind::Person && !(name.kind == Kind::Place && is_elsewhere);
        return is_owner.then_some(name.tokens.start);
    }
    let is_noun = matches!(syntax.words[last].pos, Pos::Noun | Pos::Propn);
    let begins = document.sentences[chains.traits[m].sentence].tokens.start == last;
    let is_office = document.is_capitalized(last) && (!begins || is_person_noun(document, last));
    (is_noun && is_office).then_some(last)
}

/// Nothing but words and hyphens.
fn is_one_phrase(chains: &Chains, first: usize, end: usize) -> bool {
    (first..end)
        .all(|i| chains.document.tokens[i].kind == crate::document::TokenKind::Word || chains.document.word(i) == "-")
}

/// "Russia's natural resources minister": back over plain nouns and adjectives that the parser hung elsewhere, to an owner.
fn compound_start(chains: &Chains, start: usize) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    let plain = |i: usize| {
        matches!(syntax.words[i].pos, Pos::Noun | Pos::Adj)
            && !document.is_capitalized(i)
            && document.tokens[i + 1].spaced
    };
    let mut first = start;
    while first > 0 && start - first < 3 && plain(first - 1) {
        first -= 1;
    }
    let is_owner = first > 1 && first < start && document.lower(first - 1) == "'s";
    if is_owner { syntax.subtree(first - 2).start.min(first - 2) } else { start }
}

/// The kind of the name before mention `m` that ends with token `last`.
fn ends_name(chains: &Chains, m: usize, last: usize) -> Option<Kind> {
    let before = chains.mentions[..m].iter().rev().take(8);
    before.into_iter().find(|n| n.form == Form::Name && n.tokens.end == last + 1).map(|n| n.kind)
}

/// The words by which a mention calls its entity: a title, an apposition, a predicate, or a description that means it.
pub(super) fn role_of(chains: &Chains, m: usize, title: Option<&Range<usize>>, is_named: bool) -> Option<Span> {
    if let Some(tokens) = title {
        let word = chains.document.lower(tokens.start).trim_end_matches('.');
        let is_form_of_address = tokens.len() == 1 && matches!(word, "mr" | "mrs" | "ms" | "miss" | "mister" | "mv");
        return (!is_form_of_address).then(|| chains.document.span(tokens.start, tokens.end - 1));
    }
    let mention = &chains.mentions[m];
    if mention.form != Form::Nominal {
        return None;
    }
    let describes = matches!(chains.traits[m].function, Function::Apposition | Function::Predicate)
        || matches!(mention.rule, "apposition" | "predicate" | "description")
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
    let is_role = (describes || is_plain) && !is_other && !says_nothing && !is_many && !only_repeats;
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
            let is_led = matches!(document.lower(name.start - 1), "of" | "the" | "," | "-" | "called" | "named");
            (mention.tokens.start, if is_led { mention.head + 1 } else { name.start })
        }
        Some(_) => return None,
        None => (mention.tokens.start, end),
    };
    let is_plain = |i: usize| {
        matches!(
            document.lower(i),
            "his"
                | "her"
                | "its"
                | "their"
                | "another"
                | "same"
                | "one"
                | "only"
                | "own"
                | "the"
                | "a"
                | "an"
                | "this"
                | "that"
                | "such"
        )
    };
    let start = (start..end).find(|&i| !is_plain(i)).unwrap_or(start);
    (start < end).then(|| document.span(start, end - 1))
}

/// One past the last word of a phrase with its prepositional phrases and participles: before a comma, a clause, a second noun.
fn phrase_end(chains: &Chains, mention: &Mention) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    let end = syntax.subtree(mention.head).end.max(mention.tokens.end);
    let begins_office = |i: usize| is_person_noun(document, i) || i + 1 < end && is_person_noun(document, i + 1);
    let joins = |i: usize| {
        syntax.words[i].pos == Pos::Cconj && i + 1 < end && begins_office(i + 1)
            || syntax.words[i].pos == Pos::Cconj && {
                let top = syntax.words[i].head;
                syntax.words[top].relation == Relation::Conj && syntax.words[top].head == mention.head
            }
    };
    let is_finite = |i: usize| matches!(syntax.words[i].form, Inflection::Vbz | Inflection::Vbp | Inflection::Md);
    let closes = |i: usize| {
        document.tokens[i].kind == crate::document::TokenKind::Punctuation && document.word(i) != "-"
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
            && chains.document.tokens[i].kind == crate::document::TokenKind::Word
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
