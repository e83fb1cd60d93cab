//! What comes as bytes to text.

/// Bytes that are no UTF-8 become U+FFFD.
pub fn decoded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
