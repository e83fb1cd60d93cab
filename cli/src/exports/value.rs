//! Numbers with their units, and times, for people.

use super::date::{date, day_number, range};
use super::number::{Digits, decimal};
use crate::reading::words;
use onrecord::report::{Quantity, Time, TimeKind};
use std::collections::HashMap;
use std::sync::LazyLock;

const UP_TO_6: Digits = Digits { least: 0, most: 6 };

/// How a unit is written.
struct Unit {
    sign: &'static str,
    /// In full: for one, for many.
    names: Option<(&'static str, &'static str)>,
}

/// By its code in UCUM.
static UNITS: LazyLock<HashMap<&str, Unit>> = LazyLock::new(|| {
    let rows = include_str!("units.tsv").lines().skip(1);
    rows.map(|row| {
        let mut cells = row.split('\t');
        let mut next = || cells.next().unwrap_or("");
        let (code, sign, one, many) = (next(), next(), next(), next());
        (code, Unit { sign, names: (!one.is_empty()).then_some((one, many)) })
    })
    .collect()
});

/// By the code of ISO 4217.
static CURRENCIES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| include_str!("currencies.tsv").lines().skip(1).filter_map(|row| row.split_once('\t')).collect());

/// The value of a quantity; nothing if it has none.
pub fn quantity(quantity: &Quantity) -> Option<String> {
    let unit = quantity.unit.as_deref().unwrap_or("");
    let show = |value: f64| with_unit(value, unit);
    if let Some(parts) = &quantity.parts {
        return Some(parts.iter().map(|&part| decimal(part, 0, UP_TO_6)).collect::<Vec<_>>().join(" – "));
    }
    match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) if quantity.approximate => Some(words::about(&show(value))),
        (Some(value), ..) => Some(show(value)),
        (_, Some(low), Some(high)) => Some(format!("{} – {}", decimal(low, 0, UP_TO_6), show(high))),
        (_, Some(low), _) => Some(words::at_least(&show(low))),
        (_, _, Some(high)) => Some(words::at_most(&show(high))),
        _ => None,
    }
}

/// A value in a unit: UCUM, ISO 4217, "%", `[pp]`, or nothing.
fn with_unit(value: f64, unit: &str) -> String {
    let number = decimal(value, 0, UP_TO_6);
    match unit {
        "" => return number,
        "%" => return decimal(value / 100.0, 2, Digits { least: 0, most: 4 }) + "%",
        "[pp]" => return words::percentage_points(&number),
        _ if is_currency(unit) => return money(value, unit),
        _ => {}
    }
    if let Some(names) = UNITS.get(unit).and_then(|unit| unit.names) {
        return with_name(&number, names);
    }
    // "$76 a barrel".
    match unit.split_once('/') {
        Some((currency, per)) if is_currency(currency) && !per.is_empty() => {
            format!("{}/{}", money(value, currency), sign(per))
        }
        _ => format!("{number} {}", words::unit(&sign(unit))),
    }
}

fn with_name(number: &str, (one, many): (&str, &str)) -> String {
    let is_one = number.trim_start_matches('-') == "1";
    format!("{number} {}", if is_one { one } else { many })
}

fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// "$1.50", "-$5", "RUB 300".
fn money(value: f64, currency: &str) -> String {
    let least = if value.fract() == 0.0 { 0 } else { 2 };
    let amount = decimal(value, 0, Digits { least, most: 4 });
    let (minus, amount) = amount.strip_prefix('-').map_or(("", amount.as_str()), |amount| ("-", amount));
    let sign = CURRENCIES.get(currency).copied().unwrap_or(currency);
    let space = if sign.ends_with(|letter: char| letter.is_alphabetic() || letter == '.') { "\u{a0}" } else { "" };
    format!("{minus}{sign}{space}{amount}")
}

/// "[bbl_us]/d" is bbl/d, "{TEU}" is TEU.
fn sign(unit: &str) -> String {
    if let Some(known) = UNITS.get(unit).filter(|unit| !unit.sign.is_empty()) {
        return known.sign.to_owned();
    }
    match unit.rsplit_once('/') {
        Some((over, under)) if !over.is_empty() => format!("{}/{}", sign(over), sign(under)),
        _ => without_suffixes(&unit.replace(['[', ']', '{', '}'], "")),
    }
}

/// "mi_i" is mi: what follows a `_` says which of several.
fn without_suffixes(unit: &str) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut parts = unit.split('_');
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        plain += part.trim_start_matches(is_word);
    }
    plain
}

/// The days that a time covers, in words; nothing if it is not resolved.
pub fn time(time: &Time) -> Option<String> {
    if time.kind == TimeKind::Duration {
        return duration(&time.value);
    }
    let from = time.from.as_deref()?;
    if from.contains('T') {
        return Some(format!("{}, {}", date(from), from.get(11..16).unwrap_or("")));
    }
    let (first, until) = (day_number(from), time.until.as_deref().and_then(day_number));
    match (first, until) {
        (Some(first), Some(until)) if until - first != 1 => {
            let value = time.value.as_str();
            Some(if is_year_or_month(value) { date(value) } else { range(first, until - 1) })
        }
        _ => Some(date(from)),
    }
}

/// "2023" and "2023-09".
fn is_year_or_month(value: &str) -> bool {
    let fits = |(i, byte): (usize, u8)| if i == 4 { byte == b'-' } else { byte.is_ascii_digit() };
    matches!(value.len(), 4 | 7) && value.bytes().enumerate().all(fits)
}

/// "P2D", "PT30M": one number and one letter.
fn duration(value: &str) -> Option<String> {
    let value = value.strip_prefix('P')?;
    let (clock, value) = value.strip_prefix('T').map_or((false, value), |value| (true, value));
    let unit = match (clock, value.chars().last()?) {
        (true, 'H') => "h",
        (true, 'M') => "min",
        (true, 'S') => "s",
        (false, 'Y') => "a",
        (false, 'M') => "mo",
        (false, 'W') => "wk",
        (false, 'D') => "d",
        _ => return None,
    };
    let number = &value[..value.len() - 1];
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let number = number.parse().ok().filter(|_| is_number(whole) && is_number(fraction))?;
    Some(with_name(&decimal(number, 0, Digits { least: 0, most: 3 }), UNITS.get(unit)?.names?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, unit: &str, expected: &str) {
        assert_eq!(with_unit(value, unit), expected);
    }

    #[test]
    fn units() {
        check(1000.0, "km", "1,000 kilometers");
        check(1.0, "[ft_i]", "1 foot");
        check(-1.0, "Cel", "-1 degree Celsius");
        check(1.5, "[mi_i]", "1.5 miles");
        check(3.0, "[nmi_i]", "3 nmi");
        check(4.0, "t", "4 tonnes");
        check(5.0, "[bbl_us]/d", "5 bbl/d");
        check(6.0, "{TEU}", "6 TEU");
        check(7.0, "m[H2O]/_x_y.z", "7 mH2O/.z");
        check(8.0, "/d", "8 /d");
        check(9.0, "", "9");
    }

    #[test]
    fn money_and_shares() {
        check(1.5, "USD", "$1.50");
        check(-5.0, "EUR", "-€5");
        check(300.0, "RUB", "RUB\u{a0}300");
        check(0.1234, "XCG", "Cg.\u{a0}0.1234");
        check(76.0, "USD/[bbl_us]", "$76/bbl");
        check(4.5, "%", "4.5%");
        check(2.0, "[pp]", "2 percentage points");
        check(2.0, "usd", "2 usd");
        check(2.0, "USD/", "2 USD/");
    }

    #[test]
    fn durations() {
        let said = ["P2D", "PT1M", "P1M", "P1.5Y", "PT30S", "P1Y2M", "P", "PXD", "PT2D", "P.5D", "Pé", "PAST_REF"]
            .map(duration);
        let said: Vec<&str> = said.iter().map(|said| said.as_deref().unwrap_or("-")).collect();
        assert_eq!(
            said,
            ["2 days", "1 minute", "1 month", "1.5 years", "30 seconds", "-", "-", "-", "-", "-", "-", "-"]
        );
    }
}
