//! One of two articles: its text, its report, and the words of each of its sentences.

use super::Place;
use super::words::{Reading, Vocabulary, Word, split};
use crate::document::{Document, ParagraphKind, Span as Bytes};
use crate::report::{Claim, Entity, MentionForm, Report, Slices, Span, TimeKind, Units};
use std::ops::Range;

/// A text that was analysed.
pub struct Side<'s> {
    /// Its text.
    pub text: &'s str,
    /// Its report.
    pub report: &'s Report,
    /// Its tokens.
    pub document: Document<'s>,
    /// All its words.
    pub words: Vec<Word>,
    /// The words of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// The claims that begin in each sentence.
    pub claims: Vec<Vec<usize>>,
    /// Its times, in text order.
    pub times: Vec<Place>,
    /// Its durations.
    pub durations: Vec<Place>,
    /// Its numbers.
    pub quantities: Vec<Place>,
    /// Its names, each mention.
    pub names: Vec<Place>,
    slices: Slices<'s>,
    units: Units<'s>,
}

impl<'s> Side<'s> {
    /// Reads the text once more: reports hold no words.
    pub fn new(text: &'s str, report: &'s Report, vocabulary: &mut Vocabulary) -> Side<'s> {
        let document = Document::read(text);
        let words = split(text, Bytes::new(0, text.len()), Reading::Article, vocabulary).words;
        let (slices, units) = (Slices::new(text), Units::new(text));
        let place = |span: Span, id: &String| Place { start: span.start, end: span.end, id: Some(id.clone()) };
        let of_kind = |is_duration: bool| {
            let times = report.times.iter().filter(move |time| (time.kind == TimeKind::Duration) == is_duration);
            times.map(|time| place(time.into(), &time.id)).collect::<Vec<_>>()
        };
        let (times, durations) = (of_kind(false), of_kind(true));
        let quantities = report.quantities.iter().map(|quantity| place(quantity.into(), &quantity.id)).collect();
        let named = report.entities.iter().flat_map(|entity| entity.mentions.iter().map(move |m| (entity, m)));
        let named = named.filter(|(_, mention)| mention.form == MentionForm::Name);
        let mut names: Vec<Place> = named.map(|(entity, mention)| place(mention.into(), &entity.id)).collect();
        names.sort_by_key(|place| place.start);
        let (sentences, claims) = (Vec::new(), vec![Vec::new(); report.sentences.len()]);
        let mut side = Side {
            text,
            report,
            document,
            words,
            sentences,
            claims,
            times,
            durations,
            quantities,
            names,
            slices,
            units,
        };
        side.sentences = report.sentences.iter().map(|&span| side.words_in(span)).collect();
        for (i, claim) in report.claims.iter().enumerate() {
            if let Some(sentence) = side.sentence_of(claim) {
                side.claims[sentence].push(i);
            }
        }
        side
    }

    /// The words that lie wholly in a span.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let Some(bytes) = self.slices.range(span) else { return 0..0 };
        let first = self.words.partition_point(|word| (word.span.start as usize) < bytes.start);
        let last = self.words.partition_point(|word| word.span.end as usize <= bytes.end);
        first..last.max(first)
    }

    /// From the first of some words to the last; where there are none, after the word before.
    pub fn span(&self, words: &Range<usize>) -> Span {
        if words.is_empty() {
            let before = words.start.checked_sub(1).map_or(0, |i| self.words[i].span.end);
            return self.units.span(Bytes { start: before, end: before });
        }
        self.units.span(self.words[words.start].span.cover(self.words[words.end - 1].span))
    }

    /// Bytes as code units.
    pub fn units(&self, bytes: Bytes) -> Span {
        self.units.span(bytes)
    }

    /// Numbers of some words.
    pub fn keys(&self, words: Range<usize>) -> Vec<u32> {
        self.words[words].iter().map(|word| word.key).collect()
    }

    /// The words of a claim's content.
    pub fn content(&self, claim: &Claim) -> Vec<u32> {
        claim.content.iter().flat_map(|&span| self.keys(self.words_in(span))).collect()
    }

    /// The sentence that holds a code unit.
    pub fn sentence_at(&self, unit: u32) -> Option<usize> {
        let after = self.report.sentences.partition_point(|span| span.start <= unit);
        after.checked_sub(1)
    }

    /// The sentence that a claim begins in.
    pub fn sentence_of(&self, claim: &Claim) -> Option<usize> {
        let first = claim.content.iter().chain(&claim.cue).map(|span| span.start).min()?;
        self.sentence_at(first)
    }

    /// Whether a sentence is of a headline.
    pub fn is_headline(&self, sentence: usize) -> bool {
        let paragraphs = &self.document.paragraphs;
        let after = paragraphs.partition_point(|paragraph| paragraph.sentences.start <= sentence);
        after.checked_sub(1).is_some_and(|i| paragraphs[i].kind == ParagraphKind::Headline)
    }

    /// The entity of an id.
    pub fn entity(&self, id: &str) -> Option<&'s Entity> {
        self.report.entity(id)
    }

    /// The words of a span.
    pub fn slice(&self, span: impl Into<Span>) -> &'s str {
        self.slices.get(span).unwrap_or("")
    }
}
