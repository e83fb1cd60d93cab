//! Which features are learned: those that are seen often enough.

/// Hashes in order; the place of one is the number of its row of weights.
pub struct Known {
    hashes: Vec<u32>,
    /// Of each number of high bits, where the hashes that begin with it begin.
    starts: Vec<u32>,
}

/// The high bits by which hashes are found.
const HIGH_BITS: u32 = 20;

impl Known {
    /// Those that are there at least so often.
    pub fn of(mut hashes: Vec<u32>, least: usize) -> Known {
        hashes.sort_unstable();
        let often = hashes.chunk_by(|a, b| a == b).filter(|same| same.len() >= least);
        Known::sorted(often.map(|same| same[0]).collect())
    }

    /// Of hashes in order.
    pub fn sorted(hashes: Vec<u32>) -> Known {
        let high = |hash: &u32| hash >> (32 - HIGH_BITS);
        let starts = (0..=1 << HIGH_BITS).map(|n| hashes.partition_point(|h| high(h) < n) as u32).collect();
        Known { hashes, starts }
    }

    /// All, in order.
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }

    /// The number of a feature's row.
    pub fn row(&self, hash: u32) -> Option<u32> {
        let high = (hash >> (32 - HIGH_BITS)) as usize;
        let (start, end) = (self.starts[high] as usize, self.starts[high + 1] as usize);
        self.hashes[start..end].binary_search(&hash).ok().map(|n| (start + n) as u32)
    }
}
