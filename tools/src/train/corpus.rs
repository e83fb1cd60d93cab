//! The treebanks as they are learned from: as printed, and as headlines and other raw text would have them.

use crate::conllu::Sentence;
use crate::random::Random;
use onrecord::tags::Pos;

/// The sentences, and beside some of them a copy without its full stop, in title case or in capitals.
pub fn with_variants(sentences: &[Sentence], random: &mut Random) -> Vec<Sentence> {
    let mut all = Vec::new();
    for sentence in sentences {
        all.push(sentence.clone());
        match random.below(100) {
            0..4 => all.push(title(&unstopped(sentence))),
            4..6 => all.push(capitals(&unstopped(sentence))),
            6..9 => all.push(unstopped(sentence)),
            _ => {}
        }
    }
    all
}

/// Without its last full stop.
fn unstopped(sentence: &Sentence) -> Sentence {
    let mut copy = sentence.clone();
    let last = copy.words.len() - 1;
    if last > 0 && copy.words[last].text == "." && copy.words.iter().take(last).all(|w| w.head != last) {
        copy.words.pop();
    }
    copy
}

/// With capitals, as headlines have.
fn title(sentence: &Sentence) -> Sentence {
    let mut copy = sentence.clone();
    for (i, word) in copy.words.iter_mut().enumerate() {
        let is_small = matches!(word.pos, Pos::Adp | Pos::Det | Pos::Part | Pos::Cconj | Pos::Sconj | Pos::Punct)
            || word.text.starts_with('\'');
        if i == 0 || !is_small || word.text.len() > 4 {
            word.text = capitalized(&word.text);
        }
    }
    copy
}

/// All in capitals.
fn capitals(sentence: &Sentence) -> Sentence {
    let mut copy = sentence.clone();
    copy.words.iter_mut().for_each(|w| w.text = w.text.to_uppercase());
    copy
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
