//! The mentions of a chain, in text order.

use std::collections::BTreeSet;

/// Never empty. Most chains are one mention, which takes no memory beside its number; the others lie in a set, because
/// joining must not cost the length of the longer chain.
#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    first: usize,
    others: BTreeSet<usize>,
}

impl Members {
    /// One mention alone.
    pub fn alone(mention: usize) -> Members {
        Members { first: mention, others: BTreeSet::new() }
    }

    pub fn len(&self) -> usize {
        1 + self.others.len()
    }

    /// The one that stands first in the text.
    pub fn first(&self) -> usize {
        self.first
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// Those before mention `m`, from the nearest.
    pub fn before(&self, m: usize) -> impl Iterator<Item = usize> + '_ {
        self.others.range(..m).rev().copied().chain((self.first < m).then_some(self.first))
    }

    /// Takes in those of another chain.
    pub fn extend(&mut self, other: Members) {
        let (first, later) = (self.first.min(other.first), self.first.max(other.first));
        self.first = first;
        self.others.insert(later);
        self.others.extend(other.others);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_in_text_order() {
        let mut members = Members::alone(7);
        members.extend(Members::alone(9));
        let mut other = Members::alone(3);
        other.extend(Members::alone(8));
        members.extend(other);
        assert_eq!(members.iter().collect::<Vec<_>>(), [3, 7, 8, 9]);
        assert_eq!((members.first(), members.len()), (3, 4));
        assert_eq!(members.before(8).collect::<Vec<_>>(), [7, 3]);
        assert_eq!(members.before(3).count(), 0);
    }
}
