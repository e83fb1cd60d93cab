//! "the 24-year-old": whoever the text gives this age.

use super::chains::Chains;
use super::sources::genders_fit;
use super::traits::Article;
use crate::document::Document;
use crate::mentions::{Form, Kind};
use std::collections::BTreeMap;

/// Nobody is older.
const OLDEST: u8 = 120;

/// Words between an age and the name after it: "24-year-old student and poet Ana Roe".
const MOST_WORDS_TO_NAME: usize = 6;

/// A description by an age is the one person before it who has that age.
pub(super) fn age_again(chains: &mut Chains, rule: &'static str) {
    let mut by_age: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (m, mention) in chains.mentions.iter().enumerate() {
        if mention.form == Form::Name
            && mention.kind == Kind::Person
            && let Some(age) = age_beside(chains.document, mention.tokens.start, mention.tokens.end)
        {
            by_age.entry(age).or_default().push(m);
        }
    }
    if by_age.is_empty() {
        return;
    }
    for m in 0..chains.mentions.len() {
        let mention = &chains.mentions[m];
        let is_described = mention.form == Form::Nominal && chains.traits[m].article == Article::Definite;
        let Some(age) = age_of_compound(chains.document, mention.tokens.start).filter(|_| is_described) else {
            continue;
        };
        let Some(persons) = by_age.get(&age).filter(|_| !chains.is_named(m)) else { continue };
        let first = persons[0];
        let is_one = persons.iter().take(MOST_OF_AN_AGE).all(|&n| chains.joined(n, first));
        if is_one && first < m && genders_fit(chains, first, m) {
            chains.join(first, m, rule);
        }
    }
}

/// Mentions with an age that are looked at.
const MOST_OF_AN_AGE: usize = 24;

/// "Roe, 24,", "Roe (24)", "Roe, aged 24", "Roe is 24 years old", "24-year-old student Roe".
fn age_beside(document: &Document, start: usize, end: usize) -> Option<u8> {
    let word = |i: usize| document.lower_at(i as isize);
    let closes = |i: usize| i >= document.tokens.len() || matches!(word(i), "," | ")" | "." | ";" | "and" | "who");
    let after = match (word(end), word(end + 1)) {
        ("," | "(", "aged" | "age") => age_at(document, end + 2),
        ("," | "(", "who") if matches!(word(end + 2), "is" | "was") => {
            age_at(document, end + 3).filter(|_| closes(end + 4) || word(end + 4) == "years")
        }
        ("," | "(", _) => age_at(document, end + 1).filter(|_| closes(end + 2)),
        ("is" | "was", _) => age_at(document, end + 1).filter(|_| word(end + 2) == "years" || closes(end + 2)),
        _ => None,
    };
    let before =
        (start.saturating_sub(MOST_WORDS_TO_NAME)..start).rev().take_while(|&i| !matches!(word(i), "," | "." | ";"));
    after.or_else(|| {
        let old = before.into_iter().find(|&i| word(i) == "old" && i >= 4)?;
        age_of_compound(document, old - 4)
    })
}

/// The age that a compound from token `i` gives: "24-year-old".
fn age_of_compound(document: &Document, i: usize) -> Option<u8> {
    let words = [1, 2, 3, 4].map(|n| document.lower_at((i + n) as isize));
    age_at(document, i).filter(|_| words == ["-", "year", "-", "old"])
}

/// A number of years that somebody may have lived.
fn age_at(document: &Document, i: usize) -> Option<u8> {
    document.lower_at(i as isize).parse().ok().filter(|&age| (1..=OLDEST).contains(&age))
}
