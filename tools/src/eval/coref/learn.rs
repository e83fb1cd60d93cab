//! What the last sieve is learned from: each decision of GUM and GAP, the right chain against all others (Durrett and Klein 2013).

use super::gap::Example;
use super::gum::Article;
use super::resolved::{Resolved, matches, resolve_with};
use crate::boost::Decision;
use onrecord::document::{Document, Span};
use onrecord::entities::rank::{Candidate, Judge, Learned};
use onrecord::mentions::{self, Form, Mention};
use onrecord::tags::{self, Syntax};
use std::collections::{BTreeMap, BTreeSet};

/// Which decisions of a text are noted; all others are left to the weights.
pub enum Scope {
    /// All.
    All,
    /// About one pronoun; it may mean neither of the names that are labelled.
    Pronoun { span: Span, is_somebody_else: bool },
    /// About these sources, of each of which it is known whom it means.
    Sources(BTreeSet<Span>),
}

/// Notes the decisions of a text whose mentions are labelled, and answers rightly.
pub struct Oracle<'o> {
    pub labels: BTreeMap<(Span, Form), usize>,
    pub scope: Scope,
    pub weights: &'o [u8],
    pub decisions: &'o mut Vec<Decision>,
    pub weight: f64,
}

impl Oracle<'_> {
    fn notes(&self, mention: &Mention) -> bool {
        match &self.scope {
            Scope::All => true,
            Scope::Pronoun { span, .. } => *span == mention.span,
            Scope::Sources(spans) => spans.contains(&mention.span),
        }
    }
}

impl Judge for Oracle<'_> {
    fn choose(
        &mut self,
        mention: &Mention,
        candidates: &[Candidate],
        members: &dyn Fn(usize) -> Vec<Mention>,
    ) -> usize {
        if !self.notes(mention) {
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
        if !right.contains(&true) {
            match self.scope {
                Scope::Pronoun { is_somebody_else: true, .. } => {
                    let is_labelled =
                        |early| members(early).iter().any(|m| self.labels.contains_key(&(m.span, m.form)));
                    right = candidates.iter().map(|c| !c.mention.is_some_and(is_labelled)).collect();
                }
                Scope::Pronoun { .. } => return Learned(self.weights).choose(mention, candidates, members),
                Scope::All | Scope::Sources(_) => (),
            }
            if candidates[0].mention.is_none() {
                right[0] = true;
            }
        }
        let Some(choice) = right.iter().position(|&r| r) else {
            // Nobody in the list is right, and nobody is no choice.
            return Learned(self.weights).choose(mention, candidates, members);
        };
        let weight =
            self.weight * weight(mention.form, candidates[choice].mention.is_none(), candidates[0].mention.is_none());
        self.decisions.push(Decision {
            right,
            features: candidates.iter().map(|c| c.features.clone()).collect(),
            weight,
        });
        choice
    }
}

/// Descriptions are joined too rarely, "it" and "they" too often, if all errors weigh the same.
fn weight(form: Form, is_nobody: bool, may_be_nobody: bool) -> f64 {
    match (form, is_nobody) {
        (Form::Pronoun, true) if may_be_nobody => 1.5,
        (Form::Nominal, false) => 1.5,
        _ => 1.0,
    }
}

/// Edited writing is what the product reads.
const EDITED: f64 = 2.0;

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
    let weight = if super::GENRES.contains(&article.genre()) { EDITED } else { 1.0 };
    note(&document, &syntax, kept, labels, weight, decisions);
    let raw = mentions::find(&document, &syntax);
    let labels = matches(article, &document, &raw).into_iter().map(|g| g.map(|g| label[g])).collect();
    note(&document, &syntax, raw, labels, weight, decisions);
}

fn note(
    document: &Document,
    syntax: &Syntax,
    mentions: Vec<Mention>,
    labels: Vec<Option<usize>>,
    weight: f64,
    decisions: &mut Vec<Decision>,
) {
    let labels = mentions.iter().zip(labels).filter_map(|(m, l)| Some(((m.span, m.form), l?))).collect();
    let mut oracle = Oracle { labels, scope: Scope::All, weights: &[], decisions, weight };
    resolve_with(document, syntax, mentions, &mut oracle);
}

/// The decision about the pronoun of a GAP example, all else decided by `weights`.
pub fn decision_of_example(example: &Example, weights: &[u8], decisions: &mut Vec<Decision>) {
    let document = Document::read(&example.text);
    let syntax = tags::tag(&document);
    let mentions = mentions::find(&document, &syntax);
    let at = |span: Span, form: Form| mentions.iter().find(|m| m.form == form && m.span.overlaps(span));
    let Some(pronoun) = at(example.pronoun, Form::Pronoun) else { return };
    let mut labels = BTreeMap::from([((pronoun.span, pronoun.form), 0)]);
    for (i, &(span, truth)) in example.names.iter().enumerate() {
        if let Some(name) = at(span, Form::Name) {
            labels.insert((name.span, name.form), if truth { 0 } else { i + 1 });
        }
    }
    let scope = Scope::Pronoun { span: pronoun.span, is_somebody_else: !example.names.iter().any(|n| n.1) };
    let mut oracle = Oracle { labels, scope, weights, decisions, weight: EDITED };
    resolve_with(&document, &syntax, mentions, &mut oracle);
}

/// An article resolved with these weights from its raw text.
pub fn resolved_raw(document: &Document, weights: &[u8]) -> Resolved {
    let syntax = tags::tag(document);
    let mentions = mentions::find(document, &syntax);
    resolve_with(document, &syntax, mentions, &mut Learned(weights))
}
