//! Names that are known: what lists a phrase stands in, how often a word is a given name, a family name or a place,
//! and the country of what has one.
//!
//! A hundred thousand names are only hints for the tagger, so they are packed as [`Table`]s of short fingerprints.

use super::atom::{hash, mix};
use crate::document::Document;
use crate::model::{Container, sum};
use crate::tokenize::tokenize;
use std::sync::OnceLock;

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
    /// Words with which names of buildings, roads and works end, and those with which they begin.
    pub const FACILITY_HEAD: u32 = 17;
    pub const FACILITY_START: u32 = 18;
    /// Diseases, measures, beliefs: names of nothing that has a kind of its own.
    pub const OTHER: u32 = 19;
    /// Names with commas in them stand in these: "Department for Culture, Media and Sport".
    pub const WITH_COMMAS: u32 = 1 << ORGANIZATION | 1 << WORK | 1 << LAW;
    /// Lists that hold common nouns too, which need no capital.
    pub const COMMON: u32 = 1 << ORGANIZATION_HEAD | 1 << PLACE_HEAD | 1 << TITLE | 1 << FACILITY_HEAD;
}

/// The longest phrase that is looked for, in tokens: with a capital, and without.
pub const LONGEST: [usize; 2] = [7, 3];

/// Hashes with a number each, read in place.
///
/// The high bits of a hash choose a bucket, the next ones are its fingerprint in it. Layout: number of entries; log2 of the
/// number of buckets, bits of a fingerprint, sets of values less one, nothing; the values; of each `STRIDE`th bucket, the
/// entries before it; of each bucket, how many it has; the fingerprints, bit after bit; of each entry, which value.
/// With six bits a stranger is taken for an entry about once in sixty times, with twelve once in three thousand.
#[derive(Clone, Copy, Default)]
pub struct Table<'m> {
    count: usize,
    bucket_bits: u32,
    print_bits: u32,
    values: &'m [u8],
    samples: &'m [u8],
    sizes: &'m [u8],
    prints: &'m [u8],
    chosen: &'m [u8],
}

/// Buckets from one noted start to the next.
const STRIDE: usize = 64;

impl<'m> Table<'m> {
    /// Over bytes made by [`Table::pack`]; empty bytes are an empty table.
    pub fn read(bytes: &'m [u8]) -> Table<'m> {
        if bytes.len() < 8 {
            return Table::default();
        }
        let count = number(bytes, 0) as usize;
        let (bucket_bits, print_bits, sets) = (u32::from(bytes[4]), u32::from(bytes[5]), usize::from(bytes[6]) + 1);
        let buckets = 1 << bucket_bits;
        let (values, rest) = bytes[8..].split_at(sets * 4);
        let (samples, rest) = rest.split_at(buckets / STRIDE * 4);
        let (sizes, rest) = rest.split_at(buckets);
        let (prints, chosen) = rest.split_at(bytes_of_prints(count, print_bits));
        Table { count, bucket_bits, print_bits, values, samples, sizes, prints, chosen }
    }

    /// The number of a hash; 0 if there is none.
    pub fn get(&self, hash: u32) -> u32 {
        self.find(hash).map_or(0, |set| number(self.values, set * 4))
    }

    /// As [`Table::get`], of numbers that are two letters.
    pub fn letters(&self, hash: u32) -> Option<&'m str> {
        self.find(hash).and_then(|set| std::str::from_utf8(&self.values[set * 4..][..2]).ok())
    }

    fn find(&self, hash: u32) -> Option<usize> {
        if self.count == 0 {
            return None;
        }
        let bucket = (hash >> (32 - self.bucket_bits)) as usize;
        let sampled = bucket / STRIDE * STRIDE;
        let size = usize::from(self.sizes[bucket]);
        if size == 0 {
            return None;
        }
        let first = number(self.samples, bucket / STRIDE * 4) as usize + sum(&self.sizes[sampled..bucket]);
        let print = fingerprint(hash, self.bucket_bits, self.print_bits);
        let mut entries = first..first + size;
        let fits = |&entry: &usize| print_at(self.prints, entry, self.print_bits) == print;
        entries.find(fits).map(|entry| usize::from(self.chosen[entry]))
    }

    /// Packs hashes with their numbers, `print_bits` (at most 16) a fingerprint; `both` joins the numbers of hashes that fall together.
    /// Of more than 256 numbers the rarest are left out.
    pub fn pack(rows: impl Iterator<Item = (u32, u32)>, print_bits: u32, both: fn(u32, u32) -> u32) -> Vec<u8> {
        let rows: Vec<(u32, u32)> = rows.collect();
        let bucket_bits = (rows.len() / 2).max(STRIDE).next_power_of_two().ilog2();
        let mut joined = std::collections::BTreeMap::new();
        for (hash, value) in rows {
            let key = (hash >> (32 - bucket_bits), fingerprint(hash, bucket_bits, print_bits));
            joined.entry(key).and_modify(|v| *v = both(*v, value)).or_insert(value);
        }
        let sets = common_values(joined.values().copied());
        joined.retain(|_, v| sets.contains(v));
        let mut sizes = vec![0u8; 1 << bucket_bits];
        joined.keys().for_each(|(bucket, _)| sizes[*bucket as usize] += 1);
        let mut bytes = (joined.len() as u32).to_le_bytes().to_vec();
        bytes.extend([bucket_bits as u8, print_bits as u8, (sets.len().max(1) - 1) as u8, 0]);
        bytes.extend(sets.iter().flat_map(|v| v.to_le_bytes()));
        let mut before = 0u32;
        for (bucket, &size) in sizes.iter().enumerate() {
            if bucket % STRIDE == 0 {
                bytes.extend(before.to_le_bytes());
            }
            before += u32::from(size);
        }
        bytes.extend(sizes);
        bytes.extend(packed_prints(joined.keys().map(|&(_, print)| print), print_bits));
        bytes.extend(joined.values().map(|v| sets.iter().position(|s| s == v).expect("kept above") as u8));
        bytes
    }
}

/// The bits of a hash after those that choose its bucket.
fn fingerprint(hash: u32, bucket_bits: u32, print_bits: u32) -> u32 {
    (hash << bucket_bits) >> (32 - print_bits)
}

/// The bytes that hold so many fingerprints, padded so that three can be read at the last.
fn bytes_of_prints(count: usize, print_bits: u32) -> usize {
    (count * print_bits as usize).div_ceil(8) + 2
}

fn packed_prints(prints: impl ExactSizeIterator<Item = u32>, print_bits: u32) -> Vec<u8> {
    let mut bytes = vec![0; bytes_of_prints(prints.len(), print_bits)];
    for (entry, print) in prints.enumerate() {
        let bit = entry * print_bits as usize;
        let three = (print << (bit % 8)).to_le_bytes();
        (0..3).for_each(|n| bytes[bit / 8 + n] |= three[n]);
    }
    bytes
}

fn print_at(prints: &[u8], entry: usize, print_bits: u32) -> u32 {
    let bit = entry * print_bits as usize;
    let three = u32::from_le_bytes([prints[bit / 8], prints[bit / 8 + 1], prints[bit / 8 + 2], 0]);
    (three >> (bit % 8)) & ((1 << print_bits) - 1)
}

/// The values from the commonest, at most 256.
fn common_values(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut counts = std::collections::BTreeMap::new();
    values.for_each(|v| *counts.entry(v).or_insert(0usize) += 1);
    let mut sets: Vec<(usize, u32)> = counts.into_iter().map(|(v, n)| (n, v)).collect();
    sets.sort_by_key(|&(n, v)| (std::cmp::Reverse(n), v));
    sets.into_iter().map(|(_, v)| v).take(256).collect()
}

/// The little-endian `u32` at byte `at`.
fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// All known names.
#[derive(Clone, Copy)]
pub struct Gazetteer<'m> {
    words: Table<'m>,
    phrases: Table<'m>,
    given: Table<'m>,
    countries: Table<'m>,
}

/// The sex that mostly bears a given name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Given {
    Masculine,
    Feminine,
}

impl<'m> Gazetteer<'m> {
    /// From the sections of a model file.
    pub fn read(container: Container<'m>) -> Gazetteer<'m> {
        let table = |name| Table::read(container.section(name));
        Gazetteer {
            words: table("words"),
            phrases: table("phrases"),
            given: table("given"),
            countries: table("countries"),
        }
    }

    /// The committed one.
    pub fn committed() -> &'static Gazetteer<'static> {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| Gazetteer::read(Container::new(include_bytes!("../model/gazetteer.bin"))))
    }

    /// How often a word in lower case is a given name and a family name, how large a place, and whether a part of one.
    pub fn profile(&self, lower: &str) -> [u8; 4] {
        self.words.get(word_hash(lower)).to_le_bytes()
    }

    /// By which sex a given name in lower case is mostly borne.
    pub fn given(&self, lower: &str) -> Option<Given> {
        match self.given.get(word_hash(lower)) {
            0 => None,
            1 => Some(Given::Masculine),
            _ => Some(Given::Feminine),
        }
    }

    /// ISO 3166-1 alpha-2 of a country, its people, a place, an organization or outlet.
    pub fn country(&self, name: &str) -> Option<&'m str> {
        self.countries.letters(name_hash(name))
    }

    /// Whether a name is a country's.
    pub fn is_country(&self, name: &str) -> bool {
        self.phrases.get(name_hash(name)) >> list::COUNTRY & 1 == 1
    }

    /// Whether a name is a newspaper's, a broadcaster's, an agency's.
    pub fn is_outlet(&self, name: &str) -> bool {
        self.phrases.get(name_hash(name)) >> list::OUTLET & 1 == 1
    }

    /// Whether a name is letters that stand for an organization: "UNHCR".
    pub fn is_acronym(&self, name: &str) -> bool {
        self.phrases.get(name_hash(name)) >> list::ACRONYM & 1 == 1
    }

    /// Whether a name is a people's: "Kenyan", "Kenyans", "Kurdish".
    pub fn is_people(&self, name: &str) -> bool {
        let lists = self.phrases.get(name_hash(name));
        lists >> list::ADJECTIVE & 1 == 1 || lists >> list::PEOPLE & 1 == 1
    }

    /// Calls `found` with one past the last token, and a bit for each list, of all listed phrases that begin at a token.
    pub fn phrases(&self, document: &Document, first: usize, last: usize, mut found: impl FnMut(usize, u32)) {
        let capital = document.is_capitalized(first);
        let longest = LONGEST[usize::from(!capital)];
        let (mut h, mut possible) = (0, if capital { !0 } else { list::COMMON });
        for at in first..last.min(first + longest) {
            // A row of names whose print is by chance that of a listed one: "Newsweek, Politico".
            possible &= if document.lower(at) == "," { list::WITH_COMMAS } else { !0 };
            h = phrase_hash(h, document.lower(at));
            let lists = self.phrases.get(h) & possible;
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

/// The hash of a name as written: its tokens in lower case, without article.
pub fn name_hash(name: &str) -> u32 {
    let lower = name.to_lowercase().replace('\u{2019}', "'");
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    let mut h = 0;
    tokenize(lower, |span, _| h = phrase_hash(h, &lower[span.range()]));
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_answer_what_was_packed() {
        let rows: Vec<(u32, u32)> = (0..5000u32).map(|i| (word_hash(&format!("w{i}")), 1 + i % 7)).collect();
        for (bits, most) in [(6, 400), (8, 200), (12, 10), (16, 2)] {
            let bytes = Table::pack(rows.iter().copied(), bits, |a, b| a | b);
            let table = Table::read(&bytes);
            assert!(rows.iter().all(|&(h, v)| table.get(h) & v == v));
            let strangers = (0..10_000).filter(|i| table.get(word_hash(&format!("x{i}"))) != 0).count();
            assert!(strangers <= most, "{strangers}");
        }
        assert_eq!(Table::read(&[]).get(77), 0);
    }

    #[test]
    fn countries_and_given_names_are_known() {
        let gazetteer = Gazetteer::committed();
        let known = [("Vladivostok", "RU"), ("the Netherlands", "NL"), ("South Korean", "KR"), ("TASS", "RU")];
        for (name, code) in known {
            assert_eq!(gazetteer.country(name), Some(code), "{name}");
        }
        assert_eq!(gazetteer.country("Wexelblat"), None);
        assert_eq!(gazetteer.given("maria"), Some(Given::Feminine));
        assert_eq!(gazetteer.given("wexelblat"), None);
    }
}
