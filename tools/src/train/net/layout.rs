//! Where each part of the net lies among its parameters, and the parameters as they are used.

use super::kernel::{Left, add_product};
use crate::random::Random;
use onrecord::tags::Relation;
use onrecord::tags::net::{ARC, DISTANCES, HALF, LABEL, LAYERS, PLACES, TABLES, WIDTH};
use std::ops::Range;

/// The numbers of the packed rows are multiples of this: so coarse that most fit in three bits.
pub const ROW_STEP: f32 = 0.125;
/// The largest weight of a matrix's row is this many steps.
pub const WEIGHT_STEPS: f32 = 31.0;

/// A matrix among the parameters.
#[derive(Clone, Debug)]
pub struct Linear {
    /// Its weights, row after row.
    pub weights: Range<usize>,
    /// What is added to each row's sum.
    pub added: Range<usize>,
    /// Numbers in a row.
    pub inputs: usize,
}

impl Linear {
    /// How many numbers it gives.
    pub fn rows(&self) -> usize {
        self.added.len()
    }
}

/// How wide the parts of a net are; only a net of the product's widths can be packed.
#[derive(Clone, Copy, Debug)]
pub struct Widths {
    /// Numbers in a word's row.
    pub row: usize,
    /// Numbers that a layer hands on for each direction.
    pub half: usize,
    /// Numbers by which a word and its head are compared.
    pub arc: usize,
    /// Numbers by which a relation is chosen.
    pub label: usize,
}

impl Widths {
    /// As the product reads them.
    pub const PRODUCT: Widths = Widths { row: WIDTH, half: HALF, arc: ARC, label: LABEL };

    /// Numbers that a layer hands on.
    pub fn state(&self) -> usize {
        2 * self.half
    }
}

/// Where each part of the net lies; the rows of the words come last.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Layout {
    pub widths: Widths,
    pub layers: Vec<[(Linear, Range<usize>); 2]>,
    pub tags: Linear,
    pub dependents: Linear,
    pub heads: Linear,
    pub bias: Range<usize>,
    pub root: Range<usize>,
    pub distances: Range<usize>,
    pub label_dependents: Linear,
    pub label_heads: Linear,
    pub places: Range<usize>,
    pub labels: Linear,
    pub rows: Range<usize>,
}

impl Layout {
    /// For so many tags and words with a row of their own.
    pub fn new(widths: Widths, tags: usize, words: usize) -> Layout {
        let (state, arc, label) = (widths.state(), widths.arc, widths.label);
        let mut size = 0;
        let mut take = |n: usize| {
            size += n;
            size - n..size
        };
        let mut linear =
            |rows: usize, inputs: usize| Linear { weights: take(rows * inputs), added: take(rows), inputs };
        let mut directions = Vec::new();
        for l in 0..LAYERS {
            let inputs = if l == 0 { widths.row } else { state };
            directions.push([linear(state, inputs), linear(state, inputs)]);
        }
        let (tags, dependents, heads) = (linear(tags, state), linear(arc, state), linear(arc, state));
        let (label_dependents, label_heads) = (linear(label, state), linear(label, state));
        let labels = linear(Relation::ALL.len(), label);
        let layers = directions.into_iter().map(|d| d.map(|linear| (linear, take(widths.half)))).collect();
        Layout {
            widths,
            layers,
            tags,
            dependents,
            heads,
            label_dependents,
            label_heads,
            labels,
            bias: take(arc),
            root: take(arc),
            distances: take(2 * DISTANCES),
            places: take(PLACES * label),
            rows: take((TABLES.iter().sum::<usize>() + words) * widths.row),
        }
    }

    /// How many parameters there are.
    pub fn size(&self) -> usize {
        self.rows.end
    }

    /// All matrices.
    pub fn linears(&self) -> impl Iterator<Item = &Linear> {
        let heads =
            [&self.tags, &self.dependents, &self.heads, &self.label_dependents, &self.label_heads, &self.labels];
        self.layers.iter().flatten().map(|(l, _)| l).chain(heads)
    }

    /// Small random numbers to begin with; words' own rows begin at nothing, so that rare words stay close to it.
    pub fn begin(&self, seed: u64) -> Vec<f32> {
        let mut random = Random::new(seed);
        let mut values = vec![0.0; self.size()];
        let mut fill = |range: Range<usize>, width: f32| {
            for v in &mut values[range] {
                *v = ((random.next() >> 40) as f32 / (1 << 24) as f32 * 2.0 - 1.0) * width;
            }
        };
        fill(self.rows.start..self.rows.start + TABLES.iter().sum::<usize>() * self.widths.row, 0.3);
        for linear in self.linears() {
            fill(linear.weights.clone(), (3.0 / linear.inputs as f32).sqrt());
        }
        fill(self.root.clone(), 0.3);
        values
    }
}

/// The nearest whole number, by an addition that every machine does alike.
#[inline(always)]
pub fn nearest(x: f32) -> f32 {
    const MAGIC: f32 = 12_582_912.0;
    (x + MAGIC) - MAGIC
}

/// A row's number as it is packed.
#[inline(always)]
pub fn coarse(x: f32) -> f32 {
    nearest((x * (1.0 / ROW_STEP)).clamp(-127.0, 127.0)) * ROW_STEP
}

/// The step of a matrix's row.
pub fn weight_step(row: &[f32]) -> f32 {
    row.iter().fold(1e-9_f32, |most, v| most.max(v.abs())) / WEIGHT_STEPS
}

/// The parameters as the packed net will have them: what is learned allows for its rounding.
pub struct Used<'v> {
    layout: &'v Layout,
    values: &'v [f32],
    /// All but the rows, weights rounded.
    pub plain: Vec<f32>,
    turned: Vec<f32>,
}

impl<'v> Used<'v> {
    /// The parameters `values`, rounded.
    pub fn new(layout: &'v Layout, values: &'v [f32]) -> Used<'v> {
        let mut plain = values[..layout.rows.start].to_vec();
        let mut turned = vec![0.0; layout.rows.start];
        for linear in layout.linears() {
            let (weights, turned) = (&mut plain[linear.weights.clone()], &mut turned[linear.weights.clone()]);
            for (r, row) in weights.chunks_exact_mut(linear.inputs).enumerate() {
                let step = weight_step(row);
                for (i, v) in row.iter_mut().enumerate() {
                    *v = nearest(*v / step) * step;
                    turned[i * linear.rows() + r] = *v;
                }
            }
        }
        Used { layout, values, plain, turned }
    }

    /// Adds a word's row to `x`.
    #[inline(always)]
    pub fn add_row(&self, row: usize, x: &mut [f32]) {
        let width = self.layout.widths.row;
        let row = &self.values[self.layout.rows.start + row * width..][..width];
        x.iter_mut().zip(row).for_each(|(x, &v)| *x += coarse(v));
    }

    /// What a matrix makes of each row of `x`.
    pub fn forward(&self, linear: &Linear, x: &[f32]) -> Vec<f32> {
        let mut out = self.plain[linear.added.clone()].repeat(x.len() / linear.inputs);
        add_product(&mut out, Left::straight(x, linear.inputs), &self.turned[linear.weights.clone()], linear.rows());
        out
    }

    /// The way back: what `d_out` says of the weights and of `x`.
    pub fn backward(&self, linear: &Linear, x: &[f32], d_out: &[f32], gradient: &mut [f32], d_x: &mut [f32]) {
        let (inputs, rows) = (linear.inputs, linear.rows());
        add_product(d_x, Left::straight(d_out, rows), &self.plain[linear.weights.clone()], inputs);
        add_product(&mut gradient[linear.weights.clone()], Left::turned(d_out, rows), x, inputs);
        let added = &mut gradient[linear.added.clone()];
        for d in d_out.chunks_exact(rows) {
            added.iter_mut().zip(d).for_each(|(a, d)| *a += d);
        }
    }
}
