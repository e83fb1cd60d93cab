//! One layer in training: both directions, there and back.

use crate::random::Random;
use onrecord::tags::net::squeeze;
use std::ops::Range;

/// What a layer did with some sentences, for the way back.
pub struct Layer {
    half: usize,
    gates: [Vec<f32>; 2],
    news: [Vec<f32>; 2],
    states: [Vec<f32>; 2],
    masks: Vec<Vec<f32>>,
    /// What it hands on, word after word.
    pub output: Vec<f32>,
}

impl Layer {
    /// Of this width a direction, for so many words in sentences that leave out what their masks say.
    pub fn new(half: usize, words: usize, masks: Vec<Vec<f32>>) -> Layer {
        let zeros = || [vec![0.0; words * half], vec![0.0; words * half]];
        Layer { half, gates: zeros(), news: zeros(), states: zeros(), masks, output: vec![0.0; words * 2 * half] }
    }

    /// Reads the sentences in one direction; `out` are the matrix's numbers.
    pub fn recur(&mut self, sentences: &[Range<usize>], out: &[f32], memory: &[f32], direction: usize) {
        let half = self.half;
        let (gates, news, states) =
            (&mut self.gates[direction], &mut self.news[direction], &mut self.states[direction]);
        for (words, mask) in sentences.iter().zip(&self.masks) {
            let mask = part(mask, direction, half);
            let mut state = vec![0.0; half];
            for t in (0..words.len()).map(|step| turn(words, direction, step)) {
                let (z, c) = (part(out, 2 * t, half), part(out, 2 * t + 1, half));
                let (gates, news) = (part_mut(gates, t, half), part_mut(news, t, half));
                let output = part_mut(&mut self.output, 2 * t + direction, half);
                let (state, memory) = (&mut state[..half], &memory[..half]);
                for i in 0..half {
                    gates[i] = 0.5 + 0.5 * squeeze(z[i] + memory[i] * state[i]);
                    news[i] = squeeze(c[i]);
                    state[i] += gates[i] * (news[i] - state[i]);
                    output[i] = state[i] * mask[i];
                }
                part_mut(states, t, half).copy_from_slice(state);
            }
        }
    }

    /// The way back through `recur`.
    pub fn unrecur(
        &self,
        sentences: &[Range<usize>],
        d_output: &[f32],
        memory: &[f32],
        direction: usize,
        d_memory: &mut [f32],
    ) -> Vec<f32> {
        let half = self.half;
        let (gates, news, states) = (&self.gates[direction], &self.news[direction], &self.states[direction]);
        let mut d_out = vec![0.0; d_output.len()];
        let (memory, d_memory) = (&memory[..half], &mut d_memory[..half]);
        let nothing = vec![0.0; half];
        for (words, mask) in sentences.iter().zip(&self.masks) {
            let mask = part(mask, direction, half);
            let mut d_state = vec![0.0; half];
            for step in (0..words.len()).rev() {
                let t = turn(words, direction, step);
                let before =
                    if step > 0 { part(states, turn(words, direction, step - 1), half) } else { &nothing[..half] };
                let (gates, news) = (part(gates, t, half), part(news, t, half));
                let d_output = part(d_output, 2 * t + direction, half);
                let (dz, dc) = part_mut(&mut d_out, t, 2 * half).split_at_mut(half);
                let (d_state, dc) = (&mut d_state[..half], &mut dc[..half]);
                for i in 0..half {
                    let ds = d_state[i] + d_output[i] * mask[i];
                    dz[i] = ds * (news[i] - before[i]) * 0.5 * slope(2.0 * gates[i] - 1.0);
                    dc[i] = ds * gates[i] * slope(news[i]);
                    d_memory[i] += dz[i] * before[i];
                    d_state[i] = ds * (1.0 - gates[i]) + dz[i] * memory[i];
                }
            }
        }
        d_out
    }
}

/// Which numbers of a layer are left out in a sentence; the others weigh the more.
pub fn mask(width: usize, dropout: f32, random: &mut Random) -> Vec<f32> {
    let mut mask = vec![1.0; width];
    if dropout > 0.0 {
        for m in &mut mask {
            *m = if (random.below(1000) as f32) < dropout * 1000.0 { 0.0 } else { 1.0 / (1.0 - dropout) };
        }
    }
    mask
}

/// The slope of `squeeze` where it gives y.
#[inline(always)]
fn slope(y: f32) -> f32 {
    let r = (1.0 - y * y).max(0.0);
    r * r.sqrt()
}

/// The way back through `squeeze`, which gave y.
pub fn unsqueeze(d: &mut [f32], y: &[f32]) {
    d.iter_mut().zip(y).for_each(|(d, &y)| *d *= slope(y));
}

/// The words in the order of a direction.
fn turn(words: &Range<usize>, direction: usize, step: usize) -> usize {
    if direction == 0 { words.start + step } else { words.end - 1 - step }
}

/// The part of word t, so many numbers wide.
fn part(all: &[f32], t: usize, width: usize) -> &[f32] {
    &all[t * width..][..width]
}

fn part_mut(all: &mut [f32], t: usize, width: usize) -> &mut [f32] {
    &mut all[t * width..][..width]
}
