//! A random field in training: weights of features and of labels after labels, AdaGrad, and the packed form.

#![allow(clippy::needless_range_loop)] // grids are read by token and label

use super::lattice::{Grid, Lattice, Pairs};
use crate::random::Random;
use onrecord::mentions::labels::{LABELS, can_follow, meaning};
use onrecord::mentions::tagger::{ROW, UNIT};
use onrecord::mentions::weights::Weights;

/// Weights: a row of one number a label and one a kind for each feature.
#[derive(Clone)]
pub struct Field {
    weights: Vec<f32>,
    follow: Vec<f32>,
}

/// A field, and how far each of its numbers has been moved.
#[derive(Clone)]
pub struct Learner {
    /// What is learned.
    pub field: Field,
    squares: Field,
    /// The step.
    pub rate: f32,
    /// How strongly a weight that is moved is pulled to nothing.
    pub l1_penalty: f32,
    /// Features left out, in a hundred.
    pub drop: usize,
}

/// How far each weight counts as moved at the start.
const FIRST_SQUARE: f32 = 1e-2;

/// The labels that say a kind, with it.
fn kinds() -> impl Iterator<Item = (usize, usize)> {
    (0..LABELS).filter_map(|y| meaning(y).map(|(kind, _)| (y, kind)))
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
    /// So many rows, all numbers the same.
    pub fn new(rows: usize, value: f32) -> Field {
        Field { weights: vec![value; rows * ROW], follow: vec![value; ROW * ROW] }
    }

    fn row(&self, row: u32) -> &[f32] {
        &self.weights[row as usize * ROW..][..ROW]
    }

    /// What each label scores, that of its kind included.
    fn scores(&self, rows: &[u32]) -> [f32; ROW] {
        let mut scores = [0.0; ROW];
        for &row in rows {
            for (s, w) in scores.iter_mut().zip(self.row(row)) {
                *s += w;
            }
        }
        for (y, kind) in kinds() {
            scores[y] += scores[LABELS + kind];
        }
        scores
    }

    /// As many numbers, all nothing.
    pub fn nothing(&self) -> Field {
        Field { weights: vec![0.0; self.weights.len()], follow: vec![0.0; ROW * ROW] }
    }

    /// All numbers divided.
    pub fn divided(mut self, by: f32) -> Field {
        self.weights.iter_mut().chain(&mut self.follow).for_each(|w| *w /= by);
        self
    }

    /// Adds another, for a mean.
    pub fn add(&mut self, other: &Field) {
        self.weights.iter_mut().zip(&other.weights).for_each(|(a, b)| *a += b);
        self.follow.iter_mut().zip(&other.follow).for_each(|(a, b)| *a += b);
    }

    /// In the form in which it is used; the first rows are those of `hashes`.
    pub fn packed(&self, hashes: &[u32]) -> Vec<u8> {
        let scaled = |w: f32| w * UNIT as f32;
        let byte = |w: &f32| scaled(*w).round().clamp(-127.0, 127.0) as i8;
        let row = |n: usize| std::array::from_fn(|y| byte(&self.row(n as u32)[y]));
        let features: Vec<(u32, [i8; ROW])> = hashes.iter().enumerate().map(|(n, &hash)| (hash, row(n))).collect();
        let pairs = (0..LABELS).flat_map(|x| (0..LABELS).map(move |y| x * ROW + y));
        let follow = pairs.flat_map(|at| (scaled(self.follow[at]).round().clamp(-3e4, 3e4) as i16).to_le_bytes());
        onrecord::model::pack(&[("weights".into(), Weights::pack(&features)), ("follow".into(), follow.collect())])
    }
}

impl Learner {
    /// Nothing learned yet.
    pub fn new(rows: usize, rate: f32, l1_penalty: f32, drop: usize) -> Learner {
        Learner { field: Field::new(rows, 0.0), squares: Field::new(rows, FIRST_SQUARE), rate, l1_penalty, drop }
    }

    /// One that goes on with the `count` weights of the first `rows` that say most, and learns no others of them: what a
    /// weight says is its square times how often and how far it was moved.
    pub fn pruned(mut self, rows: usize, count: usize) -> Learner {
        let says: Vec<f32> = (0..rows * ROW).map(|n| self.field.weights[n].powi(2) * self.squares.weights[n]).collect();
        let mut order = says.clone();
        let least = *order.select_nth_unstable_by(count.min(says.len() - 1), |a, b| b.total_cmp(a)).1;
        self.l1_penalty = 0.0;
        for (n, says) in says.into_iter().enumerate() {
            let is_kept = says > least;
            self.field.weights[n] = if is_kept { self.field.weights[n] } else { 0.0 };
            self.squares.weights[n] = if is_kept { FIRST_SQUARE } else { f32::INFINITY };
        }
        self
    }

    /// The sum with another, for a mean.
    pub fn plus(mut self, other: Learner) -> Learner {
        self.field.add(&other.field);
        self.squares.add(&other.squares);
        self
    }

    /// The mean of so many that were added.
    pub fn divided(self, by: f32) -> Learner {
        Learner { field: self.field.divided(by), ..self }
    }

    /// Whether anything of a row is learned.
    pub fn is_kept(&self, row: u32) -> bool {
        self.squares.row(row).iter().any(|s| s.is_finite())
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
            let mut step: [f32; ROW] =
                std::array::from_fn(|y| (gold.labels[t][y] - free.labels[t][y]) * example.weight);
            if step.iter().any(|s| s.abs() >= LEAST_STEP) {
                kinds().for_each(|(y, kind)| step[LABELS + kind] += step[y]);
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
        let (weights, squares) =
            (&mut self.field.weights[row * ROW..][..ROW], &mut self.squares.weights[row * ROW..][..ROW]);
        for y in 0..ROW {
            squares[y] += step[y] * step[y];
            let rate = self.rate / squares[y].sqrt();
            let moved = weights[y] + rate * step[y];
            weights[y] = moved.signum() * (moved.abs() - rate * self.l1_penalty).max(0.0);
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
