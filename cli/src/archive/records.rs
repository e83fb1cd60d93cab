//! Files to jobs: an article for each text file, each object, each line.

use super::inputs::{Content, Input};
use flate2::read::MultiGzDecoder;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

/// The longest line, or file of one article: enough for the longest text that is analysed, all of it escaped.
pub const LONGEST_RECORD_BYTES: usize = 64 << 20;

/// An article to analyse.
#[derive(Debug, PartialEq, Eq)]
pub struct Job {
    /// Where it is: "2023.jsonl:17", "2023/09/13.txt". Its id, if it has no other.
    pub place: String,
    /// What was read.
    pub record: Record,
    /// Bytes of the file that it took.
    pub bytes: u64,
}

/// What was read of an article.
#[derive(Debug, PartialEq, Eq)]
pub enum Record {
    /// The article itself.
    Text(Vec<u8>),
    /// A JSON object.
    Object(Vec<u8>),
    /// Why there is nothing.
    Unreadable(String),
}

/// Gives all articles of all files to `give`, in order, until it answers that it takes no more.
pub fn read(inputs: &[Input], give: &mut dyn FnMut(Job) -> bool) {
    for input in inputs {
        let goes_on = match open(input) {
            Ok((reader, taken)) if input.content == Content::Lines => lines(input, reader, &taken, give),
            Ok((reader, _)) => give(whole(input, reader)),
            Err(error) => give(unreadable(&input.name, &error.to_string(), input.bytes)),
        };
        if !goes_on {
            return;
        }
    }
}

/// Bytes taken of a file, before they were unpacked.
type Taken = Rc<Cell<u64>>;

/// A file or standard input, unpacked if its first bytes say that it is packed.
fn open(input: &Input) -> io::Result<(Box<dyn BufRead>, Taken)> {
    let file: Box<dyn Read> = match &input.path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin().lock()),
    };
    let taken = Taken::default();
    let mut file = BufReader::with_capacity(1 << 16, Counted { file, taken: Rc::clone(&taken) });
    let packed = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    let reader: Box<dyn BufRead> =
        if packed { Box::new(BufReader::new(MultiGzDecoder::new(file))) } else { Box::new(file) };
    Ok((reader, taken))
}

struct Counted {
    file: Box<dyn Read>,
    taken: Taken,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.taken.set(self.taken.get() + count as u64);
        Ok(count)
    }
}

fn whole(input: &Input, reader: Box<dyn BufRead>) -> Job {
    let mut bytes = Vec::new();
    let record = match reader.take(LONGEST_RECORD_BYTES as u64 + 1).read_to_end(&mut bytes) {
        Ok(count) if count > LONGEST_RECORD_BYTES => Record::Unreadable(too_long()),
        Ok(_) if input.content == Content::Object => Record::Object(bytes),
        Ok(_) => Record::Text(bytes),
        Err(error) => Record::Unreadable(error.to_string()),
    };
    Job { place: input.name.clone(), record, bytes: input.bytes }
}

/// Each line that is not empty; after an error in the middle of a file there is one job that says so.
fn lines(input: &Input, mut reader: Box<dyn BufRead>, taken: &Taken, give: &mut dyn FnMut(Job) -> bool) -> bool {
    let mut counted = 0;
    for number in 1.. {
        let place = format!("{}:{number}", input.name);
        let line = line(&mut reader);
        let bytes = taken.get() - counted;
        counted = taken.get();
        let record = match line {
            Ok(Line::End) => break,
            Ok(Line::Whole(line)) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(Line::Whole(line)) => Record::Object(line),
            Ok(Line::TooLong) => Record::Unreadable(too_long()),
            Err(error) => {
                return give(unreadable(&place, &format!("the rest of the file cannot be read: {error}"), bytes));
            }
        };
        if !give(Job { place, record, bytes }) {
            return false;
        }
    }
    true
}

enum Line {
    Whole(Vec<u8>),
    TooLong,
    End,
}

/// The next line; of one that is too long no more than the limit is ever held.
fn line(reader: &mut dyn BufRead) -> io::Result<Line> {
    let mut bytes = Vec::new();
    let limit = LONGEST_RECORD_BYTES as u64 + 1;
    if reader.take(limit).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Line::End);
    }
    if bytes.len() <= LONGEST_RECORD_BYTES {
        return Ok(Line::Whole(bytes));
    }
    while bytes.last() != Some(&b'\n') {
        bytes.clear();
        if reader.take(1 << 16).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
    }
    Ok(Line::TooLong)
}

fn unreadable(place: &str, why: &str, bytes: u64) -> Job {
    Job { place: place.to_owned(), record: Record::Unreadable(why.to_owned()), bytes }
}

fn too_long() -> String {
    format!("longer than {LONGEST_RECORD_BYTES} bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut text = vec![b'x'; LONGEST_RECORD_BYTES + 70_000];
        text.extend_from_slice(b"\n{}\n");
        let mut reader: Box<dyn BufRead> = Box::new(io::Cursor::new(text));
        assert!(matches!(line(&mut reader), Ok(Line::TooLong)));
        assert!(matches!(line(&mut reader), Ok(Line::Whole(line)) if line == b"{}\n"));
        assert!(matches!(line(&mut reader), Ok(Line::End)));
    }
}
