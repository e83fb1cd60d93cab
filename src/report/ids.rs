//! Ids: "e1", "e2", … by the place in a list, and back.

use super::{Claim, Entity, Report};

impl Report {
    /// The entity of an id.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.get(index('e', id, self.entities.len())?)
    }

    /// The claim of an id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.get(index('c', id, self.claims.len())?)
    }
}

/// The id of the item at `index`.
pub fn id(prefix: char, index: usize) -> String {
    format!("{prefix}{}", index + 1)
}

/// The index that an id stands for, if it is one of a list of `length`.
pub fn index(prefix: char, id: &str, length: usize) -> Option<usize> {
    let number: usize = id.strip_prefix(prefix)?.parse().ok()?;
    number.checked_sub(1).filter(|&index| index < length)
}

/// The first index from which `next` leads back to itself.
pub fn cycle(length: usize, next: impl Fn(usize) -> Option<usize>) -> Option<usize> {
    // From which start each index was first come to.
    let mut seen_from = vec![usize::MAX; length];
    for start in 0..length {
        let mut at = Some(start);
        while let Some(i) = at.filter(|&i| seen_from[i] == usize::MAX) {
            seen_from[i] = start;
            at = next(i);
        }
        if at.is_some_and(|i| seen_from[i] == start) {
            return at;
        }
    }
    None
}
