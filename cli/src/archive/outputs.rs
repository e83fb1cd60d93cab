//! The files that answers are appended to, and what is made of them at the end.

use super::Format;
use super::answer::{Answer, files, rows_file};
use super::journal::Journal;
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
        for ((_, file), chunk) in self.files.iter_mut().zip(&answer.chunks) {
            file.write_all(chunk.as_bytes())?;
        }
        Ok(())
    }

    /// Puts all that was written on the disk; says how long each file is now, and 0 for what is made at the end.
    pub fn sync(&mut self) -> io::Result<BTreeMap<String, u64>> {
        let mut lengths: BTreeMap<String, u64> = self.parquet.iter().map(|&table| (parquet_file(table), 0)).collect();
        for (name, file) in &mut self.files {
            file.flush()?;
            file.get_ref().sync_data()?;
            lengths.insert(name.clone(), file.stream_position()?);
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

fn convert(folder: &Path, table: Table) -> io::Result<()> {
    let path = folder.join(parquet_file(table));
    let unfinished = path.with_extension("parquet.new");
    let rows = BufReader::new(File::open(folder.join(rows_file(table)))?);
    parquet::write(&table.columns(), rows, File::create(&unfinished)?)?;
    File::open(&unfinished)?.sync_all()?;
    fs::rename(unfinished, path)
}

/// Removes what was only needed on the way to Parquet.
pub fn tidy(folder: &Path, tables: &[Table]) -> io::Result<()> {
    for &table in tables {
        match fs::remove_file(folder.join(rows_file(table))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => (),
        }
    }
    Ok(())
}

fn parquet_file(table: Table) -> String {
    format!("{}.parquet", table.name())
}

fn cut(path: &Path, length: u64) -> io::Result<File> {
    let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    if file.metadata()?.len() < length {
        let name = path.display();
        return Err(io::Error::other(format!("{name} is shorter than the run has left it; --restart begins anew")));
    }
    file.set_len(length)?;
    file.seek(SeekFrom::End(0))?;
    Ok(file)
}

/// Writes the head of an empty file.
fn begin(file: &mut File, head: &str) -> io::Result<()> {
    if file.stream_position()? == 0 { file.write_all(head.as_bytes()) } else { Ok(()) }
}
