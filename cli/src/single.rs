//! `onrecord FILE…`: some articles, each printed as it is read.

use crate::place::Place;
use crate::tables::{Reading, Table, csv};
use crate::text::read;
use crate::{Outcome, analysis, json, lines, summary};
use clap::{Args, ValueEnum};
use onrecord::Options;
use onrecord::report::Report;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to read and how to print it.
#[derive(Args)]
pub struct Arguments {
    /// Articles as plain text; "-" reads standard input
    files: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
    /// The table to print with --format csv
    #[arg(long, value_enum, default_value_t = Table::Claims)]
    table: Table,
    /// When the article was published (ISO 8601): relative times are resolved against it
    #[arg(long)]
    published: Option<String>,
    /// The outlet that published it
    #[arg(long)]
    outlet: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Summary,
    /// The report
    Json,
    /// {"id", "report"} a line
    Jsonl,
    /// A table for a spreadsheet
    Csv,
}

/// Reads, analyses and prints all files; one that fails is named, and the others go on.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    if arguments.files.is_empty() {
        return Err(io::Error::other("name a file to read, or - for standard input (see --help)"));
    }
    let options = Options { published: arguments.published.clone(), outlet: arguments.outlet.clone() };
    let mut out = io::stdout().lock();
    if arguments.format == Format::Csv {
        write!(out, "{}", csv::head(&arguments.table.columns()))?;
    }
    let mut outcome = Outcome::Complete;
    for file in &arguments.files {
        match article(file, &options) {
            Ok((text, report)) => print(&mut out, arguments, &file.to_string_lossy(), &text, &report)?,
            Err(error) => {
                eprintln!("onrecord: {error}");
                outcome = Outcome::SomeFailed;
            }
        }
    }
    Ok(outcome)
}

fn article(file: &Path, options: &Options) -> io::Result<(String, Report)> {
    let text = read(file)?;
    let report = analysis::report(&text, options).map_err(io::Error::other).at(file)?;
    Ok((text, report))
}

fn print(out: &mut impl Write, arguments: &Arguments, id: &str, text: &str, report: &Report) -> io::Result<()> {
    match arguments.format {
        Format::Summary => summary::write(out, text, report),
        Format::Json => writeln!(out, "{}", json::to_string(report)),
        Format::Jsonl => {
            writeln!(out, "{}", json::to_string(&lines::Answer { id, report: Some(report), error: None }))
        }
        Format::Csv => {
            let rows = arguments.table.rows(&Reading::new(id, text, report));
            rows.iter().try_for_each(|row| write!(out, "{}", csv::line(row)))
        }
    }
}
