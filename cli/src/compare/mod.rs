//! `onrecord compare`: two texts, what changed, and whether the quotations are verbatim.

mod rows;

use crate::printed::{HTML, MARKDOWN, Marks, page};
use crate::tables::{Cell, Kind, csv};
use crate::{analysis, json, text};
use clap::{Args, ValueEnum};
use onrecord::Options;
use onrecord::compare::{CompareOptions, Comparison, Mode};
use rows::{COLUMNS, Row, rows};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Two texts: what changed, what both say, and whether the quotations of the first are the words of the second
#[derive(Args)]
pub struct Arguments {
    /// The article, or its earlier version; "-" reads standard input
    a: PathBuf,
    /// What it is compared with
    b: PathBuf,
    /// What the second text is to the first
    #[arg(long, value_enum, default_value_t = Asked::Source)]
    mode: Asked,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// When the first text was published (ISO 8601)
    #[arg(long)]
    published: Option<String>,
    /// The outlet that published the first text
    #[arg(long)]
    outlet: Option<String>,
    /// When the second text was published
    #[arg(long)]
    published_b: Option<String>,
    /// The outlet that published the second text
    #[arg(long)]
    outlet_b: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Asked {
    /// What the first quotes: a transcript, a speech, a release, a court paper
    Source,
    /// A later version of the first
    Versions,
    /// Another article on the same event
    Outlets,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// The comparison, with both reports
    Json,
    /// A page in one file
    Html,
    /// A sentence and a table
    Markdown,
    /// The table, for a spreadsheet
    Csv,
}

/// Reads both texts, compares them and prints what came out.
pub fn run(arguments: &Arguments) -> io::Result<()> {
    if arguments.a == Path::new("-") && arguments.b == arguments.a {
        return Err(io::Error::other("standard input can be one of the texts, not both (see --help)"));
    }
    let (a, b) = (text::read(&arguments.a)?, text::read(&arguments.b)?);
    let comparison = analysis::comparison(&a, &b, &options(arguments)).map_err(io::Error::other)?;
    let printed = match arguments.format {
        Format::Json => json::to_string(&comparison) + "\n",
        Format::Csv => sheet(&rows(&comparison, &a, &b)),
        Format::Text => plain(&comparison, &rows(&comparison, &a, &b)),
        Format::Markdown => format!("{}\n", body(&comparison, &rows(&comparison, &a, &b), &MARKDOWN)),
        Format::Html => {
            let body = body(&comparison, &rows(&comparison, &a, &b), &HTML);
            page("Two texts compared", STYLE, &format!("<p>{body}"))
        }
    };
    io::stdout().lock().write_all(printed.as_bytes())
}

fn options(arguments: &Arguments) -> CompareOptions {
    let mode = match arguments.mode {
        Asked::Source => Mode::Source,
        Asked::Versions => Mode::Versions,
        Asked::Outlets => Mode::Outlets,
    };
    let about = |published: &Option<String>, outlet: &Option<String>| Options {
        published: published.clone(),
        outlet: outlet.clone(),
    };
    CompareOptions {
        mode,
        a: about(&arguments.published, &arguments.outlet),
        b: about(&arguments.published_b, &arguments.outlet_b),
    }
}

/// The sentence, then each row in lines of its own.
fn plain(comparison: &Comparison, rows: &[Row]) -> String {
    let mut printed = format!("{}\n", comparison.summary);
    for [what, who, a, b, note] in rows {
        let who = if who.is_empty() { String::new() } else { format!(" ({who})") };
        printed += &format!("\n{what}{who}{}\n", if note.is_empty() { String::new() } else { format!(": {note}") });
        for (sign, words) in [("<", a), (">", b)] {
            if !words.is_empty() {
                printed += &format!("  {sign} {}\n", words.replace('\n', " "));
            }
        }
    }
    printed
}

fn sheet(rows: &[Row]) -> String {
    let cells = |row: &Row| row.iter().map(|cell| Cell::Text(cell.clone())).collect::<Vec<_>>();
    let lines = rows.iter().map(|row| csv::line(&cells(row)));
    csv::head(&COLUMNS.map(|name| (name, Kind::Text))) + &lines.collect::<String>()
}

fn body(comparison: &Comparison, rows: &[Row], marks: &Marks) -> String {
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| (marks.escape)(cell)).collect()).collect();
    format!("{}\n\n{}", (marks.escape)(&comparison.summary), (marks.table)(&COLUMNS, &cells))
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse;width:100%}th,td{padding:.25rem .75rem;border-bottom:1px solid #ccc;text-align:left;\
    vertical-align:top}td:first-child{white-space:nowrap}";
