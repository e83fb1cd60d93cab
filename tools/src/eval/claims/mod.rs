//! Claims against marked articles: by form, and how often each rule is right.

pub mod tally;
mod words;

use super::Row;
use crate::{gold, pack::root};
use onrecord::{Options, analyze};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tally::{Outcome, Tally};

/// Invented articles that are marked with the contract's conventions.
const MARKED: &[(&str, &str)] =
    &[("claims.own", "tests/articles"), ("claims.develop", "eval/develop"), ("claims.fresh", "eval/fresh")];

/// Rows of all sets that are there: our articles; the user's article and its variants, GUM's news and three quarters of
/// PolNeAR where `ONRECORD_DATA` says where they are.
pub fn measure() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for &(set, folder) in MARKED {
        rows.extend(figures(set, &tally(&gold::read_folder(&root().join(folder))?)));
    }
    for (set, texts) in foreign()? {
        rows.extend(figures(set, &tally(&texts)));
    }
    Ok(rows)
}

/// The figures of the invented articles that are kept aside: nothing but numbers.
pub fn measure_blind() -> Result<Vec<Row>, String> {
    Ok(figures("claims.blind", &tally(&gold::read_folder(&root().join("eval/blind"))?)))
}

/// What our claims came to in some gold texts.
pub fn tally(texts: &[Value]) -> Tally {
    let mut tally = Tally::new(reporting_forms());
    for row in texts {
        let options = Options { published: row["published"].as_str().map(str::to_owned), outlet: None };
        let report = analyze(row["text"].as_str().unwrap_or(""), &options).expect("articles are short");
        tally.add(row, &report);
    }
    tally
}

/// The forms of reporting verbs that the scorer counts as such: it has the list.
fn reporting_forms() -> BTreeSet<String> {
    let scorer = std::fs::read_to_string(root().join("eval/score.py")).unwrap_or_default();
    let list =
        scorer.split_once("SAID = set('''").and_then(|(_, rest)| rest.split_once("'''")).map_or("", |(list, _)| list);
    list.split_whitespace().map(str::to_owned).collect()
}

/// Sets that others marked, each with conventions of its own.
fn foreign() -> Result<Vec<(&'static str, Vec<Value>)>, String> {
    let Ok(data) = std::env::var("ONRECORD_DATA") else { return Ok(Vec::new()) };
    let data = Path::new(&data);
    let mut sets = Vec::new();
    let article = data.join("../article");
    if article.is_dir() {
        let marked = crate::variants::read_article(&article)?;
        sets.push(("claims.variants", crate::variants::all(&marked)));
        sets.push(("claims.article", vec![marked]));
    }
    let gum: Vec<PathBuf> =
        ["train", "dev"].iter().flat_map(|part| json_files(&data.join("attribution/gum").join(part))).collect();
    let is_news = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("GUM_news"));
    sets.push(("claims.gum-news", read_all(&gum.into_iter().filter(is_news).collect::<Vec<_>>())?));
    // Every fourth file is kept to measure on.
    let polnear = json_files(&data.join("attribution/polnear-train")).into_iter().enumerate();
    sets.push((
        "claims.polnear",
        read_all(&polnear.filter(|(i, _)| i % 4 != 3).map(|(_, file)| file).collect::<Vec<_>>())?,
    ));
    Ok(sets)
}

/// The JSON files of a folder, in name order; none where there is no such folder.
pub fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    files
}

/// The gold texts in files of JSON, one a file.
pub fn read_all(files: &[PathBuf]) -> Result<Vec<Value>, String> {
    let read = |file: &PathBuf| {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        serde_json::from_str(&text).map_err(|e| format!("{}: {e}", file.display()))
    };
    files.iter().map(read).collect()
}

/// The rows of a set.
pub fn figures(set: &'static str, tally: &Tally) -> Vec<Row> {
    let row = |measure: String, value: f64, note| Row { set, measure, value, note };
    let mut rows = Vec::new();
    for form in ["", "direct", "indirect", "mixed"] {
        let of_form = |side: &&Outcome| form.is_empty() || side.form == form;
        let (gold, ours) = (share(tally.gold.iter().filter(of_form)), share(tally.ours.iter().filter(of_form)));
        // Gold of others has no forms.
        if gold.1 == 0 {
            continue;
        }
        let said: Vec<&Outcome> = tally.gold.iter().filter(|side| side.is_said).collect();
        let name = |measure: &str| format!("{}{}{measure}", form, if form.is_empty() { "" } else { " " });
        if form.is_empty() {
            let recall = percent(share(said.into_iter()));
            rows.push(row("said F1".into(), f1(percent(ours), recall), "recall of gold whose cue reports"));
        }
        rows.push(row(name("e2e precision"), percent(ours), "content half the same, source right"));
        rows.push(row(name("e2e recall"), percent(gold), "content half the same, source right"));
        rows.push(row(name("e2e F1"), f1(percent(ours), percent(gold)), "content half the same, source right"));
    }
    let exact = (tally.exact, tally.gold.len() + tally.ours.len());
    rows.push(row("exact F1".into(), 2. * percent(exact), "content the same to the word"));
    if tally.speakers.1 > 0 {
        rows.push(row("speakers".into(), percent(tally.speakers), "of those that gold names"));
        rows.push(row("chains".into(), percent(tally.chains), "of those in gold"));
    }
    rows
}

fn share<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> (usize, usize) {
    outcomes.fold((0, 0), |(right, all), outcome| (right + usize::from(outcome.right), all + 1))
}

/// So many of so many in percent.
pub fn percent((right, all): (usize, usize)) -> f64 {
    100. * right as f64 / all.max(1) as f64
}

fn f1(precision: f64, recall: f64) -> f64 {
    2. * precision * recall / (precision + recall).max(1e-9)
}

/// How often each rule is right and how often it was judged, the busiest first.
pub fn by_rule(judged: &[Outcome]) -> Vec<(&'static str, (usize, usize))> {
    let mut by_rule: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    for outcome in judged {
        let counts = by_rule.entry(outcome.rule).or_default();
        *counts = (counts.0 + usize::from(outcome.right), counts.1 + 1);
    }
    let mut ranked: Vec<(&'static str, (usize, usize))> = by_rule.into_iter().collect();
    ranked.sort_by_key(|(rule, (_, all))| (std::cmp::Reverse(*all), *rule));
    ranked
}
