//! Edits of a marked text that carry its spans along. All offsets are code points.

use serde_json::{Value, json};

/// Replacements in a text, none of which touches another.
pub struct Edits {
    text: Vec<char>,
    made: Vec<(usize, usize, String)>,
}

impl Edits {
    /// No edits of this text yet.
    pub fn new(text: &str) -> Edits {
        Edits { text: text.chars().collect(), made: Vec::new() }
    }

    /// Puts the second of each pair for the first wherever it is a whole word inside one of the spans.
    pub fn words<'w>(&mut self, pairs: impl Iterator<Item = (&'w str, &'w str)>, spans: &[(usize, usize)]) {
        for (word, other) in pairs {
            let letters: Vec<char> = word.chars().collect();
            for start in 0..self.text.len().saturating_sub(letters.len() - 1) {
                let end = start + letters.len();
                let is_inside = || spans.iter().any(|s| s.0 <= start && end <= s.1);
                if self.text[start..end] == letters[..] && self.is_whole(start, end) && is_inside() {
                    self.replace(start, end, other);
                }
            }
        }
    }

    /// Puts another dash for each that stands free.
    pub fn dashes(&mut self, dash: &str) {
        for start in 1..self.text.len().saturating_sub(3) {
            if self.text[start - 1..start + 3] == [' ', '-', '-', ' '] {
                self.replace(start, start + 2, dash);
            }
        }
    }

    /// Puts other marks for straight ones: opening, closing, apostrophe.
    pub fn marks(&mut self, (open, close, apostrophe): (&str, &str, &str)) {
        for at in 0..self.text.len() {
            let opens = at == 0 || self.text[at - 1].is_whitespace() || self.text[at - 1] == '(';
            match self.text[at] {
                '"' => self.replace(at, at + 1, if opens { open } else { close }),
                '\'' => self.replace(at, at + 1, apostrophe),
                _ => {}
            }
        }
    }

    /// The row with its text edited, its spans moved and its speakers renamed.
    pub fn apply(mut self, row: &Value, renamed: &dyn Fn(&str) -> String) -> Value {
        self.made.sort();
        let mut text = String::new();
        let mut at = 0;
        for (start, end, with) in &self.made {
            text.extend(&self.text[at..*start]);
            text += with;
            at = *end;
        }
        text.extend(&self.text[at..]);
        let mut row = row.clone();
        row["text"] = json!(text);
        let moved = |(start, end): (usize, usize)| (self.moved(start, true), self.moved(end, false));
        move_spans(&mut row, &moved);
        for quote in row["quotes"].as_array_mut().into_iter().flatten() {
            if let Some(name) = quote["resolved_speaker"].as_str().map(renamed) {
                quote["resolved_speaker"] = json!(name);
            }
        }
        row
    }

    fn replace(&mut self, start: usize, end: usize, with: &str) {
        if self.made.iter().all(|&(s, e, _)| e <= start || end <= s) {
            self.made.push((start, end, with.to_owned()));
        }
    }

    fn is_whole(&self, start: usize, end: usize) -> bool {
        let is_letter = |at: usize| self.text.get(at).is_some_and(|c| c.is_alphanumeric());
        !(is_letter(end) || start > 0 && is_letter(start - 1))
    }

    /// Where an offset lies after the edits: of one inside an edit the edge of what was put there.
    fn moved(&self, offset: usize, is_start: bool) -> usize {
        let mut shift = 0isize;
        for (start, end, with) in &self.made {
            let length = with.chars().count() as isize;
            if *end <= offset {
                shift += length - (*end - *start) as isize;
            } else if *start < offset {
                let edge = if is_start { *start as isize } else { *start as isize + length };
                return (edge + shift) as usize;
            }
        }
        (offset as isize + shift) as usize
    }
}

/// "…, Roe said" to "…, said Roe", wherever source and cue stand after the content, side by side.
pub fn invert_cues(row: &mut Value) {
    for i in 0..row["quotes"].as_array().map_or(0, Vec::len) {
        let quote = &row["quotes"][i];
        let (contents, sources, cues) = (spans(&quote["contents"]), spans(&quote["sources"]), spans(&quote["cues"]));
        let (&[source], &[cue]) = (&sources[..], &cues[..]) else { continue };
        let text: Vec<char> = row["text"].as_str().unwrap_or("").chars().collect();
        let follows_contents = contents.iter().all(|content| content.1 <= source.0) && source.1 + 1 == cue.0;
        let is_plain = || {
            !matches!(slice(&text, source).as_str(), "he" | "she" | "they" | "it")
                && !slice(&text, (source.0, cue.1)).contains([',', '"'])
                && text.get(cue.1).is_some_and(|c| matches!(c, '.' | ','))
        };
        let is_one_word = !slice(&text, cue).contains(' ') && slice(&text, cue) != "told";
        if follows_contents && is_one_word && is_plain() {
            swap(row, &text, source, cue);
        }
    }
}

fn swap(row: &mut Value, text: &[char], source: (usize, usize), cue: (usize, usize)) {
    let (source_length, cue_length) = (source.1 - source.0, cue.1 - cue.0);
    let words = [&text[..source.0], &text[cue.0..cue.1], &[' '], &text[source.0..source.1], &text[cue.1..]].concat();
    row["text"] = json!(words.iter().collect::<String>());
    let moved = |(start, end): (usize, usize)| match (start, end) {
        (s, e) if source.0 <= s && e <= source.1 => (s + cue_length + 1, e + cue_length + 1),
        (s, e) if cue.0 <= s && e <= cue.1 => (s - source_length - 1, e - source_length - 1),
        other => other,
    };
    move_spans(row, &moved);
}

/// Moves all spans of the row's quotes and entities, and says their words anew.
fn move_spans(row: &mut Value, moved: &dyn Fn((usize, usize)) -> (usize, usize)) {
    let text: Vec<char> = row["text"].as_str().unwrap_or("").chars().collect();
    let set = |value: &mut Value| {
        if value["start"].is_u64() {
            let (start, end) = moved(span(value));
            value["start"] = json!(start);
            value["end"] = json!(end);
            if value["text"].is_string() {
                value["text"] = json!(slice(&text, (start, end)));
            }
        }
    };
    row["entities"].as_array_mut().into_iter().flatten().for_each(set);
    for quote in row["quotes"].as_array_mut().into_iter().flatten() {
        for (_, value) in quote.as_object_mut().into_iter().flatten() {
            match value {
                Value::Array(values) => values.iter_mut().for_each(set),
                other if other.is_object() => set(other),
                _ => {}
            }
        }
    }
}

/// A span's start and end.
pub fn span(value: &Value) -> (usize, usize) {
    let edge = |key: &str| value[key].as_u64().unwrap_or(0) as usize;
    (edge("start"), edge("end"))
}

/// The spans of a list.
pub fn spans(value: &Value) -> Vec<(usize, usize)> {
    value.as_array().map_or(&[][..], Vec::as_slice).iter().map(span).collect()
}

/// The words of a span.
pub fn slice(text: &[char], (start, end): (usize, usize)) -> String {
    text[start..end.min(text.len())].iter().collect()
}
