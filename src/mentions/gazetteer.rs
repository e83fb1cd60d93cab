//! Names that are known: what lists a phrase stands in, and how often a word is a given name, a family name or a place.
//!
//! Tens of thousands of names are only hints for the tagger, so they are packed as hashes: sorted, each as the Rice code
//! of its distance to the one before, with a byte that says which set of lists it stands in. A phrase that is not in
//! the lists is taken for one that is about once in [`ROOM`] times.

use super::features::{hash, mix};
use crate::document::Document;
use crate::model::Container;
use std::sync::OnceLock;

/// How much larger than the number of entries the space of hashes is, at least, as a power of two.
pub const ROOM: u32 = 7;

/// The lists, by bit, that a phrase can stand in.
pub mod list {
    #![allow(missing_docs)]
    pub const COUNTRY: u32 = 0;
    pub const ADJECTIVE: u32 = 1;
    pub const PEOPLE: u32 = 2;
    pub const CAPITAL: u32 = 3;
    pub const PLACE: u32 = 4;
    pub const FACILITY: u32 = 5;
    pub const ORGANIZATION: u32 = 6;
    pub const ACRONYM: u32 = 7;
    pub const OUTLET: u32 = 8;
    pub const ORGANIZATION_HEAD: u32 = 9;
    pub const PLACE_HEAD: u32 = 10;
    pub const TITLE: u32 = 11;
    pub const EVENT: u32 = 12;
    pub const WORK: u32 = 13;
    pub const PRODUCT: u32 = 14;
    pub const LAW: u32 = 15;
    pub const CITY: u32 = 16;
    /// Lists that hold common nouns too, which need no capital.
    pub const COMMON: u32 = 1 << ORGANIZATION_HEAD | 1 << PLACE_HEAD | 1 << TITLE;
}

/// The longest phrase that is looked for, in tokens: with a capital, and without.
pub const LONGEST: [usize; 2] = [7, 3];

/// Hashes with a number each.
#[derive(Default)]
pub struct Table {
    bits: u32,
    starts: Vec<u32>,
    hashes: Vec<u32>,
    values: Vec<u32>,
}

/// High bits of a hash that choose where to look.
const START_BITS: u32 = 15;

impl Table {
    /// From bytes made by [`Table::pack`]; empty bytes are an empty table.
    pub fn read(bytes: &[u8]) -> Table {
        if bytes.len() < 12 {
            return Table { bits: START_BITS, starts: vec![0; (1 << START_BITS) + 1], ..Table::default() };
        }
        let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let (count, codes) = (number(0) as usize, number(4) as usize);
        let (bits, low, sets) = (u32::from(bytes[8]), u32::from(bytes[9]), bytes[10] as usize + 1);
        let stream = &bytes[12 + sets * 4..][..codes];
        let chosen = &bytes[12 + sets * 4 + codes..][..count];
        let mut table = Table { bits, starts: Vec::with_capacity((1 << START_BITS) + 1), ..Table::default() };
        let (mut at, mut last) = (0usize, 0u32);
        let mut bit = || {
            let b = stream[at >> 3] >> (at & 7) & 1;
            at += 1;
            u32::from(b)
        };
        for &set in chosen {
            let mut high = 0;
            while bit() == 1 {
                high += 1;
            }
            let gap = (0..low).fold(high << low, |gap, n| gap | bit() << n);
            last = last.wrapping_add(gap);
            table.hashes.push(last);
            table.values.push(number(12 + set as usize * 4));
        }
        let mut n = 0;
        for start in 0..=1u32 << START_BITS {
            while n < count && table.hashes[n] >> (bits - START_BITS) < start {
                n += 1;
            }
            table.starts.push(n as u32);
        }
        table
    }

    /// The number of a hash; 0 if there is none.
    pub fn get(&self, hash: u32) -> u32 {
        let hash = hash >> (32 - self.bits);
        let slot = (hash >> (self.bits - START_BITS)) as usize;
        let (from, to) = (self.starts[slot] as usize, self.starts[slot + 1] as usize);
        self.hashes[from..to].iter().position(|&h| h == hash).map_or(0, |n| self.values[from + n])
    }

    /// Packs hashes with their numbers; `both` joins the numbers of hashes that fall together. Of more than 256 numbers
    /// the rarest are left out.
    pub fn pack(rows: impl Iterator<Item = (u32, u32)>, both: fn(u32, u32) -> u32) -> Vec<u8> {
        let rows: Vec<(u32, u32)> = rows.collect();
        let bits = (usize::BITS - rows.len().leading_zeros() + ROOM).clamp(START_BITS, 31);
        let mut joined = std::collections::BTreeMap::new();
        for (hash, value) in rows {
            joined.entry(hash >> (32 - bits)).and_modify(|v| *v = both(*v, value)).or_insert(value);
        }
        let mut counts = std::collections::BTreeMap::new();
        joined.values().for_each(|&v| *counts.entry(v).or_insert(0usize) += 1);
        let mut sets: Vec<(usize, u32)> = counts.into_iter().map(|(v, n)| (n, v)).collect();
        sets.sort_by_key(|&(n, v)| (std::cmp::Reverse(n), v));
        sets.truncate(256);
        let number_of: std::collections::BTreeMap<u32, u8> =
            sets.iter().enumerate().map(|(i, &(_, v))| (v, i as u8)).collect();
        joined.retain(|_, v| number_of.contains_key(v));
        let low = ROOM.saturating_sub(1);
        let (mut stream, mut at, mut last) = (Vec::new(), 0usize, 0u32);
        let mut push = |bit: bool| {
            if at & 7 == 0 {
                stream.push(0u8);
            }
            *stream.last_mut().expect("a byte was pushed") |= u8::from(bit) << (at & 7);
            at += 1;
        };
        for &hash in joined.keys() {
            let gap = hash - last;
            last = hash;
            (0..gap >> low).for_each(|_| push(true));
            push(false);
            (0..low).for_each(|n| push(gap >> n & 1 == 1));
        }
        let mut bytes = (joined.len() as u32).to_le_bytes().to_vec();
        bytes.extend((stream.len() as u32).to_le_bytes());
        bytes.extend([bits as u8, low as u8, (sets.len().max(1) - 1) as u8, 0]);
        bytes.extend(sets.iter().flat_map(|(_, v)| v.to_le_bytes()));
        bytes.extend(stream);
        bytes.extend(joined.values().map(|v| number_of[v]));
        bytes
    }
}

/// All known names.
pub struct Gazetteer {
    words: Table,
    phrases: Table,
}

impl Gazetteer {
    /// From the sections of a model file.
    pub fn read(container: Container) -> Gazetteer {
        Gazetteer { words: Table::read(container.section("words")), phrases: Table::read(container.section("phrases")) }
    }

    /// The committed one.
    pub fn committed() -> &'static Gazetteer {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| Gazetteer::read(Container::new(include_bytes!("../model/gazetteer.bin"))))
    }

    /// How often a word in lower case is a given name and a family name, how large a place, and whether a part of one.
    pub fn profile(&self, lower: &str) -> [u8; 4] {
        self.words.get(word_hash(lower)).to_le_bytes()
    }

    /// Calls `found` with one past the last token, and a bit for each list, of all listed phrases that begin at a token.
    pub fn phrases(&self, document: &Document, first: usize, last: usize, mut found: impl FnMut(usize, u32)) {
        let capital = document.is_capitalized(first);
        let longest = LONGEST[usize::from(!capital)];
        let mut h = 0;
        for at in first..last.min(first + longest) {
            h = phrase_hash(h, document.lower(at));
            let mut lists = self.phrases.get(h);
            if !capital {
                lists &= list::COMMON;
            }
            if lists != 0 {
                found(at + 1, lists);
            }
        }
    }
}

/// The hash of a word in lower case.
pub fn word_hash(lower: &str) -> u32 {
    mix(hash(lower.bytes()), 0x51ED_270B)
}

/// The hash of a phrase with one more token in lower case; 0 is that of the empty phrase.
pub fn phrase_hash(before: u32, lower: &str) -> u32 {
    mix(before, hash(lower.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_answer_what_was_packed() {
        let rows: Vec<(u32, u32)> = (0..5000u32).map(|i| (word_hash(&format!("w{i}")), 1 + i % 7)).collect();
        let table = Table::read(&Table::pack(rows.iter().copied(), |a, b| a | b));
        assert!(rows.iter().all(|&(h, v)| table.get(h) & v == v));
        let strangers = (0..10_000).filter(|i| table.get(word_hash(&format!("x{i}"))) != 0).count();
        assert!(strangers < 200, "{strangers}");
        assert_eq!(Table::read(&[]).get(77), 0);
    }
}
