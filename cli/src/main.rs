//! The command `onrecord`: articles in, reports out.

mod json;
mod lines;
mod summary;

use clap::{Parser, ValueEnum};
use onrecord::{Options, analyze};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Who says what in a news article, on whose word, with which numbers.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// Articles as plain text; "-" reads standard input
    files: Vec<PathBuf>,
    /// Read one JSON object a line from standard input ({"id", "text", "published"?, "outlet"?}), write one a line
    #[arg(long, conflicts_with_all = ["files", "format"])]
    jsonl: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    format: Format,
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
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = if arguments.jsonl {
        lines::run(&mut io::stdin().lock(), &mut io::BufWriter::new(io::stdout().lock()))
    } else {
        files(&arguments)
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has stopped reading: nothing to complain about.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("onrecord: {error}");
            ExitCode::FAILURE
        }
    }
}

fn files(arguments: &Arguments) -> io::Result<()> {
    if arguments.files.is_empty() {
        return Err(io::Error::other("name a file to read, or - for standard input (see --help)"));
    }
    let options = Options { published: arguments.published.clone(), outlet: arguments.outlet.clone() };
    let mut out = io::stdout().lock();
    for file in &arguments.files {
        let text = read(file)?;
        let report = analyze(&text, &options).map_err(|e| io::Error::other(format!("{}: {e}", file.display())))?;
        match arguments.format {
            Format::Summary => summary::write(&mut out, &text, &report)?,
            Format::Json => writeln!(out, "{}", json::to_string(&report))?,
            Format::Jsonl => writeln!(
                out,
                "{}",
                json::to_string(&lines::Answer { id: &file.to_string_lossy(), report: Some(&report), error: None })
            )?,
        }
    }
    Ok(())
}

/// The text of a file; bytes that are no UTF-8 become U+FFFD.
fn read(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", file.display())))?;
    }
    Ok(String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()))
}
