//! Matrices of whole numbers, and what they are multiplied by.

use crate::model::Container;

/// A matrix: whole numbers, with one scale and one number to add for each row.
pub struct Matrix {
    weights: Vec<i16>,
    inputs: usize,
    scales: Vec<f32>,
    added: Vec<f32>,
}

/// Numbers as they lie in a section.
pub fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

impl Matrix {
    /// From the sections NAME, NAME.scales and NAME.added; `one` is what one is in the inputs.
    pub fn read(container: Container, name: &str, inputs: usize, one: f32) -> Matrix {
        let section = |end: &str| container.section(&format!("{name}{end}"));
        Matrix {
            weights: section("").iter().map(|&b| i16::from(b as i8)).collect(),
            inputs,
            scales: floats(section(".scales")).iter().map(|s| s / one).collect(),
            added: floats(section(".added")),
        }
    }

    fn rows(&self) -> usize {
        self.scales.len()
    }

    /// All products with the rows of `x`, one after the other.
    pub fn times(&self, x: &[i16], out: &mut Vec<f32>) {
        let (rows, inputs) = (self.rows(), self.inputs);
        out.clear();
        out.resize(x.len() / inputs * rows, 0.0);
        // Words in blocks, so that they stay near while all rows go by.
        for (x, out) in x.chunks(8 * inputs).zip(out.chunks_mut(8 * rows)) {
            for (four, weights) in self.weights.chunks(FOUR * inputs).enumerate() {
                for (x, out) in x.chunks_exact(inputs).zip(out.chunks_exact_mut(rows)) {
                    self.some_rows(four * FOUR, weights, x, out);
                }
            }
        }
    }

    /// The products of a word with four rows from `first` on, or with what is left of them.
    #[inline(always)]
    fn some_rows(&self, first: usize, weights: &[i16], x: &[i16], out: &mut [f32]) {
        if weights.len() == FOUR * x.len() {
            let sums = dots(weights, x);
            let (scales, added) = (&self.scales[first..][..FOUR], &self.added[first..][..FOUR]);
            for (i, out) in out[first..][..FOUR].iter_mut().enumerate() {
                *out = sums[i] as f32 * scales[i] + added[i];
            }
        } else {
            for (r, weights) in weights.chunks_exact(x.len()).enumerate() {
                out[first + r] = dot(weights, x) as f32 * self.scales[first + r] + self.added[first + r];
            }
        }
    }
}

/// Rows that are multiplied at once.
const FOUR: usize = 4;

/// The dot product; it cannot overflow for weights of a byte and at most 256 activations.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
pub fn dot(a: &[i16], b: &[i16]) -> i32 {
    let (a, b) = (a.as_chunks::<16>().0, b.as_chunks::<16>().0);
    let b = &b[..a.len()];
    let mut sum = 0_i32;
    for at in 0..a.len() {
        for i in 0..16 {
            sum += i32::from(a[at][i]) * i32::from(b[at][i]);
        }
    }
    sum
}

/// The dot products with four rows, which lie one after the other.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn dots(rows: &[i16], x: &[i16]) -> [i32; FOUR] {
    std::array::from_fn(|r| dot(&rows[r * x.len()..][..x.len()], x))
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd::dot;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use simd::dots;

/// The same with the one instruction that compilers do not find by themselves here.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use super::FOUR;
    use core::arch::wasm32::{
        i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane as lane, i32x4_shuffle, i32x4_splat, v128,
    };

    #[inline(always)]
    fn vector(v: [i16; 8]) -> v128 {
        i16x8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    }

    #[inline(always)]
    pub fn dot(a: &[i16], b: &[i16]) -> i32 {
        let (a, b) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
        let b = &b[..a.len()];
        let mut sums = i32x4_splat(0);
        for at in 0..a.len() {
            sums = i32x4_add(sums, i32x4_dot_i16x8(vector(a[at]), vector(b[at])));
        }
        (lane::<0>(sums) + lane::<1>(sums)) + (lane::<2>(sums) + lane::<3>(sums))
    }

    #[inline(always)]
    pub fn dots(rows: &[i16], x: &[i16]) -> [i32; FOUR] {
        let n = x.len() / 8;
        let (rows, x) = (&rows.as_chunks::<8>().0[..FOUR * n], &x.as_chunks::<8>().0[..n]);
        let (first, second) = rows.split_at(2 * n);
        let ((a, b), (c, d)) = (first.split_at(n), second.split_at(n));
        let mut sums = [i32x4_splat(0); FOUR];
        for at in 0..n {
            let x = vector(x[at]);
            for (sum, row) in sums.iter_mut().zip([a[at], b[at], c[at], d[at]]) {
                *sum = i32x4_add(*sum, i32x4_dot_i16x8(vector(row), x));
            }
        }
        // Halves of each sum fold onto each other, then quarters.
        let fold = |a, b| i32x4_add(i32x4_shuffle::<0, 4, 1, 5>(a, b), i32x4_shuffle::<2, 6, 3, 7>(a, b));
        let (ab, cd) = (fold(sums[0], sums[1]), fold(sums[2], sums[3]));
        let all = i32x4_add(i32x4_shuffle::<0, 1, 4, 5>(ab, cd), i32x4_shuffle::<2, 3, 6, 7>(ab, cd));
        [lane::<0>(all), lane::<1>(all), lane::<2>(all), lane::<3>(all)]
    }
}

/// A number in steps of which `one` make one.
#[inline(always)]
pub fn whole(x: f32, one: f32) -> i16 {
    // Rounds to the nearest: the sum is never negative.
    ((x * one + 16384.5) as i32 - 16384) as i16
}
