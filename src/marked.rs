//! Texts of tests with marks: "[p:Ada Quill] left" is "Ada Quill left", and where the name stands.

use crate::document::Span;

/// The text without its marks, and each mark's bytes and kind, "" where none is said.
pub fn read(marked: &str) -> (String, Vec<(Span, &str)>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, after) = after.split_once(']').expect("a mark closes");
        let (kind, words) = inner.split_once(':').unwrap_or(("", inner));
        text += before;
        marks.push((Span::new(text.len(), text.len() + words.len()), kind));
        text += words;
        rest = after;
    }
    (text + rest, marks)
}
