//! Text to words that can be compared: each has a number, the same for words that are the same but for case, kind of
//! apostrophe, British or American spelling, or digits for a number word.

use crate::document::{Span, straight};
use crate::model::lists;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word and its number.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes.
    pub span: Span,
    /// The same for words that are the same.
    pub key: u32,
    /// An editor's brackets hold it or part of it.
    pub bracketed: bool,
}

/// The words of a text, and what stands between them and counts.
#[derive(Default)]
pub struct Words {
    /// In text order.
    pub words: Vec<Word>,
    /// In text order.
    pub marks: Vec<Mark>,
}

/// What stands before a word, or after the last.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The word that it stands before.
    pub before: usize,
    /// What it is.
    pub kind: MarkKind,
    /// Its bytes.
    pub span: Span,
}

/// What counts between words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    /// "…", "...", "[…]".
    Ellipsis,
    /// "MAYOR QUILL:" at the head of a line.
    Label,
    /// A line without text.
    Paragraph,
}

/// What is left out of a text's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// Nothing: words in brackets are marked.
    Article,
    /// Labels of speakers, stage directions and times of a transcript.
    Source,
}

/// FNV-1a: short words, and the same on every machine.
#[derive(Clone)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}

/// A map that is only asked, never walked.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// Numbers of words, and back.
#[derive(Default)]
pub struct Vocabulary {
    numbers: Map<String, u32>,
    names: Vec<String>,
    lower: String,
}

impl Vocabulary {
    /// How many words it knows.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The word as it was made one with its variants.
    pub fn name(&self, key: u32) -> &str {
        &self.names[key as usize]
    }

    /// The number of a word as it stands in a text.
    pub fn key(&mut self, word: &str) -> u32 {
        self.lower.clear();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
        } else {
            self.lower
                .extend(word.chars().filter(|&c| !is_inner_bracket(c)).map(straight).flat_map(char::to_lowercase));
        }
        self.lower.retain(|c| !is_inner_bracket(c));
        if let Some(&key) = self.numbers.get(&self.lower) {
            return key;
        }
        let lower = std::mem::take(&mut self.lower);
        let canonical = canonical(&lower).into_owned();
        let key = match self.numbers.get(&canonical) {
            Some(&key) => key,
            None => self.add(canonical),
        };
        self.numbers.insert(lower, key);
        key
    }

    fn add(&mut self, word: String) -> u32 {
        let key = self.names.len() as u32;
        self.names.push(word.clone());
        self.numbers.insert(word, key);
        key
    }
}

fn is_inner_bracket(c: char) -> bool {
    matches!(c, '[' | ']')
}

/// One form for all that are the same word: the British spelling, digits, words for signs.
fn canonical(word: &str) -> Cow<'_, str> {
    if let Some(british) = lists().spellings.get(word) {
        return Cow::Borrowed(british);
    }
    if let Some(digits) = digits_of(word) {
        return digits;
    }
    match word.find("iz").or_else(|| word.find("yz")) {
        Some(at) if at >= 3 && is_verb_ending(&word[at + 2..]) => {
            Cow::Owned(format!("{}s{}", &word[..=at], &word[at + 2..]))
        }
        _ => Cow::Borrowed(word),
    }
}

/// After the "iz" of "organizations", "realized".
fn is_verb_ending(rest: &str) -> bool {
    matches!(rest, "e" | "es" | "ed" | "er" | "ers" | "ing" | "ation" | "ations" | "ational")
}

/// "twelve" and "12", "1,000" and "1000", "bn" and "billion".
fn digits_of(word: &str) -> Option<Cow<'_, str>> {
    if word.as_bytes()[0].is_ascii_digit() {
        return word.contains(',').then(|| Cow::Owned(word.replace(',', "")));
    }
    let (class, value) = lists().number_words.get(word)?.split_once('\t')?;
    match (class, value) {
        ("unit" | "teen" | "tens", _) => Some(Cow::Borrowed(value)),
        ("abbreviation", "6") => Some("million".into()),
        ("abbreviation", "9") => Some("billion".into()),
        ("abbreviation", "12") => Some("trillion".into()),
        _ => None,
    }
}

/// The words of `text` from byte `range.start` up to `range.end`. Linear in it.
pub fn split(text: &str, range: Span, reading: Reading, vocabulary: &mut Vocabulary) -> Words {
    let mut scanner =
        Scanner { text, at: range.start as usize, end: range.end as usize, reading, found: Words::default() };
    scanner.run(vocabulary);
    scanner.found
}

/// Brackets that are longer hold more than an editor's words.
const LONGEST_BRACKETS: usize = 120;
/// A label of a speaker is at most so many bytes.
const LONGEST_LABEL: usize = 60;

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    reading: Reading,
    found: Words,
}

impl Scanner<'_> {
    fn run(&mut self, vocabulary: &mut Vocabulary) {
        if self.reading == Reading::Source {
            self.label();
        }
        // Where the present brackets close.
        let mut closes = self.at;
        while let Some(c) = self.text[self.at..self.end].chars().next() {
            let next = self.at + c.len_utf8();
            match c {
                '\n' => self.line(next),
                '[' if begins_word(&self.text[self.at..self.end]) => self.word(closes, vocabulary),
                '[' | '(' => closes = self.bracket(next).unwrap_or(closes.max(next)),
                '.' | '…' => self.dots(),
                c if c.is_alphanumeric() => self.word(closes, vocabulary),
                '$' | '€' | '£' | '%' | '&' | '°' => self.push(next, closes, vocabulary),
                _ => self.at = next,
            }
        }
    }

    fn push(&mut self, end: usize, closes: usize, vocabulary: &mut Vocabulary) {
        let span = Span::new(self.at, end);
        let word = &self.text[self.at..end];
        let bracketed = self.at < closes && closes > 0 && self.reading == Reading::Article || word.contains('[');
        self.found.words.push(Word { span, key: vocabulary.key(word), bracketed });
        self.at = end;
    }

    fn mark(&mut self, kind: MarkKind, end: usize) {
        let span = Span::new(self.at, end);
        self.found.marks.push(Mark { before: self.found.words.len(), kind, span });
        self.at = end;
    }

    /// A new line: an empty one parts paragraphs, and a label may stand at its head.
    fn line(&mut self, next: usize) {
        let blank = self.text[next..self.end].trim_start_matches([' ', '\t', '\r']);
        if blank.starts_with('\n') {
            self.mark(MarkKind::Paragraph, next);
        }
        self.at = next;
        if self.reading == Reading::Source {
            self.label();
        }
    }

    /// "MAYOR QUILL:", "Q:", "Jane Roe (BBC):" at the head of a line.
    fn label(&mut self) {
        let line = &self.text[self.at..self.end];
        let indent = line.len() - line.trim_start_matches([' ', '\t', '*', '-']).len();
        let Some(length) = label_length(&line[indent..]) else { return };
        self.at += indent;
        self.mark(MarkKind::Label, self.at + length);
    }

    /// Brackets: an ellipsis, a stage direction of a source, or an editor's words, whose end is given.
    fn bracket(&mut self, next: usize) -> Option<usize> {
        let is_square = self.text[self.at..].starts_with('[');
        let inside = inside_brackets(&self.text[next..self.end], if is_square { ']' } else { ')' });
        let Some(inside) = inside else {
            self.at = next;
            return None;
        };
        let end = next + inside.len() + 1;
        if is_ellipsis(inside) {
            self.mark(MarkKind::Ellipsis, end);
        } else if self.reading == Reading::Source && (is_square || is_stage_direction(inside)) || inside == "sic" {
            self.at = end;
        } else {
            self.at = next;
            return is_square.then_some(end);
        }
        None
    }

    /// "..." and "…"; a full stop is nothing.
    fn dots(&mut self) {
        let rest = &self.text[self.at..self.end];
        let length = rest.len() - rest.trim_start_matches(['.', '…', ' ', '\u{a0}']).len();
        let dots = rest[..length].trim_end();
        if dots.contains('…') || dots.matches('.').count() >= 3 {
            self.mark(MarkKind::Ellipsis, self.at + dots.len());
        } else {
            self.at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }

    fn word(&mut self, closes: usize, vocabulary: &mut Vocabulary) {
        let rest = &self.text[self.at..self.end];
        let length = if rest.as_bytes()[0].is_ascii_digit() { number_length(rest) } else { word_length(rest) };
        self.push(self.at + length, closes, vocabulary);
    }
}

fn inside_brackets(rest: &str, closing: char) -> Option<&str> {
    let end = rest.bytes().take(LONGEST_BRACKETS).position(|b| b == closing as u8 || b == b'\n')?;
    rest[end..].starts_with(closing).then(|| &rest[..end])
}

fn is_ellipsis(inside: &str) -> bool {
    let inside = inside.trim();
    !inside.is_empty() && inside.chars().all(|c| matches!(c, '.' | '…' | ' '))
}

/// "(applause)", "(laughs)", "(inaudible 00:12)".
fn is_stage_direction(inside: &str) -> bool {
    const STAGE: [&str; 10] = [
        "applause",
        "laugh",
        "inaudible",
        "crosstalk",
        "pause",
        "cheer",
        "unintelligible",
        "through interpreter",
        "music",
        "boo",
    ];
    let lower = inside.to_ascii_lowercase();
    STAGE.iter().any(|word| lower.starts_with(word))
}

/// The bytes of a label at the head of a line, with its colon.
fn label_length(line: &str) -> Option<usize> {
    let colon = line.bytes().take(LONGEST_LABEL).position(|b| matches!(b, b':' | b'\n' | b'.' | b'!' | b'?' | b'"'));
    let colon = match colon {
        Some(at) if line.as_bytes()[at] == b'.' => abbreviated_label(line, at)?,
        at => at?,
    };
    let is_label = line[colon..].starts_with(':')
        && line.get(colon + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r', '\t']))
        && is_speaker(&line[..colon]);
    is_label.then_some(colon + 1)
}

/// "Mr. Hale:", "Sen. Ada Quill:": a full stop inside a label.
fn abbreviated_label(line: &str, stop: usize) -> Option<usize> {
    let rest = line[stop + 1..].bytes().take(LONGEST_LABEL - stop.min(LONGEST_LABEL));
    let colon = rest.clone().position(|b| b == b':')?;
    let other = rest.clone().position(|b| matches!(b, b'\n' | b'!' | b'?' | b'"'));
    (stop <= 5 && other.is_none_or(|other| other > colon)).then_some(stop + 1 + colon)
}

/// Words with capital letters, at most seven of them.
fn is_speaker(label: &str) -> bool {
    let named = label.split(['(', '[']).next().unwrap_or(label);
    let words = named.split([' ', ',', '-']).filter(|word| !word.is_empty());
    let is_capital = |word: &str| {
        !word.starts_with(char::is_lowercase) || matches!(word, "of" | "the" | "for" | "and" | "de" | "van" | "von")
    };
    label.starts_with(|c: char| c.is_uppercase()) && words.clone().count() <= 7 && words.clone().all(is_capital)
}

/// "\[W\]e": brackets around a word's first letters.
fn begins_word(rest: &str) -> bool {
    letters_in_brackets(rest).is_some_and(|length| rest[length..].starts_with(char::is_alphanumeric))
}

/// The bytes of "\[ing\]".
fn letters_in_brackets(rest: &str) -> Option<usize> {
    let inside = inside_brackets(rest.strip_prefix('[')?, ']')?;
    (!inside.is_empty() && inside.chars().all(char::is_alphabetic)).then_some(inside.len() + 2)
}

/// Letters with inner apostrophes, an editor's brackets and the dots of initials.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = 0;
    while let Some(c) = rest[end..].chars().next() {
        let next = end + c.len_utf8();
        if let Some(length) = letters_in_brackets(&rest[end..]) {
            end += length;
            letters = 2;
            continue;
        }
        let goes_on = rest[next..].starts_with(char::is_alphanumeric);
        match c {
            c if c.is_alphanumeric() => letters += 1,
            '\'' | '\u{2019}' | '\u{02BC}' if goes_on => letters = 0,
            '.' if goes_on && letters == 1 && is_dotted(&rest[next..]) => letters = 0,
            _ => break,
        }
        end = next;
    }
    end
}

/// After the first dot of "U.S.": one letter, then no other.
fn is_dotted(rest: &str) -> bool {
    rest.chars().take(2).take_while(|c| c.is_alphabetic()).count() == 1
}

/// Digits with inner marks, and the ending of an ordinal or a decade: "1,000", "4.5", "10:30", "13th", "1970s".
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut i = 0;
    loop {
        while digit(i) {
            i += 1;
        }
        match bytes.get(i) {
            Some(b',' | b'.' | b':') if digit(i + 1) => i += 1,
            _ => break,
        }
    }
    let letters = rest[i..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - i);
    if matches!(&rest[i..i + letters], "st" | "nd" | "rd" | "th" | "s") { i + letters } else { i }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reading: Reading, text: &str, expected: &str) {
        let mut vocabulary = Vocabulary::default();
        let found = split(text, Span::new(0, text.len()), reading, &mut vocabulary);
        let mut marks = found.marks.iter().peekable();
        let mut shown = Vec::new();
        for at in 0..=found.words.len() {
            while let Some(mark) = marks.next_if(|mark| mark.before == at) {
                shown.push(format!("<{:?}>", mark.kind).to_lowercase());
            }
            if let Some(word) = found.words.get(at) {
                let name = vocabulary.name(word.key);
                shown.push(if word.bracketed { format!("[{name}]") } else { name.to_owned() });
            }
        }
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn one_form_for_one_word() {
        check(Reading::Article, "Don’t realize: “COLOR”, 1,000 twelve", "don't realise colour 1000 12");
        check(Reading::Article, "the size of a prize", "the size of a prize");
        check(Reading::Article, "the U.S. at 10:30, $4.5bn", "the u.s at 10:30 $ 4.5 billion");
    }

    #[test]
    fn brackets_and_ellipses() {
        check(
            Reading::Article,
            "pass [the bill] … and [W]e go[ing] [...] on",
            "pass [the] [bill] <ellipsis> and [we] [going] <ellipsis> on",
        );
        check(Reading::Article, "the end. So", "the end so");
        check(Reading::Source, "We [inaudible] go (applause) on (the road).", "we go on the road");
    }

    #[test]
    fn labels_of_speakers() {
        check(Reading::Source, "MAYOR QUILL: We go.\n\nMr. Hale: No.", "<label> we go <paragraph> <label> no");
        check(Reading::Source, "He said: we go.\nThe time is 10:30 now", "he said we go the time is 10:30 now");
    }
}
