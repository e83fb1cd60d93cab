//! How far a number may be from what it stands for, by the rounding that it shows.

use crate::quantities::{Kind, Quantity};

/// Trailing zeros may be exact or round; more than this share of the value they do not hide (the worst honest
/// conversion among 85 in real news was 7 % off, with both sides round).
const MOST_ROUND: f64 = 0.05;

/// A closed interval.
#[derive(Clone, Copy, Debug)]
pub struct Interval {
    /// Least.
    pub low: f64,
    /// Most.
    pub high: f64,
}

impl Interval {
    /// `value`, give or take `slack`.
    pub fn around(value: f64, slack: f64) -> Interval {
        Interval { low: value - slack, high: value + slack }
    }

    /// Whether the two share a number; a rounding error of the machine counts for nothing.
    pub fn meets(self, other: Interval) -> bool {
        let grain = 1e-9 * (self.high.abs() + other.high.abs());
        self.low <= other.high + grain && other.low <= self.high + grain
    }

    /// Through a function that rises or falls all the way.
    pub fn map(self, f: impl Fn(f64) -> f64) -> Interval {
        let (a, b) = (f(self.low), f(self.high));
        Interval { low: a.min(b), high: a.max(b) }
    }
}

/// The single number of a quantity, or the bound that it states.
pub fn value(quantity: &Quantity) -> Option<f64> {
    match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) | (None, Some(value), None) | (None, None, Some(value)) => Some(value),
        _ => None,
    }
}

/// How far `quantity`, that shows `number`, may be from the truth.
pub fn slack(quantity: &Quantity, number: f64) -> f64 {
    slack_of(number, quantity.step, quantity.magnitude) * if quantity.approximate { 2. } else { 1. }
}

fn slack_of(number: f64, step: f64, magnitude: i32) -> f64 {
    let unit = 10f64.powi(magnitude);
    // "62", "4.5", "1.2 million": the last digit is meant. "60", "1,000": perhaps.
    if step <= unit && magnitude == 0 {
        return step / 2.;
    }
    let least = if magnitude == 0 { 0.5 } else { 0. };
    (step / 2.).min(MOST_ROUND * number.abs()).max(least)
}

/// Whole numbers below this one are what they say where they are counted one by one, also with noughts at their end.
const LARGEST_EXACT: f64 = 1000.;

/// How far a number that changed may be from what it says: "from 60 to 80 schools" is no guess.
pub fn slack_of_counted(quantity: &Quantity, number: f64) -> f64 {
    let is_whole = number.fract() == 0. && number.abs() < LARGEST_EXACT && quantity.magnitude == 0;
    if is_whole && !quantity.approximate { 0.5 } else { slack(quantity, number) }
}

/// How far a percentage that was worked out may be: "60 percent" is a rounded number, but hardly of 55.
pub fn percent_slack(percent: &Quantity, number: f64) -> f64 {
    if percent.approximate { slack(percent, number).min(3.) } else { slack(percent, number).min(1.) }
}

/// What `quantity` may be: a count below a thousand is what it says.
pub fn interval(quantity: &Quantity) -> Option<Interval> {
    let number = value(quantity)?;
    let is_exact = quantity.kind == Kind::Count
        && !quantity.approximate
        && number.abs() < LARGEST_EXACT
        && quantity.magnitude == 0
        && number.fract() == 0.;
    let slack = if is_exact { 0. } else { slack(quantity, number) };
    Some(Interval::around(number, slack))
}
