//! Numbers as scientists write them: "1.99×10−30", "1.3x10^6", "1e10", "10⁶".

use super::decimal::Decimal;
use super::number::{Number, extended};
use crate::document::Document;

/// No article states a number beyond this power of ten.
const MOST_POWER: i32 = 60;

/// The number times ten to a power, or to a power itself.
pub fn read<'t>(document: &Document<'t>, number: &Number<'t>, mantissa: Decimal) -> Option<Number<'t>> {
    let (value, end) = exponential(document, number, mantissa)
        .or_else(|| times_ten(document, number, mantissa))
        .or_else(|| raised(document, number, mantissa))?;
    let mut number = extended(document, number, end);
    (number.value, number.step, number.decimal) = (value.value(), value.step(), value);
    number.mantissa = number.value;
    number.tail = "";
    Some(number)
}

/// "1e10", "12.32e+14".
fn exponential(document: &Document, number: &Number, mantissa: Decimal) -> Option<(Decimal, usize)> {
    let digits = number.tail.strip_prefix(['e', 'E'])?;
    let end = number.tokens.end;
    if digits.is_empty() {
        let (power, end) = signed(document, end).filter(|_| !document.tokens[end].spaced)?;
        return Some((shifted(mantissa, power)?, end));
    }
    Some((shifted(mantissa, digits.parse().ok()?)?, end))
}

/// "1.3x10^6", "1.3 x 10^6", "1.99×10−30", "2 × 10⁶".
fn times_ten(document: &Document, number: &Number, mantissa: Decimal) -> Option<(Decimal, usize)> {
    let end = number.tokens.end;
    let ten = if number.tail == "x10" {
        end - 1
    } else {
        let is_times = matches!(document.lower_at(end as isize), "x" | "×" | "·" | "*");
        (number.tail.is_empty() && is_times && document.lower_at(end as isize + 1) == "10").then_some(end + 1)?
    };
    let (power, end) = exponent(document, ten + 1)
        .or_else(|| signed(document, ten + 1).filter(|_| !document.tokens[ten + 1].spaced))?;
    Some((shifted(mantissa, power)?, end))
}

/// "10^6", "10⁶", "1.1^23".
fn raised(document: &Document, number: &Number, base: Decimal) -> Option<(Decimal, usize)> {
    number.tail.is_empty().then_some(())?;
    let (power, end) = exponent(document, number.tokens.end)?;
    if base == Decimal::whole(10) {
        return Some((shifted(Decimal::whole(1), power)?, end));
    }
    let value = (0..power.abs()).try_fold(Decimal::whole(1), |value, _| value.times(base))?;
    Some((if power < 0 { value.inverse()? } else { value }, end))
}

fn shifted(mantissa: Decimal, power: i32) -> Option<Decimal> {
    (power.abs() <= MOST_POWER).then(|| mantissa.shifted(power))
}

/// "^6", "^-4", "⁶", "⁻⁴" at token `at`.
fn exponent(document: &Document, at: usize) -> Option<(i32, usize)> {
    if document.lower_at(at as isize) == "^" {
        return signed(document, at + 1);
    }
    let mut end = at;
    let mut written = String::new();
    while let Some(token) = document.tokens.get(end).filter(|t| !t.spaced) {
        let Some(plain) = document.text[token.span.range()].chars().map(lowered).collect::<Option<String>>() else {
            break;
        };
        written.push_str(&plain);
        end += 1;
    }
    Some((written.parse().ok()?, end))
}

/// The plain sign for a raised one.
fn lowered(c: char) -> Option<char> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    match c {
        '⁻' => Some('-'),
        _ => RAISED.chars().position(|r| r == c).and_then(|d| char::from_digit(d as u32, 10)),
    }
}

/// "6", "-4", "+14", "−30" at token `at`.
fn signed(document: &Document, at: usize) -> Option<(i32, usize)> {
    let sign = match document.lower_at(at as isize) {
        "-" | "\u{2212}" | "\u{2013}" => -1,
        "+" => 1,
        _ => 0,
    };
    let digits = at + usize::from(sign != 0);
    let power: i32 = document.lower_at(digits as isize).parse().ok().filter(|p| *p <= MOST_POWER)?;
    Some((if sign < 0 { -power } else { power }, digits + 1))
}
