//! Text to report: the stages in the order of the data.

use crate::document::Document;
use crate::report::{Findings, Report};
use crate::{checks, claims, entities, language, mentions, quantities, quotes, speakers, tags, times};

/// The longest text that is analysed, in UTF-16 code units.
pub const LONGEST_TEXT_UNITS: usize = 10_000_000;

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// ISO 8601 date, or instant with offset: what relative times are resolved against.
    pub published: Option<String>,
    /// The outlet that published it: speaker of what nobody else is named for.
    pub outlet: Option<String>,
}

/// The text is longer than [`LONGEST_TEXT_UNITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in UTF-16 code units.
    pub units: usize,
}

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the text has {} characters; the longest that can be analysed has {LONGEST_TEXT_UNITS}", self.units)
    }
}

impl std::error::Error for TooLong {}

/// The stages of the analysis, for whoever shows progress: each is named before it begins.
pub const STAGES: [&str; 4] = ["reading", "syntax", "names and numbers", "claims"];

/// Analyses an article.
///
/// # Errors
/// Only [`TooLong`].
pub fn analyze(text: &str, options: &Options) -> Result<Report, TooLong> {
    analyze_with(text, options, |_| ())
}

/// As [`analyze`]; calls `progress` with the index of each of the [`STAGES`] as it begins.
///
/// # Errors
/// Only [`TooLong`].
pub fn analyze_with(text: &str, options: &Options, mut progress: impl FnMut(usize)) -> Result<Report, TooLong> {
    check_length(text)?;
    progress(0);
    let document = Document::read(text);
    if !language::is_english(&document) {
        return Ok(Report::unread(&document));
    }
    let quotes = quotes::find(&document);
    progress(1);
    let syntax = tags::tag(&document);
    progress(2);
    let published = times::published(&document, options.published.as_deref());
    let times = times::find(&document, &syntax, published.as_deref());
    let quantities = quantities::find(&document, &syntax, &times);
    let checks = checks::find(&document, &quantities, &times, published.as_deref());
    let mut mentions = mentions::find(&document, &syntax);
    progress(3);
    let mut claims = claims::find(&document, &syntax, &quotes, &mentions, &times);
    let entities = entities::resolve(&document, &syntax, &quotes, &claims, &mut mentions);
    speakers::attribute(&document, &mentions, &entities, &mut claims);
    Ok(Report::new(
        &document,
        &Findings {
            published,
            mentions: &mentions,
            entities: &entities,
            quantities: &quantities,
            times: &times,
            claims: &claims,
            checks: &checks,
        },
    ))
}

/// Whether a text can be analysed.
pub(crate) fn check_length(text: &str) -> Result<(), TooLong> {
    if text.len() <= LONGEST_TEXT_UNITS {
        return Ok(());
    }
    let units = text.chars().map(char::len_utf16).sum();
    if units > LONGEST_TEXT_UNITS { Err(TooLong { units }) } else { Ok(()) }
}
