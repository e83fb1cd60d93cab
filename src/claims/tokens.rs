//! Runs of tokens.

use std::ops::{Deref, Range};

/// A run of tokens of one document, first included, last excluded. It cannot end before it starts: built from such ends it
/// is empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tokens(Ends);

/// The ends of a run: to be read through [`Tokens`], which alone can set them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ends {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

impl Tokens {
    /// From `start` up to `end`; empty where `end` lies before `start`.
    pub fn new(start: usize, end: usize) -> Tokens {
        Tokens(Ends { start, end: end.max(start) })
    }

    /// The same run with another first token.
    pub fn with_start(self, start: usize) -> Tokens {
        Tokens::new(start, self.end)
    }

    /// The same run with another end.
    pub fn with_end(self, end: usize) -> Tokens {
        Tokens::new(self.start, end)
    }

    /// Up to `end`, if that lies inside.
    pub fn up_to(self, end: usize) -> Tokens {
        self.with_end(self.end.min(end))
    }

    /// As a range, to go through or to slice with.
    pub fn iter(self) -> Range<usize> {
        self.start..self.end
    }

    /// How many tokens.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether token `i` is one of them.
    pub fn contains(self, i: usize) -> bool {
        self.start <= i && i < self.end
    }

    /// Whether all of `other` lies inside.
    pub fn holds(self, other: Tokens) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl Deref for Tokens {
    type Target = Ends;

    fn deref(&self) -> &Ends {
        &self.0
    }
}

impl From<Range<usize>> for Tokens {
    fn from(range: Range<usize>) -> Tokens {
        Tokens::new(range.start, range.end)
    }
}

impl IntoIterator for Tokens {
    type Item = usize;
    type IntoIter = Range<usize>;

    fn into_iter(self) -> Range<usize> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    #[test]
    fn never_ends_before_it_starts() {
        assert_eq!(Tokens::new(5, 3), Tokens::new(5, 5));
        assert_eq!(Tokens::new(2, 6).up_to(1).len(), 0);
        assert_eq!(Tokens::new(2, 6).with_start(9).iter().count(), 0);
        assert!(Tokens::new(2, 6).contains(2) && !Tokens::new(2, 6).contains(6));
    }
}
