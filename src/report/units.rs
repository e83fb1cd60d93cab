//! Places in the text as JavaScript counts them.

use super::Span;
use crate::document::Span as Bytes;

/// From bytes to UTF-16 code units: one number for each 64 bytes, then a short count.
pub struct Units<'t> {
    text: &'t str,
    /// Code units before byte `64 * i`; empty for ASCII text, where both are the same.
    before: Vec<u32>,
}

const STEP_BYTES: usize = 64;

impl<'t> Units<'t> {
    /// Counts once over the text.
    pub fn new(text: &'t str) -> Units<'t> {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for (i, &byte) in text.as_bytes().iter().enumerate() {
                if i % STEP_BYTES == 0 {
                    before.push(units);
                }
                units += units_of(byte);
            }
            before.push(units);
        }
        Units { text, before }
    }

    fn at(&self, byte: u32) -> u32 {
        if self.before.is_empty() {
            return byte;
        }
        let step = byte as usize / STEP_BYTES;
        let rest = &self.text.as_bytes()[step * STEP_BYTES..byte as usize];
        self.before[step] + rest.iter().map(|&b| units_of(b)).sum::<u32>()
    }

    /// The same span in code units.
    pub fn span(&self, bytes: Bytes) -> Span {
        Span { start: self.at(bytes.start), end: self.at(bytes.end) }
    }

    /// Of the text, in code units.
    pub fn length(&self) -> u32 {
        self.at(self.text.len() as u32)
    }
}

/// Code units that a character's first byte stands for; 0 for the bytes that go on.
fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Units;

    #[test]
    fn units_are_utf16() {
        let text = "a\u{e9}\u{1F600}\u{4e2d}".repeat(40);
        let units = Units::new(&text);
        for (byte, _) in text.char_indices() {
            assert_eq!(units.at(byte as u32) as usize, text[..byte].encode_utf16().count());
        }
        assert_eq!(units.length() as usize, text.encode_utf16().count());
    }
}
