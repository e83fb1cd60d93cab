//! Names on the development sets: exact spans, by kind, as `eval/score.py names` counts them.

use super::Row;
use crate::marked::{self, Marked};
use onrecord::Options;
use onrecord::document::Document;
use onrecord::mentions::tagger::Tagger;
use onrecord::mentions::{self, Form};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A name: its first byte, one past its last, its kind.
type Name = (usize, usize, &'static str);

/// A set: its name in the table, its file, and our kind for one of its own.
type Set = (&'static str, &'static str, fn(&str) -> &'static str);

const SETS: &[Set] = &[
    ("worldwide.dev", "ner/worldwide.dev.jsonl", kind_of_worldwide),
    ("uner-ewt.dev", "ner/uner-ewt.dev.jsonl", kind_of_uner),
];

/// Part of what is trained on, for cross-validation.
const FOLD: Set = ("worldwide.fold", "ner/worldwide.train.jsonl", kind_of_worldwide);

/// Into how many parts it is cut: each so-many-th text is of one.
pub const FOLDS: usize = 5;

fn kind_of_worldwide(kind: &str) -> &'static str {
    match kind {
        "Person" => "person",
        "Organization" => "organization",
        "Location" => "place",
        "Facility" => "facility",
        "NORP" => "group",
        "Misc" => "other",
        "Product" => "product",
        _ => "",
    }
}

fn kind_of_uner(kind: &str) -> &'static str {
    match kind {
        "PER" => "person",
        "ORG" => "organization",
        "LOC" => "place",
        _ => "",
    }
}

/// What is counted as one kind.
const MEASURES: &[(&str, &[&str])] = &[
    ("names PER", &["person"]),
    ("names ORG", &["organization"]),
    ("names LOC", &["place", "facility"]),
    ("names group", &["group"]),
    ("names facility", &["facility"]),
    ("names product", &["product"]),
    ("names event, work, product, law", &["event", "work", "product", "law", "other"]),
];

/// All sets by the whole analysis.
pub fn measure() -> Result<Vec<Row>, String> {
    measure_with(None, &analyzed)
}

/// Prints what is missed and what is wrong on the first set.
pub fn show() -> Result<(), String> {
    let (_, file, kind) = SETS[0];
    for text in marked::json_lines(&data(file)?)? {
        let (gold, found) = both(&text, kind, &analyzed(&text.text)?);
        let wrong = gold.symmetric_difference(&found).filter(|(_, _, kind)| !kind.is_empty());
        for &(start, end, kind) in wrong {
            let what = if gold.contains(&(start, end, kind)) { "missed" } else { "wrong" };
            let around = |from: usize, to: usize| text.text.get(from..to).unwrap_or("").replace('\n', " ");
            let from = (start.saturating_sub(40)..start).find(|&i| text.text.is_char_boundary(i)).unwrap_or(start);
            let to = (end + 30..).find(|&i| i >= text.text.len() || text.text.is_char_boundary(i)).unwrap_or(end);
            let to = to.min(text.text.len());
            println!("{what}\t{kind}\t{}\t{}[]{}", around(start, end), around(from, start), around(end, to));
        }
    }
    Ok(())
}

/// The names of the whole analysis.
fn analyzed(text: &str) -> Result<Found, String> {
    let report = onrecord::analyze(text, &Options::default()).map_err(|e| e.to_string())?;
    let bytes = bytes_of_units(text);
    let names = report.entities.iter().flat_map(|e| e.mentions.iter().map(|m| (m, e.kind.name())));
    let names = names.filter(|(m, _)| m.form == Form::Name);
    Ok(names.map(|(m, kind)| (bytes[m.start as usize], bytes[m.end as usize], kind)).collect())
}

/// All sets by another tagger, before the names are entities; with the fold that it was not trained on, that too.
pub fn of_tagger(tagger: &Tagger, fold: Option<usize>) -> Result<Vec<Row>, String> {
    measure_with(fold, &|text| {
        let document = Document::read(text);
        let found = mentions::names(&document, &onrecord::tags::tag(&document), tagger);
        let names = found.iter().filter(|m| m.form == Form::Name);
        Ok(names.map(|m| (m.span.start as usize, m.span.end as usize, m.kind.name())).collect())
    })
}

/// The names in a text, by byte.
type Found = Vec<Name>;
type Finder<'f> = &'f dyn Fn(&str) -> Result<Found, String>;

fn data(file: &str) -> Result<PathBuf, String> {
    let data = std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA does not say where the data is".to_owned())?;
    Ok(Path::new(&data).join(file))
}

fn measure_with(fold: Option<usize>, find: Finder) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let sets = SETS.iter().map(|set| (set, None)).chain(fold.map(|fold| (&FOLD, Some(fold))));
    for ((set, file, kind), fold) in sets {
        let mut tallies = vec![Tally::default(); MEASURES.len() + 1];
        let texts = marked::json_lines(&data(file)?)?.into_iter().enumerate();
        for (_, text) in texts.filter(|(n, _)| fold.is_none_or(|fold| n % FOLDS == fold)) {
            count(&text, *kind, &find(&text.text)?, &mut tallies);
        }
        let names = MEASURES.iter().map(|(name, _)| *name).chain(["names PER/ORG/LOC"]);
        let rated = names.zip(&tallies).filter(|(_, tally)| tally.gold > 0);
        rows.extend(rated.map(|(measure, tally)| tally.row(set, measure)));
    }
    Ok(rows)
}

/// The marked names and ours, without outer articles, marks and possessive endings.
fn both(text: &Marked, kind: fn(&str) -> &'static str, found: &[Name]) -> (BTreeSet<Name>, BTreeSet<Name>) {
    let bare = |start: usize, end: usize, kind| {
        let (from, to) = bare(&text.text[start..end]);
        (from < to).then_some((start + from, start + to, kind))
    };
    let gold = text.names.iter().filter_map(|(s, e, k)| bare(*s, *e, kind(k))).collect();
    (gold, found.iter().filter_map(|&(s, e, k)| bare(s, e, k)).collect())
}

/// The part of a name without leading article, possessive ending, outer marks and white space.
fn bare(name: &str) -> (usize, usize) {
    let mut rest = name;
    loop {
        let before = rest;
        rest = rest.trim_matches(|c: char| c.is_whitespace() || "\"'“”‘’«»()[]{},;:".contains(c));
        for article in ["The ", "the ", "A ", "a ", "An ", "an "] {
            rest = rest.strip_prefix(article).unwrap_or(rest);
        }
        for ending in ["'s", "’s"] {
            rest = rest.strip_suffix(ending).unwrap_or(rest);
        }
        if rest == before {
            let from = rest.as_ptr() as usize - name.as_ptr() as usize;
            return (from, from + rest.len());
        }
    }
}

/// Adds one text to the tallies: one for each measure, the last for persons, organizations and places together.
fn count(text: &Marked, kind: fn(&str) -> &'static str, found: &[Name], tallies: &mut [Tally]) {
    let (gold, found) = both(text, kind, found);
    let (main, parts) = tallies.split_last_mut().expect("the last is for the sum");
    for (n, ((_, kinds), tally)) in MEASURES.iter().zip(parts).enumerate() {
        let of = |names: &BTreeSet<Name>| -> BTreeSet<(usize, usize)> {
            names.iter().filter(|(_, _, k)| kinds.contains(k)).map(|&(a, b, _)| (a, b)).collect()
        };
        let (gold, found) = (of(&gold), of(&found));
        let one = Tally { right: gold.intersection(&found).count(), found: found.len(), gold: gold.len() };
        tally.add(one);
        if n < 3 {
            main.add(one);
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }

    fn row(&self, set: &'static str, measure: &str) -> Row {
        let value = 200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64;
        Row { set, measure: measure.to_owned(), value, note: "F1, exact spans" }
    }
}

/// Of each UTF-16 code unit of a text, and of its end, the byte.
fn bytes_of_units(text: &str) -> Vec<usize> {
    let mut bytes: Vec<usize> =
        text.char_indices().flat_map(|(at, c)| std::iter::repeat_n(at, c.len_utf16())).collect();
    bytes.push(text.len());
    bytes
}
