//! `onrecord quoted`: whom do we quote? Speakers, named against unnamed, by month, of an archive's reports.

mod count;
mod picture;
mod page;
mod sheet;

use clap::{Args, ValueEnum};
use count::Counts;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

/// Whom do we quote? Speakers, named against unnamed, by month, from what "onrecord archive" has written
#[derive(Args)]
pub struct Arguments {
    /// The folder that "onrecord archive" wrote, or a file of reports (.jsonl, .jsonl.gz)
    #[arg(required = true)]
    archives: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// As many speakers in the list
    #[arg(long, default_value_t = 50)]
    top: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page with the picture and both tables, in one file
    Html,
    /// Both tables
    Markdown,
    /// The months, for a spreadsheet
    Months,
    /// All speakers, for a spreadsheet
    Speakers,
    /// The picture
    Svg,
}

/// Reads the reports and prints what comes of them.
pub fn run(arguments: &Arguments) -> io::Result<()> {
    let mut counts = Counts::default();
    for archive in &arguments.archives {
        let path = if archive.is_dir() { archive.join("reports.jsonl") } else { archive.clone() };
        for line in open(&path)?.lines() {
            counts.add(&line?).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
        }
    }
    let text = match arguments.format {
        Format::Html => page::html(&counts, arguments.top),
        Format::Markdown => page::markdown(&counts, arguments.top),
        Format::Months => sheet::months(&counts),
        Format::Speakers => sheet::speakers(&counts),
        Format::Svg => picture::svg(&counts),
    };
    io::stdout().lock().write_all(text.as_bytes())
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let mut file = BufReader::new(File::open(path).map_err(named)?);
    let packed = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    Ok(if packed { Box::new(BufReader::new(MultiGzDecoder::new(file))) } else { Box::new(file) })
}
