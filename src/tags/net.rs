//! The learned net: word rows summed, layers that read the sentence both ways, and one look each at tags, heads and labels.
//!
//! Weights are signed bytes with one scale a row, activations 16-bit whole numbers between the layers; what is computed in
//! floating point uses only + - * / and square root, so that every machine gives the same bits.

use super::lexicon::Lex;
use crate::model::Container;

/// Numbers in a word's row.
pub const WIDTH: usize = 48;
/// Numbers that a layer hands on for each direction.
pub const HALF: usize = 56;
/// Numbers that a layer hands on.
pub const STATE: usize = 2 * HALF;
// All widths are multiples of 16, or `dot` would leave numbers out.
const _: () = assert!((WIDTH | STATE | ARC | LABEL).is_multiple_of(16));
/// Layers.
pub const LAYERS: usize = 3;
/// The layer after which words are tagged.
pub const TAG_LAYER: usize = 2;
/// Numbers by which a word and its head are compared.
pub const ARC: usize = 48;
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
        48..=79 => 14,
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

/// A matrix: whole numbers, with one scale and one number to add for each row.
struct Matrix {
    weights: Vec<i16>,
    inputs: usize,
    scales: Vec<f32>,
    added: Vec<f32>,
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

impl Matrix {
    /// From the sections NAME, NAME.scales and NAME.added; `one` is what one is in the inputs.
    fn read(container: Container, name: &str, inputs: usize, one: f32) -> Matrix {
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
    fn times(&self, x: &[i16], out: &mut Vec<f32>) {
        let (rows, inputs) = (self.rows(), self.inputs);
        out.clear();
        out.resize(x.len() / inputs * rows, 0.0);
        // Words in blocks, so that they stay near while all rows go by.
        for (x, out) in x.chunks(8 * inputs).zip(out.chunks_mut(8 * rows)) {
            for (r, weights) in self.weights.chunks_exact(inputs).enumerate() {
                let (scale, added) = (self.scales[r], self.added[r]);
                for (t, x) in x.chunks_exact(inputs).enumerate() {
                    out[t * rows + r] = dot(weights, x) as f32 * scale + added;
                }
            }
        }
    }
}

/// The dot product; it cannot overflow for weights of a byte and at most 256 activations.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn dot(a: &[i16], b: &[i16]) -> i32 {
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

/// The same with the one instruction that compilers do not find by themselves here.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn dot(a: &[i16], b: &[i16]) -> i32 {
    use core::arch::wasm32::{i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane as lane, i32x4_splat};
    let (a, b) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
    let b = &b[..a.len()];
    let mut sums = i32x4_splat(0);
    for at in 0..a.len() {
        let [x, y] = [a[at], b[at]].map(|v| i16x8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]));
        sums = i32x4_add(sums, i32x4_dot_i16x8(x, y));
    }
    (lane::<0>(sums) + lane::<1>(sums)) + (lane::<2>(sums) + lane::<3>(sums))
}

#[inline(always)]
fn whole(x: f32, one: f32) -> i16 {
    // Rounds to the nearest: the sum is never negative.
    ((x * one + 16384.5) as i32 - 16384) as i16
}

/// The net, ready to be used.
pub struct Net<'m> {
    rows: &'m [u8],
    layers: Vec<[Matrix; 2]>,
    memory: Vec<[Vec<f32>; 2]>,
    tags: Matrix,
    dependents: Matrix,
    heads: Matrix,
    lean: Vec<i16>,
    root: Vec<i16>,
    distances: Vec<i32>,
    label_dependents: Matrix,
    label_heads: Matrix,
    places: Vec<f32>,
    labels: Matrix,
}

/// Room to work in, and what was found.
#[derive(Default)]
pub struct Work {
    x: Vec<i16>,
    y: Vec<i16>,
    out: Vec<f32>,
    q: Vec<i16>,
    k: Vec<i16>,
    from: Vec<f32>,
    to: Vec<f32>,
    hidden: Vec<i16>,
    logits: Vec<f32>,
    scores: Vec<i32>,
    /// Scores of the tags, word after word.
    pub tags: Vec<f32>,
    /// Head of each word; the root has itself.
    pub heads: Vec<usize>,
    /// Scores of the relations, word after word.
    pub labels: Vec<f32>,
}

impl<'m> Net<'m> {
    /// From a model file.
    pub fn read(container: Container<'m>) -> Net<'m> {
        let one = floats(container.section("rows.scale")).first().map_or(1.0, |s| 1.0 / s);
        let direction = |l: usize, d: usize| {
            let (inputs, one) = if l == 0 { (WIDTH, one) } else { (STATE, ONE) };
            Matrix::read(container, &format!("layer{l}.{d}"), inputs, one)
        };
        let state = |name: &str| Matrix::read(container, name, STATE, ONE);
        let wholes = |name: &str| floats(container.section(name)).iter().map(|&x| whole(x, ARC_ONE)).collect();
        Net {
            rows: container.section("rows"),
            layers: (0..LAYERS).map(|l| [direction(l, 0), direction(l, 1)]).collect(),
            memory: (0..LAYERS)
                .map(|l| [0, 1].map(|d| floats(container.section(&format!("layer{l}.{d}.memory")))))
                .collect(),
            tags: state("tags.out"),
            dependents: state("dependents"),
            heads: state("heads"),
            lean: wholes("lean"),
            root: wholes("root"),
            distances: floats(container.section("distances")).iter().map(|&x| (x * ARC_ONE) as i32).collect(),
            label_dependents: state("label.dependents"),
            label_heads: state("label.heads"),
            places: floats(container.section("label.places")),
            labels: Matrix::read(container, "labels", LABEL, ONE),
        }
    }

    /// Reads a sentence: fills in the scores of its tags, its heads and the scores of its labels.
    pub fn run(&self, words: &[Lex], work: &mut Work) {
        let n = words.len();
        self.sum_rows(words, &mut work.x);
        for l in 0..LAYERS {
            work.y.clear();
            work.y.resize(n * STATE, 0);
            for d in 0..2 {
                self.layers[l][d].times(&work.x, &mut work.out);
                recur(&work.out, &self.memory[l][d], d, &mut work.y);
            }
            std::mem::swap(&mut work.x, &mut work.y);
            if l + 1 == TAG_LAYER {
                self.tags.times(&work.x, &mut work.tags);
            }
        }
        self.compare(n, work);
        decode(n, &mut work.scores, &mut work.heads);
        self.label(n, work);
    }

    fn sum_rows(&self, words: &[Lex], x: &mut Vec<i16>) {
        x.clear();
        x.resize(words.len() * WIDTH, 0);
        for (i, (lex, x)) in words.iter().zip(x.chunks_exact_mut(WIDTH)).enumerate() {
            for row in rows(lex, i == 0) {
                let row = &self.rows[row * WIDTH..][..WIDTH];
                x.iter_mut().zip(row).for_each(|(x, &w)| *x += i16::from(w as i8));
            }
        }
    }

    /// Scores of all heads: row d holds what each word is worth as head of d, and on the diagonal the root.
    fn compare(&self, n: usize, work: &mut Work) {
        self.dependents.times(&work.x, &mut work.out);
        work.q.clear();
        work.q.extend(work.out.iter().enumerate().map(|(i, &v)| whole(squeeze(v), ARC_ONE) + self.lean[i % ARC]));
        self.heads.times(&work.x, &mut work.out);
        work.k.clear();
        work.k.extend(work.out.iter().map(|&v| whole(squeeze(v), ARC_ONE)));
        work.scores.clear();
        work.scores.resize(n * n, 0);
        for d in 0..n {
            let q = &work.q[d * ARC..][..ARC];
            for h in 0..n {
                work.scores[d * n + h] = if d == h {
                    dot(q, &self.root) >> 10
                } else {
                    (dot(q, &work.k[h * ARC..][..ARC]) >> 10) + self.distances[distance(d, h)]
                };
            }
        }
    }

    fn label(&self, n: usize, work: &mut Work) {
        self.label_dependents.times(&work.x, &mut work.from);
        self.label_heads.times(&work.x, &mut work.to);
        work.hidden.clear();
        for d in 0..n {
            let h = work.heads[d];
            let places = &self.places[place(d, h) * LABEL..][..LABEL];
            let (from, to) = (&work.from[d * LABEL..][..LABEL], &work.to[h * LABEL..][..LABEL]);
            work.hidden.extend((0..LABEL).map(|i| whole(squeeze(from[i] + to[i] + places[i]), ONE)));
        }
        self.labels.times(&work.hidden, &mut work.logits);
        std::mem::swap(&mut work.logits, &mut work.labels);
    }
}

/// One direction of a layer: each number of the state is kept or renewed, as the word and the number itself say.
fn recur(out: &[f32], memory: &[f32], direction: usize, y: &mut [i16]) {
    let n = y.len() / STATE;
    let mut state = [0.0_f32; HALF];
    let memory: &[f32; HALF] = memory.first_chunk().expect("a layer remembers all its numbers");
    let part = |t: usize| out[t * HALF..].first_chunk::<HALF>().expect("every word has its part");
    for step in 0..n {
        let t = if direction == 0 { step } else { n - 1 - step };
        let (gates, news) = (part(2 * t), part(2 * t + 1));
        let y: &mut [i16; HALF] = y[t * STATE + direction * HALF..].first_chunk_mut().expect("every word has its part");
        for i in 0..HALF {
            let gate = 0.5 + 0.5 * squeeze(gates[i] + memory[i] * state[i]);
            state[i] += gate * (squeeze(news[i]) - state[i]);
            y[i] = whole(state[i], ONE);
        }
    }
}

/// The best tree: the surest root, then the best head of every other word, circles broken where it costs least.
fn decode(n: usize, scores: &mut [i32], heads: &mut Vec<usize>) {
    heads.clear();
    if n == 0 {
        return;
    }
    let best_other = |d: usize| (0..n).filter(|&h| h != d).map(|h| scores[d * n + h]).max().unwrap_or(0);
    let root = (0..n).max_by_key(|&d| (i64::from(scores[d * n + d]) - i64::from(best_other(d)), std::cmp::Reverse(d)));
    *heads = spanning_tree(n, root.unwrap_or(0), scores, MOST_CIRCLES);
}

/// So many circles, one in another, are broken where it costs least; real sentences have two or three. Two hundred
/// full stops in a row can have a hundred, and each costs the square of the words.
const MOST_CIRCLES: usize = 24;

/// Chu-Liu and Edmonds: the best tree from `root`, which has itself as head; `scores[d * n + h]` is the worth of h as head of d.
fn spanning_tree(n: usize, root: usize, scores: &[i32], most_circles: usize) -> Vec<usize> {
    let best = |d: usize| {
        (0..n).filter(|&h| h != d).max_by_key(|&h| (scores[d * n + h], std::cmp::Reverse(h))).unwrap_or(root)
    };
    let mut heads: Vec<usize> = (0..n).map(|d| if d == root { root } else { best(d) }).collect();
    let Some(circle) = circle(&heads, root) else { return heads };
    if most_circles == 0 {
        return break_all(heads, root, scores);
    }
    let mut is_inside = vec![false; n];
    circle.iter().for_each(|&v| is_inside[v] = true);
    let outside: Vec<usize> = (0..n).filter(|&v| !is_inside[v]).collect();
    // The circle becomes one word, the last.
    let m = outside.len() + 1;
    let mut smaller = vec![i32::MIN; m * m];
    let mut entry = vec![0; m];
    let mut exit = vec![0; m];
    for (a, &v) in outside.iter().enumerate() {
        for (b, &u) in outside.iter().enumerate() {
            smaller[a * m + b] = scores[v * n + u];
        }
        let worth = |c: usize| scores[c * n + v] - scores[c * n + heads[c]];
        entry[a] = circle.iter().copied().max_by_key(|&c| (worth(c), std::cmp::Reverse(c))).unwrap_or(v);
        smaller[(m - 1) * m + a] = worth(entry[a]);
        exit[a] = circle.iter().copied().max_by_key(|&c| (scores[v * n + c], std::cmp::Reverse(c))).unwrap_or(v);
        smaller[a * m + m - 1] = scores[v * n + exit[a]];
    }
    let small_root = outside.iter().position(|&v| v == root).unwrap_or(0);
    let small = spanning_tree(m, small_root, &smaller, most_circles - 1);
    for (a, &v) in outside.iter().enumerate() {
        heads[v] = if small[a] == m - 1 { exit[a] } else { outside[small[a]] };
    }
    heads[entry[small[m - 1]]] = outside[small[m - 1]];
    heads
}

/// Hangs one word of each circle on the root: the one that minds least.
fn break_all(mut heads: Vec<usize>, root: usize, scores: &[i32]) -> Vec<usize> {
    let n = heads.len();
    while let Some(circle) = circle(&heads, root) {
        let worth = |&d: &usize| (scores[d * n + root], std::cmp::Reverse(d));
        let least = circle.into_iter().max_by_key(worth).expect("a circle has words");
        heads[least] = root;
    }
    heads
}

/// The words of a circle, if there is one.
fn circle(heads: &[usize], root: usize) -> Option<Vec<usize>> {
    let mut seen_from = vec![usize::MAX; heads.len()];
    for start in 0..heads.len() {
        let mut at = start;
        while at != root && seen_from[at] == usize::MAX {
            seen_from[at] = start;
            at = heads[at];
        }
        if at != root && seen_from[at] == start {
            let first = at;
            let mut circle = vec![at];
            while heads[at] != first {
                at = heads[at];
                circle.push(at);
            }
            return Some(circle);
        }
    }
    None
}
