//! Real articles: claims, entities, numbers and times, apart for those that were developed on and those kept aside.
//!
//! Every third article by name is kept aside: nothing of it is shown but the figures. The articles of Wikinews lie in
//! `eval/news/`; those of the other set cannot be handed on and are measured where `ONRECORD_DATA` has them.

use super::claims::tally::Outcome;
use super::claims::{by_rule, figures, json_files, percent, read_all, tally};
use super::{Row, marks, scorer};
use crate::pack::root;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// One part of a set: the names of its rows for claims, entities, numbers and times, and which articles it holds.
struct Part {
    claims: &'static str,
    entities: &'static str,
    numbers: &'static str,
    times: &'static str,
    is_kept: bool,
    folder: fn() -> Option<PathBuf>,
}

const PARTS: &[Part] = &[
    Part {
        claims: "claims.worldwide",
        entities: "entities.worldwide",
        numbers: "numbers.worldwide",
        times: "times.worldwide",
        is_kept: false,
        folder: worldwide,
    },
    Part {
        claims: "claims.worldwide.kept",
        entities: "entities.worldwide.kept",
        numbers: "numbers.worldwide.kept",
        times: "times.worldwide.kept",
        is_kept: true,
        folder: worldwide,
    },
    Part {
        claims: "claims.wikinews",
        entities: "entities.wikinews",
        numbers: "numbers.wikinews",
        times: "times.wikinews",
        is_kept: false,
        folder: wikinews,
    },
    Part {
        claims: "claims.wikinews.kept",
        entities: "entities.wikinews.kept",
        numbers: "numbers.wikinews.kept",
        times: "times.wikinews.kept",
        is_kept: true,
        folder: wikinews,
    },
];

fn worldwide() -> Option<PathBuf> {
    let folder = Path::new(&std::env::var("ONRECORD_DATA").ok()?).join("real/worldwide");
    folder.is_dir().then_some(folder)
}

fn wikinews() -> Option<PathBuf> {
    Some(root().join("eval/news/articles"))
}

/// The marked articles that may be learned from: those developed on, and those of `eval/marks`.
pub fn developed_on() -> Result<Vec<Value>, String> {
    let folders = [worldwide(), wikinews()];
    let files: Vec<PathBuf> = folders.iter().flatten().flat_map(|folder| articles(folder, false)).collect();
    let mut all = read_all(&files)?;
    all.extend(marks::read()?);
    Ok(all)
}

/// The figures of what was developed on, and how often each rule is right there.
pub fn measure_developed() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut judged = Vec::new();
    for part in PARTS.iter().filter(|part| !part.is_kept) {
        let (figures, ours) = measure(part)?;
        rows.extend(figures);
        judged.extend(ours);
    }
    rows.extend(rules(&judged));
    Ok(rows)
}

/// The figures of what is kept aside: nothing but numbers.
pub fn measure_kept() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for part in PARTS.iter().filter(|part| part.is_kept) {
        rows.extend(measure(part)?.0);
    }
    Ok(rows)
}

/// The rows of a part and what its claims came to; nothing where its articles are missing.
fn measure(part: &Part) -> Result<(Vec<Row>, Vec<Outcome>), String> {
    let Some(folder) = (part.folder)() else {
        println!("skipped: {} (ONRECORD_DATA does not say where real/worldwide is)", part.claims);
        return Ok((Vec::new(), Vec::new()));
    };
    let files = articles(&folder, part.is_kept);
    let tally = tally(&read_all(&files)?);
    let mut rows = figures(part.claims, &tally);
    rows.extend(scorer::measure(part.entities, "entities", &files, &[], "of the list that a reader sees")?);
    rows.extend(scorer::measure(part.numbers, "numbers", &files, &[], "F1")?);
    rows.extend(scorer::measure(part.times, "times", &files, &[], "F1, without the day of publication")?);
    Ok((rows, tally.ours))
}

/// The articles of a part: every third by name is kept aside.
pub fn articles(folder: &Path, is_kept: bool) -> Vec<PathBuf> {
    let files = json_files(folder).into_iter().enumerate();
    files.filter(|(place, _)| (place % 3 == 2) == is_kept).map(|(_, file)| file).collect()
}

fn rules(judged: &[Outcome]) -> Vec<Row> {
    let row = |(rule, counts): (&str, (usize, usize))| Row {
        set: super::RULES,
        measure: rule.to_owned(),
        value: percent(counts),
        note: "precision on the real articles that were developed on",
    };
    by_rule(judged).into_iter().map(row).collect()
}

/// Counts each rule's claims over all real articles into `data/rule_precision.tsv`, which the page shows.
pub fn write_precision() -> Result<(), String> {
    let Some(worldwide) = worldwide() else {
        println!("skipped: data/rule_precision.tsv (ONRECORD_DATA does not say where real/worldwide is)");
        return Ok(());
    };
    let folders = [Some(worldwide), wikinews()];
    let files: Vec<PathBuf> = folders.iter().flatten().flat_map(|folder| json_files(folder)).collect();
    let judged = tally(&read_all(&files)?).ours;
    let lines: String =
        by_rule(&judged).iter().map(|(rule, (right, all))| format!("{rule}\t{right}\t{all}\n")).collect();
    let path = root().join("data/rule_precision.tsv");
    std::fs::write(&path, format!("rule\tright\tjudged\n{lines}")).map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{articles, wikinews};
    use std::fs;

    #[test]
    fn the_table_of_articles_says_which_are_kept_aside() {
        let folder = wikinews().expect("it is part of the repository");
        let table = fs::read_to_string(folder.with_file_name("articles.tsv")).expect("articles.tsv");
        let kept: Vec<String> = table
            .lines()
            .filter_map(|line| line.split_once("\tkept aside\t"))
            .map(|(id, _)| format!("{id}.json"))
            .collect();
        let name = |path: &std::path::PathBuf| path.file_name().expect("a file").to_string_lossy().into_owned();
        assert_eq!(articles(&folder, true).iter().map(name).collect::<Vec<_>>(), kept);
        assert_eq!((kept.len(), articles(&folder, false).len()), (53, 107));
    }
}
