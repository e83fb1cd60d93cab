//! Eight rows of a matrix, and their products with some words at once: where the analysis spends most of its time.
//!
//! All kinds of block hold the same weights and give the same whole numbers; each lies as its machine reads it fastest.

/// Rows that are multiplied at once.
pub const EIGHT: usize = 8;

/// What a word hands to a matrix, two by two.
pub type Inputs<const PAIRS: usize> = [[i16; 2]; PAIRS];

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub use alone::dot;
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
pub use plain::Block;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd::{Block, dot};
#[cfg(target_arch = "x86_64")]
pub use wide::Block;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod alone {
    /// The dot product; it cannot overflow for weights of a byte and at most 256 activations.
    // Compilers find the instruction only while the loop stands alone, and only without a check for overflow, which
    // fuzzers build with.
    #[inline(never)]
    pub fn dot(a: &[i16], b: &[i16]) -> i32 {
        let (a, b) = (a.as_chunks::<16>().0, b.as_chunks::<16>().0);
        let b = &b[..a.len()];
        let mut sum = 0_i32;
        for at in 0..a.len() {
            for i in 0..16 {
                sum = sum.wrapping_add(i32::from(a[at][i]).wrapping_mul(i32::from(b[at][i])));
            }
        }
        sum
    }
}

/// Row after row, for compilers that find the instruction for dot products by themselves.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
mod plain {
    use super::{EIGHT, Inputs, dot};
    use std::array::from_fn;

    /// Eight rows.
    pub struct Block<const PAIRS: usize>([Inputs<PAIRS>; EIGHT]);

    impl<const PAIRS: usize> Block<PAIRS> {
        /// From the weight that each row has for each input.
        pub fn new(weight: impl Fn(usize, usize) -> i16) -> Self {
            Block(from_fn(|row| from_fn(|pair| [weight(row, 2 * pair), weight(row, 2 * pair + 1)])))
        }

        /// The dot products of each word with each row.
        #[inline(always)]
        pub fn times<const WORDS: usize>(&self, words: &[Inputs<PAIRS>; WORDS]) -> [[i32; EIGHT]; WORDS] {
            from_fn(|word| from_fn(|row| dot(self.0[row].as_flattened(), words[word].as_flattened())))
        }
    }
}

/// With the widest instructions that the machine has, which is asked while the program runs.
#[cfg(target_arch = "x86_64")]
mod wide {
    use super::{EIGHT, Inputs};
    use std::arch::x86_64::{
        __m128i, __m256i, _mm_add_epi32, _mm_cvtsi128_si32, _mm_madd_epi16, _mm_set_epi16, _mm_set1_epi32,
        _mm_setzero_si128, _mm_shuffle_epi32, _mm256_add_epi32, _mm256_castsi256_si128, _mm256_extracti128_si256,
        _mm256_madd_epi16, _mm256_set_epi16, _mm256_set1_epi32, _mm256_setzero_si256,
    };
    use std::array::from_fn;

    /// Eight rows: for each pair of inputs the weights of all rows for it, so that each lane sums a row of its own.
    pub struct Block<const PAIRS: usize>([[[i16; 2]; EIGHT]; PAIRS]);

    impl<const PAIRS: usize> Block<PAIRS> {
        /// From the weight that each row has for each input.
        pub fn new(weight: impl Fn(usize, usize) -> i16) -> Self {
            Block(from_fn(|pair| from_fn(|row| [weight(row, 2 * pair), weight(row, 2 * pair + 1)])))
        }

        /// The dot products of each word with each row.
        #[allow(unsafe_code)]
        #[inline(always)]
        pub fn times<const WORDS: usize>(&self, words: &[Inputs<PAIRS>; WORDS]) -> [[i32; EIGHT]; WORDS] {
            if is_x86_feature_detected!("avx2") {
                // SAFETY: the line above asks for these instructions.
                unsafe { self.times_in_one(words) }
            } else {
                // SAFETY: every processor of 64 bits by Intel and AMD has these.
                unsafe { self.times_in_halves(words) }
            }
        }

        #[target_feature(enable = "avx2")]
        fn times_in_one<const WORDS: usize>(&self, words: &[Inputs<PAIRS>; WORDS]) -> [[i32; EIGHT]; WORDS] {
            let mut sums = [_mm256_setzero_si256(); WORDS];
            for (pair, weights) in self.0.iter().enumerate() {
                let weights = sixteen(weights);
                for (sum, word) in sums.iter_mut().zip(words) {
                    *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(weights, _mm256_set1_epi32(bits(word[pair]))));
                }
            }
            sums.map(|sum| both([_mm256_castsi256_si128(sum), _mm256_extracti128_si256::<1>(sum)]))
        }

        #[target_feature(enable = "sse2")]
        fn times_in_halves<const WORDS: usize>(&self, words: &[Inputs<PAIRS>; WORDS]) -> [[i32; EIGHT]; WORDS] {
            let mut sums = [[_mm_setzero_si128(); 2]; WORDS];
            for (pair, weights) in self.0.iter().enumerate() {
                let weights = [eight(weights, 0), eight(weights, 4)];
                for (sums, word) in sums.iter_mut().zip(words) {
                    let inputs = _mm_set1_epi32(bits(word[pair]));
                    for (sum, weights) in sums.iter_mut().zip(weights) {
                        *sum = _mm_add_epi32(*sum, _mm_madd_epi16(weights, inputs));
                    }
                }
            }
            sums.map(|halves| both(halves))
        }
    }

    /// Two numbers as the bits of one.
    fn bits([x, y]: [i16; 2]) -> i32 {
        i32::from(x as u16) | i32::from(y) << 16
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn sixteen(w: &[[i16; 2]; EIGHT]) -> __m256i {
        let w = w.as_flattened();
        _mm256_set_epi16(
            w[15], w[14], w[13], w[12], w[11], w[10], w[9], w[8], w[7], w[6], w[5], w[4], w[3], w[2], w[1], w[0],
        )
    }

    /// The weights of four rows from `first` on.
    #[inline]
    #[target_feature(enable = "sse2")]
    fn eight(w: &[[i16; 2]; EIGHT], first: usize) -> __m128i {
        let w = w[first..first + 4].as_flattened();
        _mm_set_epi16(w[7], w[6], w[5], w[4], w[3], w[2], w[1], w[0])
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn both([a, b]: [__m128i; 2]) -> [i32; EIGHT] {
        let ([a, b, c, d], [e, f, g, h]) = (four(a), four(b));
        [a, b, c, d, e, f, g, h]
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn four(v: __m128i) -> [i32; 4] {
        [v, _mm_shuffle_epi32::<1>(v), _mm_shuffle_epi32::<2>(v), _mm_shuffle_epi32::<3>(v)]
            .map(|v| _mm_cvtsi128_si32(v))
    }
}

/// With the one instruction that compilers do not find by themselves here.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use super::{EIGHT, Inputs};
    use core::arch::wasm32::{i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane as lane, i32x4_splat, v128};
    use std::array::from_fn;

    /// Eight rows, four and four: for each pair of inputs first the weights of four rows for it, then of the other four.
    /// Each lane sums a row of its own, so that nothing is left to be added across at the end.
    pub struct Block<const PAIRS: usize>([[v128; 2]; PAIRS]);

    impl<const PAIRS: usize> Block<PAIRS> {
        /// From the weight that each row has for each input.
        pub fn new(weight: impl Fn(usize, usize) -> i16) -> Self {
            let four = |first: usize, pair: usize| vector(from_fn(|i| weight(first + i / 2, 2 * pair + i % 2)));
            Block(from_fn(|pair| [four(0, pair), four(4, pair)]))
        }

        /// The dot products of each word with each row.
        #[inline(always)]
        pub fn times<const WORDS: usize>(&self, words: &[Inputs<PAIRS>; WORDS]) -> [[i32; EIGHT]; WORDS] {
            let mut sums = [[i32x4_splat(0); 2]; WORDS];
            for (pair, weights) in self.0.iter().enumerate() {
                for (sums, word) in sums.iter_mut().zip(words) {
                    let [x, y] = word[pair];
                    let inputs = i32x4_splat(i32::from(x as u16) | i32::from(y) << 16);
                    for (sum, weights) in sums.iter_mut().zip(weights) {
                        *sum = i32x4_add(*sum, i32x4_dot_i16x8(*weights, inputs));
                    }
                }
            }
            sums.map(|[a, b]| {
                [
                    lane::<0>(a),
                    lane::<1>(a),
                    lane::<2>(a),
                    lane::<3>(a),
                    lane::<0>(b),
                    lane::<1>(b),
                    lane::<2>(b),
                    lane::<3>(b),
                ]
            })
        }
    }

    /// The dot product; it cannot overflow for weights of a byte and at most 256 activations.
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
    fn vector(v: [i16; 8]) -> v128 {
        i16x8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_gives_the_dot_products_of_its_rows() {
        let weight = |row: usize, input: usize| (row * 37 + input * 11) as i16 % 255 - 127;
        let block = Block::<8>::new(weight);
        let word = |word: usize| std::array::from_fn(|pair| [0, 1].map(|i| (word * 999 + 2 * pair + i) as i16 - 500));
        let words: [Inputs<8>; 4] = std::array::from_fn(word);
        for (x, sums) in words.iter().zip(block.times(&words)) {
            for (row, sum) in sums.into_iter().enumerate() {
                let one = |(i, &x): (usize, &i16)| i32::from(weight(row, i)) * i32::from(x);
                assert_eq!(sum, x.as_flattened().iter().enumerate().map(one).sum::<i32>(), "row {row}");
            }
        }
    }
}
