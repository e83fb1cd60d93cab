//! `data/gazetteer/*.tsv` into `src/model/gazetteer.bin`: known names as hints for the tagger.

use onrecord::mentions::gazetteer::{Table, list, phrase_hash, word_hash};
use onrecord::model;
use onrecord::tokenize::tokenize;
use std::fs;
use std::path::Path;

/// A file, its columns, and the list in which their phrases stand; names in one cell are parted by `|`.
const LISTS: &[(&str, &[usize], u32)] = &[
    ("countries", &[2, 3], list::COUNTRY),
    ("countries", &[4], list::ADJECTIVE),
    ("countries", &[5, 6], list::PEOPLE),
    ("countries", &[7], list::CAPITAL),
    ("demonyms", &[0], list::ADJECTIVE),
    ("demonyms", &[1, 2], list::PEOPLE),
    ("places", &[0, 1], list::PLACE),
    ("facilities", &[0, 1], list::FACILITY),
    ("organizations", &[0, 2], list::ORGANIZATION),
    ("organizations", &[1], list::ACRONYM),
    ("outlets", &[0, 1, 2], list::OUTLET),
    ("org_heads", &[0], list::ORGANIZATION_HEAD),
    ("place_heads", &[0], list::PLACE_HEAD),
    ("titles", &[0, 1], list::TITLE),
    ("events", &[0, 1], list::EVENT),
    ("works", &[0, 1], list::WORK),
    ("products", &[0, 1], list::PRODUCT),
    ("laws", &[0, 1], list::LAW),
    ("cities", &[0], list::CITY),
];

/// The bytes of the gazetteer.
pub fn pack(folder: &Path) -> Result<Vec<u8>, String> {
    let mut phrases = Vec::new();
    for (file, columns, list) in LISTS {
        for line in read(folder, file)?.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let names = columns.iter().filter_map(|&c| cells.get(c)).flat_map(|c| c.split('|'));
            phrases.extend(names.filter(|n| !n.is_empty()).map(|n| (hash_of_phrase(n), 1 << list)));
        }
    }
    let words: Vec<(u32, u32)> = read(folder, "words")?.lines().skip(1).filter_map(word).collect();
    Ok(model::pack(&[
        ("words".into(), Table::pack(words.into_iter(), most)),
        ("phrases".into(), Table::pack(phrases.into_iter(), |a, b| a | b)),
    ]))
}

fn read(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(format!("{name}.tsv"));
    fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn word(line: &str) -> Option<(u32, u32)> {
    let mut cells = line.split('\t');
    let hash = word_hash(cells.next()?);
    let mut levels = [0u8; 4];
    for level in &mut levels {
        *level = cells.next()?.parse().ok()?;
    }
    Some((hash, u32::from_le_bytes(levels)))
}

/// The higher of each level.
fn most(a: u32, b: u32) -> u32 {
    let (a, b) = (a.to_le_bytes(), b.to_le_bytes());
    u32::from_le_bytes([0, 1, 2, 3].map(|i| a[i].max(b[i])))
}

fn hash_of_phrase(phrase: &str) -> u32 {
    let lower = phrase.to_lowercase().replace('\u{2019}', "'");
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    let mut h = 0;
    tokenize(lower, |span, _| h = phrase_hash(h, &lower[span.range()]));
    h
}
