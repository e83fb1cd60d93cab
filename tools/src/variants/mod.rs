//! `tools variants GOLD`: a marked article as twenty others with other names, verbs, dashes, quotation marks, order of cue
//! and source, and spelling, each with its gold. The same article gives the same variants.

mod edits;

use edits::Edits;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// How many variants an article has.
pub const COUNT: usize = 20;

const GIVEN: &[&str] =
    &["Amara", "Tomas", "Ines", "Ruth", "Farid", "Leila", "Oscar", "Mei", "Henrik", "Paulo", "Nadia"];
const FAMILY: &[&str] = &[
    "Okafor",
    "Lindqvist",
    "Moreau",
    "Tanaka",
    "Haddad",
    "Novak",
    "Castillo",
    "Byrne",
    "Osei",
    "Petrov",
    "Rahman",
    "Weiss",
];
/// A cue and what may stand in its place with the same grammar.
const VERBS: &[(&str, &[&str])] = &[
    ("said", &["said", "stated", "explained", "declared", "argued"]),
    ("reported", &["reported", "announced", "said"]),
    ("wrote", &["wrote", "argued", "said"]),
    ("warned", &["warned", "cautioned"]),
    ("added", &["added", "continued"]),
];
const AMERICAN: &[(&str, &str)] = &[
    ("Defence", "Defense"),
    ("defence", "defense"),
    ("kilometres", "kilometers"),
    ("programmes", "programs"),
    ("honour", "honor"),
    ("travelling", "traveling"),
    ("centre", "center"),
];
const DASHES: &[&str] = &["--", "—", "–", "-"];
/// Opening and closing mark, and the apostrophe that goes with them.
const MARKS: &[(&str, &str, &str)] = &[("\"", "\"", "'"), ("“", "”", "’"), ("‘", "’", "’")];

/// Prints the variants of each gold row of the files.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if arguments.is_empty() {
        return Err("usage: tools variants FOLDER …  (with claims.json and names.jsonl)".into());
    }
    for folder in arguments {
        for row in all(&read_article(Path::new(folder))?) {
            println!("{row}");
        }
    }
    Ok(())
}

/// A marked article whose claims and names lie in files of their own: `claims.json`, `names.jsonl`.
pub fn read_article(folder: &Path) -> Result<Value, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let first = if name.ends_with('l') { text.lines().next().unwrap_or("{}") } else { &text };
        serde_json::from_str::<Value>(first).map_err(|e| format!("{}: {e}", path.display()))
    };
    let mut row = read("claims.json")?;
    row["entities"] = read("names.jsonl")?["entities"].clone();
    Ok(row)
}

/// All variants of a marked article.
pub fn all(row: &Value) -> Vec<Value> {
    (0..COUNT).map(|n| variant(row, n)).collect()
}

fn variant(row: &Value, n: usize) -> Value {
    let names = other_names(row, n);
    let mut edits = Edits::new(row["text"].as_str().unwrap_or(""));
    rename(&mut edits, row, &names);
    edits.words(VERBS.iter().map(|(verb, others)| (*verb, others[n % others.len()])), &spans_of(row, "cues"));
    if n % 3 == 1 {
        edits.words(AMERICAN.iter().copied(), &[(0, usize::MAX)]);
    }
    edits.dashes(DASHES[n % DASHES.len()]);
    edits.marks(MARKS[n / 2 % MARKS.len()]);
    let mut row = edits.apply(row, &|name| renamed(name, &names));
    if n % 4 >= 2 {
        edits::invert_cues(&mut row);
    }
    row["id"] = json!(format!("{} {}", row["id"].as_str().unwrap_or("article"), n + 1));
    row
}

/// For each word of a person's name another: of those who stand alone in a mention a family name.
fn other_names(row: &Value, n: usize) -> BTreeMap<String, &'static str> {
    let text: Vec<char> = row["text"].as_str().unwrap_or("").chars().collect();
    let is_person = |e: &&Value| matches!(e["kind"].as_str(), Some("Person" | "PER"));
    let mentions: Vec<Vec<String>> = list(row, "entities")
        .iter()
        .filter(is_person)
        .map(|e| edits::slice(&text, edits::span(e)).split(' ').map(str::to_owned).collect())
        .collect();
    let alone: Vec<&String> = mentions.iter().filter(|m| m.len() == 1).map(|m| &m[0]).collect();
    let mut names = BTreeMap::new();
    let (mut given, mut family) = (n, n);
    for word in mentions.iter().flatten() {
        if !names.contains_key(word) {
            let is_family = alone.contains(&word) || mentions.iter().any(|m| m.len() == 2 && &m[1] == word);
            let (pool, next) = if is_family { (FAMILY, &mut family) } else { (GIVEN, &mut given) };
            names.insert(word.clone(), pool[*next % pool.len()]);
            *next += 1;
        }
    }
    names
}

fn rename(edits: &mut Edits, row: &Value, names: &BTreeMap<String, &'static str>) {
    let persons = list(row, "entities").iter().filter(|e| matches!(e["kind"].as_str(), Some("Person" | "PER")));
    let spans: Vec<(usize, usize)> = persons.map(edits::span).collect();
    edits.words(names.iter().map(|(name, other)| (name.as_str(), *other)), &spans);
}

fn renamed(name: &str, names: &BTreeMap<String, &'static str>) -> String {
    let other = |word: &str| {
        let (stem, ending) = word.strip_suffix("'s").map_or((word, ""), |stem| (stem, "'s"));
        format!("{}{ending}", names.get(stem).copied().unwrap_or(stem))
    };
    name.split(' ').map(other).collect::<Vec<_>>().join(" ")
}

fn spans_of(row: &Value, key: &str) -> Vec<(usize, usize)> {
    list(row, "quotes").iter().flat_map(|quote| edits::spans(&quote[key])).collect()
}

fn list<'v>(row: &'v Value, key: &str) -> &'v [Value] {
    row[key].as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Value {
        let text = "Kim Roe left -- late. \"I went,\" Roe said. Roe warned it was over.";
        let at = |words: &str, nth: usize| {
            let (start, _) = text.match_indices(words).nth(nth).expect("the words are there");
            json!({"start": start, "end": start + words.len(), "text": words})
        };
        json!({
            "id": "roe", "text": text,
            "quotes": [
                {"id": "c1", "contents": [at("\"I went,\"", 0)], "cue": at("said", 0), "cues": [at("said", 0)],
                 "sources": [at("Roe", 1)], "resolved_speaker": "Kim Roe"},
                {"id": "c2", "contents": [at("it was over", 0)], "cues": [at("warned", 0)], "sources": [at("Roe", 2)]},
            ],
            "entities": [{"start": 0, "end": 7, "kind": "Person"}, {"start": 32, "end": 35, "kind": "Person"},
                         {"start": 42, "end": 45, "kind": "Person"}],
        })
    }

    #[test]
    fn spans_are_carried_along() {
        for row in all(&article()) {
            let text: Vec<char> = row["text"].as_str().expect("a text").chars().collect();
            for span in spans_of(&row, "sources").into_iter().chain(spans_of(&row, "cues")) {
                let words = edits::slice(&text, span);
                assert!(words.chars().all(char::is_alphabetic), "{words:?} in {}", row["text"]);
            }
            let source = edits::slice(&text, spans_of(&row, "sources")[0]);
            assert!(row["quotes"][0]["resolved_speaker"].as_str().is_some_and(|name| name.ends_with(&source)));
        }
    }

    #[test]
    fn they_differ() {
        let texts: std::collections::BTreeSet<String> = all(&article()).iter().map(|r| r["text"].to_string()).collect();
        assert_eq!(texts.len(), COUNT);
    }
}
