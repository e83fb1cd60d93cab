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
const EVIDENCE: &[Evidence] = &[
    type_inside,
    noun_before,
    in_a_list,
    noun_after,
    instrument_after,
    explained_after,
    officer_before,
    founded,
    where_from,
    in_a_result,
];

/// "Ikata nuclear plant": the name ends in small letters with what was built.
fn type_inside(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let last = tokens.end - 1;
    let is_built = lists().name_words.get(document.lower(last)) == Some("ends facility");
    (tokens.len() > 1 && is_built && !document.is_capitalized(last)).then_some(Kind::Facility)
}

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

/// "villages including K Ramavaram, Tirupalem and Gudipadu": what begins a list says what all in it are.
fn in_a_list(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let mut at = tokens.start;
    for _ in 0..MOST_IN_A_LIST {
        let joint = at.checked_sub(1).filter(|&i| matches!(document.lower(i), "," | "and"))?;
        let joint = if document.lower_at(joint as isize - 1) == "," { joint - 1 } else { joint };
        at = (0..joint).rev().take_while(|&i| document.is_capitalized(i)).last()?;
        let noun = document.lower_at(at as isize - 1);
        let noun = if noun == "including" { document.lower_at(at as isize - 2) } else { noun };
        if let Some(kind) = kind_of_noun(noun).filter(|_| noun.ends_with('s')) {
            return Some(kind);
        }
    }
    None
}

/// Names of a list that are looked back over.
const MOST_IN_A_LIST: usize = 5;

/// "the Al Barq daily", "the Julio Lobo station".
fn noun_after(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let noun = document.lower_at(tokens.end as isize);
    let is_outlet = matches!(noun, "daily" | "newspaper" | "weekly" | "magazine" | "tabloid" | "airline" | "nonprofit");
    let is_definite = document.lower_at(tokens.start as isize - 1) == "the";
    (is_outlet && is_definite).then_some(Kind::Organization)
}

/// "the James Webb space telescope", "the Beagle rover": what bears a person's name. (A "Soviet spacecraft" and a "CBI probe"
/// have no name.)
fn instrument_after(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = tokens.end as isize;
    let noun = if document.lower_at(at) == "space" { at + 1 } else { at };
    matches!(document.lower_at(noun), "telescope" | "rover").then_some(Kind::Product)
}

/// "Portrannoch 3-2 Ardvale City": who stands on both sides of a result are clubs. Countries play as well, but the tagger
/// is sure of those.
fn in_a_result(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let (before, after) = (tokens.start as isize, tokens.end as isize);
    let is_name =
        |at: isize| usize::try_from(at).is_ok_and(|i| i < document.tokens.len() && document.is_capitalized(i));
    let is_result = |at: isize| {
        let is_goals =
            |at| document.lower_at(at).len() < 3 && document.lower_at(at).bytes().all(|b| b.is_ascii_digit());
        let is_dash = matches!(document.lower_at(at + 1), "-" | "–");
        is_dash && !document.lower_at(at).is_empty() && is_goals(at) && is_goals(at + 2)
    };
    let is_first = is_result(after) && is_name(after + 3);
    let is_second = is_result(before - 3) && is_name(before - 4);
    (is_first || is_second).then_some(Kind::Organization)
}

/// "Harper Vance, founded in 2012": persons are born.
fn founded(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let at = tokens.end as isize;
    let is_founded = matches!(document.lower_at(at + 1), "founded" | "headquartered" | "established")
        && matches!(document.lower_at(at + 2), "in" | "by");
    (document.lower_at(at) == "," && is_founded).then_some(Kind::Organization)
}

/// "I'm from Zaytoun", "Zaytoun lies by the canal".
fn where_from(document: &Document, tokens: &Range<usize>) -> Option<Kind> {
    let from = tokens.start as isize - 1;
    let is_from = document.lower_at(from) == "from"
        && matches!(document.lower_at(from - 1), "'m" | "am" | "hails" | "hailed" | "comes");
    (is_from || document.lower_at(tokens.end as isize) == "lies").then_some(Kind::Place)
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
        check("They toured villages including Duqm, Ravi Pur and [Gudipadu].", Some(Kind::Place));
        check("They met Ana, Ravi and [Gudipadu].", None);
        check("The editor of the [Al Barq] daily wrote it.", Some(Kind::Organization));
        check("The Show [Ten Doors] ended.", None);
    }

    #[test]
    fn explanations_say_what_a_name_is() {
        check("It passes [Amda Giyorgis], a village of 90 houses.", Some(Kind::Place));
        check("[Rohit Lal], a village elder, came.", None);
        check("Tess Lund, CEO of [Harper Vance], said so.", Some(Kind::Organization));
        check("[Harper Vance], founded in 2012, grew.", Some(Kind::Organization));
        check("[Harper Vance], born in 2012, grew.", None);
        check("I am from [Zaytoun] too.", Some(Kind::Place));
        check("The [James Webb] space telescope opened.", Some(Kind::Product));
        check("[James Webb] space fans came.", None);
        check("The [Soviet] spacecraft landed.", None);
    }

    #[test]
    fn a_result_is_of_clubs() {
        check("[Portrannoch] 3-2 Ardvale City (aet)", Some(Kind::Organization));
        check("Portrannoch 3–2 [Ardvale City] (aet)", Some(Kind::Organization));
        check("The [Portrannoch] 3-2 win came late.", None);
        check("Aged 3-2, [Ardvale City] came.", None);
        check("Roe beat [Ana Lund] 6-3 6-4.", None);
    }
}
