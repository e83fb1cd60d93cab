//! Parts of speech and syntax against the treebanks: gold tokens, and raw text aligned by its characters.

use super::Row;
use crate::conllu::{Sentence, base, treebank};
use onrecord::document::Document;
use onrecord::tags::net::Work;
use onrecord::tags::{self, Model, Word};

const SETS: [&str; 2] = ["ewt.dev", "gum.dev"];

/// UPOS, UAS and LAS on all development sets.
pub fn measure() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for set in SETS {
        let sentences = treebank(set)?;
        let row = |measure: &str, value: f64, note| Row { set, measure: measure.into(), value, note };
        let gold = gold_tokens(Model::committed(), &sentences);
        rows.push(row("UPOS", gold.percent(gold.pos), "gold tokens"));
        rows.push(row("tag with form", gold.percent(gold.form), "gold tokens"));
        rows.push(row("UAS", gold.percent(gold.heads), "gold tokens, own tags"));
        rows.push(row("LAS", gold.percent(gold.labels), "gold tokens, own tags, base labels"));
        let raw = raw_text(&sentences);
        rows.push(row("words raw", raw.f1(raw.words), "F1, from raw text"));
        rows.push(row("sentences raw", raw.sentences, "F1, from raw text"));
        rows.push(row("UPOS raw", raw.f1(raw.pos), "F1, from raw text"));
        rows.push(row("UAS raw", raw.f1(raw.heads), "F1, from raw text"));
        rows.push(row("LAS raw", raw.f1(raw.labels), "F1, from raw text, base labels"));
    }
    Ok(rows)
}

/// What was counted.
#[derive(Default)]
struct Counts {
    gold: usize,
    own: usize,
    words: usize,
    pos: usize,
    form: usize,
    heads: usize,
    labels: usize,
    sentences: f64,
}

impl Counts {
    fn percent(&self, right: usize) -> f64 {
        100.0 * right as f64 / self.gold as f64
    }

    fn f1(&self, right: usize) -> f64 {
        200.0 * right as f64 / (self.gold + self.own) as f64
    }
}

/// What the model says of a treebank's sentence.
pub fn analyze(model: &Model, sentence: &Sentence, work: &mut Work) -> Vec<Word> {
    let lexes = sentence.lexes(&model.vocabulary);
    let mut found = Vec::new();
    model.analyze(&lexes, work, &mut found);
    found
}

fn gold_tokens(model: &Model, sentences: &[Sentence]) -> Counts {
    let mut counts = Counts::default();
    let mut work = Work::default();
    for sentence in sentences {
        for (gold, own) in sentence.words.iter().zip(analyze(model, sentence, &mut work)) {
            counts.gold += 1;
            counts.pos += usize::from(gold.pos == own.pos);
            counts.form += usize::from(gold.pos == own.pos && gold.form == own.form);
            counts.heads += usize::from(gold.head == own.head);
            counts.labels += usize::from(gold.head == own.head && base(gold.relation) == base(own.relation));
        }
    }
    counts
}

/// Texts of whole documents as they were printed, and where each word begins and ends among the letters (white space left out).
struct Printed {
    text: String,
    words: Vec<(usize, usize)>,
}

fn print(sentences: &[Sentence]) -> Printed {
    let mut printed = Printed { text: String::new(), words: Vec::new() };
    let mut at = 0;
    for (n, sentence) in sentences.iter().enumerate() {
        if sentence.opens_paragraph && n > 0 {
            printed.text.push_str("\n\n");
        }
        for word in &sentence.words {
            let letters = word.text.chars().filter(|c| !c.is_whitespace()).count();
            printed.words.push((at, at + letters));
            at += letters;
            printed.text.push_str(&word.text);
            if word.spaced_after {
                printed.text.push(' ');
            }
        }
    }
    printed
}

fn raw_text(sentences: &[Sentence]) -> Counts {
    let mut counts = Counts::default();
    let (mut same_sentences, mut own_sentences, mut gold_sentences) = (0, 0, 0);
    let mut first = 0;
    while first < sentences.len() {
        let end = (first + 1..sentences.len()).find(|&i| sentences[i].opens_document).unwrap_or(sentences.len());
        let part = &sentences[first..end];
        first = end;
        let printed = print(part);
        let document = Document::read(&printed.text);
        let syntax = tags::tag(&document);
        let own = letters_of(&document);
        let gold: Vec<(&crate::conllu::Word, usize)> = {
            let mut start = 0;
            let mut all = Vec::new();
            for sentence in part {
                all.extend(sentence.words.iter().map(|w| (w, start + w.head)));
                start += sentence.words.len();
            }
            all
        };
        counts.gold += gold.len();
        counts.own += own.len();
        for (i, span) in own.iter().enumerate() {
            let Ok(j) = printed.words.binary_search(span) else { continue };
            let (word, head) = (gold[j].0, gold[j].1);
            let found = &syntax.words[i];
            counts.words += 1;
            counts.pos += usize::from(word.pos == found.pos);
            let is_root = (found.head == i, head == j);
            let same_head =
                is_root == (true, true) || is_root == (false, false) && own[found.head] == printed.words[head];
            counts.heads += usize::from(same_head);
            counts.labels += usize::from(same_head && base(word.relation) == base(found.relation));
        }
        let own_spans: Vec<(usize, usize)> =
            document.sentences.iter().map(|s| (own[s.tokens.start].0, own[s.tokens.end - 1].1)).collect();
        let mut start = 0;
        for sentence in part {
            let span = (printed.words[start].0, printed.words[start + sentence.words.len() - 1].1);
            same_sentences += usize::from(own_spans.binary_search(&span).is_ok());
            start += sentence.words.len();
        }
        own_sentences += own_spans.len();
        gold_sentences += part.len();
    }
    counts.sentences = 200.0 * same_sentences as f64 / (own_sentences + gold_sentences) as f64;
    counts
}

/// Prints where our tokens differ from those of a treebank: how often, theirs, ours.
pub fn differences(set: &str) -> Result<(), String> {
    let mut counts = std::collections::BTreeMap::new();
    for sentence in treebank(set)? {
        let printed = print(std::slice::from_ref(&sentence));
        let document = Document::read(&printed.text);
        let own = letters_of(&document);
        let (mut i, mut j) = (0, 0);
        while i < own.len() && j < printed.words.len() {
            if own[i] == printed.words[j] {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            // Up to the next place where both end a word.
            let (first_own, first_gold) = (i, j);
            let (mut a, mut b) = (own[i].1, printed.words[j].1);
            (i, j) = (i + 1, j + 1);
            while a != b && i < own.len() && j < printed.words.len() {
                if a < b {
                    a = own[i].1;
                    i += 1;
                } else {
                    b = printed.words[j].1;
                    j += 1;
                }
            }
            let theirs: Vec<&str> = sentence.words[first_gold..j].iter().map(|w| w.text.as_str()).collect();
            let ours: Vec<&str> = (first_own..i).map(|k| document.word(k)).collect();
            *counts.entry(format!("{} | {}", theirs.join(" "), ours.join(" "))).or_insert(0) += 1;
        }
    }
    let mut ranked: Vec<(String, i32)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    for (words, n) in ranked {
        println!("{n:4} {words}");
    }
    Ok(())
}

/// Where each token begins and ends among the letters of the text.
fn letters_of(document: &Document) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let (mut letters, mut byte) = (0, 0);
    let mut count_to = |end: usize| {
        letters += document.text[byte..end].chars().filter(|c| !c.is_whitespace()).count();
        byte = end;
        letters
    };
    for token in &document.tokens {
        let range = token.span.range();
        let start = count_to(range.start);
        spans.push((start, count_to(range.end)));
    }
    spans
}

/// Prints one sentence of a development set with its errors.
pub fn show(id: &str) -> Result<(), String> {
    for set in SETS {
        if let Some(sentence) = treebank(set)?.iter().find(|s| s.id == id) {
            for (i, (gold, own)) in
                sentence.words.iter().zip(analyze(Model::committed(), sentence, &mut Work::default())).enumerate()
            {
                let tag = |is_same: bool, own: &str, gold: &str| {
                    if is_same { own.to_owned() } else { format!("{own} (!{gold})") }
                };
                println!(
                    "{:4} {:20} {:16} {:16} {:12} {}",
                    i + 1,
                    gold.text,
                    tag(gold.pos == own.pos, own.pos.name(), gold.pos.name()),
                    tag(gold.form == own.form, own.form.name(), gold.form.name()),
                    tag(gold.head == own.head, &(own.head + 1).to_string(), &(gold.head + 1).to_string()),
                    tag(base(gold.relation) == base(own.relation), own.relation.name(), gold.relation.name()),
                );
            }
            return Ok(());
        }
    }
    Err(format!("no sentence {id} in {}", SETS.join(", ")))
}
