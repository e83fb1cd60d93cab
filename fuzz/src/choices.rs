//! Where the fuzzer's decisions come from: numbers that look random, or the bytes that libFuzzer changes.

/// A sequence of choices; the same from the same source.
pub enum Choices<'b> {
    /// From a seed, without end.
    Seeded(u64),
    /// From bytes; after the last, the first alternative is chosen.
    Given(&'b [u8]),
}

impl Choices<'_> {
    /// The choices of text number `number` of a run: each text can be made again without those before it.
    pub fn of(seed: u64, number: u64) -> Choices<'static> {
        Choices::Seeded(mixed(mixed(seed) ^ number))
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        match self {
            Choices::Seeded(state) => {
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                (mixed(*state) % limit as u64) as usize
            }
            Choices::Given(bytes) => {
                let count = if limit > 256 { 3 } else { 1 };
                let (now, later) = bytes.split_at(count.min(bytes.len()));
                *bytes = later;
                now.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte)) % limit
            }
        }
    }
}

/// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
fn mixed(state: u64) -> u64 {
    let state = (state ^ state >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let state = (state ^ state >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ state >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_from_the_same_source() {
        let drawn = |mut choices: Choices| (0..50).map(|_| choices.below(7)).collect::<Vec<_>>();
        assert_eq!(drawn(Choices::of(1, 2)), drawn(Choices::of(1, 2)));
        assert_ne!(drawn(Choices::of(1, 2)), drawn(Choices::of(1, 3)));
        assert_eq!(drawn(Choices::Given(&[9, 3]))[..4], [2, 3, 0, 0]);
        assert!((0..7).all(|n| drawn(Choices::of(1, 2)).contains(&n)));
    }
}
