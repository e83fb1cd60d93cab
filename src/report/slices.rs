//! Places in the text as Rust counts them, for those who slice the `&str` that was analysed.

use super::{Mention, Quantity, Role, Span, Time};
use std::ops::Range;

/// From the report's UTF-16 code units to bytes of the same text.
///
/// ```
/// # use onrecord::{Options, analyze, report::Slices};
/// let text = "“É tarde,” said José Luís Peña. The café closed in 2019.";
/// let report = analyze(text, &Options::default()).unwrap();
/// let slices = Slices::new(text);
/// assert_eq!(slices.get(&report.times[0]), Some("2019"));
/// ```
pub struct Slices<'t> {
    text: &'t str,
    /// The byte of each 64th code unit, and that unit's place in the character that holds it; empty for ASCII text,
    /// where both counts are the same.
    steps: Vec<Step>,
}

/// Where a code unit lies.
#[derive(Clone, Copy)]
struct Step {
    /// The first byte of the character that holds it.
    byte: usize,
    /// Code units of that character before it: 1 for the second half of a pair.
    into: usize,
}

const STEP_UNITS: usize = 64;

impl<'t> Slices<'t> {
    /// Counts once over the text.
    pub fn new(text: &'t str) -> Slices<'t> {
        let mut steps = Vec::new();
        if !text.is_ascii() {
            let mut unit = 0;
            for (byte, character) in text.char_indices() {
                let next = unit + character.len_utf16();
                if steps.len() * STEP_UNITS < next {
                    steps.push(Step { byte, into: steps.len() * STEP_UNITS - unit });
                }
                unit = next;
            }
        }
        Slices { text, steps }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The bytes of a span, or of whatever in the report has one; `None` if it lies outside the text or in a character.
    pub fn range(&self, span: impl Into<Span>) -> Option<Range<usize>> {
        let span = span.into();
        let (start, end) = (self.byte(span.start as usize)?, self.byte(span.end as usize)?);
        (start <= end).then_some(start..end)
    }

    /// The words of a span.
    pub fn get(&self, span: impl Into<Span>) -> Option<&'t str> {
        self.text.get(self.range(span)?)
    }

    fn byte(&self, unit: usize) -> Option<usize> {
        if self.steps.is_empty() {
            return (unit <= self.text.len()).then_some(unit);
        }
        let step = self.steps[(unit / STEP_UNITS).min(self.steps.len() - 1)];
        let first = (unit / STEP_UNITS).min(self.steps.len() - 1) * STEP_UNITS - step.into;
        let mut at = first;
        for (byte, character) in self.text[step.byte..].char_indices() {
            if at >= unit {
                return (at == unit).then_some(step.byte + byte);
            }
            at += character.len_utf16();
        }
        (at == unit).then_some(self.text.len())
    }
}

macro_rules! spans {
    ($($kind:ident)*) => {$(
        impl From<&$kind> for Span {
            fn from(found: &$kind) -> Span {
                Span { start: found.start, end: found.end }
            }
        }
    )*};
}

spans! { Span Role Mention Quantity Time }

#[cfg(test)]
mod tests {
    use super::{Slices, Span};

    #[track_caller]
    fn check(text: &str) {
        let slices = Slices::new(text);
        let mut unit = 0;
        for (byte, character) in text.char_indices() {
            let end = unit + character.len_utf16() as u32;
            assert_eq!(slices.range(Span { start: unit, end }), Some(byte..byte + character.len_utf8()), "{byte}");
            unit = end;
        }
        assert_eq!(slices.range(Span { start: unit, end: unit }), Some(text.len()..text.len()));
        assert_eq!(slices.range(Span { start: unit, end: unit + 1 }), None);
    }

    #[test]
    fn every_character_is_found() {
        check("");
        check("plain");
        check(&"a\u{e9}\u{1F600}\u{4e2d}".repeat(40));
        check(&"\u{1F600}".repeat(70));
        check(&format!("{}\u{1F600}{}", "a".repeat(63), "\u{e9}".repeat(80)));
    }

    #[test]
    fn half_a_character_is_no_place() {
        assert_eq!(Slices::new("a\u{1F600}b").get(Span { start: 1, end: 2 }), None);
        assert_eq!(Slices::new("a\u{1F600}b").get(Span { start: 1, end: 3 }), Some("\u{1F600}"));
    }
}
