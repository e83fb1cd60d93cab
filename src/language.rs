//! Whether a document is English: by script and by its commonest words.

use crate::document::{Document, TokenKind};

/// Tokens that are looked at: enough to be sure, few enough to cost nothing.
const SAMPLE_TOKENS: usize = 2000;
/// Texts with fewer words than this are judged by their script alone.
const FEWEST_WORDS: usize = 12;
/// Texts with fewer words than this, in plain letters and without a foreign word, need no English one.
const FEW_WORDS: usize = 60;
/// English running text has about 40 % of these words, other languages in Latin script under 10 %.
const LEAST_COMMON_SHARE: f64 = 0.14;
/// Names in other scripts do not make an article foreign; more than half of its letters do.
const LEAST_LATIN_SHARE: f64 = 0.5;

/// Whether the text reads as English. An empty text does.
pub fn is_english(document: &Document) -> bool {
    let words: Vec<usize> = (0..document.tokens.len())
        .filter(|&i| document.tokens[i].kind == TokenKind::Word)
        .take(SAMPLE_TOKENS)
        .collect();
    if words.is_empty() {
        return true;
    }
    let is_latin =
        |i: &&usize| document.word(**i).chars().all(|c| c < '\u{250}' || matches!(c, '\u{1E00}'..='\u{206F}'));
    let share = |n: usize| n as f64 / words.len() as f64;
    let latin = share(words.iter().filter(is_latin).count());
    let common = share(words.iter().filter(|&&i| is_common(document.lower(i))).count());
    let foreign = share(words.iter().filter(|&&i| is_foreign(document.lower(i))).count());
    // A short text may be all names and numbers: "Top relievers: John Gant (0.5 WAR), Alex Reyes (0.5 WAR)".
    let is_plain = words.len() < FEW_WORDS
        && foreign < 0.04
        && words.iter().all(|&i| document.is_capitalized(i) || document.word(i).chars().all(is_plain_letter));
    latin >= LEAST_LATIN_SHARE
        && (is_plain || words.len() < FEWEST_WORDS && foreign < 0.2 || common >= LEAST_COMMON_SHARE && common > foreign)
}

/// A letter, or a mark inside a word, as English writes it outside of names.
fn is_plain_letter(c: char) -> bool {
    c.is_ascii() || ('\u{2010}'..='\u{2027}').contains(&c)
}

/// The commonest words of English that are rare in its neighbours.
fn is_common(word: &str) -> bool {
    crate::model::lists().common_english.has(word)
}

/// The commonest words of its neighbours in Latin script.
fn is_foreign(word: &str) -> bool {
    crate::model::lists().common_foreign.has(word)
}
