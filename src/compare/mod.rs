//! Two texts: what changed, what both say, and whether the quotations of one are the words of the other.
//!
//! A layer above the report: it reads two texts and their reports, and changes nothing in either. A source text is only
//! split into words, so that a long transcript costs little beside the analysis of an article.

mod words;
mod numbers;
mod index;
mod align;
mod hunks;
mod verdict;
mod speakers;
mod quoted;
mod passages;
mod near;
mod source;
mod side;
mod alike;
mod joined;
mod sentences;
mod claims;
mod hedges;
mod versions;
mod telling;
mod outlets;
mod summary;

use crate::pipeline::{Options, TooLong, analyze_with, check_length};
use crate::report::{ENGINE, Report, Slices, Span};
use claims::Claims;
use joined::Joined;
use sentences::Aligned;
use serde::{Deserialize, Serialize};
use side::Side;
use versions::Versions;
use words::Vocabulary;

/// What the second text is to the first.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The second is what the first quotes: a transcript, a speech, a release, a court paper.
    Source,
    /// The second is a later version of the first.
    Versions,
    /// Both are articles on one event.
    Outlets,
}

/// What two texts are to one another. See `www/comparison.d.ts`.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Comparison {
    /// Version of this layout.
    pub schema: u32,
    /// [`crate::report::ENGINE`].
    pub engine: String,
    /// As it was asked.
    pub mode: Mode,
    /// What came out, in a sentence or two.
    pub summary: String,
    /// The report of the first text.
    pub a: Report,
    /// The report of the second; a source text has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<Report>,
    /// Each quotation of the first text, in its order.
    pub quotations: Vec<Quotation>,
    /// For claims without quotation marks: a passage of the source that has most of their words. Never a proof.
    pub near: Vec<Near>,
    /// What differs between two versions.
    pub changes: Vec<Change>,
    /// The difference between two versions in words: each place where other words stand.
    pub edits: Vec<Edit>,
    /// Who is in both texts, or in one.
    pub entities: Vec<Pair>,
    /// Who speaks in both articles, or in one.
    pub speakers: Vec<Pair>,
    /// Which claims both texts have, or one.
    pub claims: Vec<Pair>,
    /// Figures that disagree in what two outlets both say.
    pub figures: Vec<Edit>,
    /// What of the first text stands word for word in the second.
    pub copied: Vec<Edit>,
    /// How much that is of either, in per cent of its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<Shares>,
}

/// How a quotation and its source agree.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Word for word.
    Verbatim,
    /// Word for word but for what is in `allowed`.
    ButFor,
    /// Words of the source were left out, and none put in.
    Shortened,
    /// Made of passages that stand apart in the source.
    Joined,
    /// Other words.
    Altered,
    /// No passage of the source has these words.
    NotFound,
}

impl Verdict {
    /// As the comparison writes it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Verbatim => "verbatim",
            Verdict::ButFor => "but-for",
            Verdict::Shortened => "shortened",
            Verdict::Joined => "joined",
            Verdict::Altered => "altered",
            Verdict::NotFound => "not-found",
        }
    }
}

/// What does not alter the words of a quotation.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Allowed {
    /// ‘…’ for “…”.
    QuotationMarks,
    /// "The" for "the".
    Case,
    /// "long term" for "long-term", a comma for a dash.
    Dashes,
    /// "colour" for "color", "12" for "twelve".
    Spelling,
    /// "um", "you know", a word said twice.
    Fillers,
    /// "\[the bill\]" for "it".
    Brackets,
}

impl Allowed {
    /// As the comparison writes it.
    pub fn name(self) -> &'static str {
        match self {
            Allowed::QuotationMarks => "quotation-marks",
            Allowed::Case => "case",
            Allowed::Dashes => "dashes",
            Allowed::Spelling => "spelling",
            Allowed::Fillers => "fillers",
            Allowed::Brackets => "brackets",
        }
    }
}

/// What a difference is about, the gravest first.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// A "not" was lost or put in.
    Negation,
    /// Another number.
    Number,
    /// "won't" for "will not".
    Contraction,
    /// Other words.
    Words,
    /// The source's words that were left out.
    Cut,
    /// The source's words that brackets stand for.
    Brackets,
}

/// A quotation of the first text beside the source.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Quotation {
    /// "x1", in text order.
    pub id: String,
    /// First code unit after the opening mark.
    pub start: u32,
    /// The closing mark.
    pub end: u32,
    /// The claim that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// How it and the source agree.
    pub verdict: Verdict,
    /// What was allowed for, whatever the verdict.
    pub allowed: Vec<Allowed>,
    /// Where it stands in the source, in the order of the quotation.
    pub source: Vec<Span>,
    /// Where the words are not the same; either side may be empty.
    pub differs: Vec<Differs>,
    /// The words around it in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub around: Option<Span>,
    /// Whose words these are, where the source says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SpeakerThere>,
}

/// A place where a quotation has other words than its source.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Differs {
    /// What it is about.
    pub kind: Difference,
    /// In the quotation.
    pub a: Span,
    /// In the source.
    pub b: Span,
}

/// Who speaks in the source.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct SpeakerThere {
    /// The label before these words in the source.
    pub label: Span,
    /// Its words.
    pub name: String,
    /// Whether it is the article's speaker; absent where that cannot be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same: Option<bool>,
}

/// The passage of the source that is nearest to a claim without quotation marks.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Near {
    /// The claim.
    pub claim: String,
    /// The passage.
    pub b: Span,
    /// How many of the claim's telling words it has, in per cent.
    pub words: u32,
}

/// What became of something between two versions.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Other words in the headline.
    Headline,
    /// A claim that the first version has not.
    ClaimAdded,
    /// A claim that the second version has not.
    ClaimDropped,
    /// The same claim in another place.
    ClaimMoved,
    /// The same claim in other words.
    ClaimReworded,
    /// The same claim, said by somebody else.
    SpeakerChanged,
    /// "will" became "may".
    Hedged,
    /// "may" became "will".
    Unhedged,
    /// Another number.
    Number,
    /// Another time.
    Time,
    /// Another name.
    Name,
    /// A sentence that the first version has not.
    SentenceAdded,
    /// A sentence that the second version has not.
    SentenceDropped,
    /// The same sentence in another place, without a claim.
    SentenceMoved,
    /// The same sentence in other words.
    SentenceReworded,
}

impl What {
    /// As the comparison writes it.
    pub fn name(self) -> &'static str {
        match self {
            What::Headline => "headline",
            What::ClaimAdded => "claim-added",
            What::ClaimDropped => "claim-dropped",
            What::ClaimMoved => "claim-moved",
            What::ClaimReworded => "claim-reworded",
            What::SpeakerChanged => "speaker-changed",
            What::Hedged => "hedged",
            What::Unhedged => "unhedged",
            What::Number => "number",
            What::Time => "time",
            What::Name => "name",
            What::SentenceAdded => "sentence-added",
            What::SentenceDropped => "sentence-dropped",
            What::SentenceMoved => "sentence-moved",
            What::SentenceReworded => "sentence-reworded",
        }
    }
}

/// A change between two versions.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Change {
    /// "d1", in the order of the second text.
    pub id: String,
    /// What happened.
    pub what: What,
    /// In the first version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<Place>,
    /// In the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<Place>,
}

/// Words, and what of the report they are.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Place {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// The claim, number, time or entity of that text's report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// Words of the first text and words of the second; either may be empty.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// In the first text.
    pub a: Span,
    /// In the second.
    pub b: Span,
}

/// The same thing in both reports, or a thing of one.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Pair {
    /// Its id in the first report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    /// Its id in the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
    /// By what they were joined: "name", "role", "words".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// Per cent of the words of either text that stand in the other too, in runs.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shares {
    /// Of the first.
    pub a: u32,
    /// Of the second.
    pub b: u32,
}

/// What is known about two texts besides their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareOptions {
    /// What the second text is to the first.
    pub mode: Mode,
    /// What is known about the first.
    pub a: Options,
    /// What is known about the second.
    pub b: Options,
}

impl CompareOptions {
    /// Nothing is known but what the second text is.
    pub fn new(mode: Mode) -> CompareOptions {
        CompareOptions { mode, a: Options::default(), b: Options::default() }
    }
}

/// Compares two texts.
///
/// ```
/// use onrecord::compare::{CompareOptions, Mode, Verdict, compare};
///
/// let article = "“The bridge will be closed,” Mayor Ada Quill said.";
/// let speech = "Friends, the bridge will not be closed, whatever you hear.";
/// let comparison = compare(article, speech, &CompareOptions::new(Mode::Source))?;
/// assert_eq!(comparison.quotations[0].verdict, Verdict::Altered);
/// # Ok::<(), onrecord::TooLong>(())
/// ```
///
/// # Errors
/// Only [`TooLong`], for either text.
pub fn compare(a: &str, b: &str, options: &CompareOptions) -> Result<Comparison, TooLong> {
    compare_with(a, b, options, |_| ())
}

/// As [`compare`]; calls `progress` with the index of each of the [`crate::STAGES`] as it begins, for the first text and then, if
/// it is analysed too, for the second.
///
/// # Errors
/// Only [`TooLong`], for either text.
pub fn compare_with(
    a: &str,
    b: &str,
    options: &CompareOptions,
    mut progress: impl FnMut(usize),
) -> Result<Comparison, TooLong> {
    check_length(b)?;
    let report = analyze_with(a, &options.a, &mut progress)?;
    let second = match options.mode {
        Mode::Source => None,
        Mode::Versions | Mode::Outlets => Some(analyze_with(b, &options.b, &mut progress)?),
    };
    Ok(compare_reports((a, report), (b, second), options.mode))
}

/// Compares two texts whose reports are known, perhaps with what readers put right in them. Without a report of the
/// second text only its words are compared.
pub fn compare_reports((a, report): (&str, Report), (b, second): (&str, Option<Report>), mode: Mode) -> Comparison {
    let mut comparison = Comparison::empty(report, second, mode);
    match (mode, comparison.b.take()) {
        (Mode::Versions, Some(second)) => compare_versions(a, b, second, &mut comparison),
        (Mode::Outlets, Some(second)) => compare_outlets(a, b, second, &mut comparison),
        (_, None) | (Mode::Source, _) => compare_source(a, b, &mut comparison),
    }
    comparison
}

fn compare_source(a: &str, b: &str, comparison: &mut Comparison) {
    (comparison.quotations, comparison.near) = source::compare(a, &comparison.a, b);
    comparison.summary = summary::of_quotations(&comparison.quotations, &Slices::new(a), &Slices::new(b));
}

fn compare_versions(a: &str, b: &str, second: Report, comparison: &mut Comparison) {
    let mut vocabulary = Vocabulary::default();
    let ours = Side::new(a, &comparison.a, &mut vocabulary);
    let theirs = Side::new(b, &second, &mut vocabulary);
    let joined = Joined::new(&ours, &theirs);
    let aligned = Aligned::new(&ours, &theirs);
    let claims = Claims::new(&ours, &theirs, &aligned);
    let (a, b, vocabulary) = (&ours, &theirs, &vocabulary);
    let versions = Versions { a, b, vocabulary, joined: &joined, aligned: &aligned, claims: &claims };
    let changes = versions::changes(&versions);
    let summary = summary::of_changes(&changes, &ours, &theirs);
    let (edits, entities, claims) = (versions::edits(a, b), joined.pairs(a, b), claims.pairs(a, b));
    (comparison.changes, comparison.edits, comparison.entities) = (changes, edits, entities);
    (comparison.claims, comparison.summary, comparison.b) = (claims, summary, Some(second));
}

fn compare_outlets(a: &str, b: &str, second: Report, comparison: &mut Comparison) {
    let mut vocabulary = Vocabulary::default();
    let ours = Side::new(a, &comparison.a, &mut vocabulary);
    let theirs = Side::new(b, &second, &mut vocabulary);
    let joined = Joined::new(&ours, &theirs);
    let (entities, speakers) = (joined.pairs(&ours, &theirs), outlets::speakers(&ours, &theirs, &joined));
    let claims = outlets::claims(&ours, &theirs, &joined, &vocabulary);
    let figures = outlets::figures(&ours, &theirs, &vocabulary);
    let (copied, shares) = outlets::copied(&ours, &theirs);
    comparison.summary = summary::of_outlets(&claims, &figures, &speakers, shares);
    (comparison.entities, comparison.speakers, comparison.claims) = (entities, speakers, claims);
    (comparison.figures, comparison.copied, comparison.shares) = (figures, copied, Some(shares));
    comparison.b = Some(second);
}

impl Comparison {
    fn empty(a: Report, b: Option<Report>, mode: Mode) -> Comparison {
        Comparison {
            schema: 1,
            engine: ENGINE.trim_end().to_owned(),
            mode,
            summary: String::new(),
            a,
            b,
            quotations: Vec::new(),
            near: Vec::new(),
            changes: Vec::new(),
            edits: Vec::new(),
            entities: Vec::new(),
            speakers: Vec::new(),
            claims: Vec::new(),
            figures: Vec::new(),
            copied: Vec::new(),
            shares: None,
        }
    }
}
