//! What the rules look at: each token's class of time word, and its number.

use super::moment::Unit;
use crate::document::{Document, TokenKind};
use crate::model::lists;
use crate::numerals::digits;
use crate::numerals::number::{Number, Shape};

/// What a word has to do with time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Class {
    None,
    Month(u32),
    Weekday(u32),
    /// "Wed": only where a date is near.
    ShortWeekday(u32),
    /// "Mondays".
    Weekdays(u32),
    Unit(Unit),
    Units(Unit),
    Season(&'static str),
    Part(&'static str),
    /// "yesterday".
    Day(i32),
    /// "noon".
    Hour(&'static str),
    Set(&'static str),
    Zone(&'static str),
    /// "nineties".
    Decade(i32),
    /// Begins a longer expression: "last", "early", "the".
    Lead,
    Number,
}

/// A document with the class of each token.
pub struct Reader<'d, 't> {
    /// The text.
    pub document: &'d Document<'t>,
    classes: Vec<Class>,
}

impl<'d, 't> Reader<'d, 't> {
    /// Looks each token up once.
    pub fn new(document: &'d Document<'t>) -> Reader<'d, 't> {
        let classes = (0..document.tokens.len()).map(|i| classify(document, i)).collect();
        Reader { document, classes }
    }

    /// The class of token `at`; none past the end.
    pub fn class(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or(Class::None)
    }

    /// Token `at` in lower case; "" past the end.
    pub fn lower(&self, at: usize) -> &str {
        self.document.lower_at(at as isize)
    }

    /// The token `back` before `at` in lower case; "" before the start.
    pub fn before(&self, at: usize, back: usize) -> &str {
        self.document.lower_at(at as isize - back as isize)
    }

    /// Token `at` as written; "" past the end.
    pub fn word(&self, at: usize) -> &'t str {
        if at < self.document.tokens.len() { self.document.word(at) } else { "" }
    }

    /// Whether white space stands before token `at`.
    pub fn is_spaced(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_none_or(|t| t.spaced)
    }

    /// A hyphen or dash without spaces at token `at`.
    pub fn is_hyphen(&self, at: usize) -> bool {
        !self.is_spaced(at) && matches!(self.word(at), "-" | "\u{2013}" | "\u{2011}")
    }

    /// Digits only at token `at`, at most four of them.
    pub fn digits(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        (matches!(word.len(), 1..=4) && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
    }

    /// A day of a month at token `at`: "13", "13th", "first".
    pub fn day(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        let cut = word.len() - ["st", "nd", "rd", "th"].iter().find(|s| word.ends_with(**s)).map_or(0, |s| s.len());
        let digits = &word[..cut];
        if matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit()) {
            return digits.parse().ok().filter(|d| (1..=31).contains(d));
        }
        let number = self.number(at).filter(|n| n.shape == Shape::Ordinal && !n.is_digits && n.tokens.len() == 1)?;
        Some(number.value as u32).filter(|d| (1..=31).contains(d))
    }

    /// A year in four digits at token `at`.
    pub fn year(&self, at: usize) -> Option<i32> {
        (self.word(at).len() == 4)
            .then(|| self.digits(at))
            .flatten()
            .filter(|y| (1000..2200).contains(y))
            .map(|y| y as i32)
    }

    /// The number that begins at token `at`.
    pub fn number(&self, at: usize) -> Option<Number<'t>> {
        (at < self.document.tokens.len()).then(|| digits::read(self.document, at)).flatten()
    }

    /// Whether `words` stand from token `at` on.
    pub fn has(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, word)| self.lower(at + i) == *word)
    }
}

/// "mid-August": a part of a month in one word.
fn part_of_month(document: &Document, at: usize) -> Option<u32> {
    let (part, name) = document.word(at).split_once('-')?;
    (part.eq_ignore_ascii_case("mid") && name.starts_with(char::is_uppercase)).then_some(())?;
    lists().time_words.get(&name.to_lowercase())?.strip_prefix("month\t")?.parse().ok()
}

fn classify(document: &Document, at: usize) -> Class {
    match document.tokens[at].kind {
        TokenKind::Number => return Class::Number,
        TokenKind::Word => {}
        _ => return Class::None,
    }
    let lower = document.lower(at);
    let Some((class, value)) = lists().time_words.get(lower).and_then(|row| row.split_once('\t')) else {
        // "FY25".
        let is_fiscal =
            lower.strip_prefix("fy").is_some_and(|year| !year.is_empty() && year.bytes().all(|b| b.is_ascii_digit()));
        return match lists().number_words.has(lower) {
            true => Class::Number,
            false if is_fiscal => Class::Lead,
            false => part_of_month(document, at).map_or(Class::None, Class::Month),
        };
    };
    let number = || value.parse::<u32>().unwrap_or(0);
    let is_capitalized = document.is_capitalized(at);
    match class {
        "month" if is_capitalized => Class::Month(number()),
        "weekday" if is_capitalized => Class::Weekday(number()),
        "weekdays" if is_capitalized => Class::Weekdays(number()),
        "short" if is_capitalized => Class::ShortWeekday(number()),
        "unit" => Unit::read(value).map_or(Class::None, Class::Unit),
        "units" => Unit::read(value).map_or(Class::None, Class::Units),
        "season" => Class::Season(value),
        "part" => Class::Part(value),
        "day" => Class::Day(value.parse().unwrap_or(0)),
        "hour" => Class::Hour(value),
        "set" => Class::Set(value),
        "zone" if document.word(at).bytes().all(|b| b.is_ascii_uppercase()) => Class::Zone(value),
        "decade" => Class::Decade(value.parse().unwrap_or(0)),
        "holiday" if is_capitalized => Class::Lead,
        "ref" | "lead" => Class::Lead,
        _ => Class::None,
    }
}
