//! Whether what happens at a time is past or to come: which Friday is meant.

use crate::document::{Document, TokenKind};
use crate::model::is_word;
use crate::tags::{Form, Pos, Relation, Syntax};

/// The tense of the clause around a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Tense {
    Past,
    Future,
    Unknown,
}

/// The tense that governs token `at`: by syntax where the text is parsed, else by the nearest verb that shows it.
pub fn of(document: &Document, syntax: &Syntax, at: usize) -> Tense {
    // "said Friday it would": nobody has said what is still to be said.
    let says = |back: isize| is_word(document.lower_at(at as isize - back), "saying");
    if says(1) || document.lower_at(at as isize - 1) == "on" && says(2) {
        return Tense::Past;
    }
    let by_tree = by_syntax(document, syntax, at);
    if by_tree != Tense::Unknown { by_tree } else { by_words(document, at) }
}

/// "will stay shut until Friday", "is halted through Thursday": the end of what still lasts lies ahead.
pub fn is_limit(document: &Document, syntax: &Syntax, at: usize) -> bool {
    let led = matches!(document.lower_at(at as isize - 1), "until" | "till" | "through");
    if !led || syntax.words[at].pos == Pos::X {
        return false;
    }
    let mut up = at;
    for _ in 0..4 {
        let head = syntax.words[up].head;
        if head == up {
            break;
        }
        up = head;
        if matches!(syntax.words[up].pos, Pos::Verb | Pos::Aux | Pos::Adj) {
            return !is_past(document, syntax, up);
        }
    }
    true
}

/// Whether a verb is finite and past: "stayed", "was shut", not "is halted".
fn is_past(document: &Document, syntax: &Syntax, verb: usize) -> bool {
    let helpers = || {
        syntax
            .children(verb)
            .filter(|&c| matches!(syntax.words[c].relation, Relation::Aux | Relation::AuxPass | Relation::Cop))
    };
    match helpers().next() {
        None => syntax.words[verb].form == Form::Vbd,
        Some(_) => helpers().all(|c| matches!(document.lower(c), "was" | "were" | "had" | "did" | "been")),
    }
}

/// Climbs from the time to its verb, and on while the verb shows no tense.
fn by_syntax(document: &Document, syntax: &Syntax, at: usize) -> Tense {
    if syntax.words[at].pos == Pos::X {
        return Tense::Unknown;
    }
    let mut up = at;
    for _ in 0..12 {
        let head = syntax.words[up].head;
        if head == up {
            return Tense::Unknown;
        }
        up = head;
        if matches!(syntax.words[up].pos, Pos::Verb | Pos::Aux) || syntax.child(up, &[Relation::Cop]).is_some() {
            let tense = of_verb(document, syntax, up);
            if tense != Tense::Unknown {
                return tense;
            }
        }
    }
    Tense::Unknown
}

/// Words whose infinitive lies ahead: "plans to", "is due to", "expected to".
const AHEAD: &[&str] = &[
    "plan",
    "plans",
    "planned",
    "planning",
    "due",
    "expected",
    "expect",
    "expects",
    "scheduled",
    "set",
    "want",
    "wants",
    "hope",
    "hopes",
    "intend",
    "intends",
    "will",
    "agreed",
    "slated",
    "going",
    "likely",
    "ready",
    "poised",
    "preparing",
    "prepares",
    "about",
    "vowed",
    "promised",
];

fn of_verb(document: &Document, syntax: &Syntax, verb: usize) -> Tense {
    let mut helper = Tense::Unknown;
    let (mut is_infinitive, mut is_present) = (false, false);
    for child in syntax.children(verb).filter(|&c| {
        matches!(syntax.words[c].relation, Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Mark)
    }) {
        match document.lower(child) {
            // "In its May report it said so": a month, whatever the tagger took it for.
            "may" if document.is_capitalized(child) => {}
            "will" | "'ll" | "shall" | "wo" | "may" | "can" | "must" | "should" => return Tense::Future,
            "would" | "could" | "might" => return Tense::Future,
            "is" | "are" | "'s" | "'re" => is_present = true,
            "had" | "was" | "were" | "did" | "has" | "have" | "'ve" => helper = Tense::Past,
            "to" => {
                is_infinitive = true;
                let head = syntax.words[verb].head;
                if AHEAD.contains(&document.lower(head)) {
                    return Tense::Future;
                }
            }
            _ => {}
        }
    }
    // "is to be held", "failed to agree": the infinitive shows nothing, the verb above it may.
    if is_infinitive {
        return Tense::Unknown;
    }
    if helper != Tense::Unknown {
        return helper;
    }
    // "a trial is set for January"; "is halted".
    if is_present {
        return if AHEAD.contains(&document.lower(verb)) { Tense::Future } else { Tense::Unknown };
    }
    match syntax.words[verb].form {
        // "The store opens on Friday."
        Form::Vbz | Form::Vbp if is_word(document.lower(verb), "schedules") => Tense::Future,
        // "a second phase, planned for September".
        Form::Vbd | Form::Vbn if is_planned(document, syntax, verb) => Tense::Future,
        Form::Vbd | Form::Vbn => Tense::Past,
        _ => Tense::Unknown,
    }
}

/// "planned for", "scheduled for", with nobody who plans.
fn is_planned(document: &Document, syntax: &Syntax, verb: usize) -> bool {
    let has_subject = syntax.child(verb, &[Relation::Nsubj, Relation::NsubjPass]).is_some();
    !has_subject && AHEAD.contains(&document.lower(verb)) && document.lower_at(verb as isize + 1) == "for"
}

/// The nearest word of the sentence that shows a tense; a word before the time counts as nearer than one after it.
fn by_words(document: &Document, at: usize) -> Tense {
    let tokens = document.sentences[document.sentence_of(at)].tokens.clone();
    let mut best = (usize::MAX, Tense::Unknown);
    for i in tokens {
        if document.tokens[i].kind != TokenKind::Word {
            continue;
        }
        let tense = shown(document, i);
        if tense == Tense::Unknown {
            continue;
        }
        let distance = if i < at { at - i } else { 2 * (i - at) };
        if distance < best.0 {
            best = (distance, tense);
        }
    }
    best.1
}

fn shown(document: &Document, at: usize) -> Tense {
    let word = document.lower(at);
    let after = document.lower_at(at as isize + 1);
    match word {
        "will" | "'ll" | "shall" | "wo" => Tense::Future,
        // "May" is a month.
        "may" if document.is_capitalized(at) => Tense::Unknown,
        "would" | "could" | "may" | "might" if after != "have" => Tense::Future,
        "due" | "expected" | "scheduled" | "set" | "slated" | "plans" | "planned" | "planning" | "plan"
            if after == "to" || after == "for" =>
        {
            Tense::Future
        }
        verb if is_word(verb, "past") && document.lower_at(at as isize - 1) != "be" => Tense::Past,
        "should" | "must" | "deadline" => Tense::Future,
        "be" if document.lower_at(at as isize - 1) == "to" => Tense::Future,
        // "is to be held", "are to travel".
        "is" | "are" if after == "to" => Tense::Future,
        _ if word.len() > 4 && word.ends_with("ed") && !document.is_capitalized(at) && !is_ahead(document, at) => {
            Tense::Past
        }
        _ => Tense::Unknown,
    }
}

/// "will be finalized", "to be held", "should be completed": the participle shows nothing by itself.
fn is_ahead(document: &Document, at: usize) -> bool {
    (1..=3).any(|back| {
        matches!(
            document.lower_at(at as isize - back),
            "be" | "will" | "to" | "should" | "may" | "can" | "must" | "would" | "could" | "might"
        )
    })
}
