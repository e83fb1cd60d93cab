//! What changed between two versions of an article.

use super::claims::Claims;
use super::joined::Joined;
use super::sentences::Aligned;
use super::side::Side;
use super::words::Vocabulary;
use super::{Change, Edit, Place, What, hedges, numbers};
use crate::report::{Claim, Span};
use imara_diff::{Algorithm, Diff, Token};
use std::ops::Range;

/// Two versions, and what belongs together in them.
pub struct Versions<'v> {
    /// The first.
    pub a: &'v Side<'v>,
    /// The second.
    pub b: &'v Side<'v>,
    /// What the words are called.
    pub vocabulary: &'v Vocabulary,
    /// Entities.
    pub joined: &'v Joined,
    /// Sentences.
    pub aligned: &'v Aligned,
    /// Claims.
    pub claims: &'v Claims,
}

/// Words of both versions that are not the same.
type Hunk = (Range<usize>, Range<usize>);

/// Things that begin before some words and reach into them: dates in durations, names in names.
const MOST_NESTED: usize = 4;

/// Words that became others, one of a kind that has a name.
type Item = (What, Place, Place);

/// All changes in the order of the second text.
pub fn changes(versions: &Versions) -> Vec<Change> {
    let mut finding = Finding { v: versions, found: Vec::new() };
    let (ours, theirs) = (&versions.a.claims, &versions.b.claims);
    for (i, j) in versions.aligned.to_b.iter().enumerate() {
        match j {
            Some(j) => finding.both(i, *j, &ours[i], &theirs[*j]),
            None => finding.only_a(i, &ours[i]),
        }
    }
    for (j, _) in versions.aligned.to_a.iter().enumerate().filter(|(_, i)| i.is_none()) {
        finding.only_b(j, &theirs[j]);
    }
    finding.in_order()
}

struct Finding<'f> {
    v: &'f Versions<'f>,
    /// Each with its place in the second text.
    found: Vec<(u32, What, Option<Place>, Option<Place>)>,
}

impl Finding<'_> {
    fn in_order(mut self) -> Vec<Change> {
        self.found.sort_by_key(|(at, what, a, b)| (*at, *what, start(a), start(b)));
        self.found.dedup_by(|x, y| (x.1, &x.2, &x.3) == (y.1, &y.2, &y.3));
        let numbered = self.found.into_iter().enumerate();
        numbered.map(|(n, (_, what, a, b))| Change { id: format!("d{}", n + 1), what, a, b }).collect()
    }

    fn push(&mut self, what: What, a: Place, b: Place) {
        self.found.push((b.start, what, Some(a), Some(b)));
    }

    /// A sentence that both have.
    fn both(&mut self, i: usize, j: usize, ours: &[usize], theirs: &[usize]) {
        let (a, b) = (self.v.a, self.v.b);
        let hunks = difference(a, a.sentences[i].clone(), b, b.sentences[j].clone());
        if a.is_headline(i) && b.is_headline(j) && !hunks.is_empty() {
            return self.push(What::Headline, place(a.report.sentences[i], None), place(b.report.sentences[j], None));
        }
        if self.v.aligned.moved[i] {
            self.moved(i, j, ours);
        }
        if !hunks.is_empty() {
            self.reworded(i, j, hunks, ours, theirs);
        }
    }

    fn moved(&mut self, i: usize, j: usize, ours: &[usize]) {
        let (a, b) = (self.v.a, self.v.b);
        let pairs = ours.iter().filter_map(|&x| Some((x, self.v.claims.to_b[x]?))).collect::<Vec<_>>();
        for &(x, y) in &pairs {
            let (claim, other) = (&a.report.claims[x], &b.report.claims[y]);
            self.push(What::ClaimMoved, claim_place(claim), claim_place(other));
        }
        if pairs.is_empty() {
            self.push(What::SentenceMoved, place(a.report.sentences[i], None), place(b.report.sentences[j], None));
        }
    }

    fn reworded(&mut self, i: usize, j: usize, hunks: Vec<Hunk>, ours: &[usize], theirs: &[usize]) {
        let before = self.found.len();
        let speakers = self.speakers(&hunks, ours);
        let mut rest = Vec::new();
        for hunk in hunks {
            let items = self.items(&hunk);
            let explained = self.is_in(&hunk, &speakers) || self.is_all_in(&hunk, &items);
            for (what, a, b) in items {
                if !(what == What::Name && self.is_in(&hunk, &speakers)) {
                    self.push(what, a, b);
                }
            }
            if !explained {
                rest.push(hunk);
            }
        }
        self.new_claims(&rest, ours, theirs);
        let is_sentence_reworded = self.rest(i, j, rest, ours, theirs);
        if is_sentence_reworded && self.found.len() == before {
            let (a, b) = (self.v.a.report.sentences[i], self.v.b.report.sentences[j]);
            self.push(What::SentenceReworded, place(a, None), place(b, None));
        }
    }

    /// Claims that somebody else says now; the spans of the sources.
    fn speakers(&mut self, hunks: &[Hunk], ours: &[usize]) -> Vec<(Span, Span)> {
        let mut changed = Vec::new();
        for &x in ours {
            let Some(y) = self.v.claims.to_b[x] else { continue };
            let (claim, other) = (&self.v.a.report.claims[x], &self.v.b.report.claims[y]);
            let (Some(from), Some(to)) = (claim.source, other.source) else { continue };
            let is_touched = hunks.iter().any(|hunk| self.is_in(hunk, &[(from, to)]));
            if is_touched && !self.is_same_speaker(claim, other) {
                let known = changed.contains(&(from, to));
                changed.push((from, to));
                if !known {
                    self.push(What::SpeakerChanged, place(from, Some(&claim.id)), place(to, Some(&other.id)));
                }
            }
        }
        changed
    }

    fn is_same_speaker(&self, claim: &Claim, other: &Claim) -> bool {
        let (a, b) = (self.v.a, self.v.b);
        let theirs: Vec<_> = other.speakers.iter().filter_map(|id| b.entity(id)).collect();
        let mut ours = claim.speakers.iter().filter_map(|id| a.entity(id));
        self.v.joined.have_same_speaker(a, claim, b, other)
            || ours.any(|x| theirs.iter().any(|y| is_respelt(&x.name, &y.name)))
    }

    /// Whether a hunk touches one of these pairs of spans.
    fn is_in(&self, (ra, rb): &Hunk, spans: &[(Span, Span)]) -> bool {
        let (a, b) = (self.v.a, self.v.b);
        let inside = |side: &Side, words: &Range<usize>, span: Span| {
            let all = side.words_in(span);
            if words.is_empty() { all.contains(&words.start) && all.start < words.start } else { touches(&all, words) }
        };
        spans.iter().any(|&(from, to)| {
            (ra.is_empty() || inside(a, ra, from))
                && (rb.is_empty() || inside(b, rb, to))
                && !(ra.is_empty() && rb.is_empty())
        })
    }

    /// Whether nothing of a hunk is left beside the items.
    fn is_all_in(&self, (ra, rb): &Hunk, items: &[Item]) -> bool {
        let left = |side: &Side, words: &Range<usize>, spans: Vec<Span>| {
            let held: Vec<Range<usize>> = spans.into_iter().map(|span| side.words_in(span)).collect();
            words.clone().filter(|word| !held.iter().any(|range| range.contains(word))).count()
        };
        let of = |first: bool| {
            let span = |item: &Item| if first { bare(&item.1) } else { bare(&item.2) };
            items.iter().map(span).collect::<Vec<_>>()
        };
        !items.is_empty() && left(self.v.a, ra, of(true)) == 0 && left(self.v.b, rb, of(false)) == 0
    }

    /// Times, numbers and names in a hunk that became others, in that order of belief.
    fn items(&self, hunk: &Hunk) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for (what, list) in ITEMS {
            let (ours, theirs) = (in_words(self.v.a, &hunk.0, list), in_words(self.v.b, &hunk.1, list));
            // "twenty" and "twenty-three": one side lies inside a number, and the other beside one.
            let beside = |side: &Side, words: &Range<usize>| in_words(side, &widened(side, words), list);
            let (ours, theirs) = match (ours.is_empty(), theirs.is_empty()) {
                (true, false) if is_inside(self.v.b, &hunk.1, &theirs) => (beside(self.v.a, &hunk.0), theirs),
                (false, true) if is_inside(self.v.a, &hunk.0, &ours) => (ours, beside(self.v.b, &hunk.1)),
                _ => (ours, theirs),
            };
            for (x, y) in ours.into_iter().zip(theirs) {
                let known = items.iter().any(|(_, a, b)| overlaps(a, &x) || overlaps(b, &y));
                if !known && self.differ(&x, &y) {
                    items.push((*what, x, y));
                }
            }
        }
        if items.is_empty() && self.is_all_numbers(hunk) {
            items.push((What::Number, place(self.v.a.span(&hunk.0), None), place(self.v.b.span(&hunk.1), None)));
        }
        items.iter_mut().filter(|item| item.0 == What::Time).for_each(|item| {
            if self.v.a.durations.contains(&item.1) && self.is_all_numbers(hunk) {
                item.0 = What::Number;
            }
        });
        items
    }

    /// Numbers on both sides, and nothing else.
    fn is_all_numbers(&self, hunk: &Hunk) -> bool {
        let is_number = |side: &Side, words: &Range<usize>| {
            let mut names = side.words[words.clone()].iter().map(|word| self.v.vocabulary.name(word.key));
            !words.is_empty() && names.all(numbers::is_number)
        };
        is_number(self.v.a, &hunk.0) && is_number(self.v.b, &hunk.1)
    }

    fn differ(&self, x: &Place, y: &Place) -> bool {
        let (a, b) = (self.v.a, self.v.b);
        a.keys(a.words_in(bare(x))) != b.keys(b.words_in(bare(y)))
    }

    /// Claims that only one version of a sentence has: where their verb or most of their words are new.
    fn new_claims(&mut self, rest: &[Hunk], ours: &[usize], theirs: &[usize]) {
        let (a, b) = (self.v.a, self.v.b);
        let gone: Vec<Range<usize>> = rest.iter().map(|hunk| hunk.0.clone()).collect();
        let came: Vec<Range<usize>> = rest.iter().map(|hunk| hunk.1.clone()).collect();
        for &x in ours.iter().filter(|x| self.v.claims.to_b[**x].is_none()) {
            if is_mostly_in(a, &a.report.claims[x], &gone) && !is_hearsay(&a.report.claims[x]) {
                let at = self.place_in_b(a.report.claims[x].content.first().map_or(0, |span| span.start));
                self.found.push((at, What::ClaimDropped, Some(claim_place(&a.report.claims[x])), None));
            }
        }
        for &y in theirs.iter().filter(|y| self.v.claims.to_a[**y].is_none()) {
            if is_mostly_in(b, &b.report.claims[y], &came) && !is_hearsay(&b.report.claims[y]) {
                let place = claim_place(&b.report.claims[y]);
                self.found.push((place.start, What::ClaimAdded, None, Some(place)));
            }
        }
    }

    /// What is neither a number nor a name: hedges and other words, of a claim; says whether there are some of the
    /// sentence too.
    fn rest(&mut self, i: usize, j: usize, rest: Vec<Hunk>, ours: &[usize], theirs: &[usize]) -> bool {
        let (a, b) = (self.v.a, self.v.b);
        let mut is_sentence_reworded = false;
        for hunk in rest {
            let claim = self.claim_of(&hunk, ours, theirs);
            let (from, to) = match claim {
                Some((x, y)) => (claim_place(&a.report.claims[x]), claim_place(&b.report.claims[y])),
                None => (place(a.report.sentences[i], None), place(b.report.sentences[j], None)),
            };
            let names = |side: &Side, words: &Range<usize>| {
                side.words[words.clone()].iter().map(|word| self.v.vocabulary.name(word.key)).collect::<Vec<_>>()
            };
            match (hedges::change(&names(a, &hunk.0), &names(b, &hunk.1)), claim) {
                (Some((what, says_more)), claim) => {
                    if says_more && claim.is_some() {
                        self.push(What::ClaimReworded, from.clone(), to.clone());
                    }
                    self.push(what, from, to);
                }
                (None, Some(_)) => self.push(What::ClaimReworded, from, to),
                (None, None) => is_sentence_reworded = true,
            }
        }
        is_sentence_reworded
    }

    /// The smallest claim whose content or verb a hunk stands in.
    fn claim_of(&self, (ra, rb): &Hunk, ours: &[usize], theirs: &[usize]) -> Option<(usize, usize)> {
        let (a, b) = (self.v.a, self.v.b);
        let in_b = theirs.iter().filter_map(|&y| Some((self.v.claims.to_a[y]?, y)));
        let in_a = ours.iter().filter_map(|&x| Some((x, self.v.claims.to_b[x]?)));
        let held = in_b.filter(|&(_, y)| holds(b, &b.report.claims[y], rb));
        let held = held.chain(in_a.filter(|&(x, _)| holds(a, &a.report.claims[x], ra)));
        held.min_by_key(|&(x, y)| (a.content(&a.report.claims[x]).len(), x, y))
    }

    fn only_a(&mut self, i: usize, ours: &[usize]) {
        let sentence = self.v.a.report.sentences[i];
        let at = self.place_in_b(sentence.start);
        if ours.is_empty() {
            self.found.push((at, What::SentenceDropped, Some(place(sentence, None)), None));
        }
        for x in outermost(self.v.a, ours) {
            if self.v.claims.to_b[x].is_none() {
                let place = claim_place(&self.v.a.report.claims[x]);
                self.found.push((at, What::ClaimDropped, Some(place), None));
            }
        }
    }

    fn only_b(&mut self, j: usize, theirs: &[usize]) {
        let sentence = self.v.b.report.sentences[j];
        if theirs.is_empty() {
            self.found.push((sentence.start, What::SentenceAdded, None, Some(place(sentence, None))));
        }
        for y in outermost(self.v.b, theirs) {
            if self.v.claims.to_a[y].is_none() {
                let place = claim_place(&self.v.b.report.claims[y]);
                self.found.push((place.start, What::ClaimAdded, None, Some(place)));
            }
        }
    }

    /// Where in the second text a place of the first would stand: after the last sentence before it that both have.
    fn place_in_b(&self, unit: u32) -> u32 {
        let first = self.v.a.sentence_at(unit).unwrap_or(0);
        let known = self.v.aligned.to_b[..first].iter().rev().find_map(|j| *j);
        known.map_or(0, |j| self.v.b.report.sentences[j].end)
    }
}

/// "Reportedly": the word alone makes the claim, and is a hedge.
fn is_hearsay(claim: &Claim) -> bool {
    claim.lemma.as_deref().is_some_and(hedges::is_hedge)
}

fn start(place: &Option<Place>) -> u32 {
    place.as_ref().map_or(0, |place| place.start)
}

fn place(span: Span, id: Option<&String>) -> Place {
    Place { start: span.start, end: span.end, id: id.cloned() }
}

fn bare(place: &Place) -> Span {
    Span { start: place.start, end: place.end }
}

fn overlaps(x: &Place, y: &Place) -> bool {
    x.start < y.end && y.start < x.end
}

fn touches(x: &Range<usize>, y: &Range<usize>) -> bool {
    x.start < y.end && y.start < x.end
}

/// From the first to the last word of a claim's content.
fn claim_place(claim: &Claim) -> Place {
    let spans = claim.content.iter().chain(&claim.cue);
    let spans: Vec<&Span> = if claim.content.is_empty() { spans.collect() } else { claim.content.iter().collect() };
    let start = spans.iter().map(|span| span.start).min().unwrap_or(0);
    let end = spans.iter().map(|span| span.end).max().unwrap_or(start);
    Place { start, end, id: Some(claim.id.clone()) }
}

/// Claims of a sentence whose content no other of it holds.
fn outermost(side: &Side, claims: &[usize]) -> Vec<usize> {
    let places: Vec<Place> = claims.iter().map(|&x| claim_place(&side.report.claims[x])).collect();
    let is_held = |n: usize| {
        let inner = &places[n];
        places.iter().enumerate().any(|(m, outer)| {
            let is_same = (inner.start, inner.end) == (outer.start, outer.end);
            m != n && outer.start <= inner.start && inner.end <= outer.end && (!is_same || m < n)
        })
    };
    (0..claims.len()).filter(|&n| !is_held(n)).map(|n| claims[n]).collect()
}

/// Whether a claim's content or verb holds words, or the place where words are missing.
fn holds(side: &Side, claim: &Claim, words: &Range<usize>) -> bool {
    let ranges = claim.content.iter().chain(&claim.cue).map(|&span| side.words_in(span));
    let mut ranges = ranges.filter(|range| !range.is_empty());
    if words.is_empty() {
        return ranges.any(|range| range.start < words.start && words.start < range.end);
    }
    ranges.any(|range| touches(&range, words))
}

/// Whether a claim's verb, or most of its content, lies in the words that are in one version only.
fn is_mostly_in(side: &Side, claim: &Claim, words: &[Range<usize>]) -> bool {
    let is_new = |word: usize| words.iter().any(|range| range.contains(&word));
    let content: Vec<usize> = claim.content.iter().flat_map(|&span| side.words_in(span)).collect();
    let new = content.iter().filter(|&&word| is_new(word)).count();
    claim.cue.is_some_and(|cue| side.words_in(cue).any(is_new)) || new * 2 > content.len()
}

/// What has a name of its own in a report.
type Listed = for<'s> fn(&'s Side) -> &'s [Place];

/// Where such things are listed, in the order of belief.
const ITEMS: &[(What, Listed)] = &[
    (What::Time, |side| &side.times),
    (What::Time, |side| &side.durations),
    (What::Number, |side| &side.quantities),
    (What::Name, |side| &side.names),
];

/// One word more on either side.
fn widened(side: &Side, words: &Range<usize>) -> Range<usize> {
    words.start.saturating_sub(1)..side.words.len().min(words.end + 1)
}

/// Whether one of these goes on beyond the words.
fn is_inside(side: &Side, words: &Range<usize>, places: &[Place]) -> bool {
    let around = side.span(words);
    places.iter().any(|place| place.start < around.start || around.end < place.end)
}

/// What of these touches the words, in text order.
fn in_words(side: &Side, words: &Range<usize>, list: &Listed) -> Vec<Place> {
    if words.is_empty() {
        return Vec::new();
    }
    let (around, all) = (side.span(words), list(side));
    let last = all.partition_point(|place| place.start < around.end);
    let nearest = &all[last.saturating_sub(words.len() + MOST_NESTED)..last];
    nearest.iter().filter(|place| around.start < place.end).cloned().collect()
}

/// "Quil" and "Quill": the same name but for two letters at most, or with the same last word.
fn is_respelt(a: &str, b: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().unwrap_or("").to_lowercase();
    last(a) == last(b) || a.len() > 4 && b.len() > 4 && distance(a, b) <= 2
}

/// Letters to put in, leave out or change. Names are short.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(60).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(60).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// Where two runs of words differ.
fn difference(a: &Side, ra: Range<usize>, b: &Side, rb: Range<usize>) -> Vec<Hunk> {
    let tokens =
        |side: &Side, words: &Range<usize>| side.words[words.clone()].iter().map(|w| Token(w.key)).collect::<Vec<_>>();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::MyersMinimal, &tokens(a, &ra), &tokens(b, &rb), 0);
    let at = |range: &Range<u32>, from: usize| from + range.start as usize..from + range.end as usize;
    diff.hunks().map(|hunk| (at(&hunk.before, ra.start), at(&hunk.after, rb.start))).collect()
}

/// The difference of both texts in tokens as they are written: what lies between two edits is the same but for white space.
pub fn edits(a: &Side, b: &Side) -> Vec<Edit> {
    let mut known: super::words::Map<&str, u32> = super::words::Map::default();
    let mut tokens: Vec<Vec<Token>> = Vec::new();
    for side in [a, b] {
        let document = &side.document;
        let number = |token: &crate::document::Token| {
            let next = known.len() as u32;
            Token(*known.entry(&side.text[token.span.range()]).or_insert(next))
        };
        tokens.push(document.tokens.iter().map(number).collect());
    }
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &tokens[0], &tokens[1], known.len() as u32);
    let span = |side: &Side, range: &Range<u32>| {
        let tokens = &side.document.tokens;
        let (first, last) = (range.start as usize, range.end as usize);
        if first < last {
            return side.units(tokens[first].span.cover(tokens[last - 1].span));
        }
        let at = first.checked_sub(1).map_or(0, |i| tokens[i].span.end);
        side.units(crate::document::Span { start: at, end: at })
    };
    diff.hunks().map(|hunk| Edit { a: span(a, &hunk.before), b: span(b, &hunk.after) }).collect()
}
