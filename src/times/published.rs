//! The publication date: as given, else from a line of the article that is a date.

use super::calendar::Date;
use super::date;
use super::moment::{Moment, When};
use super::reader::Reader;
use crate::document::Document;

/// Paragraphs from the head of the article in which its own date may stand.
const HEAD_PARAGRAPHS: usize = 6;
/// A line with more words than these beside the date is no date line.
const MOST_OTHER_TOKENS: usize = 12;

/// The publication date to use: as given, else from the article's own dateline, else none.
pub fn published(document: &Document, given: Option<&str>) -> Option<String> {
    if let Some(given) = given.map(str::trim)
        && Date::read(given).is_some()
    {
        return Some(given.to_owned());
    }
    let reader = Reader::new(document);
    document.paragraphs.iter().take(HEAD_PARAGRAPHS).find_map(|paragraph| {
        let first = document.sentences.get(paragraph.sentences.start)?.tokens.start;
        let end = match paragraph.dateline {
            Some(dateline) => document.tokens_in(dateline).end,
            None => document.sentences.get(paragraph.sentences.end.checked_sub(1)?)?.tokens.end,
        };
        (end - first <= MOST_OTHER_TOKENS).then_some(())?;
        (first..end).find_map(|at| match date::full(&reader, at)? {
            (_, Moment::Date(When::Full(day))) => Some(day.to_string()),
            _ => None,
        })
    })
}
