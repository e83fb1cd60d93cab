//! Sieves over names: the same name, its acronym, its variants, its short forms.

use super::chains::Chains;
use super::spelling::similar;
use super::titles::is_person_noun;
use super::traits::{Function, Gender};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind, is_honorific};
use crate::model::{is_entity_word, lists, noun_means};
use std::collections::BTreeMap;

/// All names, by mention number.
pub(super) fn names(chains: &Chains) -> Vec<usize> {
    (0..chains.mentions.len()).filter(|&m| chains.mentions[m].form == Form::Name).collect()
}

/// "Kim Jong Un … KIM JONG-UN": the same words, however joined. Single words of persons wait for the short names.
pub(super) fn same_name(chains: &mut Chains, rule: &'static str) {
    let mut first: BTreeMap<(String, bool), usize> = BTreeMap::new();
    for m in names(chains) {
        let mut words = one_order(&chains.traits[m].words).concat();
        if is_of_many(chains, m) {
            words.pop();
        }
        let is_group = chains.mentions[m].kind == Kind::Group;
        if words.is_empty() || is_lone_person(chains, m) {
            continue;
        }
        match first.get(&(words.clone(), is_group)) {
            Some(&early) => chains.join(early, m, rule),
            None => {
                first.insert((words, is_group), m);
            }
        }
    }
}

/// "Kiwi Ferns": of more than one word and no person's, so that one of them is a "Kiwi Fern".
fn is_of_many(chains: &Chains, m: usize) -> bool {
    let words = &chains.traits[m].words;
    let last = chains.traits[m].last();
    let is_plural = last.len() > 4 && last.ends_with('s') && !["ss", "us", "is"].iter().any(|end| last.ends_with(end));
    words.len() > 1 && is_plural && !matches!(chains.mentions[m].kind, Kind::Person | Kind::Place)
}

/// "Ministry of the Interior" is "Interior Ministry", "US Department" "United States Department".
fn one_order(words: &[String]) -> Vec<&str> {
    let is_joint = |word: &&str| matches!(*word, "and" | "&");
    let words: Vec<&str> = words.iter().map(|w| one_spelling(w)).filter(|w| !is_joint(w)).collect();
    let words = match words[..] {
        ["united", "states", _, ..] => [&["us"], &words[2..]].concat(),
        ["united", "kingdom", _, ..] => [&["uk"], &words[2..]].concat(),
        _ => words,
    };
    match words[..] {
        [office @ ("ministry" | "department"), "of" | "for", ref of @ ..] if !of.is_empty() => [of, &[office]].concat(),
        _ => words,
    }
}

/// "Centre" and "Center" are one word.
fn one_spelling(word: &str) -> &str {
    match word {
        "centre" => "center",
        "theatre" => "theater",
        "defence" => "defense",
        "labour" => "labor",
        "organisation" => "organization",
        word => word,
    }
}

fn is_lone_person(chains: &Chains, m: usize) -> bool {
    chains.traits[m].words.len() == 1 && chains.mentions[m].kind == Kind::Person
}

/// "World Health Organization (WHO)", and KCNA wherever a name gives its letters.
pub(super) fn acronym(chains: &mut Chains, rule: &'static str) {
    let all = names(chains);
    let mut by_letters: BTreeMap<String, usize> = BTreeMap::new();
    for &m in &all {
        for letters in initials(chains, m) {
            by_letters.entry(letters).or_insert(m);
        }
    }
    let mut previous: Option<usize> = None;
    for &m in &all {
        if let Some(letters) = acronym_letters(chains, m) {
            let beside = previous.filter(|&p| {
                let (end, start) = (chains.mentions[p].tokens.end, chains.mentions[m].tokens.start);
                let is_beside = end + 1 == start && chains.document.word(end) == "(";
                let words = &chains.traits[p].words;
                // "UN World Food Programme (WFP)".
                let is_short = abbreviates(&letters, words) || words.len() > 2 && abbreviates(&letters, &words[1..]);
                let name = chains.document.slice(chains.mentions[m].span);
                // Letters that are known stand for what they are known for: "(FSB)" of another language begins like a word.
                let begins = |word: &String| word.chars().next() == letters.chars().next();
                let is_open = !Gazetteer::committed().is_acronym(name) || words.iter().any(begins);
                is_beside && (is_short || is_open && is_in_brackets(chains, p, m))
            });
            let apart = by_letters.get(&letters).copied().filter(|&full| chains.mentions[full].kind != Kind::Person);
            if let Some(full) = beside
                .or(apart)
                .or_else(|| labelled(chains, &by_letters, m, &letters))
                .or_else(|| labelled_by_word(chains, &all, m, &letters))
            {
                chains.join(full, m, rule);
            }
        } else if let Some(p) =
            previous.filter(|&p| chains.mentions[m].rule == "own script" || is_in_brackets(chains, p, m))
        {
            chains.join(p, m, rule);
        }
        previous = Some(m);
    }
}

/// "Costa Rican Social Security Fund (CCSS)", "PKK (Kurdistan Workers' Party)", "Institute of Seismology (Phivolcs)": what
/// stands alone in brackets after an organization is its other name, also where the letters come from another language.
fn is_in_brackets(chains: &Chains, early: usize, late: usize) -> bool {
    let (a, b) = (&chains.mentions[early], &chains.mentions[late]);
    let document = chains.document;
    let is_alone = b.tokens.start == a.tokens.end + 1
        && document.word(a.tokens.end) == "("
        && document.lower_at(b.tokens.end as isize) == ")";
    let can_be = |kind: Kind| matches!(kind, Kind::Organization | Kind::Facility | Kind::Other);
    let has_full = a.tokens.len() > 2 || b.tokens.len() > 2 && acronym_letters(chains, early).is_some();
    is_alone && a.kind == Kind::Organization && can_be(b.kind) && has_full
}

/// "WSS: Why did you run?": the letters that label a turn in an interview may be a person's.
fn labelled(chains: &Chains, by_letters: &BTreeMap<String, usize>, m: usize, letters: &str) -> Option<usize> {
    let is_label = chains.document.lower_at(chains.mentions[m].tokens.end as isize) == ":" || letters.len() > 2;
    by_letters.get(letters).copied().filter(|_| is_label)
}

/// "((WN)) Why?" is Wikinews: a label of letters means the one name of a single word that they shorten.
fn labelled_by_word(chains: &Chains, names: &[usize], m: usize, letters: &str) -> Option<usize> {
    let tokens = &chains.mentions[m].tokens;
    let word = |at: isize| chains.document.lower_at(at);
    let (before, after) = (tokens.start as isize - 1, tokens.end as isize);
    let is_doubled = [word(before), word(before - 1)] == ["(", "("] && [word(after), word(after + 1)] == [")", ")"];
    let shortens = |other: &usize| match &chains.traits[*other].words[..] {
        [word] => word.len() > SHORTEST_SHORTENED && abbreviates(letters, std::slice::from_ref(word)),
        _ => false,
    };
    let mut others = names.iter().copied().take(MOST_SHORTENED).filter(|other| is_doubled && shortens(other));
    let first = others.next()?;
    others.all(|other| chains.traits[other].words == chains.traits[first].words).then_some(first)
}

/// Letters of a word that is shortened to some of them, at least.
const SHORTEST_SHORTENED: usize = 4;
/// The first names of an article, among which what a label shortens is looked for.
const MOST_SHORTENED: usize = 100;

/// The letters of "KCNA", "U.N."; `None` for other words.
fn acronym_letters(chains: &Chains, m: usize) -> Option<String> {
    let [word] = &chains.traits[m].words[..] else { return None };
    let written = chains.document.word(chains.mentions[m].tokens.start);
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    (capitals >= 2 && capitals + 1 >= word.chars().count()).then(|| word.clone())
}

/// First letters of the capitalized words, and of all words.
fn initials(chains: &Chains, m: usize) -> Vec<String> {
    let mention = &chains.mentions[m];
    if mention.tokens.len() < 2 {
        return Vec::new();
    }
    let letters = |all: bool| -> String {
        let words = mention.tokens.clone().filter(|&i| {
            let starts = chains.document.word(i).chars().next().is_some_and(char::is_alphabetic);
            let apostrophe = chains.document.lower(i) == "s";
            starts && !apostrophe && (all || chains.document.is_capitalized(i))
        });
        words.filter_map(|i| chains.document.lower(i).chars().next()).collect()
    };
    // "United States presidential election" has other words than small ones, for which no letter stands.
    let is_other = |i: usize| !chains.document.is_capitalized(i) && chains.document.word(i).len() > MOST_OF_SMALL;
    let has_other = mention.tokens.clone().any(is_other);
    let (some, all) = (if has_other { String::new() } else { letters(false) }, letters(true));
    // "Anti-Corruption Bureau" is "ACB".
    let parts = mention.tokens.clone().flat_map(|i| chains.document.word(i).split('-'));
    let parts: String = parts.filter_map(|part| part.chars().next()).filter(|c| c.is_uppercase()).collect();
    let parts = if has_other { String::new() } else { parts.to_lowercase() };
    [some, all, parts].into_iter().filter(|l| l.chars().count() >= 2).collect()
}

/// Letters of the small words in a name: "and", "with".
const MOST_OF_SMALL: usize = 4;

/// Whether the letters stand in the words in this order, beginning with the first.
fn abbreviates(letters: &str, words: &[String]) -> bool {
    let text: String = words.concat();
    let mut rest = text.chars();
    text.chars().next() == letters.chars().next() && letters.chars().all(|l| rest.any(|c| c == l))
}

/// "Byung-yeon Kim" for "Kim Byung-yeon", "Ruth Hellickson" for "Ruth Ann Hellickson", "Sergey Lavrov" for "Sergei Lavrov".
pub(super) fn variant(chains: &mut Chains, rule: &'static str) {
    let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in names(chains) {
        let is_place = chains.mentions[m].kind == Kind::Place;
        if chains.traits[m].words.len() < 2 && !is_place || chains.traits[m].words.is_empty() {
            continue;
        }
        let last = chains.traits[m].last().to_owned();
        let first = chains.traits[m].words[0].clone();
        let found = [&last, &first]
            .into_iter()
            .filter_map(|w| by_word.get(w))
            .flat_map(|list| list.iter().rev().take(12))
            .copied()
            .find(|&early| !chains.joined(early, m) && chains.are_variants(early, m) && !chains.two_persons(early, m));
        if let Some(early) = found {
            chains.join(early, m, rule);
        }
        by_word.entry(last.clone()).or_default().push(m);
        if first != last {
            by_word.entry(first).or_default().push(m);
        }
    }
}

/// "Kim" for the Kim in focus, "Mr Kato", "Kyodo" for "Kyodo News Agency", "the Cosmodrome" for "Vostochny Cosmodrome".
pub(super) fn short_name(chains: &mut Chains, rule: &'static str) {
    let all = names(chains);
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &m in &all {
        if chains.traits[m].words.len() >= 2 && chains.mentions[m].kind != Kind::Group {
            for word in chains.traits[m].words.clone() {
                bearers.entry(word).or_default().push(m);
            }
        }
    }
    let mut lone: BTreeMap<String, usize> = BTreeMap::new();
    for &m in &all {
        let [word] = &chains.traits[m].words[..] else { continue };
        if !is_lone_person(chains, m) && chains.mentions[m].kind != Kind::Group {
            lone.entry(word.clone()).or_insert(m);
        }
    }
    for &m in &all {
        let words = chains.traits[m].words.clone();
        if words.is_empty() || words.len() > 2 && chains.mentions[m].kind == Kind::Person {
            continue;
        }
        let key = words.concat();
        let full = in_focus(chains, &bearers, &words, m).or_else(|| misspelt(chains, &bearers, &words, m));
        match full {
            Some(full) => {
                chains.join(full, m, rule);
                // From now on the short form has shown whom it means: it counts as a bearer.
                for word in words {
                    if let Some(list) = bearers.get_mut(&word) {
                        let at = list.partition_point(|&b| b < m);
                        list.insert(at, m);
                    }
                }
            }
            None if is_lone_person(chains, m) => match lone.get(&key) {
                Some(&early) => chains.join(early.min(m), early.max(m), "same name"),
                None => {
                    lone.insert(key, m);
                }
            },
            None => (),
        }
    }
}

/// The nearest bearer of the name before `m`, else the next after it.
fn in_focus(chains: &Chains, bearers: &BTreeMap<String, Vec<usize>>, words: &[String], m: usize) -> Option<usize> {
    let list = bearers.get(words.last()?)?;
    let at = list.partition_point(|&b| b < m);
    let before = list[..at].iter().rev().take(24);
    let after = list[at..].iter().take(24);
    // "Roe" is Tom Roe, and no "Roe Ventures", though both begin or end so.
    let is_person = |b: usize| chains.mentions[b].kind == Kind::Person;
    let is_surname = |&b: &usize| {
        is_person(b) && chains.traits[b].words.len() > words.len() && chains.traits[b].words.ends_with(words)
    };
    let has_person = is_person(m) && (words.len() > 1 || list.iter().take(MOST_BEARERS).any(is_surname));
    let may_be = |b: usize| !has_person || chains.chain(b).kind() == Kind::Person || is_ship(&chains.traits[b].words);
    let bears = |&b: &usize| b != m && may_be(b) && shortens(chains, words, m, b);
    let is_known = |b: &usize| bears(b) && !is_relative(chains, *b);
    // "Donald Trump … Jared Kushner and Ivanka Trump. ¶ Trump wrote": not the one who only closes a list.
    let leads = |b: &usize| is_known(b) && chains.traits[*b].function != Function::Conjunct;
    let mut earlier = before.clone().copied();
    // "Prime Minister Han" is not "Justice Minister Han Dong-hoon", who was named last.
    let title = if words.len() == 1 { title_words(chains, m) } else { Vec::new() };
    let has_title = |b: &usize| !title.is_empty() && is_known(b) && title_words(chains, *b) == title;
    let titled = earlier.clone().find(has_title);
    let known = titled.or_else(|| earlier.clone().find(leads)).or_else(|| earlier.find(is_known));
    let mut near = before.chain(after).copied().filter(|&b| b != m);
    known.or_else(|| near.clone().find(bears)).or_else(|| near.find(|&b| is_middle(chains, words, m, b)))
}

/// The words of an office right before a name: "Prime Minister", none for "Mr".
fn title_words<'c>(chains: &'c Chains, m: usize) -> Vec<&'c str> {
    let document = chains.document;
    let end = chains.mentions[m].tokens.start;
    let first = document.sentences[document.sentence_of(end)].tokens.start.max(end.saturating_sub(LONGEST_OFFICE));
    let is_office = end > first && is_person_noun(document, end - 1) && !is_honorific(document.lower(end - 1));
    let start = (first..end).rev().take_while(|&i| is_office && document.is_capitalized(i)).last();
    start.map_or_else(Vec::new, |start| (start..end).map(|i| document.lower(i)).collect())
}

/// Words of an office before a name that are compared.
const LONGEST_OFFICE: usize = 3;

/// Names with one word that are looked at for a person.
const MOST_BEARERS: usize = 48;

/// "his wife Grace Roe": the family name alone means him, of whom the text tells.
fn is_relative(chains: &Chains, m: usize) -> bool {
    // "his wife First Lady Grace Roe": the word may stand before another title.
    let start = chains.mentions[m].tokens.start;
    let before = (start.saturating_sub(MOST_WORDS_OF_TITLE)..start).rev().map(|i| chains.document.lower(i));
    let mut title = before.take_while(|word| word.starts_with(|c: char| c.is_alphabetic()));
    title.any(|word| is_entity_word(word, "relative"))
        || chains.chain(m).role_words.iter().any(|word| is_entity_word(word, "relative"))
}

/// Words before a name in which whose relative it is is looked for.
const MOST_WORDS_OF_TITLE: usize = 4;

/// "Mkulu" for "Charles Mkula": the only surname of a person that differs in one letter, where nobody bears the word itself.
fn misspelt(chains: &Chains, bearers: &BTreeMap<String, Vec<usize>>, words: &[String], m: usize) -> Option<usize> {
    // "Al Zoheiri"
    let (particle, word) = match words {
        [word] => (None, word),
        [particle, word] if matches!(particle.as_str(), "al" | "el" | "bin" | "de" | "van") => (Some(particle), word),
        _ => return None,
    };
    let start = word.get(..2)?;
    if word.len() < 5 || chains.mentions[m].kind != Kind::Person {
        return None;
    }
    let near = bearers.range(start.to_owned()..).take_while(|(other, _)| other.starts_with(start)).take(MOST_SPELLINGS);
    // The short name itself bears the word.
    let near = near.filter(|(other, _)| particle.is_none() || *other != word);
    let mut found = near.filter(|(other, _)| similar(other, word)).filter_map(|(_, list)| list.first().copied());
    let first = found.next()?;
    let full = &chains.traits[first].words;
    let has_particle = particle.is_none_or(|p| full.len() > 2 && full[full.len() - 2] == *p);
    let is_surname =
        has_particle && similar(chains.traits[first].last(), word) && chains.chain(first).kind() == Kind::Person;
    (is_surname && found.all(|other| chains.joined(other, first)) && agree(chains, m, first)).then_some(first)
}

/// Names with the same first letters that are compared.
const MOST_SPELLINGS: usize = 40;

/// "Zhang" for "Daniel Zhang Yong", "Freire" for "Ramón Freire Serrano": a surname between a given name and another.
fn is_middle(chains: &Chains, words: &[String], m: usize, full: usize) -> bool {
    let is_person = chains.mentions[m].kind == Kind::Person && chains.chain(full).kind() == Kind::Person;
    let is_inside = matches!((words, &chains.traits[full].words[..]), ([word], [_, middle, _]) if word == middle);
    is_person && is_inside && !chains.nested(m, full) && agree(chains, m, full)
}

/// Whether the words of `m` can be short for the name `full`.
fn shortens(chains: &Chains, words: &[String], m: usize, full: usize) -> bool {
    let long = &chains.traits[full].words;
    let (kind, full_kind) = (chains.mentions[m].kind, chains.chain(full).kind());
    if long.len() <= words.len() && !chains.joined(full, m) && long != words || chains.nested(m, full) {
        return false;
    }
    if long.len() <= words.len() {
        // An earlier short form: it means what it meant, if that is not all there is.
        return long == words && chains.chain(full).mentions.len() > 1 && agree(chains, m, full);
    }
    let starts = long.starts_with(words);
    let ends = long.ends_with(words);
    // "Odalys" for "Cyclone Odalys".
    let is_storm = long.len() == 2
        && full_kind == Kind::Event
        && lists().name_words.get(&long[0]) == Some("begins event")
        && !matches!(kind, Kind::Place | Kind::Group);
    if is_storm && ends {
        return true;
    }
    // "Gerald Roe" for the "USS Gerald Roe"
    if is_ship(long) && long[1..] == *words && kind != Kind::Group {
        return true;
    }
    // "Lumo", a platform or a company, and "Lumo Inc"
    let is_company = long.len() == 2 && is_entity_word(&long[1], "company");
    if is_company && starts && full_kind == Kind::Organization && matches!(kind, Kind::Organization | Kind::Product) {
        return true;
    }
    match full_kind {
        Kind::Person => {
            let is_person = kind == Kind::Person
                || kind == Kind::Other
                || kind == Kind::Organization && ends
                || kind == Kind::Place && ends && words.len() > 1;
            is_person && (starts || ends) && agree(chains, m, full)
        }
        Kind::Place | Kind::Group => false,
        _ => {
            let same = kind == full_kind || matches!(kind, Kind::Other);
            let near = matches!(
                (kind, full_kind),
                (Kind::Organization, Kind::Facility | Kind::Event)
                    | (Kind::Facility | Kind::Event, Kind::Organization)
                    | (Kind::Person, Kind::Organization)
            );
            let the = chains.mentions[m].tokens.start.checked_sub(1).is_some_and(|i| chains.document.lower(i) == "the");
            starts
                && !is_where(chains, m)
                && !is_another_body(chains, m, long)
                && (same || near && kind != Kind::Person || near && words[0].len() > 3)
                || ends && (the || words.len() > 1 && kind == Kind::Organization) && (same || near)
                || ends && the && kind == Kind::Place && full_kind == Kind::Facility && is_type(chains, m, long)
        }
    }
}

fn is_ship(name: &[String]) -> bool {
    lists().name_words.get(&name[0]) == Some("begins product")
}

/// "the Cosmodrome" at the end of "Vostochny Cosmodrome" is what was built there; "the Netherlands" in the "Embassy of the
/// Netherlands" says whose.
fn is_type(chains: &Chains, m: usize, long: &[String]) -> bool {
    let before = long.iter().rev().nth(chains.traits[m].words.len());
    before.is_some_and(|word| !matches!(word.as_str(), "of" | "the" | "in")) && !is_known_place(chains, m)
}

/// "Seoul" is not the "Seoul Administrative Court", nor "Mumbai" the "Mumbai World Trade Centre": a known place says where.
fn is_where(chains: &Chains, m: usize) -> bool {
    chains.mentions[m].kind == Kind::Place || is_known_place(chains, m)
}

/// A country or a large town.
fn is_known_place(chains: &Chains, m: usize) -> bool {
    let mention = &chains.mentions[m];
    let name = chains.document.slice(mention.span);
    let is_large =
        mention.tokens.len() == 1 && Gazetteer::committed().profile(chains.document.lower(mention.head))[2] > 1;
    Gazetteer::committed().is_country(name) || is_large
}

/// "UN" is not the "UN Special Rapporteur", nor "KRS" the "KRS Ulisi Samiti": letters before other words say whose it is.
fn is_another_body(chains: &Chains, m: usize, long: &[String]) -> bool {
    let last = long.last().map_or("", String::as_str);
    let is_person = noun_means(last, "person");
    // "SM Entertainment", "GDH 559 Co": a company's other words say nothing of whose it is.
    let says_nothing = long.len() == 2 && is_entity_word(last, "company")
        || matches!(last, "news" | "group" | "inc" | "plc" | "ltd" | "technology");
    is_person || acronym_letters(chains, m).is_some() && !says_nothing
}

/// Nothing in the words speaks against it: "Mrs Stroh" is not Garrick.
fn agree(chains: &Chains, m: usize, full: usize) -> bool {
    let (a, b) = (chains.traits[m].gender, chains.chain(full).gender());
    a == Gender::Unknown || b == Gender::Unknown || a == b
}
