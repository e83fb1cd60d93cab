//! A random field in training: weights of features and of labels after labels, AdaGrad, and the packed form.

#![allow(clippy::needless_range_loop)] // grids are read by token and label

use super::lattice::{Grid, Lattice, Pairs};
use crate::train::random::Random;
use onrecord::mentions::labels::{LABELS, can_follow};
use onrecord::mentions::tagger::{ROW, UNIT};

/// Weights: a row of one number a label begins at each bucket; rows overlap.
pub struct Field {
    bits: u32,
    weights: Vec<f32>,
    follow: Vec<f32>,
}

/// A field, and how far each of its numbers has been moved.
pub struct Learner {
    /// What is learned.
    pub field: Field,
    squares: Field,
    /// The step.
    pub rate: f32,
    /// How strongly a weight that is moved is pulled to nothing.
    pub pull: f32,
    /// Features left out, in a hundred.
    pub drop: usize,
}

/// The least step that moves weights.
const LEAST_STEP: f32 = 3e-3;

/// A sentence to learn from.
pub struct Example<'l> {
    /// Of each token, the buckets of its features.
    pub rows: &'l [Vec<u32>],
    /// Of each token, the labels that may be right.
    pub allowed: &'l [u32],
    /// How much it counts.
    pub weight: f32,
}

impl Field {
    /// All numbers the same, 2 to the power of `bits` buckets.
    pub fn new(bits: u32, value: f32) -> Field {
        Field { bits, weights: vec![value; (1 << bits) + ROW], follow: vec![value; ROW * ROW] }
    }

    /// The bucket of a feature's hash.
    pub fn bucket(&self, hash: u32) -> u32 {
        hash >> (32 - self.bits)
    }

    fn scores(&self, rows: &[u32]) -> [f32; ROW] {
        let mut scores = [0.0; ROW];
        for &row in rows {
            for (s, w) in scores.iter_mut().zip(&self.weights[row as usize..][..ROW]) {
                *s += w;
            }
        }
        scores
    }

    /// Adds another, for a mean.
    pub fn add(&mut self, other: &Field) {
        self.weights.iter_mut().zip(&other.weights).for_each(|(a, b)| *a += b);
        self.follow.iter_mut().zip(&other.follow).for_each(|(a, b)| *a += b);
    }

    /// In the form in which it is used, divided by `count`; weights under `least` steps are left out.
    pub fn packed(&self, count: f32, least: f32) -> Vec<u8> {
        let scaled = |w: f32| w / count * UNIT as f32;
        let byte = |&w: &f32| if scaled(w).abs() < least { 0 } else { scaled(w).round().clamp(-127.0, 127.0) as i8 };
        let weights = self.weights.iter().map(|w| byte(w) as u8).collect();
        let pairs = (0..LABELS).flat_map(|x| (0..LABELS).map(move |y| x * ROW + y));
        let follow = pairs.flat_map(|at| (scaled(self.follow[at]).round().clamp(-3e4, 3e4) as i16).to_le_bytes());
        onrecord::model::pack(&[("weights".into(), weights), ("follow".into(), follow.collect())])
    }
}

impl Learner {
    /// Nothing learned yet.
    pub fn new(bits: u32, rate: f32, pull: f32, drop: usize) -> Learner {
        Learner { field: Field::new(bits, 0.0), squares: Field::new(bits, 1e-2), rate, pull, drop }
    }

    /// One step towards the sequences that an example allows.
    pub fn learn(&mut self, example: &Example, random: &mut Random) {
        let kept: Vec<Vec<u32>> = example
            .rows
            .iter()
            .map(|rows| rows.iter().copied().filter(|_| self.drop == 0 || !random.chance(self.drop)).collect())
            .collect();
        let nodes: Grid = kept.iter().map(|rows| self.node(rows)).collect();
        let follow = self.exp_follow();
        let free = Lattice { nodes: &nodes, follow: &follow, allowed: None }.expected();
        let gold = Lattice { nodes: &nodes, follow: &follow, allowed: Some(example.allowed) }.expected();
        let (Some(free), Some(gold)) = (free, gold) else { return };
        for (t, rows) in kept.iter().enumerate() {
            let step: [f32; ROW] = std::array::from_fn(|y| (gold.labels[t][y] - free.labels[t][y]) * example.weight);
            if step.iter().any(|s| s.abs() >= LEAST_STEP) {
                rows.iter().for_each(|&row| self.move_row(row as usize, &step));
            }
        }
        self.move_follow(&gold.pairs, &free.pairs, example.weight);
    }

    /// Exponentials of a token's scores, the highest 1; what was left out is made up for.
    fn node(&self, rows: &[u32]) -> [f32; ROW] {
        let scores = self.field.scores(rows);
        let most = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
        let boost = 100.0 / (100 - self.drop) as f32;
        std::array::from_fn(|y| if y < LABELS { libm::expf((scores[y] - most) * boost).max(1e-20) } else { 0.0 })
    }

    fn exp_follow(&self) -> Pairs {
        let exp = |a: usize, b: usize| if can_follow(a, b) { libm::expf(self.field.follow[a * ROW + b]) } else { 0.0 };
        std::array::from_fn(|a| std::array::from_fn(|b| if a.max(b) < LABELS { exp(a, b) } else { 0.0 }))
    }

    fn move_row(&mut self, row: usize, step: &[f32; ROW]) {
        let (weights, squares) = (&mut self.field.weights[row..row + ROW], &mut self.squares.weights[row..row + ROW]);
        for y in 0..LABELS {
            squares[y] += step[y] * step[y];
            let rate = self.rate / squares[y].sqrt();
            let moved = weights[y] + rate * step[y];
            weights[y] = moved.signum() * (moved.abs() - rate * self.pull).max(0.0);
        }
    }

    fn move_follow(&mut self, gold: &Pairs, free: &Pairs, weight: f32) {
        for a in 0..LABELS {
            for b in (0..LABELS).filter(|&b| can_follow(a, b)) {
                let step = (gold[a][b] - free[a][b]) * weight;
                let square = &mut self.squares.follow[a * ROW + b];
                *square += step * step;
                self.field.follow[a * ROW + b] += self.rate * step / square.sqrt();
            }
        }
    }
}
