//! Names: persons, organizations, places, groups and the rest.

use super::{Form, Kind, Mention};
use crate::document::{Document, TokenKind};
use crate::model::lists;
use std::ops::Range;

/// Runs of capitalized words, until they are learned.
pub(super) fn find(document: &Document, push: &mut impl FnMut(Mention)) {
    for sentence in &document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = run(document, at, sentence.tokens.clone());
            if end > at {
                let head = end - 1;
                let span = document.span(at, head);
                let kind = guess(document, at..end, sentence.tokens.start);
                push(Mention { span, tokens: at..end, head, form: Form::Name, kind, acts: false, rule: "capitals" });
            }
            at = end.max(at + 1);
        }
    }
}

/// The end of the name that begins at `at`; `at` if none does.
fn run(document: &Document, at: usize, sentence: Range<usize>) -> usize {
    let lower = document.lower(at);
    if !is_name_word(document, at)
        || lists().starters.has(lower)
        || lists().common_english.has(lower)
        || lists().role_nouns.has(lower)
        || lists().pronouns.has(lower)
    {
        return at;
    }
    let mut end = at + 1;
    while end < sentence.end {
        let hyphen = document.word(end) == "-" && !document.tokens[end].spaced && end + 1 < sentence.end;
        let of = matches!(document.lower(end), "of" | "for" | "de" | "al" | "bin" | "and") && end + 1 < sentence.end;
        if is_name_word(document, end) {
            end += 1;
        } else if (hyphen || of && document.lower(end) != "and") && is_name_word(document, end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn is_name_word(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Word && document.is_capitalized(at) && document.lower(at) != "i"
}

fn guess(document: &Document, tokens: Range<usize>, sentence_start: usize) -> Kind {
    let last = document.lower(tokens.end - 1);
    if let Some(row) = lists().role_nouns.get(last) {
        match row.split('\t').next() {
            Some("organization") => return Kind::Organization,
            Some("facility") => return Kind::Facility,
            Some("place") => return Kind::Place,
            _ => (),
        }
    }
    let word = document.word(tokens.start);
    if tokens.len() == 1 && word.len() > 1 && word.chars().all(char::is_uppercase) {
        return Kind::Organization;
    }
    if tokens.len() == 1 && ["ian", "ish", "ese", "ians", "ean"].iter().any(|e| last.ends_with(e)) {
        return Kind::Group;
    }
    let before = if tokens.start > sentence_start { document.lower(tokens.start - 1) } else { "" };
    if matches!(before, "in" | "at" | "from" | "to" | "near") { Kind::Place } else { Kind::Person }
}
