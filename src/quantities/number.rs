//! Tokens to numbers: digits and words to a decimal value, before anybody asks what is counted.

use super::decimal::Decimal;
use super::words;
use super::{mixed, parted, power};
use crate::document::{Document, Span, TokenKind};
use crate::model::lists;
use std::ops::Range;

/// How a number is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// "1,200", "twelve", "half a million".
    Cardinal,
    /// "13th", "first".
    Ordinal,
    /// "two-thirds", "1/4", "half".
    Fraction,
    /// "hundreds", "tens of thousands": at least `value`, which is twice the unit.
    Vague,
}

/// A number in the text.
#[derive(Clone, Debug)]
pub struct Number<'t> {
    /// The tokens that it touches.
    pub tokens: Range<usize>,
    /// Its bytes, without the letters that stick to it.
    pub span: Span,
    /// How it is said.
    pub shape: Shape,
    /// Its value.
    pub value: f64,
    /// The same in decimal; what a share comes to is no decimal.
    pub decimal: Decimal,
    /// One unit in the last place that it shows: 100 for 4,500.
    pub step: f64,
    /// The value before words and letters of magnitude: 1.2 in "1.2 billion".
    pub mantissa: f64,
    /// The power of ten that those stand for: 9 in "1.2 billion".
    pub magnitude: i32,
    /// Letters before its digits in the same word: "RM" of "RM23.50".
    pub prefix: &'t str,
    /// Letters behind its digits in the same word, other than of magnitude: "km" of "80km".
    pub tail: &'t str,
    /// Written in digits.
    pub is_digits: bool,
    /// Bare digits, which a name, a year or a house may have.
    pub is_plain: bool,
}

impl<'t> Number<'t> {
    /// A number said in words.
    pub(super) fn in_words(document: &Document<'t>, tokens: Range<usize>, shape: Shape, value: Decimal) -> Number<'t> {
        Number {
            span: document.span(tokens.start, tokens.end - 1),
            tokens,
            shape,
            value: value.value(),
            decimal: value,
            step: value.step(),
            mantissa: value.value(),
            magnitude: 0,
            prefix: "",
            tail: "",
            is_digits: false,
            is_plain: false,
        }
    }
}

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
        TokenKind::Word => prefixed(document, at).or_else(|| words::read(document, at)),
        TokenKind::Symbol => fraction_sign(document, at, at),
        TokenKind::Punctuation if document.word(at) == "." => point(document, at),
        _ => None,
    }
}

/// ".001": digits behind a full stop that nothing stands before.
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
    // "$US5", "$A5": these letters are a currency only behind its sign; "the A380" is a plane.
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
        // "from R25": the road would be "the R25".
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
        .or_else(|| parted::read(document, &number, head))
        .or_else(|| mixed::in_digits(document, &number, mantissa))
        .or_else(|| magnified(document, number, mantissa))
        .map(|n| mixed::compound(document, n))
        .map(|n| mixed::with_part(document, n))
        .map(|n| negated(document, n))
}

/// "10 000", "1 250 000", "1 234,5": groups of three digits parted by spaces, the last perhaps with a fraction.
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

/// Three digits at token `at`, or three with a fraction, one space behind what stands before.
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

/// The same number, up to token `end`.
pub(super) fn extended<'t>(document: &Document<'t>, number: &Number<'t>, end: usize) -> Number<'t> {
    let mut number = number.clone();
    number.tokens.end = end;
    number.span.end = document.tokens[end - 1].span.end;
    number.is_plain = false;
    number
}

/// With the words and letters of magnitude that follow: "4.5m", "1.2 billion", "4 hundred million", "US$ 5 m".
pub(super) fn magnified<'t>(document: &Document<'t>, mut number: Number<'t>, mantissa: Decimal) -> Option<Number<'t>> {
    let mut power = 0;
    if !number.tail.is_empty()
        && let Some(letters) = magnitude_letters(document, &number)
    {
        power = letters;
        number.span.end += number.tail.len() as u32;
        number.tail = "";
    }
    if power == 0
        && number.is_digits
        && number.tail.is_empty()
        && let Some(letter) = lone_letter(document, number.tokens.end)
    {
        power = letter;
        number = extended(document, &number, number.tokens.end + 1);
    }
    let mut value = mantissa;
    while number.tail.is_empty() {
        let end = number.tokens.end;
        let hyphen = usize::from(words::is_hyphen(document, end) && power == 0);
        // "$1.1. million": a slip of the finger, not the end of a sentence.
        let stop = usize::from(
            hyphen == 0
                && power == 0
                && number.is_digits
                && document.lower_at(end as isize) == "."
                && !document.tokens[end].spaced
                && document.lower_at(end as isize + 1).ends_with("illion")
                && number.mantissa.fract() != 0.,
        );
        let hyphen = hyphen + stop;
        let Some((exponent, dozen)) = words::magnitude(document, end + hyphen) else { break };
        // "1.5 lakh crore", "4 hundred million", "2 thousand crore"; not "5 million billion".
        let stacks = power <= 3 || power == 5 && exponent == 7;
        if exponent == 0 && dozen == 1 || !stacks || hyphen == 1 && stop == 0 && document.tokens[end + 1].spaced {
            break;
        }
        power += exponent;
        value = value.times(Decimal::whole(dozen))?;
        number = extended(document, &number, end + hyphen + 1);
    }
    let whole = value.shifted(power);
    number.is_plain &= power == 0;
    (number.value, number.step, number.decimal) = (whole.value(), whole.step(), whole);
    (number.mantissa, number.magnitude) = (value.value(), power);
    Some(number)
}

/// The power of ten of the letters behind the digits; "m" and "b" only where money or what can be counted follows.
fn magnitude_letters(document: &Document, number: &Number) -> Option<i32> {
    let is_money = !number.prefix.is_empty() || follows_sign(document, number.tokens.start);
    let counts = || {
        let next = number.tokens.end;
        document.tokens.get(next).is_some_and(|t| t.spaced && t.kind == TokenKind::Word)
            && (is_plural(document.lower(next)) || currency_follows(document, next))
    };
    match number.tail {
        "bn" | "Bn" | "BN" | "bln" => Some(9),
        "mn" | "Mn" | "mln" | "MM" | "mm" if number.tail != "mm" || is_money => Some(6),
        "tn" | "trn" => Some(12),
        // "a 4K television", "a 10K run".
        "k" | "K" if is_money || number.mantissa != 4. && !is_race(document, number) => Some(3),
        "m" if is_money
            || counts()
            || is_share(document, number.tokens.end)
            || number.mantissa.fract() != 0. && follows_audience(document, number.tokens.start) =>
        {
            Some(6)
        }
        "M" => Some(6),
        "mil" | "Mil" => Some(6),
        "bil" | "Bil" if is_money => Some(9),
        "cr" | "Cr" if is_money => Some(7),
        "b" | "B" if is_money || counts() || number.mantissa.fract() != 0. => Some(9),
        "t" | "T" if is_money => Some(12),
        _ => None,
    }
}

/// "48m of its kettles".
fn is_share(document: &Document, at: usize) -> bool {
    document.lower_at(at as isize) == "of"
        && matches!(
            document.lower_at(at as isize + 1),
            "its" | "their" | "the" | "these" | "our" | "his" | "her" | "those"
        )
        && (2..4).any(|i| is_plural(document.lower_at((at + i) as isize)))
}

/// "Ticket sales hit 6.3m": what is counted by the million stands before.
fn follows_audience(document: &Document, at: usize) -> bool {
    (1..=4).any(|back| crate::model::is_word(document.lower_at(at as isize - back), "audience"))
}

/// "7 B coins": a capital letter that stands alone before what is counted.
fn lone_letter(document: &Document, at: usize) -> Option<i32> {
    let counts = document.tokens.get(at + 1).is_some_and(|t| t.spaced && is_plural(document.lower(at + 1)));
    match document.tokens.get(at).map(|_| document.word(at)) {
        Some("B") if counts => Some(9),
        Some("M") if counts => Some(6),
        _ => None,
    }
}

fn is_race(document: &Document, number: &Number) -> bool {
    matches!(
        document.lower_at(number.tokens.end as isize),
        "run" | "runs" | "race" | "races" | "runner" | "runners" | "walk"
    )
}

/// A currency sign stands right before, perhaps with a minus between.
pub fn follows_sign(document: &Document, at: usize) -> bool {
    (1..=2).any(|back| at >= back && is_sign(document, at - back) && (back == 1 || document.word(at - 1) == "-"))
}

/// "$", "US$", "£", "Rs", "USD": stands before the number.
pub fn is_sign(document: &Document, at: usize) -> bool {
    lists().currencies.get(document.lower(at)).is_some_and(|row| {
        row.contains("\tsign")
            || row.contains("\tboth") && document.word(at).bytes().all(|b| b.is_ascii_uppercase())
            || row.contains("\tbefore") && document.word(at).len() > 1 && document.is_capitalized(at)
    })
}

fn currency_follows(document: &Document, at: usize) -> bool {
    lists().currencies.longest(document, at).is_some_and(|(_, row)| row.contains("\tword") || row.contains("\tboth"))
}

/// A noun in the plural, by its look.
pub fn is_plural(word: &str) -> bool {
    words::IRREGULAR_PLURALS.contains(&word)
        || word.len() > 4 && word.ends_with("men")
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
}

/// "1/4", where the lower number is one that things are cut into.
pub(super) fn fraction<'t>(
    document: &Document<'t>,
    tokens: Range<usize>,
    over: &str,
    under: &str,
    tail: &'t str,
) -> Option<Number<'t>> {
    let (over, under): (u32, u32) = (over.parse().ok()?, under.parse().ok()?);
    (0 < over && over < under && matches!(under, 2..=6 | 8 | 10 | 12 | 16 | 20 | 32 | 40 | 50 | 64 | 100 | 128))
        .then_some(())?;
    let (over, under) = (f64::from(over), f64::from(under));
    let mut number = Number::in_words(document, tokens, Shape::Fraction, Decimal::whole(1));
    number.span.end -= tail.len() as u32;
    (number.value, number.mantissa, number.step) = (over / under, over / under, 1. / under);
    (number.is_digits, number.tail) = (true, tail);
    Some(number)
}

/// "½" at token `at`; the number begins at token `first`.
pub(super) fn fraction_sign<'t>(document: &Document<'t>, first: usize, at: usize) -> Option<Number<'t>> {
    let (over, under) = lists().number_words.get(document.word(at))?.strip_prefix("fraction\t")?.split_once('/')?;
    fraction(document, first..at + 1, over, under, "")
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
