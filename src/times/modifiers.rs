//! Words before a time that belong to it: "more than two years", "around 3:30am", "just after noon", "some 150 years ago".

use super::moment::{Moment, When};
use super::reader::Reader;
use crate::document::TokenKind;
use crate::model::{is_word, lists};

/// The longest modifier in tokens: "slightly more than".
const LONGEST_TOKENS: usize = 4;

/// Where a time that begins at token `at` begins with its modifier; never before token `floor`.
pub fn start(reader: &Reader, at: usize, floor: usize, moment: &Moment) -> usize {
    if let Some(first) = kind_of_year(reader, at, floor, moment) {
        return first;
    }
    // "twice-weekly", "near-daily".
    let is_joined = matches!(moment, Moment::Set(_)) && at >= floor + 2 && reader.is_hyphen(at - 1);
    if is_joined && matches!(reader.before(at, 2), "once" | "twice" | "thrice" | "near") {
        return at - 2;
    }
    if !takes_modifier(moment) {
        return at;
    }
    let first =
        (floor.max(at.saturating_sub(LONGEST_TOKENS))..at).find(|&first| is_modifier(reader, first, at, moment));
    first.unwrap_or(at)
}

/// "the academic year 2021/22", "coffee year 2021-22": what kind of year it is; "in the year 2022" says nothing.
fn kind_of_year(reader: &Reader, at: usize, floor: usize, moment: &Moment) -> Option<usize> {
    matches!(moment, Moment::Date(When::Years(..)) | Moment::Duration(..)).then_some(())?;
    let is_pair = matches!(moment, Moment::Date(_)) || reader.year(at).is_some();
    let kind = at.checked_sub(2).filter(|&kind| is_pair && kind >= floor && reader.before(at, 1) == "year")?;
    let document = reader.document;
    let is_kind = document.tokens[kind].kind == TokenKind::Word
        && document.lower(kind).len() > 3
        && !is_word(document.lower(kind), "determiner")
        && !is_word(document.lower(kind), "before-year");
    is_kind.then_some(())?;
    let before = |back: usize| kind >= floor + back;
    let which = before(1) && matches!(reader.before(kind, 1), "next" | "last" | "current" | "previous");
    let the = 1 + usize::from(which);
    let is_led = before(the) && reader.before(kind, the) == "the";
    Some(kind - if is_led { the } else { 0 })
}

fn takes_modifier(moment: &Moment) -> bool {
    match moment {
        Moment::Duration(..) | Moment::Clock(..) => true,
        Moment::Date(when) => {
            matches!(
                when,
                When::Ago(..)
                    | When::Later(..)
                    | When::Year(_)
                    | When::Month(..)
                    | When::Decade(_)
                    | When::MonthDay(..)
            ) || matches!(when, When::Vague("PAST_REF" | "FUTURE_REF"))
        }
        _ => false,
    }
}

/// Whether the tokens from `first` to `at` are one modifier.
fn is_modifier(reader: &Reader, first: usize, at: usize, moment: &Moment) -> bool {
    let document = reader.document;
    let mut phrase = String::new();
    for i in first..at {
        if document.tokens[i].kind != TokenKind::Word {
            return false;
        }
        if i > first {
            phrase.push(' ');
        }
        phrase.push_str(document.lower(i));
    }
    let is_hedge =
        lists().hedges.has(&phrase) && !is_word(&phrase, "no-time-modifier") || is_word(&phrase, "time-modifier");
    let is_length =
        matches!(moment, Moment::Duration(..) | Moment::Date(When::Ago(..) | When::Later(..) | When::Vague(_)));
    match phrase.as_str() {
        // "for over a decade"; not "over three days prices rose".
        "over" | "under" => is_length && is_word(reader.before(first, 1), "before-over"),
        // "another a couple of days later" is another of something.
        "another" if matches!(reader.lower(at), "a" | "an") => false,
        "near" | "above" | "below" | "beyond" => false,
        "no later than" | "not later than" => true,
        "some" => is_length,
        _ => is_hedge && (is_length || is_word(document.lower(at - 1), "point-modifier")),
    }
}
