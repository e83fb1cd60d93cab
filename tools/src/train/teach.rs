//! Text that nobody marked, read by several nets: what they think of it together teaches the one that is committed.

use super::net::{Lesson, Net, Taught};
use crate::conllu::data;
use onrecord::document::Document;
use onrecord::tags::lexicon::{Lex, Vocabulary};

/// The texts that are read: news of five continents.
const TEXTS: &str = "ner/worldwide.train.jsonl";
/// Shorter and longer sentences teach little for what they cost.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=60;
/// Sentences that go through the nets at once.
const AT_ONCE: usize = 32;

/// The sentences of the unmarked texts.
pub fn sentences(lexicon: &Vocabulary) -> Result<Vec<Vec<Lex>>, String> {
    let path = data()?.join(TEXTS);
    let lines = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut all = Vec::new();
    for line in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))?;
        let document = Document::read(row["text"].as_str().unwrap_or_default());
        let words = onrecord::tags::lexes(&document, lexicon);
        let long_enough = document.sentences.iter().filter(|s| LENGTHS.contains(&s.tokens.len()));
        all.extend(long_enough.map(|s| words[s.tokens.clone()].to_vec()));
    }
    Ok(all)
}

/// Lessons from what the teachers think of the sentences.
pub fn lessons(teachers: &[Net], sentences: &[Vec<Lex>]) -> Vec<Lesson> {
    let (first, second) = sentences.split_at(sentences.len() / 2);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| read(teachers, second));
        let mut all = read(teachers, first);
        all.extend(second.join().expect("reading does not panic"));
        all
    })
}

fn read(teachers: &[Net], sentences: &[Vec<Lex>]) -> Vec<Lesson> {
    let used: Vec<_> = teachers.iter().map(Net::used).collect();
    let mut all = Vec::new();
    for part in sentences.chunks(AT_ONCE) {
        let words: Vec<&[Lex]> = part.iter().map(Vec::as_slice).collect();
        let passes: Vec<_> = teachers.iter().zip(&used).map(|(net, used)| net.read(used, &words)).collect();
        let tags = mean(passes.iter().map(|pass| pass.likely_tags()));
        let all_heads: Vec<Vec<Vec<f32>>> = passes.iter().map(|pass| pass.likely_heads()).collect();
        let likely_heads: Vec<Vec<f32>> =
            (0..part.len()).map(|s| mean(all_heads.iter().map(|heads| heads[s].clone()))).collect();
        let heads: Vec<Vec<usize>> = likely_heads.iter().zip(part).map(|(likely, s)| tree(likely, s.len())).collect();
        let chosen: Vec<&[usize]> = heads.iter().map(Vec::as_slice).collect();
        let relations = mean(passes.iter().map(|pass| pass.likely_relations(&chosen)));
        let count: usize = part.iter().map(Vec::len).sum();
        let (tags_each, relations_each) = (tags.len() / count, relations.len() / count);
        let mut first = 0;
        for ((words, heads), likely_heads) in part.iter().zip(&heads).zip(&likely_heads) {
            let end = first + words.len();
            let tags = &tags[first * tags_each..end * tags_each];
            let relations = &relations[first * relations_each..end * relations_each];
            first = end;
            all.push(Lesson {
                words: words.clone(),
                tags: best(tags, tags_each),
                heads: heads.clone(),
                relations: best(relations, relations_each),
                taught: Some(Taught { tags: parts(tags), heads: parts(likely_heads), relations: parts(relations) }),
                weight: 1.0,
            });
        }
    }
    all
}

/// The mean of what the teachers think.
fn mean(teachers: impl ExactSizeIterator<Item = Vec<f32>>) -> Vec<f32> {
    let part = 1.0 / teachers.len() as f32;
    teachers
        .reduce(|mut sum, one| {
            sum.iter_mut().zip(one).for_each(|(sum, one)| *sum += one);
            sum
        })
        .map(|sum| sum.into_iter().map(|v| v * part).collect())
        .unwrap_or_default()
}

/// The most likely tree.
fn tree(likely: &[f32], words: usize) -> Vec<usize> {
    let mut scores: Vec<i32> = likely.iter().map(|&p| (libm::logf(p.max(1e-9)) * 1024.0) as i32).collect();
    let mut heads = Vec::new();
    onrecord::tags::net::decode(words, &mut scores, &mut heads);
    heads
}

fn best(likely: &[f32], each: usize) -> Vec<u8> {
    let most = |row: &[f32]| (1..each).fold(0, |best, i| if row[i] > row[best] { i } else { best }) as u8;
    likely.chunks_exact(each).map(most).collect()
}

fn parts(likely: &[f32]) -> Vec<u8> {
    likely.iter().map(|p| (p * 255.0 + 0.5) as u8).collect()
}
