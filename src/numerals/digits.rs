//! Tokens to numbers: digits and words to a decimal value, before anybody asks what is counted.

use super::decimal::Decimal;
use super::number::{Number, Shape, extended, follows_sign, is_sign};
use super::scale::{fraction, fraction_sign, magnified};
use super::{mixed, power, separated, spelled, words};
use crate::document::{Document, TokenKind};
use crate::model::lists;

/// All numbers in text order; none overlaps another.
pub fn scan<'t>(document: &Document<'t>) -> Vec<Number<'t>> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        match read(document, at) {
            Some(number) => {
                at = number.tokens.end.max(at + 1);
                numbers.push(number);
            }
            None => at += 1,
        }
    }
    numbers
}

/// The number that begins at token `at`.
pub fn read<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    match document.tokens[at].kind {
        TokenKind::Number => digits(document, at, at, ""),
        TokenKind::Word => prefixed(document, at).or_else(|| spelled::read(document, at)),
        TokenKind::Symbol => fraction_sign(document, at, at),
        TokenKind::Punctuation if document.word(at) == "." => point(document, at),
        _ => None,
    }
}

/// ".001": digits after a full stop that nothing stands before.
fn point<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let next = document.tokens.get(at + 1)?;
    let is_free = document.tokens[at].spaced || at > 0 && document.tokens[at - 1].kind == TokenKind::Symbol;
    (is_free && !next.spaced && next.kind == TokenKind::Number).then_some(())?;
    digits(document, at, at + 1, "")
}

/// "RM23.50", "USD1,700", "Rs20": letters that are a currency, and digits, in one word; the tokenizer ends it at the mark.
fn prefixed<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let word = document.word(at);
    let cut = word.find(|c: char| c.is_ascii_digit()).filter(|&cut| cut > 0 && cut <= 4)?;
    let prefix = &word[..cut];
    prefix.chars().next().filter(|c| c.is_uppercase())?;
    lists().currencies.get(&prefix.to_lowercase())?;
    // "$US5", "$A5": these letters are a currency only after its sign; "the A380" is a plane.
    if matches!(prefix, "A" | "US" | "HK" | "NZ" | "S" | "AM") && !follows_sign(document, at) {
        return None;
    }
    let mut last = at;
    while document.tokens.get(last + 2).is_some_and(|t| !t.spaced && t.kind == TokenKind::Number)
        && !document.tokens[last + 1].spaced
        && matches!(document.word(last + 1), "." | ",")
    {
        last += 2;
    }
    let mut number = digits(document, at, last, prefix)?;
    let is_long = number.value >= 100. || number.magnitude > 0 || number.mantissa.fract() != 0.;
    (is_long && !number.is_plain
        || cut > 1 && !prefix.eq_ignore_ascii_case("ps") && !prefix.eq_ignore_ascii_case("us")
        || is_long && matches!(prefix, "R" | "N")
        // "from R25": the highway would be "the R25".
        || prefix == "R" && number.value >= 10. && matches!(document.lower_at(at as isize - 1), "from" | "to" | "for" | "than" | "at" | "by"))
    .then_some(())?;
    number.is_plain = false;
    Some(number)
}

/// Digits from token `first` to token `last`, which hold marks but no space, with what follows of magnitude.
fn digits<'t>(document: &Document<'t>, first: usize, last: usize, prefix: &'t str) -> Option<Number<'t>> {
    let start = document.tokens[first].span.start as usize + prefix.len();
    let written = &document.text[start..document.tokens[last].span.end as usize];
    let length = written.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/')).unwrap_or(written.len());
    let (head, tail) = written.split_at(length);
    if let Some((over, under)) = head.split_once('/') {
        return fraction(document, first..last + 1, over, under, tail).map(|n| negated(document, n));
    }
    let mantissa = Decimal::read(head)?;
    // "€1,2 mio" is written so on the continent; "40,28 in January" is a slip of which nobody knows the right number.
    let is_continental = head.contains(',') && !head.contains('.') && mantissa.step() < 1.;
    if is_continental
        && prefix.is_empty()
        && !follows_sign(document, first)
        && words::magnitude(document, last + 1).is_none()
    {
        return None;
    }
    let is_zero_led = head.len() > 1 && head.starts_with('0') && !head.contains('.');
    if is_zero_led || matches!(tail, "s" | "'s" | "D" | "G") {
        return None;
    }
    let mut number = Number {
        is_digits: true,
        is_plain: tail.is_empty() && !head.contains([',', '.']) && prefix.is_empty(),
        prefix,
        ..Number::in_words(document, first..last + 1, Shape::Cardinal, mantissa)
    };
    number.span.end = (start + length) as u32;
    if matches!(tail, "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH") {
        number.shape = Shape::Ordinal;
        number.span.end += tail.len() as u32;
        return (mantissa.step() >= 1.).then_some(number);
    }
    number.tail = tail;
    grouped_by_spaces(document, &mut number, head)
        .or_else(|| power::read(document, &number, mantissa))
        .or_else(|| separated::read(document, &number, head))
        .or_else(|| mixed::in_digits(document, &number, mantissa))
        .or_else(|| magnified(document, number, mantissa))
        .map(|n| mixed::compound(document, n))
        .map(|n| mixed::with_part(document, n))
        .map(|n| negated(document, n))
}

/// "10 000", "1 250 000", "1 234,5": groups of three digits separated by spaces, the last perhaps with a fraction.
fn grouped_by_spaces<'t>(document: &Document<'t>, number: &mut Number<'t>, head: &str) -> Option<Number<'t>> {
    let first = number.tokens.end;
    if head.len() > 3 || !head.bytes().all(|b| b.is_ascii_digit()) || !number.tail.is_empty() {
        return None;
    }
    let mut written = head.to_owned();
    let mut end = first;
    while let Some(group) = group_of_three(document, end).filter(|_| written.len() < 15) {
        written.push_str(&group.replace(',', "."));
        end += 1;
        if group.len() > 3 {
            break;
        }
    }
    (end > first).then_some(())?;
    let value = Decimal::read(&written)?;
    *number = extended(document, number, end);
    magnified(document, number.clone(), value)
}

/// Three digits at token `at`, or three with a fraction, one space after what stands before.
fn group_of_three<'d>(document: &'d Document, at: usize) -> Option<&'d str> {
    let token = document.tokens.get(at).filter(|t| t.kind == TokenKind::Number && t.spaced)?;
    let gap = &document.text[document.tokens[at - 1].span.end as usize..token.span.start as usize];
    let is_one_space = gap.chars().count() == 1 && !gap.starts_with(['\n', '\t']);
    let word = document.word(at);
    let (whole, fraction) = word.split_at(word.find(['.', ',']).unwrap_or(word.len()));
    let is_fraction =
        fraction.is_empty() || (2..=3).contains(&fraction.len()) && fraction[1..].bytes().all(|b| b.is_ascii_digit());
    (is_one_space && whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit()) && is_fraction).then_some(word)
}

/// "-5", "−5", "minus 5", "minus-5", "$-5": less than nothing.
fn negated<'t>(document: &Document<'t>, mut number: Number<'t>) -> Number<'t> {
    let start = number.tokens.start;
    let lower = |back: usize| if start >= back { document.lower(start - back) } else { "" };
    let opens = |i: usize| {
        document.tokens[i].spaced
            || i > 0 && (matches!(document.word(i - 1), "(" | "~" | "<" | ">" | "=") || is_sign(document, i - 1))
    };
    let taken = match lower(1) {
        "minus" | "negative" => 1,
        "-" if matches!(lower(2), "minus" | "negative") => 2,
        "-" | "\u{2212}" | "\u{2013}" if !document.tokens[start].spaced && opens(start - 1) && lower(2) != "covid" => 1,
        _ => return number,
    };
    number.tokens.start -= taken;
    number.span.start = document.tokens[start - taken].span.start;
    (number.value, number.mantissa, number.decimal) = (-number.value, -number.mantissa, number.decimal.negated());
    number.is_plain = false;
    number
}
