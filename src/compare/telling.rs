//! What two passages in other words have in common: words without their endings, words of one class ("shut" and
//! "closed"), the rarer the more.

use super::alike::List;
use super::hedges::stem;
use super::words::Map;
use crate::model::lists;
use crate::tags;

/// A word without its ending, and its class.
#[derive(Clone, Copy)]
struct Feature {
    stem: u32,
    class: u16,
}

/// Passages of two texts.
#[derive(Default)]
pub struct Passages {
    stems: Map<String, u32>,
    /// How many passages hold each stem.
    holders: Vec<u32>,
    passages: Vec<Vec<Feature>>,
}

/// Keys of classes stand above those of words.
const CLASS_KEYS: u32 = 1 << 24;
/// The weight of a word that one passage alone has, and the least.
const RAREST: u32 = 60;
const COMMONEST: u32 = 6;

impl Passages {
    /// Takes in a passage by its words in lower case; its number, and the keys by which others are found.
    pub fn add<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> List {
        let telling = words.filter(|word| !lists().common_english.has(word));
        let mut features: Vec<Feature> = telling.map(|word| self.feature(word)).collect();
        features.sort_by_key(|feature| feature.stem);
        features.dedup_by_key(|feature| feature.stem);
        features.iter().for_each(|feature| self.holders[feature.stem as usize] += 1);
        let classes = features.iter().filter(|feature| feature.class > 0);
        let keys = features.iter().map(|feature| feature.stem);
        let keys = keys.chain(classes.map(|feature| CLASS_KEYS + u32::from(feature.class))).collect();
        self.passages.push(features);
        (self.passages.len() - 1, keys)
    }

    fn feature(&mut self, word: &str) -> Feature {
        let lemma = lists().lemmas.get(word).and_then(|row| row.split_once(':')).map_or(word, |(_, lemma)| lemma);
        let next = self.stems.len() as u32;
        let stem = *self.stems.entry(stem(lemma).to_owned()).or_insert(next);
        if stem == next {
            self.holders.push(0);
        }
        Feature { stem, class: tags::word_class(word) }
    }

    fn weight(&self, feature: &Feature) -> u32 {
        (RAREST / self.holders[feature.stem as usize].max(1)).max(COMMONEST)
    }

    /// How much of two passages is in both, in per cent of their weight: a word of the same class counts half.
    pub fn score(&self, a: usize, b: usize) -> usize {
        let (a, b) = (&self.passages[a], &self.passages[b]);
        let (shared_a, all_a) = self.shared(a, b);
        let (shared_b, all_b) = self.shared(b, a);
        ((shared_a + shared_b) * 100 / (all_a + all_b).max(1)) as usize
    }

    fn shared(&self, of: &[Feature], with: &[Feature]) -> (u32, u32) {
        let (mut shared, mut all) = (0, 0);
        for feature in of {
            let weight = self.weight(feature);
            all += weight;
            if with.binary_search_by_key(&feature.stem, |other| other.stem).is_ok() {
                shared += weight;
            } else if feature.class > 0 && with.iter().any(|other| other.class == feature.class) {
                shared += weight / 2;
            }
        }
        (shared, all)
    }
}
