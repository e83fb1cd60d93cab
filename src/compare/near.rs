//! For claims without quotation marks: the passage of the source that has most of their telling words. Nothing is proved.

use super::Near;
use super::index::Index;
use super::passages::{Source, around};
use super::quoted::Quoted;
use super::words::{Reading, Vocabulary, Word, split};
use crate::document::Span as Bytes;
use crate::model::lists;
use crate::report::{ClaimForm, Report, Slices};

/// A claim in words that are not common.
pub struct Indirect {
    claim: String,
    /// Each once, in the order of the claim.
    pub words: Vec<Word>,
}

/// Words of the source in which a claim's words must stand.
const WINDOW: usize = 45;
/// A passage with fewer telling words of the claim, or a smaller share of them in per cent, is not near.
const FEWEST: usize = 3;
const LEAST_SHARE: usize = 40;

/// The claims without a quotation.
pub fn claims(text: &str, report: &Report, quoted: &[Quoted], vocabulary: &mut Vocabulary) -> Vec<Indirect> {
    let slices = Slices::new(text);
    let mut has_quotation = vec![false; report.claims.len()];
    quoted.iter().filter_map(|quotation| quotation.claim).for_each(|i| has_quotation[i] = true);
    let indirect = report.claims.iter().zip(&has_quotation);
    let indirect = indirect.filter(|(claim, has)| claim.form == ClaimForm::Indirect && !**has);
    let telling = indirect.map(|(claim, _)| {
        let mut words: Vec<Word> = Vec::new();
        for range in claim.content.iter().filter_map(|&span| slices.range(span)) {
            words.extend(split(text, Bytes::new(range.start, range.end), Reading::Article, vocabulary).words);
        }
        words.retain(|word| !lists().common_english.has(vocabulary.name(word.key)));
        words.sort_by_key(|word| (word.key, word.span.start));
        words.dedup_by_key(|word| word.key);
        Indirect { claim: claim.id.clone(), words }
    });
    telling.collect()
}

/// The nearest passage of each, where there is one.
pub fn find(claims: &[Indirect], index: &Index, source: &Source) -> Vec<Near> {
    claims.iter().filter_map(|claim| nearest(claim, index, source)).collect()
}

fn nearest(claim: &Indirect, index: &Index, source: &Source) -> Option<Near> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (number, word) in claim.words.iter().enumerate() {
        places.extend(index.rare(std::slice::from_ref(word), 0).iter().map(|&place| (place as usize, number)));
    }
    places.sort_unstable();
    let (words, first, last) = densest(&places, claim.words.len())?;
    let share = words * 100 / claim.words.len().max(1);
    if words < FEWEST || share < LEAST_SHARE {
        return None;
    }
    let bytes = source.words.words[first].span.cover(source.words.words[last].span);
    Some(Near { claim: claim.claim.clone(), b: around(source, bytes), words: share as u32 })
}

/// The window with most different words: how many, its first and last word.
fn densest(places: &[(usize, usize)], numbers: usize) -> Option<(usize, usize, usize)> {
    let mut counts = vec![0u32; numbers];
    let (mut different, mut from) = (0, 0);
    let mut best: Option<(usize, usize, usize)> = None;
    for &(place, number) in places {
        different += usize::from(counts[number] == 0);
        counts[number] += 1;
        while places[from].0 + WINDOW < place {
            let gone = places[from].1;
            counts[gone] -= 1;
            different -= usize::from(counts[gone] == 0);
            from += 1;
        }
        if best.is_none_or(|(most, ..)| different > most) {
            best = Some((different, places[from].0, place));
        }
    }
    best
}
