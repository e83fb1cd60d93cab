//! The learned net: word rows summed, layers that read the sentence both ways, and one look each at tags, heads and labels.
//!
//! Weights are signed bytes with one scale a row, activations 16-bit whole numbers between the layers; what is computed in
//! floating point uses only + - * / and square root, so that every machine gives the same bits.

mod block;
mod matrix;
mod shape;
mod tree;

use super::lexicon::Lex;
use crate::model::Container;
use block::{Block, EIGHT, dot};
use matrix::{Matrix, floats, whole};
pub use shape::{
    ARC, ARC_ONE, DISTANCES, FARTHEST, HALF, LABEL, LAYERS, ONE, PLACES, ROWS, STATE, TABLES, TAG_LAYER, WIDTH,
    distance, place, rows, squeeze,
};
pub use tree::decode;

/// The net, ready to be used.
pub struct Net<'m> {
    rows: &'m [u8],
    first: [Matrix<{ WIDTH / 2 }>; 2],
    others: Vec<[OfState; 2]>,
    memory: Vec<[Vec<f32>; 2]>,
    tags: OfState,
    dependents: OfState,
    heads: OfState,
    bias: [i16; ARC],
    root: [i16; ARC],
    /// What a head is worth by its distance, from [`FARTHEST`] before the dependent to so far after it.
    distances: Vec<i32>,
    label_dependents: OfState,
    label_heads: OfState,
    places: Vec<f32>,
    labels: Matrix<{ LABEL / 2 }>,
}

/// A matrix that what a layer hands on is multiplied by.
type OfState = Matrix<{ STATE / 2 }>;

/// Buffers, and what was found.
#[derive(Default)]
pub struct Work {
    x: Vec<i16>,
    y: Vec<i16>,
    out: Vec<f32>,
    q: Vec<i16>,
    k: Vec<i16>,
    from: Vec<f32>,
    to: Vec<f32>,
    hidden: Vec<i16>,
    logits: Vec<f32>,
    scores: Vec<i32>,
    /// Scores of the tags, word after word.
    pub tags: Vec<f32>,
    /// Head of each word; the root has itself.
    pub heads: Vec<usize>,
    /// Scores of the relations, word after word.
    pub labels: Vec<f32>,
}

impl<'m> Net<'m> {
    /// From a model file.
    pub fn read(container: Container<'m>) -> Net<'m> {
        let one = floats(container.section("rows.scale")).first().map_or(1.0, |s| 1.0 / s);
        let state = |name: &str| OfState::read(container, name, ONE);
        let wholes = |name: &str| {
            let numbers = floats(container.section(name));
            numbers.first_chunk::<ARC>().expect("words are compared by as many numbers").map(|x| whole(x, ARC_ONE))
        };
        Net {
            rows: container.section("rows"),
            first: ["layer0.0", "layer0.1"].map(|name| Matrix::read(container, name, one)),
            others: (1..LAYERS).map(|l| [0, 1].map(|d| state(&format!("layer{l}.{d}")))).collect(),
            memory: (0..LAYERS)
                .map(|l| [0, 1].map(|d| floats(container.section(&format!("layer{l}.{d}.memory")))))
                .collect(),
            tags: state("tags.out"),
            dependents: state("dependents"),
            heads: state("heads"),
            bias: wholes("bias"),
            root: wholes("root"),
            distances: by_offset(&floats(container.section("distances"))),
            label_dependents: state("label.dependents"),
            label_heads: state("label.heads"),
            places: floats(container.section("label.places")),
            labels: Matrix::read(container, "labels", ONE),
        }
    }

    /// Reads a sentence: fills in the scores of its tags, its heads and the scores of its labels.
    pub fn run(&self, words: &[Lex], work: &mut Work) {
        let n = words.len();
        self.sum_rows(words, &mut work.x);
        for l in 0..LAYERS {
            work.y.clear();
            work.y.resize(n * STATE, 0);
            for d in 0..2 {
                match l.checked_sub(1) {
                    None => self.first[d].times(&work.x, &mut work.out),
                    Some(l) => self.others[l][d].times(&work.x, &mut work.out),
                }
                recur(&work.out, &self.memory[l][d], d, &mut work.y);
            }
            std::mem::swap(&mut work.x, &mut work.y);
            if l + 1 == TAG_LAYER {
                self.tags.times(&work.x, &mut work.tags);
            }
        }
        self.compare(n, work);
        decode(n, &work.scores, &mut work.heads);
        self.label(n, work);
    }

    fn sum_rows(&self, words: &[Lex], x: &mut Vec<i16>) {
        x.clear();
        for (i, lex) in words.iter().enumerate() {
            let mut sum = [0_i16; WIDTH];
            for row in rows(lex, i == 0) {
                let row: &[u8; WIDTH] = self.rows[row * WIDTH..].first_chunk().expect("every row is whole");
                sum.iter_mut().zip(row).for_each(|(sum, &w)| *sum += i16::from(w as i8));
            }
            x.extend_from_slice(&sum);
        }
    }

    /// Scores of all heads: row d holds what each word is worth as head of d, and on the diagonal the root.
    fn compare(&self, n: usize, work: &mut Work) {
        self.dependents.times(&work.x, &mut work.out);
        squeeze_all(&work.out, &self.bias, &mut work.q);
        self.heads.times(&work.x, &mut work.out);
        squeeze_all(&work.out, &[0; ARC], &mut work.k);
        work.scores.clear();
        work.scores.resize(n * n, 0);
        let (dependents, _) = work.q.as_chunks::<2>().0.as_chunks::<{ ARC / 2 }>();
        for first in (0..n).step_by(EIGHT) {
            let heads = &work.k[first * ARC..];
            let block = Block::new(|row, input| heads.get(row * ARC + input).copied().unwrap_or(0));
            for (d, dependent) in dependents.iter().enumerate() {
                let [worths] = block.times(std::array::from_ref(dependent));
                let scores = &mut work.scores[d * n..][..n][first..];
                for ((score, worth), h) in scores.iter_mut().zip(worths).zip(first..) {
                    let offset = (h + FARTHEST).saturating_sub(d).min(2 * FARTHEST);
                    *score = (worth >> 10) + self.distances[offset];
                }
            }
        }
        for (d, dependent) in dependents.iter().enumerate() {
            work.scores[d * n + d] = dot(dependent.as_flattened(), &self.root) >> 10;
        }
    }

    fn label(&self, n: usize, work: &mut Work) {
        self.label_dependents.times(&work.x, &mut work.from);
        self.label_heads.times(&work.x, &mut work.to);
        work.hidden.clear();
        for d in 0..n {
            let h = work.heads[d];
            let part =
                |all: &[f32], at: usize| *all[at * LABEL..].first_chunk::<LABEL>().expect("every word has its part");
            let (from, to, places) = (part(&work.from, d), part(&work.to, h), part(&self.places, place(d, h)));
            let hidden: [i16; LABEL] = std::array::from_fn(|i| whole(squeeze(from[i] + to[i] + places[i]), ONE));
            work.hidden.extend_from_slice(&hidden);
        }
        self.labels.times(&work.hidden, &mut work.logits);
        std::mem::swap(&mut work.logits, &mut work.labels);
    }
}

/// What the steps of distance are worth, for every distance of a head from its dependent up to [`FARTHEST`].
fn by_offset(steps: &[f32]) -> Vec<i32> {
    let worth = |head: usize| if head == FARTHEST { 0.0 } else { steps[distance(FARTHEST, head)] };
    (0..=2 * FARTHEST).map(|head| (worth(head) * ARC_ONE) as i32).collect()
}

/// What words are compared by, squeezed into whole numbers with the bias added.
fn squeeze_all(out: &[f32], bias: &[i16; ARC], squeezed: &mut Vec<i16>) {
    squeezed.clear();
    for out in out.as_chunks::<ARC>().0 {
        let one: [i16; ARC] = std::array::from_fn(|i| whole(squeeze(out[i]), ARC_ONE) + bias[i]);
        squeezed.extend_from_slice(&one);
    }
}

/// One direction of a layer: each number of the state is kept or renewed, as the word and the number itself say.
fn recur(out: &[f32], memory: &[f32], direction: usize, y: &mut [i16]) {
    let n = y.len() / STATE;
    let mut state = [0.0_f32; HALF];
    let memory: &[f32; HALF] = memory.first_chunk().expect("a layer remembers all its numbers");
    let part = |t: usize| out[t * HALF..].first_chunk::<HALF>().expect("every word has its part");
    for step in 0..n {
        let t = if direction == 0 { step } else { n - 1 - step };
        let (gates, news) = (part(2 * t), part(2 * t + 1));
        let y: &mut [i16; HALF] = y[t * STATE + direction * HALF..].first_chunk_mut().expect("every word has its part");
        for i in 0..HALF {
            let gate = 0.5 + 0.5 * squeeze(gates[i] + memory[i] * state[i]);
            state[i] += gate * (squeeze(news[i]) - state[i]);
            y[i] = whole(state[i], ONE);
        }
    }
}
