//! "a 50-year-old man", "aged 14", "Maddon, 66, has", "18 months old", "he is 73", "people over 65".

use super::{Draft, Kind, Quantity, Scan};
use crate::document::TokenKind;
use crate::model::{is_word, lists, noun_means};
use crate::numerals::number::{Shape, is_plural};
use crate::numerals::words;
use crate::tags::Pos;

/// The longest life in years that is read as an age without the word "old".
const OLDEST_YEARS: f64 = 115.;

/// A number that is an age.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    (scan.numbers[at].shape == Shape::Cardinal).then_some(())?;
    years_old(scan, at)
        .or_else(|| aged(scan, at))
        .or_else(|| after_name(scan, at))
        .or_else(|| of_person(scan, at))
        .or_else(|| goes_on(scan, at))
        .map(|d| (d, 1))
}

/// "50-year-old", "50 year-old", "18 months old", "3 years of age".
fn years_old(scan: &Scan, at: usize) -> Option<Draft> {
    let document = scan.document;
    let number = &scan.numbers[at];
    let skip = |i: usize| i + usize::from(words::is_hyphen(document, i));
    let unit = skip(number.tokens.end);
    let word = document.lower_at(unit as isize);
    if matches!(number.tail, "yo") || word == "yo" {
        let end = unit + usize::from(number.tail.is_empty());
        return Some(in_years(scan, at, end.max(number.tokens.end), "a"));
    }
    number.tail.is_empty().then_some(())?;
    let row = lists().units.get(word).filter(|row| row.contains("\ttime\t"))?;
    let old = skip(unit + 1);
    let end = match document.lower_at(old as isize) {
        "old" | "olds" => old + 1,
        "of" if document.lower_at(old as isize + 1) == "age" => old + 2,
        // "seniors (60 years and older)".
        "and" | "or" if matches!(document.lower_at(old as isize + 1), "older" | "younger") => old,
        _ => return None,
    };
    Some(in_years(scan, at, end, row.split('\t').next()?))
}

/// An age up to token `end`, or of the number alone: then no unit is said, and the kind alone tells that it is in years.
fn in_years(scan: &Scan, at: usize, end: usize, unit: &str) -> Draft {
    let mut draft = scan.draft(at, Kind::Age, end);
    let is_said = end > scan.numbers[at].tokens.end || !scan.numbers[at].tail.is_empty();
    draft.quantity.unit = is_said.then(|| unit.to_owned());
    draft.has_unit = true;
    draft
}

/// "aged 14", "age 21", "at the age of 21", "ages 18 to 24".
fn aged(scan: &Scan, at: usize) -> Option<Draft> {
    let number = &scan.numbers[at];
    let before = |back: isize| scan.lower(number.tokens.start as isize - back);
    let says = matches!(before(1), "aged" | "age" | "ages")
        || ends_range(scan, at)
        || matches!(before(1), "only" | "just") && before(2) == "of" && before(3) == "age"
        || before(1) == "of" && matches!(before(2), "age" | "ages")
        // "Americans over 65", "people of 80".
        || matches!(before(1), "over" | "under" | "above" | "of")
            && matches!(before(2), "people" | "adults" | "men" | "women" | "those" | "anyone" | "everyone" | "americans")
            && number.is_plain
            && (16. ..=100.).contains(&number.value)
            && (matches!(scan.lower(number.tokens.end as isize), "" | "," | "." | "in" | "who" | "are" | "were" | "have" | "had" | "will" | "can" | "should")
                // "one in six Americans over 65 naps": whom, and not what, the number is of.
                || before(1) != "of" && is_plural(scan.lower(number.tokens.end as isize)) && !lists().units.has(scan.lower(number.tokens.end as isize)))
        || matches!(before(1), "over" | "under" | "above" | "below" | "between" | "about" | "around")
            && matches!(before(2), "aged" | "age" | "ages");
    (says && number.magnitude == 0 && number.tail.is_empty() && number.value < OLDEST_YEARS).then_some(())?;
    // "aged 18 months".
    let end = number.tokens.end;
    let unit = lists()
        .units
        .get(scan.lower(end as isize))
        .filter(|row| row.contains("\ttime\t"))
        .and_then(|row| row.split('\t').next());
    Some(unit.map_or_else(|| in_years(scan, at, 0, "a"), |unit| in_years(scan, at, end + 1, unit)))
}

/// The 59 of "aged 30 to 59 years".
fn ends_range(scan: &Scan, at: usize) -> bool {
    let (Some(first), number) = (at.checked_sub(1).map(|i| &scan.numbers[i]), &scan.numbers[at]) else { return false };
    let link = scan.lower(number.tokens.start as isize - 1);
    let joined =
        first.tokens.end + 1 == number.tokens.start && matches!(link, "to" | "and" | "-" | "\u{2013}" | "through");
    let start = first.tokens.start as isize;
    joined
        && (matches!(scan.lower(start - 1), "aged" | "ages")
            || scan.lower(start - 1) == "between" && matches!(scan.lower(start - 2), "aged" | "ages"))
}

/// "Jamie Armstrong, 25, said": between commas after a name.
fn after_name(scan: &Scan, at: usize) -> Option<Draft> {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    (number.is_plain && (1. ..OLDEST_YEARS).contains(&number.value) && first >= 2).then_some(())?;
    let end = number.tokens.end;
    let opened = document.word(first - 1) == ",";
    let bracketed = document.word(first - 1) == "(" && document.lower_at(end as isize) == ")";
    let is_first_of_two = is_first_of_two(scan, at);
    let closes = matches!(document.lower_at(end as isize), "," | "." | ";") || bracketed || is_first_of_two;
    // "Ms Downes, now 56, arrived".
    let now = opened_by_now(scan, first);
    let name = first - 2 - usize::from(now);
    let opened = opened || now;
    // "Miranda House (13)" has a rank, "Joe Marr (9)" a shirt.
    if bracketed && (is_word(document.lower(name), "institution") || number.value < 10. || follows_player(scan, name)) {
        return None;
    }
    // "the princess, 67, announced".
    let is_role = opened
        && (number.value >= 16. || is_word(document.lower(name), "child"))
        && noun_means(document.lower(name), "person");
    let is_name = document.tokens[name].kind == TokenKind::Word
        && (document.is_capitalized(name) || is_role)
        && scan.time_at(name).is_none()
        && (!is_list(scan, at) || is_first_of_two);
    ((opened || bracketed) && closes && is_name && document.sentence_of(name) == document.sentence_of(first))
        .then(|| in_years(scan, at, 0, "a"))
}

/// The 40 of "officers Ann Quirin and Nic Redouane, 40 and 49, met".
fn is_first_of_two(scan: &Scan, at: usize) -> bool {
    let end = scan.numbers[at].tokens.end;
    let next = scan.numbers.get(at + 1).filter(|n| n.is_plain && n.tokens.start == end + 1);
    next.is_some_and(|n| n.value < OLDEST_YEARS && matches!(scan.lower(n.tokens.end as isize), "," | "."))
        && scan.lower(end as isize) == "and"
}

/// The 49 of "officers Ann Quirin and Nic Redouane, 40 and 49, met", the "ten" of "were aged nine, ten, and 49".
fn goes_on(scan: &Scan, at: usize) -> Option<Draft> {
    let number = &scan.numbers[at];
    let last = at.checked_sub(1)?;
    let gap = scan.numbers[last].tokens.end..number.tokens.start;
    let is_list = (1..=2).contains(&gap.len())
        && gap.clone().all(|i| matches!(scan.document.lower(i), "," | "and"))
        && matches!(scan.lower(number.tokens.end as isize), "," | "." | "and" | "");
    let is_age = number.magnitude == 0 && number.tail.is_empty() && number.value < OLDEST_YEARS;
    (is_list && is_age).then_some(())?;
    let pair = gap.len() == 1 && scan.document.lower(gap.start) == "and";
    let follows = pair && is_first_of_two(scan, last) && after_name(scan, last).is_some();
    (follows || lists_ages(scan, last)).then(|| in_years(scan, at, 0, "a"))
}

/// Longest way back in tokens to the "aged" of a list of ages.
const LIST_TOKENS: usize = 16;

/// Whether number `at` stands in a list that "aged" leads: only numbers, commas and "and" between.
fn lists_ages(scan: &Scan, at: usize) -> bool {
    let first = scan.numbers[at].tokens.start;
    let is_link = |&i: &usize| {
        matches!(scan.document.lower(i), "," | "and")
            || scan.document.tokens[i].kind == TokenKind::Number
            || lists().number_words.has(scan.document.lower(i))
    };
    let leader = (first.saturating_sub(LIST_TOKENS)..first).rev().find(|i| !is_link(i));
    leader.is_some_and(|i| matches!(scan.document.lower(i), "aged" | "ages"))
}

fn opened_by_now(scan: &Scan, first: usize) -> bool {
    first >= 4 && scan.lower(first as isize - 1) == "now" && scan.lower(first as isize - 2) == ","
}

/// "Leeds forward Joe Marr (19)": a place in a team before the name.
fn follows_player(scan: &Scan, name: usize) -> bool {
    let first = scan.document.sentences[scan.document.sentence_of(name)].tokens.start;
    (first..name).any(|i| is_word(scan.document.lower(i), "player"))
}

/// "lots 5, 12, 17": a list of numbers.
fn is_list(scan: &Scan, at: usize) -> bool {
    let end = scan.numbers[at].tokens.end;
    let next = scan.numbers.get(at + 1);
    next.is_some_and(|n| n.tokens.start == end + 1 && n.is_plain)
}

/// "he is 73", "she turned 40", "will be 35", "died at 92", "when I was five", "Al-Maskari is only 20".
fn of_person(scan: &Scan, at: usize) -> Option<Draft> {
    let number = &scan.numbers[at];
    let is_bare = number.is_plain || !number.is_digits && number.magnitude == 0;
    (is_bare && number.tail.is_empty() && (1. ..OLDEST_YEARS).contains(&number.value)).then_some(())?;
    let is_grown = number.is_digits && number.value >= 10.;
    let first = number.tokens.start as isize;
    let verb =
        first - 1 - isize::from(matches!(scan.lower(first - 1), "only" | "just" | "about" | "nearly" | "almost"));
    let is_either = scan.lower(number.tokens.end as isize) == "or";
    (is_end(scan, number.tokens.end)
        && !is_either
        && (is_said_of_person(scan, verb, is_grown) || is_grown && (is_life(scan, at) || is_of_named(scan, at))))
    .then(|| in_years(scan, at, 0, "a"))
}

/// Where a statement of age ends: with the sentence, or before what can follow it.
fn is_end(scan: &Scan, end: usize) -> bool {
    let document = scan.document;
    let next = document.lower_at(end as isize);
    next.is_empty()
        || is_word(next, "after-age")
        || end > 0 && document.tokens.get(end).is_some() && document.sentence_of(end) != document.sentence_of(end - 1)
}

/// Whether the verb before an age is said of a person; a child's age in words, "I was five", asks for a pronoun.
fn is_said_of_person(scan: &Scan, at: isize, is_grown: bool) -> bool {
    let verb = scan.lower(at);
    let is_pronoun = |i: isize| matches!(scan.lower(i), "he" | "she" | "i" | "who");
    let is_be = matches!(verb, "is" | "was" | "'s" | "be" | "'m" | "am");
    let turns = matches!(verb, "turned" | "turns" | "turning");
    let will_turn = verb == "turn" && matches!(scan.lower(at - 1), "will" | "to" | "would");
    is_be && is_pronoun(at - 1)
        || is_grown && (verb == "be" && is_pronoun(at - 2) || turns || will_turn || is_be && is_named(scan, at))
}

/// "Riham Al-Maskari is 20": a name of two words that a person has, and "only" or "just" after the verb.
fn is_named(scan: &Scan, verb: isize) -> bool {
    let document = scan.document;
    let is_name = |i: isize| {
        usize::try_from(i).is_ok_and(|i| document.tokens[i].kind == TokenKind::Word && document.is_capitalized(i))
    };
    matches!(scan.lower(verb + 1), "only" | "just") && is_name(verb - 1) && (is_name(verb - 2) || is_name(verb - 3))
}

/// "When Fanny was 19, …"; "Hagan, a former senator, was 66.": said of a name that begins the clause.
fn is_of_named(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let verb = first as isize - 1;
    let is_name = |i: usize| document.is_capitalized(i) && scan.syntax.words[i].pos == Pos::Propn;
    let is_be = matches!(scan.lower(verb), "is" | "was");
    let when = first >= 3 && is_name(first - 2) && scan.lower(verb - 2) == "when";
    let start = document.sentences[document.sentence_of(first)].tokens.start;
    let apposed = scan.lower(verb - 1) == ","
        && (is_name(start) && (is_name(start + 1) || scan.lower(start as isize + 1) == ","))
        && number.value >= 16.;
    is_be && (when || apposed)
}

/// "a man in his forties", "in her early 30s", "women in their 20s and 30s": ten years of a life.
pub fn decades(scan: &Scan, quantities: &mut Vec<Quantity>) {
    for at in 0..scan.document.tokens.len() {
        if let Some(decade) = words::decade_of_life(scan.document, at) {
            let low = f64::from(decade) * 10.;
            quantities.push(Quantity {
                low: Some(low),
                high: Some(low + 9.),
                approximate: is_word(scan.lower(at as isize - 1), "part-of-decade"),
                rule: "age",
                ..Quantity::of_token(scan.document, at, Kind::Age)
            });
        }
    }
}

/// "died at 92", "a life expectancy of 80".
fn is_life(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let first = number.tokens.start as isize;
    let verb = scan.lower(first - 1);
    let died = verb == "at" && matches!(scan.lower(first - 2), "died" | "dies" | "dead" | "retired");
    let expects = matches!(verb, "of" | "is" | "was" | "at" | "to" | "from" | "around" | "about" | "just")
        && expects_life(scan, number.tokens.start)
        && number.value >= 30.;
    died || expects
}

/// "life expectancy" before the number in its sentence.
fn expects_life(scan: &Scan, at: usize) -> bool {
    let first = scan.document.sentences[scan.document.sentence_of(at)].tokens.start;
    (first + 1..at).any(|i| scan.document.lower(i) == "expectancy" && scan.document.lower(i - 1) == "life")
}
