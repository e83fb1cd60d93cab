//! Some sentences through the net, and back.

use super::Dropout;
use super::example::{Example, cross_entropy, softmax};
use super::gradient::Gradient;
use super::kernel::{add, dot};
use super::layer::{Layer, mask, unsqueeze};
use super::layout::{Layout, Used};
use crate::random::Random;
use onrecord::tags::lexicon::Lex;
use onrecord::tags::net::{LAYERS, ROWS, TAG_LAYER, distance, place, rows, squeeze};
use std::ops::Range;

/// How much tags count beside heads and relations.
const TAG_WEIGHT: f32 = 0.7;

/// The sentences on their way.
pub struct Pass<'n> {
    layout: &'n Layout,
    used: &'n Used<'n>,
    sentences: Vec<Range<usize>>,
    rows: Vec<[usize; ROWS]>,
    x: Vec<f32>,
    layers: Vec<Layer>,
}

/// The vectors by which words and their heads are compared.
struct Compared {
    dependents: Vec<f32>,
    heads: Vec<f32>,
}

impl<'n> Pass<'n> {
    /// Through all layers, without leaving anything out.
    pub fn plain(layout: &'n Layout, used: &'n Used, sentences: &[&[Lex]]) -> Pass<'n> {
        Pass::forward(layout, used, sentences, &Dropout::default(), &mut Random::new(1))
    }

    /// Through all layers, leaving out and forgetting so much.
    pub fn forward(
        layout: &'n Layout,
        used: &'n Used,
        sentences: &[&[Lex]],
        dropout: &Dropout,
        random: &mut Random,
    ) -> Pass<'n> {
        let mut word_rows = Vec::new();
        let mut ranges = Vec::new();
        for words in sentences {
            ranges.push(word_rows.len()..word_rows.len() + words.len());
            word_rows.extend(words.iter().enumerate().map(|(i, lex)| rows(&forgetful(*lex, dropout, random), i == 0)));
        }
        let mut x = vec![0.0; word_rows.len() * layout.widths.row];
        for (rows, x) in word_rows.iter().zip(x.chunks_exact_mut(layout.widths.row)) {
            rows.iter().for_each(|&row| used.add_row(row, x));
        }
        let mut pass = Pass { layout, used, sentences: ranges, rows: word_rows, x, layers: Vec::new() };
        for l in 0..LAYERS {
            let masks = sentences.iter().map(|_| mask(layout.widths.state(), dropout.states, random)).collect();
            let mut layer = Layer::new(layout.widths.half, pass.rows.len(), masks);
            for (d, (linear, memory)) in layout.layers[l].iter().enumerate() {
                let out = used.forward(linear, pass.input(l));
                layer.recur(&pass.sentences, &out, &used.plain[memory.clone()], d);
            }
            pass.layers.push(layer);
        }
        pass
    }

    /// What layer l reads.
    fn input(&self, l: usize) -> &[f32] {
        if l == 0 { &self.x } else { &self.layers[l - 1].output }
    }

    /// Scores of the tags, word after word.
    fn tags(&self) -> Vec<f32> {
        self.used.forward(&self.layout.tags, self.input(TAG_LAYER))
    }

    /// Scores of the heads of each sentence, word after word; the word itself stands for the root.
    fn heads(&self) -> Vec<Vec<f32>> {
        let compared = self.compared();
        self.sentences
            .iter()
            .map(|words| {
                let mut scores = vec![0.0; words.len() * words.len()];
                for (d, row) in scores.chunks_exact_mut(words.len().max(1)).enumerate() {
                    self.head_scores(words, d, &compared, row);
                }
                scores
            })
            .collect()
    }

    /// How likely each tag is, word after word.
    pub fn likely_tags(&self) -> Vec<f32> {
        likely(self.tags(), self.layout.tags.rows())
    }

    /// How likely each head is, sentence after sentence.
    pub fn likely_heads(&self) -> Vec<Vec<f32>> {
        let scores = self.heads().into_iter().zip(&self.sentences);
        scores.map(|(scores, words)| likely(scores, words.len())).collect()
    }

    /// How likely each relation is if these are the heads, word after word.
    pub fn likely_relations(&self, heads: &[&[usize]]) -> Vec<f32> {
        let scores = self.used.forward(&self.layout.labels, &self.pairs(heads));
        likely(scores, self.layout.labels.rows())
    }

    fn compared(&self) -> Compared {
        let top = self.input(LAYERS);
        let mut dependents = self.used.forward(&self.layout.dependents, top);
        let mut heads = self.used.forward(&self.layout.heads, top);
        dependents.iter_mut().chain(&mut heads).for_each(|v| *v = squeeze(*v));
        Compared { dependents, heads }
    }

    /// Scores of the heads of word d of a sentence; gives the vector that was compared with each.
    fn head_scores(&self, words: &Range<usize>, d: usize, compared: &Compared, row: &mut [f32]) -> Vec<f32> {
        let arc = self.layout.widths.arc;
        let p = &self.used.plain;
        let (bias, root, distances) =
            (self.layout.bias.start, &p[self.layout.root.clone()], self.layout.distances.start);
        let own = &compared.dependents[(words.start + d) * arc..][..arc];
        let biased: Vec<f32> = own.iter().zip(&p[bias..]).map(|(own, bias)| own + bias).collect();
        for (h, score) in row.iter_mut().enumerate() {
            *score = if d == h {
                dot(&biased, root)
            } else {
                dot(&biased, &compared.heads[(words.start + h) * arc..][..arc]) + p[distances + distance(d, h)]
            };
        }
        biased
    }

    /// What is known of each word and its head, by which the relation is chosen; heads count within their sentence.
    fn pairs(&self, heads: &[&[usize]]) -> Vec<f32> {
        let (top, label) = (self.input(LAYERS), self.layout.widths.label);
        let from = self.used.forward(&self.layout.label_dependents, top);
        let to = self.used.forward(&self.layout.label_heads, top);
        let mut hidden = vec![0.0; from.len()];
        for (words, heads) in self.sentences.iter().zip(heads) {
            for (d, &h) in heads.iter().enumerate() {
                let places = &self.used.plain[self.layout.places.start + place(d, h) * label..][..label];
                let (dependent, head) = ((words.start + d) * label, (words.start + h) * label);
                for i in 0..label {
                    hidden[dependent + i] = squeeze(from[dependent + i] + to[head + i] + places[i]);
                }
            }
        }
        hidden
    }

    /// The way back: adds what the examples say to the gradient.
    pub fn backward(&self, examples: &[&Example], gradient: &mut Gradient) {
        let mut d_top = vec![0.0; self.rows.len() * self.layout.widths.state()];
        let mut d_tags = d_top.clone();
        self.learn_tags(examples, gradient, &mut d_tags);
        self.learn_heads(examples, gradient, &mut d_top);
        self.learn_relations(examples, gradient, &mut d_top);
        let mut d_output = d_top;
        for l in (0..LAYERS).rev() {
            if l + 1 == TAG_LAYER {
                add(&mut d_output, 1.0, &d_tags);
            }
            let input = self.input(l);
            let mut d_input = vec![0.0; input.len()];
            for (d, (linear, memory)) in self.layout.layers[l].iter().enumerate() {
                let d_memory = &mut gradient.values[memory.clone()];
                let memory = &self.used.plain[memory.clone()];
                let d_out = self.layers[l].unrecur(&self.sentences, &d_output, memory, d, d_memory);
                self.used.backward(linear, input, &d_out, &mut gradient.values, &mut d_input);
            }
            d_output = d_input;
        }
        for (rows, d) in self.rows.iter().zip(d_output.chunks_exact(self.layout.widths.row)) {
            rows.iter().for_each(|&row| gradient.add_row(row, d));
        }
    }

    fn learn_tags(&self, examples: &[&Example], gradient: &mut Gradient, d_input: &mut [f32]) {
        let all = self.layout.tags.rows();
        let mut scores = self.tags();
        for (words, example) in self.sentences.iter().zip(examples) {
            for t in 0..words.len() {
                let row = &mut scores[(words.start + t) * all..][..all];
                gradient.loss += cross_entropy(row, example.tag(t, all), TAG_WEIGHT * example.weight);
            }
        }
        self.used.backward(&self.layout.tags, self.input(TAG_LAYER), &scores, &mut gradient.values, d_input);
    }

    fn learn_heads(&self, examples: &[&Example], gradient: &mut Gradient, d_top: &mut [f32]) {
        let (compared, arc) = (self.compared(), self.layout.widths.arc);
        let mut d_dependents = vec![0.0; compared.dependents.len()];
        let mut d_heads = d_dependents.clone();
        let root = &self.used.plain[self.layout.root.clone()];
        for (words, example) in self.sentences.iter().zip(examples) {
            let mut row = vec![0.0; words.len()];
            for d in 0..words.len() {
                let biased = self.head_scores(words, d, &compared, &mut row);
                gradient.loss += cross_entropy(&mut row, example.head(d), example.weight);
                let d_dependent = &mut d_dependents[(words.start + d) * arc..][..arc];
                for (h, &g) in row.iter().enumerate() {
                    let at = (words.start + h) * arc;
                    if d == h {
                        add(d_dependent, g, root);
                        add(&mut gradient.values[self.layout.root.clone()], g, &biased);
                    } else {
                        add(d_dependent, g, &compared.heads[at..][..arc]);
                        add(&mut d_heads[at..][..arc], g, &biased);
                        gradient.values[self.layout.distances.start + distance(d, h)] += g;
                    }
                }
                add(&mut gradient.values[self.layout.bias.clone()], 1.0, d_dependent);
            }
        }
        unsqueeze(&mut d_dependents, &compared.dependents);
        unsqueeze(&mut d_heads, &compared.heads);
        let top = self.input(LAYERS);
        self.used.backward(&self.layout.dependents, top, &d_dependents, &mut gradient.values, d_top);
        self.used.backward(&self.layout.heads, top, &d_heads, &mut gradient.values, d_top);
    }

    /// Relations are learned at the true heads.
    fn learn_relations(&self, examples: &[&Example], gradient: &mut Gradient, d_top: &mut [f32]) {
        let heads: Vec<&[usize]> = examples.iter().map(|l| l.heads.as_slice()).collect();
        let hidden = self.pairs(&heads);
        let (all, label) = (self.layout.labels.rows(), self.layout.widths.label);
        let mut scores = self.used.forward(&self.layout.labels, &hidden);
        for (words, example) in self.sentences.iter().zip(examples) {
            for d in 0..words.len() {
                let row = &mut scores[(words.start + d) * all..][..all];
                if example.heads[d] == d {
                    row.fill(0.0);
                } else {
                    gradient.loss += cross_entropy(row, example.relation(d, all), example.weight);
                }
            }
        }
        let mut d_hidden = vec![0.0; hidden.len()];
        self.used.backward(&self.layout.labels, &hidden, &scores, &mut gradient.values, &mut d_hidden);
        unsqueeze(&mut d_hidden, &hidden);
        let mut d_to = vec![0.0; hidden.len()];
        for (words, example) in self.sentences.iter().zip(examples) {
            for (d, &h) in example.heads.iter().enumerate() {
                let d_pair = &d_hidden[(words.start + d) * label..][..label];
                add(&mut d_to[(words.start + h) * label..][..label], 1.0, d_pair);
                add(&mut gradient.values[self.layout.places.start + place(d, h) * label..][..label], 1.0, d_pair);
            }
        }
        let top = self.input(LAYERS);
        self.used.backward(&self.layout.label_dependents, top, &d_hidden, &mut gradient.values, d_top);
        self.used.backward(&self.layout.label_heads, top, &d_to, &mut gradient.values, d_top);
    }
}

fn likely(mut scores: Vec<f32>, each: usize) -> Vec<f32> {
    scores.chunks_exact_mut(each.max(1)).for_each(softmax);
    scores
}

/// A word of which something is forgotten now and then, so that the net can do with words that it never saw.
fn forgetful(mut lex: Lex, dropout: &Dropout, random: &mut Random) -> Lex {
    if random.chance(dropout.words) {
        lex.row = 0;
        if random.chance(50) {
            lex.possible = 0;
        }
        if random.chance(20) {
            lex.classes = [0; 3];
        }
    }
    lex
}
