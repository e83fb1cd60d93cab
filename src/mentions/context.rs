//! What is said of a name: "the soap X", "CEO of X", "X, a village of 90 houses", "I'm from X".

use super::Kind;
use crate::document::Document;
use crate::model::lists;
use std::ops::Range;

/// The kind that the words around a name say it is of.
pub(super) fn kind(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    EVIDENCE.iter().find_map(|says| says(document, tokens))
}

/// One way of saying what a name is.
type Evidence = fn(&Document, &Range<usize>) -> Option<Kind>;

/// From the surest; the first that answers decides.
const EVIDENCE: &[Evidence] = &[noun_before, explained_after, officer_before];

/// "the soap Naya Sagar", "the cutter Wren", "villages including Tirupalem".
fn noun_before(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let mut at = tokens.start.checked_sub(1)?;
    if matches!(document.lower(at), "including" | "called" | "named" | "\"" | "“" | "‘") {
        at = at.checked_sub(1)?;
    }
    if document.is_capitalized(at) {
        return None;
    }
    kind_of_noun(document.lower(at))
}

/// "Pyaar Ka Kamra, a family drama", "Amda Giyorgis, a village of 90 houses".
fn explained_after(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = tokens.end as isize;
    let is_explained = document.lower_at(at) == "," && matches!(document.lower_at(at + 1), "a" | "an");
    let first = tokens.end + 2;
    let last =
        (first..document.tokens.len().min(first + MOST_WORDS)).take_while(|&i| !ends_noun(document, i)).last()?;
    kind_of_noun(document.lower(last)).filter(|_| is_explained)
}

/// Words from the article of an explanation to its noun.
const MOST_WORDS: usize = 5;

/// Whether a word stands after the noun of an explanation.
fn ends_noun(document: &Document, i: usize) -> bool {
    let word = document.lower(i);
    matches!(
        word,
        "of" | "in" | "on" | "that" | "which" | "who" | "for" | "with" | "at" | "from" | "based" | "and" | "near"
    ) || word.chars().all(|c| c.is_ascii_punctuation())
}

/// "Tess Lund, CEO of Harper Vance": who has such officers is an organization.
fn officer_before(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let of = tokens.start as isize - 1;
    let officer = document.lower_at(of - 1);
    let is_officer = matches!(officer, "ceo" | "cfo" | "cto" | "coo" | "co-founder" | "cofounder" | "shareholders");
    (is_officer && matches!(document.lower_at(of), "of" | "at")).then_some(Kind::Organization)
}

fn kind_of_noun(noun: &str) -> Option<Kind> {
    let name = lists().name_nouns.get(noun)?;
    let kinds = [Kind::Organization, Kind::Place, Kind::Facility, Kind::Event, Kind::Work, Kind::Product];
    kinds.into_iter().find(|kind| kind.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind of the name marked by brackets.
    #[track_caller]
    fn check(marked: &str, expected: Option<Kind>) {
        let (before, rest) = marked.split_once('[').expect("a mark opens");
        let (name, after) = rest.split_once(']').expect("a mark closes");
        let text = format!("{before}{name}{after}");
        let document = Document::read(&text);
        let span = crate::document::Span::new(before.len(), before.len() + name.len());
        assert_eq!(kind(&document, &document.tokens_in(span)), expected, "{marked}");
    }

    #[test]
    fn nouns_say_what_a_name_is() {
        check("She left the soap [Naya Sagar] in May.", Some(Kind::Work));
        check("They boarded the trawler [Osprey Bay] at dawn.", Some(Kind::Product));
        check("He met film director [Ana Roe] there.", None);
        check("The Show [Ten Doors] ended.", None);
    }

    #[test]
    fn explanations_say_what_a_name_is() {
        check("It passes [Amda Giyorgis], a village of 90 houses.", Some(Kind::Place));
        check("[Rohit Lal], a village elder, came.", None);
        check("Tess Lund, CEO of [Harper Vance], said so.", Some(Kind::Organization));
    }
}
