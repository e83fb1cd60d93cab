//! Sentences in press style, half of them consistent, half wrong by a believable slip, written before the rules.

use onrecord::report::Computed;
use onrecord::{Options, analyze};

/// Kind, agrees and what comes out, for each check of a sentence.
fn checks(sentence: &str) -> Vec<(&'static str, bool, Computed)> {
    let report = analyze(sentence, &Options::default()).expect("a sentence is short");
    report.checks.into_iter().map(|c| (c.kind.name(), c.agrees, c.computed)).collect()
}

/// At least this many of the believable slips are found.
const LEAST_RECALL: f64 = 0.9;

#[test]
fn slips_are_found_and_what_is_right_is_left_alone() {
    let rows: Vec<Vec<&str>> =
        include_str!("checks.tsv").lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let (mut right, mut judged, mut wrong, mut found) = (0, 0, 0, 0);
    let mut missed = Vec::new();
    for row in &rows {
        let (sentence, kind, agrees) = (row[0], row[1], row[2]);
        let answer = checks(sentence);
        let same = answer.iter().find(|(k, ..)| *k == kind);
        match agrees {
            "no" => {
                wrong += 1;
                if same.is_some_and(|(_, agrees, computed)| !agrees && comes_out(computed, row[3])) {
                    found += 1;
                } else {
                    missed.push(format!("slip not found: {sentence} {answer:?}"));
                }
            }
            _ => {
                assert!(answer.iter().all(|(_, agrees, _)| *agrees), "false alarm: {sentence} {answer:?}");
                if agrees == "yes" {
                    right += 1;
                    let is_judged = same.is_some_and(|(.., computed)| comes_out(computed, row[3]));
                    judged += usize::from(is_judged);
                    if !is_judged {
                        missed.push(format!("not judged: {sentence} {answer:?}"));
                    }
                }
            }
        }
    }
    println!("{found} of {wrong} slips found, {judged} of {right} right ones confirmed, no false alarm");
    for line in &missed {
        println!("  {line}");
    }
    assert!(f64::from(found) >= LEAST_RECALL * f64::from(wrong), "{found} of {wrong}");
}

fn comes_out(computed: &Computed, expected: &str) -> bool {
    match computed {
        Computed::Date(name) => name == expected,
        Computed::Number { value, .. } => {
            expected.parse::<f64>().is_ok_and(|e| (value - e).abs() <= 0.02 * e.abs() + 1e-9)
        }
    }
}
