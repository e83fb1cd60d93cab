//! Text to document: tokens, then sentences and paragraphs.

use crate::document::Document;
use crate::{sentences, tokenize};

impl<'t> Document<'t> {
    /// Reads a text: tokens, then paragraphs and sentences. Takes any text; time is linear in its length.
    pub fn read(text: &'t str) -> Document<'t> {
        let mut document = Document::unread(text);
        tokenize::tokenize(text, |span, kind| document.push(span, kind));
        sentences::split(&mut document);
        document.tokens.shrink_to_fit();
        document.sentences.shrink_to_fit();
        document
    }
}
