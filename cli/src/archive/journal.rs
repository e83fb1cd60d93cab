//! How far a run has come: what lets the next one go on where it was stopped.

use super::files;
use crate::Outcome;
use crate::place::Place;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Its file in the folder of the output.
const NAME: &str = "journal.json";

/// The next one, while it is being written.
const UNFINISHED: &str = "journal.json.new";

/// What is on disk for sure.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    /// Engine, options and input; another run's is not gone on with.
    identity: String,
    /// Articles whose answers are in the files.
    pub done: u64,
    /// How many of them are errors.
    pub errors: u64,
    /// Over these articles: the input must be the same when it is read again.
    digest: String,
    /// How long each file is; what comes after it is from a write that was cut off.
    pub lengths: BTreeMap<String, u64>,
    /// Nothing is left to do.
    pub finished: bool,
    #[serde(skip)]
    folder: PathBuf,
}

impl Journal {
    /// The journal of a folder: as an earlier run has left it, or a new one.
    pub fn open(folder: &Path, identity: String, restart: bool) -> io::Result<Journal> {
        let path = folder.join(NAME);
        if restart && path.exists() {
            remove_outputs(folder, &path)?;
        }
        if path.exists() {
            let journal: Journal = serde_json::from_slice(&fs::read(&path).at(&path)?).map_err(|error| {
                let name = path.display();
                io::Error::other(format!(
                    "{name}: this journal of an earlier run is broken ({error}); --restart begins anew"
                ))
            })?;
            return journal.checked(folder, &identity);
        }
        if !is_empty(folder)? {
            let name = folder.display();
            return Err(io::Error::other(format!(
                "{name} has files in it that are not of such a run: name a new folder"
            )));
        }
        let mut journal = Journal { identity, folder: folder.to_owned(), ..Journal::default() };
        journal.save(0, 0, BTreeMap::new(), false)?;
        Ok(journal)
    }

    fn checked(mut self, folder: &Path, identity: &str) -> io::Result<Journal> {
        if self.identity != identity {
            return Err(io::Error::other(format!(
                "{} is of another run, which had other files, options or another engine; --restart begins anew\n  there: {}\n  now:   {identity}",
                folder.display(),
                self.identity
            )));
        }
        self.folder = folder.to_owned();
        Ok(self)
    }

    /// Whether the input up to here is the one of the stopped run: an error if not.
    pub fn compare(&self, read: u64, digest: u64) -> io::Result<()> {
        if read == self.done && self.digest != hex(digest) { Err(other_input()) } else { Ok(()) }
    }

    /// Notes what has been written and synced; the old journal or the new one is there at any moment.
    pub fn save(&mut self, done: u64, digest: u64, lengths: BTreeMap<String, u64>, finished: bool) -> io::Result<()> {
        (self.done, self.digest, self.lengths, self.finished) = (done, hex(digest), lengths, finished);
        let (unfinished, path) = (self.folder.join(UNFINISHED), self.folder.join(NAME));
        fs::write(&unfinished, serde_json::to_vec_pretty(self)?).at(&unfinished)?;
        fs::File::open(&unfinished).and_then(|file| file.sync_all()).at(&unfinished)?;
        fs::rename(unfinished, &path).at(&path)
    }

    /// Whether all articles have a report.
    pub fn outcome(&self) -> Outcome {
        if self.errors == 0 { Outcome::Complete } else { Outcome::SomeFailed }
    }

    /// For people.
    pub fn counted(&self) -> String {
        match self.errors {
            0 => format!("{} articles", self.done),
            errors => format!("{} articles, {errors} of them with an error: see errors.jsonl", self.done),
        }
    }
}

/// Whether nothing is in a folder, or only a first journal that was cut off.
fn is_empty(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder).at(folder)? {
        if entry?.file_name() != UNFINISHED {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The files that the journal of another run names, and it; if it was cut off or is broken, all that a run can write.
fn remove_outputs(folder: &Path, path: &Path) -> io::Result<()> {
    let bytes = fs::read(path).at(path)?;
    let names: Vec<String> = match serde_json::from_slice::<Journal>(&bytes) {
        Ok(journal) => journal.lengths.into_keys().filter(|name| !name.contains(['/', '\\'])).collect(),
        Err(_) if begins_as_ours(&bytes) => files::all_names(),
        Err(_) => {
            let name = path.display();
            return Err(io::Error::other(format!("{name} is no journal of such a run: name a new folder")));
        }
    };
    names.iter().try_for_each(|name| files::remove(&folder.join(name)))?;
    files::remove(path)
}

/// Whether this is a journal, or what is left of one: nobody else's file of that name is taken for it.
fn begins_as_ours(bytes: &[u8]) -> bool {
    const BEGIN: &[u8] = b"{\n  \"identity\": \"";
    let length = bytes.len().min(BEGIN.len());
    bytes[..length] == BEGIN[..length] || bytes.iter().all(|&byte| byte == 0)
}

/// The input has changed since the run that was stopped.
pub fn other_input() -> io::Error {
    io::Error::other(
        "these are not the articles of the earlier run: something in them has changed since; --restart begins anew",
    )
}

fn hex(digest: u64) -> String {
    format!("{digest:016x}")
}

/// FNV-1a, 64 bits, going on from an earlier digest: to notice a change, not to withstand an enemy.
pub fn digest(earlier: u64, bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(earlier ^ 0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
