//! Training the net: forward, backward and Adam in floats, then whole numbers for the product.

mod kernel;
mod layer;
mod layout;
mod gradient;
mod example;
mod packed;
mod pass;

use crate::random::Random;
pub use example::{Distilled, Example};
use gradient::Gradient;
use layout::Layout;
pub use layout::{Used, Widths};
use onrecord::tags::lexicon::Lex;
pub use pass::Pass;
use std::ops::Range;

/// How the net is trained.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How wide the net is.
    pub widths: Widths,
    /// Rounds through all examples.
    pub epochs: usize,
    /// Sentences a step.
    pub batch: usize,
    /// The largest step.
    pub rate: f32,
    /// What is left out, so that the net does not learn by heart.
    pub dropout: Dropout,
    /// Seed of the first numbers and the shuffles.
    pub seed: u64,
}

/// What is left out while learning.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dropout {
    /// Part of the numbers between layers.
    pub states: f32,
    /// How many in a hundred words are taken for unknown.
    pub words: usize,
}

/// Steps until the largest step is reached.
const WARM_UP: f32 = 200.0;
/// The longest gradient, without the rows.
const LONGEST: f64 = 2.0;

/// A net in training.
pub struct Net {
    layout: Layout,
    values: Vec<f32>,
    first_moments: Vec<f32>,
    second_moments: Vec<f32>,
    steps: i32,
}

impl Net {
    /// With small random numbers.
    pub fn new(widths: Widths, tags: usize, words: usize, seed: u64) -> Net {
        let layout = Layout::new(widths, tags, words);
        let values = layout.begin(seed);
        let size = layout.size();
        Net { layout, values, first_moments: vec![0.0; size], second_moments: vec![0.0; size], steps: 0 }
    }

    /// Learns; `report` is called after each round.
    pub fn train(&mut self, examples: &[Example], plan: &Plan, mut report: impl FnMut(&Net, usize, f32)) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = Random::new(plan.seed);
        let mut gradients = [Gradient::new(&self.layout), Gradient::new(&self.layout)];
        let total = plan.epochs * examples.len().div_ceil(plan.batch);
        for epoch in 0..plan.epochs {
            random.shuffle(&mut order);
            let (mut loss, mut count) = (0.0, 0);
            for batch in order.chunks(plan.batch) {
                let batch: Vec<&Example> = batch.iter().map(|&i| &examples[i]).collect();
                let words: usize = batch.iter().map(|l| l.words.len()).sum();
                self.gather(&batch, plan, random.next(), &mut gradients);
                loss += gradients[0].loss;
                count += words;
                let progress = self.steps as f32 / total as f32;
                let rate = plan.rate * (self.steps as f32 / WARM_UP).min(1.0) * (1.0 - progress).max(0.0);
                self.step(&gradients[0], rate, 1.0 / words as f32);
            }
            report(self, epoch, loss / count as f32);
        }
    }

    /// The gradient of some sentences, each half in a thread of its own: the sum is the same on any machine.
    fn gather(&self, batch: &[&Example], plan: &Plan, seed: u64, gradients: &mut [Gradient; 2]) {
        let used = &self.used();
        let layout = &self.layout;
        let halves = batch.split_at(batch.len() / 2);
        let [first, second] = gradients;
        std::thread::scope(|scope| {
            for (part, gradient, seed) in [(halves.0, &mut *first, seed), (halves.1, &mut *second, seed ^ 0xABCD_EF01)]
            {
                scope.spawn(move || {
                    gradient.clear();
                    let sentences: Vec<&[Lex]> = part.iter().map(|l| l.words.as_slice()).collect();
                    Pass::forward(layout, used, &sentences, &plan.dropout, &mut Random::new(seed))
                        .backward(part, gradient);
                });
            }
        });
        first.add_all(second);
    }

    /// One step of Adam; rows that no word asked for stay.
    fn step(&mut self, gradient: &Gradient, rate: f32, scale: f32) {
        self.steps += 1;
        let (end, width) = (self.layout.rows.start, self.layout.widths.row);
        let norm: f64 = gradient.values[..end].iter().map(|&g| f64::from(g * scale).powi(2)).sum::<f64>().sqrt();
        let scale = if norm > LONGEST { scale * (LONGEST / norm) as f32 } else { scale };
        let power = self.steps.min(10_000);
        let by = Adam { rate, scale, first: 1.0 - FIRST.powi(power), second: 1.0 - SECOND.powi(power) };
        let mut change = |range: Range<usize>| {
            let moments = (&mut self.first_moments[range.clone()], &mut self.second_moments[range.clone()]);
            by.change(&mut self.values[range.clone()], moments, &gradient.values[range]);
        };
        for &row in &gradient.touched {
            change(end + row * width..end + (row + 1) * width);
        }
        change(0..end);
    }

    /// The parameters as the packed net has them.
    pub fn used(&self) -> Used<'_> {
        Used::new(&self.layout, &self.values)
    }

    /// How many tags it knows.
    pub fn tags(&self) -> usize {
        self.layout.tags.rows()
    }

    /// Reads sentences without learning.
    pub fn read<'n>(&'n self, used: &'n Used, sentences: &[&[Lex]]) -> Pass<'n> {
        Pass::plain(&self.layout, used, sentences)
    }

    /// The net as whole numbers, in named sections.
    pub fn packed(&self) -> Vec<(String, Vec<u8>)> {
        packed::sections(&self.layout, &self.values)
    }
}

/// How fast Adam's moments forget.
const FIRST: f32 = 0.9;
const SECOND: f32 = 0.99;

/// One step of Adam.
struct Adam {
    rate: f32,
    scale: f32,
    first: f32,
    second: f32,
}

impl Adam {
    fn change(&self, values: &mut [f32], moments: (&mut [f32], &mut [f32]), gradient: &[f32]) {
        for (((value, first), second), g) in values.iter_mut().zip(moments.0).zip(moments.1).zip(gradient) {
            let g = g * self.scale;
            *first = FIRST * *first + (1.0 - FIRST) * g;
            *second = SECOND * *second + (1.0 - SECOND) * g * g;
            *value -= self.rate * (*first / self.first) / ((*second / self.second).sqrt() + 1e-8);
        }
    }
}
