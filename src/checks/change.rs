//! "from 50 to 75, a 50 % rise", "grew 20 % to 1.2 million from 1 million", "from 120 to 150, an increase of 30".

use super::rounding::{Interval, percent_slack, slack, slack_of_counted, value};
use super::{Check, Computed, Found, Kind, Scan};
use crate::document::{Span, TokenKind};
use crate::model::{is_word, names_step};
use crate::quantities::{Change, Kind as Quality, Quantity};

/// What went from one number to another.
struct Journey {
    first: f64,
    last: f64,
    /// How far each may be from the truth.
    slack: [f64; 2],
    quantity: Quantity,
    spans: Vec<Span>,
    start: usize,
    end: usize,
}

/// Percentages and differences beside a journey; one of a kind in the sentence, or none is judged.
pub fn find(scan: &Scan) -> Vec<Check> {
    let mut checks = Vec::new();
    for sentence in 0..scan.document.sentences.len() {
        let here = scan.quantities_of(sentence);
        if let Some(check) = here.windows(3).find_map(|three| within(scan, three)) {
            checks.push(check);
            continue;
        }
        let journeys = journeys(scan, &here);
        let [journey] = &journeys[..] else { continue };
        let steps: Vec<usize> = here.iter().copied().filter(|&i| is_step(scan, journey, &scan.quantities[i])).collect();
        let [step] = steps[..] else { continue };
        let step = &scan.quantities[step];
        let check = if step.unit.as_deref() == Some("%") { percent(journey, step) } else { difference(journey, step) };
        checks.extend(check);
    }
    checks
}

fn journeys(scan: &Scan, here: &[usize]) -> Vec<Journey> {
    let mut found = Vec::new();
    for (n, &i) in here.iter().enumerate() {
        let q = &scan.quantities[i];
        let before = scan.before(q);
        if let (Some([first, last]), "from") = (q.ends.filter(|_| q.kind != Quality::Ratio), before) {
            found.extend(journey(q, q, first, last, vec![q.span], q.tokens.clone()));
        }
        let Some(next) = here.get(n + 1).map(|&j| &scan.quantities[j]) else { continue };
        if leads_on(scan, q, next)
            && is_alike(next, q)
            && let (Some(first), Some(last)) = (q.value, next.value)
        {
            found.extend(journey(q, next, first, last, vec![q.span, next.span], q.tokens.start..next.tokens.end));
        }
        if leads_back(scan, q, next)
            && is_alike(q, next)
            && let (Some(last), Some(first)) = (q.value, next.value)
        {
            found.extend(journey(next, q, first, last, vec![q.span, next.span], q.tokens.start..next.tokens.end));
        }
    }
    found
}

/// "stood at Rs 1,200 crore, up 20 per cent from Rs 1,000 crore": the step between the last and the first.
fn within(scan: &Scan, three: &[usize]) -> Option<Check> {
    let [last, step, first] = [three[0], three[1], three[2]].map(|i| &scan.quantities[i]);
    let gap = |one: &Quantity, two: &Quantity| -> Vec<&str> {
        (one.tokens.end..two.tokens.start).map(|i| scan.document.lower(i)).collect()
    };
    let leads = matches!(gap(last, step)[..], [",", "up" | "down"]) && matches!(gap(step, first)[..], ["from"]);
    (leads && step.unit.as_deref() == Some("%") && step.value.is_some() && is_alike(last, first)).then_some(())?;
    (last.kind != Quality::Percent).then_some(())?;
    let spans = vec![last.span, first.span];
    let journey = journey(first, last, first.value?, last.value?, spans, last.tokens.start..first.tokens.end)?;
    percent(&journey, step)
}

/// Farthest in tokens from the first number of a change to the last: "from 20 mpg in 2008 to 29 mpg".
const FARTHEST_TOKENS: usize = 7;

/// "rose from 50 to 75": the first before the last, no mark between.
fn leads_on(scan: &Scan, first: &Quantity, last: &Quantity) -> bool {
    let gap = first.tokens.end..last.tokens.start;
    scan.before(first) == "from"
        && scan.before(last) == "to"
        && gap.len() <= FARTHEST_TOKENS
        && gap.clone().all(|i| scan.document.tokens[i].kind != TokenKind::Punctuation)
}

/// "to 5 from 4", "4,400, up from 4,000": the last before the first.
fn leads_back(scan: &Scan, last: &Quantity, first: &Quantity) -> bool {
    let gap: Vec<&str> = (last.tokens.end..first.tokens.start).map(|i| scan.document.lower(i)).collect();
    let is_up_from = matches!(gap[..], [",", "up" | "down", "from"] | ["(", "up" | "down", "from"]);
    is_up_from || scan.before(last) == "to" && scan.before(first) == "from" && gap.len() <= 6
}

/// A number that rises to more than this many times is of something else.
const MOST_RISE: f64 = 5.;
/// A stated percentage that is off by this factor belongs to something else.
const FARTHEST_OFF: f64 = 20.;

/// The same kind in the same unit; the first may leave the unit, or what it is a rate of, to the last.
fn is_alike(last: &Quantity, first: &Quantity) -> bool {
    let (one, two) = (last.unit.as_deref(), first.unit.as_deref());
    let is_near = last
        .value
        .zip(first.value)
        .is_some_and(|(a, b)| b != 0. && (1. / MOST_RISE..MOST_RISE).contains(&(a / b).abs()));
    // "to $2.24 a gallon from $2.10"; "$2.20 a share" and "$250 million" are two things.
    let is_rate = is_near
        && one.zip(two).is_some_and(|(one, two)| one.strip_prefix(two).is_some_and(|rest| rest.starts_with('/')));
    last.kind == first.kind && (one == two || is_rate)
        || first.kind == Quality::Count
            && first.of.is_none()
            && last.kind == Quality::Measure
            && first.magnitude == last.magnitude
}

fn journey(
    one: &Quantity,
    two: &Quantity,
    first: f64,
    last: f64,
    spans: Vec<Span>,
    tokens: std::ops::Range<usize>,
) -> Option<Journey> {
    matches!(one.kind, Quality::Count | Quality::Money | Quality::Measure | Quality::Percent).then_some(())?;
    (first > 0. && last > 0. && first != last).then_some(())?;
    // Both were rounded alike: the finer of the two shows how.
    let finest = one.step.min(two.step) / 2.;
    let of = |q: &Quantity, number: f64| finest.min(slack_of_counted(q, number));
    Some(Journey {
        first,
        last,
        slack: [of(one, first), of(two, last)],
        quantity: two.clone(),
        spans,
        start: tokens.start,
        end: tokens.end,
    })
}

/// Whether `q` says by how much: right before "to 5 from 4", or after "from 4 to 5," as "a 25 % rise", "up 25 %", "an increase of 1".
fn is_step(scan: &Scan, journey: &Journey, q: &Quantity) -> bool {
    let fits = match q.unit.as_deref() {
        Some("%") => journey.quantity.kind != Quality::Percent,
        Some("[pp]" | "bp") => journey.quantity.unit.as_deref() == Some("%"),
        unit => {
            unit == journey.quantity.unit.as_deref() && q.kind == journey.quantity.kind && q.kind != Quality::Percent
        }
    };
    if !fits || q.value.is_none() || q.restates.is_some() {
        return false;
    }
    let document = scan.document;
    if q.tokens.end <= journey.start {
        // "rose 20 % to", "by 25 basis points, from".
        let gap = journey.start - q.tokens.end;
        return q.change.is_some()
            && gap <= 2
            && (0..gap).all(|i| matches!(document.lower(q.tokens.end + i), "," | "to" | "from" | "-"));
    }
    if q.tokens.start < journey.end {
        return false;
    }
    let gap: Vec<&str> = (journey.end..q.tokens.start).map(|i| document.lower(i)).collect();
    let Some(comma) = gap.iter().position(|w| matches!(*w, "," | "(" | "\u{2014}" | "\u{2013}" | "--")) else {
        return false;
    };
    // What stands before the comma belongs to the change ("from a year earlier"), what stands after it must be about the step.
    comma <= 6
        && gap.len() - comma <= 5
        && !gap[comma..].iter().any(|w| matches!(*w, "and" | "while" | "with" | "but" | "in" | "on" | "from" | "to"))
        && gap[comma + 1..].iter().all(|w| is_word(w, "before-step") || names_step(w))
        && (gap[comma + 1..].iter().any(|w| names_step(w) || matches!(*w, "up" | "down"))
            || (0..3).any(|i| names_step(document.lower_at((q.tokens.end + i) as isize))))
}

fn percent(journey: &Journey, step: &Quantity) -> Option<Check> {
    let said = value(step)?.abs();
    let of = |first: f64, last: f64| (last / first - 1.) * 100.;
    let (a, b) = (journey.slack[0], journey.slack[1]);
    let range =
        Interval { low: of(journey.first + a, journey.last - b), high: of(journey.first - a, journey.last + b) };
    let computed = of(journey.first, journey.last);
    let size = if computed < 0. { Interval { low: -range.high, high: -range.low } } else { range };
    let agrees = size.meets(Interval::around(said, percent_slack(step, said))) && goes_with(step, computed);
    let is_other = !agrees && said > 0. && !(1. / FARTHEST_OFF..FARTHEST_OFF).contains(&(computed.abs() / said));
    let check = found(Kind::PercentChange, "percentage of what changed", journey, step, agrees, computed, "%");
    (!is_other).then(|| check.judging(step.span, Some(size)))
}

fn difference(journey: &Journey, step: &Quantity) -> Option<Check> {
    let is_basis = step.unit.as_deref() == Some("bp");
    let said = value(step)?.abs() / if is_basis { 100. } else { 1. };
    let tolerance = slack(step, value(step)?) / if is_basis { 100. } else { 1. };
    let computed = journey.last - journey.first;
    let size = Interval::around(computed.abs(), journey.slack[0].max(journey.slack[1]));
    let agrees = size.meets(Interval::around(said, tolerance)) && goes_with(step, computed);
    let unit = if journey.quantity.unit.as_deref() == Some("%") {
        "[pp]"
    } else {
        journey.quantity.unit.as_deref().unwrap_or("")
    };
    let check = found(Kind::Difference, "difference between the two", journey, step, agrees, computed, unit);
    Some(check.judging(step.span, Some(size)))
}

/// The direction that the words give, if they give one.
fn goes_with(step: &Quantity, computed: f64) -> bool {
    match step.change {
        Some(Change::Up) => computed > 0.,
        Some(Change::Down) => computed < 0.,
        None => true,
    }
}

fn found(
    kind: Kind,
    rule: &'static str,
    journey: &Journey,
    step: &Quantity,
    agrees: bool,
    computed: f64,
    unit: &str,
) -> Check {
    let spans: Vec<Span> = journey.spans.iter().copied().chain([step.span]).collect();
    let unit = (!unit.is_empty()).then(|| unit.to_owned());
    Found { kind, rule, agrees, computed: Computed::Number { value: computed, unit } }.over(&spans)
}
