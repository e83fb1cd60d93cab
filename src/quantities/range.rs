//! Two numbers that are one range: "between 10 and 15", "10-15 per cent", "from $3m to $5m", "three or four years".

use super::{Draft, Kind, Quantity, Scan};
use crate::document::TokenKind;
use crate::model::lists;
use crate::numerals::words;
use crate::tags::Pos;

/// Joins neighbours that are the ends of one range.
pub fn join(scan: &Scan, drafts: &mut Vec<Draft>) {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts.drain(..) {
        let range = joined.last().and_then(|last| pair(scan, last, &draft));
        match (range, joined.last_mut()) {
            (Some(range), Some(last)) if lies_between_times(scan, last, &draft) || is_change(scan, last, &range) => {
                last.quantity.value = range.quantity.ends.map(|[first, _]| first);
                last.has_unit = true;
                share(&mut last.quantity, &range.quantity);
                share(&mut draft.quantity, &range.quantity);
                joined.push(draft);
            }
            (Some(range), Some(last)) => *last = range,
            _ => joined.push(draft),
        }
    }
    *drafts = joined;
}

/// "from 75 kilograms in March to 44 kg in June": two numbers of two times, no range.
fn lies_between_times(scan: &Scan, one: &Draft, two: &Draft) -> bool {
    let mut between = one.quantity.tokens.end..two.quantity.tokens.start;
    scan.lower(one.quantity.tokens.start as isize - 1) == "from" && between.any(|i| scan.time_at(i).is_some())
}

/// "rose from 14 to 31", "from five people to six": how many there were and how many then, no range. Amounts in a unit
/// stay one: "fell from 5 to 4.5 per cent" says by how much they fell.
fn is_change(scan: &Scan, one: &Draft, range: &Draft) -> bool {
    if range.quantity.kind != Kind::Count {
        return false;
    }
    let start = one.quantity.tokens.start as isize;
    let hedged = lists().hedges.has(scan.lower(start - 1)) || scan.lower(start - 1) == "a";
    let from = start - 1 - isize::from(hedged);
    // "revised its forecast from 5 to 7 per cent to 3 to 5": ranges.
    let end = range.quantity.tokens.end as isize;
    if scan.lower(start - 1) == "(" && scan.lower(end) == ")" && range.quantity.unit.is_none() {
        return is_bracketed_change(scan, one);
    }
    let leads = scan.lower(from) == "from" && scan.lower(end) != "to";
    let falls = range.quantity.ends.is_some_and(|[first, last]| first > last);
    let changes = |back: isize| {
        let is_verb = usize::try_from(from - back).is_ok_and(|at| scan.syntax.words[at].pos == Pos::Verb);
        lists().change_words.has(scan.lower(from - back)) && (is_verb || back == 1)
    };
    leads && (falls || (1..=FARTHEST_CHANGE).any(changes) || belongs_to_change(scan, one))
}

/// "Cases in San Borja went up (1,220 to 1,551)": what is in brackets says from where to where.
fn is_bracketed_change(scan: &Scan, one: &Draft) -> bool {
    let first = one.quantity.tokens.start;
    let sentence = &scan.document.sentences[scan.document.sentence_of(first)].tokens;
    scan.lower(one.quantity.tokens.end as isize) == "to"
        && (sentence.start..first).any(|at| lists().change_words.has(scan.document.lower(at)))
}

/// Steps up the tree from a number to the verb of change that it belongs to.
const CLIMB_STEPS: usize = 3;

/// "have increased the death toll of the event from five people to six": the tree says which verb the "from" is of.
fn belongs_to_change(scan: &Scan, one: &Draft) -> bool {
    let words = &scan.syntax.words;
    let mut at = one.quantity.tokens.end - 1;
    for _ in 0..CLIMB_STEPS {
        let Some(word) = words.get(at) else { return false };
        if word.pos == Pos::Verb && at < one.quantity.tokens.start {
            return lists().change_words.has(scan.document.lower(at));
        }
        at = word.head;
    }
    false
}

/// Farthest in tokens from a verb of change to its "from": "increasing the confirmed death toll from 14".
const FARTHEST_CHANGE: isize = 10;

/// A number of a change takes its unit and its noun from the range where it has neither.
fn share(quantity: &mut Quantity, range: &Quantity) {
    if quantity.unit.is_none() && quantity.of.is_none() {
        quantity.unit.clone_from(&range.unit);
        quantity.of = range.of;
        quantity.kind = range.kind;
    }
}

fn pair(scan: &Scan, one: &Draft, two: &Draft) -> Option<Draft> {
    let is_end = |d: &Draft| {
        d.quantity.value.is_some()
            && d.quantity.parts.is_none()
            && d.quantity.ends.is_none()
            && d.quantity.kind != Kind::Ordinal
    };
    (is_end(one) && is_end(two)).then_some(())?;
    links(scan, one, two).then_some(())?;
    let b = two.quantity.value?;
    let first = scaled(scan, one, two)?;
    let mut range = two.clone();
    let quantity = &mut range.quantity;
    let is_longer = one.quantity.unit.as_ref().map_or(0, String::len) > quantity.unit.as_ref().map_or(0, String::len);
    if is_longer {
        quantity.unit.clone_from(&one.quantity.unit);
    }
    // "ages 5 through 12".
    if is_longer || one.quantity.kind == Kind::Age {
        quantity.kind = one.quantity.kind;
    }
    quantity.of = two.quantity.of.or(one.quantity.of);
    quantity.span = one.quantity.span.cover(two.quantity.span);
    quantity.tokens = one.quantity.tokens.start..two.quantity.tokens.end;
    quantity.value = None;
    (quantity.low, quantity.high) = (Some(first.min(b)), Some(first.max(b)));
    quantity.ends = Some([first, b]);
    quantity.step = one.quantity.step.min(two.quantity.step);
    Some(range)
}

/// The first end in full: "$3 to $5 billion" begins with three billion, "two to three hundred" with two hundred.
fn scaled(scan: &Scan, one: &Draft, two: &Draft) -> Option<f64> {
    let (a, b) = (one.quantity.value?, two.quantity.value?);
    let in_hundreds = scan.document.lower(two.quantity.tokens.end - 1) == "hundred"
        && !one.is_digits
        && !two.is_digits
        && (1. ..10.).contains(&a)
        && a * 100. < b
        && b < 1000.;
    Some(match (takes_magnitude(one, two), in_hundreds) {
        (true, _) => a * 10f64.powi(two.magnitude),
        (false, true) => a * 100.,
        _ => a,
    })
}

/// The "3" of "$3 to $5 billion" is three billion; the "200" of "$200 to $4 million" is not 200 million.
fn takes_magnitude(one: &Draft, two: &Draft) -> bool {
    one.magnitude == 0 && two.magnitude > 0 && one.mantissa.abs() < two.mantissa.abs() && one.mantissa != 0.
}

fn links(scan: &Scan, one: &Draft, two: &Draft) -> bool {
    let document = scan.document;
    let (end, start) = (one.quantity.tokens.end, two.quantity.tokens.start);
    if end >= start || document.sentence_of(end) != document.sentence_of(one.quantity.tokens.start) {
        return false;
    }
    let before = scan.lower(one.quantity.tokens.start as isize - 1);
    let before = if lists().hedges.has(before) || before == "a" {
        scan.lower(one.quantity.tokens.start as isize - 2)
    } else {
        before
    };
    let a = &one.quantity;
    let b = &two.quantity;
    let is_rate = |whole: &Option<String>, part: &Option<String>| {
        whole
            .as_deref()
            .zip(part.as_deref())
            .is_some_and(|(w, p)| w.strip_prefix(p).is_some_and(|rest| rest.starts_with('/')))
    };
    let agree = a.unit == b.unit && a.kind == b.kind
        || is_rate(&b.unit, &a.unit)
        || is_rate(&a.unit, &b.unit)
        || a.unit.is_none() && (a.of.is_none() || !one.has_unit)
        || a.unit.is_some() && b.unit.is_none() && (matches!(before, "from" | "between") || is_glued_money(scan, one, two))
        // "ages 5 through 12".
        || a.kind == Kind::Age && b.unit.is_none() && b.of.is_none() && (matches!(before, "ages" | "aged") || is_of_ages(scan, one));
    // "led 47.4 percent to 42.1 percent", "passed 80%-20%": two sides' shares.
    let is_falling = a.kind == Kind::Percent && one.has_unit && two.has_unit && a.value > b.value;
    if is_falling && !matches!(before, "from" | "between") {
        return false;
    }
    let link = scan.lower(end as isize);
    let single = start == end + 1;
    match link {
        "-" | "\u{2013}" | "\u{2014}" | "~" if single => {
            let rises = a.value < b.value || takes_magnitude(one, two) || a.unit.is_some();
            let is_glued = !document.tokens[end].spaced && !document.tokens[start].spaced
                || document.tokens[end].spaced && document.tokens[start].spaced && link != "\u{2014}";
            // "rose 6.2 per cent – 17.8 per cent higher than a year ago": two clauses.
            let is_clause = one.has_unit && matches!(scan.lower(two.quantity.tokens.end as isize), "higher" | "lower");
            agree && rises && is_glued && !is_clause
        }
        "-" if start == end + 2 && scan.lower(end as isize + 1) == "to" => agree,
        // "children aged 5 through 12".
        "through" if single => agree && (!two.has_unit || b.kind == Kind::Age) && a.value < b.value,
        "to" if single => agree && (matches!(before, "from" | "between") || !is_target(scan, one)),
        // "200,000 to-260,000".
        "to" if start == end + 2 && scan.lower(end as isize + 1) == "-" => agree,
        "and" if single => (before == "between" || is_range_of(scan, one) || is_of_ages(scan, one)) && agree,
        "or" if single => {
            agree
                && !one.has_unit
                && b.value.zip(scaled(scan, one, two)).is_some_and(|(b, a)| b > a && b <= a * 2. + 1.)
        }
        _ => before == "from" && agree && is_journey(scan, end, start, one, two),
    }
}

/// "$25-35 million": the sign stands once, before the first end.
fn is_glued_money(scan: &Scan, one: &Draft, two: &Draft) -> bool {
    let (end, start) = (one.quantity.tokens.end, two.quantity.tokens.start);
    let is_glued = words::is_hyphen(scan.document, end) && scan.document.tokens.get(start).is_some_and(|t| !t.spaced);
    is_glued && start == end + 1 && one.quantity.kind == Kind::Money && two.quantity.of.is_none()
}

/// "the range of 3.5 and 3.75 percent".
fn is_range_of(scan: &Scan, one: &Draft) -> bool {
    let start = one.quantity.tokens.start as isize;
    scan.lower(start - 1) == "of" && scan.lower(start - 2) == "range"
}

/// "between the ages of 60 and 84".
fn is_of_ages(scan: &Scan, one: &Draft) -> bool {
    let start = one.quantity.tokens.start as isize;
    ["between", "the", "ages", "of"].iter().rev().enumerate().all(|(i, w)| scan.lower(start - 1 - i as isize) == *w)
}

/// "rose 18 sen to RM23.50", "increased by $5m to $20m": a step and where it led, no range.
fn is_target(scan: &Scan, one: &Draft) -> bool {
    let start = one.quantity.tokens.start as isize;
    let own = one.quantity.unit.is_some() || one.quantity.of.is_some();
    own && (1..=3)
        .take_while(|back| scan.lower(start - back) != "from")
        .any(|back| lists().change_words.has(scan.lower(start - back)) || scan.lower(start - back) == "by")
}

/// "from 21 mpg combined to 23", "from 20 miles per gallon in 2008 to 29 mpg": a few words before "to", no other number but a time.
fn is_journey(scan: &Scan, end: usize, start: usize, one: &Draft, two: &Draft) -> bool {
    let document = scan.document;
    if start - end > 7 || !(one.has_unit || two.has_unit || one.is_digits && two.is_digits) {
        return false;
    }
    let last = document.lower(start - 1);
    let last =
        if lists().hedges.has(last) || matches!(last, "a" | "an") { scan.lower(start as isize - 2) } else { last };
    last == "to"
        && (end..start).all(|i| {
            document.tokens[i].kind != TokenKind::Punctuation
                && (document.tokens[i].kind != TokenKind::Number || scan.time_at(i).is_some())
        })
}

/// "four-, five- and six-cylinder engines", "280 million of the 1.5 billion shekels": the unit is said once, after the last.
pub fn suspended(scan: &Scan, drafts: &mut [Draft]) {
    for i in (1..drafts.len()).rev() {
        let (head, tail) = drafts.split_at_mut(i);
        let (one, two) = (&mut head[i - 1].quantity, &tail[0].quantity);
        let bare = one.unit.is_none() && one.of.is_none() && one.parts.is_none() && one.kind == Kind::Count;
        if !bare || one.tokens.end >= two.tokens.start || two.tokens.start - one.tokens.end > 4 {
            continue;
        }
        let gap: Vec<&str> = (one.tokens.end..two.tokens.start).map(|t| scan.document.lower(t)).collect();
        let hangs = gap[0] == "-" && gap[1..].iter().all(|w| matches!(*w, "," | "and" | "or" | "to"));
        let is_part = gap[0] == "of"
            && gap[1..]
                .iter()
                .all(|w| matches!(*w, "the" | "its" | "their" | "some" | "last" | "first" | "past" | "top"));
        if hangs && gap.len() > 1 || is_part {
            one.unit.clone_from(&two.unit);
            one.of = two.of;
            if two.unit.is_some() {
                one.kind = two.kind;
            }
        }
    }
}
