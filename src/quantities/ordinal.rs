//! "first", "13th", "No. 1", "third-largest".

use super::number::Shape;
use super::{Draft, Kind, Scan, of, words};

/// An ordinal, or a rank.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    if number.shape == Shape::Ordinal {
        return ordinal(scan, at);
    }
    rank(scan, at)
}

fn ordinal(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let end = number.tokens.end as isize;
    let is_phrase = matches!(
        (document.lower(first), scan.lower(end)),
        (
            "first",
            "lady"
                | "minister"
                | "aid"
                | "name"
                | "of"
                | "responder"
                | "responders"
                | "class"
                | "person"
                | "degree"
                | ","
                | "world"
                | "nations"
        ) | ("second", "hand" | "thoughts" | "nature" | "world" | "lady" | "guess" | ",")
            | ("third", "party" | "parties" | "world" | "reich" | ",")
    ) || scan.lower(first as isize - 1) == "at"
        && matches!(scan.lower(end), "" | "," | "." | "he" | "she" | "it" | "they" | "i" | "we");
    let opens = document.sentences[document.sentence_of(first)].tokens.start == first;
    let in_name = !number.is_digits && document.is_capitalized(first) && !opens;
    // "a split second", "a second later": time, not rank; "the second" is.
    let is_time = document.lower(first) == "second"
        && matches!(scan.lower(first as isize - 1), "per" | "split" | "a")
        && of::noun(scan, number.tokens.end, false).is_none();
    (!is_phrase && !in_name && !is_time).then_some(())?;
    let mut draft = scan.draft(at, Kind::Ordinal, 0);
    draft.quantity.of =
        if words::is_hyphen(document, number.tokens.end) { None } else { of::noun(scan, number.tokens.end, false) };
    draft.has_unit = true;
    Some((draft, 1))
}

/// "No. 1", "number one".
fn rank(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let is_rank = number.tail.is_empty()
        && number.magnitude == 0
        && (matches!(scan.lower(first as isize - 1), "no." | "nos." | "number" | "ranked" | "#")
            && number.value > 0.
            && scan.lower(first as isize - 2) != "the"
            || first >= 2 && scan.lower(first as isize - 1) == "." && scan.lower(first as isize - 2) == "no");
    is_rank.then_some(())?;
    let mut draft = scan.draft(at, Kind::Ordinal, 0);
    draft.has_unit = true;
    Some((draft, 1))
}
