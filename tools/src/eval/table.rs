//! The committed table of scores, `eval/scores.tsv`: set, measure, value, note.

use super::{RULES, Row};
use crate::pack::root;
use std::collections::BTreeMap;
use std::process::Command;

/// By set and measure: the value as written, and the note.
type Table = BTreeMap<(String, String), (String, String)>;

/// A score may be so much worse than the committed one: what is rounded differs a little from machine to machine.
const TOLERATED: f64 = 0.5;
/// A committed row may be worse than before if its note says with which commit, and what rose instead.
const SAYS_WHY: &str = "dropped with ";

/// Puts the rows into the committed table; rows of other stages stay, but for rules that are no longer there.
pub fn write(rows: &[Row]) -> Result<(), String> {
    let mut table = committed()?;
    let has_rules = rows.iter().any(|row| row.set == RULES);
    table.retain(|(set, _), _| !(has_rules && set == RULES));
    for row in rows {
        let key = (row.set.to_owned(), row.measure.clone());
        let value = format!("{:.2}", row.value);
        let why = table.get(&key).and_then(|before| kept_reason(&row.measure, row.value, before)).unwrap_or_default();
        table.insert(key, (value, format!("{}{why}", row.note)));
    }
    let mut text = String::from("# set\tmeasure\tvalue\tnote\n");
    for ((set, measure), (value, note)) in &table {
        text += &format!("{set}\t{measure}\t{value}\t{note}\n");
    }
    let path = root().join("eval/scores.tsv");
    std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Compares what was measured with the committed table, and that with the table of the commit before.
pub fn check(rows: &[Row]) -> Result<(), String> {
    let committed = committed()?;
    let mut measured = Table::new();
    for row in rows {
        let key = (row.set.to_owned(), row.measure.clone());
        measured.insert(key, (row.value.to_string(), String::new()));
    }
    let mut worse = worse("measured", &measured, &committed);
    match before() {
        Some(before) => worse.extend(self::worse("committed", &committed, &before)),
        None => println!("skipped: no commit before this one to compare the table with"),
    }
    if worse.is_empty() {
        println!("{} scores, none worse by more than {TOLERATED}", rows.len());
        return Ok(());
    }
    let more =
        format!("mend it, or let `tools eval` write the table and the row's note say \"{SAYS_WHY}COMMIT: what rose\"");
    Err(format!("scores dropped:\n  {}\n{more}", worse.join("\n  ")))
}

/// The rows of `new` that are worse than in `old`, in words.
fn worse(what: &str, new: &Table, old: &Table) -> Vec<String> {
    let value = |text: &str| text.parse::<f64>().unwrap_or(0.0);
    new.iter()
        .filter(|((set, _), (_, note))| set != RULES && !note.contains(SAYS_WHY))
        .filter_map(|(key, (new, _))| Some((key, value(new), value(&old.get(key)?.0))))
        .filter(|((_, measure), new, old)| loss(measure, *new, *old) > TOLERATED)
        .map(|((set, measure), new, old)| format!("{set}, {measure}: {what} {new:.2}, before {old:.2}"))
        .collect()
}

/// The end of a row's note that says why the row dropped; what has risen since needs none.
fn kept_reason<'n>(measure: &str, new: f64, (value, note): &'n (String, String)) -> Option<&'n str> {
    let has_risen = loss(measure, new, value.parse().ok()?) < -0.005;
    note.find(SAYS_WHY).filter(|_| !has_risen).map(|at| &note[note[..at].trim_end_matches("; ").len()..])
}

/// By how much a value is worse than another: alarms are better few, all else many.
fn loss(measure: &str, new: f64, old: f64) -> f64 {
    if measure.contains("alarm") { new - old } else { old - new }
}

fn committed() -> Result<Table, String> {
    let path = root().join("eval/scores.tsv");
    std::fs::read_to_string(&path).map(|text| read(&text)).map_err(|e| format!("{}: {e}", path.display()))
}

/// The table of the commit before, if there is one.
fn before() -> Option<Table> {
    let output = Command::new("git").args(["show", "HEAD~1:eval/scores.tsv"]).current_dir(root()).output().ok()?;
    output.status.success().then(|| read(&String::from_utf8_lossy(&output.stdout)))
}

fn read(text: &str) -> Table {
    let mut table = Table::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [set, measure, value, note] = fields[..] {
            table.insert((set.to_owned(), measure.to_owned()), (value.to_owned(), note.to_owned()));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "# set\tmeasure\tvalue\tnote\na\tF1\t80.00\tx\na\tfalse alarms\t1.00\tx\n";

    #[test]
    fn what_is_worse_is_named() {
        let before = read(BEFORE);
        assert!(worse("measured", &read("a\tF1\t79.60\t\nb\tF1\t3.00\t"), &before).is_empty());
        assert_eq!(
            worse("measured", &read("a\tF1\t79.40\t\na\tfalse alarms\t2.00\t"), &before),
            ["a, F1: measured 79.40, before 80.00", "a, false alarms: measured 2.00, before 1.00"]
        );
    }

    #[test]
    fn a_row_may_say_why() {
        let why = read("a\tF1\t70.00\tdropped with abc1234: recall rose by 5");
        assert!(worse("committed", &why, &read(BEFORE)).is_empty());
    }

    #[test]
    fn a_reason_stays_until_the_value_rises() {
        let row = (String::from("70.00"), String::from("of all; dropped with abc1234: recall rose by 5"));
        assert_eq!(kept_reason("F1", 70.0, &row), Some("; dropped with abc1234: recall rose by 5"));
        assert_eq!(kept_reason("F1", 70.4, &row), None);
        assert_eq!(kept_reason("false alarms", 70.4, &row), Some("; dropped with abc1234: recall rose by 5"));
        assert_eq!(kept_reason("F1", 69.0, &(String::from("70.00"), String::from("of all"))), None);
    }
}
