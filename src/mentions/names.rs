//! Names: the tagger's, sorted finer and made one over the document.

use super::agree::{Known, View, agree};
use super::atom::Atoms;
use super::extent;
use super::features;
use super::gazetteer::{Gazetteer, list};
use super::labels::{self, KINDS};
use super::tagger::{Scratch, Tagger};
use super::{Form, Kind, Mention};
use crate::document::{Document, Span};
use crate::model::{lists, noun_means};
use crate::tags::{Relation, Syntax};
use std::ops::Range;

/// Finds all names.
pub(super) fn find(document: &Document, syntax: &Syntax, tagger: &Tagger) -> Vec<Mention> {
    let atoms = features::atoms(document, syntax, Gazetteer::committed());
    let (mut scratch, mut labels) = (Scratch::default(), Vec::new());
    let (mut found, mut known) = (Vec::new(), Known::default());
    for sentence in &document.sentences {
        tagger.tag(&atoms, sentence.tokens.clone(), &mut scratch, &mut labels);
        for (first, end, kind) in labels::names(&labels) {
            let tokens = sentence.tokens.start + first..sentence.tokens.start + end;
            known.push(tokens.clone(), &scratch.scores[first..end]);
            found.push((tokens, kind));
        }
    }
    let view = View { document, atoms: &atoms, tagger, known };
    let names = agree(&view, extent::settle(&view, found));
    names.into_iter().map(|name| mention(document, syntax, &atoms, name.tokens, KINDS[name.kind])).collect()
}

fn mention(document: &Document, syntax: &Syntax, atoms: &Atoms, tokens: Range<usize>, kind: Kind) -> Mention {
    let kind = by_words(document, atoms, &tokens, kind);
    let is_open = kind == Kind::Other;
    let kind = if is_open { finer(document, atoms, tokens.clone()) } else { kind };
    let kind = super::context::kind(document, &tokens).filter(|_| is_open).unwrap_or(kind);
    // "Covid-19", also before "vaccines".
    let is_told = kind != Kind::Other || atoms.lists_of(&tokens) >> list::OTHER & 1 == 1;
    let kind = super::context::open_kind(document, &tokens).filter(|_| !is_told).unwrap_or(kind);
    let speaks = speaks(document, syntax, tokens.clone());
    let may_be_built = matches!(kind, Kind::Place | Kind::Other) || kind == Kind::Organization && !speaks;
    let kind = if may_be_built && is_built(atoms, &tokens) { Kind::Facility } else { kind };
    let head = tokens.end - 1;
    Mention {
        span: without_mark(document, document.span(tokens.start, head)),
        acts: matches!(kind, Kind::Place | Kind::Facility) && speaks,
        tokens,
        head,
        form: Form::Name,
        kind,
        rule: "name",
    }
}

/// "#Wexelblat2022", "@wexelblat": the mark is no part of the name.
fn without_mark(document: &Document, span: Span) -> Span {
    let is_marked = document.slice(span).starts_with(['#', '@']) && document.slice(span).len() > 2;
    if is_marked { Span::new(span.start as usize + 1, span.end as usize) } else { span }
}

/// "Ardvale Courier", "Nook & Lantern", "Cyclone Berenice", "Karl Marx Avenue": the word at an end of a name says what it
/// is, whatever the tagger says of names it never saw.
fn by_words(document: &Document, atoms: &Atoms, tokens: &Range<usize>, kind: Kind) -> Kind {
    let last = tokens.end - 1;
    if tokens.len() == 1 {
        return by_single_word(document, atoms, last, kind);
    }
    if kind == Kind::Person && tokens.clone().any(|i| document.word(i) == "&") {
        return Kind::Organization;
    }
    if matches!(kind, Kind::Organization | Kind::Other) && is_state(document, tokens) {
        return Kind::Place;
    }
    if document.lower(tokens.start) == "world" && document.lower(tokens.start + 1) == "war" && kind != Kind::Work {
        return Kind::Event;
    }
    let row = |i: usize, end: &str| lists().name_words.get(document.lower(i)).and_then(|row| row.strip_prefix(end));
    // "the UGC Act, 1956", "Offences Act (Act 30)"
    let is_number = |&i: &usize| !document.word(i).contains(|c: char| c.is_alphabetic());
    let before_number = tokens.clone().rev().find(|i| !is_number(i)).filter(|&i| i < last);
    let law = before_number.and_then(|i| row(i, "ends ")).filter(|&said| said == "law");
    let said = row(last, "ends ").or_else(|| row(tokens.start, "begins ")).or(law).and_then(kind_called);
    // "Jerry Hall", "Courtney Love": what some bear as a family name says nothing of a person.
    let is_family_name = atoms[last].profile[1] > 0;
    match (kind, said) {
        (Kind::Person, Some(said)) if is_family_name && !matches!(said, Kind::Organization | Kind::Product) => kind,
        // A building is named by whoever sits in it, and acts; a company may be named like a building.
        (Kind::Facility | Kind::Organization, Some(Kind::Organization | Kind::Facility | Kind::Law | Kind::Other)) => {
            kind
        }
        (_, Some(said)) => said,
        (_, None) => kind,
    }
}

/// "Republic of India", "Russian Federation", "Soviet Union": a state by its full name, or "Republic of" one.
fn is_state(document: &Document, tokens: &Range<usize>) -> bool {
    let gazetteer = Gazetteer::committed();
    let name = document.slice(document.span(tokens.start, tokens.end - 1));
    let says_state = |i: usize| {
        matches!(document.lower(i), "republic" | "federation" | "kingdom" | "union" | "sultanate" | "state" | "emirate")
    };
    let of = tokens.clone().find(|&i| document.lower(i) == "of" && i > tokens.start && i + 1 < tokens.end);
    let of = of.filter(|&i| says_state(i - 1) && !matches!(document.lower(i - 1), "federation" | "union"));
    let rest = of.map(|i| i + 1 + usize::from(document.lower(i + 1) == "the")).filter(|&i| i < tokens.end);
    let is_of_country = rest.is_some_and(|i| gazetteer.is_country(document.slice(document.span(i, tokens.end - 1))));
    tokens.clone().any(says_state) && (gazetteer.is_country(name) || is_of_country)
}

fn kind_called(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}

/// "Twitter" is a product until it speaks; "Znak.com" an organization.
fn by_single_word(document: &Document, atoms: &Atoms, at: usize, kind: Kind) -> Kind {
    let (word, lower) = (document.word(at), document.lower(at));
    let ends = [".com", ".org", ".net", ".gov", ".io", ".ru"];
    let is_platform = lists().platforms.has(lower) && lower.len() > 4 && atoms[at].written & 1 == 0;
    match kind {
        Kind::Organization if is_platform => Kind::Product,
        // "a Hindu priest": a people or a faith before a common noun is no organization.
        Kind::Organization if is_adjective(document, at) => Kind::Group,
        Kind::Other | Kind::Work | Kind::Product if word.len() > 5 && ends.iter().any(|end| lower.ends_with(end)) => {
            Kind::Organization
        }
        _ => kind,
    }
}

fn is_adjective(document: &Document, at: usize) -> bool {
    let next = document.lower_at(at as isize + 1);
    Gazetteer::committed().is_people(document.word(at)) && noun_means(next, "person")
}

/// "Mongla Port", "Estadio Azteca": the name says what was built.
fn is_built(atoms: &Atoms, tokens: &Range<usize>) -> bool {
    let (first, last) = (&atoms[tokens.start], &atoms[tokens.end - 1]);
    let ends = last.lists[2] | last.lists[3];
    let begins = first.lists[0] | first.lists[3];
    tokens.len() > 1 && (ends >> list::FACILITY_HEAD | begins >> list::FACILITY_START) & 1 == 1
}

/// Event, work, product or law, by the lists and by the words of the name.
fn finer(document: &Document, atoms: &Atoms, tokens: Range<usize>) -> Kind {
    const KINDS_OF_LISTS: [(u32, Kind); 5] = [
        (list::LAW, Kind::Law),
        (list::EVENT, Kind::Event),
        (list::PRODUCT, Kind::Product),
        (list::WORK, Kind::Work),
        (list::OTHER, Kind::Other),
    ];
    let (first, last) = (&atoms[tokens.start], &atoms[tokens.end - 1]);
    let listed = |lists: u32| KINDS_OF_LISTS.iter().find(|(list, _)| lists >> list & 1 == 1).map(|&(_, kind)| kind);
    listed(atoms.lists_of(&tokens))
        .or_else(|| called_by_head(document, &tokens))
        .or_else(|| listed(last.lists[2] | last.lists[3]))
        .or_else(|| listed(first.lists[3]).filter(|_| tokens.len() > 1))
        .or_else(|| is_quoted(document, &tokens).then_some(Kind::Work))
        .or_else(|| has_digit(document, &tokens).then_some(Kind::Product))
        .unwrap_or(Kind::Other)
}

/// "Russia-Ukraine crisis", "Convention on Wetlands", "Tropical Storm Barry 3": the kind that the noun of a name says, its last
/// word but for numbers, or the word before its first preposition.
fn called_by_head(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    if tokens.len() == 1 {
        return None;
    }
    let row = |words: &str| {
        lists().name_words.get(words).and_then(|row| row.strip_prefix("ends ").or(row.strip_prefix("open ")))
    };
    let is_preposition =
        |i: usize| matches!(document.lower(i), "of" | "on" | "for" | "against" | "in" | "to" | "with" | "relating");
    // "2022", "VII", "A", "Three".
    let only_numbers = |i: usize| {
        !document.word(i).contains(char::is_lowercase) || matches!(document.lower(i), "one" | "two" | "three")
    };
    // "Airline of the Year".
    if tokens.len() > 2 && document.lower(tokens.end - 1) == "year" && document.lower(tokens.end - 2) == "the" {
        return Some(Kind::Other);
    }
    let preposition = (tokens.start + 1..tokens.end).find(|&i| is_preposition(i));
    let last = preposition.unwrap_or(tokens.end) - 1;
    let last = (tokens.start + 1..=last).rev().find(|&i| !only_numbers(i)).unwrap_or(last);
    let pair = preposition.and_then(|i| row(&format!("{} {}", document.lower(last), document.lower(i))));
    pair.or_else(|| row(document.lower(last))).and_then(kind_called)
}

fn is_quoted(document: &Document, tokens: &Range<usize>) -> bool {
    let opens = tokens.start > 0 && matches!(document.word(tokens.start - 1), "\"" | "“" | "‘" | "'" | "``");
    opens
        && tokens.end < document.tokens.len()
        && matches!(document.word(tokens.end), "\"" | "”" | "’" | "'" | "''" | ",")
}

fn has_digit(document: &Document, tokens: &Range<usize>) -> bool {
    document.slice(document.span(tokens.start, tokens.end - 1)).bytes().any(|b| b.is_ascii_digit())
}

/// "Moscow warned": the name is the subject of a verb of saying.
fn speaks(document: &Document, syntax: &Syntax, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|i| {
        let word = syntax.words[i];
        word.relation == Relation::Nsubj && lists().cue_verbs.has(document.lower(word.head))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Kind) {
        let document = Document::read(name);
        let atoms = features::atoms(&document, &crate::tags::tag(&document), Gazetteer::committed());
        assert_eq!(finer(&document, &atoms, 0..atoms.len()), expected, "{name}");
    }

    #[test]
    fn words_at_the_ends_tell_what_cannot_be_a_person() {
        let kind = |name: &str| {
            let document = Document::read(name);
            let atoms = features::atoms(&document, &crate::tags::tag(&document), Gazetteer::committed());
            by_words(&document, &atoms, &(0..name.split(' ').count()), Kind::Person)
        };
        assert_eq!(kind("Ardvale Courier"), Kind::Organization);
        assert_eq!(kind("Nook & Lantern"), Kind::Organization);
        assert_eq!(kind("Cyclone Berenice"), Kind::Event);
        assert_eq!(kind("Sultan Wexelblat Mosque"), Kind::Facility);
        assert_eq!(kind("Wexelblat Unity Party"), Kind::Organization);
        assert_eq!(kind("World War II"), Kind::Event);
        assert_eq!(kind("USS Jones"), Kind::Product);
        assert_eq!(kind("Courier Jones"), Kind::Person);
        assert_eq!(kind("Jerry Hall"), Kind::Person);
        assert_eq!(kind("Courier"), Kind::Person);
    }

    #[test]
    fn states_are_places() {
        let is_state = |name: &str| {
            let document = Document::read(name);
            super::is_state(&document, &(0..document.tokens.len()))
        };
        let states = [
            "Republic of India",
            "Islamic Republic of Iran",
            "Russian Federation",
            "Soviet Union",
            "Kingdom of Jordan",
        ];
        assert!(states.into_iter().all(is_state));
        let bodies = ["Union of Ruritania", "Federation of India", "Bank of India", "Arizona Republic", "Credit Union"];
        assert!(!bodies.into_iter().any(is_state));
    }

    #[test]
    fn what_the_tagger_leaves_open_is_told_by_lists_and_words() {
        check("COVID-19", Kind::Other);
        check("Wexelblat 9000", Kind::Product);
        check("Wexelblat Cup", Kind::Event);
        check("Wexelblat crisis", Kind::Event);
        check("Forum on Wexelblat Cooperation", Kind::Event);
        check("Convention on Wexelblat Wetlands", Kind::Law);
        check("Journal of Wexelblat Systems", Kind::Work);
        check("Wexelblat Award 2031", Kind::Other);
        check("Airline of the Year", Kind::Other);
        check("Wexelblat", Kind::Other);
    }
}
