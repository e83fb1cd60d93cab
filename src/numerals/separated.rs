//! Numbers in text that a corpus has separated at every mark: "6 . 2 %", "10 , 000 monkeys", "7 3 / 4 %".

use super::decimal::Decimal;
use super::number::{Number, extended};
use super::scale::{fraction, magnified};
use super::words;
use crate::document::{Document, TokenKind};
use crate::model::lists;

/// The whole number, if the number at hand is only its beginning.
pub fn read<'t>(document: &Document<'t>, number: &Number<'t>, head: &str) -> Option<Number<'t>> {
    number.tail.is_empty().then_some(())?;
    point(document, number, head)
        .or_else(|| thousands(document, number, head))
        .or_else(|| slash(document, number.tokens.start, number.tokens.end, head))
        .or_else(|| mixed(document, number, head))
}

/// Whether `mark` stands at token `at` with white space on both sides, and digits after it.
fn parts(document: &Document, at: usize, mark: &str) -> bool {
    let spaced = |i: usize| document.tokens.get(i).is_some_and(|t| t.spaced);
    spaced(at) && spaced(at + 1) && document.word(at) == mark && is_plain(document, at + 1)
}

fn is_plain(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Number && document.word(at).bytes().all(|b| b.is_ascii_digit())
}

/// "6 . 2 %", "1 . 6 billion": only before what makes it a number for sure.
fn point<'t>(document: &Document<'t>, number: &Number<'t>, head: &str) -> Option<Number<'t>> {
    let end = number.tokens.end;
    parts(document, end, ".").then_some(())?;
    let goes_on = lists().units.get(document.lower_at(end as isize + 2)).is_some_and(|row| row.contains("\tpercent\t"))
        || words::magnitude(document, end + 2).is_some();
    let value = Decimal::read(&format!("{head}.{}", document.word(end + 1))).filter(|_| goes_on)?;
    magnified(document, extended(document, number, end + 2), value)
}

/// "10 , 000 monkeys"; not the list "5 , 118 , 200".
fn thousands<'t>(document: &Document<'t>, number: &Number<'t>, head: &str) -> Option<Number<'t>> {
    let end = number.tokens.end;
    (parts(document, end, ",") && head.len() <= 3 && document.word(end + 1).len() == 3).then_some(())?;
    (document.lower_at(end as isize + 2) != ",").then_some(())?;
    let value = Decimal::read(&format!("{head}{}", document.word(end + 1)))?;
    magnified(document, extended(document, number, end + 2), value)
}

/// "1 / 4", and "1⁄4" with the sign that is made for it.
fn slash<'t>(document: &Document<'t>, first: usize, end: usize, over: &str) -> Option<Number<'t>> {
    let is_sign = document.lower_at(end as isize) == "\u{2044}" && end + 1 < document.tokens.len();
    (is_sign && is_plain(document, end + 1) || parts(document, end, "/")).then_some(())?;
    fraction(document, first..end + 2, over, document.word(end + 1), "")
}

/// "7 3 / 4".
fn mixed<'t>(document: &Document<'t>, number: &Number<'t>, head: &str) -> Option<Number<'t>> {
    let next = number.tokens.end;
    (document.tokens.get(next).is_some_and(|t| t.spaced) && is_plain(document, next)).then_some(())?;
    let part = slash(document, next, next + 1, document.word(next))?;
    let whole: f64 = head.parse().ok()?;
    let mut number = extended(document, number, part.tokens.end);
    (number.value, number.mantissa, number.step) = (whole + part.value, whole + part.value, part.step);
    Some(number)
}
