//! Matrices of whole numbers, and what they are multiplied by.

use super::block::{Block, EIGHT, Inputs};
use crate::model::Container;

/// A matrix: whole numbers, with one scale and one number to add for each row.
pub struct Matrix<const PAIRS: usize> {
    rows: usize,
    blocks: Vec<Eight<PAIRS>>,
}

/// Eight rows; the last may be short of some, which are zero.
struct Eight<const PAIRS: usize> {
    weights: Block<PAIRS>,
    scales: [f32; EIGHT],
    added: [f32; EIGHT],
}

/// Numbers as they lie in a section.
pub fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

impl<const PAIRS: usize> Matrix<PAIRS> {
    /// From the sections NAME, NAME.scales and NAME.added; `one` is what one is in the inputs.
    pub fn read(container: Container, name: &str, one: f32) -> Matrix<PAIRS> {
        let section = |end: &str| container.section(&format!("{name}{end}"));
        let weights = section("");
        let scales: Vec<f32> = floats(section(".scales")).iter().map(|s| s / one).collect();
        let added = floats(section(".added"));
        let rows = scales.len();
        let block = |first: usize| Eight {
            weights: Block::new(|row, input| {
                weights.get((first + row) * 2 * PAIRS + input).map_or(0, |&b| i16::from(b as i8))
            }),
            scales: eight(&scales[first..]),
            added: eight(&added[first..]),
        };
        Matrix { rows, blocks: (0..rows).step_by(EIGHT).map(block).collect() }
    }

    /// All products with the rows of `x`, one after the other.
    pub fn times(&self, x: &[i16], out: &mut Vec<f32>) {
        let words = x.as_chunks::<2>().0.as_chunks::<PAIRS>().0;
        out.clear();
        out.resize(words.len() * self.rows, 0.0);
        // Words in batches, so that they stay near while all rows go by.
        for (words, out) in words.chunks(BATCH).zip(out.chunks_mut(BATCH * self.rows)) {
            for (at, block) in self.blocks.iter().enumerate() {
                self.one_block(block, at * EIGHT, words, out);
            }
        }
    }

    /// The products of some words with one block, whose first row is `first`.
    #[inline(always)]
    fn one_block(&self, block: &Eight<PAIRS>, first: usize, words: &[Inputs<PAIRS>], out: &mut [f32]) {
        let (fours, rest) = words.as_chunks::<FOUR>();
        let (of_fours, of_rest) = out.split_at_mut(fours.len() * FOUR * self.rows);
        for (words, out) in fours.iter().zip(of_fours.chunks_exact_mut(FOUR * self.rows)) {
            block.times(words, out, self.rows, first);
        }
        for (word, out) in rest.iter().zip(of_rest.chunks_exact_mut(self.rows)) {
            block.times(std::array::from_ref(word), out, self.rows, first);
        }
    }
}

impl<const PAIRS: usize> Eight<PAIRS> {
    #[inline(always)]
    fn times<const WORDS: usize>(&self, words: &[Inputs<PAIRS>; WORDS], out: &mut [f32], rows: usize, first: usize) {
        let sums = self.weights.times(words);
        for (sums, out) in sums.iter().zip(out.chunks_exact_mut(rows)) {
            let products: [f32; EIGHT] = std::array::from_fn(|i| sums[i] as f32 * self.scales[i] + self.added[i]);
            let out = &mut out[first..];
            match out.first_chunk_mut::<EIGHT>() {
                Some(out) => *out = products,
                None => out.iter_mut().zip(products).for_each(|(out, product)| *out = product),
            }
        }
    }
}

/// Words that are multiplied at once: so many sums fit into the registers of every machine.
const FOUR: usize = 4;
/// Words that all rows go by before the next are looked at.
const BATCH: usize = 4 * FOUR;

/// The first eight numbers, with zeros for what is missing.
fn eight(numbers: &[f32]) -> [f32; EIGHT] {
    std::array::from_fn(|i| numbers.get(i).copied().unwrap_or(0.0))
}

/// Numbers in steps of which `one` make one, rounded to the nearest; for numbers between -16384 and 8 million steps.
#[inline(always)]
pub fn whole(x: f32, one: f32) -> i16 {
    /// From here on to its double, a float has no digits after the point: its lowest bits are a whole number.
    const WHOLE: f32 = 8_388_608.0;
    // Never negative, so that to round down is to cut off. There are vector instructions for all of this, while a cast
    // is one number at a time on some machines.
    let sum = x * one + 16384.5;
    let shifted = sum + WHOLE;
    let is_above = shifted - WHOLE > sum;
    let below = shifted.to_bits().wrapping_sub(WHOLE.to_bits()) as i32;
    below.wrapping_sub(16384 + i32::from(is_above)) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_the_nearest() {
        for one in [1024.0, 4096.0] {
            for i in -40_000..40_000 {
                let x = i as f32 / 40_000.0 * 1.01;
                assert_eq!(whole(x, one), ((x * one + 16384.5) as i32 - 16384) as i16, "{x}");
            }
        }
        for (x, expected) in [(0.0, 0), (0.49, 0), (0.5, 1), (1.5, 2), (-0.5, 0), (-0.51, -1), (-1.5, -1)] {
            assert_eq!(whole(x, 1.0), expected, "{x}");
        }
    }
}
