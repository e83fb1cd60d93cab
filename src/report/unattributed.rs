//! What stands on nobody's word but the writer's.

use super::Findings;
use crate::claims::Claim;
use crate::document::{Document, ParagraphKind, Span as Bytes};

/// All that a claim consists of: what is said, and who says so, how, to whom, where and when.
fn words_of<'f>(claim: &'f Claim, found: &'f Findings) -> impl Iterator<Item = Bytes> + 'f {
    let said = claim.said.map(|time| found.times[time].span);
    let around = [claim.source, claim.cue, claim.addressee, claim.medium, said, claim.anonymity];
    claim.content.iter().copied().chain(around.into_iter().flatten())
}

/// Sentences of running text less what claims cover, without pieces that hold too few words to say anything.
pub fn find(document: &Document, found: &Findings) -> Vec<Bytes> {
    let mut covered: Vec<Bytes> = found.claims.iter().flat_map(|claim| words_of(claim, found)).collect();
    covered.sort();
    let mut next = 0;
    let mut pieces = Vec::new();
    let mut reach = 0;
    for sentence in &document.sentences {
        let paragraph = &document.paragraphs[sentence.paragraph];
        if !matches!(paragraph.kind, ParagraphKind::Body | ParagraphKind::ListItem)
            || paragraph.dateline.is_some_and(|d| d.overlaps(sentence.span))
        {
            continue;
        }
        let mut at = sentence.span.start.max(reach.min(sentence.span.end));
        while next < covered.len() && covered[next].start < sentence.span.end {
            let cover = covered[next];
            if cover.start > at {
                pieces.extend(piece(document, Bytes { start: at, end: cover.start }));
            }
            at = at.max(cover.end);
            next += 1;
        }
        reach = reach.max(at);
        if at < sentence.span.end {
            pieces.extend(piece(document, Bytes { start: at, end: sentence.span.end }));
        }
    }
    pieces
}

/// The piece from its first to its last word, if what is left says something: three words or more.
fn piece(document: &Document, span: Bytes) -> Option<Bytes> {
    use crate::document::TokenKind::{Number, Word};
    let words: Vec<usize> =
        document.tokens_in(span).filter(|&i| matches!(document.tokens[i].kind, Word | Number)).collect();
    (words.len() >= 3).then(|| document.span(words[0], words[words.len() - 1]))
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    fn bare(text: &str) -> Vec<&str> {
        let report = analyze(text, &Options::default()).expect("short");
        report.unattributed.iter().map(|s| &text[s.start as usize..s.end as usize]).collect()
    }

    #[test]
    fn what_tells_of_the_saying_stands_on_its_own_word() {
        let text = "The pier was built in 1884. Mayor Ada Quill told the Echo on Tuesday that it would stay.";
        assert_eq!(bare(text), ["The pier was built in 1884"]);
    }

    #[test]
    fn the_rest_of_a_sentence_is_the_writers() {
        let text = "It would stay, Mayor Ada Quill said, the latest in a long string of promises.";
        assert_eq!(bare(text), ["the latest in a long string of promises"]);
    }
}
