//! How wide and deep the net is, and which of its rows and places a word asks for.

use crate::tags::lexicon::Lex;

/// Numbers in a word's row.
pub const WIDTH: usize = 64;
/// Numbers that a layer hands on for each direction.
pub const HALF: usize = 72;
/// Numbers that a layer hands on.
pub const STATE: usize = 2 * HALF;
// All widths are multiples of 16, or `dot` would leave numbers out.
const _: () = assert!((WIDTH | STATE | ARC | LABEL).is_multiple_of(16));
/// Layers.
pub const LAYERS: usize = 3;
/// The layer after which words are tagged.
pub const TAG_LAYER: usize = 2;
/// Numbers by which a word and its head are compared.
pub const ARC: usize = 64;
/// Numbers by which a relation is chosen.
pub const LABEL: usize = 48;
/// Steps of distance on each side, for heads.
pub const DISTANCES: usize = 16;
/// Steps of distance and direction, for labels.
pub const PLACES: usize = 16;
/// Rows summed for a word.
pub const ROWS: usize = 11;
/// Rows of each kind but the words themselves, which come last: fine, middle and coarse class, the last two, three and
/// four letters, the first three, shape, possible tags, spacing.
pub const TABLES: [usize; ROWS - 1] = [1025, 257, 66, 512, 1536, 1536, 768, 256, 256, 8];

/// One of a layer's inputs is this in whole numbers.
pub const ONE: f32 = 4096.0;
/// As [`ONE`], for the comparison of heads.
pub const ARC_ONE: f32 = 1024.0;

/// The rows that are summed for a word.
pub fn rows(lex: &Lex, is_first: bool) -> [usize; ROWS] {
    let hashed = |h: u32, n: usize| ((h ^ h >> 15).wrapping_mul(0x2C1B_3C6D) >> 8) as usize % n;
    let places = [
        lex.classes[0] as usize,
        lex.classes[1] as usize,
        lex.classes[2] as usize,
        hashed(lex.suffixes[1], TABLES[3]),
        hashed(lex.suffixes[2], TABLES[4]),
        hashed(lex.suffixes[3], TABLES[5]),
        hashed(lex.prefixes[1], TABLES[6]),
        hashed(lex.shape, TABLES[7]),
        lex.possible as usize,
        lex.spacing as usize | usize::from(is_first) << 2,
        lex.row as usize,
    ];
    let mut rows = [0; ROWS];
    let mut start = 0;
    for (i, row) in rows.iter_mut().enumerate() {
        *row = start + places[i];
        start += TABLES.get(i).copied().unwrap_or(0);
    }
    rows
}

/// Squeezes any number into -1..1.
#[inline(always)]
pub fn squeeze(x: f32) -> f32 {
    x / (1.0 + x * x).sqrt()
}

/// From this distance on all are one step.
pub const FARTHEST: usize = 80;

/// Which step of distance a head is at, seen from its dependent.
pub fn distance(dependent: usize, head: usize) -> usize {
    let n = dependent.abs_diff(head);
    let step = match n {
        0..=8 => n - 1,
        9..=10 => 8,
        11..=13 => 9,
        14..=17 => 10,
        18..=23 => 11,
        24..=31 => 12,
        32..=47 => 13,
        48..FARTHEST => 14,
        _ => 15,
    };
    step + if head > dependent { DISTANCES } else { 0 }
}

/// Which of the places of a label a head is at.
pub fn place(dependent: usize, head: usize) -> usize {
    let step = match dependent.abs_diff(head) {
        0 => 0,
        n @ 1..=4 => n - 1,
        5..=7 => 4,
        8..=12 => 5,
        13..=25 => 6,
        _ => 7,
    };
    step + if head > dependent { PLACES / 2 } else { 0 }
}
