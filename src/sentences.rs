//! Tokens to sentences and paragraphs, and what part of an article each paragraph is.

use crate::document::{Document, Paragraph, ParagraphKind, Sentence, Span, TokenKind};
use crate::model::lists;
use crate::patterns::{dateline, is_byline, is_credit, is_list_item, is_picture_credit};
use std::ops::Range;

/// A sentence with more tokens is cut: what follows may be quadratic in a sentence, never in a text.
pub const LONGEST_SENTENCE_TOKENS: usize = 200;

/// A line shorter than this was not broken for lack of space (bytes).
const SHORTEST_FULL_LINE_BYTES: usize = 50;
/// Lines longer than this are paragraphs of their own (bytes).
const LONGEST_WRAPPED_LINE_BYTES: usize = 100;
/// A headline has at most this many tokens.
const LONGEST_HEADLINE_TOKENS: usize = 24;

/// Fills in the paragraphs and sentences of a document that has its tokens.
pub fn split(document: &mut Document) {
    for span in blocks(document.text) {
        let tokens = document.tokens_in(span);
        if tokens.is_empty() {
            continue;
        }
        let span = document.span(tokens.start, tokens.end - 1);
        let dateline =
            dateline(document.slice(span)).map(|length| Span { start: span.start, end: span.start + length });
        let paragraph = document.paragraphs.len();
        let first = document.sentences.len();
        let body = dateline.map_or(tokens.start, |d| document.tokens_in(d).end);
        if body > tokens.start {
            push_sentence(document, tokens.start..body, paragraph);
        }
        for tokens in sentences_in(document, body..tokens.end) {
            push_sentence(document, tokens, paragraph);
        }
        let kind = kind_of(document, &tokens, paragraph);
        let sentences = first..document.sentences.len();
        document.paragraphs.push(Paragraph { span, sentences, kind, dateline });
    }
}

fn push_sentence(document: &mut Document, tokens: Range<usize>, paragraph: usize) {
    let span = document.span(tokens.start, tokens.end - 1);
    document.sentences.push(Sentence { span, tokens, paragraph });
}

/// The paragraphs of a text: separated by empty lines, or one a line unless the lines were wrapped at a width.
fn blocks(text: &str) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    for line in lines(text) {
        if text[line.range()].trim().is_empty() {
            join_wrapped(text, &block, &mut blocks);
            block.clear();
        } else {
            block.push(line);
        }
    }
    join_wrapped(text, &block, &mut blocks);
    blocks
}

/// Lines without their ends, which may be LF, CR, CRLF, U+0085, U+2028 or U+2029.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let end = text[start..].find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).map(|n| start + n);
        let line = Span::new(start, end.unwrap_or(text.len()));
        match end {
            Some(end) => start = end + text[end..].chars().next().map_or(1, char::len_utf8),
            None => done = true,
        }
        Some(line)
    })
}

/// Joins the lines of one block that were broken only for lack of space.
fn join_wrapped(text: &str, block: &[Span], blocks: &mut Vec<Span>) {
    let length = |line: &Span| (line.end - line.start) as usize;
    let full = block.iter().rev().skip(1);
    let is_wrapped = block.len() > 1
        && block.iter().all(|line| length(line) <= LONGEST_WRAPPED_LINE_BYTES)
        && full.clone().all(|line| length(line) >= SHORTEST_FULL_LINE_BYTES)
        && full.clone().any(|line| !ends_a_sentence(&text[line.range()]))
        && block.iter().skip(1).any(|line| text[line.range()].starts_with(char::is_lowercase));
    let mut open: Option<Span> = None;
    for &line in block {
        let words = &text[line.range()];
        let goes_on = is_wrapped && !is_list_item(words) || words.trim_start().starts_with(char::is_lowercase);
        match open {
            Some(before) if goes_on && (is_wrapped || !ends_a_sentence(&text[before.range()])) => {
                open = Some(before.cover(line))
            }
            _ => {
                blocks.extend(open);
                open = Some(line);
            }
        }
    }
    blocks.extend(open);
}

fn ends_a_sentence(line: &str) -> bool {
    line.trim_end().trim_end_matches(['"', '\u{201D}', '\u{2019}', '\'', ')', ']']).ends_with(['.', '!', '?', ':'])
}

/// Sentences in a run of tokens of one paragraph.
fn sentences_in(document: &Document, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut first = tokens.start;
    let mut at = tokens.start;
    while at < tokens.end {
        let end = if ends_sentence(document, first, at, tokens.end) {
            closers_end(document, at + 1, tokens.end.min(first + LONGEST_SENTENCE_TOKENS))
        } else {
            at + 1
        };
        let is_boundary = end > at + 1 || ends_sentence(document, first, at, tokens.end);
        if is_boundary && starts_sentence(document, at, end, tokens.end) || end - first >= LONGEST_SENTENCE_TOKENS {
            sentences.push(first..end);
            first = end;
        }
        at = end;
    }
    if first < tokens.end {
        sentences.push(first..tokens.end);
    }
    sentences
}

/// Whether token `at` can be a sentence's last mark.
fn ends_sentence(document: &Document, first: usize, at: usize, end: usize) -> bool {
    let word = document.word(at);
    match word.as_bytes()[0] {
        b'.' => !(at == first + 1 && document.tokens[first].kind == TokenKind::Number && !document.tokens[at].spaced),
        b'!' | b'?' => true,
        _ if word == "…" => true,
        _ => {
            word.ends_with('.')
                && document.tokens[at].kind == TokenKind::Word
                && at + 1 < end
                && abbreviation_ends(document, at)
        }
    }
}

/// "… in the U.S. The …": an abbreviation ends a sentence when a word that begins one follows; a title never does.
fn abbreviation_ends(document: &Document, at: usize) -> bool {
    let next = at + 1;
    if document.lower(next).starts_with(['"', '\u{201C}']) {
        return next + 1 < document.tokens.len()
            && lists().starters.has(document.lower(next + 1))
            && document.is_capitalized(next + 1);
    }
    let is_initial = document.word(at).chars().count() == 2;
    !is_initial && document.is_capitalized(next) && lists().starters.has(document.lower(next))
}

/// Past the closing quotation marks and brackets that belong to the sentence that ends before `at`.
fn closers_end(document: &Document, mut at: usize, end: usize) -> usize {
    while at < end {
        let word = document.word(at);
        let is_mark = matches!(word.as_bytes()[0], b'.' | b'!' | b'?') || matches!(word, ")" | "]" | "”" | "»" | "…");
        let is_straight = matches!(word, "\"" | "''" | "'" | "’") && !document.tokens[at].spaced;
        if !is_mark && !is_straight {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a new sentence may begin at token `next`, after the mark at `mark`.
fn starts_sentence(document: &Document, mark: usize, next: usize, end: usize) -> bool {
    if next >= end {
        return true;
    }
    let token = document.tokens[next];
    let word = document.word(next);
    let first = word.chars().next().unwrap_or(' ');
    // "Law No. (20) of 2018".
    let is_number =
        matches!(word, "(" | "[") && document.tokens.get(next + 1).is_some_and(|t| t.kind == TokenKind::Number);
    if is_number && mark > 0 && document.word(mark) == "." && matches!(document.word(mark - 1), "No" | "Nos") {
        return false;
    }
    if !token.spaced {
        return first.is_uppercase()
            && document.word(mark) == "."
            && next > mark
            && document.tokens[mark].span.end - document.tokens[mark].span.start == 1;
    }
    let is_quoted = next > mark + 1;
    if is_quoted && !document.word(mark).starts_with('.') && says_next(document, next, end) {
        return false;
    }
    let goes_on = matches!(word, "," | ";" | ":" | "--" | "—" | "–" | "-" | ")" | "]" | "&");
    let after_dots = document.word(mark).starts_with("..") && first.is_alphabetic() && !first.is_uppercase();
    !(first.is_lowercase() || goes_on || after_dots)
}

/// "“Why not?” Smith asked.": the words after a quotation that ends in ? or ! only say whose it is.
fn says_next(document: &Document, next: usize, end: usize) -> bool {
    (next..end.min(next + 6)).take_while(|&i| document.tokens[i].kind == TokenKind::Word).skip(1).any(|i| {
        matches!(
            document.lower(i),
            "said"
                | "says"
                | "asked"
                | "asks"
                | "wrote"
                | "tweeted"
                | "added"
                | "shouted"
                | "cried"
                | "told"
                | "replied"
        )
    })
}

/// What part of an article a paragraph is, by its shape.
fn kind_of(document: &Document, tokens: &Range<usize>, paragraph: usize) -> ParagraphKind {
    let words = document.slice(document.span(tokens.start, tokens.end - 1));
    if is_list_item(words) {
        return ParagraphKind::ListItem;
    }
    if tokens.len() <= LONGEST_HEADLINE_TOKENS && is_picture_credit(words) {
        return ParagraphKind::Credit;
    }
    if ends_a_sentence(words) && !words.ends_with(':') {
        return if is_byline(words) { ParagraphKind::Byline } else { ParagraphKind::Body };
    }
    if tokens.len() <= LONGEST_HEADLINE_TOKENS {
        if is_byline(words) {
            return ParagraphKind::Byline;
        }
        if is_credit(words) {
            return ParagraphKind::Credit;
        }
        let opens_quote = words.starts_with(['"', '\u{201C}', '\u{2018}', '\'']);
        if (paragraph < 3 || !opens_quote) && !words.ends_with([',', ';', ':', '—', '-']) {
            return ParagraphKind::Headline;
        }
    }
    ParagraphKind::Body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text);
        let sentences: Vec<&str> = document.sentences.iter().map(|s| document.slice(s.span)).collect();
        assert_eq!(sentences, expected);
    }

    #[track_caller]
    fn check_kinds(text: &str, expected: &[ParagraphKind]) {
        let document = Document::read(text);
        let kinds: Vec<ParagraphKind> = document.paragraphs.iter().map(|p| p.kind).collect();
        assert_eq!(kinds, expected);
    }

    #[test]
    fn sentences() {
        check("He left. She stayed.", &["He left.", "She stayed."]);
        check("Mr. Roe of the U.S. Navy left. It ended.", &["Mr. Roe of the U.S. Navy left.", "It ended."]);
        check("It follows Law No. (20) of 2018. It ended.", &["It follows Law No. (20) of 2018.", "It ended."]);
        check("He said no. (20 people left.)", &["He said no.", "(20 people left.)"]);
        check("They moved to the U.S. The rest stayed.", &["They moved to the U.S.", "The rest stayed."]);
        check("“Stop.” He ran. “Why?” she asked.", &["“Stop.”", "He ran.", "“Why?” she asked."]);
        check("\"Why not?\" Smith asked. \"No.\"", &["\"Why not?\" Smith asked.", "\"No.\""]);
        check("''Why.'' She left. ''No,'' he said.", &["''Why.''", "She left.", "''No,'' he said."]);
        check("It rose 3.5 percent... and fell.", &["It rose 3.5 percent... and fell."]);
    }

    #[test]
    fn paragraphs() {
        check(
            "A headline here\nAnother line AFP\n\nText one. Text two.",
            &["A headline here", "Another line AFP", "Text one.", "Text two."],
        );
        check(
            "The minister said on Tuesday that the plan would be put to\na vote before the end of the month, and then\nleft.",
            &[
                "The minister said on Tuesday that the plan would be put to\na vote before the end of the month, and then\nleft.",
            ],
        );
        check("One.\r\n\r\nTwo.\rThree.", &["One.", "Two.", "Three."]);
    }

    #[test]
    fn datelines() {
        check(
            "SEOUL, Sept 13 (Reuters) - North Korea fired a missile on Wednesday.",
            &["SEOUL, Sept 13 (Reuters) -", "North Korea fired a missile on Wednesday."],
        );
        check(
            "PARIS (AP) — The strike has ended, officials said.",
            &["PARIS (AP) —", "The strike has ended, officials said."],
        );
        check(
            "NEW DELHI: The monsoon has arrived early this year.",
            &["NEW DELHI:", "The monsoon has arrived early this year."],
        );
        check(
            "Putin (who won) — the leader of Russia — has left.",
            &["Putin (who won) — the leader of Russia — has left."],
        );
    }

    #[test]
    fn kinds() {
        use ParagraphKind::*;
        check_kinds(
            "Minister resigns\nBy Jane Roe\n\nThe minister has resigned.\n\n• one thing\n\nFile photo: the minister AFP\n\nReporting by Jo Roe; Editing by A. Poe.",
            &[Headline, Byline, Body, ListItem, Credit, Byline],
        );
    }

    #[test]
    fn a_sentence_has_an_end() {
        for word in ["word ", ". ", "\" ", "...", "? ) "] {
            let text = word.repeat(1000);
            let document = Document::read(&text);
            assert!(document.sentences.iter().all(|s| s.tokens.len() <= LONGEST_SENTENCE_TOKENS), "{word}");
        }
    }
}
