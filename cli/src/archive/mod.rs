//! `onrecord archive`: everything that a newsroom has published in, reports and tables out, in the order of the input.
//!
//! One thread reads, all cores analyse, this one writes. A journal beside the output says after every second how far
//! all files reach; a run that was stopped is gone on with from there, and ends with the same bytes as one that was not.

mod files;
mod inputs;
mod journal;
mod lock;
mod stop;
mod pipeline;
mod progress;
mod records;
mod answer;
mod outputs;

pub use answer::Fields;

use crate::Outcome;
use crate::place::Place;
use crate::tables::Table;
use answer::{Answer, Asker};
use clap::{Args, ValueEnum};
use journal::Journal;
use outputs::Outputs;
use progress::Progress;
use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Analyse an archive: folders, globs, text and JSONL files, also gzipped
#[derive(Args)]
pub struct Arguments {
    /// Folders, files (.txt, .md, .json, .jsonl, .ndjson, each also .gz), globs in quotes; "-" reads JSONL from standard input
    #[arg(required = true)]
    inputs: Vec<String>,
    /// The folder to write into; of a stopped run, to go on with
    #[arg(long, short)]
    out: PathBuf,
    /// What to write
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Jsonl])]
    format: Vec<Format>,
    /// The tables to write as CSV and Parquet
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Table::Claims, Table::Entities, Table::Quantities, Table::Times])]
    table: Vec<Table>,
    #[command(flatten)]
    fields: Fields,
    /// As many articles at once; all cores if not given
    #[arg(long)]
    workers: Option<NonZeroUsize>,
    /// Milliseconds of work that a stop may cost
    #[arg(long, default_value_t = 1000, value_name = "MS")]
    checkpoint: u64,
    /// Throw away what an earlier run has left in the folder
    #[arg(long)]
    restart: bool,
}

/// The kinds of files that an archive becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Format {
    /// reports.jsonl: {"id", "report"} a line
    Jsonl,
    /// claims.csv and so on, for spreadsheets
    Csv,
    /// claims.parquet and so on, for notebooks
    Parquet,
}

/// Analyses an archive.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let inputs = inputs::find(&arguments.inputs)?;
    let (formats, tables) = (sorted(&arguments.format), sorted(&arguments.table));
    let identity = identity(arguments, &inputs, &formats, &tables);
    fs::create_dir_all(&arguments.out).at(&arguments.out)?;
    let _lock = lock::take(&arguments.out)?;
    let journal = Journal::open(&arguments.out, identity, arguments.restart)?;
    if journal.finished {
        compare(&inputs, &journal)?;
        outputs::tidy(&arguments.out, &tables)?;
        eprintln!("{} is finished already ({}); --restart begins anew", arguments.out.display(), journal.counted());
        return Ok(journal.outcome());
    }
    stop::listen();
    let outputs = Outputs::open(&arguments.out, &formats, &tables, &journal)?;
    let asker = Asker { fields: &arguments.fields, formats: &formats, tables: &tables, done: journal.done };
    let mut writer = Writer {
        progress: Progress::new(inputs::bytes(&inputs)),
        between_checkpoints: Duration::from_millis(arguments.checkpoint),
        checkpoint: Instant::now(),
        read: 0,
        digest: 0,
        outputs,
        journal,
    };
    let workers = arguments.workers.or(std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    pipeline::run(workers, |give| numbered(&inputs, give), |job| asker.answer(job), |answer| writer.take(&answer))?;
    if stop::is_wanted() {
        return writer.stop(&arguments.out);
    }
    let outcome = writer.finish()?;
    outputs::tidy(&arguments.out, &tables)?;
    Ok(outcome)
}

/// Reads the articles of a finished run again: they may have been edited since, also without growing.
fn compare(inputs: &[inputs::Input], journal: &Journal) -> io::Result<()> {
    if inputs::bytes(inputs).is_none() {
        // Standard input may be a terminal that says nothing.
        return Ok(());
    }
    let (mut read, mut digest) = (0, 0);
    records::read(inputs, &mut |job| {
        read += 1;
        digest = journal::digest(digest, &answer::digest_of(&job).to_le_bytes());
        true
    });
    if read == journal.done { journal.compare(read, digest) } else { Err(journal::other_input()) }
}

/// Gives each article with its number, counted from 1.
fn numbered(inputs: &[inputs::Input], give: &mut dyn FnMut((u64, records::Job)) -> bool) {
    let mut number = 0;
    records::read(inputs, &mut |job| {
        number += 1;
        !stop::is_wanted() && give((number, job))
    });
}

fn sorted<T: Copy + Ord>(values: &[T]) -> Vec<T> {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.dedup();
    values
}

/// What must be the same for a stopped run to be gone on with: engine, options and the files to read.
fn identity(arguments: &Arguments, inputs: &[inputs::Input], formats: &[Format], tables: &[Table]) -> String {
    let files: Vec<u8> =
        inputs.iter().flat_map(|input| format!("{} {}\n", input.name, input.bytes).into_bytes()).collect();
    format!(
        "{}; {formats:?} {tables:?}; {:?}; {} files {:016x}",
        onrecord::report::ENGINE.trim_end(),
        arguments.fields,
        inputs.len(),
        journal::digest(0, &files)
    )
}

/// Takes the answers in order: puts them into the files and the journal.
struct Writer {
    outputs: Outputs,
    journal: Journal,
    progress: Progress,
    between_checkpoints: Duration,
    checkpoint: Instant,
    /// Articles taken, those of an earlier run among them.
    read: u64,
    /// Over all articles taken.
    digest: u64,
}

impl Writer {
    fn take(&mut self, answer: &Answer) -> io::Result<()> {
        self.read += 1;
        self.digest = journal::digest(self.digest, &answer.digest.to_le_bytes());
        self.progress.step(answer.bytes);
        if self.read <= self.journal.done {
            return self.journal.compare(self.read, self.digest);
        }
        self.outputs.write(answer)?;
        self.progress.count(answer.failed);
        self.journal.errors += u64::from(answer.failed);
        if self.checkpoint.elapsed() >= self.between_checkpoints {
            self.save(false)?;
            self.checkpoint = Instant::now();
        }
        Ok(())
    }

    fn save(&mut self, finished: bool) -> io::Result<()> {
        let lengths = self.outputs.sync()?;
        self.journal.save(self.read, self.digest, lengths, finished)
    }

    /// Notes how far a run has come that somebody has stopped.
    fn stop(mut self, folder: &Path) -> io::Result<Outcome> {
        if self.read > self.journal.done {
            self.save(false)?;
        }
        let name = folder.display();
        self.progress.clear();
        eprintln!("stopped: {name} holds {}; run the same command again to go on", self.journal.counted());
        Ok(Outcome::Stopped)
    }

    fn finish(mut self) -> io::Result<Outcome> {
        if self.read < self.journal.done {
            return Err(journal::other_input());
        }
        self.save(false)?;
        self.outputs.convert()?;
        self.save(true)?;
        self.progress.finish(&self.journal.counted());
        Ok(self.journal.outcome())
    }
}
