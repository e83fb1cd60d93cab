//! Whose dollar "$" is in an article that says no more: by the places that it names.

use super::Scan;
use crate::model::is_word;

/// The dollars that "$" can be beside that of the United States, with the class of the words that speak for each.
const DOLLARS: &[(&str, &str)] = &[("AUD", "dollar-aud"), ("CAD", "dollar-cad"), ("NZD", "dollar-nzd")];
/// So many words of a country make it the article's own.
const FEWEST_WORDS: usize = 2;

/// The dollar of the article: that of the one country which it names more often than the United States and all others.
pub fn local(scan: &Scan) -> &'static str {
    scan.currencies.borrow_mut().entry("$").or_insert_with(|| by_places(scan))
}

fn by_places(scan: &Scan) -> &'static str {
    let document = scan.document;
    let words = |class: &str| (0..document.tokens.len()).filter(|&i| is_word(document.lower(i), class)).count();
    let is_us = |i: &usize| document.word(*i) == "US" || is_word(document.lower(*i), "dollar-usd");
    let american = (0..document.tokens.len()).filter(is_us).count();
    let counts: Vec<(usize, &str)> = DOLLARS.iter().map(|&(code, class)| (words(class), code)).collect();
    let Some(&(most, code)) = counts.iter().max() else { return "USD" };
    let others: usize = counts.iter().map(|(n, _)| n).sum::<usize>() - most + american;
    // Where an article names a dollar, the bare sign is another.
    let is_named = (1..document.tokens.len())
        .any(|i| matches!(document.lower(i), "dollar" | "dollars") && is_word(document.lower(i - 1), "dollar-nation"));
    if most >= FEWEST_WORDS && most > others && !is_named { code } else { "USD" }
}
