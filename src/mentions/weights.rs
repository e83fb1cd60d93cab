//! The weights of features: of a million features those that say something, and of their numbers those that are not nothing.

use super::labels::ROW;
use crate::model::{sum_of_eight, sum_of_first};

/// Rows by the hash of a feature, read in place.
///
/// The highest bits of a hash choose a bucket, the next eight are its fingerprint in it; so a stranger is taken for a feature
/// about once in three hundred times. Layout: the number of features; of each `STRIDE`th bucket, the features and the
/// numbers before it; of each bucket, how many features it has; of each feature, its fingerprint; of each, how many numbers
/// it has; of each number, how far its lane lies after the one before it; the numbers.
#[derive(Clone, Copy, Default)]
pub struct Weights<'m> {
    samples: &'m [u8],
    sizes: &'m [u8],
    prints: &'m [u8],
    counts: &'m [u8],
    steps: &'m [u8],
    numbers: &'m [u8],
}

const BUCKET_BITS: u32 = 16;
const BUCKETS: usize = 1 << BUCKET_BITS;

/// Buckets from one noted start to the next.
const STRIDE: usize = 16;

/// One number for each label and kind.
pub type Lanes = [i32; ROW];

impl<'m> Weights<'m> {
    /// Over bytes made by [`Weights::pack`]; empty bytes hold nothing.
    pub fn read(bytes: &'m [u8]) -> Weights<'m> {
        if bytes.len() < 4 {
            return Weights::default();
        }
        let count = number(bytes, 0);
        let (samples, rest) = bytes[4..].split_at(BUCKETS / STRIDE * 8);
        let (sizes, rest) = rest.split_at(BUCKETS);
        // Fingerprints and counts are read eight at a time, so that both go on past their ends.
        let (prints, counts, rest) = (rest, &rest[count..], &rest[2 * count..]);
        let (steps, numbers) = rest.split_at(rest.len() / 2);
        Weights { samples, sizes, prints, counts, steps, numbers }
    }

    /// Packs features in the order of their hashes. Of several that cannot be distinguished the first is kept.
    pub fn pack(features: &[(u32, [i8; ROW])]) -> Vec<u8> {
        let mut packed = Packed::default();
        let mut rest = features.iter().peekable();
        for bucket in 0..BUCKETS {
            if bucket % STRIDE == 0 {
                packed.sample();
            }
            let mut inside = Vec::new();
            while let Some((hash, row)) = rest.next_if(|(hash, _)| bucket_of(*hash) == bucket) {
                if row.iter().any(|&n| n != 0) && !inside.contains(&print_of(*hash)) && inside.len() < 255 {
                    inside.push(print_of(*hash));
                    packed.add(row);
                }
            }
            packed.sizes.push(inside.len() as u8);
            packed.prints.extend(inside);
        }
        packed.bytes()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.sizes.is_empty()
    }

    /// Adds the numbers of a feature.
    pub fn add_row(&self, hash: u32, sums: &mut Lanes) {
        let bucket = bucket_of(hash);
        let size = usize::from(self.sizes[bucket]);
        if size == 0 {
            return;
        }
        let sampled = bucket / STRIDE;
        let noted = number(self.samples, sampled * 8);
        let first = noted + self.before(bucket);
        let Some(at) = self.position(first, size, print_of(hash)) else { return };
        let start = number(self.samples, sampled * 8 + 4) + self.numbers_between(noted, first + at);
        let end = start + usize::from(self.counts[first + at]);
        let mut lane = 0;
        for (&step, &number) in self.steps[start..end].iter().zip(&self.numbers[start..end]) {
            lane += usize::from(step);
            sums[lane % ROW] += i32::from(number as i8);
        }
    }

    /// How many features the buckets before this one have since the last noted start.
    fn before(&self, bucket: usize) -> usize {
        let (noted, buckets) = (bucket / STRIDE * STRIDE, bucket % STRIDE);
        match buckets.checked_sub(8) {
            None => sum_of_first(eight(self.sizes, noted), buckets),
            Some(more) => sum_of_eight(eight(self.sizes, noted)) + sum_of_first(eight(self.sizes, noted + 8), more),
        }
    }

    /// Which of `size` features from `first` on has this fingerprint.
    fn position(&self, first: usize, size: usize, print: u8) -> Option<usize> {
        if size > 8 {
            return self.prints[first..first + size].iter().position(|&p| p == print);
        }
        // The lowest byte that is nothing gets its highest bit; a borrow makes errors only above it.
        let differs = eight(self.prints, first) ^ (u64::from(print) * LOWEST_BITS);
        let equal = differs.wrapping_sub(LOWEST_BITS) & !differs & (LOWEST_BITS << 7);
        let at = (equal.trailing_zeros() / 8) as usize;
        (at < size).then_some(at)
    }

    /// How many numbers the features from `first` up to `end` have.
    fn numbers_between(&self, first: usize, end: usize) -> usize {
        let whole = (end - first) / 8 * 8;
        let eights = (first..first + whole).step_by(8).map(|at| sum_of_eight(eight(self.counts, at)));
        eights.sum::<usize>() + sum_of_first(eight(self.counts, first + whole), end - first - whole)
    }
}

/// The lowest bit of each byte.
const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;

/// The eight bytes at a place; at the end of all bytes, nothing for those that are missing.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = &bytes[at..];
    match rest.first_chunk() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => rest.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    }
}

/// What is packed so far.
#[derive(Default)]
struct Packed {
    samples: Vec<u8>,
    sizes: Vec<u8>,
    prints: Vec<u8>,
    counts: Vec<u8>,
    steps: Vec<u8>,
    numbers: Vec<u8>,
}

impl Packed {
    fn sample(&mut self) {
        self.samples.extend((self.prints.len() as u32).to_le_bytes());
        self.samples.extend((self.numbers.len() as u32).to_le_bytes());
    }

    fn add(&mut self, row: &[i8; ROW]) {
        let mut last = 0;
        for (lane, &number) in row.iter().enumerate().filter(|(_, n)| **n != 0) {
            self.steps.push((lane - last) as u8);
            self.numbers.push(number as u8);
            last = lane;
        }
        self.counts.push(row.iter().filter(|n| **n != 0).count() as u8);
    }

    fn bytes(self) -> Vec<u8> {
        let count = (self.prints.len() as u32).to_le_bytes().to_vec();
        [count, self.samples, self.sizes, self.prints, self.counts, self.steps, self.numbers].concat()
    }
}

fn bucket_of(hash: u32) -> usize {
    (hash >> (32 - BUCKET_BITS)) as usize
}

fn print_of(hash: u32) -> u8 {
    (hash >> (24 - BUCKET_BITS)) as u8
}

/// The little-endian `u32` at byte `at`.
fn number(bytes: &[u8], at: usize) -> usize {
    bytes[at..].first_chunk().map_or(0, |&four| u32::from_le_bytes(four) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_they_were_packed() {
        let lane = |n: u32, lane: usize| if lane % 5 == n as usize % 7 { (n % 251) as u8 as i8 } else { 0 };
        let features: Vec<(u32, [i8; ROW])> =
            (0..40_000u32).map(|n| (n * 107_000, std::array::from_fn(|at| lane(n, at)))).collect();
        let bytes = Weights::pack(&features);
        let weights = Weights::read(&bytes);
        for (hash, row) in features {
            let mut sums = [1; ROW];
            weights.add_row(hash, &mut sums);
            assert_eq!(sums, row.map(|n| 1 + i32::from(n)), "{hash}");
        }
        let mut sums = [0; ROW];
        weights.add_row(3 << 8, &mut sums);
        assert_eq!(sums, [0; ROW]);
    }

    #[test]
    fn empty_bytes_hold_nothing() {
        assert!(Weights::read(&[]).is_empty());
    }
}
