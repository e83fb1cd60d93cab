//! Digits that tell things apart and count nothing: engine types, years of editions, reference numbers, shirts.

use super::{Scan, of, ordinal};
use crate::document::{Document, TokenKind};
use crate::model::is_word;
use crate::numerals::number::{Number, Shape, is_plural};
use crate::numerals::words;
use crate::tags::Form;

/// Longest way back in tokens from a reference number to the word that makes it one: "quote reference".
const SEARCH_TOKENS: usize = 5;

/// Whether number `at` is a label.
pub fn is_label(scan: &Scan, at: usize) -> bool {
    const TESTS: &[fn(&Scan, usize) -> bool] = &[
        zero_compound,
        word_compound,
        release,
        in_capitals,
        edition,
        reference,
        group_of,
        point_name,
        bracketed,
        footnote,
        joined_by_plus,
        second_year,
        in_address,
        slogan,
        numbered,
        shirt,
        coordinate,
        law,
        wait,
    ];
    TESTS.iter().any(|test| test(scan, at))
}

/// "zero-tolerance", "zero Covid", "net zero": a policy.
fn zero_compound(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let (first, end) = (number.tokens.start as isize, number.tokens.end);
    number.value == 0.
        && !number.is_digits
        && (words::is_hyphen(scan.document, end)
            || is_word(scan.lower(end as isize), "after-zero")
            || matches!(scan.lower(first - 1), "net" | "ground")
            || scan.lower(first - 1) == "-" && scan.lower(first - 2) == "net")
}

/// "a five-star hotel", "two-handed": the compound says of what sort, not how many.
fn word_compound(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let end = number.tokens.end;
    number.magnitude == 0
        && number.tail.is_empty()
        && words::is_hyphen(scan.document, end)
        && is_word(scan.lower(end as isize + 1), "compound")
}

/// "Democracy 2.0", "version 3.0": the number of a release; "magnitude 7.0" is a reading.
fn release(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let Some(before) = number.tokens.start.checked_sub(1) else { return false };
    let is_written = number.is_digits && number.tail.is_empty() && number.step < 1. && number.mantissa.fract() == 0.;
    let is_noun = scan.document.tokens[before].kind == TokenKind::Word
        && scan.syntax.words[before].head != number.tokens.start
        && (scan.document.is_capitalized(before) || is_word(scan.document.lower(before), "numbered"))
        && !is_word(scan.document.lower(before), "scale");
    is_written && is_noun && (1. ..20.).contains(&number.value) && of::noun(scan, number.tokens.end, true).is_none()
}

/// "Marine One", "Goody Two-Shoes": a number word with a capital after another capital in mid-sentence.
fn in_capitals(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let start = document.sentences[document.sentence_of(first)].tokens.start;
    let is_word = |i: usize| document.tokens[i].kind == TokenKind::Word && document.is_capitalized(i);
    !number.is_digits
        && number.shape == Shape::Cardinal
        && number.magnitude == 0
        && first > start + 1
        && document.is_capitalized(first)
        && is_word(first - 1)
        && document.lower(first).len() < document.word(first).len() + 1
        && document.word(first - 1).chars().any(char::is_lowercase)
        || !number.is_digits
            && number.shape == Shape::Cardinal
            && number.tokens.len() == 1
            && is_named_number(document, first)
            && document.lower_at(number.tokens.end as isize) == "'s"
}

/// "the 2020 Libertarian Convention", "the Framework 2022", "2019-nCoV": a year in a name.
fn edition(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let (first, end) = (number.tokens.start, number.tokens.end);
    let is_year = number.is_plain && (1900. ..2100.).contains(&number.value) && number.tokens.len() == 1;
    let named =
        |i: usize| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && document.is_capitalized(i);
    let follows_name = first > 0
        && named(first - 1)
        && document.tokens[first].spaced
        && first > document.sentences[document.sentence_of(first)].tokens.start + 1;
    is_year && (named(end) || words::is_hyphen(document, end) || follows_name && !is_counted(scan, number))
}

/// Whether a noun in the plural right after the number may be what it counts: "the 2022 rules", "2,000 rules".
fn is_counted(scan: &Scan, number: &Number) -> bool {
    let is_noun = |at: usize| is_plural(scan.document.lower(at)) && scan.syntax.words[at].form != Form::Vbz;
    of::noun(scan, number.tokens.end, true).is_some_and(|span| {
        let tokens = scan.document.tokens_in(span);
        tokens.start <= number.tokens.end + 1 && tokens.last().is_some_and(is_noun)
    })
}

/// "call 101", "police on 131 444 and quote reference 10070979".
fn reference(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let first = number.tokens.start as isize;
    let is_bare = number.is_digits && number.tail.is_empty() && number.mantissa.fract() == 0. && number.magnitude == 0;
    let led = (1..=SEARCH_TOKENS as isize)
        .take_while(|&back| !matches!(scan.lower(first - back), "," | "." | ";" | "and"))
        .any(|back| is_word(scan.lower(first - back), "before-reference") && scan.lower(first - back + 1) != "of");
    is_bare
        && (led
            && matches!(
                scan.lower(first - 1),
                "on" | "at"
                    | "number"
                    | ":"
                    | "is"
                    | "to"
                    | "reference"
                    | "calling"
                    | "call"
                    | "phone"
                    | "dial"
                    | "dialing"
                    | "dialling"
                    | "tel"
                    | "hotline"
                    | "helpline"
                    | "code"
                    | "case"
                    | ")"
            )
            && of::noun(scan, number.tokens.end, true).is_none()
            || matches!(scan.lower(first - 1), "reference" | "dial" | "dialling" | "tel" | "tel."))
}

/// "the so-called Group of 16", "the Gang of Four".
fn group_of(scan: &Scan, at: usize) -> bool {
    let first = scan.numbers[at].tokens.start;
    first >= 2
        && scan.lower(first as isize - 1) == "of"
        && is_word(scan.lower(first as isize - 2), "before-of-number")
        && scan.document.is_capitalized(first - 2)
}

/// "the XD.4 strain", "Mix104.9", "Summer of '92": stuck to letters or to an apostrophe.
fn point_name(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let Some(before) = first.checked_sub(1) else { return false };
    let glued = !document.tokens[first].spaced && number.is_digits && !document.tokens[before].spaced;
    let is_mark = matches!(document.word(before), "." | "'" | "\u{2019}");
    let two_digits = matches!(document.word(before), "'" | "\u{2019}" | "\u{2018}")
        && !document.tokens[first].spaced
        && number.is_plain
        && document.word(first).len() == 2
        && document.lower_at(number.tokens.end as isize) != document.word(before)
        && document.lower_at(number.tokens.end as isize) != "'";
    glued
        && is_mark
        && before > 0
        && document.tokens[before - 1].kind == TokenKind::Word
        && document.word(before - 1).chars().any(char::is_uppercase)
        || two_digits
}

/// "Article VIII(5)", "Section 3(1)", "section 177 (3)", "Law No. (10)".
fn bracketed(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let before = |back: isize| scan.lower(first as isize - back);
    let is_closed = before(1) == "(" && document.lower_at(number.tokens.end as isize) == ")" && number.is_plain;
    let is_digits = |i: usize| document.tokens[i].kind == TokenKind::Number;
    if is_closed && first >= 3 && is_digits(first - 2) && number.value < 100. {
        return !document.tokens[first - 1].spaced || is_word(before(3), "numbered");
    }
    is_closed && (matches!(before(2), "no." | "nos.") || before(2) == "." && before(3) == "no")
        || first >= 2
            && document.word(first - 1) == "("
            && !document.tokens[first - 1].spaced
            && document.tokens[first - 2].kind == TokenKind::Word
            && document.word(first - 2).bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// "a detailed map[3]": a note to the word before it.
fn footnote(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let Some(open) = number.tokens.start.checked_sub(1) else { return false };
    number.is_plain
        && document.word(open) == "["
        && !document.tokens[open].spaced
        && document.lower_at(number.tokens.end as isize) == "]"
}

/// "the 4+1 group", "the 6 + 3 + 1 summit"; not "4000+ workers".
fn joined_by_plus(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let is_plus = |i: isize| scan.lower(i) == "+";
    let (first, end) = (number.tokens.start, number.tokens.end);
    let after = is_plus(end as isize) && scan.numbers.get(at + 1).is_some_and(|n| n.tokens.start == end + 1);
    let before = is_plus(first as isize - 1) && at > 0 && scan.numbers[at - 1].tokens.end + 1 == first;
    number.is_plain && number.value < 100. && (after || before)
}

/// The 93 of "1792-93" and the 3 of "1563-3", where the first four digits are a year.
fn second_year(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    if first < 2 || !number.is_plain || number.value >= 100. || document.tokens[first].spaced {
        return false;
    }
    let is_year = document.word(first - 2).len() == 4 && scan.time_at(first - 2).is_some();
    is_year && words::is_hyphen(document, first - 1) && !document.tokens[first - 1].spaced
}

/// Longest way back in bytes to where an address of the web begins.
const ADDRESS_BYTES: usize = 200;

/// `https://example.org/2024/38-roads.jpg`: digits of an address of the web.
fn in_address(scan: &Scan, at: usize) -> bool {
    let start = scan.numbers[at].span.start as usize;
    let before = scan.document.text[..start].bytes().rev().take(ADDRESS_BYTES).take_while(|b| !b.is_ascii_whitespace());
    let from = start - before.count();
    scan.document.text.get(from..start).is_some_and(|word| word.contains("://") || word.contains("www."))
}

/// "one country, two systems".
fn slogan(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let is_said = |from: isize| {
        let comma = isize::from(scan.lower(from + 2) == ",");
        (scan.lower(from), scan.lower(from + 1)) == ("one", "country")
            && (scan.lower(from + 2 + comma), scan.lower(from + 3 + comma)) == ("two", "systems")
    };
    let first = number.tokens.start as isize;
    !number.is_digits && (is_said(first) || is_said(first - 2) || is_said(first - 3))
}

/// "seat number 38", "the No. 3 and No. 4 reactors".
fn numbered(scan: &Scan, at: usize) -> bool {
    ordinal::is_label(scan, &scan.numbers[at])
}

/// "Leeds forward Joe Marr (9)": a number on a shirt, where the sentence names a place in a team.
fn shirt(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let first = number.tokens.start;
    let in_brackets = first >= 2
        && document.word(first - 1) == "("
        && document.lower_at(number.tokens.end as isize) == ")"
        && number.is_plain
        && number.value < 100.
        && document.is_capitalized(first - 2);
    let start = document.sentences[document.sentence_of(first)].tokens.start;
    in_brackets && (start..first).any(|i| is_word(document.lower(i), "player"))
}

/// The 34 of "32° 34'S", the 555 of "555-0142".
fn coordinate(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let number = &scan.numbers[at];
    let (first, end) = (number.tokens.start, number.tokens.end);
    let is_minute = first > 0
        && matches!(document.word(first - 1), "\u{b0}")
        && matches!(document.lower_at(end as isize), "'" | "\u{2019}" | "\u{2032}");
    let is_local_number = number.is_plain
        && number.tokens.len() == 1
        && document.word(first).len() == 3
        && words::is_hyphen(document, end)
        && document.tokens.get(end + 1).is_some_and(|t| !t.spaced && t.kind == TokenKind::Number)
        && document.word(end + 1).len() == 4
        && document.word(end + 1).starts_with('0');
    is_minute || is_local_number
}

/// "revoke (Article) 370": the word of a law in brackets.
fn law(scan: &Scan, at: usize) -> bool {
    let first = scan.numbers[at].tokens.start as isize;
    scan.lower(first - 1) == ")" && is_word(scan.lower(first - 2), "numbered") && scan.lower(first - 3) == "("
}

/// "Wait 1 second …" of a page's own text, in a line of its own.
fn wait(scan: &Scan, at: usize) -> bool {
    let document = scan.document;
    let first = scan.numbers[at].tokens.start;
    let sentence = &document.sentences[document.sentence_of(first)].tokens;
    sentence.start + 1 == first
        && sentence.len() <= 8
        && matches!(document.lower(sentence.start), "wait" | "loading" | "page")
}

/// The fewest words, and of four letters or more, in a line whose capitals are those of a title.
const TITLE_WORDS: usize = 4;

/// Whether the sentence around token `at` has a capital on each longer word.
pub fn is_title(document: &Document, at: usize) -> bool {
    let sentence = document.sentences[document.sentence_of(at)].tokens.clone();
    let mut longer = sentence.filter(|&i| document.tokens[i].kind == TokenKind::Word && document.word(i).len() > 3);
    let count = longer.clone().count();
    count >= TITLE_WORDS && longer.all(|i| document.is_capitalized(i))
}

/// "Twice" and "Seventeen" as names of bands: a capital in mid-sentence, outside titles.
pub fn is_named_number(document: &Document, at: usize) -> bool {
    let start = document.sentences[document.sentence_of(at)].tokens.start;
    let follows = at > start && document.tokens[at - 1].kind == TokenKind::Word && document.tokens[at].spaced;
    document.is_capitalized(at)
        && follows
        && !is_title(document, at)
        && document.word(at).chars().any(char::is_lowercase)
}
