//! One convention for all gold: an interrupted quotation is one claim with several spans.
//!
//! Some markers took `"A," he said. "B."` for two claims, the second *implied*. The contract calls only a quotation
//! "re-opened in the next paragraph" a new claim, and the user's article and PolNeAR are marked so; here such a second
//! claim becomes a further span of the first.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Joins each implied quotation to the claim whose reporting clause alone parts it from that claim's own quotation.
pub fn join(text: &str, rows: Vec<Value>) -> Vec<Value> {
    let characters: Vec<char> = text.chars().collect();
    let mut kept: Vec<Value> = Vec::new();
    let mut joined: BTreeMap<String, Value> = BTreeMap::new();
    for row in rows {
        let home = kept.iter().position(|earlier| goes_on(&characters, earlier, &row));
        let Some(home) = home else {
            kept.push(row);
            continue;
        };
        joined.insert(row["id"].to_string(), kept[home]["id"].clone());
        if let (Some(spans), Some(more)) = (kept[home]["contents"].as_array_mut(), row["contents"].as_array()) {
            spans.extend(more.iter().cloned());
        }
    }
    for row in &mut kept {
        if let Some(to) = row.get("via").and_then(|via| joined.get(&via.to_string())).cloned() {
            row["via"] = to;
        }
    }
    kept
}

fn goes_on(text: &[char], earlier: &Value, later: &Value) -> bool {
    let is_quoted = |row: &Value| row["kind"] == json!("direct");
    if !is_quoted(earlier) || !is_quoted(later) || later["attribution"] != json!("implied") {
        return false;
    }
    let (Some(end), Some(start)) = (last_end(earlier), offset(&later["contents"][0], "start")) else { return false };
    let Some(cue) = offset(&earlier["cue"], "start") else { return false };
    end <= cue && cue < start && is_one_clause(&text[end..start])
}

/// No new paragraph, no other quotation and no further sentence between: only "he said." and white space.
fn is_one_clause(between: &[char]) -> bool {
    let ends = between.iter().filter(|c| matches!(c, '.' | '!' | '?')).count();
    !between.iter().any(|c| matches!(c, '\n' | '"' | '“' | '”')) && (ends == 1 || ends == 2 && between.len() < 60)
}

fn last_end(row: &Value) -> Option<usize> {
    row["contents"].as_array()?.last().and_then(|span| offset(span, "end"))
}

fn offset(span: &Value, edge: &str) -> Option<usize> {
    span[edge].as_u64().map(|at| at as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two claims over a text: the first is what stands before the clause, the second what stands after it.
    #[track_caller]
    fn check(first: &str, clause: &str, second: &str, expected: usize) {
        let text = format!("{first}{clause}{second}");
        let (a, b) = (first.chars().count(), clause.chars().count());
        let rows = vec![
            json!({"id": "c1", "kind": "direct", "contents": [{"start": 0, "end": a}], "cue": {"start": a + 4}}),
            json!({"id": "c2", "kind": "direct", "attribution": "implied",
                   "contents": [{"start": a + b, "end": text.chars().count()}]}),
            json!({"id": "c3", "kind": "indirect", "contents": [], "via": "c2"}),
        ];
        let joined = join(&text, rows);
        assert_eq!(joined[0]["contents"].as_array().map_or(0, Vec::len), expected, "{text}");
        assert_eq!(joined.last().expect("the third claim stays")["via"], if expected == 2 { "c1" } else { "c2" });
    }

    #[test]
    fn only_the_reporting_clause_may_part_them() {
        check("“Yes,”", " he said. ", "“No.”", 2);
        check("“Yes,”", " Mr. Roe said. ", "“No.”", 2);
        check("“Yes,”", " he said.\n\n", "“No.”", 1);
        check("“Yes,”", " he said. The room fell silent and nobody moved for a minute or more. Then: ", "“No.”", 1);
    }
}
