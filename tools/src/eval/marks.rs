//! `eval/marks`: real articles marked to learn from, without their texts, which `ONRECORD_DATA` has.

use crate::marked::bytes_of_code_points;
use crate::pack::root;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Each set of marks, and the file of texts under `ONRECORD_DATA`.
const SETS: &[(&str, &str)] =
    &[("worldwide.jsonl", "ner/worldwide.train.jsonl"), ("wikinews.jsonl", "wikinews/wikinews.jsonl")];

/// The articles in the scorer's form; none, said aloud, where there are no texts.
pub fn read() -> Result<Vec<Value>, String> {
    let Some(data) = std::env::var_os("ONRECORD_DATA").map(PathBuf::from) else {
        println!("skipped: eval/marks (ONRECORD_DATA does not say where the texts are)");
        return Ok(Vec::new());
    };
    let mut articles = Vec::new();
    for (marks, texts) in SETS {
        let texts: BTreeMap<String, Value> = lines(&data.join(texts))?.into_iter().map(|row| (id(&row), row)).collect();
        for row in lines(&root().join("eval/marks").join(marks))? {
            let text = texts.get(&id(&row)).and_then(|t| t["text"].as_str());
            let text = text.ok_or_else(|| format!("eval/marks/{marks}: no text of {}", row["id"]))?;
            articles.push(with_text(&row, text));
        }
    }
    Ok(articles)
}

fn id(row: &Value) -> String {
    row["id"].as_str().unwrap_or_default().to_owned()
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let all = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let read = |line: &str| serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()));
    all.lines().filter(|line| !line.is_empty()).map(read).collect()
}

/// The marks of one article with the words that their spans stand for.
fn with_text(row: &Value, text: &str) -> Value {
    let bytes = bytes_of_code_points(text);
    let at = |span: &Value, end: usize| span[end].as_u64().map_or(0, |at| at as usize);
    let words = |span: &Value| text[bytes[at(span, 0)]..bytes[at(span, 1)]].to_owned();
    let list = |spans: &Value| each(spans).map(words).collect::<Vec<_>>();
    let spans = |all: &Value| -> Vec<Value> {
        let one = |span: &Value| json!({"start": at(span, 0), "end": at(span, 1), "text": words(span)});
        each(all).map(one).collect()
    };
    let names: Vec<String> = each(&row["entities"]).map(|e| words(&e["name"])).collect();
    let entity = |e: &Value| json!({"name": words(&e["name"]), "kind": e["kind"], "aliases": list(&e["aliases"]), "roles": list(&e["roles"])});
    let quote = |q: &Value| {
        let speakers: Vec<&str> =
            each(&q["speakers"]).filter_map(|s| names.get(s.as_u64()? as usize).map(String::as_str)).collect();
        let mut quote: Map<String, Value> = q.as_object().cloned().unwrap_or_default();
        quote.extend([
            ("contents".to_owned(), spans(&q["contents"]).into()),
            ("cues".to_owned(), spans(&q["cue"]).into()),
            ("sources".to_owned(), spans(&q["sources"]).into()),
            ("resolved_speaker".to_owned(), if let [one] = speakers[..] { one.into() } else { speakers.into() }),
        ]);
        Value::Object(quote)
    };
    json!({
        "id": row["id"], "text": text,
        "quotes": each(&row["quotes"]).map(quote).collect::<Vec<_>>(),
        "entities": each(&row["entities"]).map(entity).collect::<Vec<_>>(),
    })
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::with_text;
    use serde_json::json;

    #[test]
    fn spans_get_their_words() {
        let marks = json!({
            "id": "a",
            "quotes": [{"contents": [[9, 16]], "cue": [[4, 8]], "sources": [[0, 3]], "speakers": [0]}],
            "entities": [{"name": [0, 3], "kind": "person", "aliases": [[0, 3]], "roles": []}],
        });
        let article = with_text(&marks, "Roé said it rains.");
        assert_eq!(article["quotes"][0]["contents"][0]["text"], "it rain");
        assert_eq!(article["quotes"][0]["resolved_speaker"], "Roé");
        assert_eq!(article["entities"][0]["aliases"], json!(["Roé"]));
    }
}
