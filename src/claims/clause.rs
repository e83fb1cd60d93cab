//! Reporting clauses with the place of their content: what the rules for one clause need to know of the others.

use super::tokens::Tokens;

/// Where the content stands, seen from its reporting clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// After the clause, from this token on.
    After(usize),
    /// Before the clause, perhaps going on after it.
    Before,
    /// Antecedent and predicate around a relative clause: "a deal that X warned would …".
    SplitByClause(usize),
}

/// A reporting clause with the place of its content: what other clauses need to know of it.
#[derive(Clone, Copy, Debug)]
pub struct ReportingClause {
    /// The verb or other cue word.
    pub cue: usize,
    /// The clause.
    pub clause: Tokens,
    /// Where its content is.
    pub place: Place,
    /// The source, where it stands in the clause itself.
    pub subject: Option<Tokens>,
}

/// The clauses whose cue stands in these tokens: `all` is in the order of the cues.
pub fn clauses_in(all: &[ReportingClause], tokens: Tokens) -> &[ReportingClause] {
    let first = all.partition_point(|p| p.cue < tokens.start);
    let last = all.partition_point(|p| p.cue < tokens.end);
    &all[first..last.max(first)]
}
