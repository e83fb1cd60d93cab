//! "3-1", "89-52": two numbers and nothing that is counted.

use super::{Draft, Kind, Scan};
use crate::document::TokenKind;
use crate::model::is_word;
use crate::numerals::number::{Number, Shape};
use crate::numerals::words;

/// Two numbers that a hyphen joins, in a game or a vote.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let document = scan.document;
    let (one, two) = (&scan.numbers[at], scan.numbers.get(at + 1)?);
    let between = one.tokens.end;
    let joined = two.tokens.start == between + 1
        && (words::is_hyphen(document, between)
            || document.word(between) == "\u{2013}" && !document.tokens[between].spaced)
        && !document.tokens[two.tokens.start].spaced;
    let bare = |n: &Number| {
        n.shape == Shape::Cardinal && (n.is_plain || !n.is_digits) && n.value < 1000. && n.prefix.is_empty()
    };
    (joined && bare(one) && bare(two) && (one.is_digits == two.is_digits) && scan.time_at(one.tokens.start).is_none())
        .then_some(())?;
    let next = two.tokens.end;
    // "10-15 people", "2-3%", "3-1-1": counted, measured, or longer.
    let is_counted = super::unit::unit_after(scan, two).is_some()
        || (one.value < two.value && super::of::noun(scan, next, true).is_some() && !is_vote(scan, next));
    let is_longer = words::is_hyphen(document, next)
        && document.tokens.get(next + 1).is_some_and(|t| t.kind == TokenKind::Number)
        || one.tokens.start > 0 && words::is_hyphen(document, one.tokens.start - 1);
    let is_money = crate::numerals::number::follows_sign(document, one.tokens.start);
    (!is_counted && !is_longer && !is_money).then_some(())?;
    (one.value >= two.value && one.value > 0. || has_contest(scan, one.tokens.start) || is_vote(scan, next))
        .then_some(())?;
    let mut draft = scan.draft(at, Kind::Score, two.tokens.end);
    draft.quantity.value = None;
    draft.quantity.parts = Some(vec![one.value, two.value]);
    draft.has_unit = true;
    Some((draft, 2))
}

fn is_vote(scan: &Scan, at: usize) -> bool {
    is_word(scan.lower(at as isize), "vote")
}

/// A word of contest in the same sentence.
pub fn has_contest(scan: &Scan, at: usize) -> bool {
    let tokens = scan.document.sentences[scan.document.sentence_of(at)].tokens.clone();
    tokens.into_iter().any(|i| is_word(scan.document.lower(i), "contest"))
}
