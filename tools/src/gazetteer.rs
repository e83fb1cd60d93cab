//! `data/gazetteer/*.tsv` into `src/model/gazetteer.bin`: known names as hints for the tagger.

use onrecord::mentions::gazetteer::{Table, list, name_hash, word_hash};
use onrecord::model;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A file, its columns, and the list in which their phrases stand; names in one cell are separated by `|`.
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
    ("others", &[0, 1], list::OTHER),
];

/// Files whose rows say a country: the columns of names, and the column of the code. What comes first is believed.
const COUNTRIES: &[(&str, &[usize], usize)] = &[
    ("countries", &[2, 3, 4, 5, 6, 7], 0),
    ("country_of", &[0], 1),
    ("demonyms", &[0, 1, 2], 4),
    ("places", &[0, 1], 3),
    ("outlets", &[0, 1, 2], 4),
    ("organizations", &[0, 1, 2], 4),
    ("facilities", &[0, 1], 3),
];

/// The bytes of the gazetteer.
pub fn pack(folder: &Path) -> Result<Vec<u8>, String> {
    let mut phrases = Vec::new();
    for (file, columns, list) in LISTS {
        for line in read(folder, file)?.lines().skip(1) {
            phrases.extend(names(line, columns).map(|name| (name_hash(name), 1 << list)));
        }
    }
    for line in read(folder, "facility_heads")?.lines().skip(1) {
        let list = if line.ends_with("begins") { list::FACILITY_START } else { list::FACILITY_HEAD };
        phrases.extend(names(line, &[0]).map(|name| (name_hash(name), 1 << list)));
    }
    let words: Vec<(u32, u32)> = read(folder, "words")?.lines().skip(1).filter_map(word).collect();
    let given: Vec<(u32, u32)> = read(folder, "given_gender")?.lines().skip(1).filter_map(given_name).collect();
    Ok(model::pack(&[
        ("words".into(), Table::pack(words.into_iter(), 6, most)),
        ("phrases".into(), Table::pack(phrases.into_iter(), 7, |a, b| a | b)),
        ("given".into(), Table::pack(given.into_iter(), 12, |a, _| a)),
        ("countries".into(), Table::pack(countries(folder)?.into_iter(), 12, |a, _| a)),
    ]))
}

/// The names in some cells of a row; in one cell they are separated by `|`.
fn names<'l>(line: &'l str, columns: &'l [usize]) -> impl Iterator<Item = &'l str> {
    let cells: Vec<&str> = line.split('\t').collect();
    let cells = columns.iter().filter_map(move |&c| cells.get(c).copied());
    cells.flat_map(|c| c.split('|')).filter(|n| !n.is_empty())
}

/// Names with the letters of their country; one that a file gives to two countries is left to the next file.
fn countries(folder: &Path) -> Result<Vec<(u32, u32)>, String> {
    let mut known = BTreeMap::new();
    for (file, columns, code) in COUNTRIES {
        let mut of_file: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for line in read(folder, file)?.lines().skip(1) {
            let code =
                line.split('\t').nth(*code).filter(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase()));
            let Some(&[a, b]) = code.map(str::as_bytes) else { continue };
            let value = u32::from_le_bytes([a, b, 0, 0]);
            names(line, columns).for_each(|name| of_file.entry(name_hash(name)).or_default().push(value));
        }
        for (hash, values) in of_file {
            if values.iter().all(|&v| v == values[0]) {
                known.entry(hash).or_insert(values[0]);
            }
        }
    }
    Ok(known.into_iter().collect())
}

fn given_name(line: &str) -> Option<(u32, u32)> {
    let (name, sex) = line.split_once('\t')?;
    Some((word_hash(name), if sex == "m" { 1 } else { 2 }))
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
