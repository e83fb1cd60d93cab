//! Which words of a quotation are which words of the source: runs from the anchors, the best chain of runs, and a
//! difference in words between them.

use super::index::Index;
use super::words::Word;
use imara_diff::{Algorithm, Diff, Token};
use std::ops::Range;

/// Word `0` of the quotation is word `1` of the source.
pub type Match = (usize, usize);

/// Runs that are chained: more are only met in a quotation of several pages, or a hostile one.
const MOST_RUNS: usize = 128;
/// Words that are read to make runs of the anchors, for each word of the quotation.
const STEPS_PER_WORD: usize = 64;
/// Words between two runs that are still compared one by one.
const LONGEST_GAP: usize = 200;
/// Words of the source between two runs that may have been cut; a passage that is farther away is another.
pub const LONGEST_CUT: usize = 60;

/// What a word that agrees is worth.
const AGREES: i64 = 10;
/// A word of the quotation that the source has not.
const MISSING: i64 = 5;
/// A word of the source that was passed over close by.
const PASSED_OVER: i64 = 3;
/// Words of the source cut out, and where an ellipsis says so.
const CUT: [i64; 2] = [22, 8];
/// From one passage to another, and where an ellipsis says so.
const JUMP: [i64; 2] = [48, 22];

/// What is known about a quotation beside its words.
pub struct Hints<'h> {
    /// The words before which an ellipsis stands, in order.
    pub ellipses: &'h [usize],
    /// Whether a place of the source is to be preferred to one that is as good.
    pub prefers: &'h dyn Fn(usize) -> bool,
}

/// Words that agree on end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    quoted: usize,
    source: usize,
    length: usize,
}

impl Run {
    fn without_first(self, words: usize) -> Run {
        Run { quoted: self.quoted + words, source: self.source + words, length: self.length - words }
    }
}

/// The words that agree, in the order of the quotation; empty if the source has hardly one.
pub fn align(quotation: &[Word], source: &[Word], index: &Index, hints: &Hints) -> Vec<Match> {
    let runs = runs(quotation, source, index);
    let chain = chain(&runs, quotation.len(), hints);
    let mut matches: Vec<Match> = Vec::new();
    for (at, run) in chain.iter().enumerate() {
        match at.checked_sub(1).map(|before| chain[before]) {
            None => before_first(quotation, source, *run, &mut matches),
            Some(before) => between(quotation, source, before, *run, &mut matches),
        }
        matches.extend((0..run.length).map(|i| (run.quoted + i, run.source + i)));
    }
    if let Some(&last) = chain.last() {
        after_last(quotation, source, last, &mut matches);
    }
    matches
}

/// The runs that hold an anchor, in the order of the quotation; of too many the longest.
fn runs(quotation: &[Word], source: &[Word], index: &Index) -> Vec<Run> {
    let mut anchors: Vec<(usize, usize)> = Vec::new();
    for at in 0..quotation.len() {
        anchors.extend(index.rare(quotation, at).iter().map(|&place| (place as usize, at)));
    }
    if anchors.is_empty() {
        anchors.extend(index.first(quotation, 0).iter().map(|&place| (place as usize, 0)));
    }
    // Anchors on one diagonal are of one run, if nothing parts them.
    anchors.sort_by_key(|&(place, at)| (place + quotation.len() - at, at));
    let mut steps = quotation.len() * STEPS_PER_WORD;
    let mut runs: Vec<Run> = Vec::new();
    for (place, at) in anchors {
        let is_known =
            runs.last().is_some_and(|run| run.source + at == place + run.quoted && at < run.quoted + run.length);
        if !is_known && steps > 0 {
            let run = extended(quotation, source, at, place);
            steps = steps.saturating_sub(run.length);
            runs.push(run);
        }
    }
    runs.sort_by_key(|run| (std::cmp::Reverse(run.length), run.quoted, run.source));
    runs.truncate(MOST_RUNS);
    runs.sort_by_key(|run| (run.quoted, run.source));
    runs
}

fn extended(quotation: &[Word], source: &[Word], at: usize, place: usize) -> Run {
    let same = |(a, b): &(&Word, &Word)| a.key == b.key;
    let before = quotation[..at].iter().rev().zip(source[..place].iter().rev()).take_while(same).count();
    let after = quotation[at..].iter().zip(&source[place..]).take_while(same).count();
    Run { quoted: at - before, source: place - before, length: before + after }
}

/// The chain of runs that explains most of the quotation; of equal ones the first in the source.
fn chain(runs: &[Run], words: usize, hints: &Hints) -> Vec<Run> {
    // For each run: the best sum up to its end, the run before, and how many of its first words that one has already.
    let mut best: Vec<(i64, Option<usize>, usize)> = Vec::with_capacity(runs.len());
    for (i, &run) in runs.iter().enumerate() {
        let alone = (run.length as i64) * AGREES - (run.quoted as i64) * MISSING;
        let mut entry = (alone, None, 0);
        for (j, &before) in runs[..i].iter().enumerate() {
            let Some((cost, overlap)) = step(before, run, hints.ellipses) else { continue };
            let sum = best[j].0 - cost + (run.length - overlap) as i64 * AGREES;
            if sum > entry.0 {
                entry = (sum, Some(j), overlap);
            }
        }
        best.push(entry);
    }
    let worth = |i: usize| best[i].0 - (words - runs[i].quoted - runs[i].length) as i64 * MISSING;
    let prefers = |i: usize| (hints.prefers)(runs[i].source);
    let mut at = (0..runs.len()).max_by(|&i, &j| {
        let preferred = || prefers(i).cmp(&prefers(j));
        worth(i).cmp(&worth(j)).then_with(preferred).then_with(|| runs[j].source.cmp(&runs[i].source))
    });
    let mut chain = Vec::new();
    while let Some(i) = at {
        chain.push(runs[i].without_first(best[i].2));
        at = best[i].1;
    }
    chain.reverse();
    chain
}

/// What it costs to go from one run to the next, and how many words of the next the one before has too.
fn step(before: Run, next: Run, ellipses: &[usize]) -> Option<(i64, usize)> {
    let end = before.quoted + before.length;
    let overlap = end.saturating_sub(next.quoted);
    if overlap >= next.length || next.quoted < before.quoted {
        return None;
    }
    let next = next.without_first(overlap);
    let first = ellipses.partition_point(|&before| before < end);
    let marked = usize::from(ellipses.get(first).is_some_and(|&before| before <= next.quoted));
    let missing = (next.quoted - end) as i64;
    let passed = next.source as i64 - (before.source + before.length) as i64;
    let way = match passed {
        0.. if passed <= missing + 4 => PASSED_OVER * (passed - missing).abs(),
        0.. if passed <= LONGEST_CUT as i64 => CUT[marked] + passed / 8,
        _ => JUMP[marked],
    };
    Some((missing * MISSING + way, overlap))
}

fn before_first(quotation: &[Word], source: &[Word], run: Run, matches: &mut Vec<Match>) {
    let from = run.source.saturating_sub(run.quoted.min(LONGEST_GAP) + 3);
    let first = run.quoted.saturating_sub(LONGEST_GAP);
    same_words(quotation, source, first..run.quoted, from..run.source, matches);
}

fn after_last(quotation: &[Word], source: &[Word], run: Run, matches: &mut Vec<Match>) {
    let (end, place) = (run.quoted + run.length, run.source + run.length);
    let left = (quotation.len() - end).min(LONGEST_GAP);
    let until = source.len().min(place + left + 3);
    same_words(quotation, source, end..end + left, place..until, matches);
}

fn between(quotation: &[Word], source: &[Word], before: Run, next: Run, matches: &mut Vec<Match>) {
    let quoted = before.quoted + before.length..next.quoted;
    let place = before.source + before.length;
    if place <= next.source && next.source - place <= LONGEST_GAP && quoted.len() <= LONGEST_GAP {
        same_words(quotation, source, quoted, place..next.source, matches);
    }
}

/// The words that agree in two short stretches, by their difference.
fn same_words(quotation: &[Word], source: &[Word], a: Range<usize>, b: Range<usize>, matches: &mut Vec<Match>) {
    if a.is_empty() || b.is_empty() {
        return;
    }
    let tokens = |words: &[Word]| words.iter().map(|word| Token(word.key)).collect::<Vec<_>>();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::MyersMinimal, &tokens(&quotation[a.clone()]), &tokens(&source[b.clone()]), 0);
    let kept = a.clone().filter(|&i| !diff.is_removed((i - a.start) as u32));
    let there = b.clone().filter(|&i| !diff.is_added((i - b.start) as u32));
    matches.extend(kept.zip(there));
}
