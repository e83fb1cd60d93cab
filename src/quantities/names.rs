//! Digits that are no quantity: in names, dates, telephone numbers, addresses, lists and laws.

use super::{Scan, age, duration, labels};
use crate::document::TokenKind;
use crate::model::is_word;
use crate::numerals::number::{Number, Shape};
use crate::numerals::words;

/// Whether number `at` is part of a time, a name, a telephone number, an address or a list.
pub fn is_no_number(scan: &Scan, at: usize) -> bool {
    const TESTS: &[fn(&Scan, usize) -> bool] = &[
        in_time,
        hyphenated,
        telephone,
        address,
        list_number,
        clause,
        model,
        in_name,
        before_month,
        after_name,
        place,
        conference,
    ];
    TESTS.iter().any(|test| test(scan, at))
}

/// "13 September", "10:30", "the 1990s", "for three years"; not an age, and no length that is compared or counted with.
fn in_time(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    if duration::is_length(scan, at) {
        // The 41 of "41-50 years old" leads to an age.
        let leads_to_age = || {
            let end = scan.numbers[at].tokens.end;
            let is_link = |i: usize| matches!(scan.document.lower(i), "to" | "or" | "and" | "-" | "\u{2013}");
            let next = scan.numbers.get(at + 1).filter(|n| (end + 1..=end + 2).contains(&n.tokens.start));
            next.is_some_and(|n| (end..n.tokens.start).all(is_link)) && age::find(scan, at + 1).is_some()
        };
        return !duration::is_figure(scan, at) && age::find(scan, at).is_none() && !leads_to_age();
    }
    number.tokens.clone().any(|i| scan.time_at(i).is_some())
}

/// "COP15", "COP 27": a conference; Colombian pesos come by the thousand.
fn conference(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let is_led = first > 0 && scan.document.word(first - 1) == "COP" || scan.document.word(first).starts_with("COP");
    is_led && number.value < 100. && number.value.fract() == 0. && number.magnitude == 0
}

/// "Covid-19", "F-16", "TPP-11", "under-21", and the 800 of "737-800"; not "minus-5" and not "10-15".
fn hyphenated(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    if first >= 2 && scan.lower(first as isize - 2) == "covid" && scan.lower(first as isize - 1) == "-" {
        return true;
    }
    if first < 2 || scan.document.tokens[first].spaced || !words::is_hyphen(scan.document, first - 1) {
        return false;
    }
    let before = &scan.document.tokens[first - 2];
    before.kind == TokenKind::Word
        && !matches!(scan.document.lower(first - 2), "to" | "sub" | "now" | "plus" | "minus" | "mid")
        && !(at > 0 && scan.numbers[at - 1].tokens.end == first - 1)
        && (crate::model::lists().units.get(scan.document.lower(first - 2)).is_none()
            // "a V-10": the letter is no unit.
            || scan.document.word(first - 2).len() == 1 && scan.document.is_capitalized(first - 2))
}

/// Three groups of digits or more, separated by hyphens or dots: "1-222-2222"; "+44 20 7946 0000".
fn telephone(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    if !number.is_digits {
        return false;
    }
    if number.tokens.len() > 1 && number.tokens.start > 0 && document.word(number.tokens.start - 1) == "+" {
        return true;
    }
    let link = |i: usize| {
        document.tokens.get(i).is_some_and(|t| !t.spaced) && matches!(document.word(i), "-" | "\u{2013}" | ".")
    };
    let digits = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced && t.kind == TokenKind::Number);
    let first = number.tokens.start;
    let before = first >= 2
        && link(first - 1)
        && !document.tokens[first].spaced
        && document.tokens[first - 2].kind == TokenKind::Number;
    let end = number.tokens.end;
    let after = link(end) && digits(end + 1);
    let further = after && link(end + 2) && digits(end + 3)
        || before && first >= 4 && link(first - 3) && document.tokens[first - 4].kind == TokenKind::Number;
    before && after
        || further
        || first > 0
            && document.word(first - 1) == "+"
            && number.is_plain
            && number.value > 9.
            && document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number)
}

/// "49 Zorro Ranch Road", "22 Ave Foch": capitals follow, one of them a street.
fn address(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    if !number.is_plain || number.value >= 100_000. {
        return false;
    }
    (number.tokens.end..(number.tokens.end + 4).min(document.tokens.len()))
        .take_while(|&i| {
            document.is_capitalized(i) || document.tokens[i].kind == TokenKind::Number || words::is_hyphen(document, i)
        })
        .any(|i| is_word(document.lower(i).trim_end_matches('.'), "street"))
}

/// "1.", "2)" or "3-" at the head of a paragraph or sentence, also after a quotation mark.
fn list_number(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let start = document.sentences[document.sentence_of(first)].tokens.start;
    let opens = start == first || start + 1 == first && matches!(document.word(start), "\u{201c}" | "\"");
    let end = number.tokens.end;
    let Some(mark) = document.tokens.get(end) else { return false };
    let is_apart = document.tokens.get(end + 1).is_none_or(|t| t.spaced);
    // "1- Any member can vote"; "24 - The bus leaves" has a time.
    let is_dash = matches!(document.word(end), "-" | "\u{2013}")
        && document.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Word)
        && document.is_capitalized(end + 1)
        && number.value < 20.;
    number.is_plain && opens && is_apart && (!mark.spaced && matches!(document.word(end), "." | ")") || is_dash)
}

/// "Article 5", "section 230", "chapter three", "page 12", "Psalm 23", "channel 5".
fn clause(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let first = number.tokens.start as isize;
    let is_numbered = |start: isize| is_word(scan.lower(start - 1), "numbered");
    // "pages 39 and 40".
    let is_second = || {
        let last = &scan.numbers[at.checked_sub(1)?];
        let joined =
            last.tokens.end as isize == first - 1 && matches!(scan.lower(first - 1), "and" | "or" | "to" | ",");
        (joined && is_numbered(last.tokens.start as isize)).then_some(())
    };
    number.magnitude == 0 && number.value.fract() == 0. && (is_numbered(first) || is_second().is_some())
}

/// "the Four Seasons residence", "the Two-State Solution": a capital in mid-sentence, and another after it.
fn in_name(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let (first, end) = (number.tokens.start, number.tokens.end);
    let next = end + usize::from(words::is_hyphen(document, end));
    let follows_word = first > document.sentences[document.sentence_of(first)].tokens.start
        && matches!(document.lower(first - 1), "the" | "at" | "of" | "a" | "so-called" | "called");
    !number.is_digits
        && number.magnitude == 0
        && number.tokens.len() == 1
        && document.is_capitalized(first)
        && follows_word
        && document.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Word)
        && document.is_capitalized(next)
}

/// "31 February": a day that no calendar has is no count of Februaries.
fn before_month(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let next = number.tokens.end;
    let is_month =
        crate::model::lists().time_words.get(scan.lower(next as isize)).is_some_and(|r| r.starts_with("month"));
    number.is_plain && number.value <= 99. && is_month && scan.document.is_capitalized(next)
}

/// "two new 737 Max jets", "the 787 Dreamliner", "iPhone 11 Pro and 11 Pro Max": what follows is what a maker calls it.
fn model(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let next = number.tokens.end;
    let is_aeroplane = |n: &Number| n.is_plain && (707. ..=787.).contains(&n.value) && n.value % 10. == 7.;
    // "Boeing 747-400".
    let is_version = at.checked_sub(1).is_some_and(|last| {
        let last = &scan.numbers[last];
        is_aeroplane(last)
            && last.tokens.end + 1 == number.tokens.start
            && words::is_hyphen(scan.document, last.tokens.end)
    });
    let is_aeroplane = is_aeroplane(number);
    let follows = scan.lower(next as isize);
    number.is_plain
        && (is_aeroplane
            && matches!(follows, "max" | "dreamliner" | "jet" | "jets" | "jetliner" | "jetliners" | "aircraft")
            || is_version
            || number.value < 100.
                && scan.document.tokens.get(next).is_some()
                && matches!(scan.document.word(next), "Pro" | "Max" | "Mini" | "Plus" | "Ultra"))
}

/// "Boeing 737", "iPhone 14", "Game 7", "FTSE 100": bare digits after a capital, unless what follows is counted.
fn after_name(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    if first == 0 || number.shape != Shape::Cardinal || number.magnitude > 0 || !number.prefix.is_empty() {
        return false;
    }
    if number.is_digits && !number.is_plain && (number.tail.is_empty() || number.mantissa.fract() != 0.) {
        return false;
    }
    // "beat Ardvale City 3-2".
    if super::score::has_contest(scan, first) && super::score::find(scan, at).is_some() {
        return false;
    }
    let sentence = &document.sentences[document.sentence_of(first)].tokens;
    let before = first - 1;
    let next = number.tokens.end;
    let is_name = document.tokens[before].kind == TokenKind::Word
        && document.tokens[first].spaced
        && before > sentence.start
        && document.word(before).chars().any(char::is_uppercase)
        && scan.time_at(before).is_none()
        && !is_title_word(document.lower(before));
    if !is_name
        || crate::numerals::number::is_sign(document, before)
        || super::money::scaled(document.word(before)).is_some()
    {
        return false;
    }
    let follows = document.lower_at(next as isize);
    let is_unit = crate::model::lists().units.get(follows).is_some_and(|r| !r.contains("\ttime\t"))
        || crate::model::lists().currencies.longest(document, next).is_some_and(|(_, r)| r.contains("\tword"));
    if follows == "times" || counts_in_title(scan, number, next) {
        return false;
    }
    let counts = super::of::noun(scan, next, true).is_some() && !document.is_capitalized(next);
    let is_common_place = matches!(document.lower_at(before as isize - 1), "in" | "at" | "from" | "for" | "and");
    !(is_unit && number.is_digits
        || counts && (is_common_place || !number.is_digits || number.value >= 2000.)
        || number.tail.len() > 1)
}

/// "Bank Supports 12 Fintech Startups": in a line of capitals a capital makes no name.
fn counts_in_title(scan: &Scan, number: &Number, next: usize) -> bool {
    !matches!(scan.lower(number.tokens.start as isize - 1), "top" | "big" | "game" | "class" | "day")
        && labels::is_title(scan.document, number.tokens.start)
        && super::of::noun(scan, next, true).is_some_and(|noun| super::of::counts_many(scan, noun))
}

fn is_title_word(word: &str) -> bool {
    is_word(word, "before-count")
        || crate::model::lists().change_words.has(word)
        || crate::model::lists().hedges.has(word)
}

/// "the bottom three", "the Big 12": a place in a table, unless what is there is said.
fn place(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    matches!(scan.lower(number.tokens.start as isize - 1), "bottom" | "top" | "final" | "last" | "big")
        && number.value < 101.
        && number.tail.is_empty()
        && super::unit::unit_after(scan, number).is_none()
        && super::of::noun(scan, number.tokens.end, true).is_none()
        && !matches!(scan.lower(number.tokens.end as isize), "%" | "million" | "billion")
}
