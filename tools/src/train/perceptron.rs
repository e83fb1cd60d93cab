//! Averaged perceptrons, and the numbers by which training is shuffled.

use onrecord::tags::weights::Weights;

/// Weights in training: each knows its sum over all steps.
pub struct Perceptron {
    weights: Vec<i32>,
    sums: Vec<i64>,
    bits: u32,
    steps: i64,
}

impl Perceptron {
    /// All zero.
    pub fn new(bits: u32) -> Perceptron {
        Perceptron { weights: vec![0; 1 << bits], sums: vec![0; 1 << bits], bits, steps: 1 }
    }

    /// Counts one decision.
    pub fn tick(&mut self) {
        self.steps += 1;
    }

    /// Changes a weight.
    pub fn add(&mut self, at: usize, change: i32) {
        self.weights[at] += change;
        self.sums[at] += i64::from(change) * self.steps;
    }

    /// The mean of each weight over all steps, as bytes: their root mean square becomes `spread`.
    pub fn packed(&self, spread: f64) -> Vec<u8> {
        let mean = |i: usize| f64::from(self.weights[i]) - self.sums[i] as f64 / self.steps as f64;
        let (mut squares, mut count) = (0.0, 0.0);
        for value in (0..self.weights.len()).map(mean).filter(|&v| v != 0.0) {
            squares += value * value;
            count += 1.0;
        }
        let scale = if count > 0.0 { spread / f64::sqrt(squares / count) } else { 1.0 };
        (0..self.weights.len()).map(|i| ((mean(i) * scale).round().clamp(-127.0, 127.0) as i8) as u8).collect()
    }
}

impl Weights for Perceptron {
    #[inline(always)]
    fn get(&self, at: usize) -> i32 {
        self.weights[at]
    }

    #[inline(always)]
    fn bits(&self) -> u32 {
        self.bits
    }
}

/// A small generator of numbers: the same seed gives the same training.
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.next() >> 33) as usize * n) >> 31
    }

    /// True `percent` times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
