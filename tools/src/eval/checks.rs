//! Checks over real articles: every figure that was recomputed, with its verdict, to be read for false alarms.

use crate::pack::root;
use onrecord::{Options, analyze};
use std::path::{Path, PathBuf};

/// Folders of whole articles in the development data.
const CORPORA: &[&str] = &["ner", "times", "attribution/polnear-train", "attribution/gum/dev", "attribution/gum/train"];
/// Words shown on each side of what was recomputed, in bytes.
const CONTEXT_BYTES: usize = 90;

/// Prints each check of each article, and how many there were; `--alarms`: only what does not agree.
pub fn list(alarms_only: bool) -> Result<(), String> {
    let (mut articles, mut agreed, mut alarms) = (0, 0, 0);
    for text in articles_of(&data()?)? {
        articles += 1;
        let report = analyze(&text, &Options::default()).map_err(|e| e.to_string())?;
        let utf16: Vec<u16> = text.encode_utf16().collect();
        for check in &report.checks {
            agreed += usize::from(check.agrees);
            alarms += usize::from(!check.agrees);
            if check.agrees && alarms_only {
                continue;
            }
            let start = check.spans.iter().map(|s| s.start as usize).min().unwrap_or(0).saturating_sub(CONTEXT_BYTES);
            let end = check.spans.iter().map(|s| s.end as usize).max().unwrap_or(0) + CONTEXT_BYTES;
            let shown = String::from_utf16_lossy(&utf16[start..end.min(utf16.len())]).replace('\n', " ");
            let verdict = if check.agrees { "agrees" } else { "ALARM " };
            println!("{verdict} {:14} {:?}\t{shown}", check.kind, check.computed);
        }
    }
    println!("{articles} articles, {agreed} checks agree, {alarms} do not");
    Ok(())
}

fn data() -> Result<PathBuf, String> {
    std::env::var("ONRECORD_DATA").map(PathBuf::from).map_err(|_| "ONRECORD_DATA does not say where the data is".into())
}

/// All texts of the corpora and of this repository, each once.
fn articles_of(data: &Path) -> Result<Vec<String>, String> {
    let mut texts = std::collections::BTreeSet::new();
    for folder in CORPORA {
        for file in files(&data.join(folder))? {
            let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
            match file.extension().and_then(|e| e.to_str()) {
                Some("jsonl") => texts.extend(text.lines().filter_map(text_of)),
                Some("json") => texts.extend(text_of(&text)),
                _ => {}
            }
        }
    }
    for file in files(&root().join("tests/articles"))?.into_iter().chain(files(&root().join("eval/develop"))?) {
        if file.extension().is_some_and(|e| e == "txt") {
            texts.insert(std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?);
        }
    }
    Ok(texts.into_iter().collect())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(entries.flatten().map(|e| e.path()).collect())
}

fn text_of(json: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    Some(value.get("text")?.as_str()?.to_owned())
}
