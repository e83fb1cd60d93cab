//! Training the net: forward, backward and Adam in plain floats, then whole numbers for the product.

use super::random::Random;
use onrecord::tags::Relation;
use onrecord::tags::lexicon::Lex;
use onrecord::tags::net::{
    ARC, ARC_ONE, DISTANCES, HALF, LABEL, LAYERS, PLACES, ROWS, STATE, TABLES, TAG_LAYER, WIDTH, distance, place, rows,
    squeeze,
};
use std::ops::Range;

/// A sentence to learn from.
pub struct Lesson {
    /// Its words.
    pub words: Vec<Lex>,
    /// Their tags.
    pub tags: Vec<u8>,
    /// Their heads; the root has itself.
    pub heads: Vec<usize>,
    /// Their relations.
    pub relations: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
}

/// Fine steps of a word row's numbers in their root mean square.
const ROW_STEPS: f32 = 10.0;
/// Fine steps in one step of the packed rows: the numbers of a row need few bits, for they are summed with ten others.
const ROW_COARSER: f32 = 2.0;

/// How the net is trained.
pub struct Plan {
    /// Rounds through all lessons.
    pub epochs: usize,
    /// Sentences a step.
    pub batch: usize,
    /// The largest step.
    pub rate: f32,
    /// Part of the numbers between layers that is left out.
    pub dropout: f32,
    /// How many in a hundred words are taken for unknown.
    pub unknown: usize,
    /// Seed of the shuffles.
    pub seed: u64,
}

/// A matrix among the parameters.
#[derive(Clone, Debug)]
struct Linear {
    weights: Range<usize>,
    added: Range<usize>,
    inputs: usize,
}

impl Linear {
    fn rows(&self) -> usize {
        self.added.len()
    }
}

/// Where each part of the net lies among its parameters.
#[derive(Clone, Debug)]
struct Layout {
    rows: Range<usize>,
    layers: Vec<[(Linear, Range<usize>); 2]>,
    tags: Linear,
    dependents: Linear,
    heads: Linear,
    lean: Range<usize>,
    root: Range<usize>,
    distances: Range<usize>,
    label_dependents: Linear,
    label_heads: Linear,
    places: Range<usize>,
    labels: Linear,
    size: usize,
}

impl Layout {
    fn new(tags: usize, words: usize) -> Layout {
        let mut size = 0;
        let mut take = |n: usize| {
            size += n;
            size - n..size
        };
        let rows = take((TABLES.iter().sum::<usize>() + words) * WIDTH);
        let mut linear =
            |rows: usize, inputs: usize| Linear { weights: take(rows * inputs), added: take(rows), inputs };
        let mut directions = Vec::new();
        for l in 0..LAYERS {
            let inputs = if l == 0 { WIDTH } else { STATE };
            directions.push([linear(STATE, inputs), linear(STATE, inputs)]);
        }
        let (tags, dependents, heads) = (linear(tags, STATE), linear(ARC, STATE), linear(ARC, STATE));
        let (label_dependents, label_heads) = (linear(LABEL, STATE), linear(LABEL, STATE));
        let labels = linear(Relation::ALL.len(), LABEL);
        let layers = directions.into_iter().map(|d| d.map(|linear| (linear, take(HALF)))).collect();
        Layout {
            rows,
            layers,
            tags,
            dependents,
            heads,
            label_dependents,
            label_heads,
            labels,
            lean: take(ARC),
            root: take(ARC),
            distances: take(2 * DISTANCES),
            places: take(PLACES * LABEL),
            size,
        }
    }

    fn linears(&self) -> impl Iterator<Item = &Linear> {
        let heads =
            [&self.tags, &self.dependents, &self.heads, &self.label_dependents, &self.label_heads, &self.labels];
        self.layers.iter().flatten().map(|(l, _)| l).chain(heads)
    }
}

/// A net in training.
pub struct Net {
    layout: Layout,
    values: Vec<f32>,
    first_moments: Vec<f32>,
    second_moments: Vec<f32>,
    steps: i32,
}

/// What a thread gathers from its sentences.
struct Gradient {
    values: Vec<f32>,
    touched: Vec<usize>,
    is_touched: Vec<bool>,
    loss: f32,
}

impl Gradient {
    fn new(layout: &Layout) -> Gradient {
        let rows = layout.rows.len() / WIDTH;
        Gradient { values: vec![0.0; layout.size], touched: Vec::new(), is_touched: vec![false; rows], loss: 0.0 }
    }

    fn clear(&mut self, layout: &Layout) {
        for row in self.touched.drain(..) {
            self.is_touched[row] = false;
            self.values[row * WIDTH..][..WIDTH].fill(0.0);
        }
        self.values[layout.rows.end..].fill(0.0);
        self.loss = 0.0;
    }

    fn touch(&mut self, row: usize) {
        if !self.is_touched[row] {
            self.is_touched[row] = true;
            self.touched.push(row);
        }
    }
}

impl Net {
    /// With small random numbers.
    pub fn new(tags: usize, words: usize, seed: u64) -> Net {
        let layout = Layout::new(tags, words);
        let mut random = Random::new(seed);
        let mut values = vec![0.0; layout.size];
        let mut fill = |range: Range<usize>, width: f32| {
            for v in &mut values[range] {
                *v = ((random.next() >> 40) as f32 / (1 << 24) as f32 * 2.0 - 1.0) * width;
            }
        };
        fill(layout.rows.clone(), 0.3);
        for linear in layout.linears() {
            fill(linear.weights.clone(), (3.0 / linear.inputs as f32).sqrt());
        }
        fill(layout.root.clone(), 0.3);
        let size = layout.size;
        Net { layout, values, first_moments: vec![0.0; size], second_moments: vec![0.0; size], steps: 0 }
    }

    /// Learns; `report` is called after each round.
    pub fn train(&mut self, lessons: &[Lesson], plan: &Plan, mut report: impl FnMut(&Net, usize, f32)) {
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        let mut random = Random::new(plan.seed);
        let mut gradients = [Gradient::new(&self.layout), Gradient::new(&self.layout)];
        let total = plan.epochs * lessons.len().div_ceil(plan.batch);
        for epoch in 0..plan.epochs {
            random.shuffle(&mut order);
            let mut loss = 0.0;
            let mut count = 0;
            for batch in order.chunks(plan.batch) {
                let seed = random.next();
                let words: usize = batch.iter().map(|&i| lessons[i].words.len()).sum();
                let halves = batch.split_at(batch.len() / 2);
                let net = &*self;
                std::thread::scope(|scope| {
                    let [first, second] = &mut gradients;
                    for (part, gradient, seed) in [(halves.0, first, seed), (halves.1, second, seed ^ 0xABCD_EF01)] {
                        scope.spawn(move || {
                            gradient.clear(&net.layout);
                            let mut random = Random::new(seed);
                            for &i in part {
                                net.learn(&lessons[i], plan, &mut random, gradient);
                            }
                        });
                    }
                });
                loss += gradients[0].loss + gradients[1].loss;
                count += words;
                let progress = self.steps as f32 / total as f32;
                let rate = plan.rate * (self.steps as f32 / 200.0).min(1.0) * (1.0 - progress).max(0.0);
                self.step(&mut gradients, rate, 1.0 / words as f32);
            }
            report(self, epoch, loss / count as f32);
        }
    }

    /// One step of Adam; rows that no word asked for stay.
    fn step(&mut self, gradients: &mut [Gradient; 2], rate: f32, scale: f32) {
        self.steps += 1;
        let [first, second] = gradients;
        let start = self.layout.rows.end;
        for &row in &second.touched {
            first.touch(row);
            for i in row * WIDTH..(row + 1) * WIDTH {
                first.values[i] += second.values[i];
            }
        }
        first.values[start..].iter_mut().zip(&second.values[start..]).for_each(|(a, b)| *a += b);
        let norm: f64 = first.values[start..].iter().map(|&g| f64::from(g * scale).powi(2)).sum::<f64>().sqrt();
        let scale = if norm > 2.0 { scale * (2.0 / norm) as f32 } else { scale };
        let (b1, b2) = (0.9_f32, 0.99_f32);
        let (c1, c2) = (1.0 - b1.powi(self.steps.min(10_000)), 1.0 - b2.powi(self.steps.min(10_000)));
        let mut change = |range: Range<usize>| {
            for i in range {
                let g = first.values[i] * scale;
                self.first_moments[i] = b1 * self.first_moments[i] + (1.0 - b1) * g;
                self.second_moments[i] = b2 * self.second_moments[i] + (1.0 - b2) * g * g;
                self.values[i] -= rate * (self.first_moments[i] / c1) / ((self.second_moments[i] / c2).sqrt() + 1e-8);
            }
        };
        for &row in &first.touched {
            change(row * WIDTH..(row + 1) * WIDTH);
        }
        change(start..self.layout.size);
    }

    /// The gradient of one sentence.
    fn learn(&self, lesson: &Lesson, plan: &Plan, random: &mut Random, gradient: &mut Gradient) {
        let n = lesson.words.len();
        let (layout, p) = (&self.layout, &self.values);
        // Forward: rows, layers.
        let mut word_rows: Vec<[usize; ROWS]> = Vec::with_capacity(n);
        for (i, lex) in lesson.words.iter().enumerate() {
            let mut lex = *lex;
            if random.chance(plan.unknown) {
                lex.row = 0;
                if random.chance(50) {
                    lex.possible = 0;
                }
                if random.chance(20) {
                    lex.classes = [0; 3];
                }
            }
            word_rows.push(rows(&lex, i == 0));
        }
        let mut x = vec![0.0; n * WIDTH];
        for (rows, x) in word_rows.iter().zip(x.chunks_exact_mut(WIDTH)) {
            for &row in rows {
                x.iter_mut().zip(&p[row * WIDTH..][..WIDTH]).for_each(|(x, w)| *x += w);
            }
        }
        let mut layers: Vec<Layer> = Vec::with_capacity(LAYERS);
        for l in 0..LAYERS {
            let mut layer = Layer {
                gates: [Vec::new(), Vec::new()],
                news: [Vec::new(), Vec::new()],
                states: [Vec::new(), Vec::new()],
                mask: mask(plan.dropout, random),
                output: vec![0.0; n * STATE],
            };
            let input = if l == 0 { x.as_slice() } else { layers[l - 1].output.as_slice() };
            for d in 0..2 {
                let (linear, memory) = &layout.layers[l][d];
                let out = forward(p, linear, input);
                recur(&out, &p[memory.clone()], d, &mut layer);
            }
            layers.push(layer);
        }
        let top = &layers[LAYERS - 1].output;
        let mut d_top = vec![0.0; n * STATE];
        let mut loss = 0.0;
        // Tags.
        let tag_input = &layers[TAG_LAYER - 1].output;
        let mut logits = forward(p, &layout.tags, tag_input);
        let tags = layout.tags.rows();
        for (t, row) in logits.chunks_exact_mut(tags).enumerate() {
            loss += cross_entropy(row, lesson.tags[t] as usize, 0.7 * lesson.weight);
        }
        let mut d_tag_input = vec![0.0; n * STATE];
        backward(p, &layout.tags, tag_input, &logits, &mut gradient.values, &mut d_tag_input);
        // Heads.
        let mut q = forward(p, &layout.dependents, top);
        let mut k = forward(p, &layout.heads, top);
        q.iter_mut().chain(&mut k).for_each(|v| *v = squeeze(*v));
        let (lean, root, distances) = (&p[layout.lean.clone()], &p[layout.root.clone()], &p[layout.distances.clone()]);
        let (mut d_q, mut d_k) = (vec![0.0; n * ARC], vec![0.0; n * ARC]);
        let mut row = vec![0.0; n];
        let mut leaned = [0.0; ARC];
        for d in 0..n {
            leaned.iter_mut().enumerate().for_each(|(i, v)| *v = q[d * ARC + i] + lean[i]);
            for h in 0..n {
                row[h] = if d == h {
                    dot(&leaned, root)
                } else {
                    dot(&leaned, &k[h * ARC..][..ARC]) + distances[distance(d, h)]
                };
            }
            loss += cross_entropy(&mut row, lesson.heads[d], lesson.weight);
            let d_q = &mut d_q[d * ARC..][..ARC];
            for h in 0..n {
                let g = row[h];
                if d == h {
                    add(d_q, g, root);
                    add(&mut gradient.values[layout.root.clone()], g, &leaned);
                } else {
                    add(d_q, g, &k[h * ARC..][..ARC]);
                    add(&mut d_k[h * ARC..][..ARC], g, &leaned);
                    gradient.values[layout.distances.start + distance(d, h)] += g;
                }
            }
            add(&mut gradient.values[layout.lean.clone()], 1.0, d_q);
        }
        unsqueeze(&mut d_q, &q);
        unsqueeze(&mut d_k, &k);
        backward(p, &layout.dependents, top, &d_q, &mut gradient.values, &mut d_top);
        backward(p, &layout.heads, top, &d_k, &mut gradient.values, &mut d_top);
        // Labels, at the true heads.
        let from = forward(p, &layout.label_dependents, top);
        let to = forward(p, &layout.label_heads, top);
        let mut hidden = vec![0.0; n * LABEL];
        for d in 0..n {
            let h = lesson.heads[d];
            let places = layout.places.start + place(d, h) * LABEL;
            for i in 0..LABEL {
                hidden[d * LABEL + i] = squeeze(from[d * LABEL + i] + to[h * LABEL + i] + p[places + i]);
            }
        }
        let mut logits = forward(p, &layout.labels, &hidden);
        for (d, row) in logits.chunks_exact_mut(layout.labels.rows()).enumerate() {
            if lesson.heads[d] == d {
                row.fill(0.0);
            } else {
                loss += cross_entropy(row, lesson.relations[d] as usize, lesson.weight);
            }
        }
        let mut d_hidden = vec![0.0; n * LABEL];
        backward(p, &layout.labels, &hidden, &logits, &mut gradient.values, &mut d_hidden);
        unsqueeze(&mut d_hidden, &hidden);
        let mut d_to = vec![0.0; n * LABEL];
        for d in 0..n {
            let h = lesson.heads[d];
            let d_hidden = &d_hidden[d * LABEL..][..LABEL];
            add(&mut d_to[h * LABEL..][..LABEL], 1.0, d_hidden);
            add(&mut gradient.values[layout.places.start + place(d, h) * LABEL..][..LABEL], 1.0, d_hidden);
        }
        backward(p, &layout.label_dependents, top, &d_hidden, &mut gradient.values, &mut d_top);
        backward(p, &layout.label_heads, top, &d_to, &mut gradient.values, &mut d_top);
        // Backward through the layers.
        let mut d_output = d_top;
        for l in (0..LAYERS).rev() {
            if l + 1 == TAG_LAYER {
                d_output.iter_mut().zip(&d_tag_input).for_each(|(a, b)| *a += b);
            }
            let inputs = if l == 0 { WIDTH } else { STATE };
            let mut d_input = vec![0.0; n * inputs];
            let input = if l == 0 { &x } else { &layers[l - 1].output };
            for d in 0..2 {
                let (linear, memory) = &layout.layers[l][d];
                let d_out = unrecur(&d_output, &p[memory.clone()], d, &layers[l], &mut gradient.values[memory.clone()]);
                backward(p, linear, input, &d_out, &mut gradient.values, &mut d_input);
            }
            d_output = d_input;
        }
        for (rows, d) in word_rows.iter().zip(d_output.chunks_exact(WIDTH)) {
            for &row in rows {
                gradient.touch(row);
                add(&mut gradient.values[row * WIDTH..][..WIDTH], 1.0, d);
            }
        }
        gradient.loss += loss;
    }

    /// The net as whole numbers, in named sections.
    pub fn packed(&self) -> Vec<(String, Vec<u8>)> {
        let (layout, p) = (&self.layout, &self.values);
        let bytes = |values: &[f32]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
        let mut sections = Vec::new();
        let all = &p[layout.rows.clone()];
        let spread = (all.iter().map(|&v| f64::from(v).powi(2)).sum::<f64>() / all.len() as f64).sqrt() as f32;
        let scale = spread / ROW_STEPS;
        let step = |v: f32| ((v / scale).round().clamp(-127.0, 127.0) / ROW_COARSER).round();
        sections.push(("rows".to_owned(), all.iter().map(|&v| (step(v) as i8) as u8).collect()));
        sections.push(("rows.scale".to_owned(), bytes(&[scale * ROW_COARSER])));
        let mut linear = |name: &str, linear: &Linear| {
            let (mut weights, mut scales) = (Vec::new(), Vec::new());
            for row in p[linear.weights.clone()].chunks_exact(linear.inputs) {
                let most = row.iter().fold(1e-9_f32, |m, v| m.max(v.abs()));
                let scale = most / 127.0;
                weights.extend(row.iter().map(|v| whole(v / scale)));
                scales.push(scale);
            }
            sections.push((name.to_owned(), weights));
            sections.push((format!("{name}.scales"), bytes(&scales)));
            sections.push((format!("{name}.added"), bytes(&p[linear.added.clone()])));
        };
        for l in 0..LAYERS {
            for d in 0..2 {
                linear(&format!("layer{l}.{d}"), &layout.layers[l][d].0);
            }
        }
        linear("tags.out", &layout.tags);
        linear("dependents", &layout.dependents);
        linear("heads", &layout.heads);
        linear("label.dependents", &layout.label_dependents);
        linear("label.heads", &layout.label_heads);
        linear("labels", &layout.labels);
        for l in 0..LAYERS {
            for d in 0..2 {
                sections.push((format!("layer{l}.{d}.memory"), bytes(&p[layout.layers[l][d].1.clone()])));
            }
        }
        let bounded: Vec<f32> = [&layout.lean, &layout.root]
            .iter()
            .flat_map(|r| p[(*r).clone()].iter().map(|v| v.clamp(-8192.0 / ARC_ONE, 8191.0 / ARC_ONE)))
            .collect();
        sections.push(("lean".into(), bytes(&bounded[..ARC])));
        sections.push(("root".into(), bytes(&bounded[ARC..])));
        sections.push(("distances".into(), bytes(&p[layout.distances.clone()])));
        sections.push(("label.places".into(), bytes(&p[layout.places.clone()])));
        sections
    }
}

fn whole(v: f32) -> u8 {
    (v.round().clamp(-127.0, 127.0) as i8) as u8
}

/// What a layer did, for the way back.
struct Layer {
    gates: [Vec<f32>; 2],
    news: [Vec<f32>; 2],
    states: [Vec<f32>; 2],
    mask: [f32; STATE],
    output: Vec<f32>,
}

fn mask(dropout: f32, random: &mut Random) -> [f32; STATE] {
    let mut mask = [1.0; STATE];
    for m in &mut mask {
        *m = if (random.below(1000) as f32) < dropout * 1000.0 { 0.0 } else { 1.0 / (1.0 - dropout) };
    }
    mask
}

/// The words in the order of a direction.
fn turn(n: usize, direction: usize, step: usize) -> usize {
    if direction == 0 { step } else { n - 1 - step }
}

/// The part of word t, as wide as one direction.
fn part(all: &[f32], t: usize) -> &[f32; HALF] {
    all[t * HALF..].first_chunk().expect("every word has its part")
}

fn part_mut(all: &mut [f32], t: usize) -> &mut [f32; HALF] {
    all[t * HALF..].first_chunk_mut().expect("every word has its part")
}

fn recur(out: &[f32], memory: &[f32], direction: usize, layer: &mut Layer) {
    let n = out.len() / STATE;
    let (mut gates, mut news, mut states) = (vec![0.0; n * HALF], vec![0.0; n * HALF], vec![0.0; n * HALF]);
    let mut state = [0.0; HALF];
    let memory = part(memory, 0);
    let mask = *part(&layer.mask, direction);
    for t in (0..n).map(|step| turn(n, direction, step)) {
        let (z, c) = (part(out, 2 * t), part(out, 2 * t + 1));
        let (gates, news) = (part_mut(&mut gates, t), part_mut(&mut news, t));
        let output = part_mut(&mut layer.output, 2 * t + direction);
        for i in 0..HALF {
            gates[i] = 0.5 + 0.5 * squeeze(z[i] + memory[i] * state[i]);
            news[i] = squeeze(c[i]);
            state[i] += gates[i] * (news[i] - state[i]);
            output[i] = state[i] * mask[i];
        }
        *part_mut(&mut states, t) = state;
    }
    (layer.gates[direction], layer.news[direction], layer.states[direction]) = (gates, news, states);
}

/// The way back through `recur`.
fn unrecur(d_output: &[f32], memory: &[f32], direction: usize, layer: &Layer, d_memory: &mut [f32]) -> Vec<f32> {
    let n = d_output.len() / STATE;
    let (gates, news, states) = (&layer.gates[direction], &layer.news[direction], &layer.states[direction]);
    let mut d_out = vec![0.0; n * STATE];
    let mut d_state = [0.0; HALF];
    let (memory, d_memory, mask) = (part(memory, 0), part_mut(d_memory, 0), part(&layer.mask, direction));
    for step in (0..n).rev() {
        let t = turn(n, direction, step);
        let before = if step > 0 { *part(states, turn(n, direction, step - 1)) } else { [0.0; HALF] };
        let (gates, news, d_output) = (part(gates, t), part(news, t), part(d_output, 2 * t + direction));
        let (mut dz, mut dc) = ([0.0; HALF], [0.0; HALF]);
        for i in 0..HALF {
            let ds = d_state[i] + d_output[i] * mask[i];
            dz[i] = ds * (news[i] - before[i]) * 0.5 * slope(2.0 * gates[i] - 1.0);
            dc[i] = ds * gates[i] * slope(news[i]);
            d_memory[i] += dz[i] * before[i];
            d_state[i] = ds * (1.0 - gates[i]) + dz[i] * memory[i];
        }
        *part_mut(&mut d_out, 2 * t) = dz;
        *part_mut(&mut d_out, 2 * t + 1) = dc;
    }
    d_out
}

/// The slope of `squeeze` where it gives y.
#[inline(always)]
fn slope(y: f32) -> f32 {
    let r = (1.0 - y * y).max(0.0);
    r * r.sqrt()
}

fn unsqueeze(d: &mut [f32], y: &[f32]) {
    d.iter_mut().zip(y).for_each(|(d, &y)| *d *= slope(y));
}

/// Turns scores into their gradient; gives the loss.
fn cross_entropy(scores: &mut [f32], gold: usize, weight: f32) -> f32 {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for s in scores.iter_mut() {
        *s = (*s - most).exp();
        sum += *s;
    }
    let loss = -(scores[gold] / sum).max(1e-12).ln();
    scores.iter_mut().for_each(|s| *s *= weight / sum);
    scores[gold] -= weight;
    loss * weight
}

#[inline(always)]
fn dot(a: &[f32], b: &[f32]) -> f32 {
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

/// The dot products of x with four rows.
#[inline(always)]
fn dot4(x: &[f32], a: &[f32], b: &[f32], c: &[f32], d: &[f32]) -> [f32; 4] {
    let mut sums = [[0.0_f32; 4]; 4];
    let x = x.as_chunks::<4>().0;
    let n = x.len();
    let [a, b, c, d] = [&a.as_chunks().0[..n], &b.as_chunks().0[..n], &c.as_chunks().0[..n], &d.as_chunks().0[..n]];
    for at in 0..n {
        let x: [f32; 4] = x[at];
        let (a, b, c, d): ([f32; 4], [f32; 4], [f32; 4], [f32; 4]) = (a[at], b[at], c[at], d[at]);
        for i in 0..4 {
            sums[0][i] += x[i] * a[i];
            sums[1][i] += x[i] * b[i];
            sums[2][i] += x[i] * c[i];
            sums[3][i] += x[i] * d[i];
        }
    }
    let sum = |s: [f32; 4]| (s[0] + s[1]) + (s[2] + s[3]);
    [sum(sums[0]), sum(sums[1]), sum(sums[2]), sum(sums[3])]
}

#[inline(always)]
fn add(to: &mut [f32], factor: f32, from: &[f32]) {
    let from = &from[..to.len()];
    for i in 0..to.len() {
        to[i] += factor * from[i];
    }
}

/// Adds four rows, each with its factor.
#[inline(always)]
fn add4(to: &mut [f32], f: [f32; 4], a: &[f32], b: &[f32], c: &[f32], d: &[f32]) {
    let n = to.len();
    let (a, b, c, d) = (&a[..n], &b[..n], &c[..n], &d[..n]);
    for i in 0..n {
        to[i] += (f[0] * a[i] + f[1] * b[i]) + (f[2] * c[i] + f[3] * d[i]);
    }
}

fn forward(p: &[f32], linear: &Linear, x: &[f32]) -> Vec<f32> {
    let (inputs, rows) = (linear.inputs, linear.rows());
    let (w, added) = (&p[linear.weights.clone()], &p[linear.added.clone()]);
    let row = |r: usize| &w[r * inputs..][..inputs];
    let mut out = vec![0.0; x.len() / inputs * rows];
    for (x, out) in x.chunks_exact(inputs).zip(out.chunks_exact_mut(rows)) {
        let mut r = 0;
        while r + 4 <= rows {
            let four = dot4(x, row(r), row(r + 1), row(r + 2), row(r + 3));
            for i in 0..4 {
                out[r + i] = four[i] + added[r + i];
            }
            r += 4;
        }
        for r in r..rows {
            out[r] = dot(x, row(r)) + added[r];
        }
    }
    out
}

fn backward(p: &[f32], linear: &Linear, x: &[f32], d_out: &[f32], gradient: &mut [f32], d_x: &mut [f32]) {
    let (inputs, rows) = (linear.inputs, linear.rows());
    let n = x.len() / inputs;
    let w = &p[linear.weights.clone()];
    let row = |r: usize| &w[r * inputs..][..inputs];
    for (d_x, d) in d_x.chunks_exact_mut(inputs).zip(d_out.chunks_exact(rows)) {
        let mut r = 0;
        while r + 4 <= rows {
            add4(d_x, [d[r], d[r + 1], d[r + 2], d[r + 3]], row(r), row(r + 1), row(r + 2), row(r + 3));
            r += 4;
        }
        for (r, &d) in d.iter().enumerate().skip(r) {
            add(d_x, d, row(r));
        }
    }
    let x = |t: usize| &x[t * inputs..][..inputs];
    for r in 0..rows {
        let d_w = &mut gradient[linear.weights.start + r * inputs..][..inputs];
        let d = |t: usize| d_out[t * rows + r];
        let mut t = 0;
        while t + 4 <= n {
            add4(d_w, [d(t), d(t + 1), d(t + 2), d(t + 3)], x(t), x(t + 1), x(t + 2), x(t + 3));
            t += 4;
        }
        for t in t..n {
            add(d_w, d(t), x(t));
        }
        gradient[linear.added.start + r] += (0..n).map(d).sum::<f32>();
    }
}
