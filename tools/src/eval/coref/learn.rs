//! Learns the weights of the last sieve from GUM and GAP: for each decision the right chain against all others.
//!
//! Log-loss over the candidates (Durrett and Klein 2013), AdaGrad, then rounded to signed bytes.

use super::gap::Example;
use super::gum::Article;
use super::{Resolved, resolve_with};
use onrecord::document::{Document, Span};
use onrecord::entities::rank::{BITS, Candidate, Judge, Learned};
use onrecord::mentions::{self, Form, Mention};
use onrecord::tags::{self, Syntax};
use std::collections::BTreeMap;

const EPOCHS: usize = 12;
const RATE: f64 = 0.12;
const SHRINK: f64 = 2e-5;
/// Signed bytes hold a weight times this.
const SCALE: f64 = 16.0;

/// One decision: the buckets of each candidate, and which are right.
pub struct Decision {
    features: Vec<Vec<u32>>,
    right: Vec<bool>,
    weight: f64,
}

/// Notes the decisions of a text whose mentions are labelled, and answers rightly.
struct Oracle<'o> {
    labels: BTreeMap<(Span, Form), usize>,
    /// Only decisions about this mention are noted; all others are left to the weights.
    only: Option<Span>,
    weights: &'o [u8],
    decisions: &'o mut Vec<Decision>,
    weight: f64,
}

impl Judge for Oracle<'_> {
    fn choose(
        &mut self,
        mention: &Mention,
        candidates: &[Candidate],
        members: &dyn Fn(usize) -> Vec<Mention>,
    ) -> usize {
        if self.only.is_some_and(|only| only != mention.span) {
            return Learned(self.weights).choose(mention, candidates, members);
        }
        let label = self.labels.get(&(mention.span, mention.form)).copied();
        let is_right = |c: &Candidate| {
            let (Some(label), Some(early)) = (label, c.mention) else { return false };
            let known: Vec<usize> =
                members(early).iter().filter_map(|m| self.labels.get(&(m.span, m.form)).copied()).collect();
            2 * known.iter().filter(|&&l| l == label).count() > known.len()
        };
        let mut right: Vec<bool> = candidates.iter().map(is_right).collect();
        let choice = right.iter().position(|&r| r);
        if choice.is_none() {
            if self.only.is_some() {
                return Learned(self.weights).choose(mention, candidates, members);
            }
            if candidates[0].mention.is_some() {
                // Nobody in the list is right, and nobody is no choice.
                return Learned(self.weights).choose(mention, candidates, members);
            }
            right[0] = true;
        }
        self.decisions.push(Decision {
            features: candidates.iter().map(|c| c.features.clone()).collect(),
            right,
            weight: self.weight,
        });
        choice.unwrap_or(0)
    }
}

/// The decisions of one article: with its marked mentions, and with those found in the raw text.
pub fn decisions_of_article(article: &Article, decisions: &mut Vec<Decision>) {
    let document = Document::read(&article.text);
    let syntax = tags::tag(&document);
    let mut clusters: BTreeMap<&str, usize> = BTreeMap::new();
    let label: Vec<usize> = article
        .mentions
        .iter()
        .map(|g| {
            let next = clusters.len();
            *clusters.entry(&g.cluster).or_insert(next)
        })
        .collect();
    let found = article.as_found(&document);
    let (kept, labels): (Vec<Mention>, Vec<Option<usize>>) =
        found.into_iter().zip(&label).filter_map(|(m, &l)| Some((m?, Some(l)))).unzip();
    note(&document, &syntax, kept, labels, decisions);
    let raw = mentions::find(&document, &syntax);
    let labels = super::matches(article, &document, &raw).into_iter().map(|g| g.map(|g| label[g])).collect();
    note(&document, &syntax, raw, labels, decisions);
}

fn note(
    document: &Document,
    syntax: &Syntax,
    mentions: Vec<Mention>,
    labels: Vec<Option<usize>>,
    decisions: &mut Vec<Decision>,
) {
    let labels = mentions.iter().zip(labels).filter_map(|(m, l)| Some(((m.span, m.form), l?))).collect();
    let mut oracle = Oracle { labels, only: None, weights: &vec![0; 1 << BITS], decisions, weight: 1.0 };
    resolve_with(document, syntax, mentions, &mut oracle);
}

/// The decision about the pronoun of a GAP example, all else decided by `weights`.
pub fn decision_of_example(example: &Example, weights: &[u8], decisions: &mut Vec<Decision>) {
    let document = Document::read(&example.text);
    let syntax = tags::tag(&document);
    let mentions = mentions::find(&document, &syntax);
    let at = |span: Span, form: Form| mentions.iter().find(|m| m.form == form && m.span.overlaps(span));
    let Some(pronoun) = at(example.pronoun, Form::Pronoun) else { return };
    let only = Some(pronoun.span);
    let mut labels = BTreeMap::from([((pronoun.span, pronoun.form), 0)]);
    for (i, &(span, truth)) in example.names.iter().enumerate() {
        if let Some(name) = at(span, Form::Name) {
            labels.insert((name.span, name.form), if truth { 0 } else { i + 1 });
        }
    }
    if !example.names.iter().any(|n| n.1) {
        return;
    }
    let mut oracle = Oracle { labels, only, weights, decisions, weight: 1.0 };
    resolve_with(&document, &syntax, mentions, &mut oracle);
}

/// Weights from decisions, as signed bytes.
pub fn learn(decisions: &[&Decision]) -> Vec<u8> {
    let mut weights = vec![0.0f64; 1 << BITS];
    let mut sums = vec![1e-6f64; 1 << BITS];
    let mut order: Vec<usize> = (0..decisions.len()).collect();
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            order.swap(i, (seed % (i as u64 + 1)) as usize);
        }
        for &i in &order {
            step(decisions[i], &mut weights, &mut sums);
        }
    }
    weights.iter().map(|w| (w * SCALE).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

fn step(decision: &Decision, weights: &mut [f64], sums: &mut [f64]) {
    let scores: Vec<f64> =
        decision.features.iter().map(|f| f.iter().map(|&b| weights[b as usize]).sum::<f64>()).collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let all: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let sum: f64 = all.iter().sum();
    let sum_right: f64 = all.iter().zip(&decision.right).filter(|(_, r)| **r).map(|(e, _)| e).sum();
    let mut gradient: BTreeMap<u32, f64> = BTreeMap::new();
    for (i, features) in decision.features.iter().enumerate() {
        let wanted = if decision.right[i] { all[i] / sum_right.max(1e-300) } else { 0.0 };
        let slope = decision.weight * (all[i] / sum - wanted);
        for &b in features {
            *gradient.entry(b).or_default() += slope;
        }
    }
    for (b, slope) in gradient {
        let b = b as usize;
        let slope = slope + SHRINK * weights[b];
        sums[b] += slope * slope;
        weights[b] -= RATE * slope / sums[b].sqrt();
    }
}

/// An article resolved with these weights from its raw text.
pub fn resolved_raw(document: &Document, weights: &[u8]) -> Resolved {
    let syntax = tags::tag(document);
    let mentions = mentions::find(document, &syntax);
    resolve_with(document, &syntax, mentions, &mut Learned(weights))
}
