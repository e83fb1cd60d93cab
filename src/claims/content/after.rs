//! Contents after their reporting clause.

use super::end;
use crate::claims::clause::ReportingClause;
use crate::claims::cues::Cue;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;

/// The content that begins at `start` after the clause of a verb.
pub fn of_verb(scene: &Scene, start: usize, cue: &Cue, range: Tokens, clauses: &[ReportingClause]) -> Vec<Tokens> {
    let is_marked = start > cue.clause.end;
    if let Some(quote) = scene.quote_opened(start) {
        let tokens = scene.quote_tokens(quote);
        // "shout “Drop it!” after the shots": a whole sentence in marks is all that is said.
        let is_whole = tokens.len() > 3 && matches!(scene.lower(tokens.end - 2), "!" | "?");
        let goes_on = tokens.end < range.end && !scene.is_stop(tokens.end);
        let runs_on = goes_on && !is_whole && !(is_marked && scene.lower(start - 1) != "that");
        if !runs_on || tokens.end > range.end {
            return vec![tokens];
        }
    }
    let content = scene.trim(start..end::right_end(scene, start, range, cue.clause, clauses));
    if content.is_empty() { Vec::new() } else { vec![content] }
}

/// The content after a cue word: past "that" and a comma or colon.
pub fn of_word(scene: &Scene, cue: usize, range: Tokens, clauses: &[ReportingClause]) -> Option<Tokens> {
    let mut start = cue + 1;
    while start < range.end && (matches!(scene.lower(start), "that" | ":") || scene.is_comma(start)) {
        start += 1;
    }
    let clause = Tokens::new(cue, cue + 1);
    from(scene, start, range, clause, clauses).filter(|content| content.len() > 1)
}

/// The content after a phrase at the head of a sentence: past its comma, colon or dash.
pub fn of_phrase(scene: &Scene, clause: Tokens, range: Tokens, clauses: &[ReportingClause]) -> Option<Tokens> {
    let mut start = clause.end;
    // A relative clause that belongs to the source, set off by commas, is passed over.
    if scene.is_comma(start) && matches!(scene.lower(start + 1), "who" | "which" | "whose" | "where") {
        start = (start + 1..range.end).find(|&j| scene.is_comma(j)).unwrap_or(start);
    }
    while start < range.end && (scene.is_comma(start) || scene.is_dash(start) || scene.lower(start) == ":") {
        start += 1;
    }
    from(scene, start, range, clause, clauses).filter(|content| !content.is_empty())
}

/// The quotation that opens at `start` and goes on past the sentence; else up to where a content ends.
fn from(scene: &Scene, start: usize, range: Tokens, clause: Tokens, clauses: &[ReportingClause]) -> Option<Tokens> {
    if let Some(quote) = scene.quote_opened(start).filter(|&q| scene.quote_tokens(q).end >= range.end) {
        return Some(scene.quote_tokens(quote));
    }
    Some(scene.trim(start..end::right_end(scene, start, range, clause, clauses)))
}
