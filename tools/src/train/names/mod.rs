//! `tools train names`: names from marked texts, by a conditional random field over hashed features.

mod known;
mod lattice;
mod field;
mod corpora;

use crate::eval::names as exam;
use crate::pack::root;
use crate::random::Random;
use corpora::{CORPORA, Corpus, LabelledText, MARKS};
use field::{Example, Field, Learner};
use known::Known;
use onrecord::mentions::features::{Seen, mix};
use onrecord::mentions::tagger::Tagger;
use onrecord::mentions::templates;
use onrecord::model::Container;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// How the field is trained.
struct Plan {
    /// Rounds through all stretches, with all weights and with those that are kept; the mean of the later half is taken.
    rounds: [usize; 2],
    rate: f32,
    /// How strongly weights are pulled to nothing, so that what is not needed is left out.
    l1_penalty: f32,
    /// Features left out at a time, in a hundred.
    drop: usize,
    /// How often a feature must be seen.
    least: usize,
    seeds: &'static [u64],
    /// How many weights are kept.
    keep: usize,
}

const PLAN: Plan =
    Plan { rounds: [4, 7], rate: 0.05, l1_penalty: 0.006, drop: 40, least: 2, seeds: &[1, 2], keep: 115_000 };

/// Trains on all corpora, or with `--without PREFIX` not on the files that begin so, or with `--fold N` not on each fifth text
/// of the first, which is measured then; into `src/model/names.bin`, or `--out FILE`.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let data = PathBuf::from(std::env::var("ONRECORD_DATA").map_err(|_| "ONRECORD_DATA is not set")?);
    let without = option("--without").map_or("?", String::as_str);
    let fold: Option<usize> = option("--fold").and_then(|f| f.parse().ok());
    // The articles marked by the contract are in part those of the first corpus: where that is left out, so are they.
    let first_is_whole = fold.is_none() && !CORPORA[0].file.starts_with(without);
    let is_read = |c: &Corpus| !c.file.starts_with(without) && (first_is_whole || c.file != MARKS);
    let mut stretches = Vec::new();
    for (n, corpus) in (0..).zip(CORPORA).filter(|(_, c)| is_read(c)) {
        stretches.extend(read(&data, corpus, n, fold.filter(|_| n == 0))?);
    }
    let bytes = train(&stretches, &PLAN);
    drop(stretches);
    for row in exam::of_tagger(&Tagger::read(Container::new(&bytes)), fold)? {
        println!("{:16} {:32} {:8.2}", row.set, row.measure, row.value);
    }
    let target = option("--out").map_or_else(|| root().join("src/model/names.bin"), PathBuf::from);
    std::fs::write(&target, &bytes).map_err(|e| format!("{}: {e}", target.display()))
}

/// Tokens in a row that may be named, with the hashes of their features.
struct Stretch {
    /// How much it counts.
    weight: f32,
    hashes: Vec<Vec<u32>>,
    /// Hashes of what is only there in training.
    habits: Vec<Vec<u32>>,
    allowed: Vec<u32>,
}

fn read(data: &Path, corpus: &Corpus, number: u32, fold: Option<usize>) -> Result<Vec<Stretch>, String> {
    let texts = corpora::labelled_texts(data, corpus, fold)?;
    let stretches: Vec<Stretch> = texts.iter().flat_map(|text| stretches(text, corpus, number)).collect();
    println!("{}: {} texts, {} stretches", corpus.file, texts.len(), stretches.len());
    Ok(stretches)
}

fn stretches(text: &LabelledText, corpus: &Corpus, number: u32) -> impl Iterator<Item = Stretch> {
    text.sentences.iter().flat_map(move |sentence| {
        let tokens: Vec<usize> = sentence.clone().filter(|&at| text.atoms[at].may_be_named).collect();
        let rows: Vec<Vec<usize>> = tokens.chunk_by(|a, b| a + 1 == *b).map(<[usize]>::to_vec).collect();
        rows.into_iter().map(move |tokens| stretch(text, corpus, number, sentence, &tokens))
    })
}

fn stretch(text: &LabelledText, corpus: &Corpus, number: u32, sentence: &Range<usize>, tokens: &[usize]) -> Stretch {
    let (mut hashes, mut habits) = (Vec::new(), Vec::new());
    for &at in tokens {
        let mut features = Vec::new();
        templates::extract(&text.atoms, sentence.clone(), at, &mut features);
        hashes.push(features);
        habits.push(if corpus.has_habits { habits_of(text.atoms.seen(at), number).to_vec() } else { Vec::new() });
    }
    Stretch { weight: corpus.weight, hashes, habits, allowed: tokens.iter().map(|&at| text.allowed[at]).collect() }
}

/// Features that are only there in training: they learn what a corpus marks otherwise than the first, so that the others
/// need not.
fn habits_of(atom: Seen, corpus: u32) -> [u32; 5] {
    let lists = atom.lists.iter().fold(3, |h, &l| mix(h, l));
    let tag = u32::from(atom.pos) | u32::from(atom.form) << 8;
    let of = |n: u32, value: u32| mix(mix(value, n.wrapping_mul(0x9E37_79B1)), mix(corpus, 0x7777_1234));
    [of(1, 1), of(2, atom.letters.shapes[0]), of(3, lists), of(4, u32::from(atom.letters.classes[1])), of(5, tag)]
}

/// The packed weights. First all features are learned, then those weights that say most, once more.
fn train(stretches: &[Stretch], plan: &Plan) -> Vec<u8> {
    let hashes = stretches.iter().flat_map(|s| &s.hashes).flatten().copied().collect();
    let known = Known::of(hashes, plan.least);
    println!("{} features", known.hashes().len());
    let rows = rows(stretches, &known);
    let start = Learner::new(known.hashes().len() + HABITS, plan.rate, plan.l1_penalty, plan.drop);
    let learner = committee(&start, stretches, &rows, plan.rounds[0], plan.seeds);
    let start = learner.pruned(known.hashes().len(), plan.keep);
    let rows: Vec<Rows> = rows.into_iter().map(|rows| kept(rows, &start)).collect();
    committee(&start, stretches, &rows, plan.rounds[1], plan.seeds).field.packed(known.hashes())
}

/// The mean of several that begin alike and see all in another order.
fn committee(start: &Learner, stretches: &[Stretch], rows: &[Rows], rounds: usize, seeds: &[u64]) -> Learner {
    let trained = seeds.iter().map(|&seed| {
        let mut learner = start.clone();
        learner.field = teach(&mut learner, stretches, rows, rounds, &mut Random::new(seed));
        learner
    });
    trained.reduce(Learner::plus).map_or_else(|| start.clone(), |sum| sum.divided(seeds.len() as f32))
}

/// Of each token of a stretch, the rows of its features.
type Rows = Vec<Vec<u32>>;

fn kept(mut rows: Rows, learner: &Learner) -> Rows {
    rows.iter_mut().for_each(|token| token.retain(|&row| learner.is_kept(row)));
    rows
}

/// Goes through all stretches several times: the mean of the field at several moments of the later half.
fn teach(learner: &mut Learner, stretches: &[Stretch], rows: &[Rows], rounds: usize, random: &mut Random) -> Field {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    let (mut sum, mut count) = (learner.field.nothing(), 0.0);
    for round in 0..rounds {
        random.shuffle(&mut order);
        for part in order.chunks(order.len() / 4 + 1) {
            for &s in part {
                let Stretch { allowed, weight, .. } = &stretches[s];
                learner.learn(&Example { rows: &rows[s], allowed, weight: *weight }, random);
            }
            if round * 2 >= rounds {
                sum.add(&learner.field);
                count += 1.0;
            }
        }
        println!("round {} of {rounds}", round + 1);
    }
    sum.divided(count)
}

/// Rows of what is only there in training, after those of the features.
const HABITS: usize = 1 << 16;

fn rows(stretches: &[Stretch], known: &Known) -> Vec<Rows> {
    let first = known.hashes().len() as u32;
    let of_token = |(hashes, habits): (&Vec<u32>, &Vec<u32>)| {
        let habits = habits.iter().map(|&h| first + h % HABITS as u32);
        hashes.iter().filter_map(|&h| known.row(h)).chain(habits).collect()
    };
    stretches.iter().map(|s| s.hashes.iter().zip(&s.habits).map(of_token).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few sentences in which every other word is a person's name.
    fn stretches() -> Vec<Stretch> {
        let allowed = |n: u32| if n.is_multiple_of(2) { 1 } else { 1 << 4 };
        let stretch = |s: u32| Stretch {
            weight: 1.0,
            habits: vec![vec![s % 2]; 6],
            hashes: (0..6).map(|n| vec![mix(n % 2, 5), mix(s, n), mix(n, 77)]).collect(),
            allowed: (0..6).map(allowed).collect(),
        };
        (0..12).map(stretch).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let plan = |seeds| Plan { rounds: [4, 7], keep: 100, least: 1, seeds, ..PLAN };
        let once = train(&stretches(), &plan(&[1]));
        assert_eq!(once, train(&stretches(), &plan(&[1])));
        assert_ne!(once, train(&stretches(), &plan(&[2])));
    }
}
