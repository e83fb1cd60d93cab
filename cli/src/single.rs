//! `onrecord FILE…`: some articles, each printed as it is read.

use crate::tables::{Reading, Table, csv};
use crate::text::decoded;
use crate::{json, lines, summary};
use clap::{Args, ValueEnum};
use onrecord::report::Report;
use onrecord::{Options, analyze};
use std::fs;
use std::io::{self, Read, Write};
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

/// Reads, analyses and prints all files.
pub fn run(arguments: &Arguments) -> io::Result<()> {
    if arguments.files.is_empty() {
        return Err(io::Error::other("name a file to read, or - for standard input (see --help)"));
    }
    let options = Options { published: arguments.published.clone(), outlet: arguments.outlet.clone() };
    let mut out = io::stdout().lock();
    if arguments.format == Format::Csv {
        write!(out, "{}", csv::head(&arguments.table.columns()))?;
    }
    for file in &arguments.files {
        let text = read(file)?;
        let report = analyze(&text, &options).map_err(|e| io::Error::other(format!("{}: {e}", file.display())))?;
        print(&mut out, arguments, &file.to_string_lossy(), &text, &report)?;
    }
    Ok(())
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

/// The text of a file.
fn read(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", file.display())))?;
    }
    Ok(decoded(bytes))
}
