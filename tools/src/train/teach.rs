//! Pretrained encoders as teachers: what they are given to learn from and to read, and what they think of it.
//!
//! `tools/teachers/teach.py` does the rest; between it and here lie files of two kinds.
//!
//! *Lessons*, a sentence a line in JSON: `words`, and where somebody marked it `tags`, `heads` (the root has itself) and `relations` by number.
//!
//! *Opinions*, sentence after sentence as they were given: how many words (u16), then for each word how likely each tag, each word as
//! its head and each relation is, in 255 parts.

use super::net::{Distilled, Example, Net};
use crate::conllu::{Sentence, data};
use crate::marked;
use onrecord::document::Document;
use onrecord::tags::Relation;
use onrecord::tags::lexicon::{Lex, Vocabulary};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

/// The texts that are read: news first, then the encyclopedia.
const TEXTS: &[&str] =
    &["ner/worldwide.train.jsonl", "wikinews/wikinews.jsonl", "ner/wikigold.bio", "ner/redocred.bio"];
/// Articles that are kept aside, every third by name of each folder, are not read either.
const KEPT: &[&str] = &["real/worldwide", "real/wikinews"];
/// Shorter and longer sentences teach little for what they cost.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=60;
/// Sentences that go through the net at once.
const AT_ONCE: usize = 32;

/// A sentence that nobody marked.
pub struct Unmarked {
    /// Its words as written.
    pub words: Vec<String>,
    /// What the net sees of them.
    pub lexes: Vec<Lex>,
}

/// The sentences of the unmarked texts.
pub fn sentences(lexicon: &Vocabulary) -> Result<Vec<Unmarked>, String> {
    let (data, kept) = (data()?, kept()?);
    let mut all = Vec::new();
    for name in TEXTS {
        let path = data.join(name);
        let texts = if name.ends_with("bio") { marked::token_lines(&path) } else { marked::json_lines(&path) }?;
        for text in texts.iter().filter(|t| !kept.contains(t.text.trim())) {
            let document = Document::read(&text.text);
            let lexes = onrecord::tags::lexes(&document, lexicon);
            let long_enough = document.sentences.iter().filter(|s| LENGTHS.contains(&s.tokens.len()));
            all.extend(long_enough.map(|s| Unmarked {
                words: s.tokens.clone().map(|t| document.word(t).to_owned()).collect(),
                lexes: lexes[s.tokens.clone()].to_vec(),
            }));
        }
    }
    Ok(all)
}

/// The texts of the articles that are kept aside.
fn kept() -> Result<BTreeSet<String>, String> {
    let mut texts = BTreeSet::new();
    for folder in KEPT {
        let articles = crate::eval::real::articles(&data()?.join(folder), true);
        for path in articles {
            let all = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let article: Value = serde_json::from_str(&all).map_err(|e| format!("{}: {e}", path.display()))?;
            texts.insert(article["text"].as_str().unwrap_or_default().trim().to_owned());
        }
    }
    Ok(texts)
}

/// Writes a file of marked lessons.
pub fn write_marked(path: &Path, sentences: &[Sentence], examples: &[Example]) -> Result<(), String> {
    write(
        path,
        sentences.iter().zip(examples).map(|(sentence, example)| {
            let words: Vec<&str> = sentence.words.iter().map(|w| w.text.as_str()).collect();
            json!({"words": words, "tags": example.tags, "heads": example.heads, "relations": example.relations})
        }),
    )
}

/// Writes the relations' names, in the order of their numbers.
pub fn write_relations(path: &Path) -> Result<(), String> {
    write(path, [json!(Relation::ALL.iter().map(|r| r.name()).collect::<Vec<_>>())].into_iter())
}

/// Writes the file of what is to be read.
pub fn write_unmarked(path: &Path, sentences: &[Unmarked]) -> Result<(), String> {
    write(path, sentences.iter().map(|sentence| json!({"words": sentence.words})))
}

fn write(path: &Path, lines: impl Iterator<Item = Value>) -> Result<(), String> {
    let failed = |e: std::io::Error| format!("{}: {e}", path.display());
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).map_err(failed)?);
    for line in lines {
        writeln!(file, "{line}").map_err(failed)?;
    }
    file.flush().map_err(failed)
}

/// Lessons from what the teachers think of the sentences.
pub fn examples(path: &Path, sentences: &[Unmarked], tags: usize) -> Result<Vec<Example>, String> {
    let all = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut left = all.as_slice();
    let mut take = |n: usize| left.split_off(..n).ok_or_else(|| format!("{}: ends too early", path.display()));
    let mut examples = Vec::new();
    for sentence in sentences {
        let n = sentence.lexes.len();
        let said = take(2)?;
        if usize::from(u16::from_le_bytes([said[0], said[1]])) != n {
            return Err(format!(
                "{}: sentence {} is another one; write the lessons again",
                path.display(),
                examples.len()
            ));
        }
        let [tag_parts, heads, relations] = [take(n * tags)?, take(n * n)?, take(n * Relation::ALL.len())?];
        examples.push(Example {
            words: sentence.lexes.clone(),
            tags: most_likely(tag_parts, tags),
            heads: most_likely(heads, n).into_iter().map(usize::from).collect(),
            relations: most_likely(relations, Relation::ALL.len()),
            distilled: Some(Distilled { tags: tag_parts.into(), heads: heads.into(), relations: relations.into() }),
            weight: 1.0,
        });
    }
    Ok(examples)
}

/// The number of the most likely one of each row, the first of equals.
fn most_likely<T: PartialOrd>(likely: &[T], each: usize) -> Vec<u8> {
    let most = |row: &[T]| (1..each).fold(0, |best, i| if row[i] > row[best] { i } else { best }) as u8;
    likely.chunks_exact(each).map(most).collect()
}

/// Of a hundred words, how many the net tags, attaches and labels as marked; labels without their subtypes.
pub fn agreement(net: &Net, marked: &[Example]) -> [f64; 3] {
    let used = net.used();
    let base = |relation: u8| Relation::ALL[relation as usize].name().split(':').next();
    let (mut right, mut words) = ([0; 3], 0);
    for part in marked.chunks(AT_ONCE) {
        let sentences: Vec<&[Lex]> = part.iter().map(|example| example.words.as_slice()).collect();
        let pass = net.read(&used, &sentences);
        let likely = pass.likely_heads();
        let trees: Vec<Vec<usize>> = likely.iter().zip(part).map(|(heads, e)| tree(heads, e.words.len())).collect();
        let tags = most_likely(&pass.likely_tags(), net.tags());
        let relations = most_likely(
            &pass.likely_relations(&trees.iter().map(Vec::as_slice).collect::<Vec<_>>()),
            Relation::ALL.len(),
        );
        let of_words =
            part.iter().zip(&trees).flat_map(|(example, tree)| (0..tree.len()).map(move |t| (example, tree, t)));
        for ((example, tree, t), (tag, relation)) in of_words.zip(tags.into_iter().zip(relations)) {
            let is_attached = tree[t] == example.heads[t];
            let is_labelled = is_attached && (tree[t] == t || base(relation) == base(example.relations[t]));
            let all = [tag == example.tags[t], is_attached, is_labelled];
            right.iter_mut().zip(all).for_each(|(n, is_right)| *n += usize::from(is_right));
            words += 1;
        }
    }
    right.map(|n| 100.0 * n as f64 / words as f64)
}

/// The most likely tree.
fn tree(likely: &[f32], words: usize) -> Vec<usize> {
    let scores: Vec<i32> = likely.iter().map(|&p| (libm::logf(p.max(1e-9)) * 1024.0) as i32).collect();
    let mut heads = Vec::new();
    onrecord::tags::net::decode(words, &scores, &mut heads);
    heads
}
