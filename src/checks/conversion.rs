//! "1,000 kilometres (620 miles)": does the second say the first?

use super::rounding::{Interval, slack};
use super::{Check, Computed, Found, Kind, Scan};
use crate::model::{is_word, lists};
use crate::quantities::{Kind as Quality, Quantity};

/// Each quantity that restates another.
pub fn find(scan: &Scan) -> Vec<Check> {
    scan.quantities.iter().filter_map(|two| check(scan, &scan.quantities[two.restates?], two)).collect()
}

fn check(scan: &Scan, one: &Quantity, two: &Quantity) -> Option<Check> {
    if one.kind == Quality::Money {
        return currencies(scan, one, two);
    }
    let (from, to) = (one.unit.as_deref()?, two.unit.as_deref()?);
    let ends = pairs(one, two)?;
    let ratio = factors(from)[0] / factors(to)[0];
    let fits = |convert: &dyn Fn(f64) -> f64| {
        ends.iter().all(|&(x, y)| {
            Interval::around(x, slack(one, x)).map(convert).meets(Interval::around(y, truncated(two, y)))
        })
    };
    // A gallon may be American or imperial, a ton metric, short or long: the text is believed if one of them fits.
    let others = || factors(from).iter().any(|a| factors(to).iter().any(|b| fits(&|v| convert(v, from, to, a / b))));
    // "a rise of 2 degrees Celsius (3.6 Fahrenheit)" is no temperature but a difference.
    let degrees = difference_of_degrees(from, to).filter(|d| fits(&|v| v * d));
    // "25km (15m)": miles.
    let is_mile = from == "km" && to == "m" && fits(&|v| v / 1.609_344);
    // "100 terawatts (a trillion watts)" tells what one is.
    let is_gloss = ends.last()?.1 == convert(1., from, to, ratio) && ends.last()?.0 != 1.;
    (!(is_mile || is_gloss && degrees.is_none())).then_some(())?;
    let last = ends.last()?.0;
    let computed = degrees.map_or_else(|| convert(last, from, to, ratio), |d| last * d);
    let agrees = degrees.is_some() || others() || fits_by_fives(one, two, ratio);
    // Whole numbers hide much where they are small, and writers round freely: near and far are distinguished, the rest is left.
    let off = (computed / ends.last()?.1 - 1.).abs();
    let is_doubtful = if agrees { off > SUREST_OFF } else { off < LEAST_OFF };
    (!(is_doubtful || degrees.is_none() && is_warming(scan, one, from, to))).then_some(())?;
    let computed = Computed::Number { value: computed, unit: Some(to.to_owned()) };
    Some(
        Found { kind: Kind::Conversion, rule: "restated in another unit", agrees, computed }
            .over(&[one.span, two.span])
            .judging(two.span, came_to(one, last, &|v| degrees.map_or_else(|| convert(v, from, to, ratio), |d| v * d))),
    )
}

/// What the first may come to within its own rounding.
fn came_to(one: &Quantity, value: f64, convert: &dyn Fn(f64) -> f64) -> Option<Interval> {
    Some(Interval::around(value, slack(one, value)).map(convert))
}

/// A conversion that is off by more than this share is not said to agree, whatever the rounding.
const SUREST_OFF: f64 = 0.075;
/// One that is off by less than this share is no slip, whatever the digits.
const LEAST_OFF: f64 = 0.02;

/// "30 miles per hour (45 kilometers per hour)": weather services give both in steps of five.
fn fits_by_fives(one: &Quantity, two: &Quantity, ratio: f64) -> bool {
    let in_fives =
        |q: &Quantity| q.value.filter(|v| v % 5. == 0. && q.unit.as_deref().is_some_and(|u| u.ends_with("/h")));
    let Some((a, b)) = in_fives(one).zip(in_fives(two)) else { return false };
    Interval::around(a * ratio, 2.5 * ratio).meets(Interval::around(b, 2.5))
}

/// "warming of 1.5°C (34.7°F)": a difference that was converted as if it were a temperature.
fn is_warming(scan: &Scan, one: &Quantity, from: &str, to: &str) -> bool {
    let tokens = scan.document.sentences[scan.document.sentence_of(one.tokens.start)].tokens.clone();
    difference_of_degrees(from, to).is_some() && tokens.into_iter().any(|i| is_word(scan.document.lower(i), "warming"))
}

/// As far as the number may be off, also where the rest was cut away instead of rounded: 4,729 for 4,729.8.
fn truncated(quantity: &Quantity, number: f64) -> f64 {
    slack(quantity, number).max(quantity.step.min(0.005 * number.abs()))
}

fn difference_of_degrees(from: &str, to: &str) -> Option<f64> {
    match (from, to) {
        ("Cel" | "K", "[degF]") => Some(1.8),
        ("[degF]", "Cel" | "K") => Some(1. / 1.8),
        ("Cel", "K") | ("K", "Cel") => Some(1.),
        _ => None,
    }
}

/// The numbers that belong together: value with value, end with end.
fn pairs(one: &Quantity, two: &Quantity) -> Option<Vec<(f64, f64)>> {
    if let (Some(low), Some(high), Some(low2), Some(high2)) = (one.low, one.high, two.low, two.high) {
        return Some(vec![(low, low2), (high, high2)]);
    }
    Some(vec![(super::rounding::value(one)?, super::rounding::value(two)?)])
}

fn convert(value: f64, from: &str, to: &str, ratio: f64) -> f64 {
    match (from, to) {
        ("Cel", "[degF]") => value * 1.8 + 32.,
        ("[degF]", "Cel") => (value - 32.) / 1.8,
        ("Cel", "K") => value + 273.15,
        ("K", "Cel") => value - 273.15,
        ("[degF]", "K") => (value - 32.) / 1.8 + 273.15,
        ("K", "[degF]") => (value - 273.15) * 1.8 + 32.,
        _ => value * ratio,
    }
}

/// What one of `unit` is in its base unit, the likeliest meaning first.
fn factors(unit: &str) -> Vec<f64> {
    let row = lists().unit_codes.get(unit).unwrap_or_default();
    let factors: Vec<f64> = row.split(['\t', ' ']).skip(1).filter_map(|f| f.parse().ok()).collect();
    if factors.is_empty() { vec![1.] } else { factors }
}

/// A currency whose rate has moved by more than this factor since 2000 is never said to agree.
const WIDEST_RATE: f64 = 2.5;

/// A rate that no year since 2000 has come near, by this factor and more, is a slip of the thousands.
const IMPLAUSIBLE: f64 = 3.;

/// Currencies: rates move, so only what no rate since 2000 explains is a slip, and only what a steady rate explains agrees.
fn currencies(scan: &Scan, one: &Quantity, two: &Quantity) -> Option<Check> {
    // "francs", "pesos", "pounds": whose?
    (!is_shared_name(scan, one) && !is_shared_name(scan, two)).then_some(())?;
    let middle = |q: &Quantity| super::rounding::value(q).or_else(|| Some((q.low? + q.high?) / 2.));
    let (a, b) = (middle(one)?, middle(two)?);
    let code = |q: &Quantity| q.unit.as_deref().and_then(|u| u.split('/').next()).map(str::to_owned);
    let (from, to) = (code(one)?, code(two)?);
    let rate = |code: &str| {
        let (low, high) = lists().rates.get(&code.to_lowercase())?.split_once('\t')?;
        Some((low.parse::<f64>().ok()?, high.parse::<f64>().ok()?))
    };
    let ((low_a, high_a), (low_b, high_b)) = (rate(&from)?, rate(&to)?);
    (a > 0. && b > 0.).then_some(())?;
    let ratio = b / a;
    let (low, high) = (low_b / high_a, high_b / low_a);
    let agrees = (low..=high).contains(&ratio);
    let is_slip = !(low / IMPLAUSIBLE..=high * IMPLAUSIBLE).contains(&ratio);
    (is_slip || agrees && high / low <= WIDEST_RATE).then_some(())?;
    let middle = a * (low_b * high_b).sqrt() / (low_a * high_a).sqrt();
    let mut check = Found {
        kind: Kind::Conversion,
        rule: "restated in another currency",
        agrees,
        computed: Computed::Number { value: significant(middle), unit: Some(to) },
    }
    .over(&[one.span, two.span]);
    check.magnitude = true;
    Some(check.judging(two.span, Some(Interval { low: a * low, high: a * high })))
}

/// Whether the words of a sum name its currency by a word that several countries have.
fn is_shared_name(scan: &Scan, quantity: &Quantity) -> bool {
    quantity.tokens.clone().any(|at| {
        lists()
            .currencies
            .get(scan.document.lower(at))
            .is_some_and(|row| row.split('\t').nth(3).is_some_and(|cues| !cues.is_empty()))
    })
}

/// One significant digit: nothing more is known of it.
fn significant(value: f64) -> f64 {
    format!("{value:.0e}").parse().unwrap_or(value)
}
