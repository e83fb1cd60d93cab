//! Names: the tagger's, sorted finer and made one over the document.

use super::agree::{View, agree};
use super::extent;
use super::features::{self, Atom};
use super::gazetteer::{Gazetteer, list};
use super::labels::{self, KINDS};
use super::tagger::{Scratch, Tagger};
use super::{Form, Kind, Mention};
use crate::document::Document;
use crate::model::lists;
use crate::tags::{Relation, Syntax};
use std::ops::Range;

/// Finds all names.
pub(super) fn find(document: &Document, syntax: &Syntax, tagger: &Tagger) -> Vec<Mention> {
    let atoms = features::atoms(document, syntax, Gazetteer::committed());
    let (mut scratch, mut labels) = (Scratch::default(), Vec::new());
    let mut found = Vec::new();
    for sentence in &document.sentences {
        tagger.tag(&atoms, sentence.tokens.clone(), &mut scratch, &mut labels);
        for (first, end, kind) in labels::names(&labels) {
            let tokens = sentence.tokens.start + first..sentence.tokens.start + end;
            found.push((tokens, kind));
        }
    }
    let view = View { document, atoms: &atoms, tagger };
    let names = agree(&view, extent::settle(&view, found));
    names.into_iter().map(|name| mention(document, syntax, &atoms, name.tokens, KINDS[name.kind])).collect()
}

fn mention(document: &Document, syntax: &Syntax, atoms: &[Atom], tokens: Range<usize>, kind: Kind) -> Mention {
    let kind = by_words(document, &tokens, kind);
    let kind = if kind == Kind::Other { finer(document, atoms, tokens.clone()) } else { kind };
    let speaks = speaks(document, syntax, tokens.clone());
    let may_be_built = matches!(kind, Kind::Place | Kind::Other) || kind == Kind::Organization && !speaks;
    let kind = if may_be_built && is_built(atoms, &tokens) { Kind::Facility } else { kind };
    let head = tokens.end - 1;
    Mention {
        span: document.span(tokens.start, head),
        acts: matches!(kind, Kind::Place | Kind::Facility) && speaks,
        tokens,
        head,
        form: Form::Name,
        kind,
        rule: "name",
    }
}

/// "Ardvale Courier", "Nook & Lantern", "Cyclone Berenice": no persons, whatever the tagger says of names it never saw.
fn by_words(document: &Document, tokens: &Range<usize>, kind: Kind) -> Kind {
    let says = |i: usize, what: &str| lists().name_words.get(document.lower(i)) == Some(what);
    match kind {
        Kind::Person | Kind::Event | Kind::Other if tokens.len() > 1 => {
            let is_firm = kind == Kind::Person && tokens.clone().any(|i| document.word(i) == "&");
            if is_firm || says(tokens.end - 1, "ends organization") {
                Kind::Organization
            } else if says(tokens.start, "begins event") {
                Kind::Event
            } else {
                kind
            }
        }
        _ => kind,
    }
}

/// "Mongla Port", "Estadio Azteca": the name says what was built.
fn is_built(atoms: &[Atom], tokens: &Range<usize>) -> bool {
    let (first, last) = (&atoms[tokens.start], &atoms[tokens.end - 1]);
    let ends = last.lists[2] | last.lists[3];
    let begins = first.lists[0] | first.lists[3];
    tokens.len() > 1 && (ends >> list::FACILITY_HEAD | begins >> list::FACILITY_START) & 1 == 1
}

/// Event, work, product or law, by the lists and by the words of the name.
fn finer(document: &Document, atoms: &[Atom], tokens: Range<usize>) -> Kind {
    const KINDS_OF_LISTS: [(u32, Kind); 5] = [
        (list::LAW, Kind::Law),
        (list::EVENT, Kind::Event),
        (list::PRODUCT, Kind::Product),
        (list::WORK, Kind::Work),
        (list::OTHER, Kind::Other),
    ];
    let (first, last) = (&atoms[tokens.start], &atoms[tokens.end - 1]);
    let listed = |lists: u32| KINDS_OF_LISTS.iter().find(|(list, _)| lists >> list & 1 == 1).map(|&(_, kind)| kind);
    let whole = if tokens.len() == 1 { first.lists[3] } else { first.lists[0] & last.lists[2] };
    listed(whole)
        .or_else(|| listed(last.lists[2] | last.lists[3]))
        .or_else(|| listed(first.lists[3]).filter(|_| tokens.len() > 1))
        .or_else(|| is_quoted(document, &tokens).then_some(Kind::Work))
        .or_else(|| has_digit(document, &tokens).then_some(Kind::Product))
        .unwrap_or(Kind::Other)
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
        let kind = |name: &str| by_words(&Document::read(name), &(0..name.split(' ').count()), Kind::Person);
        assert_eq!(kind("Ardvale Courier"), Kind::Organization);
        assert_eq!(kind("Nook & Lantern"), Kind::Organization);
        assert_eq!(kind("Cyclone Berenice"), Kind::Event);
        assert_eq!(kind("Courier Jones"), Kind::Person);
        assert_eq!(kind("Courier"), Kind::Person);
    }

    #[test]
    fn what_the_tagger_leaves_open_is_told_by_lists_and_words() {
        check("COVID-19", Kind::Other);
        check("Wexelblat 9000", Kind::Product);
        check("Wexelblat Cup", Kind::Event);
        check("Wexelblat", Kind::Other);
    }
}
