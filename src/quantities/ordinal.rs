//! "first", "13th", "No. 1", "third-largest".

use super::{Draft, Kind, Scan, of};
use crate::document::TokenKind;
use crate::model::{is_word, lists};
use crate::numerals::number::{Number, Shape};
use crate::numerals::words;
use crate::tags::{Form, Pos};

/// An ordinal, or a rank.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    if number.shape == Shape::Ordinal {
        return ordinal(scan, at);
    }
    rank(scan, at)
}

/// What looks like an ordinal and ranks nothing.
const NO_RANKS: &[fn(&Scan, &Number) -> bool] =
    &[is_phrase, is_adverb, is_in_name, is_numbered, is_unit_of_time, is_stretch, is_compound];

fn ordinal(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    let is_row = follower(scan, at).is_some_and(|next| !NO_RANKS.iter().any(|is| is(scan, &scan.numbers[next])));
    (is_row || !NO_RANKS.iter().any(|is| is(scan, number))).then_some(())?;
    let mut draft = scan.draft(at, Kind::Ordinal, 0);
    let ranked = ranked(scan, at);
    draft.quantity.of = match scan.document.tokens.get(ranked) {
        // "a sixth year student": the year is ranked.
        Some(unit) if ranked == number.tokens.end && is_counted_unit(scan.lower(ranked as isize)) => Some(unit.span),
        // "a second-floor apartment": the floor is ranked; "first-ever" and "second-largest" go on to their noun.
        Some(_) if joins_noun(scan, number.tokens.end) => Some(scan.document.tokens[number.tokens.end + 1].span),
        _ => of::noun(scan, ranked, false).or_else(|| of::people(scan, ranked)),
    };
    draft.has_unit = true;
    Some((draft, 1))
}

/// Whether a hyphen at token `end` joins a noun to an ordinal.
fn joins_noun(scan: &Scan, end: usize) -> bool {
    let document = scan.document;
    words::is_hyphen(document, end)
        && document.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.spaced)
        && scan.syntax.words[end + 1].pos == Pos::Noun
        && !document.lower(end + 1).ends_with("est")
        && document.lower(end + 1) != "ever"
}

/// The ordinal after number `at` in "first and second", "first, second and third".
fn follower(scan: &Scan, at: usize) -> Option<usize> {
    let end = scan.numbers[at].tokens.end;
    let next = scan.numbers.get(at + 1).filter(|n| n.shape == Shape::Ordinal && n.tokens.start == end + 1)?;
    let is_list = scan.lower(end as isize) == "," && scan.lower(next.tokens.end as isize) == "and";
    (matches!(scan.lower(end as isize), "and" | "or") || is_list).then_some(at + 1)
}

/// Where what is ranked begins: after "first-ever" and "second-largest", and after the "second" of "first and second".
fn ranked(scan: &Scan, at: usize) -> usize {
    let end = scan.numbers[at].tokens.end;
    match follower(scan, at) {
        Some(next) => ranked(scan, next),
        None if scan.lower(end as isize) == "and" && scan.lower(end as isize + 1) == "final" => end + 2,
        _ if words::is_hyphen(scan.document, end) => end + 2,
        _ => end,
    }
}

/// "first lady", "third party", "the first time", "at first".
fn is_phrase(scan: &Scan, number: &Number) -> bool {
    let (first, end) = (number.tokens.start as isize, number.tokens.end as isize);
    let next = scan.lower(end);
    let led = is_word(scan.lower(first - 1), "determiner")
        || matches!(scan.lower(first - 1), "his" | "her" | "its" | "their");
    // "the first of its kind", "the first person to run"; not "first of all", "in the first person".
    let ranks =
        led && (next == "of" && scan.lower(end + 1) != "all" || next == "person" && scan.lower(end + 1) == "to");
    let joined = match scan.lower(first) {
        "first" => is_word(next, "after-first") && !ranks,
        "second" => is_word(next, "after-second"),
        "third" => is_word(next, "after-third"),
        _ => false,
    };
    // "crossed the border in the first place"; "in the first place of the table" ranks.
    let is_at_all = scan.lower(first - 2) == "in"
        && scan.lower(first - 1) == "the"
        && next == "place"
        && !matches!(scan.lower(end + 1), "of" | "in" | "with");
    joined
        || is_at_all
        || scan.lower(first - 1) == "at"
            && matches!(next, "" | "," | "." | "he" | "she" | "it" | "they" | "i" | "we" | "glance" | "sight")
}

/// "was first detected", "will first focus", "first as a model": when, not which; "the first" and "stood first" rank.
fn is_adverb(scan: &Scan, number: &Number) -> bool {
    let (first, end) = (number.tokens.start, number.tokens.end);
    if scan.document.lower(first) != "first" || end != first + 1 {
        return false;
    }
    let before = scan.lower(first as isize - 1);
    let determined = is_word(before, "determiner") || matches!(before, "'s" | "a" | "an" | "no" | "this" | "that");
    let next =
        scan.syntax.words.get(end).filter(|_| scan.document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word));
    let is_verb = next.is_some_and(|w| matches!(w.pos, Pos::Verb | Pos::Aux) && w.form != Form::Vbg);
    !determined
        && (scan.syntax.words[first].pos == Pos::Adv
            && !matches!(
                before,
                "placed" | "becomes" | "became" | "stood" | "finished" | "came" | "ranked" | "is" | "was"
            )
            || is_verb
            || matches!(before, "when" | "since" | "having" | "have" | "has" | "had" | "must" | "will" | "would"))
}

fn is_in_name(scan: &Scan, number: &Number) -> bool {
    let first = number.tokens.start;
    let opens = scan.document.sentences[scan.document.sentence_of(first)].tokens.start == first;
    !number.is_digits && scan.document.is_capitalized(first) && !opens
}

/// "the 18th National Congress", "the 42nd Canadian Parliament", "the 4th congressional seat": a number in a name.
fn is_numbered(scan: &Scan, number: &Number) -> bool {
    let end = number.tokens.end;
    let named = (end..(end + 4).min(scan.document.tokens.len()))
        .take_while(|&i| scan.document.is_capitalized(i))
        .any(|i| is_word(scan.document.lower(i), "numbered-body"));
    named || number.is_digits && scan.lower(end as isize) == "congressional"
}

/// "a split second", "a leap second", "the first six months", "the fourth quarter": times; "the second" is none.
fn is_unit_of_time(scan: &Scan, number: &Number) -> bool {
    let (first, end) = (number.tokens.start, number.tokens.end as isize);
    let before = scan.lower(first as isize - 1);
    let is_alone = matches!(before, "per" | "split" | "a") && of::noun(scan, number.tokens.end, false).is_none();
    let is_moment = scan.lower(first as isize) == "second" && (is_alone || before == "leap");
    let is_unit =
        |word: &str| is_word(word, "calendar-unit") || lists().units.get(word).is_some_and(|r| r.contains("\ttime\t"));
    let counted = lists().number_words.has(scan.lower(end))
        || scan.document.tokens.get(number.tokens.end).is_some_and(|t| t.kind == TokenKind::Number);
    is_moment
        || number.tokens.clone().any(|i| scan.time_at(i).is_some())
        || is_unit(scan.lower(end))
            && scan.lower(end) != "second"
            && !(is_counted_unit(scan.lower(end)) && is_ranked(scan, number))
        || counted && is_unit(scan.lower(end + 1))
}

/// "the fourth night in a row", "a third year student": units that are counted; "the first quarter" is one of the calendar.
fn is_counted_unit(word: &str) -> bool {
    matches!(word, "day" | "night" | "week" | "month" | "year")
}

/// Whether a unit after an ordinal is one in a row; "the first week", "the first day of the third quarter" are of the calendar.
fn is_ranked(scan: &Scan, number: &Number) -> bool {
    let end = number.tokens.end;
    let is_start = number.value == 1. && matches!(scan.lower(end as isize), "week" | "month");
    let is_dated = (end + 2..end + 4).any(|i| scan.document.tokens.get(i).is_some_and(|_| scan.time_at(i).is_some()));
    let is_of_calendar = scan.lower(end as isize + 1) == "of" && is_dated;
    !is_start && !is_of_calendar
}

/// "the first and last mile", "first and foremost".
fn is_stretch(scan: &Scan, number: &Number) -> bool {
    let end = number.tokens.end as isize;
    let last = scan.lower(end + 1);
    // "the third and final section" has its rank.
    let closes = last == "final" && number.value > 1.;
    scan.lower(end) == "and" && matches!(last, "last" | "foremost" | "final" | "only") && !closes
}

/// "first-hand", "first-time", "first-team"; "second-largest" and "first-ever" rank.
fn is_compound(scan: &Scan, number: &Number) -> bool {
    let end = number.tokens.end;
    words::is_hyphen(scan.document, end) && is_word(scan.lower(end as isize + 1), "after-ordinal-hyphen")
}

/// "No. 1", "number one".
fn rank(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    is_rank(scan, &scan.numbers[at]).then_some(())?;
    let mut draft = scan.draft(at, Kind::Ordinal, 0);
    draft.has_unit = true;
    Some((draft, 1))
}

fn is_rank(scan: &Scan, number: &Number) -> bool {
    let first = number.tokens.start as isize;
    let is_bare = number.tail.is_empty() && number.magnitude == 0 && number.value > 0.;
    let is_led =
        matches!(scan.lower(first - 1), "no." | "nos." | "number" | "ranked" | "#") && scan.lower(first - 2) != "the";
    is_bare && (is_led || is_parted_no(scan, first))
}

/// "No . 1", with a mark that the tokenizer separated.
fn is_parted_no(scan: &Scan, first: isize) -> bool {
    first >= 2 && scan.lower(first - 1) == "." && scan.lower(first - 2) == "no"
}

/// "seat number 38", "the No. 3 and No. 4 reactors": what a thing is called.
pub fn is_label(scan: &Scan, number: &Number) -> bool {
    let (first, end) = (number.tokens.start as isize, number.tokens.end as isize);
    let is_link = |i: &isize| {
        let word = scan.lower(end + i);
        matches!(word, "and" | "or" | "," | "." | "no." | "no" | "nos." | "number")
            || word.bytes().all(|b| b.is_ascii_digit())
    };
    let thing = (0..6).find(|i| !is_link(i)).map_or("", |i| scan.lower(end + i));
    let is_numbered = matches!(scan.lower(first - 1), "no." | "nos." | "number") || is_parted_no(scan, first);
    is_numbered && (is_word(scan.lower(first - 2), "numbered") || is_word(thing, "numbered-thing"))
}
