//! The vocabulary: which words have a class, and which tags each can have.

use crate::conllu::{Sentence, lower};
use crate::pack::root;
use onrecord::tags::lexicon::{BUCKET_BITS, BUCKETS_PER_START, HAS_ROW, hash_word, place};
use onrecord::tags::tagger::Tags;
use onrecord::tags::{Form, Pos};
use std::collections::BTreeMap;

/// A word seen this often has only the tags it was seen with.
const OFTEN: usize = 12;
/// A word seen this often has its own row in the net.
pub const ROW_COUNT: usize = 5;
/// Sets of tags that the model can name.
const MOST_SETS: usize = 255;

/// The vocabulary as it is packed.
pub struct Vocabulary {
    /// Tags and their sets.
    pub tags: Tags,
    /// Named sections of the model file.
    pub sections: Vec<(String, Vec<u8>)>,
    /// Words with their own row in the net, and one for all others.
    pub rows: usize,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    class: u16,
    possible: u8,
    count: usize,
}

/// From the treebanks and the committed word classes.
pub fn build(sentences: &[Sentence]) -> Result<Vocabulary, String> {
    let path = root().join("data/classes/classes.txt");
    let classes = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut entries: BTreeMap<u32, Entry> = BTreeMap::new();
    let mut coarser = vec![0; 2];
    for (number, line) in classes.lines().enumerate() {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        // 0 is "no class" at every grain; one class in 256 therefore shares its number with another.
        let (coarse, middle) = (next().parse::<u8>().unwrap_or(0), next().parse::<u8>().unwrap_or(0));
        coarser.extend([middle.max(1), coarse + 1]);
        for word in next().split(' ') {
            entries.entry(hash_word(word)).or_default().class = number as u16 + 1;
        }
    }
    let (tags, sets) = tags(sentences);
    for (word, (possible, count)) in sets {
        let entry = entries.entry(word).or_default();
        (entry.possible, entry.count) = (possible, count);
    }
    let mut sections = sections(&entries);
    let high = &sections.iter().find(|s| s.0 == "words.class.high").expect("it was made above").1;
    let rows = 1 + high.iter().filter(|&&h| h & HAS_ROW != 0).count();
    sections.push(("classes.coarser".into(), coarser));
    sections.push(("tags".into(), tags.all.iter().flat_map(|&(p, f)| [p as u8, f as u8]).collect()));
    sections.push(("tags.sets".into(), tags.sets.iter().flat_map(|s| s.to_le_bytes()).collect()));
    Ok(Vocabulary { tags, sections, rows })
}

/// The tags, and for each word of the treebanks the number of its set and how often it was seen.
fn tags(sentences: &[Sentence]) -> (Tags, BTreeMap<u32, (u8, usize)>) {
    let words = || sentences.iter().flat_map(|s| &s.words);
    let mut counts: BTreeMap<(Pos, Form), usize> = BTreeMap::new();
    words().for_each(|w| *counts.entry((w.pos, w.form)).or_default() += 1);
    counts.retain(|_, n| *n > 3);
    assert!(counts.len() < 128, "a set of tags has 128 bits");
    let all: Vec<(Pos, Form)> = counts.keys().copied().collect();
    let number = |tag: (Pos, Form)| all.iter().position(|&t| t == tag);
    let mut seen: BTreeMap<u32, BTreeMap<usize, usize>> = BTreeMap::new();
    for word in words() {
        if let Some(tag) = number((word.pos, word.form)) {
            *seen.entry(hash_word(&lower(&word.text))).or_default().entry(tag).or_default() += 1;
        }
    }
    // Open tags: what words that were seen once were.
    let mut once: BTreeMap<usize, usize> = BTreeMap::new();
    seen.values()
        .filter(|t| t.values().sum::<usize>() == 1)
        .flat_map(|t| t.keys())
        .for_each(|&t| *once.entry(t).or_default() += 1);
    let open = once.iter().filter(|&(_, &n)| n > 8).fold(0u128, |set, (&t, _)| set | 1 << t);
    let mut by_set: BTreeMap<u128, (usize, Vec<(u32, usize)>)> = BTreeMap::new();
    for (&word, tags) in &seen {
        let count: usize = tags.values().sum();
        let set = tags.iter().filter(|&(_, &n)| n * 400 >= count).fold(0u128, |set, (&t, _)| set | 1 << t);
        let set = if count < OFTEN { set | open } else { set };
        let row = by_set.entry(set).or_default();
        row.0 += count;
        row.1.push((word, count));
    }
    let mut ranked: Vec<_> = by_set.into_iter().map(|(set, (n, words))| (set, n, words)).collect();
    ranked.sort_by_key(|row| (std::cmp::Reverse(row.1), row.0));
    let mut sets = vec![open];
    let mut numbers = BTreeMap::new();
    for (set, _, words) in ranked {
        let number = if sets.len() <= MOST_SETS {
            sets.push(set);
            sets.len() - 1
        } else {
            // The smallest of the sets that holds it all; the open one if none does.
            (1..sets.len()).filter(|&n| sets[n] & set == set).min_by_key(|&n| sets[n].count_ones()).unwrap_or(0)
        };
        numbers.extend(words.into_iter().map(|(word, count)| (word, (number as u8, count))));
    }
    (Tags::new(all, sets), numbers)
}

/// The hash table in place.
fn sections(entries: &BTreeMap<u32, Entry>) -> Vec<(String, Vec<u8>)> {
    let mut buckets: Vec<BTreeMap<u8, Entry>> = vec![BTreeMap::new(); 1 << BUCKET_BITS];
    for (&word, &entry) in entries {
        let (bucket, print) = place(word);
        // Of two words that look alike the one that is seen more often stays.
        let slot = buckets[bucket].entry(print).or_insert(entry);
        if slot.count < entry.count {
            *slot = entry;
        }
    }
    let (mut starts, mut rows) = (Vec::new(), Vec::new());
    let (mut at, mut row) = (0, 0);
    let has_row = |e: &Entry| e.count >= ROW_COUNT;
    for group in buckets.chunks(BUCKETS_PER_START) {
        rows.extend((row as u16).to_le_bytes());
        row += group.iter().flat_map(|b| b.values()).filter(|e| has_row(e)).count();
        starts.extend(u16::try_from(at).expect("a vocabulary has at most 65,535 words").to_le_bytes());
        at += group.iter().map(BTreeMap::len).sum::<usize>();
    }
    let all = || buckets.iter().flat_map(|b| b.values());
    vec![
        ("words.starts".into(), starts),
        ("words.rows".into(), rows),
        ("words.counts".into(), buckets.iter().map(|b| b.len() as u8).collect()),
        ("words.prints".into(), buckets.iter().flat_map(|b| b.keys().copied()).collect()),
        ("words.class.low".into(), all().map(|e| e.class as u8).collect()),
        (
            "words.class.high".into(),
            all().map(|e| (e.class >> 8) as u8 | if has_row(e) { HAS_ROW } else { 0 }).collect(),
        ),
        ("words.possible".into(), all().map(|e| e.possible).collect()),
    ]
}
