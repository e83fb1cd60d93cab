//! Who says what in a news article, on whose word, with which numbers: the analyser of OnRecord.
//!
//! [`analyze`] reads an article and gives a [`Report`]: its people, organisations and places (one entry for each real
//! one), its numbers and times with their values, and its attributed claims. It never fails but for a text over the
//! limit, never panics, reads no clock, and gives the same report for the same text and options everywhere.
//!
//! ```
//! use onrecord::report::{Attribution, ClaimForm, Slices};
//! use onrecord::{Options, analyze};
//!
//! let text = "“The bridge is safe,” Mayor Ada Quill said on Tuesday. The repair cost $2 million.";
//! let options = Options { published: Some("2024-05-08".into()), ..Options::default() };
//! let report = analyze(text, &options)?;
//!
//! let claim = &report.claims[0];
//! assert_eq!((claim.form, claim.attribution), (ClaimForm::Direct, Attribution::Named));
//! let speaker = report.entities.iter().find(|entity| claim.speakers.contains(&entity.id)).unwrap();
//! assert_eq!(speaker.name, "Ada Quill");
//!
//! // Spans count UTF-16 code units, as JavaScript does; `Slices` gives the words and the bytes.
//! let slices = Slices::new(text);
//! assert_eq!(slices.get(claim.content[0]), Some("“The bridge is safe,”"));
//! assert_eq!(slices.range(&report.quantities[0]), Some(75..85));
//! assert_eq!(report.times[0].value, "2024-05-07");
//! # Ok::<(), onrecord::TooLong>(())
//! ```
//!
//! The report can be written and read with serde: its JSON is the one that the page, the command `onrecord` and the npm
//! package give. The feature `bindings` adds the exports for JavaScript on wasm32, with a panic hook; a Rust program
//! compiled to wasm32 does not want them.
//!
//! All other modules are public for the tools of this repository and may change at any time.

#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod model;
mod patterns;
#[doc(hidden)]
pub mod trees;
#[doc(hidden)]
pub mod tokenize;
#[doc(hidden)]
pub mod sentences;
mod read;
#[cfg(test)]
mod marked;
#[doc(hidden)]
pub mod quotes;
#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod tags;
#[doc(hidden)]
pub mod mentions;
#[doc(hidden)]
pub mod numerals;
#[doc(hidden)]
pub mod times;
#[doc(hidden)]
pub mod quantities;
#[doc(hidden)]
pub mod checks;
#[doc(hidden)]
pub mod claims;
#[doc(hidden)]
pub mod entities;
#[doc(hidden)]
pub mod speakers;
pub mod report;
mod pipeline;
pub mod compare;
#[cfg(all(target_arch = "wasm32", feature = "bindings"))]
mod wasm;

pub use pipeline::{LONGEST_TEXT_UNITS, Options, STAGES, TooLong, analyze, analyze_with};
pub use report::Report;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
