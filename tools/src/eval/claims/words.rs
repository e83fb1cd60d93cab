//! Claims as sets of words: what the scorer compares.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Positions of words in a text.
pub type Words = BTreeSet<usize>;

/// The words of a text, by their place in code points and in UTF-16 code units.
pub struct Text {
    /// Start and end of each word in code points.
    points: Vec<(usize, usize)>,
    /// Code point of each UTF-16 offset at which a character begins.
    of_units: BTreeMap<u32, usize>,
}

impl Text {
    /// Finds the words: runs of letters, digits and underscores, as the scorer in Python does.
    pub fn new(text: &str) -> Text {
        let mut words = Text { points: Vec::new(), of_units: BTreeMap::new() };
        let (mut units, mut start) = (0, None);
        let mut count = 0;
        for character in text.chars() {
            words.of_units.insert(units, count);
            let is_word = character.is_alphanumeric() || character == '_';
            match (is_word, start) {
                (true, None) => start = Some(count),
                (false, Some(first)) => {
                    words.points.push((first, count));
                    start = None;
                }
                _ => {}
            }
            units += character.len_utf16() as u32;
            count += 1;
        }
        words.of_units.insert(units, count);
        words.points.extend(start.map(|first| (first, count)));
        words
    }

    /// The words inside these spans of code points.
    pub fn inside(&self, spans: &[(usize, usize)]) -> Words {
        let holds = |word: &(usize, usize)| spans.iter().any(|span| span.0 <= word.0 && word.1 <= span.1);
        (0..self.points.len()).filter(|&i| holds(&self.points[i])).collect()
    }

    /// A span of the report in code points.
    pub fn to_points(&self, start: u32, end: u32) -> (usize, usize) {
        (self.of_units[&start], self.of_units[&end])
    }
}

/// The spans of a gold value: one span, a list of spans, or nothing.
pub fn gold_spans(value: &Value) -> Vec<(usize, usize)> {
    let span = |v: &Value| Some((v["start"].as_u64()? as usize, v["end"].as_u64()? as usize));
    match value {
        Value::Array(list) => list.iter().filter_map(span).collect(),
        other => span(other).into_iter().collect(),
    }
}

/// How much of two sets together both have.
pub fn jaccard(a: &Words, b: &Words) -> f64 {
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}
