//! The titles before names: where they begin, and which of them stand in a row.

use super::chains::Chains;
use crate::document::{Document, TokenKind};
use crate::mentions::{Form, Kind, Mention, is_honorific};
use crate::model::{is_entity_word, lists, noun_means};
use crate::tags::{Form as Inflection, Pos, Relation, Syntax};
use std::ops::Range;

/// A noun phrase that is the title of the name after it ("President Vladimir Putin") is a role, no mention.
pub(super) fn drop_titles(document: &Document, syntax: &Syntax, mentions: &mut Vec<Mention>) {
    let names: Vec<(Range<usize>, Kind)> =
        mentions.iter().filter(|m| m.form == Form::Name).map(|m| (m.tokens.clone(), m.kind)).collect();
    mentions.retain(|m| {
        let at = names.partition_point(|(name, _)| name.start < m.tokens.end);
        let ends_in_name = at.checked_sub(1).is_some_and(|last| holds_name(document, m, &names[last]));
        let is_title = names.get(at).is_some_and(|name| is_title_of(document, syntax, m, name));
        m.form != Form::Nominal || !(is_title || ends_in_name)
    });
}

/// "Chief Election Commissioner Kazi Habibul Awal", "minister of health Ana Roe": the title with the name.
fn holds_name(document: &Document, m: &Mention, (name, kind): &(Range<usize>, Kind)) -> bool {
    let is_last = m.tokens.start < name.start && name.end == m.tokens.end;
    let is_title = name.contains(&m.head)
        || m.head + 1 == name.start
        || *kind == Kind::Person
            && m.head < name.start
            && (is_before_ranks(document, m.head, name.start) || is_office_of(document, m.head, name.start));
    is_last && document.tokens[name.start].spaced && is_title
}

/// "chairman | Prof Ana Roe": a person's noun with nothing but ranks to the name. ("Attorney General" is one.)
pub(super) fn is_before_ranks(document: &Document, noun: usize, name: usize) -> bool {
    let is_other = |i: usize| is_rank(document, i) && document.lower(i) != "general";
    is_person_noun(document, noun) && noun + 1 < name && (noun + 1..name).all(is_other)
}

/// Whether a noun phrase right before a name is its title, by the tree or because its noun is a person's.
fn is_title_of(document: &Document, syntax: &Syntax, m: &Mention, (name, kind): &(Range<usize>, Kind)) -> bool {
    let is_beside =
        name.start == m.tokens.end && document.tokens[name.start].spaced && !document.lower(m.head).starts_with('\'');
    let hangs = name.contains(&syntax.words[m.head].head) || syntax.words[name.start].head == m.head;
    let is_titled = *kind == Kind::Person && is_person_noun(document, m.head);
    // "Attorney | General": half of a title.
    let is_half = *kind == Kind::Person && m.tokens.end + 1 == name.start && document.lower(m.tokens.end) == "general";
    is_half
        || is_beside
            && (m.head + 1 == name.start && (hangs || is_titled || is_type_of(document, m.head, *kind))
                || is_titled && (m.head + 1..name.start).all(|i| is_rank(document, i))
                || is_titled && is_office_of(document, m.head, name.start))
}

/// "Minister of Health and Welfare", "leader of the opposition": a person's noun with "of" and nothing that ends its phrase.
fn is_office_of(document: &Document, noun: usize, end: usize) -> bool {
    let is_word = |i: usize| document.tokens[i].kind == TokenKind::Word || document.word(i) == "-";
    // "brother of Ana Roe", "spokesman for president Ana Roe" are others.
    let is_relative = is_entity_word(document.lower(noun), "relative");
    let is_of_another = (noun + 2..end).any(|i| is_person_noun(document, i) && !is_rank(document, i));
    is_person_noun(document, noun)
        && !is_relative
        && !is_of_another
        && noun + 2 < end
        && matches!(document.lower(noun + 1), "of" | "for")
        && (noun + 1..end).all(is_word)
        && !matches!(document.lower(end - 1), "of" | "for" | "and" | "the" | "'s" | "to" | "with" | "in" | "at" | "by")
}

/// The title of each name mention, as tokens; the words are noted in its chain, and "Mr" makes a person.
pub(super) fn titles(chains: &mut Chains) -> Vec<Option<Range<usize>>> {
    let mut titles = vec![None; chains.mentions.len()];
    for (m, title) in titles.iter_mut().enumerate() {
        let mention = &chains.mentions[m];
        // "Muslim-majority African countries": an adjective has no title.
        let is_adjective = mention.kind == Kind::Group && chains.syntax.words[mention.head].pos == Pos::Adj;
        if mention.form != Form::Name || is_adjective {
            continue;
        }
        if let Some(tokens) = title_before(chains, m).filter(|t| is_title_noun(chains, m, t.end - 1)) {
            for i in tokens.clone() {
                let word = chains.document.lower(i).to_owned();
                chains.call(m, &word);
            }
            // "an analyst at the broker Lyle Kesteven": a firm.
            let article = tokens.start as isize - 1;
            let is_firm = chains.mentions[m].kind == Kind::Organization
                && chains.document.lower_at(article) == "the"
                && chains.document.lower_at(article - 1) == "at";
            if !is_firm && is_person_noun(chains.document, tokens.end - 1) {
                chains.vote(m, Kind::Person, 2);
            }
            *title = Some(tokens);
        }
    }
    shared_titles(chains, &mut titles);
    titles
}

/// "professors Ivan Roe and Yu Lund": what stands in the plural before a list of persons is the title of each of them.
fn shared_titles(chains: &mut Chains, titles: &mut [Option<Range<usize>>]) {
    for m in 0..titles.len() {
        let Some(title) = plural_title(chains, m) else { continue };
        let mut end = chains.mentions[m].tokens.end;
        let mut members = vec![m];
        for n in (m + 1..chains.mentions.len()).take(MOST_IN_LIST) {
            let name = &chains.mentions[n];
            let is_next = name.form == Form::Name && name.kind == Kind::Person && name.tokens.start > end;
            if is_next && (end..name.tokens.start).all(|i| matches!(chains.document.lower(i), "," | "and" | "&")) {
                end = name.tokens.end;
                members.push(n);
            }
        }
        if members.len() > 1 {
            members.into_iter().for_each(|n| titles[n] = Some(title.clone()));
        }
    }
}

/// Mentions after the first of a list that are looked at.
const MOST_IN_LIST: usize = 24;

/// The words before a person's name that end in the plural of a person's noun.
fn plural_title(chains: &Chains, m: usize) -> Option<Range<usize>> {
    let (document, name) = (chains.document, &chains.mentions[m]);
    let last = name.tokens.start.checked_sub(1)?;
    let first = document.sentences[chains.traits[m].sentence].tokens.start;
    let is_plural = matches!(chains.syntax.words[last].form, Inflection::Nns | Inflection::Nnps)
        && lists().role_nouns.get(document.lower(last)).is_some_and(|row| row.ends_with("plural"))
        || is_person_word(document.lower(last).strip_suffix('s')?);
    let is_person = name.form == Form::Name && name.kind == Kind::Person;
    let is_title = is_person && is_plural && last >= first && document.tokens[name.tokens.start].spaced;
    is_title.then(|| phrase_start(chains, m, last, first)..last + 1)
}

/// A word that may say what name `m` after it is: not "for example Konstanz", "the choices Norwegians make", "downtown Bangui".
fn is_title_noun(chains: &Chains, m: usize, at: usize) -> bool {
    let word = chains.document.lower(at).trim_end_matches('.');
    let is_day = lists().time_words.get(word).is_some_and(|row| row.starts_with("weekday"));
    let is_listed = lists().role_nouns.has(word) || lists().name_nouns.has(word) || chains.document.is_capitalized(at);
    let says_nothing =
        matches!(word, "example" | "instance" | "case" | "time" | "way" | "day" | "year" | "week" | "month");
    let is_plural = chains.syntax.words[at].form == Inflection::Nns;
    let is_only_where = chains.mentions[m].kind == Kind::Place;
    let is_owned = begins_relative_clause(chains, m) && (is_plural || !is_person_noun(chains.document, at));
    !is_day && !is_owned && (is_listed || !says_nothing && !is_plural && !is_only_where)
}

/// "the process | Ana Roe described": the name is the subject of a clause about the noun before it.
fn begins_relative_clause(chains: &Chains, m: usize) -> bool {
    let word = chains.syntax.words[chains.traits[m].anchor];
    word.relation == Relation::Nsubj && chains.syntax.words[word.head].relation == Relation::AclRelcl
}

/// "the airline Mahan Air", "the law firm Roe & Lund": a noun in small letters right before a name of the kind that it means.
fn is_type_of(document: &Document, at: usize, kind: Kind) -> bool {
    let word = document.lower(at);
    let means = |row: &str| row.split('\t').next() == Some(kind.name());
    let is_listed = lists().name_nouns.get(word).is_some_and(means) || noun_means(word, kind.name());
    is_listed && kind != Kind::Person && !document.is_capitalized(at)
}

/// Whether a noun means a person by itself: "minister", "wife".
pub(super) fn is_person_noun(document: &Document, at: usize) -> bool {
    is_person_word(document.lower(at).trim_end_matches('.'))
}

fn is_person_word(word: &str) -> bool {
    lists().gendered.has(word) || noun_means(word, "person")
}

/// The words before a name that hang on it and end in a noun.
fn title_before(chains: &Chains, m: usize) -> Option<Range<usize>> {
    let (document, syntax) = (chains.document, chains.syntax);
    let name = &chains.mentions[m].tokens;
    let last = name.start.checked_sub(1)?;
    let sentence = &document.sentences[chains.traits[m].sentence].tokens;
    if !sentence.contains(&last) || !document.tokens[name.start].spaced {
        return None;
    }
    if let Some(start) = office_of_start(chains, m, sentence.start) {
        return Some(start..last + 1);
    }
    if let Some(people) = name_before(chains, m, last) {
        return people_before(chains, m, people);
    }
    hangs_on_name(chains, m, last).then_some(())?;
    let mut start = syntax.subtree(last).start.max(sentence.start);
    if syntax.words[last].pos == Pos::X || start > last {
        start = last;
    }
    start = compound_start(chains, start).max(sentence.start);
    // "Postmaster | General".
    let is_general = start == last && last > sentence.start && document.lower(last) == "general";
    let has_office = is_general && document.is_capitalized(last - 1) && document.tokens[last].spaced;
    start -= usize::from(has_office && matches!(syntax.words[last - 1].pos, Pos::Noun | Pos::Propn | Pos::Adj));
    start = modifiers_start(chains, name, start, sentence.start);
    // "Florida Department of | Transportation official": not half of a name.
    let whole = chains.mentions[..m].iter().rev().take(8).find(|n| n.form == Form::Name && n.tokens.contains(&start));
    start = whole.filter(|n| n.kind != Kind::Person && n.tokens.end <= last).map_or(start, |n| n.tokens.start);
    start = office_start(chains, m, start).max(sentence.start);
    start = (start..last).rev().find(|&i| matches!(document.word(i), "," | ";" | ")")).map_or(start, |i| i + 1);
    start = without_clause(chains, start, last);
    start = if is_rank(document, last) { start } else { lettered_start(chains, m, start) };
    // "Marshal Pak Jong Chon and Department Director Jo Chun Ryong": the title of the second begins after the first.
    let joins = |i: usize| syntax.words[i].pos == Pos::Cconj && ends_name(chains, m, i - 1) == Some(Kind::Person);
    start = (start + 1..last).rev().find(|&i| joins(i)).unwrap_or(start);
    // "Ana's row with | her former lawyer", "one of them is | the priest".
    let opens = |i: usize| syntax.words[i].pos == Pos::Aux || is_entity_word(document.lower(i), "owner");
    start = (start..last).rev().find(|&i| opens(i) && !document.is_capitalized(i)).map_or(start, |i| i + 1);
    start = (start..last).find(|&i| !is_outside_title(chains, i)).unwrap_or(last);
    start = joined_start(chains, m, start..last + 1).max(sentence.start);
    start = hyphenated_start(document, start, sentence.start);
    Some(with_year(document, start, sentence.start)..last + 1)
}

/// "| gender-based violence expert Roe": the words that a hyphen joins before the title.
fn hyphenated_start(document: &Document, start: usize, first: usize) -> usize {
    let is_joined = start >= first + 3
        && document.word(start - 2) == "-"
        && !document.tokens[start - 2].spaced
        && !document.tokens[start - 1].spaced
        && document.lower(start - 1).ends_with("ed");
    if is_joined { start - 3 } else { start }
}

/// "| 2016 presidential nominee Roe"; not "in 2016 president Roe".
fn with_year(document: &Document, start: usize, first: usize) -> usize {
    let word = document.lower_at(start as isize - 1);
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && matches!(&word[..2], "19" | "20");
    let before = document.lower_at(start as isize - 2);
    let is_when = matches!(
        before,
        "in" | "since" | "of" | "and" | "," | "until" | "by" | "from" | "to" | "late" | "early" | "mid"
    );
    let is_date = before.bytes().all(|b| b.is_ascii_digit()) || lists().time_words.has(before);
    if is_year && start > first + 1 && !is_when && !is_date { start - 1 } else { start }
}

/// "over the Channel by | pilot Roe", "at Yartsevo via | news agency Roe": a title begins after a preposition that no office has.
fn without_clause(chains: &Chains, start: usize, last: usize) -> usize {
    let document = chains.document;
    let opens = |&i: &usize| {
        let is_preposition = matches!(document.lower(i), "at" | "by" | "with" | "via" | "from" | "on");
        is_preposition && i > start && !is_person_noun(document, i - 1)
    };
    (start..last).rev().find(opens).map_or(start, |i| i + 1)
}

/// "Grants Commission (GC) | chairperson Roe": back over the letters of a body to its name.
fn lettered_start(chains: &Chains, m: usize, start: usize) -> usize {
    let document = chains.document;
    let Some(open) = start.checked_sub(3).filter(|&i| document.word(i) == "(" && document.word(i + 2) == ")") else {
        return start;
    };
    let body = open.checked_sub(1).and_then(|last| name_before(chains, m, last));
    body.filter(|name| name.kind == Kind::Organization).map_or(start, |name| name.tokens.start)
}

/// "Minister of Energy and Natural Resources Roe", "president of Ruritania Ana Roe": where the office begins, if it has an "of".
fn office_of_start(chains: &Chains, m: usize, first: usize) -> Option<usize> {
    let (document, name) = (chains.document, &chains.mentions[m]);
    let from = name.tokens.start.saturating_sub(MOST_WORDS_OF_OFFICE).max(first);
    let noun = (from..name.tokens.start).find(|&i| is_office_of(document, i, name.tokens.start))?;
    let is_over = |i: usize| {
        let word = chains.syntax.words[i];
        matches!(word.pos, Pos::Verb | Pos::Aux | Pos::Pron) && !document.is_capitalized(i)
            || ends_name(chains, m, i) == Some(Kind::Person)
    };
    let is_one = name.kind == Kind::Person && !(noun + 1..name.tokens.start).any(is_over);
    is_one.then(|| phrase_start(chains, m, noun, first))
}

/// "Frenchman Ana Roe", "incumbent Republican Bo Lund": a people or a party's members, as one of whom a full name stands.
fn people_before(chains: &Chains, m: usize, people: &Mention) -> Option<Range<usize>> {
    let name = &chains.mentions[m];
    let is_one =
        people.kind == Kind::Group && people.tokens.len() == 1 && !chains.document.lower(people.head).ends_with('s');
    let hangs = name.tokens.contains(&chains.syntax.words[people.head].head);
    let is_noun = matches!(chains.syntax.words[people.head].pos, Pos::Noun | Pos::Propn);
    let is_titled = name.kind == Kind::Person && is_one && hangs && is_noun;
    is_titled.then(|| people.tokens.clone())
}

/// Words of an office with its "of".
const MOST_WORDS_OF_OFFICE: usize = 14;

/// "actor and director Roe", "interior and safety minister Roe": back over what "and" joins to a title.
pub(super) fn joined_start(chains: &Chains, m: usize, title: Range<usize>) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    let Some(joint) = title.start.checked_sub(2).map(|i| i + 1).filter(|&i| document.lower(i) == "and") else {
        return title.start;
    };
    let last = joint - 1;
    let is_noun = matches!(syntax.words[last].pos, Pos::Noun | Pos::Propn | Pos::Adj);
    let first = phrase_start(chains, m, last, 0);
    // "Road Transport and Bridges Minister": what an office is for may look like a name.
    let is_portfolio = matches!(document.lower(title.end - 1), "minister" | "secretary" | "commissioner");
    // The parser sees it too; and who is described after a comma is another.
    let is_joined = is_portfolio
        || title.clone().any(|i| (first..joint).contains(&syntax.words[i].head) && i != title.start)
        || (first..=last).contains(&syntax.words[title.start].head)
        || title.contains(&syntax.words[last].head);
    let is_other = document.lower_at(first as isize - 1) == ","
        || ends_name(chains, m, last).is_some_and(|kind| kind == Kind::Person || !is_portfolio)
        || is_person_noun(document, last) && !is_person_noun(document, title.end - 1)
        || !is_person_noun(document, last) && title.len() < 2
        || syntax.words[last].form == Inflection::Nns && is_person_noun(document, title.end - 1);
    if is_noun && is_joined && !is_other { first } else { title.start }
}

/// Back from a noun over the words before it and the body whose it is: "| 2022 campaign director", "| AMIA employee".
fn phrase_start(chains: &Chains, m: usize, noun: usize, limit: usize) -> usize {
    let mut first = noun;
    for _ in 0..MOST_WORDS_OF_OFFICE {
        let Some(before) = first.checked_sub(1).filter(|&i| i >= limit && !is_outside_title(chains, i)) else { break };
        let name = chains.mentions[..m].iter().rev().take(8).find(|n| n.form == Form::Name && n.tokens.end == first);
        let word = chains.syntax.words[before];
        let is_possessive = chains.document.lower(before) == "'s" && word.pos == Pos::Part;
        let goes_on = matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj) || chains.document.word(before) == "-";
        first = match name {
            Some(name) if name.kind != Kind::Person => name.tokens.start,
            Some(_) => break,
            None if is_possessive || goes_on => before,
            None => break,
        };
    }
    first
}

/// Whether the word before name `m` is a noun that hangs on it.
fn hangs_on_name(chains: &Chains, m: usize, last: usize) -> bool {
    let (syntax, name) = (chains.syntax, &chains.mentions[m].tokens);
    let noun = syntax.words[last];
    let is_titled = is_person_noun(chains.document, last);
    if noun.pos == Pos::X || is_titled && chains.mentions[m].kind == Kind::Person && noun.pos != Pos::Verb {
        return is_titled;
    }
    let hangs = name.contains(&noun.head)
        || syntax.words[chains.traits[m].anchor].head == last
        || is_type_of(chains.document, last, chains.mentions[m].kind) && !begins_relative_clause(chains, m);
    matches!(noun.pos, Pos::Noun | Pos::Propn) && hangs
}

/// Back over modifiers that hang on the name itself: "former (President) Putin".
fn modifiers_start(chains: &Chains, name: &Range<usize>, mut start: usize, first: usize) -> usize {
    let (document, syntax) = (chains.document, chains.syntax);
    while start > first {
        let before = start - 1;
        let word = syntax.words[before];
        let is_possessive = document.lower(before) == "'s" && word.pos == Pos::Part;
        let modifies = matches!(word.relation, Relation::Amod | Relation::Compound | Relation::NmodPoss)
            && name.contains(&word.head)
            || matches!(word.relation, Relation::Amod | Relation::Compound) && (start..name.start).contains(&word.head)
            || is_person_noun(document, name.start - 1) && is_entity_word(document.lower(before), "of-office");
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
    // "14-year-old son"
    let is_age = chains.document.word(i + 1) == "-" && chains.document.lower(i + 2) == "year";
    matches!(chains.syntax.words[i].pos, Pos::Adp | Pos::Det | Pos::Punct | Pos::Cconj | Pos::Sconj)
        || chains.syntax.words[i].pos == Pos::Num && !is_age
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
        // "brother of | president Ana Roe" is another.
        let name = chains.mentions[m].tokens.start;
        let is_of_another = (last + 1..name).any(|i| is_person_noun(document, i) && !is_rank(document, i));
        return (!is_of_another).then_some(last - 1);
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
    (first..end).all(|i| chains.document.tokens[i].kind == TokenKind::Word || chains.document.word(i) == "-")
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
    // "portrayal of | singer": the preposition hangs on the noun.
    let is_whole = first < start && !is_outside_title(chains, start) && opens_phrase(chains, first);
    match (is_owner, is_whole) {
        (true, _) => syntax.subtree(first - 2).start.min(first - 2),
        (false, true) => first,
        (false, false) => start,
    }
}

/// Whether a noun phrase begins here: after an article, a preposition or a mark, and not with a time.
fn opens_phrase(chains: &Chains, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return true };
    let word = chains.document.lower(before);
    let is_marked =
        matches!(chains.syntax.words[before].pos, Pos::Det | Pos::Adp | Pos::Punct) || is_entity_word(word, "owner");
    is_marked && !lists().time_words.has(chains.document.lower(first)) && chains.document.word(before) != "-"
}

/// The kind of the name before mention `m` that ends with token `last`.
fn ends_name(chains: &Chains, m: usize, last: usize) -> Option<Kind> {
    name_before(chains, m, last).map(|name| name.kind)
}

/// The name before mention `m` that ends with token `last`.
fn name_before<'c>(chains: &'c Chains, m: usize, last: usize) -> Option<&'c Mention> {
    let before = chains.mentions[..m].iter().rev().take(8);
    before.into_iter().find(|n| n.form == Form::Name && n.tokens.end == last + 1)
}

/// The titles that stand in a row before one name: "chief of staff | Major General", "skating icon | Olympic champion".
/// "Actor and director" is one.
pub(super) fn parts(document: &Document, title: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut rest = title.clone();
    while let Some(joint) = next_part(document, &rest) {
        let end = if document.lower(joint - 1) == "and" { joint - 1 } else { joint };
        parts.push(rest.start..end);
        rest = joint..rest.end;
    }
    parts.push(rest);
    parts
}

/// Where the second of two titles begins.
fn next_part(document: &Document, title: &Range<usize>) -> Option<usize> {
    let has_office = |end: usize| (title.start..end).any(|i| is_person_noun(document, i) && !is_rank(document, i));
    let begins = |&i: &usize| {
        let is_further_rank = is_rank(document, i) && !is_rank(document, i - 1) && has_office(i);
        // "attorney general"
        let is_office = document.lower(i) == "general" || matches!(document.lower(i - 1), "-" | "and" | "of" | "for");
        let is_second = document.lower(i - 1) == "and"
            && i - 1 > title.start
            && is_person_noun(document, i - 2)
            && title.end - i > 1
            && is_person_noun(document, title.end - 1);
        is_further_rank && !is_office || is_second
    };
    (title.start + 1..title.end).find(begins)
}

/// "Dr", "Captain", "Datuk": what stands before a name by itself, after any office.
pub(super) fn is_rank(document: &Document, at: usize) -> bool {
    let word = document.lower(at);
    let next = document.lower_at(at as isize + 1);
    // "Rear Admiral", "Air Vice-Marshal"
    let begins = matches!(word, "rear" | "vice" | "air" | "lance" | "staff")
        && matches!(next, "admiral" | "marshal" | "commodore" | "corporal" | "sergeant")
        && document.is_capitalized(at);
    begins || is_honorific(word) || is_entity_word(word.trim_end_matches('.'), "rank")
}
