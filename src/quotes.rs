//! Tokens to quotation spans: nested, unbalanced, re-opened at each paragraph, distinguished from apostrophes.

use crate::document::{Document, Span, TokenKind};
use std::ops::Range;

/// A quotation: words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Its bytes with the marks.
    pub span: Span,
    /// Its tokens with the marks.
    pub tokens: Range<usize>,
    /// The closing mark is there; without one the quotation runs to the end of its paragraph or sentence.
    pub closed: bool,
    /// Re-opened from the paragraph before, which ended without closing it.
    pub reopened: bool,
    /// How many quotations it lies in.
    pub depth: u8,
}

/// Quotations deeper than this are not distinguished.
const DEEPEST: usize = 4;

/// Tokens within which a better closing mark makes one after an s an apostrophe.
const FARTHEST_CLOSER: usize = 120;

/// What a token does as a quotation mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    /// A straight mark that stands free on both sides or on none, a curly one that stands the wrong way round.
    Either,
}

/// All quotations in order of their start, the outer before the inner.
pub fn find(document: &Document) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut runs_on = false;
    for paragraph in &document.paragraphs {
        let sentences = &document.sentences[paragraph.sentences.clone()];
        let tokens = sentences[0].tokens.start..sentences[sentences.len() - 1].tokens.end;
        let first_quote = quotes.len();
        let open = find_in_paragraph(document, tokens.clone(), &mut quotes);
        if runs_on && let Some(first) = quotes[first_quote..].iter_mut().find(|q| q.tokens.start == tokens.start) {
            first.reopened = true;
        }
        runs_on = open;
    }
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    let mut ends: Vec<u32> = Vec::new();
    for quote in &mut quotes {
        while ends.last().is_some_and(|&end| end <= quote.span.start) {
            ends.pop();
        }
        quote.depth = ends.len() as u8;
        ends.push(quote.span.end);
    }
    quotes
}

/// Finds the quotations of one paragraph; says whether its last one is still open at its end.
fn find_in_paragraph(document: &Document, tokens: Range<usize>, quotes: &mut Vec<Quote>) -> bool {
    let single_closers = single_closers(document, tokens.clone());
    let mut open: Vec<(usize, char)> = Vec::new();
    for at in tokens.clone() {
        let Some((family, mark)) = mark_at(document, at, &tokens, &single_closers) else { continue };
        let top = open.iter().rposition(|&(_, f)| f == family);
        let closes = mark == Mark::Closes || mark == Mark::Either && top.is_some();
        match (closes, top) {
            (true, Some(top)) => {
                quotes.push(quote(document, open[top].0..at + 1, true));
                open.truncate(top);
            }
            // The closing mark was forgotten, or each paragraph of a long quotation opens anew.
            (false, Some(top)) if open.len() >= DEEPEST || family == '"' => {
                quotes.push(quote(document, open[top].0..at, false));
                open.truncate(top);
                open.push((at, family));
            }
            (false, _) if open.len() < DEEPEST => open.push((at, family)),
            _ => {}
        }
    }
    let runs_on = !open.is_empty();
    for &(start, _) in &open {
        let sentence = document.sentences[document.sentence_of(start)].tokens.clone();
        let end = if is_speech(document, start, &sentence) { tokens.end } else { sentence.end };
        if end > start + 1 {
            quotes.push(quote(document, start..end, false));
        }
    }
    runs_on
}

/// Whether a mark opens sentences of somebody's, which go on to the end of the paragraph where no mark closes them: it begins
/// its own sentence, or introduces one after a colon or comma ("She said: “We stay. We wait.").
fn is_speech(document: &Document, mark: usize, sentence: &Range<usize>) -> bool {
    mark == sentence.start || matches!(document.word(mark - 1), ":" | ",") && document.is_capitalized(mark + 1)
}

fn quote(document: &Document, tokens: Range<usize>, closed: bool) -> Quote {
    Quote { span: document.span(tokens.start, tokens.end - 1), tokens, closed, reopened: false, depth: 0 }
}

/// Whether token `at` is a quotation mark: its family ('"', '\'' or '«') and what it does.
fn mark_at(document: &Document, at: usize, tokens: &Range<usize>, single_closers: &[usize]) -> Option<(char, Mark)> {
    if document.tokens[at].kind != TokenKind::Punctuation && !matches!(document.word(at), "'" | "’" | "‘") {
        return None;
    }
    match document.word(at) {
        "„" => Some(('"', Mark::Opens)),
        "“" | "”" => Some(('"', curly(document, at, tokens))),
        "``" => Some(('"', Mark::Opens)),
        "\"" | "''" => Some(('"', straight(document, at, tokens))),
        "«" | "‹" => Some(('«', Mark::Opens)),
        "»" | "›" => Some(('«', Mark::Closes)),
        "‘" | "'" | "`" if opens_single(document, at, tokens, single_closers) => Some(('\'', Mark::Opens)),
        "’" | "'" if single_closers.binary_search(&at).is_ok() => Some(('\'', Mark::Closes)),
        _ => None,
    }
}

/// A curly mark does what its shape says; where the words around it say the opposite (”one“), what is open decides.
fn curly(document: &Document, at: usize, tokens: &Range<usize>) -> Mark {
    let shape = if document.word(at) == "“" { Mark::Opens } else { Mark::Closes };
    let look = straight(document, at, tokens);
    if look == shape || look == Mark::Either { shape } else { Mark::Either }
}

/// A straight mark opens before a word, closes after one.
fn straight(document: &Document, at: usize, tokens: &Range<usize>) -> Mark {
    let before = at > tokens.start && !document.tokens[at].spaced && !opens_bracket(document.word(at - 1));
    let after = at + 1 < tokens.end
        && !document.tokens[at + 1].spaced
        && !document.word(at + 1).starts_with([',', '.', ';', ':', '?', '!', ')']);
    match (before, after) {
        (false, true) => Mark::Opens,
        (true, false) => Mark::Closes,
        _ => Mark::Either,
    }
}

fn opens_bracket(word: &str) -> bool {
    matches!(word, "(" | "[" | "—" | "–" | "--" | "-" | "/" | "“" | "‘" | "'")
}

/// Apostrophes that may close a quotation: glued to what stands before, free after it.
fn single_closers(document: &Document, tokens: Range<usize>) -> Vec<usize> {
    let all: Vec<usize> = tokens
        .clone()
        .filter(|&at| {
            let free_after = at + 1 >= tokens.end
                || document.tokens[at + 1].spaced
                || matches!(document.tokens[at + 1].kind, TokenKind::Punctuation);
            matches!(document.word(at), "'" | "’") && !document.tokens[at].spaced && at > tokens.start && free_after
        })
        .collect();
    let mut kept = Vec::with_capacity(all.len());
    // From the last to the first: what follows says whether a mark after an s is an apostrophe.
    let mut sure: Option<usize> = None;
    for &at in all.iter().rev() {
        let is_possessive = document.lower(at - 1).ends_with('s')
            && at + 1 < tokens.end
            && document.tokens[at + 1].kind == TokenKind::Word
            && !document.is_capitalized(at + 1);
        let opens_between = |end: usize| (at + 1..end).any(|i| opens_by_look(document, i, &tokens));
        if is_possessive && sure.is_some_and(|end| end - at < FARTHEST_CLOSER && !opens_between(end)) {
            continue;
        }
        if !is_possessive {
            sure = Some(at);
        }
        kept.push(at);
    }
    kept.reverse();
    kept
}

/// Whether a single mark stands free before and attached to a word after it.
fn opens_by_look(document: &Document, at: usize, tokens: &Range<usize>) -> bool {
    matches!(document.word(at), "'" | "‘")
        && document.tokens[at].spaced
        && at + 1 < tokens.end
        && !document.tokens[at + 1].spaced
}

/// A single mark opens a quotation when a word follows it directly, none stands before it, and a mark that can close it follows.
fn opens_single(document: &Document, at: usize, tokens: &Range<usize>, closers: &[usize]) -> bool {
    let free_before = at == tokens.start
        || document.tokens[at].spaced
        || opens_bracket(document.word(at - 1))
        || document.word(at - 1) == "\"";
    let glued_after = at + 1 < tokens.end
        && !document.tokens[at + 1].spaced
        && document.tokens[at + 1].kind != TokenKind::Punctuation;
    if !free_before || !glued_after || matches!(document.lower(at + 1), "em" | "til" | "cause" | "tis" | "twas" | "n") {
        return false;
    }
    let after = closers.partition_point(|&c| c <= at + 1);
    let is_curly = document.word(at) == "‘";
    // British: each paragraph of a long quotation opens anew, and none but the last closes.
    let goes_on =
        document.sentences[document.sentence_of(at)].tokens.start == at && next_paragraph_opens(document, tokens.end);
    // "the players' union": after an s a mark is an apostrophe, unless no better one follows.
    closers[after..].iter().take(8).any(|&c| is_curly || !document.lower(c - 1).ends_with('s'))
        || is_curly && document.paragraphs.len() > 1
        || closers[after..].len() == 1
        || goes_on
}

/// Whether the paragraph that begins at token `at` begins with a single mark.
fn next_paragraph_opens(document: &Document, at: usize) -> bool {
    at < document.tokens.len() && matches!(document.word(at), "'" | "‘")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::read(text);
        let quotes = find(&document);
        let words: Vec<&str> = quotes.iter().map(|q| document.slice(q.span)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn marks_of_all_kinds() {
        check("“Yes,” he said. “No.”", &["“Yes,”", "“No.”"]);
        check("\"Yes,\" he said (\"no\").", &["\"Yes,\"", "\"no\""]);
        check("‘Yes,’ he said. It’s the players’ day.", &["‘Yes,’"]);
        check("'Yes,' he said. It's the players' day.", &["'Yes,'"]);
        check("‘It’s the players’ day,’ he said.", &["‘It’s the players’ day,’"]);
        check("‘Us’ and the players’ day and ‘them’.", &["‘Us’", "‘them’"]);
        check("It's the players' union and the boys' club.", &[]);
        check("He said «oui» and ``no''.", &["«oui»", "``no''"]);
    }

    #[test]
    fn nested() {
        check("“He told me ‘go’ and left,” she said.", &["“He told me ‘go’ and left,”", "‘go’"]);
        check("\"They said 'never again' to us,\" she said.", &["\"They said 'never again' to us,\"", "'never again'"]);
    }

    #[test]
    fn over_paragraphs() {
        let document = Document::read("“One goes on.\n\n“Two ends,” he said.\n\n“Three.”");
        let quotes = find(&document);
        assert_eq!(
            quotes.iter().map(|q| (q.closed, q.reopened)).collect::<Vec<_>>(),
            [(false, false), (true, true), (true, false)]
        );
    }

    #[test]
    fn unbalanced() {
        check("He called it \"a shame and left. Then he came back.", &["\"a shame and left."]);
        check("She said: “We stay. We wait.\n\n“It is cold.”", &["“We stay. We wait.", "“It is cold.”"]);
        check("She called it, “a shame. Then she left.", &["“a shame."]);
        check("a shame” and left", &[]);
        check("”It is a shame,“ he said. ”We stay.“", &["”It is a shame,“", "”We stay.“"]);
        check("„It is a shame“, he said.", &["„It is a shame“"]);
        check("“It is a shame, ”he said.", &["“It is a shame, ”"]);
        check("He said:“It is a shame.”", &["“It is a shame.”"]);
        check(&"\"".repeat(9), &["\"\"", "\"\"", "\"\"", "\"\""]);
    }
}
