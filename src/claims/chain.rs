//! Which claim reports which: "Peskov said, RIA Novosti and TASS reported".

use super::draft::Draft;
use super::rule::Rule;
use super::tokens::Tokens;
use std::collections::BTreeMap;

/// Sets `via` to the innermost other claim whose content holds the cue and the content of a claim.
pub fn link(drafts: &mut [Draft], tokens: usize) {
    let holders = innermost(drafts, tokens);
    let adverbs = adverbs(drafts);
    for i in 0..drafts.len() {
        if drafts[i].via.is_none() {
            let by = reportedly(drafts, &adverbs, i).or_else(|| reporter(drafts, &holders, i));
            drafts[i].via = by.filter(|&j| !is_reported_by(drafts, j, i));
        }
    }
}

/// The claims of an adverb without source, by the token of the adverb.
fn adverbs(drafts: &[Draft]) -> BTreeMap<usize, usize> {
    let of = |(i, draft): (usize, &Draft)| {
        (draft.rule == Rule::AdverbWithoutSource).then_some(Some((draft.cue?.start, i))).flatten()
    };
    drafts.iter().enumerate().filter_map(of).collect()
}

/// "The driver reportedly said that …": the claim of the adverb in or before the cue, which says that somebody said it.
fn reportedly(drafts: &[Draft], adverbs: &BTreeMap<usize, usize>, i: usize) -> Option<usize> {
    let (cue, content) = (drafts[i].cue?, *drafts[i].content.first()?);
    let (_, &adverb) = adverbs.range(cue.start.saturating_sub(1)..cue.end).next()?;
    (adverb != i && drafts[adverb].content.iter().any(|run| run.contains(content.start))).then_some(adverb)
}

/// Whether claim `i` reports claim `j`, through others or itself: then `j` does not report `i`.
fn is_reported_by(drafts: &[Draft], j: usize, i: usize) -> bool {
    let chain = std::iter::successors(Some(j), |&at| drafts[at].via);
    chain.take(LONGEST_CHAIN).any(|at| at == i)
}

/// Nobody reports through more than these.
const LONGEST_CHAIN: usize = 200;

/// Where a claim lies: who reports lies outside of what he reports, and of two contents that begin together the
/// longer is outside.
fn place(drafts: &[Draft], i: usize) -> (usize, std::cmp::Reverse<usize>, usize) {
    let draft = &drafts[i];
    (draft.start(), std::cmp::Reverse(draft.content.iter().map(|c| c.end - c.start).sum()), i)
}

/// For each token the claims whose content holds it, innermost last; at most this many are kept.
const DEEPEST: usize = 6;

fn innermost(drafts: &[Draft], tokens: usize) -> Vec<Vec<u32>> {
    let mut spans: Vec<(Tokens, u32)> = drafts
        .iter()
        .enumerate()
        .filter(|(_, d)| d.holds_words)
        .flat_map(|(i, d)| d.content.iter().map(move |&c| (c, i as u32)))
        .collect();
    spans.sort_by_key(|(span, i)| (span.start, std::cmp::Reverse(span.end), *i));
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); tokens];
    for (span, i) in spans {
        for slot in &mut holders[span.iter()] {
            if slot.len() < DEEPEST {
                slot.push(i);
            }
        }
    }
    holders
}

fn reporter(drafts: &[Draft], holders: &[Vec<u32>], i: usize) -> Option<usize> {
    let draft = &drafts[i];
    let anchor = draft.cue.as_ref().map_or(draft.start(), |c| c.start);
    let is_reporter = |&j: &u32| {
        let other = &drafts[j as usize];
        j as usize != i
            && other.content != draft.content
            && (draft.content.is_empty() || place(drafts, j as usize) < place(drafts, i))
            && (draft.content.is_empty()
                || draft.content.iter().all(|c| other.holds(*c) || other.content.iter().any(|o| o.contains(c.start))))
    };
    holders.get(anchor)?.iter().rev().find(|j| is_reporter(j)).map(|&j| j as usize)
}
