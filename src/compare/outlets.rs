//! What two articles on one event both say, what only one says, where their figures disagree, and what one has word for
//! word from the other.

use super::alike::{self, List, share};
use super::joined::Joined;
use super::side::Side;
use super::words::{Map, Vocabulary};
use super::{Edit, Pair, Shares};
use crate::model::lists;
use crate::report::{Claim, Quantity, Span};
use std::ops::Range;

/// Telling words that two claims share, in per cent, with what the same speaker adds: from here on both say the same.
const LEAST_SHARED: usize = 52;
const SAME_SPEAKER: usize = 18;
/// The same for sentences whose figures are held against each other.
const LEAST_BESIDE: usize = 34;
/// So many words on end are copied and not chance.
const FEWEST_COPIED: usize = 8;
/// Places of the second text that are tried for the words of the first.
const MOST_PLACES: usize = 4;

/// Claims that both have, then those only of the first, then only of the second.
pub fn claims(a: &Side, b: &Side, joined: &Joined, vocabulary: &Vocabulary) -> Vec<Pair> {
    let (ours, theirs) = (telling_claims(a, vocabulary), telling_claims(b, vocabulary));
    let score = |x: &List, y: &List| {
        let is_same = same_speaker(a, &a.report.claims[x.0], b, &b.report.claims[y.0], joined);
        share(&x.1, &y.1) + if is_same { SAME_SPEAKER } else { 0 }
    };
    let both = alike::pairs(&ours, &theirs, LEAST_SHARED, score);
    let (mut has_a, mut has_b) = (vec![false; a.report.claims.len()], vec![false; b.report.claims.len()]);
    let mut pairs = Vec::new();
    for (x, y) in both {
        (has_a[x], has_b[y]) = (true, true);
        let (ours, theirs) = (&a.report.claims[x].id, &b.report.claims[y].id);
        pairs.push((x, Pair { a: Some(ours.clone()), b: Some(theirs.clone()), by: Some("words".into()) }));
    }
    pairs.sort_by_key(|(x, _)| *x);
    let only_a = a.report.claims.iter().zip(&has_a).filter(|(_, has)| !**has);
    let only_b = b.report.claims.iter().zip(&has_b).filter(|(_, has)| !**has);
    let pairs = pairs.into_iter().map(|(_, pair)| pair);
    pairs
        .chain(only_a.map(|(claim, _)| Pair { a: Some(claim.id.clone()), b: None, by: None }))
        .chain(only_b.map(|(claim, _)| Pair { a: None, b: Some(claim.id.clone()), by: None }))
        .collect()
}

fn telling_claims(side: &Side, vocabulary: &Vocabulary) -> Vec<List> {
    let claims = side.report.claims.iter().enumerate();
    claims.map(|(i, claim)| (i, telling(side.content(claim), vocabulary))).filter(|list| !list.1.is_empty()).collect()
}

/// The words that are not the commonest.
fn telling(words: Vec<u32>, vocabulary: &Vocabulary) -> Vec<u32> {
    words.into_iter().filter(|&key| !lists().common_english.has(vocabulary.name(key))).collect()
}

fn same_speaker(a: &Side, x: &Claim, b: &Side, y: &Claim, joined: &Joined) -> bool {
    let ours = x.speakers.iter().filter_map(|id| a.entity(id));
    let theirs: Vec<_> = y.speakers.iter().filter_map(|id| b.entity(id)).collect();
    ours.into_iter().any(|x| theirs.iter().any(|y| joined.is_same(x, y)))
}

/// Who speaks in both texts, then who only in the first, then who only in the second.
pub fn speakers(a: &Side, b: &Side, joined: &Joined) -> Vec<Pair> {
    let (ours, theirs) = (speaking(a), speaking(b));
    let id = |side: &Side, i: usize| Some(side.report.entities[i].id.clone());
    let both = (0..ours.len()).filter(|&i| ours[i]).filter_map(|i| Some((i, joined.to_b[i].filter(|&j| theirs[j])?)));
    let only_a = (0..ours.len()).filter(|&i| ours[i] && joined.to_b[i].is_none_or(|j| !theirs[j]));
    let only_b = (0..theirs.len()).filter(|&j| theirs[j] && joined.to_a[j].is_none_or(|i| !ours[i]));
    both.map(|(i, j)| Pair { a: id(a, i), b: id(b, j), by: Some(joined.by(i).to_owned()) })
        .chain(only_a.map(|i| Pair { a: id(a, i), b: None, by: None }))
        .chain(only_b.map(|j| Pair { a: None, b: id(b, j), by: None }))
        .collect()
}

fn speaking(side: &Side) -> Vec<bool> {
    let mut speaks = vec![false; side.report.entities.len()];
    for id in side.report.claims.iter().flat_map(|claim| &claim.speakers) {
        if let Some(place) = id[1..].parse::<usize>().ok().and_then(|n| n.checked_sub(1))
            && let Some(speaks) = speaks.get_mut(place)
        {
            *speaks = true;
        }
    }
    speaks
}

/// Figures of sentences that say the same, of the same kind and of the same thing, with other values.
pub fn figures(a: &Side, b: &Side, vocabulary: &Vocabulary) -> Vec<Edit> {
    let telling_sentences = |side: &Side| -> Vec<List> {
        let all = (0..side.sentences.len()).filter(|&i| !quantities_of(side, i).is_empty());
        all.map(|i| (i, telling(side.keys(side.sentences[i].clone()), vocabulary))).collect()
    };
    let pairs = alike::pairs(&telling_sentences(a), &telling_sentences(b), LEAST_BESIDE, |x, y| share(&x.1, &y.1));
    let mut figures: Vec<Edit> = pairs.into_iter().flat_map(|(i, j)| disagreeing(a, i, b, j)).collect();
    figures.sort_by_key(|figure| (figure.a.start, figure.b.start));
    figures
}

fn disagreeing(a: &Side, i: usize, b: &Side, j: usize) -> Vec<Edit> {
    let theirs = quantities_of(b, j);
    let mut found = Vec::new();
    for ours in quantities_of(a, i) {
        let mut comparable = theirs.iter().filter(|other| is_comparable(a, ours, b, other)).peekable();
        let Some(first) = comparable.peek().copied() else { continue };
        if !comparable.any(|other| agree(ours, other)) {
            found.push(Edit { a: Span::from(ours), b: Span::from(first) });
        }
    }
    found
}

fn quantities_of<'s>(side: &Side<'s>, sentence: usize) -> &'s [Quantity] {
    let Span { start, end } = side.report.sentences[sentence];
    let all = &side.report.quantities;
    let first = all.partition_point(|quantity| quantity.start < start);
    let last = all.partition_point(|quantity| quantity.start < end);
    &all[first..last.max(first)]
}

/// Of one kind and unit, and of the same thing as far as both say.
fn is_comparable(a: &Side, x: &Quantity, b: &Side, y: &Quantity) -> bool {
    let thing = |side: &Side, quantity: &Quantity| {
        quantity.of.map(|of| side.slice(of).rsplit(' ').next().unwrap_or("").trim_end_matches('s').to_lowercase())
    };
    let same_thing = match (thing(a, x), thing(b, y)) {
        (Some(x), Some(y)) => x == y,
        (x, y) => x == y || x.is_none() || y.is_none(),
    };
    x.kind == y.kind && x.unit == y.unit && same_thing
}

/// The same value, or one within what the other leaves open.
fn agree(x: &Quantity, y: &Quantity) -> bool {
    let ends = |quantity: &Quantity| {
        let low = quantity.value.or(quantity.low).unwrap_or(f64::NEG_INFINITY);
        let high = quantity.value.or(quantity.high).unwrap_or(f64::INFINITY);
        let slack = if quantity.approximate { 0.1 } else { 0.0 };
        (low - low.abs() * slack, high + high.abs() * slack)
    };
    let ((low, high), (other_low, other_high)) = (ends(x), ends(y));
    x.parts == y.parts && low <= other_high && other_low <= high
}

/// Runs of words of the first text that stand in the second too, and their share of both.
pub fn copied(a: &Side, b: &Side) -> (Vec<Edit>, Shares) {
    let runs = runs(a, b);
    let mut held_b = vec![false; b.words.len()];
    runs.iter().flat_map(|(_, theirs)| theirs.clone()).for_each(|word| held_b[word] = true);
    let words: usize = runs.iter().map(|(ours, _)| ours.len()).sum();
    let per_cent = |words: usize, all: usize| (words * 100 / all.max(1)) as u32;
    let shares = Shares {
        a: per_cent(words, a.words.len()),
        b: per_cent(held_b.iter().filter(|held| **held).count(), b.words.len()),
    };
    let edits = runs.iter().map(|(ours, theirs)| Edit { a: a.span(ours), b: b.span(theirs) });
    (edits.collect(), shares)
}

fn runs(a: &Side, b: &Side) -> Vec<(Range<usize>, Range<usize>)> {
    let (ours, theirs) = (a.keys(0..a.words.len()), b.keys(0..b.words.len()));
    let mut places: Map<&[u32], Vec<usize>> = Map::default();
    for (j, words) in theirs.windows(FEWEST_COPIED).enumerate() {
        let known = places.entry(words).or_default();
        if known.len() < MOST_PLACES {
            known.push(j);
        }
    }
    let mut runs = Vec::new();
    let mut i = 0;
    while i + FEWEST_COPIED <= ours.len() {
        let same = |j: &usize| ours[i..].iter().zip(&theirs[*j..]).take_while(|(x, y)| x == y).count();
        let found = places.get(&ours[i..i + FEWEST_COPIED]);
        let best = found.into_iter().flatten().map(|j| (same(j), std::cmp::Reverse(*j))).max();
        match best {
            Some((length, std::cmp::Reverse(j))) => {
                runs.push((i..i + length, j..j + length));
                i += length;
            }
            None => i += 1,
        }
    }
    runs
}
