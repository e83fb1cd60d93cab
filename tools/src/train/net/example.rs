//! What the net learns from.

use onrecord::tags::lexicon::Lex;

/// A sentence to learn from.
pub struct Example {
    /// Its words.
    pub words: Vec<Lex>,
    /// Their tags.
    pub tags: Vec<u8>,
    /// Their heads; the root has itself.
    pub heads: Vec<usize>,
    /// Their relations.
    pub relations: Vec<u8>,
    /// What teachers think of a sentence that nobody marked.
    pub distilled: Option<Distilled>,
    /// How much it counts.
    pub weight: f32,
}

/// Teachers' opinions: for each word how likely each tag, head and relation is, in 255 parts.
pub struct Distilled {
    /// Word after word, each tag.
    pub tags: Vec<u8>,
    /// Word after word, each word as its head, itself for the root.
    pub heads: Vec<u8>,
    /// Word after word, each relation.
    pub relations: Vec<u8>,
}

/// What some scores should say.
#[derive(Clone, Copy)]
pub enum Target<'t> {
    /// This one.
    Gold(usize),
    /// Each as likely as in so many parts.
    Likely(&'t [u8]),
}

impl Example {
    /// The tag of word t, out of so many.
    pub fn tag(&self, t: usize, all: usize) -> Target<'_> {
        target(self.distilled.as_ref().map(|x| &x.tags), t, all, self.tags[t] as usize)
    }

    /// The head of word t.
    pub fn head(&self, t: usize) -> Target<'_> {
        target(self.distilled.as_ref().map(|x| &x.heads), t, self.words.len(), self.heads[t])
    }

    /// The relation of word t, out of so many.
    pub fn relation(&self, t: usize, all: usize) -> Target<'_> {
        target(self.distilled.as_ref().map(|x| &x.relations), t, all, self.relations[t] as usize)
    }
}

fn target(distilled: Option<&Vec<u8>>, t: usize, all: usize, gold: usize) -> Target<'_> {
    distilled.map_or(Target::Gold(gold), |likely| Target::Likely(&likely[t * all..][..all]))
}

/// Turns scores into how likely each is.
pub fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for s in scores.iter_mut() {
        *s = libm::expf(*s - most);
        sum += *s;
    }
    scores.iter_mut().for_each(|s| *s /= sum);
}

/// Turns scores into their gradient; gives the loss.
pub fn cross_entropy(scores: &mut [f32], target: Target, weight: f32) -> f32 {
    softmax(scores);
    let surprise = |p: f32| -libm::logf(p.max(1e-12));
    let loss = match target {
        Target::Gold(gold) => {
            let loss = surprise(scores[gold]);
            scores[gold] -= 1.0;
            loss
        }
        Target::Likely(parts) => {
            let one = 1.0 / parts.iter().map(|&p| f32::from(p)).sum::<f32>().max(1.0);
            let mut loss = 0.0;
            for (s, &p) in scores.iter_mut().zip(parts).filter(|(_, p)| **p > 0) {
                loss += f32::from(p) * one * surprise(*s);
                *s -= f32::from(p) * one;
            }
            loss
        }
    };
    scores.iter_mut().for_each(|s| *s *= weight);
    loss * weight
}
