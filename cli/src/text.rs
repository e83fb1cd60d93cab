//! What comes as bytes to text.

use crate::place::Place;
use std::io::{self, Read};
use std::path::Path;

/// Bytes that are no UTF-8 become U+FFFD.
pub fn decoded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The text of a file; "-" is standard input.
pub fn read(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(file).at(file)?;
    }
    Ok(decoded(bytes))
}
