//! What a tagger says of a token: which kind of name it belongs to, and where in it.

use super::Kind;

/// The kinds that are learned. `Other` is an event, work, product or law: which of them, the words tell.
pub const KINDS: [Kind; 6] = [Kind::Person, Kind::Organization, Kind::Place, Kind::Facility, Kind::Group, Kind::Other];

/// Outside, and for each kind: begins, inside, last, alone.
pub const LABELS: usize = 1 + 4 * KINDS.len();

/// The weights of one feature: one a label, then one a kind, for all labels of the kind; padded to a power of two.
pub const ROW: usize = 32;
const _: () = assert!(LABELS + KINDS.len() <= ROW);

/// No name.
pub const OUTSIDE: usize = 0;

/// Where in a name a token stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Part {
    Begin,
    Inside,
    Last,
    Alone,
}

/// The label of a kind at a place.
pub const fn label(kind: usize, part: Part) -> usize {
    1 + kind * 4 + part as usize
}

/// The index in [`KINDS`] and the place that a label says; `None` outside.
pub const fn meaning(label: usize) -> Option<(usize, Part)> {
    if label == OUTSIDE {
        return None;
    }
    let part = match (label - 1) % 4 {
        0 => Part::Begin,
        1 => Part::Inside,
        2 => Part::Last,
        _ => Part::Alone,
    };
    Some(((label - 1) / 4, part))
}

/// Whether a name is open after this label.
const fn opens(label: usize) -> Option<usize> {
    match meaning(label) {
        Some((kind, Part::Begin | Part::Inside)) => Some(kind),
        _ => None,
    }
}

/// Whether a name must be open before this label.
const fn continues(label: usize) -> Option<usize> {
    match meaning(label) {
        Some((kind, Part::Inside | Part::Last)) => Some(kind),
        _ => None,
    }
}

/// Whether `after` can follow `before`; [`OUTSIDE`] stands for both ends of a sentence.
pub const fn can_follow(before: usize, after: usize) -> bool {
    match (opens(before), continues(after)) {
        (None, None) => true,
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// The names that a sequence of labels holds: first token, one past the last, kind.
pub fn names(labels: &[u8]) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, &label) in labels.iter().enumerate() {
        match meaning(label as usize) {
            Some((_, Part::Begin)) => begin = at,
            Some((kind, Part::Last)) => found.push((begin, at + 1, kind)),
            Some((kind, Part::Alone)) => found.push((at, at + 1, kind)),
            _ => (),
        }
    }
    found
}
