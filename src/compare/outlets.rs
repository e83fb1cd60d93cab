//! What two articles on one event both say, what only one says, where their figures disagree, and what one has word for
//! word from the other.

use super::alike::{self, List};
use super::joined::Joined;
use super::side::Side;
use super::telling::Passages;
use super::words::{Map, Vocabulary};
use super::{Edit, Pair, Shares};
use crate::report::{Quantity, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// What two claims share, in per cent, with what the same speaker adds: from here on both say the same.
const LEAST_SHARED: usize = 36;
const SAME_SPEAKER: usize = 32;
/// What the words around two figures share at least, with what the same unit and the same thing counted add.
const LEAST_BESIDE: usize = 30;
const SAME_UNIT: usize = 12;
const SAME_THING: usize = 18;
/// Words on each side of a figure that say what it is about.
const BESIDE: usize = 9;
/// So many words on end are copied and not chance.
const FEWEST_COPIED: usize = 8;
/// Places of the second text that are tried for the words of the first.
const MOST_PLACES: usize = 4;

/// Claims that both have, then those only of the first, then only of the second.
pub fn claims(a: &Side, b: &Side, joined: &Joined, vocabulary: &Vocabulary) -> Vec<Pair> {
    let mut passages = Passages::default();
    let mut lists = |side: &Side| -> Vec<List> {
        let contents = side.report.claims.iter().map(|claim| side.content(claim));
        contents.map(|words| passages.add(words.iter().map(|&key| vocabulary.name(key)))).collect()
    };
    let (ours, theirs) = (lists(a), lists(b));
    let first_b = ours.len();
    let score = |x: &List, y: &List| {
        let is_same = joined.have_same_speaker(a, &a.report.claims[x.0], b, &b.report.claims[y.0 - first_b]);
        match passages.score(x.0, y.0) {
            0 => 0,
            score => score + if is_same { SAME_SPEAKER } else { 0 },
        }
    };
    let both = alike::pairs(&ours, &theirs, LEAST_SHARED, score);
    let (mut has_a, mut has_b) = (vec![false; a.report.claims.len()], vec![false; b.report.claims.len()]);
    let mut pairs = Vec::new();
    for (x, y) in both {
        let y = y - first_b;
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
    let speakers: BTreeSet<&str> =
        side.report.claims.iter().flat_map(|claim| &claim.speakers).map(String::as_str).collect();
    side.report.entities.iter().map(|entity| speakers.contains(entity.id.as_str())).collect()
}

/// Figures of the same kind among much the same words, with other values.
pub fn figures(a: &Side, b: &Side, vocabulary: &Vocabulary) -> Vec<Edit> {
    let mut passages = Passages::default();
    let mut lists = |side: &Side| -> Vec<List> {
        let around = side.report.quantities.iter().map(|quantity| words_around(side, quantity));
        around.map(|words| passages.add(words.iter().map(|&key| vocabulary.name(key)))).collect()
    };
    let (ours, theirs) = (lists(a), lists(b));
    let first_b = ours.len();
    let score = |x: &List, y: &List| {
        let (ours, theirs) = (&a.report.quantities[x.0], &b.report.quantities[y.0 - first_b]);
        match passages.score(x.0, y.0) {
            score if score > 0 && is_comparable(ours, theirs) => score + likeness(a, ours, b, theirs),
            _ => 0,
        }
    };
    let pairs = alike::pairs(&ours, &theirs, LEAST_BESIDE, score);
    let pairs = pairs.into_iter().map(|(x, y)| (&a.report.quantities[x], &b.report.quantities[y - first_b]));
    let disagree = pairs.filter(|(ours, theirs)| !agree(ours, theirs));
    let mut figures: Vec<Edit> =
        disagree.map(|(ours, theirs)| Edit { a: Span::from(ours), b: Span::from(theirs) }).collect();
    figures.sort_by_key(|figure| (figure.a.start, figure.b.start));
    figures
}

/// The words of a figure's sentence beside it, and not its own.
fn words_around(side: &Side, quantity: &Quantity) -> Vec<u32> {
    let own = side.words_in(Span::from(quantity));
    let sentence = side.sentence_at(quantity.start).map_or(own.clone(), |i| side.sentences[i].clone());
    let first = sentence.start.max(own.start.saturating_sub(BESIDE)).min(own.start);
    let last = sentence.end.min(own.end + BESIDE).max(own.end);
    let mut keys = side.keys(first..own.start);
    keys.extend(side.keys(own.end..last));
    keys
}

/// Of one kind and unit.
fn is_comparable(x: &Quantity, y: &Quantity) -> bool {
    x.kind == y.kind && x.unit == y.unit
}

/// What unit and thing counted say for two figures being about one matter.
fn likeness(a: &Side, x: &Quantity, b: &Side, y: &Quantity) -> usize {
    let thing = |side: &Side, quantity: &Quantity| {
        quantity.of.map(|of| side.slice(of).rsplit(' ').next().unwrap_or("").trim_end_matches('s').to_lowercase())
    };
    let (ours, theirs) = (thing(a, x), thing(b, y));
    let unit = if x.unit.is_some() { SAME_UNIT } else { 0 };
    unit + if ours.is_some() && ours == theirs { SAME_THING } else { 0 }
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
