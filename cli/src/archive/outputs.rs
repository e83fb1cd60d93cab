//! The files that answers are appended to, and what is made of them at the end.

use super::Format;
use super::answer::Answer;
use super::files::{files, parquet_file, remove, rows_file};
use super::journal::Journal;
use crate::place::Place;
use crate::tables::{Table, csv, parquet};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread;

/// The open files of a run.
pub struct Outputs {
    folder: PathBuf,
    files: Vec<(String, BufWriter<File>)>,
    /// Tables that become Parquet.
    parquet: Vec<Table>,
}

impl Outputs {
    /// Opens all files, cut to what the journal vouches for.
    pub fn open(folder: &Path, formats: &[Format], tables: &[Table], journal: &Journal) -> io::Result<Outputs> {
        let parquet = if formats.contains(&Format::Parquet) { tables.to_vec() } else { Vec::new() };
        let mut open = Vec::new();
        for name in files(formats, tables) {
            let mut file = cut(&folder.join(&name), journal.lengths.get(&name).copied().unwrap_or(0))?;
            if let Some(table) = tables.iter().find(|table| name == format!("{}.csv", table.name())) {
                begin(&mut file, &csv::head(&table.columns()))?;
            }
            open.push((name, BufWriter::new(file)));
        }
        Ok(Outputs { folder: folder.to_owned(), files: open, parquet })
    }

    /// Appends what is to be said of an article.
    pub fn write(&mut self, answer: &Answer) -> io::Result<()> {
        for ((name, file), chunk) in self.files.iter_mut().zip(&answer.chunks) {
            file.write_all(chunk.as_bytes()).at(&self.folder.join(name))?;
        }
        Ok(())
    }

    /// Puts all that was written on the disk; says how long each file is now, and 0 for what is made at the end.
    pub fn sync(&mut self) -> io::Result<BTreeMap<String, u64>> {
        let mut lengths: BTreeMap<String, u64> = self.parquet.iter().map(|&table| (parquet_file(table), 0)).collect();
        for (name, file) in &mut self.files {
            lengths.insert(name.clone(), synced(file).at(&self.folder.join(name))?);
        }
        Ok(lengths)
    }

    /// Rows to Parquet, all tables at once; a file is there whole or not at all.
    pub fn convert(&self) -> io::Result<()> {
        thread::scope(|scope| {
            let begun: Vec<_> =
                self.parquet.iter().map(|&table| scope.spawn(move || convert(&self.folder, table))).collect();
            let ended = begun.into_iter().map(|thread| thread.join().expect("writing Parquet does not panic"));
            ended.collect()
        })
    }
}

/// Writes what is waiting, and says how long the file is then.
fn synced(file: &mut BufWriter<File>) -> io::Result<u64> {
    file.flush()?;
    file.get_ref().sync_data()?;
    file.stream_position()
}

fn convert(folder: &Path, table: Table) -> io::Result<()> {
    let (path, rows) = (folder.join(parquet_file(table)), folder.join(rows_file(table)));
    let rows = BufReader::new(File::open(&rows).at(&rows)?);
    let unfinished = path.with_extension("parquet.new");
    let write = || {
        parquet::write(&table.columns(), rows, File::create(&unfinished)?)?;
        File::open(&unfinished)?.sync_all()
    };
    write().at(&unfinished)?;
    fs::rename(unfinished, &path).at(&path)
}

/// Removes what was only needed on the way to Parquet.
pub fn tidy(folder: &Path, tables: &[Table]) -> io::Result<()> {
    for &table in tables {
        remove(&folder.join(rows_file(table)))?;
    }
    Ok(())
}

fn cut(path: &Path, length: u64) -> io::Result<File> {
    let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(path).at(path)?;
    if file.metadata().at(path)?.len() < length {
        let name = path.display();
        return Err(io::Error::other(format!("{name} is shorter than the run has left it; --restart begins anew")));
    }
    file.set_len(length).at(path)?;
    file.seek(SeekFrom::End(0)).at(path)?;
    Ok(file)
}

/// Writes the head of an empty file.
fn begin(file: &mut File, head: &str) -> io::Result<()> {
    if file.stream_position()? == 0 { file.write_all(head.as_bytes()) } else { Ok(()) }
}
