//! The files that a run leaves, by name.

use super::Format;
use crate::place::Place;
use crate::tables::Table;
use clap::ValueEnum;
use std::path::Path;
use std::{fs, io};

/// The file that errors go to.
pub const ERRORS: &str = "errors.jsonl";

/// The name of every file that a run can leave, whatever its options.
pub fn all_names() -> Vec<String> {
    let (formats, tables) = (Format::value_variants(), Table::value_variants());
    let unfinished = tables.iter().map(|&table| format!("{}.new", parquet_file(table)));
    let parquet = tables.iter().map(|&table| parquet_file(table));
    files(formats, tables).into_iter().chain(parquet).chain(unfinished).collect()
}

/// The files that are appended to: errors first.
pub fn files(formats: &[Format], tables: &[Table]) -> Vec<String> {
    let mut files = vec![ERRORS.to_owned()];
    for format in formats {
        match format {
            Format::Jsonl => files.push("reports.jsonl".to_owned()),
            Format::Csv => files.extend(tables.iter().map(|table| format!("{}.csv", table.name()))),
            Format::Parquet => files.extend(tables.iter().map(|&table| rows_file(table))),
        }
    }
    files
}

/// Where rows wait until the run is over and the Parquet file is made of them.
pub fn rows_file(table: Table) -> String {
    format!("{}.rows", table.name())
}

/// The name of a table's Parquet file.
pub fn parquet_file(table: Table) -> String {
    format!("{}.parquet", table.name())
}

/// Removes a file, if it is there.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        outcome => outcome.at(path),
    }
}
