//! Products of matrices for training: the sums run in one order on every machine, whatever its instructions.

/// Columns and rows of the piece of a product that stays in registers; the sums are the same for any width.
const WIDE: usize = if cfg!(target_feature = "avx2") { 16 } else { 8 };
const HIGH: usize = 4;

/// The left side of a product: element (i, j) is at `i * row + j * column`.
#[derive(Clone, Copy)]
pub struct Left<'a> {
    numbers: &'a [f32],
    row: usize,
    column: usize,
}

impl<'a> Left<'a> {
    /// A matrix row after row, each of `columns` numbers.
    pub fn straight(numbers: &'a [f32], columns: usize) -> Left<'a> {
        Left { numbers, row: columns, column: 1 }
    }

    /// The same matrix with rows for columns.
    pub fn turned(numbers: &'a [f32], columns: usize) -> Left<'a> {
        Left { numbers, row: 1, column: columns }
    }
}

/// Adds the product of `left` and `right`, which has so many columns, to `out`.
pub fn add_product(out: &mut [f32], left: Left, right: &[f32], columns: usize) {
    let whole = columns - columns % WIDE;
    let mut packed = vec![[0.0; HIGH]; right.len() / columns];
    for (block, out) in out.chunks_mut(HIGH * columns).enumerate() {
        let high = out.len() / columns;
        for i in 0..high {
            let row = left.numbers[(block * HIGH + i) * left.row..].iter().step_by(left.column);
            packed.iter_mut().zip(row).for_each(|(packed, &v)| packed[i] = v);
        }
        for at in (0..whole).step_by(WIDE) {
            add_tile(out, &packed, right, columns, at);
        }
        if whole < columns {
            add_rest(out, &packed, right, columns, whole);
        }
    }
}

/// The four rows have names, for compilers keep no array of arrays in registers.
#[inline(never)]
fn add_tile(out: &mut [f32], left: &[[f32; HIGH]], right: &[f32], columns: usize, at: usize) {
    let (mut first, mut second, mut third, mut fourth) = ([0.0; WIDE], [0.0; WIDE], [0.0; WIDE], [0.0; WIDE]);
    for (left, right) in left.iter().zip(right.chunks_exact(columns)) {
        let right: &[f32; WIDE] = right[at..].first_chunk().expect("a tile lies within its row");
        grow(&mut first, left[0], right);
        grow(&mut second, left[1], right);
        grow(&mut third, left[2], right);
        grow(&mut fourth, left[3], right);
    }
    for (out, sums) in out.chunks_exact_mut(columns).zip([first, second, third, fourth]) {
        out[at..][..WIDE].iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
    }
}

#[inline(always)]
fn grow(sums: &mut [f32; WIDE], left: f32, right: &[f32; WIDE]) {
    for j in 0..WIDE {
        sums[j] += left * right[j];
    }
}

/// The columns that fill no tile.
fn add_rest(out: &mut [f32], left: &[[f32; HIGH]], right: &[f32], columns: usize, at: usize) {
    let mut sums = [[0.0_f32; WIDE]; HIGH];
    for (left, right) in left.iter().zip(right.chunks_exact(columns)) {
        for (sums, left) in sums.iter_mut().zip(left) {
            sums.iter_mut().zip(&right[at..]).for_each(|(sum, right)| *sum += left * right);
        }
    }
    for (out, sums) in out.chunks_exact_mut(columns).zip(&sums) {
        out[at..].iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
    }
}

/// The dot product, in eight sums.
#[inline(always)]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a, b) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
    let b = &b[..a.len()];
    let mut sums = [0.0; 8];
    for at in 0..a.len() {
        for i in 0..8 {
            sums[i] += a[at][i] * b[at][i];
        }
    }
    sums.iter().sum()
}

/// Adds a row times a number.
#[inline(always)]
pub fn add(to: &mut [f32], factor: f32, from: &[f32]) {
    let from = &from[..to.len()];
    for i in 0..to.len() {
        to[i] += factor * from[i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplies_matrices_of_any_shape() {
        for (rows, inner, columns) in [(1, 1, 1), (3, 5, 17), (9, 2, 16), (8, 7, 40)] {
            let a: Vec<f32> = (0..rows * inner).map(|i| (i % 7) as f32 - 3.0).collect();
            let b: Vec<f32> = (0..inner * columns).map(|i| (i % 5) as f32 - 2.0).collect();
            let one = |i: usize, j: usize| (0..inner).map(|k| a[i * inner + k] * b[k * columns + j]).sum::<f32>();
            let expected: Vec<f32> = (0..rows * columns).map(|at| 1.0 + one(at / columns, at % columns)).collect();
            let mut out = vec![1.0; rows * columns];
            add_product(&mut out, Left::straight(&a, inner), &b, columns);
            assert_eq!(out, expected);
            let turned: Vec<f32> = (0..rows * inner).map(|at| a[at % rows * inner + at / rows]).collect();
            let mut out = vec![1.0; rows * columns];
            add_product(&mut out, Left::turned(&turned, rows), &b, columns);
            assert_eq!(out, expected);
        }
    }
}
