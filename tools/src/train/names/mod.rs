//! `tools train names`: names from marked texts, by a conditional random field over hashed features.

mod corpora;
mod field;
mod lattice;
pub mod marked;

use super::random::Random;
use crate::eval::names as exam;
use crate::pack::root;
use corpora::{CORPORA, Corpus, Lesson};
use field::{Example, Field, Learner};
use onrecord::mentions::features::{self, Atom, mix};
use onrecord::mentions::tagger::Tagger;
use onrecord::model::Container;
use std::path::{Path, PathBuf};

/// How the field is trained.
struct Plan {
    /// Rounds through all sentences; the mean of the later half is kept.
    epochs: usize,
    /// Buckets, as a power of two.
    bits: u32,
    rate: f32,
    /// How strongly weights are pulled to nothing, so that what is not needed is left out.
    pull: f32,
    /// Features left out at a time, in a hundred.
    drop: usize,
    /// How often a feature must be seen.
    least: u8,
    seed: u64,
    /// How much a sentence of the first corpus counts.
    own_weight: f32,
    /// How many steps a packed weight must have.
    least_steps: f32,
}

const PLAN: Plan = Plan {
    epochs: 8,
    bits: 20,
    rate: 0.1,
    pull: 0.002,
    drop: 10,
    least: 2,
    seed: 1,
    own_weight: 2.0,
    least_steps: 0.6,
};

/// Trains on all corpora, or with `--without PREFIX` not on the files that begin so, or with `--fold N` not on each fifth text
/// of the first, which is measured then; into `src/model/names.bin`, or `--out FILE`.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let data = PathBuf::from(std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA is not set")?);
    let without = option("--without").map_or("?", String::as_str);
    let fold: Option<usize> = option("--fold").and_then(|f| f.parse().ok());
    let mut sentences = Vec::new();
    for (n, corpus) in CORPORA.iter().enumerate().filter(|(_, c)| !c.file.starts_with(without)) {
        sentences.extend(read(&data, corpus, n, fold.filter(|_| n == 0))?);
    }
    let bytes = train(&sentences, &PLAN);
    drop(sentences);
    for row in exam::of_tagger(&Tagger::read(Container::new(&bytes)), fold)? {
        println!("{:16} {:32} {:8.2}", row.set, row.measure, row.value);
    }
    let target = option("--out").map_or_else(|| root().join("src/model/names.bin"), PathBuf::from);
    std::fs::write(&target, &bytes).map_err(|e| format!("{}: {e}", target.display()))
}

/// A sentence of a corpus with the hashes of its features.
struct Sentence {
    corpus: usize,
    hashes: Vec<Vec<u32>>,
    allowed: Vec<u32>,
}

fn read(data: &Path, corpus: &Corpus, number: usize, fold: Option<usize>) -> Result<Vec<Sentence>, String> {
    let lessons = corpora::lessons(data, corpus, fold)?;
    let sentences: Vec<Sentence> = lessons.iter().flat_map(|lesson| sentences(lesson, number)).collect();
    println!("{}: {} texts, {} sentences", corpus.file, lessons.len(), sentences.len());
    Ok(sentences)
}

fn sentences(lesson: &Lesson, corpus: usize) -> impl Iterator<Item = Sentence> {
    lesson.sentences.iter().map(move |tokens| {
        let hashes = tokens.clone().map(|at| {
            let mut hashes = Vec::new();
            features::extract(&lesson.atoms, tokens.clone(), at, &mut hashes);
            if corpora::has_habits(corpus) {
                hashes.extend(habits(&lesson.atoms[at], corpus as u32));
            }
            hashes
        });
        Sentence { corpus, hashes: hashes.collect(), allowed: lesson.allowed[tokens.clone()].to_vec() }
    })
}

/// Features that are only there in training: they learn what a corpus marks otherwise than the first, so that the others
/// need not.
fn habits(atom: &Atom, corpus: u32) -> [u32; 5] {
    let lists = atom.lists.iter().fold(3, |h, &l| mix(h, l));
    let tag = u32::from(atom.pos) | u32::from(atom.form) << 8;
    let of = |n: u32, value: u32| mix(mix(value, n.wrapping_mul(0x9E37_79B1)), mix(corpus, 0x7777_1234));
    [of(1, 1), of(2, atom.shapes[0]), of(3, lists), of(4, u32::from(atom.classes[1])), of(5, tag)]
}

/// The packed weights: the mean of the field at several moments of the later half.
fn train(sentences: &[Sentence], plan: &Plan) -> Vec<u8> {
    let mut learner = Learner::new(plan.bits, plan.rate, plan.pull, plan.drop);
    let mut random = Random::new(plan.seed);
    let rows = rows(sentences, &learner.field, plan.least);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let (mut sum, mut count) = (Field::new(plan.bits, 0.0), 0.0);
    let part = order.len() / 8 + 1;
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        for (n, &s) in order.iter().enumerate() {
            let weight = if sentences[s].corpus == 0 { plan.own_weight } else { 1.0 };
            learner.learn(&Example { rows: &rows[s], allowed: &sentences[s].allowed, weight }, &mut random);
            if epoch * 2 >= plan.epochs && (n % part == part - 1 || n + 1 == order.len()) {
                sum.add(&learner.field);
                count += 1.0;
            }
        }
        println!("epoch {} of {}", epoch + 1, plan.epochs);
    }
    sum.packed(count, plan.least_steps)
}

/// Of each token of each sentence, the buckets of the features that are seen often enough.
fn rows(sentences: &[Sentence], field: &Field, least: u8) -> Vec<Vec<Vec<u32>>> {
    const SLOTS: u32 = 26;
    let slot = |hash: u32| (hash >> (32 - SLOTS)) as usize;
    let mut seen = vec![0u8; 1 << SLOTS];
    let hashes = sentences.iter().flat_map(|s| &s.hashes).flatten();
    hashes.for_each(|&h| seen[slot(h)] = seen[slot(h)].saturating_add(1));
    let known = |hashes: &Vec<u32>| {
        hashes.iter().filter(|&&h| seen[slot(h)] >= least).map(|&h| field.bucket(h)).collect::<Vec<u32>>()
    };
    sentences.iter().map(|s| s.hashes.iter().map(known).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few sentences in which every other word is a person's name.
    fn sentences() -> Vec<Sentence> {
        let allowed = |n: u32| if n.is_multiple_of(2) { 1 } else { 1 << 4 };
        let sentence = |s: u32| Sentence {
            corpus: s as usize % 2,
            hashes: (0..6).map(|n| vec![mix(n % 2, 5), mix(s, n), mix(n, 77)]).collect(),
            allowed: (0..6).map(allowed).collect(),
        };
        (0..12).map(sentence).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let plan = |seed| Plan { epochs: 2, bits: 12, least: 1, seed, ..PLAN };
        let once = train(&sentences(), &plan(1));
        assert_eq!(once, train(&sentences(), &plan(1)));
        assert_ne!(once, train(&sentences(), &plan(2)));
    }
}
