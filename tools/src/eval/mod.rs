//! `tools eval`: how good each stage is on the development sets, into `eval/scores.tsv`.

mod checks;
mod claims;
pub mod coref;
mod figures;
pub mod names;
pub mod syntax;

use crate::pack::root;
use std::collections::BTreeMap;

/// One measured value.
pub struct Row {
    /// What it was measured on: "ewt.dev".
    pub set: &'static str,
    /// What was measured: "UPOS".
    pub measure: String,
    /// The value.
    pub value: f64,
    /// What a reader must know to read it.
    pub note: &'static str,
}

/// A stage's evaluator: its name and what measures it.
type Evaluator = (&'static str, fn() -> Result<Vec<Row>, String>);

const EVALUATORS: &[Evaluator] = &[
    ("claims", claims::measure),
    ("syntax", syntax::measure),
    ("names", names::measure),
    ("coref", coref::measure),
    ("figures", figures::measure),
];

/// Measures all stages, or those that are named. `--list`: prints every check
/// over the development articles (`--alarms`: those that do not agree). `--show ID`: prints one text with its errors; `--tokens SET`: where our
/// tokens differ from a treebank's; `--wrong names|joins|pronouns`: all errors of a kind.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if let Some(at) = arguments.iter().position(|a| a == "--show") {
        return syntax::show(arguments.get(at + 1).ok_or("--show wants the name of a sentence")?);
    }
    if let Some(at) = arguments.iter().position(|a| a == "--tokens") {
        return syntax::differences(arguments.get(at + 1).ok_or("--tokens wants a treebank: ewt.dev")?);
    }
    if let Some(at) = arguments.iter().position(|a| a == "--wrong") {
        return match arguments.get(at + 1).map(String::as_str) {
            Some("names") => names::show(),
            Some("joins") => coref::show_joins(),
            Some("pronouns") => coref::show_pronouns(),
            _ => Err("--wrong wants names, joins or pronouns".into()),
        };
    }
    if arguments.iter().any(|a| a == "--list") {
        return checks::list(arguments.iter().any(|a| a == "--alarms"));
    }
    let mut rows = Vec::new();
    for (name, measure) in EVALUATORS {
        if arguments.is_empty() || arguments.iter().any(|a| a == name) {
            rows.extend(measure()?);
        }
    }
    // What is kept aside is measured only by its own name.
    if arguments.iter().any(|a| a == "blind") {
        rows.extend(claims::measure_blind()?);
    }
    for row in &rows {
        println!("{:12} {:24} {:8.2}  {}", row.set, row.measure, row.value, row.note);
    }
    write(&rows)
}

/// Puts the rows into the committed table; rows of other stages stay.
fn write(rows: &[Row]) -> Result<(), String> {
    let path = root().join("eval/scores.tsv");
    let mut table: BTreeMap<(String, String), String> = BTreeMap::new();
    for line in std::fs::read_to_string(&path).unwrap_or_default().lines().skip(1) {
        let mut fields = line.splitn(3, '\t');
        if let (Some(set), Some(measure), Some(rest)) = (fields.next(), fields.next(), fields.next()) {
            table.insert((set.to_owned(), measure.to_owned()), rest.to_owned());
        }
    }
    for row in rows {
        table.insert((row.set.to_owned(), row.measure.clone()), format!("{:.2}\t{}", row.value, row.note));
    }
    let mut text = String::from("# set\tmeasure\tvalue\tnote\n");
    for ((set, measure), rest) in &table {
        text += &format!("{set}\t{measure}\t{rest}\n");
    }
    std::fs::create_dir_all(root().join("eval")).map_err(|e| format!("eval: {e}"))?;
    std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}
