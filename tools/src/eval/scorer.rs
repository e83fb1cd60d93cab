//! `eval/score.py` over the `onrecord` command that was built beside this one.

use super::Row;
use crate::pack::root;
use std::path::PathBuf;
use std::process::Command;

/// The scorer's figures for the texts of some files, as rows of a set. `kind`: what it scores, "times"; `more`: further
/// arguments for it.
pub fn measure(
    set: &'static str,
    kind: &str,
    gold: &[PathBuf],
    more: &[&str],
    note: &'static str,
) -> Result<Vec<Row>, String> {
    let output = Command::new("python3")
        .arg(root().join("eval/score.py"))
        .arg(kind)
        .args(gold)
        .args(more)
        .args(["--cli", &command()?])
        .current_dir(root())
        .output()
        .map_err(|e| format!("python3: {e}"))?;
    if !output.status.success() {
        return Err(format!("{set}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().flat_map(|line| read(set, line, note)).collect())
}

/// The command that was built beside these tools.
fn command() -> Result<String, String> {
    let tools = std::env::current_exe().map_err(|e| e.to_string())?;
    let onrecord = tools.with_file_name(format!("onrecord{}", std::env::consts::EXE_SUFFIX));
    if !onrecord.exists() {
        return Err(format!("{} is missing: build onrecord-cli in the same profile", onrecord.display()));
    }
    Ok(format!("{} --jsonl", onrecord.display()))
}

/// Measures of which recall has a row of its own beside F1.
const WITH_RECALL: &[&str] = &["relaxed", "found"];

/// "times value    P  84.1 R  79.6 F1  81.8", "times value given span  87.8 of 222",
/// "entities kind right   91.3 of 1001 found; 79 entries stand for one that has an entry already".
fn read(set: &'static str, line: &str, note: &'static str) -> Vec<Row> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let row = |measure: String, value: &str, note| Some(Row { set, measure, value: value.parse().ok()?, note });
    match words[..] {
        [_, name, "P", _, "R", recall, "F1", f1] => [("", f1), (" recall", recall)]
            .into_iter()
            .filter(|(what, _)| what.is_empty() || WITH_RECALL.contains(&name))
            .filter_map(|(what, value)| row(format!("{name}{what}"), value, note))
            .collect(),
        [_, "value", "given", "span", value, "of", _] => {
            row("value given span".into(), value, note).into_iter().collect()
        }
        [_, "kind", "right", value, "of", ..] => {
            row("kind right".into(), value, "of those found").into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(line: &str, expected: &[(&str, f64)]) {
        let rows = read("set", line, "");
        let found: Vec<(&str, f64)> = rows.iter().map(|row| (row.measure.as_str(), row.value)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_of_the_scorer() {
        check("times value    P  84.1 R  79.6 F1  81.8", &[("value", 81.8)]);
        check("times relaxed  P  93.0 R  94.0 F1  93.5", &[("relaxed", 93.5), ("relaxed recall", 94.0)]);
        check("times value given span  87.8 of 222", &[("value given span", 87.8)]);
        check("entities kind right   91.3 of 10 found; 2 entries stand for", &[("kind right", 91.3)]);
        check("numbers left out    9 of 64 texts: a gold value is no number", &[]);
    }
}
