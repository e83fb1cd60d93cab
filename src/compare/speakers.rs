//! Who speaks in a transcript, and whether the article's speaker is the same.

use super::words::{MarkKind, Words};
use crate::document::Span;
use crate::report::{Entity, EntityKind};

/// The labels of a source, in its order, each with the word that it stands before.
pub struct Labels(Vec<(usize, Span)>);

/// Heads of lines that name nobody.
const NO_SPEAKER: [&str; 12] =
    ["contact", "date", "note", "release", "subject", "from", "to", "location", "time", "where", "when", "what"];

impl Labels {
    /// The labels that a source has.
    pub fn new(text: &str, words: &Words) -> Labels {
        let labels = words.marks.iter().filter(|mark| mark.kind == MarkKind::Label);
        let named = labels.filter(|mark| {
            let name = name_of(text, mark.span).to_ascii_lowercase();
            !NO_SPEAKER.iter().any(|head| name.split(' ').any(|word| word == *head))
        });
        Labels(named.map(|mark| (mark.before, mark.span)).collect())
    }

    /// The label under which a word of the source stands.
    pub fn of(&self, word: usize) -> Option<Span> {
        let after = self.0.partition_point(|&(before, _)| before <= word);
        after.checked_sub(1).map(|i| self.0[i].1)
    }
}

/// The words of a label without its colon.
pub fn name_of(text: &str, label: Span) -> &str {
    text[label.range()].trim_end_matches(':').trim()
}

/// Whether a label names one of these entities; `None` where that cannot be said.
pub fn is_same(label: &str, speakers: &[&Entity]) -> Option<bool> {
    if speakers.is_empty() {
        return None;
    }
    if speakers.iter().any(|speaker| names(label, speaker)) {
        return Some(true);
    }
    // A body may speak by anybody's mouth, and a description may be anybody's.
    let is_person =
        |speaker: &&Entity| speaker.kind == EntityKind::Person && speaker.name.starts_with(char::is_uppercase);
    speakers.iter().all(is_person).then_some(false)
}

/// The last name, the whole name, or a role that is the whole label.
fn names(label: &str, speaker: &Entity) -> bool {
    let label = words(label);
    let name = words(&speaker.name);
    let last = name.last().is_some_and(|last| last.len() > 1 && label.contains(last));
    let is_all_in = |role: &Vec<String>| !label.is_empty() && label.iter().all(|word| role.contains(word));
    last || speaker.roles.iter().map(|role| words(&role.text)).any(|role| is_all_in(&role))
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    words.map(str::to_owned).collect()
}
