//! Claims: in order, each with content, from somebody that the report knows, in a chain that ends.

use super::Breaks;
use crate::report::ids::{cycle, index};
use crate::report::{Claim, Report, Span, Stance};

pub fn check(report: &Report, breaks: &mut Breaks) {
    breaks.must_count('c', report.claims.iter().map(|c| &c.id));
    report.claims.iter().for_each(|c| alone(c, breaks));
    report.claims.iter().for_each(|c| references(report, c, breaks));
    in_order(report, breaks);
    chain(report, breaks);
    left_over(report, breaks);
}

fn alone(c: &Claim, breaks: &mut Breaks) {
    let id = &c.id;
    breaks.must(!c.content.is_empty() || c.stance == Stance::Declines, || format!("{id}: no content"));
    breaks.must_follow(&format!("content of {id}"), &c.content);
    breaks.must(c.cue.is_some() == c.lemma.is_some(), || format!("{id}: cue and lemma {:?}", c.lemma));
    breaks.must(c.lemma.as_ref().is_none_or(|l| !l.is_empty()), || format!("{id}: an empty lemma"));
    breaks.must(!c.rule.is_empty(), || format!("{id}: no rule"));
}

fn references(report: &Report, c: &Claim, breaks: &mut Breaks) {
    let id = &c.id;
    for speaker in &c.speakers {
        let is_known = index('e', speaker, report.entities.len()).is_some();
        breaks.must(is_known, || format!("{id}: there is no speaker {speaker}"));
    }
    let mut once = c.speakers.clone();
    once.sort();
    once.dedup();
    breaks.must(once.len() == c.speakers.len(), || format!("{id}: {:?} speak twice", c.speakers));
    let is_time = |said: &String| index('t', said, report.times.len()).is_some();
    breaks.must(c.said.as_ref().is_none_or(is_time), || format!("{id}: said {:?}", c.said));
    let is_claim = |via: &String| index('c', via, report.claims.len()).is_some();
    breaks.must(c.via.as_ref().is_none_or(is_claim), || format!("{id}: via {:?}", c.via));
}

/// By start of content, and of two in one piece the longer first; a claim without content stands anywhere.
fn in_order(report: &Report, breaks: &mut Breaks) {
    let placed: Vec<&Claim> = report.claims.iter().filter(|c| !c.content.is_empty()).collect();
    for pair in placed.windows(2) {
        let (a, b) = (&pair[0].content, &pair[1].content);
        let is_split = a.len() > 1 || b.len() > 1;
        let follows = a[0].start < b[0].start || a[0].start == b[0].start && (is_split || a[0].end >= b[0].end);
        breaks.must(follows, || format!("{} belongs after {}", pair[0].id, pair[1].id));
    }
}

/// Who reports a report is not reported by it.
fn chain(report: &Report, breaks: &mut Breaks) {
    let via = |i: usize| index('c', report.claims[i].via.as_ref()?, report.claims.len());
    if let Some(i) = cycle(report.claims.len(), via) {
        breaks.found.push(format!("{}: its via is a cycle", report.claims[i].id));
    }
}

/// What nobody is said to have said is in no content.
fn left_over(report: &Report, breaks: &mut Breaks) {
    let mut contents: Vec<Span> = report.claims.iter().flat_map(|c| c.content.iter().copied()).collect();
    contents.sort_by_key(|s| s.start);
    let (mut next, mut reach) = (0, 0);
    for bare in &report.unattributed {
        while next < contents.len() && contents[next].start < bare.end {
            reach = reach.max(contents[next].end);
            next += 1;
        }
        breaks.must(reach <= bare.start, || format!("unattributed: {bare:?} is in the content of a claim"));
    }
}
