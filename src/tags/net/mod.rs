//! The learned net: word rows summed, layers that read the sentence both ways, and one look each at tags, heads and labels.
//!
//! Weights are signed bytes with one scale a row, activations 16-bit whole numbers between the layers; what is computed in
//! floating point uses only + - * / and square root, so that every machine gives the same bits.

mod matrix;
mod shape;
mod tree;

use super::lexicon::Lex;
use crate::model::Container;
use matrix::{Matrix, dot, floats, whole};
pub use shape::{
    ARC, ARC_ONE, DISTANCES, HALF, LABEL, LAYERS, ONE, PLACES, ROWS, STATE, TABLES, TAG_LAYER, WIDTH, distance, place,
    rows, squeeze,
};
pub use tree::decode;

/// The net, ready to be used.
pub struct Net<'m> {
    rows: &'m [u8],
    layers: Vec<[Matrix; 2]>,
    memory: Vec<[Vec<f32>; 2]>,
    tags: Matrix,
    dependents: Matrix,
    heads: Matrix,
    lean: Vec<i16>,
    root: Vec<i16>,
    distances: Vec<i32>,
    label_dependents: Matrix,
    label_heads: Matrix,
    places: Vec<f32>,
    labels: Matrix,
}

/// Room to work in, and what was found.
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
        let direction = |l: usize, d: usize| {
            let (inputs, one) = if l == 0 { (WIDTH, one) } else { (STATE, ONE) };
            Matrix::read(container, &format!("layer{l}.{d}"), inputs, one)
        };
        let state = |name: &str| Matrix::read(container, name, STATE, ONE);
        let wholes = |name: &str| floats(container.section(name)).iter().map(|&x| whole(x, ARC_ONE)).collect();
        Net {
            rows: container.section("rows"),
            layers: (0..LAYERS).map(|l| [direction(l, 0), direction(l, 1)]).collect(),
            memory: (0..LAYERS)
                .map(|l| [0, 1].map(|d| floats(container.section(&format!("layer{l}.{d}.memory")))))
                .collect(),
            tags: state("tags.out"),
            dependents: state("dependents"),
            heads: state("heads"),
            lean: wholes("lean"),
            root: wholes("root"),
            distances: floats(container.section("distances")).iter().map(|&x| (x * ARC_ONE) as i32).collect(),
            label_dependents: state("label.dependents"),
            label_heads: state("label.heads"),
            places: floats(container.section("label.places")),
            labels: Matrix::read(container, "labels", LABEL, ONE),
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
                self.layers[l][d].times(&work.x, &mut work.out);
                recur(&work.out, &self.memory[l][d], d, &mut work.y);
            }
            std::mem::swap(&mut work.x, &mut work.y);
            if l + 1 == TAG_LAYER {
                self.tags.times(&work.x, &mut work.tags);
            }
        }
        self.compare(n, work);
        decode(n, &mut work.scores, &mut work.heads);
        self.label(n, work);
    }

    fn sum_rows(&self, words: &[Lex], x: &mut Vec<i16>) {
        x.clear();
        x.resize(words.len() * WIDTH, 0);
        for (i, (lex, x)) in words.iter().zip(x.chunks_exact_mut(WIDTH)).enumerate() {
            for row in rows(lex, i == 0) {
                let row = &self.rows[row * WIDTH..][..WIDTH];
                x.iter_mut().zip(row).for_each(|(x, &w)| *x += i16::from(w as i8));
            }
        }
    }

    /// Scores of all heads: row d holds what each word is worth as head of d, and on the diagonal the root.
    fn compare(&self, n: usize, work: &mut Work) {
        self.dependents.times(&work.x, &mut work.out);
        work.q.clear();
        work.q.extend(work.out.iter().enumerate().map(|(i, &v)| whole(squeeze(v), ARC_ONE) + self.lean[i % ARC]));
        self.heads.times(&work.x, &mut work.out);
        work.k.clear();
        work.k.extend(work.out.iter().map(|&v| whole(squeeze(v), ARC_ONE)));
        work.scores.clear();
        work.scores.resize(n * n, 0);
        for d in 0..n {
            let q = &work.q[d * ARC..][..ARC];
            for h in 0..n {
                work.scores[d * n + h] = if d == h {
                    dot(q, &self.root) >> 10
                } else {
                    (dot(q, &work.k[h * ARC..][..ARC]) >> 10) + self.distances[distance(d, h)]
                };
            }
        }
    }

    fn label(&self, n: usize, work: &mut Work) {
        self.label_dependents.times(&work.x, &mut work.from);
        self.label_heads.times(&work.x, &mut work.to);
        work.hidden.clear();
        for d in 0..n {
            let h = work.heads[d];
            let places = &self.places[place(d, h) * LABEL..][..LABEL];
            let (from, to) = (&work.from[d * LABEL..][..LABEL], &work.to[h * LABEL..][..LABEL]);
            work.hidden.extend((0..LABEL).map(|i| whole(squeeze(from[i] + to[i] + places[i]), ONE)));
        }
        self.labels.times(&work.hidden, &mut work.logits);
        std::mem::swap(&mut work.logits, &mut work.labels);
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
