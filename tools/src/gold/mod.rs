//! `tools gold FOLDER`: marked articles (`tests/articles/README.md`) as one JSON object a line, in the scorer's format.

mod interrupted;

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Prints the gold of every `NAME.marks.json` of the folders, in name order.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if arguments.is_empty() {
        return Err("usage: tools gold FOLDER …".into());
    }
    for folder in arguments {
        for row in read_folder(Path::new(folder))? {
            println!("{row}");
        }
    }
    Ok(())
}

/// The gold of every marked article of a folder.
pub fn read_folder(folder: &Path) -> Result<Vec<Value>, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".marks.json"))
        .collect();
    files.sort();
    files.iter().map(|file| read(file).map_err(|e| format!("{}: {e}", file.display()))).collect()
}

fn read(file: &Path) -> Result<Value, String> {
    let marks: Value =
        serde_json::from_str(&fs::read_to_string(file).map_err(|e| e.to_string())?).map_err(|e| e.to_string())?;
    let beside = file.to_string_lossy().replace(".marks.json", ".txt");
    // A second marking of the same article has no text of its own.
    let article = if Path::new(&beside).exists() { beside } else { beside.replace("/second/", "/develop/") };
    let text = fs::read_to_string(&article).map_err(|e| format!("{article}: {e}"))?;
    let places = Places::new(&text);
    Ok(json!({
        "id": marks["id"], "text": text, "published": marks["published"], "ref": marks["published"],
        "quotes": interrupted::join(&text, claims(&marks, &places)?), "entities": names(&marks, &places), "ann": annotations(&marks, &places)?,
        "checks": marks["checks"],
    }))
}

/// Where words stand in a text, in code points.
struct Places<'t> {
    text: &'t str,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Places<'t> {
        Places { text }
    }

    /// Byte offsets of all occurrences whose lettered edges are edges of words.
    fn all(&self, words: &str) -> Vec<usize> {
        let starts_lettered = words.starts_with(char::is_alphanumeric);
        let ends_lettered = words.ends_with(char::is_alphanumeric);
        self.text
            .match_indices(words)
            .map(|(at, _)| at)
            .filter(|&at| {
                let before = self.text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                let after = self.text[at + words.len()..].chars().next().is_some_and(char::is_alphanumeric);
                !(starts_lettered && before || ends_lettered && after)
            })
            .collect()
    }

    /// A span as the scorer wants it: `"words"` or `["words", nth]`.
    fn span(&self, mark: &Value) -> Result<Value, String> {
        let (words, nth) = parts(mark)?;
        let all = self.all(words);
        let at = match nth {
            None if all.len() == 1 => all[0],
            None => return Err(format!("{words:?} occurs {} times", all.len())),
            Some(nth) => *all.get(nth - 1).ok_or_else(|| format!("{words:?} has no occurrence {nth}"))?,
        };
        Ok(self.json(at, words))
    }

    fn json(&self, at: usize, words: &str) -> Value {
        let start = self.text[..at].chars().count();
        json!({"start": start, "end": start + words.chars().count(), "text": words})
    }
}

fn parts(mark: &Value) -> Result<(&str, Option<usize>), String> {
    match mark {
        Value::String(words) => Ok((words, None)),
        Value::Array(pair) if pair.len() == 2 => {
            let words = pair[0].as_str().ok_or("a span's words are a string")?;
            let nth = pair[1].as_u64().filter(|&n| n > 0).ok_or("occurrences are counted from 1")?;
            Ok((words, Some(nth as usize)))
        }
        other => Err(format!("no span: {other}")),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn claims(marks: &Value, places: &Places) -> Result<Vec<Value>, String> {
    let name = |id: &Value| list(&marks["entities"]).iter().find(|e| &e["id"] == id).map(|e| e["name"].clone());
    list(&marks["claims"])
        .iter()
        .map(|claim| {
            let optional = |key: &str| claim.get(key).map(|mark| places.span(mark)).transpose();
            let contents: Result<Vec<Value>, String> = list(&claim["content"]).iter().map(|m| places.span(m)).collect();
            let cue = optional("cue")?;
            Ok(json!({
                "id": claim["id"], "kind": claim["form"], "contents": contents?, "cue": cue,
                "cues": cue.iter().collect::<Vec<_>>(), "sources": optional("source")?.iter().collect::<Vec<_>>(),
                "resolved_speaker": list(&claim["speakers"]).first().and_then(name), "via": claim.get("via"),
                "attribution": claim["attribution"], "stance": claim["stance"], "negated": claim.get("negated"),
                "hedged": claim.get("hedged"), "addressee": optional("addressee")?, "medium": optional("medium")?,
                "said": optional("said")?, "anonymity": optional("anonymity")?,
            }))
        })
        .collect::<Result<Vec<_>, String>>()
        .map(|rows| rows.into_iter().map(without_nulls).collect())
}

fn without_nulls(row: Value) -> Value {
    match row {
        Value::Object(fields) => fields.into_iter().filter(|(_, v)| !v.is_null()).collect(),
        other => other,
    }
}

/// Every name mention: the longest listed string wins where two overlap.
fn names(marks: &Value, places: &Places) -> Vec<Value> {
    let mut listed: Vec<(String, Option<usize>, &str)> = list(&marks["entities"])
        .iter()
        .flat_map(|e| list(&e["mentions"]).iter().map(move |m| (e, m)))
        .filter_map(|(e, m)| parts(m).ok().map(|(words, nth)| (words.to_owned(), nth, scorer_kind(e["kind"].as_str()))))
        .collect();
    // A numbered occurrence is an exception to the rule that all occurrences of a string are one entity's.
    listed.sort_by_key(|(words, nth, _)| (std::cmp::Reverse(words.len()), nth.is_none()));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut rows = Vec::new();
    for (words, nth, kind) in listed {
        let all = places.all(&words);
        let chosen: Vec<usize> = nth.map_or(all.clone(), |n| all.get(n - 1).copied().into_iter().collect());
        for at in chosen {
            let end = at + words.len();
            if taken.iter().any(|&(s, e)| s < end && at < e) {
                continue;
            }
            taken.push((at, end));
            let mut row = places.json(at, &words);
            row["kind"] = json!(kind);
            rows.push(row);
        }
    }
    rows.sort_by_key(|row| row["start"].as_u64());
    rows
}

fn scorer_kind(kind: Option<&str>) -> &'static str {
    match kind {
        Some("person") => "Person",
        Some("organization") => "Organization",
        Some("place") => "Location",
        Some("facility") => "Facility",
        Some("group") => "NORP",
        _ => "Misc",
    }
}

fn annotations(marks: &Value, places: &Places) -> Result<Vec<Value>, String> {
    let mut rows = Vec::new();
    for (key, list) in [("quantities", list(&marks["quantities"])), ("times", list(&marks["times"]))] {
        for mark in list {
            let mut row = places.span(&mark["text"])?;
            row["kind"] = mark["kind"].clone();
            let value_key = if key == "times" { "timex" } else { "value" };
            row[value_key] = mark["value"].clone();
            for field in ["low", "high", "unit", "approximate", "of", "parts", "change"] {
                row[field] = mark.get(field).cloned().unwrap_or_default();
            }
            if key == "quantities" && row["unit"].is_null() {
                let of = mark.get("of").map(parts).transpose()?;
                row["unit"] = of.map_or(Value::Null, |(words, _)| json!(words));
            }
            rows.push(without_nulls(row));
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_articles_of_the_repository_can_be_read() {
        let folder = crate::pack::root().join("tests/articles");
        let rows = super::read_folder(&folder).expect("every mark stands in its text");
        assert!(rows.len() >= 6);
        assert!(rows.iter().all(|row| row["quotes"].as_array().is_some_and(|q| q.len() > 5)));
    }
}
