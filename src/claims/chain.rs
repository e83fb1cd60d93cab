//! Which claim reports which: "Peskov said, RIA Novosti and TASS reported".

use super::draft::Draft;
use super::tokens::Tokens;

/// Sets `via` to the innermost other claim whose content holds the cue and the content of a claim.
pub fn link(drafts: &mut [Draft], tokens: usize) {
    let holders = innermost(drafts, tokens);
    for i in 0..drafts.len() {
        if drafts[i].via.is_none() {
            drafts[i].via = reporter(drafts, &holders, i);
        }
    }
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
            && (draft.content.is_empty()
                || draft.content.iter().all(|c| other.holds(*c) || other.content.iter().any(|o| o.contains(c.start))))
    };
    holders.get(anchor)?.iter().rev().find(|j| is_reporter(j)).map(|&j| j as usize)
}
