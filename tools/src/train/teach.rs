//! Text that nobody marked, read by several nets: what they think of it together teaches the one that is committed.

use super::net::{Distilled, Example, Net, Used};
use crate::conllu::data;
use onrecord::document::Document;
use onrecord::tags::Relation;
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
pub fn examples(teachers: &[Net], sentences: &[Vec<Lex>]) -> Vec<Example> {
    let (first, second) = sentences.split_at(sentences.len() / 2);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| read(teachers, second));
        let mut all = read(teachers, first);
        all.extend(second.join().expect("reading does not panic"));
        all
    })
}

/// Of a hundred words, how many the nets together tag, attach and label as marked; labels without their subtypes.
pub fn agreement(teachers: &[Net], marked: &[Example]) -> [f64; 3] {
    let sentences: Vec<Vec<Lex>> = marked.iter().map(|l| l.words.clone()).collect();
    let base = |relation: u8| Relation::ALL[relation as usize].name().split(':').next();
    let (mut right, mut words) = ([0; 3], 0);
    for (found, marked) in examples(teachers, &sentences).iter().zip(marked) {
        for t in 0..marked.words.len() {
            let is_attached = found.heads[t] == marked.heads[t];
            let is_labelled =
                is_attached && (found.heads[t] == t || base(found.relations[t]) == base(marked.relations[t]));
            let all = [found.tags[t] == marked.tags[t], is_attached, is_labelled];
            right.iter_mut().zip(all).for_each(|(n, is_right)| *n += usize::from(is_right));
        }
        words += marked.words.len();
    }
    right.map(|n| 100.0 * n as f64 / words as f64)
}

fn read(teachers: &[Net], sentences: &[Vec<Lex>]) -> Vec<Example> {
    let used: Vec<_> = teachers.iter().map(Net::used).collect();
    sentences.chunks(AT_ONCE).flat_map(|part| read_some(teachers, &used, part)).collect()
}

fn read_some(teachers: &[Net], used: &[Used], part: &[Vec<Lex>]) -> Vec<Example> {
    let words: Vec<&[Lex]> = part.iter().map(Vec::as_slice).collect();
    let passes: Vec<_> = teachers.iter().zip(used).map(|(net, used)| net.read(used, &words)).collect();
    let tags = mean(passes.iter().map(|pass| pass.likely_tags()));
    let each_heads: Vec<Vec<Vec<f32>>> = passes.iter().map(|pass| pass.likely_heads()).collect();
    let heads: Vec<Vec<f32>> = (0..part.len()).map(|s| mean(each_heads.iter().map(|heads| heads[s].clone()))).collect();
    let trees: Vec<Vec<usize>> = heads.iter().zip(part).map(|(heads, words)| tree(heads, words.len())).collect();
    let chosen: Vec<&[usize]> = trees.iter().map(Vec::as_slice).collect();
    let relations = mean(passes.iter().map(|pass| pass.likely_relations(&chosen)));
    let (tags, relations) = (by_sentence(part, &tags), by_sentence(part, &relations));
    (0..part.len()).map(|s| example(&part[s], [tags[s], &heads[s], relations[s]], trees[s].clone())).collect()
}

/// Numbers of some sentences' words, separated by sentence.
fn by_sentence<'n>(sentences: &[Vec<Lex>], mut numbers: &'n [f32]) -> Vec<&'n [f32]> {
    let each = numbers.len() / sentences.iter().map(Vec::len).sum::<usize>();
    let parts = sentences.iter().map(|words| numbers.split_off(..words.len() * each));
    parts.map(|part| part.expect("each word has its numbers")).collect()
}

fn example(words: &[Lex], likely: [&[f32]; 3], heads: Vec<usize>) -> Example {
    let [tags, _, relations] = likely;
    let [tag_parts, head_parts, relation_parts] = likely.map(parts);
    Example {
        words: words.to_vec(),
        tags: best(tags, tags.len() / words.len()),
        heads,
        relations: best(relations, relations.len() / words.len()),
        distilled: Some(Distilled { tags: tag_parts, heads: head_parts, relations: relation_parts }),
        weight: 1.0,
    }
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
    let scores: Vec<i32> = likely.iter().map(|&p| (libm::logf(p.max(1e-9)) * 1024.0) as i32).collect();
    let mut heads = Vec::new();
    onrecord::tags::net::decode(words, &scores, &mut heads);
    heads
}

fn best(likely: &[f32], each: usize) -> Vec<u8> {
    let most = |row: &[f32]| (1..each).fold(0, |best, i| if row[i] > row[best] { i } else { best }) as u8;
    likely.chunks_exact(each).map(most).collect()
}

fn parts(likely: &[f32]) -> Vec<u8> {
    likely.iter().map(|p| (p * 255.0 + 0.5) as u8).collect()
}
