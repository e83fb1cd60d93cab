//! Whole numbers in words: "twenty-one", "one hundred and two", "a million".

use super::words::{Class, class, is_hyphen};
use crate::document::Document;

/// A whole number as it grows word by word.
pub(super) struct Sum {
    pub(super) total: i128,
    pub(super) current: i128,
    /// Magnitudes get smaller from left to right.
    pub(super) least: i32,
    pub(super) magnitude: i32,
}

impl Sum {
    pub(super) fn value(&self) -> Option<i128> {
        self.total.checked_add(self.current)
    }

    /// Takes the next word in, if a number can go on with it.
    fn take(&mut self, class: Class, joined: bool, is_first: bool) -> Option<()> {
        let current = self.current;
        match class {
            Class::Unit(v)
                if current % 10 == 0
                    && current % 100 != 10
                    && (is_first || v > 0 && (current > 0 || self.total > 0))
                    && !(joined && current % 100 == 0) =>
            {
                self.current += v
            }
            Class::Teen(v) | Class::Tens(v) if current % 100 == 0 && !joined => self.current += v,
            Class::Hundred if (1..100).contains(&current) => self.current *= 100,
            Class::Dozen if (1..=900).contains(&current) && self.total == 0 => self.current *= 12,
            Class::Magnitude(power) if current > 0 && power < self.least && (!joined || power >= 3) => {
                self.total = self.total.checked_add(current.checked_mul(10i128.pow(power as u32))?)?;
                (self.current, self.least) = (0, power);
                self.magnitude = self.magnitude.max(power);
            }
            // "three lakh crore".
            Class::Magnitude(7) if current == 0 && self.least == 5 && !joined => {
                self.total = self.total.checked_mul(10_000_000)?;
                (self.least, self.magnitude) = (7, 12);
            }
            // "three billions", "two dozens".
            Class::Vague(12) => return self.take(Class::Dozen, joined, is_first),
            Class::Vague(v) if !is_first && v >= 1000 => {
                return self.take(Class::Magnitude(v.ilog10() as i32), joined, is_first);
            }
            _ => return None,
        }
        Some(())
    }
}

/// The whole number in words that begins at token `at`, and where it ends.
pub(super) fn whole_value(document: &Document, at: usize) -> Option<(i128, usize)> {
    document.tokens.get(at)?;
    let (sum, end) = whole(document, at)?;
    Some((sum.value()?, end))
}

pub(super) fn whole(document: &Document, at: usize) -> Option<(Sum, usize)> {
    let mut sum = Sum { total: 0, current: 0, least: i32::MAX, magnitude: 0 };
    let mut end = at;
    if matches!(document.lower(at), "a" | "an") {
        matches!(class(document, at + 1)?, Class::Hundred | Class::Dozen | Class::Magnitude(3..)).then_some(())?;
        (sum.current, end) = (1, at + 1);
    } else if class(document, at) == Some(Class::Hundred)
        && matches!(class(document, at + 1), Some(Class::Magnitude(3..)))
    {
        // "hundred thousand dollars".
        (sum.current, end) = (100, at + 1);
    }
    let first = end;
    loop {
        let joined = usize::from((is_hyphen(document, end) || is_loose_hyphen(document, end, sum.current)) && end > at);
        let and = usize::from(joined == 0 && end > at && is_and(document, end, sum.current));
        let Some(class) = class(document, end + joined + and) else { break };
        if sum.take(class, joined == 1, end == first && first == at).is_none() {
            break;
        }
        end += joined + and + 1;
        // A zero is a number of its own: nothing is built on it.
        if sum.value() == Some(0) {
            break;
        }
    }
    (end > first || end > at && first > at && sum.current == 100).then_some((sum, end))
}

/// "fifty - two", as corpora part it.
fn is_loose_hyphen(document: &Document, at: usize, current: i128) -> bool {
    document.lower_at(at as isize) == "-"
        && current % 100 >= 20
        && current % 10 == 0
        && document.tokens.get(at + 1).is_some_and(|t| t.spaced)
        && matches!(class(document, at + 1), Some(Class::Unit(1..)))
}

/// "and" inside a number: "one hundred and two", "a thousand and one".
fn is_and(document: &Document, and: usize, current: i128) -> bool {
    document.lower_at(and as isize) == "and"
        && matches!(class(document, and - 1), Some(Class::Hundred | Class::Magnitude(_)))
        && matches!(class(document, and + 1), Some(Class::Unit(_) | Class::Teen(_) | Class::Tens(_)))
        && current % 100 == 0
        // "one million and two thirds", "two hundred and three quarters" are not 203.
        && !matches!(class(document, and + 2), Some(Class::Parts(_) | Class::Part(_)))
}
