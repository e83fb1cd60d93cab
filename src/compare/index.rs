//! Where the words of the quotations stand in the source: places of single words, pairs and threes that are rare there.

use super::words::{Map, Word};

/// What stands at more places than this is no anchor: each place costs time, and says little.
const MOST_PLACES: usize = 16;
/// Numbers of words are packed three to a key.
const KEY_BITS: u32 = 21;
/// Words in the longest anchor.
pub const LONGEST: usize = 3;

/// Places in the source of what the quotations hold.
pub struct Index {
    numbers: Map<u64, u32>,
    places: Vec<Places>,
}

#[derive(Default)]
struct Places {
    count: u32,
    first: Vec<u32>,
}

/// The words from `at` on, packed; `None` if there are fewer, or one is too rare a word to have a short number.
fn packed(words: &[Word], at: usize, length: usize) -> Option<u64> {
    let words = words.get(at..at + length)?;
    words
        .iter()
        .try_fold(1, |packed, word| (word.key < 1 << KEY_BITS).then(|| packed << KEY_BITS | u64::from(word.key)))
}

impl Index {
    /// Reads the quotations, then the source once. `known`: words with lower numbers stand in quotations.
    pub fn new<'w>(quotations: impl Iterator<Item = &'w [Word]>, source: &[Word], known: u32) -> Index {
        let mut index = Index { numbers: Map::default(), places: Vec::new() };
        for quotation in quotations {
            for at in 0..quotation.len() {
                (1..=LONGEST).filter_map(|length| packed(quotation, at, length)).for_each(|key| index.want(key));
            }
        }
        // How many words on end stand in quotations at all: most of a long source do not.
        for at in 0..source.len() {
            let run = source[at..].iter().take(LONGEST).take_while(|word| word.key < known).count();
            for length in 1..=run {
                let Some(&number) = packed(source, at, length).and_then(|key| index.numbers.get(&key)) else { break };
                index.places[number as usize].add(at);
            }
        }
        index
    }

    fn want(&mut self, key: u64) {
        let next = self.places.len() as u32;
        if *self.numbers.entry(key).or_insert(next) == next {
            self.places.push(Places::default());
        }
    }

    fn find(&self, words: &[Word], at: usize, length: usize) -> Option<&Places> {
        let number = self.numbers.get(&packed(words, at, length)?)?;
        Some(&self.places[*number as usize])
    }

    /// Where the most telling words that begin at `at` stand: the longest that are there and rare.
    pub fn rare(&self, words: &[Word], at: usize) -> &[u32] {
        let found = (1..=LONGEST).rev().filter_map(|length| self.find(words, at, length));
        let mut rare =
            found.filter(|places| places.count > 0).take_while(|places| places.count as usize <= MOST_PLACES);
        rare.next().map_or(&[], |places| &places.first)
    }

    /// Where the words that begin at `at` stand first, however often that may be.
    pub fn first(&self, words: &[Word], at: usize) -> &[u32] {
        let mut found = (1..=LONGEST).rev().filter_map(|length| self.find(words, at, length));
        found.find(|places| places.count > 0).map_or(&[], |places| &places.first)
    }
}

impl Places {
    fn add(&mut self, at: usize) {
        self.count += 1;
        if self.first.len() < MOST_PLACES {
            self.first.push(at as u32);
        }
    }
}
