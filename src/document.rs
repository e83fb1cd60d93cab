//! The shared words: a document is a text with its tokens, sentences and paragraphs.
//!
//! Everything in here is a byte range into one borrowed text; only `report` knows UTF-16.

use std::fmt;
use std::ops::Range;

/// A half-open range of bytes in the analysed text, always on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to byte `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start: start as u32, end: end as u32 }
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a range to slice a `str` with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, perhaps with digits or inner marks: "Kim", "n't", "'s", "U.S.", "Covid".
    Word,
    /// Begins with a digit: "1,000", "4.5m", "13th", "1970s", "10:30", "9/11".
    Number,
    /// Marks that structure a sentence: , . ; : ? ! quotes, brackets, dashes.
    Punctuation,
    /// Other marks: $ % & + § °.
    Symbol,
    /// A web or mail address, a file name, an @handle or a #hashtag.
    Address,
}

/// One token: a word in the sense of Universal Dependencies.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// White space (or the start of the text) stands before it.
    pub spaced: bool,
    lower: Span,
}

/// A run of tokens that is one sentence, headline or fragment.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its bytes, from first to last token.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The paragraph it stands in.
    pub paragraph: usize,
}

/// What part of an article a paragraph is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// A headline or subheading: short, without a full stop.
    Headline,
    /// "By Jane Roe", "Reporting by …; Editing by …".
    Byline,
    /// A photo or agency credit, a caption's tail.
    Credit,
    /// An item of a bullet or numbered list.
    ListItem,
}

/// A block of lines without an empty line, or one line where the text has one paragraph a line.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its bytes without outer white space.
    pub span: Span,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// What part of the article it is.
    pub kind: ParagraphKind,
    /// "SEOUL, Sept 13 (Reuters) -" at its head, if there.
    pub dateline: Option<Span>,
}

/// A text with its tokens, sentences and paragraphs, each in text order.
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// All tokens.
    pub tokens: Vec<Token>,
    /// All sentences: together they hold every token.
    pub sentences: Vec<Sentence>,
    /// All paragraphs.
    pub paragraphs: Vec<Paragraph>,
    lower: String,
}

impl<'t> Document<'t> {
    /// A text of which nothing is read yet: `Document::read` in `read.rs` reads it.
    pub(crate) fn unread(text: &'t str) -> Document<'t> {
        Document { text, tokens: Vec::new(), sentences: Vec::new(), paragraphs: Vec::new(), lower: String::new() }
    }

    /// Adds the next token.
    pub(crate) fn push(&mut self, mut span: Span, kind: TokenKind) {
        let before = self.text[..span.start as usize].chars().next_back();
        // What is not seen is no letter: " \u{ad}Chinese" and "\u{200d}Chinese" are "Chinese", and "Chi\u{ad}nese" too.
        let word = self.slice(span).trim_start_matches(is_unseen);
        if !word.is_empty() {
            span.start = span.end - word.len() as u32;
        }
        let start = self.lower.len();
        let word = &self.text[span.range()];
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower[start..].make_ascii_lowercase();
        } else {
            let is_kept = |c: &char| !is_unseen(*c) || !word.contains(char::is_alphanumeric);
            self.lower.extend(word.chars().filter(is_kept).map(straight).flat_map(char::to_lowercase));
        }
        let lower = Span::new(start, self.lower.len());
        self.tokens.push(Token { span, kind, spaced: before.is_none_or(char::is_whitespace), lower });
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// Token `i` as written.
    pub fn word(&self, i: usize) -> &'t str {
        self.slice(self.tokens[i].span)
    }

    /// Token `i` in lower case, with curly apostrophes made straight.
    pub fn lower(&self, i: usize) -> &str {
        &self.lower[self.tokens[i].lower.range()]
    }

    /// Token `i` in lower case; "" past either end.
    pub fn lower_at(&self, i: isize) -> &str {
        if i < 0 || i as usize >= self.tokens.len() { "" } else { self.lower(i as usize) }
    }

    /// The bytes from token `first` to token `last`, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        Span { start: self.tokens[first].span.start, end: self.tokens[last].span.end }
    }

    /// The tokens that lie wholly inside a span of bytes.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let last = self.tokens.partition_point(|t| t.span.end <= span.end);
        first..last.max(first)
    }

    /// The sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i)
    }

    /// The number of the paragraph in which token `i` stands; past the end 0.
    pub(crate) fn paragraph_of(&self, i: usize) -> usize {
        self.sentences.get(self.sentence_of(i)).map_or(0, |sentence| sentence.paragraph)
    }

    /// Whether token `i` is written with a capital first letter; past the end none is.
    pub fn is_capitalized(&self, i: usize) -> bool {
        let token = self.tokens.get(i);
        token.is_some_and(|token| self.slice(token.span).chars().next().is_some_and(char::is_uppercase))
    }
}

/// Where a word may be parted at the end of a line; not seen elsewhere.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';

/// Characters of a word without a shape of their own: soft hyphens and joiners. Spaces of no width part words.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, SOFT_HYPHEN | '\u{200c}' | '\u{200d}')
}

/// Curly single quotation marks as apostrophes.
pub(crate) fn straight(c: char) -> char {
    if matches!(c, '\u{2019}' | '\u{2018}' | '\u{02BC}') { '\'' } else { c }
}
