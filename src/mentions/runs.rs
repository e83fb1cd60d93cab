//! Capitalized words in a row: where a row begins and ends, what governs it, what its letters stand for.

use super::atom::{Atom, hash};
use crate::document::{Document, TokenKind};
use crate::tags::Syntax;
use std::collections::BTreeMap;

/// Small words that may stand inside a row.
const LINKS: &[&str] =
    &["of", "for", "de", "del", "da", "do", "dos", "la", "al", "el", "bin", "ibn", "von", "van", "der", "&", "-"];

/// The longest row, in tokens: a headline is not one name.
const LONGEST: usize = 10;

/// Tells each token of a row where it begins and ends and what governs it.
pub(super) fn mark(document: &Document, syntax: &Syntax, atoms: &mut [Atom]) {
    let mut rows = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !atoms[at].is_capitalized || matches!(document.lower(at), "the" | "a" | "an") {
                at += 1;
                continue;
            }
            let last = last_of_row(document, atoms, at, sentence.tokens.end);
            let (governor, governed) = governor(syntax, at, last);
            for atom in &mut atoms[at..=last] {
                (atom.run, atom.governor, atom.governed) = ([at as u32, last as u32], governor, governed);
            }
            rows.push((at, last));
            at = last + 1;
        }
    }
    mark_expansions(document, &rows, atoms);
}

fn last_of_row(document: &Document, atoms: &[Atom], first: usize, end: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < end.min(first + LONGEST) {
        if atoms[at].is_capitalized {
            last = at;
        } else if at > last + 2 || !LINKS.contains(&document.word(at)) {
            break;
        }
        at += 1;
    }
    last
}

/// The token outside of a row on which its top depends: 0 for none, else 1 + token; and the relation.
fn governor(syntax: &Syntax, first: usize, last: usize) -> (u32, u8) {
    let row = first..=last;
    let top = row.clone().find(|&i| !row.contains(&syntax.words[i].head) || syntax.words[i].head == i).unwrap_or(last);
    let word = &syntax.words[top];
    let governor = if row.contains(&word.head) { 0 } else { word.head as u32 + 1 };
    (governor, word.relation as u8 + 1)
}

/// "World Health Organization (WHO)": the letters know the last word of what they stand for.
fn mark_expansions(document: &Document, rows: &[(usize, usize)], atoms: &mut [Atom]) {
    let mut known: BTreeMap<u32, u32> = BTreeMap::new();
    for &(first, last) in rows.iter().filter(|(first, last)| last > first) {
        for all in [false, true] {
            let letters = (first..=last)
                .filter(|&i| all && document.tokens[i].kind == TokenKind::Word || atoms[i].is_capitalized);
            let letters = letters.filter_map(|i| document.word(i).bytes().next()).map(|b| b.to_ascii_uppercase());
            known.entry(hash(letters)).or_insert(last as u32 + 1);
        }
    }
    for (i, atom) in atoms.iter_mut().enumerate() {
        let word = document.word(i);
        if word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.') {
            let letters = hash(word.bytes().filter(|&b| b != b'.'));
            atom.expansion = known.get(&letters).copied().unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{features, gazetteer::Gazetteer};
    use super::*;

    /// The rows of two or more tokens, and for letters that stand for a row its last word.
    #[track_caller]
    fn check(text: &str, rows: &[&str], expansions: &[&str]) {
        let document = Document::read(text);
        let syntax = crate::tags::tag(&document);
        let atoms = features::atoms(&document, &syntax, Gazetteer::committed());
        let begins = |&i: &usize| atoms[i].run[0] as usize == i && atoms[i].run[1] as usize > i;
        let found: Vec<&str> = (0..atoms.len())
            .filter(begins)
            .map(|i| document.slice(document.span(i, atoms[i].run[1] as usize)))
            .collect();
        assert_eq!(found, rows, "{text}");
        let expanded: Vec<&str> =
            atoms.iter().filter_map(|a| a.expansion.checked_sub(1)).map(|e| document.word(e as usize)).collect();
        assert_eq!(expanded, expansions, "{text}");
    }

    #[test]
    fn small_words_stand_inside_a_row_and_not_at_its_end() {
        check("He went to the Bank of Ghana of late.", &["Bank of Ghana"], &[]);
        check("She met Ana and Juan de la Cruz.", &["Juan de la Cruz"], &[]);
    }

    #[test]
    fn letters_stand_for_words() {
        check(
            "The World Health Organization (WHO) left. Later the W.H.O. came.",
            &["World Health Organization"],
            &["Organization", "Organization"],
        );
        check("The World Health Assembly met the WHO.", &["World Health Assembly"], &[]);
    }
}
