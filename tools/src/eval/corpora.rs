//! Every text of the development data goes through without a panic.

use super::Row;
use crate::random::Random;
use onrecord::{Options, analyze};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Analyses all texts; fails with the names of those on which the analysis broke.
pub fn measure() -> Result<Vec<Row>, String> {
    let data = std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA does not say where the data is".to_owned())?;
    let mut files = Vec::new();
    collect(Path::new(&data), &mut files)?;
    files.sort();
    let texts: Vec<(String, String)> = files.iter().flat_map(|file| texts_of(file)).collect();
    let disturbed = disturb(&texts);
    let broken = [analyze_all(&texts), analyze_all(&disturbed)].concat();
    if broken.is_empty() {
        let row = |measure: &str, texts: &[_]| {
            let value = texts.len() as f64;
            Row { set: "all corpora", measure: measure.into(), value, note: "without a panic" }
        };
        return Ok(vec![row("texts read", &texts), row("texts with disturbed quotation marks read", &disturbed)]);
    }
    Err(format!("the analysis broke on {} texts:\n  {}", broken.len(), broken.join("\n  ")))
}

/// How many texts are read once more with their quotation marks disturbed.
const DISTURBED: usize = 100;

/// Some of the texts, from all corpora, with marks struck out and put in at random places, so that they no longer pair.
fn disturb(texts: &[(String, String)]) -> Vec<(String, String)> {
    let mut random = Random::new(20);
    let step = (texts.len() / DISTURBED).max(1);
    let some = texts.iter().step_by(step).take(DISTURBED);
    some.map(|(name, text)| (format!("{name}, marks disturbed"), without_pairs(text, &mut random))).collect()
}

fn without_pairs(text: &str, random: &mut Random) -> String {
    const MARKS: [char; 6] = ['"', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\''];
    let mut disturbed = String::with_capacity(text.len());
    for c in text.chars() {
        if !(MARKS.contains(&c) && random.below(3) == 0) {
            disturbed.push(c);
        }
        if c == ' ' && random.below(40) == 0 {
            disturbed.push(MARKS[random.below(MARKS.len())]);
        }
    }
    disturbed
}

/// The names of the texts on which the analysis panics.
fn analyze_all(texts: &[(String, String)]) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut broken = Vec::new();
        while let Some((name, text)) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            if catch_unwind(|| analyze(text, &Options::default()).map(|_| ())).is_err() {
                broken.push(name.clone());
            }
        }
        broken
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut broken: Vec<String> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|worker| worker.join().expect("a panic was caught")).collect()
    });
    broken.sort();
    broken
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Name and text of all that a file holds: JSON with "text", one for the file or one a line; tables with a column "Text";
/// the sentences of each document of a treebank.
fn texts_of(file: &Path) -> Vec<(String, String)> {
    let Ok(content) = std::fs::read_to_string(file) else { return Vec::new() };
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let texts: Vec<String> = match file.extension().and_then(|e| e.to_str()) {
        Some("json") => text_in(&content).into_iter().collect(),
        Some("jsonl") => content.lines().filter_map(text_in).collect(),
        Some("tsv") => column(&content, "Text"),
        Some("conllu") => documents(&content),
        _ => Vec::new(),
    };
    texts.into_iter().enumerate().map(|(i, text)| (format!("{name}, text {}", i + 1), text)).collect()
}

fn text_in(json: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    value["text"].as_str().map(str::to_owned)
}

fn column(table: &str, name: &str) -> Vec<String> {
    let mut lines = table.lines();
    let at = lines.next().and_then(|head| head.split('\t').position(|field| field == name));
    let Some(at) = at else { return Vec::new() };
    lines.filter_map(|line| line.split('\t').nth(at)).map(str::to_owned).collect()
}

fn documents(treebank: &str) -> Vec<String> {
    let mut documents = Vec::new();
    for line in treebank.lines() {
        if line.starts_with("# newdoc") {
            documents.push(String::new());
        } else if let (Some(text), Some(document)) = (line.strip_prefix("# text = "), documents.last_mut()) {
            document.push_str(text);
            document.push('\n');
        }
    }
    documents
}
