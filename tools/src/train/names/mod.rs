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
use onrecord::mentions::features;
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
    /// Features left out at a time, in a hundred.
    drop: usize,
    /// How often a feature must be seen.
    least: u8,
    seed: u64,
    /// Steps of a packed weight to the unit, and how many steps one must have.
    steps: f32,
    least_steps: f32,
}

fn number<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

const PLAN: Plan = Plan { epochs: 8, bits: 19, rate: 0.1, drop: 10, least: 2, seed: 1, steps: 42.0, least_steps: 1.5 };

/// Trains on all corpora, or with `--without PREFIX` not on the files that begin so; into `src/model/names.bin`, or `--out FILE`.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let data = PathBuf::from(std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA is not set")?);
    let without = option("--without").map_or("?", String::as_str);
    let skip: String = number("SKIP", String::new());
    let corpora = CORPORA.iter().enumerate().filter(|(n, c)| !c.file.starts_with(without) && !skip.contains(&n.to_string()));
    let mut lessons = Vec::new();
    for (n, corpus) in corpora {
        lessons.extend(read(&data, corpus, n)?);
    }
    let plan = Plan {
        epochs: number("EPOCHS", PLAN.epochs),
        bits: number("BITS", PLAN.bits),
        rate: number("RATE", PLAN.rate),
        drop: number("DROP", PLAN.drop),
        least: number("LEAST", PLAN.least),
        ..PLAN
    };
    let (mean, count) = train(&lessons, &plan);
    drop(lessons);
    if let Ok(v) = std::env::var("TRY") {
        for pair in v.split(' ') {
            let (a, b) = pair.split_once(',').unwrap();
            let bytes = mean.packed(count, a.parse().unwrap(), b.parse().unwrap());
            std::fs::write("/tmp/nm/try.bin", &bytes).unwrap();
            let size = std::process::Command::new("sh")
                .arg("-c")
                .arg("brotli -q 11 -w 24 -c /tmp/nm/try.bin | wc -c")
                .output()
                .unwrap();
            println!("{pair} {}", String::from_utf8_lossy(&size.stdout).trim());
            for row in exam::of_tagger(&Tagger::read(Container::new(&bytes)))? {
                println!("   {:16} {:20} {:6.2}", row.set, row.measure, row.value);
            }
        }
    }
    let bytes = mean.packed(count, plan.steps, plan.least_steps);
    for row in exam::of_tagger(&Tagger::read(Container::new(&bytes)))? {
        println!("{:16} {:24} {:8.2}", row.set, row.measure, row.value);
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

fn read(data: &Path, corpus: &Corpus, number: usize) -> Result<Vec<Sentence>, String> {
    let lessons = corpora::lessons(data, corpus)?;
    let sentences: Vec<Sentence> = lessons.iter().flat_map(|lesson| sentences(lesson, number)).collect();
    println!("{}: {} texts, {} sentences", corpus.file, lessons.len(), sentences.len());
    Ok(sentences)
}

fn sentences(lesson: &Lesson, corpus: usize) -> impl Iterator<Item = Sentence> {
    lesson.sentences.iter().map(move |tokens| {
        let hashes = tokens.clone().map(|at| {
            let mut hashes = Vec::new();
            features::extract(&lesson.atoms, tokens.clone(), at, &mut hashes);
            if corpus > 0 && number("HABITS", 0) == 1 {
                let w = &lesson.atoms[at];
                let c = features::mix(corpus as u32, 0x7777_1234);
                let lists = features::mix(features::mix(w.lists[0], w.lists[1]), features::mix(w.lists[2], w.lists[3]));
                for v in [
                    1,
                    w.shapes[0],
                    lists,
                    u32::from(w.classes[1]) + 77,
                    u32::from(w.pos) | u32::from(w.form) << 8 | 1 << 20,
                ] {
                    hashes.push(features::mix(features::mix(v, 0x55aa), c));
                }
            }
            hashes
        });
        Sentence { corpus, hashes: hashes.collect(), allowed: lesson.allowed[tokens.clone()].to_vec() }
    })
}

/// The sum of the fields at several moments of the later half, and how many they are.
fn train(sentences: &[Sentence], plan: &Plan) -> (Field, f32) {
    let mut learner = Learner::new(plan.bits, plan.rate, plan.drop);
    let mut random = Random::new(plan.seed);
    let rows = rows(sentences, &learner.field, plan.least);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let (mut sum, mut count) = (Field::new(plan.bits, 0.0), 0.0);
    let part = order.len() / 8 + 1;
    let started = std::time::Instant::now();
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        for (n, &s) in order.iter().enumerate() {
            let weight = if sentences[s].corpus == 0 { number("WORLD", 1.0) } else { 1.0 };
            learner.learn(&Example { rows: &rows[s], allowed: &sentences[s].allowed, weight }, &mut random);
            if epoch * 2 >= plan.epochs && n % part == part - 1 {
                sum.add(&learner.field);
                count += 1.0;
            }
        }
        println!("epoch {} of {} {:?}", epoch + 1, plan.epochs, started.elapsed());
    }
    (sum, count)
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
