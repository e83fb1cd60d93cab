//! What is counted: "1,200 *homes*", "an 11-*member trade agreement*", "one of the best *wireless speakers*".

use super::Scan;
use super::number::{Number, is_plural};
use super::words;
use crate::document::{Span, TokenKind};
use crate::model::{is_word, lists};
use crate::tags::{Form, Pos, Relation};

/// Longer noun phrases are cut: they are lists, or headlines without a verb.
const LONGEST_PHRASE_TOKENS: usize = 7;

/// The counted noun phrase behind the number that ends before token `end`; its last token is the noun. `many`: the noun is in the plural.
pub fn noun(scan: &Scan, end: usize, many: bool) -> Option<Span> {
    let document = scan.document;
    let hyphen = words::is_hyphen(document, end);
    // "2.1 last year": when it was, not what was counted.
    if matches!(document.lower_at(end as isize), "last" | "next" | "this")
        && lists().units.get(document.lower_at(end as isize + 1)).is_some_and(|row| row.contains("\ttime\t"))
        && !is_plural(document.lower_at(end as isize + 1))
    {
        return None;
    }
    // "a three-point range", "six-cylinder engines": what the hyphen joins is counted, not what follows.
    if hyphen && matches!(document.lower_at(end as isize + 1), "odd" | "plus" | "ish" | "something") {
        return by_words(scan, end + 2, many);
    }
    if hyphen {
        let noun = document.tokens.get(end + 1).filter(|t| !t.spaced && t.kind == TokenKind::Word)?;
        return (!lists().not_counted.has(document.lower(end + 1))).then_some(noun.span);
    }
    let by_tree = by_syntax(scan, end);
    // "dozens of Kia and Hyundai vehicles": the tree may stop at the first of two.
    let by_tree = by_tree.filter(|span| {
        let after = document.tokens_in(*span).end;
        !matches!(document.lower_at(after as isize), "'s" | "'")
    });
    let is_whole =
        |span: &Span| !many || document.tokens_in(*span).last().is_some_and(|i| is_plural(document.lower(i)));
    by_tree
        .filter(is_whole)
        .or_else(|| by_words(scan, end, many))
        .or(by_tree)
        .or_else(|| if many && document.lower_at(end as isize) != "of" { by_words(scan, end, false) } else { None })
}

/// "a pick or two": the noun stands before.
pub fn noun_or(scan: &Scan, number: &Number) -> Option<Span> {
    let first = number.tokens.start as isize;
    let is_two = scan.lower(first - 1) == "or" && !number.is_digits && number.value <= 3.;
    let has_article = matches!(scan.lower(first - 3), "a" | "an" | "another");
    let noun = number.tokens.start.checked_sub(2).filter(|_| is_two && has_article)?;
    (scan.syntax.words[noun].pos == Pos::Noun).then(|| scan.document.tokens[noun].span)
}

/// The noun that the tree says the number belongs to: its head, or the head of the "of" behind it.
fn by_syntax(scan: &Scan, end: usize) -> Option<Span> {
    let document = scan.document;
    let syntax = scan.syntax;
    let number = end.checked_sub(1)?;
    let word = syntax.words.get(number)?;
    let is_noun =
        |i: usize| document.tokens[i].kind == TokenKind::Word && matches!(syntax.words[i].pos, Pos::Noun | Pos::Propn);
    let (first, head) = if word.relation == Relation::Nummod && word.head >= end {
        (end, word.head)
    } else {
        let of = syntax.children(number).find(|&c| {
            c > end
                && syntax.words[c].relation == Relation::Nmod
                && syntax.child(c, &[Relation::Case]).is_some_and(|case| case == end && document.lower(case) == "of")
        })?;
        // "two of the seven authors": authors.
        let skips = |i: usize| is_determiner(document.lower(i)) || lists().number_words.has(document.lower(i));
        let first = (end + 1..of).find(|&i| !skips(i)).unwrap_or(of);
        (first, of)
    };
    let mut head = head;
    // "four FA Cup | finals", "11 member | trade agreement".
    while !is_plural(document.lower(head))
        && syntax.words.get(head + 1).is_some_and(|w| matches!(w.pos, Pos::Noun | Pos::Propn))
        && document.tokens[head + 1].spaced
        && document.sentence_of(head + 1) == document.sentence_of(head)
    {
        head += 1;
    }
    let is_phrase = (first..head).all(|i| match document.tokens[i].kind {
        TokenKind::Word => !lists().not_counted.has(document.lower(i)) && !lists().number_words.has(document.lower(i)),
        // "three COVID-19 tests".
        TokenKind::Number => words::is_hyphen(document, i - 1),
        _ => words::is_hyphen(document, i),
    });
    (is_noun(head)
        && is_phrase
        && head - first < LONGEST_PHRASE_TOKENS
        && !lists().not_counted.has(document.lower(head)))
    .then(|| document.span(first, head))
}

fn is_determiner(word: &str) -> bool {
    is_word(word, "determiner")
}

/// The noun by its look: the first plural behind the number, with what stands between.
fn by_words(scan: &Scan, end: usize, many: bool) -> Option<Span> {
    let document = scan.document;
    let mut first = end;
    if document.lower_at(first as isize) == "of" {
        first += 1;
        while is_determiner(document.lower_at(first as isize))
            || matches!(document.lower_at(first as isize), "most" | "more")
        {
            first += 1;
        }
    }
    // "two other children", "one of the world's leading producers".
    if matches!(document.lower_at(first as isize), "other" | "more" | "further" | "additional" | "such") {
        first += 1;
    }
    let owner = (first..(first + 4).min(document.tokens.len()))
        .find(|&i| document.lower(i) == "'s" && document.tokens[i].kind == TokenKind::Word && first > end);
    if let Some(owner) = owner {
        first = owner + 1;
    }
    let sentence_end = document.sentences.get(document.sentence_of(end.saturating_sub(1)))?.tokens.end;
    let last_allowed = sentence_end.min(first + LONGEST_PHRASE_TOKENS);
    let (mut head, mut before_link) = (None, None);
    let mut at = first;
    while at < last_allowed {
        let is_link = many && at > first && matches!(document.lower(at), "and" | "or") && before_link.is_none();
        if is_link {
            before_link = Some(head);
        }
        let is_joint = at > first
            && (words::is_hyphen(document, at)
                || document.tokens[at].kind == TokenKind::Number && words::is_hyphen(document, at - 1));
        if is_link || is_joint {
            at += 1;
            continue;
        }
        let opens = many
            && at == first
            && is_plural(document.lower(at))
            && document.tokens[at].kind == TokenKind::Word
            && !lists().not_counted.has(document.lower(at));
        if !opens && (document.tokens[at].kind != TokenKind::Word || !is_part(scan, at)) {
            break;
        }
        if opens || is_noun(scan, at, many) {
            head = Some(at);
            // A plural ends the phrase, unless one more follows at once: "sales representatives".
            if many && is_plural(document.lower(at)) && !goes_on(scan, at + 1) {
                break;
            }
        }
        at += 1;
    }
    // "Kia and Hyundai vehicles" goes on to its plural; "a man and his dog" does not.
    if let Some(before) = before_link
        && !head.is_some_and(|h| is_plural(document.lower(h)))
    {
        head = before;
    }
    head.map(|head| document.span(first, head))
}

fn is_tagged(scan: &Scan, at: usize) -> bool {
    scan.syntax.words[at].pos != Pos::X
}

fn is_part(scan: &Scan, at: usize) -> bool {
    let word = scan.document.lower(at);
    if lists().not_counted.has(word) || word.starts_with('\'') && word.len() < 3 {
        return false;
    }
    if !is_tagged(scan, at) {
        return true;
    }
    let syntax = scan.syntax.words[at];
    match syntax.pos {
        Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Adv | Pos::X => true,
        // "four FA Cup finals with": a plural that was taken for a verb.
        Pos::Verb => {
            matches!(syntax.form, Form::Vbn | Form::Vbg | Form::Vbd)
                || is_plural(word)
                    && scan
                        .syntax
                        .words
                        .get(at + 1)
                        .is_some_and(|w| matches!(w.pos, Pos::Adp | Pos::Pron | Pos::Punct | Pos::Sconj))
        }
        _ => false,
    }
}

fn is_noun(scan: &Scan, at: usize, many: bool) -> bool {
    let word = scan.document.lower(at);
    if is_tagged(scan, at) {
        return matches!(scan.syntax.words[at].pos, Pos::Noun | Pos::Propn) || scan.syntax.words[at].form == Form::Vbz;
    }
    if many { is_plural(word) } else { word.len() > 2 && !word.ends_with("ly") && !word.ends_with("ed") }
}

/// Another noun right behind a plural.
fn goes_on(scan: &Scan, at: usize) -> bool {
    let Some(token) = scan.document.tokens.get(at) else { return false };
    token.kind == TokenKind::Word
        && is_plural(scan.document.lower(at))
        && is_part(scan, at)
        && (!is_tagged(scan, at) || matches!(scan.syntax.words[at].pos, Pos::Noun))
}
