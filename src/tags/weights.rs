//! Learned weights: one signed byte a bucket, found by the hash of a feature; training and use share the features.

/// Where the weight of a feature (and a class) is read: bytes in the product, wider numbers in training.
pub trait Weights {
    /// The weight in bucket `at`.
    fn get(&self, at: usize) -> i32;
    /// How many bits of a hash choose a bucket.
    fn bits(&self) -> u32;
}

/// Packed weights, used in place.
#[derive(Clone, Copy)]
pub struct Packed<'m> {
    bytes: &'m [u8],
    bits: u32,
}

impl<'m> Packed<'m> {
    /// Over a power of two of bytes.
    pub fn new(bytes: &'m [u8]) -> Packed<'m> {
        assert!(bytes.len().is_power_of_two(), "weights come in powers of two");
        Packed { bytes, bits: bytes.len().trailing_zeros() }
    }
}

impl Weights for Packed<'_> {
    #[inline(always)]
    fn get(&self, at: usize) -> i32 {
        i32::from(self.bytes[at & (self.bytes.len() - 1)] as i8)
    }

    #[inline(always)]
    fn bits(&self) -> u32 {
        self.bits
    }
}

/// Hashes of the features of one decision.
#[derive(Default)]
pub struct Features {
    /// In the order of their templates.
    pub hashes: Vec<u32>,
}

impl Features {
    /// Forgets all.
    #[inline(always)]
    pub fn clear(&mut self) {
        self.hashes.clear();
    }

    /// Adds a feature: its template and its value.
    #[inline(always)]
    pub fn add(&mut self, value: u32) {
        // The template is the place in the list.
        let template = self.hashes.len() as u32;
        self.hashes.push(mix(value, template.wrapping_mul(0x9E37_79B1) ^ 0x5bd1_e995));
    }
}

/// Two numbers to one hash.
#[inline(always)]
pub fn mix(a: u32, b: u32) -> u32 {
    let h = (a ^ b.rotate_left(15)).wrapping_mul(0x85EB_CA6B) ^ b.wrapping_mul(0xC2B2_AE35);
    (h ^ h >> 15).wrapping_mul(0x2C1B_3C6D)
}

/// Three numbers to one hash.
#[inline(always)]
pub fn mix3(a: u32, b: u32, c: u32) -> u32 {
    mix(mix(a, b), c)
}

/// The bucket of a feature and a class: the classes of one feature lie in one block of 64.
#[inline(always)]
pub fn bucket(feature: u32, class: u32, bits: u32) -> usize {
    let block = (feature >> (32 - (bits - 6))) as usize;
    let inner = (feature ^ class.wrapping_mul(0x9E37_79B1) >> 7).wrapping_mul(0x85EB_CA6B) >> 26;
    block << 6 | inner as usize
}
