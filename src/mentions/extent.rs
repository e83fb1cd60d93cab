//! Where a name begins and ends, by what the tagger saw in the whole document.

use super::agree::{LONGEST, ORGANIZATION, OTHER, PERSON, View};
use super::gazetteer::list;
use crate::model::is_entity_word;
use std::collections::BTreeMap;
use std::ops::Range;

/// A name's tokens and the index of its kind.
type Found = (Range<usize>, usize);

/// Names in text order with better ends: no two of them overlap.
pub(super) fn settle(view: &View, names: Vec<Found>) -> Vec<Found> {
    let names = names.into_iter().flat_map(|name| split_possessives(view, name));
    let names = names.flat_map(|name| split_officers(view, name)).map(|name| without_honorific(view, name)).collect();
    let names = super::edges::settle(view, with_family_names(view, names));
    whole_everywhere(view, names)
}

/// "Seoul National University's Institute for Future Strategy": two names, the first an institution of its own.
fn split_possessives(view: &View, (tokens, kind): Found) -> Vec<Found> {
    let ending = tokens.clone().skip(1).find(|&i| i + 1 < tokens.end && view.document.lower(i) == "'s");
    let has_body =
        |i: usize| kind == ORGANIZATION && is_owner(view, tokens.start..i) && is_body(view, i + 1..tokens.end);
    let owner = ending.filter(|&i| view.document.is_capitalized(i + 1) && (owns(view, tokens.start..i) || has_body(i)));
    match owner {
        Some(i) => vec![(tokens.start..i, kind), (i + 1..tokens.end, kind)],
        None => vec![(tokens, kind)],
    }
}

/// "FIFA", "University of Ardvale", "Ruritania": letters, a body, or a place, which have bodies of their own.
fn is_owner(view: &View, tokens: Range<usize>) -> bool {
    const PLACES: u32 = 1 << list::COUNTRY | 1 << list::CAPITAL | 1 << list::PLACE;
    let whole = view.atoms.lists_of(&tokens);
    let word = view.document.word(tokens.start);
    let is_letters = tokens.len() == 1 && word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    let has_body = tokens.len() > 2 && view.document.lower(tokens.start + 1) == "of" && is_head(view, tokens.start);
    whole & PLACES != 0 || is_letters || has_body
}

/// "Department of Water", "Disciplinary Commission": a body by its first word before "of", or its last.
fn is_body(view: &View, tokens: Range<usize>) -> bool {
    let begins = tokens.len() > 2 && view.document.lower(tokens.start + 1) == "of" && is_head(view, tokens.start);
    begins || tokens.len() > 1 && is_head(view, tokens.end - 1)
}

fn is_head(view: &View, at: usize) -> bool {
    view.atoms[at].in_lists() >> list::ORGANIZATION_HEAD & 1 == 1
}

/// "Korean People's Army Marshal Pak Jong Chon": an institution, an office in it, and who holds it.
fn split_officers(view: &View, (tokens, kind): Found) -> Vec<Found> {
    let is_office = |&i: &usize| view.atoms[i].lists[3] >> list::TITLE & 1 == 1 && owns(view, tokens.start..i);
    let is_name = |&i: &usize| tokens.end - i > 2 && (i + 1..tokens.end).all(|n| view.document.is_capitalized(n));
    match tokens.clone().skip(2).find(|i| is_office(i) && is_name(i)) {
        Some(i) => vec![(tokens.start..i, ORGANIZATION), (i + 1..tokens.end, PERSON)],
        None => vec![(tokens, kind)],
    }
}

/// "Cllr Graham Purnell", "Captain Graham Purnell", "Lt Gen Purnell", "ASI Purnell": how somebody is addressed, or a rank before a
/// full name, written short or in capitals, is no part of it.
fn without_honorific(view: &View, (tokens, kind): Found) -> Found {
    let word = view.document.lower(tokens.start);
    // "Gen Z", "Lt. Gen. Purnell".
    let follows = (tokens.start + 1..tokens.end).find(|&i| view.document.lower(i) != ".");
    let is_short = is_entity_word(word, "short")
        && follows.is_some_and(|i| view.document.is_capitalized(i) && view.document.word(i).len() > 1);
    let is_rank = tokens.len() > 2 && is_entity_word(word, "before-person");
    let is_letters = !view.document.word(tokens.start).contains(char::is_lowercase) && is_entity_word(word, "rank");
    match follows {
        Some(next) if is_short && matches!(kind, PERSON | OTHER) => without_honorific(view, (next..tokens.end, PERSON)),
        Some(_) if kind == PERSON && (is_rank || is_letters || is_honorific(word)) => {
            (tokens.start + 1..tokens.end, kind)
        }
        _ => (tokens, kind),
    }
}

/// Whether a word in lower case is written before a person's name and never in it.
pub fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(
        word,
        "dr" | "mr"
            | "mrs"
            | "ms"
            | "cllr"
            | "coun"
            | "prof"
            | "sir"
            | "dame"
            | "rev"
            | "justice"
            | "eng"
            | "engr"
            | "hon"
    )
}

/// Whether some tokens are an institution by their last word and more than that word.
fn owns(view: &View, tokens: Range<usize>) -> bool {
    let last = &view.atoms[tokens.end - 1];
    tokens.len() > 1 && (last.lists[2] | last.lists[3]) >> list::ORGANIZATION_HEAD & 1 == 1
}

/// "Marshal Pak Jong Chon": a family name before a person's name belongs to it.
fn with_family_names(view: &View, mut names: Vec<Found>) -> Vec<Found> {
    for n in 0..names.len() {
        let free_from = if n == 0 { 0 } else { names[n - 1].0.end };
        let (tokens, kind) = &mut names[n];
        if *kind != PERSON || tokens.start <= free_from {
            continue;
        }
        let before = tokens.start - 1;
        let is_family = tokens.len() > 1 && is_family_name(view, before);
        if is_family || tokens.len() == 1 && is_given_name(view, before) || is_an_before_consonant(view, before) {
            tokens.start -= 1;
        }
    }
    names
}

/// "former President Barack | Obama": a word that is borne as a given name and as nothing else, after an office.
fn is_given_name(view: &View, at: usize) -> bool {
    let atom = &view.atoms[at];
    let is_other = atom.in_lists() != 0;
    let is_after_title = at > 0 && view.atoms[at - 1].in_lists() >> list::TITLE & 1 == 1;
    let same_sentence = view.document.sentence_of(at) == view.document.sentence_of(at + 1);
    atom.is_capitalized
        && atom.profile[0] > 0
        && atom.profile[2] == 0
        && !is_other
        && is_after_title
        && same_sentence
        && view.document.tokens[at + 1].spaced
}

/// A capitalized word of the same sentence that some bear as a family name, and no title or people.
fn is_family_name(view: &View, at: usize) -> bool {
    let atom = &view.atoms[at];
    let in_lists = atom.in_lists();
    // "Pak" is a title too, but not after "Marshal".
    let title = |at: usize| view.atoms[at].lists[3] >> list::TITLE & 1;
    let is_title = (in_lists >> list::TITLE & 1) > 0 && (title(at) == 0 || at == 0 || title(at - 1) == 0);
    let other = 1 << list::ADJECTIVE | 1 << list::COUNTRY | 1 << list::PEOPLE | 1 << list::ORGANIZATION_HEAD;
    let same_sentence = view.document.sentence_of(at) == view.document.sentence_of(at + 1);
    atom.is_capitalized
        && !atom.begins
        && atom.profile[1] > 0
        && in_lists & other == 0
        && !is_title
        && !is_entity_word(view.document.lower(at), "before-person")
        && same_sentence
        && view.document.tokens[at + 1].spaced
}

/// "An Chan-il": the article before such a letter is "A".
fn is_an_before_consonant(view: &View, at: usize) -> bool {
    let next = view.document.word(at + 1);
    let mut letters = next.chars();
    // "An FBI", "An Honest Man" begin with vowels to the ear.
    let is_consonant = letters.next().is_some_and(|c| c.is_alphabetic() && !"AEIOUHX".contains(c))
        && letters.next().is_some_and(char::is_lowercase);
    view.document.word(at) == "An"
        && is_consonant
        && view.document.sentence_of(at) == view.document.sentence_of(at + 1)
        && view.document.tokens[at + 1].spaced
}

/// A name of several words that is mostly seen whole is whole everywhere; in a headline it also ends a longer one.
fn whole_everywhere(view: &View, names: Vec<Found>) -> Vec<Found> {
    let mut seen: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (tokens, kind) in names.iter().filter(|(t, _)| t.len() > 1 && view.atoms[t.start].titled == 0) {
        seen.entry(view.key(tokens.clone())).or_insert((0, *kind)).0 += 1;
    }
    if seen.is_empty() {
        return names;
    }
    let places = places(view, &seen);
    let mut occurs: BTreeMap<u32, usize> = BTreeMap::new();
    places.iter().for_each(|(_, key)| *occurs.entry(*key).or_default() += 1);
    let sure = |key: u32| seen[&key].0 * 2 > occurs[&key];
    let mut settled: Vec<Found> = Vec::new();
    let mut rest = names.into_iter().peekable();
    for (tokens, key) in places.into_iter().filter(|(_, key)| sure(*key)) {
        settled.extend(std::iter::from_fn(|| rest.next_if(|(t, _)| t.end <= tokens.start)));
        let inside: Vec<Found> = std::iter::from_fn(|| rest.next_if(|(t, _)| t.start < tokens.end)).collect();
        let cut = inside.iter().any(|(t, _)| t.start < tokens.start || t.end > tokens.end);
        if cut && view.atoms[tokens.start].titled == 0 {
            settled.extend(inside);
            continue;
        }
        settled.push((tokens, seen[&key].1));
    }
    settled.extend(rest);
    settled
}

/// Where the words of known names stand, from left to right, the longest first.
fn places(view: &View, known: &BTreeMap<u32, (usize, usize)>) -> Vec<(Range<usize>, u32)> {
    let mut found = Vec::new();
    for sentence in &view.document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let longest = sentence.tokens.end.min(at + LONGEST);
            let ends = (at + 2..=longest)
                .rev()
                .filter(|&end| view.atoms[end - 1].is_capitalized)
                .map(|end| (at..end, view.key(at..end)));
            let place = ends.filter(|_| view.atoms[at].is_capitalized).find(|(_, key)| known.contains_key(key));
            at = place.as_ref().map_or(at + 1, |(tokens, _)| tokens.end);
            found.extend(place);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::settled;
    use super::settle;

    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        settled::check(settle, marked, expected);
    }

    #[test]
    fn an_institution_owns_another() {
        check(
            "[Seoul National University's Institute for Strategy]",
            &["Seoul National University", "Institute for Strategy"],
        );
        check("They asked [FIFA's Disciplinary Commission].", &["FIFA", "Disciplinary Commission"]);
        check("They asked [Japan's Department of Water and Land].", &["Japan", "Department of Water and Land"]);
        check("They asked [Purnell's Department of Water].", &["Purnell's Department of Water"]);
        check("She shops at [Victoria's Secret].", &["Victoria's Secret"]);
        check("The [Korean People's Army] left.", &["Korean People's Army"]);
        check("The [Children's Hospital] closed.", &["Children's Hospital"]);
    }

    #[test]
    fn an_office_stands_between_an_institution_and_a_person() {
        check("The [Korean People's Army Marshal Pak Jong Chon] left.", &["Korean People's Army", "Pak Jong Chon"]);
        check("The [Army Marshal Academy] closed.", &["Army Marshal Academy"]);
        check("The [Ruritanian Army General Staff] met.", &["Ruritanian Army General Staff"]);
    }

    #[test]
    fn family_names_belong_to_the_name() {
        check("He met Marshal Pak [p:Jong Chon] there.", &["Pak Jong Chon"]);
        check("He met Marshal [p:Jong Chon] there.", &["Jong Chon"]);
        check("He met King [p:Albert Roberts] there.", &["Albert Roberts"]);
    }

    #[test]
    fn ranks_are_no_part_of_a_name() {
        check("They met [p:ASI Purnell] there.", &["Purnell"]);
        check("They met the Amir Sheikh [p:Nawaf Al Purnell] there.", &["Nawaf Al Purnell"]);
        check("They met [p:JP Purnell] there.", &["JP Purnell"]);
        check("They met [p:Sri Purnell] there.", &["Sri Purnell"]);
    }

    #[test]
    fn a_given_name_after_an_office_belongs_to_the_name() {
        check("They met army chief Said [p:Purnell] there.", &["Said Purnell"]);
        check("They met President [p:Purnell] there.", &["Purnell"]);
        check("They met Said and chief [p:Purnell] there.", &["Purnell"]);
    }

    #[test]
    fn an_before_a_consonant_is_a_family_name() {
        check("It pays, An [p:Chan-il] said.", &["An Chan-il"]);
        check("An [p:Egyptian] said so. An [p:Honest] Man.", &["Egyptian", "Honest"]);
    }

    #[test]
    fn a_name_seen_whole_is_whole_everywhere() {
        check(
            "The [Natural Resources Canada] said. It is part of [Natural Resources Canada] today. At Natural Resources [Canada] they left.",
            &["Natural Resources Canada", "Natural Resources Canada", "Natural Resources Canada"],
        );
        check("The [Ural Bank] of [Ural Bank of Ruritania] is small.", &["Ural Bank", "Ural Bank of Ruritania"]);
        check(
            "Then [p:Kim Jong Un] left.\n\n[p:Kim Jong Un Visits] Russia With Marshals\n\nThen [p:Kim Jong Un] said it.",
            &["Kim Jong Un", "Kim Jong Un", "Kim Jong Un"],
        );
    }
}
