//! Numbers with a part after them: "2 1/2", "2½", "five and three quarters", "3 million and a half", "3 hundred and 21".

use super::decimal::Decimal;
use super::number::{Number, extended};
use super::scale::{fraction, fraction_sign, magnified};
use super::whole;
use super::words::{self, Class, class};
use crate::document::{Document, TokenKind};

/// "2 1/2", "2½", "10 and a half".
pub fn in_digits<'t>(document: &Document<'t>, number: &Number<'t>, whole: Decimal) -> Option<Number<'t>> {
    number.is_plain.then_some(())?;
    let end = number.tokens.end;
    if let Some((part, after)) = and_part(document, end) {
        return magnified(document, extended(document, number, after), whole.plus(part)?);
    }
    let next = document.tokens.get(end).filter(|t| matches!(t.kind, TokenKind::Number | TokenKind::Symbol))?;
    let part = match next.kind {
        TokenKind::Symbol => fraction_sign(document, end, end)?,
        _ => slashed(document, end)?,
    };
    let value = whole.value() + part.value;
    let mut number = extended(document, number, part.tokens.end);
    (number.value, number.mantissa, number.step) = (value, value, part.step);
    number.tail = part.tail;
    number.span.end = part.span.end;
    Some(number)
}

/// The "1/2" of "2 1/2", which is one token.
fn slashed<'t>(document: &Document<'t>, at: usize) -> Option<Number<'t>> {
    let (over, rest) = document.word(at).split_once('/')?;
    let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (under, tail) = rest.split_at(length);
    fraction(document, at..at + 1, over, under, tail)
}

/// "and a half", "and three quarters", "and one fourth" from token `at` on: how much, and where it ends.
pub fn and_part(document: &Document, at: usize) -> Option<(Decimal, usize)> {
    if let Some(end) = half(document, at) {
        return Some((Decimal::share(1, 2), end));
    }
    (document.lower_at(at as isize) == "and").then_some(())?;
    let article = matches!(document.lower_at(at as isize + 1), "a" | "an");
    let (over, first) = if article {
        (1, at + 2)
    } else {
        let (over, end) = whole::whole_value(document, at + 1).filter(|(v, _)| (1..100).contains(v))?;
        (over, end + usize::from(words::is_hyphen(document, end)))
    };
    let under = match class(document, first)? {
        Class::Part(2) if over == 1 => 2,
        Class::Part(4) if over == 1 || over == 3 => 4,
        Class::Parts(under) if over > 1 => under,
        // "killed two and a third was wounded": only where the number ends, or goes on as one.
        Class::Ordinal(under @ 3..) if over == 1 && ends_number(document, first + 1) => under,
        _ => return None,
    };
    // "three and a quarter of them" is no number.
    (document.lower_at(first as isize + 1) != "of").then_some((Decimal::share(over, under), first + 1))
}

/// The rest of "three-and-a-half years" and of "two and half years": where it ends.
fn half(document: &Document, at: usize) -> Option<usize> {
    let skip = |i: usize| i + usize::from(words::is_hyphen(document, i));
    let and = skip(at);
    (document.lower_at(and as isize) == "and").then_some(())?;
    let article = skip(and + 1);
    let is_led = document.lower_at(article as isize) == "a";
    let half = if is_led { skip(article + 1) } else { article };
    let is_joined = and > at && is_led;
    let is_short = !is_led && crate::model::lists().units.has(document.lower_at(half as isize + 1));
    (document.lower_at(half as isize) == "half" && (is_joined || is_short)).then_some(half + 1)
}

fn ends_number(document: &Document, at: usize) -> bool {
    let Some(token) = document.tokens.get(at) else { return true };
    token.kind == TokenKind::Punctuation
        || words::magnitude(document, at).is_some()
        || crate::model::lists().units.has(document.lower(at))
}

/// "3 million and a half" is three and a half million; "one billion and a half million" adds half a million.
pub fn with_part<'t>(document: &Document<'t>, number: Number<'t>) -> Number<'t> {
    let more = || {
        (number.magnitude >= 3 && number.tail.is_empty()).then_some(())?;
        let (part, end) = and_part(document, number.tokens.end)?;
        let own = words::magnitude(document, end).filter(|&(power, one)| power >= 3 && one == 1);
        (own.is_none_or(|(power, _)| power < number.magnitude)).then_some(())?;
        let (power, end) = own.map_or((number.magnitude, end), |(power, _)| (power, end + 1));
        let value = number.decimal.plus(part.shifted(power))?;
        Some(summed(document, &number, value, end))
    };
    more().unwrap_or(number)
}

/// "3 hundred and 21", "4 thousand 3 hundred", "1 crore 20 lakh": what follows is smaller than the last magnitude.
pub fn compound<'t>(document: &Document<'t>, number: Number<'t>) -> Number<'t> {
    let more = || {
        (number.magnitude >= 2 && number.mantissa.fract() == 0. && number.tail.is_empty()).then_some(())?;
        let end = number.tokens.end;
        let and = usize::from(document.lower_at(end as isize) == "and");
        let at = end + and;
        let (value, after) = small(document, at)?;
        match words::magnitude(document, after) {
            // "3 hundred and 2 hundred" are two.
            Some((power, 1)) if and == 0 && (2..number.magnitude).contains(&power) => {
                let sum = number.decimal.plus(Decimal::whole(value).shifted(power))?;
                let mut number = summed(document, &number, sum, after + 1);
                (number.mantissa, number.magnitude) = (sum.shifted(-power).value(), power);
                Some(number)
            }
            None if and == 1 && number.magnitude == 2 && value < 100 => {
                Some(summed(document, &number, number.decimal.plus(Decimal::whole(value))?, after))
            }
            _ => None,
        }
    };
    match more() {
        Some(longer) => compound(document, longer),
        None => number,
    }
}

/// A whole number of one to three digits, or of words.
fn small(document: &Document, at: usize) -> Option<(i128, usize)> {
    let token = document.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        let word = document.word(at);
        return word.parse().ok().filter(|_| word.len() <= 3 && !word.starts_with('0')).map(|v| (v, at + 1));
    }
    whole::whole_value(document, at).filter(|(v, _)| (1..100).contains(v))
}

fn summed<'t>(document: &Document<'t>, number: &Number<'t>, value: Decimal, end: usize) -> Number<'t> {
    let mut number = extended(document, number, end);
    (number.value, number.step, number.decimal) = (value.value(), value.step(), value);
    number.mantissa = value.shifted(-number.magnitude).value();
    number
}
