//! Reads the packed data: named sections, and in them word lists that need no parsing.
//!
//! `tools pack` makes `model/lists.bin` from `data/*.tsv`; `tools train` makes the weights. Both lie in
//! the form in which they are used: nothing is parsed or built when the library starts.

use crate::document::Document;
use std::sync::OnceLock;

/// A file of named sections: `ONRECORD`, a count, then 24 bytes of name, start and length for each.
#[derive(Clone, Copy)]
pub struct Container<'m>(&'m [u8]);

/// First bytes of every container.
pub const MAGIC: &[u8; 8] = b"ONRECORD";
/// Bytes of a section's name, padded with NUL.
pub const NAME_BYTES: usize = 24;

impl<'m> Container<'m> {
    /// A container over bytes made by [`pack`].
    pub const fn new(bytes: &'m [u8]) -> Container<'m> {
        Container(bytes)
    }

    /// The bytes of a section; empty if there is none of that name.
    pub fn section(self, name: &str) -> &'m [u8] {
        (0..number(self.0, 8))
            .map(|i| &self.0[12 + i * (NAME_BYTES + 8)..])
            .find(|row| row[..NAME_BYTES].iter().copied().take_while(|&b| b != 0).eq(name.bytes()))
            .map_or(&[], |row| &self.0[number(row, NAME_BYTES)..][..number(row, NAME_BYTES + 4)])
    }
}

/// Packs named sections into one container; each begins on a multiple of four bytes.
pub fn pack(sections: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend((sections.len() as u32).to_le_bytes());
    let mut start = 12 + sections.len() * (NAME_BYTES + 8);
    for (name, body) in sections {
        assert!(name.len() < NAME_BYTES, "a section's name is at most {} bytes: {name}", NAME_BYTES - 1);
        bytes.extend(name.bytes().chain(std::iter::repeat(0)).take(NAME_BYTES));
        bytes.extend((start as u32).to_le_bytes());
        bytes.extend((body.len() as u32).to_le_bytes());
        start += body.len().next_multiple_of(4);
    }
    for (_, body) in sections {
        bytes.extend(body);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    bytes
}

/// A packed word list: from a word or phrase (in lower case) to the rest of its row, by a hash table in place.
///
/// Layout: slot count (a power of two), longest phrase in words, slots of `u32` (0: empty, else 1 + offset of the
/// entry), entries of key length (`u8`), value length (`u16`), key, value.
#[derive(Clone, Copy)]
pub struct Lexicon<'m>(&'m [u8]);

impl<'m> Lexicon<'m> {
    /// A list over bytes made by [`Lexicon::pack`]; an empty slice is an empty list.
    pub const fn new(bytes: &'m [u8]) -> Lexicon<'m> {
        Lexicon(bytes)
    }

    /// The rest of the row of `key` ("" for a list of bare words).
    pub fn get(self, key: &str) -> Option<&'m str> {
        self.find(key).and_then(|(_, value)| std::str::from_utf8(value).ok())
    }

    fn find(self, key: &str) -> Option<(&'m [u8], &'m [u8])> {
        self.find_hashed(hash(key), |found| found == key.as_bytes())
    }

    /// The entry of the key that has this hash and that `is_key` knows.
    #[inline(always)]
    fn find_hashed(self, hash: u32, is_key: impl Fn(&[u8]) -> bool) -> Option<(&'m [u8], &'m [u8])> {
        let slots = u32::from_le_bytes(*self.0.first_chunk()?) as usize;
        let (table, entries) = self.0[8..].split_at(slots * 4);
        let (table, _) = table.as_chunks::<4>();
        let mut slot = hash as usize & (slots - 1);
        loop {
            let entry = (u32::from_le_bytes(table[slot]) as usize).checked_sub(1)?;
            let &[key, low, high] = entries[entry..].first_chunk()?;
            let (found, rest) = entries[entry + 3..].split_at(usize::from(key));
            if is_key(found) {
                return Some((found, &rest[..usize::from(u16::from_le_bytes([low, high]))]));
            }
            slot = (slot + 1) & (slots - 1);
        }
    }

    /// The entry's own copy of `key`, which lives as long as the model.
    pub fn key(self, key: &str) -> Option<&'m str> {
        self.find(key).and_then(|(key, _)| std::str::from_utf8(key).ok())
    }

    /// Whether `key` is in the list.
    pub fn has(self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The longest entry whose words are the tokens from `first` on: how many tokens, and its row.
    pub fn longest(self, document: &Document, first: usize) -> Option<(usize, &'m str)> {
        if self.0.is_empty() || first >= document.tokens.len() {
            return None;
        }
        let most = self.most_words(document.lower(first));
        if most == 1 {
            return Some((1, self.get(document.lower(first))?));
        }
        let last = document.tokens.len().min(first + most);
        let mut phrase = String::new();
        let mut ends = Vec::with_capacity(most);
        for i in first..last {
            if i > first && document.tokens[i].spaced {
                phrase.push(' ');
            }
            phrase.push_str(document.lower(i));
            ends.push(phrase.len());
        }
        (0..ends.len()).rev().find_map(|n| Some((n + 1, self.get(&phrase[..ends[n]])?)))
    }

    /// The tokens of the longest phrase that begins with a word.
    fn most_words(self, first: &str) -> usize {
        let is_key = |found: &[u8]| found.split_first() == Some((&HEAD, first.as_bytes()));
        let row = self.find_hashed(hash_on(hash_on(BASIS, &[HEAD]), first.as_bytes()), is_key);
        row.and_then(|(_, n)| std::str::from_utf8(n).ok()?.parse().ok()).unwrap_or(1)
    }

    /// Packs rows of key and value. Phrases are keys whose tokens are separated as in the text ("according to", "vice-president");
    /// `tokens` counts a key's tokens, as the tokenizer would, and names its first.
    pub fn pack(rows: &[(String, String)], tokens: impl Fn(&str) -> (String, usize)) -> Vec<u8> {
        let mut most = std::collections::BTreeMap::new();
        for (key, _) in rows {
            let (first, count) = tokens(key);
            if count > 1 {
                let longest = most.entry(first).or_insert(1);
                *longest = count.max(*longest);
            }
        }
        let heads = most.into_iter().map(|(first, n)| (format!("{}{first}", char::from(HEAD)), n.to_string()));
        let rows: Vec<(String, String)> = rows.iter().cloned().chain(heads).collect();
        let slots = (rows.len() * 3 / 2 + 1).next_power_of_two();
        let mut table = vec![0u32; slots];
        let mut entries = Vec::new();
        for (key, value) in &rows {
            let mut slot = hash(key) as usize & (slots - 1);
            while table[slot] != 0 {
                slot = (slot + 1) & (slots - 1);
            }
            table[slot] = entries.len() as u32 + 1;
            entries.push(u8::try_from(key.len()).expect("a key is at most 255 bytes"));
            entries.extend(u16::try_from(value.len()).expect("a value is at most 65,535 bytes").to_le_bytes());
            entries.extend(key.bytes().chain(value.bytes()));
        }
        let mut bytes = (slots as u32).to_le_bytes().to_vec();
        bytes.extend(0u32.to_le_bytes());
        bytes.extend(table.iter().flat_map(|slot| slot.to_le_bytes()));
        bytes.extend(entries);
        bytes
    }
}

/// Stands before the first word of a phrase in the key under which the tokens of the longest such phrase are noted.
const HEAD: u8 = 1;

/// FNV-1a over bytes, 32 bits.
pub fn hash(key: &str) -> u32 {
    hash_on(BASIS, key.as_bytes())
}

const BASIS: u32 = 0x811c_9dc5;

fn hash_on(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// The sum of bytes, eight at a time: so the packed tables tell where what they ask for begins.
pub fn sum(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    let whole: usize = eights.iter().map(|&eight| sum_of_eight(u64::from_le_bytes(eight))).sum();
    whole + rest.iter().map(|&n| usize::from(n)).sum::<usize>()
}

/// The sum of the first `count` of eight bytes; of fewer than eight.
pub fn sum_of_first(eight: u64, count: usize) -> usize {
    sum_of_eight(eight & ((1 << (8 * count)) - 1))
}

/// The sum of the eight bytes of a number.
pub fn sum_of_eight(eight: u64) -> usize {
    const EVEN: u64 = 0x00FF_00FF_00FF_00FF;
    let pairs = (eight & EVEN) + (eight >> 8 & EVEN);
    (pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48) as usize
}

/// The little-endian `u32` at byte `at`.
fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
}

/// Whether a word beside a number or a time is of a class of `data/figure_words.tsv`: "before-year", "contest".
pub fn is_word(word: &str, class: &str) -> bool {
    lists().figure_words.get(word).is_some_and(|classes| classes.split(' ').any(|c| c == class))
}

/// Whether a word is of a class of `data/entity_words.tsv`.
pub fn is_entity_word(word: &str, class: &str) -> bool {
    lists().entity_words.get(word).is_some_and(|classes| classes.split(' ').any(|c| c == class))
}

/// Whether a word as it is written is an office in letters: "PM", "FM".
pub fn is_office(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && is_entity_word(&word.to_lowercase(), "office")
}

/// Whether a noun means one of a kind, or several, by `data/role_nouns.tsv`: "person", "organization".
pub fn noun_means(noun: &str, kind: &str) -> bool {
    lists().role_nouns.get(noun).is_some_and(|row| row.split('\t').next() == Some(kind))
}

/// Whether the word names a change by so much: "a *rise* of 5".
pub fn names_step(word: &str) -> bool {
    lists().change_words.get(word).is_some_and(|row| row.ends_with("\tnoun"))
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The word lists of `data/*.tsv`, by file name.
        pub struct Lists { $($(#[$doc])* pub $name: Lexicon<'static>),* }

        /// All lists, found once.
        pub fn lists() -> &'static Lists {
            static LISTS: OnceLock<Lists> = OnceLock::new();
            LISTS.get_or_init(|| {
                let container = Container::new(include_bytes!("model/lists.bin"));
                Lists { $($name: Lexicon::new(container.section(stringify!($name)))),* }
            })
        }
    };
}

lists! {
    /// "Mr.", "Inc.": when their full stop belongs to them (`always`, `capital` or `number` follows).
    abbreviations,
    /// "non", "anti": stay one word with what follows their hyphen.
    prefixes,
    /// Words that begin sentences: "the", "but", "he".
    starters,
    /// Common words of English.
    common_english,
    /// Common words of other languages in Latin script.
    common_foreign,
    /// Reporting verbs: stance and what they govern.
    cue_verbs,
    /// Words and marks that may open or close a content: their class.
    boundary_words,
    /// Reporting nouns: "claim", "warning".
    cue_nouns,
    /// Words that the rules for claims ask about, each with its classes.
    claim_words,
    /// Words that the joining of mentions asks about, each with its classes.
    entity_words,
    /// What can speak without being a person: "report", "study", "law".
    source_works,
    /// What something is done or measured by: "need", "age"; no source after "according to".
    criteria,
    /// Head nouns of sources that stay without a name: "officials", "source".
    unnamed_sources,
    /// Where something is said: "statement", "interview".
    media,
    /// Names of channels: "X", "Telegram".
    platforms,
    /// "courier", "cyclone": at which end of a name, and what it makes of the name.
    name_words,
    /// "film", "carmaker": what the name after them is, or the name that they explain after a comma.
    name_nouns,
    /// "block", "want": a place that is their subject stands for its government.
    acting_verbs,
    /// "he", "whose": what kind it stands for.
    pronouns,
    /// "leader", "ministry", "villages": the kind, and `plural`.
    role_nouns,
    /// "twelve", "dozen", "third": class and value.
    number_words,
    /// "official": the offices that it may stand for.
    role_synonyms,
    /// "dollars", "US$", "Rs": ISO 4217 code, parts to the main unit, where it stands, other countries of the name.
    currencies,
    /// "miles", "km/h", "per cent": UCUM code, dimension, factor to its base unit.
    units,
    /// UCUM codes: dimension, factor to its base unit, other sizes that go by its name.
    unit_codes,
    /// "about", "more than", "up to": what they make of the number after them.
    hedges,
    /// "rose", "down": which way the number beside them changed, and `noun` where the word names the change.
    change_words,
    /// Words beside a number or a time, and what they are there.
    figure_words,
    /// Words that end a noun phrase, or that no counted thing is.
    not_counted,
    /// "september", "tuesday", "yesterday", "recently": class and value.
    time_words,
    /// "christmas day": the rule of its date.
    holidays,
    /// Currencies: the least and the most that a US dollar has cost.
    rates,
    /// "chairwoman", "Mr": `m` or `f`.
    gendered,
    /// "color": the spelling by which it is compared, "colour".
    spellings,
    /// "may", "reportedly", "will": whether they hedge or come and go with words that do.
    certainty,
    /// "um", "you know": and whether commas must part them from the other words.
    fillers,
    /// Words whose dictionary form no rule gives: "said" -> "V:say".
    lemmas,
}
