//! Numbers, times and checks against their development sets.

use super::{Row, scorer};
use crate::pack::root;
use onrecord::{Options, analyze};
use std::path::Path;

/// A development set: its name in the table, what to score it for, its file, what else the scorer is told, and a note.
type Set = (&'static str, &'static str, &'static str, &'static [&'static str], &'static str);

const SETS: &[Set] = &[
    ("newsquant.dev", "numbers", "numbers/newsquant-dev.jsonl", &["--ignore", "ordinal"], "F1, ordinals left out"),
    ("recognizers", "numbers", "numbers/recognizers.jsonl", &["--ignore", "ordinal"], "F1, ordinals left out"),
    ("duckling", "numbers", "numbers/duckling.jsonl", &[], "F1"),
    ("quantulum3", "numbers", "numbers/quantulum3.jsonl", &["--ignore", "ordinal"], "F1, ordinals left out"),
    ("meantime.dev", "times", "times/meantime-dev.jsonl", &[], "F1"),
    ("gum.news", "times", "times/gum-news.jsonl", &[], "gold has dates only"),
];

/// The scorer's figures for each set, and how many slips the checks find in sentences in press style.
pub fn measure() -> Result<Vec<Row>, String> {
    let data = std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA does not say where the data is".to_owned())?;
    let mut rows = Vec::new();
    for (set, kind, file, more, note) in SETS {
        rows.extend(scorer::measure(set, kind, &[Path::new(&data).join(file)], more, note)?);
    }
    rows.extend(checks()?);
    Ok(rows)
}

/// `tests/checks.tsv`: slips found, right ones confirmed, and what is right but was called wrong.
fn checks() -> Result<Vec<Row>, String> {
    let path = root().join("tests/checks.tsv");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (mut slips, mut found, mut right, mut confirmed, mut alarms) = (0., 0., 0., 0., 0.);
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[sentence, kind, agrees, ..] = &fields[..] else { continue };
        let report = analyze(sentence, &Options::default()).map_err(|e| e.to_string())?;
        let of_kind = report.checks.iter().find(|c| c.kind == kind);
        match agrees {
            "no" => {
                slips += 1.;
                found += f64::from(u8::from(of_kind.is_some_and(|c| !c.agrees)));
            }
            _ => {
                right += f64::from(u8::from(agrees == "yes"));
                confirmed += f64::from(u8::from(agrees == "yes" && of_kind.is_some_and(|c| c.agrees)));
                alarms += f64::from(u8::from(report.checks.iter().any(|c| !c.agrees)));
            }
        }
    }
    let row = |measure: &str, value: f64| Row {
        set: "checks",
        measure: measure.to_owned(),
        value,
        note: "sentences in press style",
    };
    Ok(vec![
        row("slips found", 100. * found / slips),
        row("right ones confirmed", 100. * confirmed / right),
        row("false alarms", alarms),
    ])
}
