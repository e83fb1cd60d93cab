//! Sums over all sequences of labels: what each label is expected at each token, and each pair.

#![allow(clippy::needless_range_loop)] // grids are read by token and label

use onrecord::mentions::labels::LABELS;
use onrecord::mentions::tagger::ROW;

/// A number for each token and label.
pub type Grid = Vec<[f32; ROW]>;
/// A number for each label after another.
pub type Pairs = [[f32; ROW]; ROW];

/// The sequences of one sentence: what each label weighs at each token and after each label, and which labels may stand.
pub struct Lattice<'g> {
    /// Exponentials of the scores.
    pub nodes: &'g Grid,
    /// Exponentials of the transitions, 0 where one cannot be.
    pub follow: &'g Pairs,
    /// One bit a label; `None`: all.
    pub allowed: Option<&'g [u32]>,
}

/// What is expected: labels at tokens, and labels after labels.
pub struct Expected {
    /// By token.
    pub labels: Grid,
    /// Over the sentence, the ends included.
    pub pairs: Pairs,
}

impl Lattice<'_> {
    fn permits(&self, t: usize, y: usize) -> bool {
        self.allowed.is_none_or(|a| a[t] >> y & 1 == 1)
    }

    /// `None` when no sequence is possible.
    pub fn expected(&self) -> Option<Expected> {
        let (alpha, scale) = self.forward()?;
        let beta = self.backward(&scale);
        let last = &alpha[alpha.len() - 1];
        let z: f32 = (0..LABELS).map(|y| last[y] * self.follow[y][0]).sum();
        (z > 0.0).then(|| Expected { labels: labels(&alpha, &beta, z), pairs: self.pairs(&alpha, &beta, &scale, z) })
    }

    fn forward(&self) -> Option<(Grid, Vec<f32>)> {
        let n = self.nodes.len();
        let (mut alpha, mut scale): (Grid, Vec<f32>) = (Vec::with_capacity(n), Vec::with_capacity(n));
        for t in 0..n {
            let mut row = if t == 0 { self.follow[0] } else { after(&alpha[t - 1], self.follow) };
            let mut sum = 0.0;
            for y in 0..ROW {
                row[y] = if y < LABELS && self.permits(t, y) { row[y] * self.nodes[t][y] } else { 0.0 };
                sum += row[y];
            }
            if sum.is_nan() || sum <= 0.0 {
                return None;
            }
            row.iter_mut().for_each(|r| *r /= sum);
            scale.push(sum);
            alpha.push(row);
        }
        Some((alpha, scale))
    }

    fn backward(&self, scale: &[f32]) -> Grid {
        let n = self.nodes.len();
        let mut beta: Grid = vec![[0.0; ROW]; n];
        for y in 0..LABELS {
            beta[n - 1][y] = self.follow[y][0];
        }
        for t in (0..n - 1).rev() {
            let ahead = self.weighed(t + 1, &beta[t + 1], scale[t + 1]);
            for before in 0..LABELS {
                beta[t][before] = self.follow[before].iter().zip(&ahead).map(|(f, a)| f * a).sum();
            }
        }
        beta
    }

    /// The sum over all that follows a token for each of its labels, its own weight included.
    fn weighed(&self, t: usize, beta: &[f32; ROW], scale: f32) -> [f32; ROW] {
        let mut ahead = [0.0f32; ROW];
        for y in (0..LABELS).filter(|&y| self.permits(t, y)) {
            ahead[y] = self.nodes[t][y] * beta[y] / scale;
        }
        ahead
    }

    fn pairs(&self, alpha: &Grid, beta: &Grid, scale: &[f32], z: f32) -> Pairs {
        let n = alpha.len();
        let mut pairs = [[0.0; ROW]; ROW];
        for t in 1..n {
            let ahead = self.weighed(t, &beta[t], scale[t] * z);
            for before in (0..LABELS).filter(|&b| alpha[t - 1][b] != 0.0) {
                let a = alpha[t - 1][before];
                for y in 0..LABELS {
                    pairs[before][y] += a * self.follow[before][y] * ahead[y];
                }
            }
        }
        for y in 0..LABELS {
            pairs[0][y] += alpha[0][y] * beta[0][y] / z;
            pairs[y][0] += alpha[n - 1][y] * beta[n - 1][y] / z;
        }
        pairs
    }
}

fn after(alpha: &[f32; ROW], follow: &Pairs) -> [f32; ROW] {
    let mut row = [0.0f32; ROW];
    for before in (0..LABELS).filter(|&b| alpha[b] > 0.0) {
        for y in 0..ROW {
            row[y] += alpha[before] * follow[before][y];
        }
    }
    row
}

fn labels(alpha: &Grid, beta: &Grid, z: f32) -> Grid {
    let product = |(a, b): (&[f32; ROW], &[f32; ROW])| std::array::from_fn(|y| a[y] * b[y] / z);
    alpha.iter().zip(beta).map(product).collect()
}
