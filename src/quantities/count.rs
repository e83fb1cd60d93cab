//! "1,200 homes", "dozens of people", "one ship", "64,900".

use super::{Draft, Kind, Scan, of};
use crate::document::{Span, TokenKind};
use crate::model::is_word;
use crate::numerals::number::{Number, Shape, is_plural};
use crate::numerals::words;
use crate::tags::{Form, Pos};

/// Any other number, if it counts something or stands for itself.
pub fn find(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let number = &scan.numbers[at];
    (matches!(number.shape, Shape::Cardinal | Shape::Vague)).then_some(())?;
    if !number.tail.is_empty() {
        return None;
    }
    if number.value == 1. && !number.is_digits {
        return one(scan, at);
    }
    let mut draft = scan.draft(at, Kind::Count, 0);
    draft.quantity.of = of::noun(scan, number.tokens.end, number.value != 1.).or_else(|| of::noun_or(scan, number));
    draft.quantity.of = draft.quantity.of.map(|of| attribute(scan, number, of).unwrap_or(of));
    if is_reading(scan, at, draft.quantity.of) {
        draft.quantity.of = None;
    }
    if !draft.quantity.of.is_some_and(|of| is_counted(scan, at, of)) && is_year(scan, at) {
        return None;
    }
    draft.has_unit = draft.quantity.of.is_some();
    Some((draft, 1))
}

/// "a magnitude 6.3 earthquake", "a 5.0 earthquake": a broken number counts no single thing.
fn is_reading(scan: &Scan, at: usize, of: Option<Span>) -> bool {
    let number = &scan.numbers[at];
    let is_broken = number.is_digits && number.magnitude == 0 && number.step < 1.;
    let head = of.and_then(|of| scan.document.tokens_in(of).last());
    is_broken && head.is_some_and(|head| !is_plural(scan.document.lower(head)) && !scan.document.is_capitalized(head))
}

/// The "vote" of "a 149 vote margin": after "a" several of the first noun make one of the second.
fn attribute(scan: &Scan, number: &Number, of: Span) -> Option<Span> {
    let document = scan.document;
    let tokens = document.tokens_in(of);
    let is_led = matches!(scan.lower(number.tokens.start as isize - 1), "a" | "an") && number.value > 1.;
    let is_one = |i: usize| scan.syntax.words[i].pos == Pos::Noun && !is_plural(document.lower(i));
    let is_compound = tokens.len() == 2 && tokens.start == number.tokens.end && tokens.clone().all(is_one);
    (is_led && is_compound).then(|| document.tokens[tokens.start].span)
}

/// "2,000 homes", "the 1500 workers"; not "a 2019 landslide", "2024 approaches", "her 2018 albums".
fn is_counted(scan: &Scan, at: usize, of: Span) -> bool {
    let number = &scan.numbers[at];
    let Some(head) = scan.document.tokens_in(of).last() else { return false };
    let is_recent = (1950. ..2050.).contains(&number.value);
    let is_owned = matches!(
        scan.lower(number.tokens.start as isize - 1),
        "'s" | "own" | "her" | "his" | "its" | "their" | "our" | "my" | "fellow" | "that" | "this"
    );
    is_plural(scan.document.lower(head)) && scan.syntax.words[head].form != Form::Vbz && !(is_recent && is_owned)
        || is_word(scan.document.lower(head), "state")
}

/// "one" before a noun that it counts; not "no one", "one of them", "one another", "this one", "one day", "one source said".
fn one(scan: &Scan, at: usize) -> Option<(Draft, usize)> {
    let document = scan.document;
    let first = scan.numbers[at].tokens.start;
    let end = scan.numbers[at].tokens.end;
    let before = scan.lower(first as isize - 1);
    let after = scan.lower(end as isize);
    if let Some(draft) = one_of_list(scan, at) {
        return Some((draft, 1));
    }
    let of = of::noun(scan, end, false)?;
    let is_pronoun = is_word(before, "before-pronoun")
        && !(matches!(before, "the" | "only") && scan.syntax.words[first].pos == Pos::Num);
    (!is_pronoun && !is_word(after, "after-one")).then_some(())?;
    if words::is_hyphen(document, end)
        && !matches!(scan.lower(end as isize + 1), "member" | "man" | "woman" | "person" | "bedroom" | "seat" | "pack")
    {
        return None;
    }
    let head = document.tokens_in(of).end;
    // "one Major Field" is a certain one, "one crisis after another" many.
    let is_named = document.is_capitalized(end) && document.is_capitalized(end + 1) && end + 1 < head.max(end + 2);
    let is_series = matches!(scan.lower(head as isize), "after" | "to") && scan.lower(head as isize + 1) == "another";
    // "one participant told the study", "said one man": somebody who is not named, not how many.
    let speaks = is_word(before, "saying") || (0..2).any(|n| is_word(scan.lower((head + n) as isize), "saying"));
    // "if one opts for a tour": anybody; "on one hand" is no hand.
    let is_anybody = scan.syntax.words.get(end).is_some_and(|w| w.pos == Pos::Verb && w.form == Form::Vbz);
    (!is_anybody && (before, after) != ("on", "hand")).then_some(())?;
    // "One senator, Eduardo Bhatia, said": he has a name.
    let is_introduced = scan.lower(head as isize) == ","
        && document.tokens.get(head + 2).is_some_and(|t| t.kind == TokenKind::Word)
        && document.is_capitalized(head + 1)
        && document.is_capitalized(head + 2);
    (!is_introduced).then_some(())?;
    (!is_named && !is_series && !speaks).then_some(())?;
    let mut draft = scan.draft(at, Kind::Count, 0);
    draft.quantity.of = Some(of);
    draft.has_unit = true;
    Some((draft, 1))
}

/// Farthest in tokens from the number of "three in Kerala and one in Delhi" to its "one".
const FARTHEST_LISTED: usize = 14;

/// The "one" of "three in Kerala and one in Delhi", of "kills one".
fn one_of_list(scan: &Scan, at: usize) -> Option<Draft> {
    let document = scan.document;
    let (first, end) = (scan.numbers[at].tokens.start, scan.numbers[at].tokens.end);
    let (before, after) = (scan.lower(first as isize - 1), scan.lower(end as isize));
    let link = matches!(after, "in" | "from" | "at" | "on") && matches!(before, "and" | "," | "\u{2014}" | "\u{2013}");
    let start = document.sentences[document.sentence_of(first)].tokens.start.max(first.saturating_sub(FARTHEST_LISTED));
    let goes_on = |last: &Number| {
        last.shape == Shape::Cardinal
            && last.tokens.start >= start
            && scan.time_at(last.tokens.start).is_none()
            && (last.tokens.end..first).any(|i| document.lower(i) == after)
    };
    let is_listed = link && at.checked_sub(1).is_some_and(|last| goes_on(&scan.numbers[last]));
    let ends = after.is_empty()
        || matches!(after, "," | "." | "and")
        || document.tokens.get(end).is_some_and(|_| document.sentence_of(end) != document.sentence_of(first));
    let is_victim =
        ends && matches!(before, "kills" | "killed" | "killing" | "injures" | "injuring" | "wounds" | "wounding");
    (is_listed || is_victim).then(|| scan.draft(at, Kind::Count, 0))
}

/// Four bare digits that could be a year, and that count nothing: not "above 1000", not the first of "1000-5000".
fn is_year(scan: &Scan, at: usize) -> bool {
    let number = &scan.numbers[at];
    let before = scan.lower(number.tokens.start as isize - 1);
    let is_bound = number.value <= 1500. && matches!(before, "above" | "below" | "over" | "under" | "than" | "to");
    // "About 1900 come from Peru".
    let end = number.tokens.end;
    let is_amount = matches!(before, "about" | "some" | "nearly" | "almost" | "roughly" | "than" | "over")
        && scan.syntax.words.get(end).is_some_and(|w| matches!(w.pos, Pos::Verb | Pos::Aux) && w.form != Form::Vbn);
    let is_total =
        matches!(before, "is" | "was" | "at" | "to") && number.value < 1900. && names_total(scan, number.tokens.start);
    if is_amount || is_total {
        return false;
    }
    let is_low_end = scan.numbers.get(at + 1).is_some_and(|next| {
        next.tokens.start == number.tokens.end + 1
            && matches!(scan.lower(number.tokens.end as isize), "-" | "\u{2013}" | "to")
            && next.value >= 2100.
    });
    if is_bound || is_low_end {
        return false;
    }
    number.is_plain
        && (1000. ..2100.).contains(&number.value)
        && scan.document.tokens[number.tokens.start].kind == TokenKind::Number
}

/// "the number of those infected is 1501".
fn names_total(scan: &Scan, at: usize) -> bool {
    let first = scan.document.sentences[scan.document.sentence_of(at)].tokens.start;
    (first..at).any(|i| matches!(scan.document.lower(i), "number" | "total" | "toll" | "count" | "tally"))
}
