//! What was named on the command line to the files to read, each once, in an order that does not depend on the disk.

use crate::place::Place;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The files that a folder is read for, each also with ".gz" after it.
const ENDINGS: [(&str, Content); 6] = [
    ("txt", Content::Text),
    ("text", Content::Text),
    ("md", Content::Text),
    ("json", Content::Object),
    ("jsonl", Content::Lines),
    ("ndjson", Content::Lines),
];

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// An article.
    Text,
    /// An article as a JSON object.
    Object,
    /// An article as a JSON object on each line.
    Lines,
}

/// A file to read.
#[derive(Debug)]
pub struct Input {
    /// Its path as it was named or found: the id of an article that has no other.
    pub name: String,
    /// Absent for standard input.
    pub path: Option<PathBuf>,
    /// What is in it.
    pub content: Content,
    /// Its size on disk; 0 for standard input.
    pub bytes: u64,
}

/// All files: of each argument in turn, sorted by path.
pub fn find(arguments: &[String]) -> io::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    let mut seen = HashSet::new();
    for argument in arguments {
        if argument == "-" {
            inputs.push(Input { name: "-".to_owned(), path: None, content: Content::Lines, bytes: 0 });
            continue;
        }
        for input in named(argument)? {
            let path = input.path.as_ref().expect("only standard input has none");
            if seen.insert(path.canonicalize().at(path)?) {
                inputs.push(input);
            }
        }
    }
    if inputs.is_empty() {
        return Err(io::Error::other(
            "no article there: files must end in .txt, .md, .json, .jsonl, .ndjson, or these with .gz",
        ));
    }
    Ok(inputs)
}

/// The size of all files whose size is known.
pub fn bytes(inputs: &[Input]) -> Option<u64> {
    inputs.iter().map(|input| input.path.as_ref().map(|_| input.bytes)).sum()
}

fn named(argument: &str) -> io::Result<Vec<Input>> {
    let path = Path::new(argument);
    if path.is_dir() {
        return folder(path);
    }
    if path.exists() {
        return Ok(vec![input(path, content(path).unwrap_or(Content::Text))?]);
    }
    let mut matches = glob::glob(argument)
        .map_err(|error| io::Error::other(format!("{argument}: {error}")))?
        .collect::<Result<Vec<PathBuf>, _>>()
        .map_err(io::Error::other)?;
    matches.sort_unstable();
    if matches.is_empty() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("{argument}: no such file or folder")));
    }
    let files = matches.iter().filter(|path| path.is_file());
    files.map(|path| input(path, content(path).unwrap_or(Content::Text))).collect()
}

/// The articles below a folder; other files and what is hidden are passed over.
fn folder(path: &Path) -> io::Result<Vec<Input>> {
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    let walk = WalkDir::new(path).sort_by_file_name().follow_links(true).into_iter();
    let mut inputs = Vec::new();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
        let entry = entry?;
        if let Some(content) = content(entry.path()).filter(|_| entry.file_type().is_file()) {
            inputs.push(input(entry.path(), content)?);
        }
    }
    Ok(inputs)
}

fn input(path: &Path, content: Content) -> io::Result<Input> {
    let bytes = path.metadata().at(path)?.len();
    Ok(Input { name: path.to_string_lossy().into_owned(), path: Some(path.to_owned()), content, bytes })
}

fn content(path: &Path) -> Option<Content> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let (_, ending) = name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|&(_, content)| content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (name, expected) in [
            ("a.txt", Some(Content::Text)),
            ("A.TXT.gz", Some(Content::Text)),
            ("2023.jsonl", Some(Content::Lines)),
            ("b.ndjson.gz", Some(Content::Lines)),
            ("one.json", Some(Content::Object)),
            ("picture.jpg", None),
            ("README", None),
            ("a.gz", None),
        ] {
            assert_eq!(content(Path::new(name)), expected, "{name}");
        }
    }
}
