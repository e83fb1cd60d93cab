//! `onrecord FILE…`: some articles, each printed as it is read.

use crate::exports::{html, markdown, text, w3c};
use crate::place::Place;
use crate::reading::Reading;
use crate::rules::Language as SentenceLanguage;
use crate::tables::{Table, csv};
use crate::text::read;
use crate::{Outcome, analysis, json, lines};
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
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The table to print with --format csv
    #[arg(long, value_enum, default_value_t = Table::Claims)]
    table: Table,
    /// The language of the sentences that say what a rule goes by, with --format text
    #[arg(long, value_enum, default_value_t = SentenceLanguage::En)]
    lang: SentenceLanguage,
    /// When the article was published (ISO 8601): relative times are resolved against it
    #[arg(long)]
    published: Option<String>,
    /// The outlet that published it
    #[arg(long)]
    outlet: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, in a terminal
    #[value(alias = "summary")]
    Text,
    /// The report
    Json,
    /// {"id", "report"} a line
    Jsonl,
    /// A table for a spreadsheet
    Csv,
    /// One article as a page: the text with its marks, notes and sources; OnRecord opens it again
    Html,
    /// Notes: who says what, sources, numbers, times
    Markdown,
    /// W3C Web Annotations (JSON-LD), a line an article
    W3c,
}

/// Reads, analyses and prints all files; one that fails is named, and the others go on.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    if arguments.files.is_empty() {
        return Err(io::Error::other("name a file to read, or - for standard input (see --help)"));
    }
    if arguments.format == Format::Html && arguments.files.len() > 1 {
        return Err(io::Error::other("a page holds one article: name one file with --format html"));
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
    let reading = Reading::new(id, text, report);
    match arguments.format {
        Format::Text => text::write(out, &reading, arguments.lang),
        Format::Json => writeln!(out, "{}", json::to_string(report)),
        Format::Jsonl => {
            writeln!(out, "{}", json::to_string(&lines::Answer { id, report: Some(report), error: None }))
        }
        Format::Csv => {
            let rows = arguments.table.rows(&reading);
            rows.iter().try_for_each(|row| write!(out, "{}", csv::line(row)))
        }
        Format::Html => write!(out, "{}", html::html(&reading)),
        Format::Markdown => write!(out, "{}", markdown::markdown(&reading)),
        Format::W3c => writeln!(out, "{}", w3c::annotations(&reading)),
    }
}
