//! What a candidate shows: the verb and its clause, then what lies in the content, then what follows its end. Training and use
//! share this; [`names`] says in order what is asked.

use super::{Decision, boundary, cue, inside};
use crate::claims::tokens::Tokens;

/// How a content lies to its verb.
const AFTER: i16 = 1;
const BEFORE: i16 = 2;
const ON_BOTH_SIDES: i16 = 3;

/// What is asked of how a content lies to the verb and to what the rules propose.
const PLACE: [&str; 6] =
    ["side", "proposed by rules", "starts as proposed", "ends as proposed", "runs", "share of sentence"];

/// The names of all features, in their order.
pub fn names() -> Vec<&'static str> {
    [&cue::NAMES[..], &PLACE, &inside::NAMES, &boundary::NAMES].concat()
}

/// The features of one decision's candidates; those of the verb are computed once.
pub struct Of<'d> {
    decision: &'d Decision<'d>,
    cue: [i16; cue::NAMES.len()],
}

impl<'d> Of<'d> {
    /// For the candidates of this decision.
    pub fn new(decision: &'d Decision<'d>) -> Of<'d> {
        Of { decision, cue: cue::features(decision) }
    }

    /// Of "says nothing here": the verb alone.
    pub fn nothing(&self) -> Vec<i16> {
        let mut features = self.cue.to_vec();
        features.push(0);
        features
    }

    /// Of a content.
    pub fn content(&self, content: &[Tokens]) -> Vec<i16> {
        let mut features = self.cue.to_vec();
        features.extend(self.place(content));
        let (Some(&first), Some(&last)) = (content.first(), content.last()) else { return features };
        features.extend(inside::features(self.decision, first));
        features.extend(boundary::features(self.decision, last));
        features
    }

    fn place(&self, content: &[Tokens]) -> [i16; PLACE.len()] {
        let cue = &self.decision.verb.cue;
        let (start, end) = ends(content);
        let side = if start > cue.verb {
            AFTER
        } else if end <= cue.verb {
            BEFORE
        } else {
            ON_BOTH_SIDES
        };
        let proposed = self.decision.proposal.map(|draft| ends(&draft.content));
        let is_proposed = self.decision.proposal.is_some_and(|draft| draft.content == content);
        [
            side,
            i16::from(is_proposed),
            i16::from(proposed.is_some_and(|(first, _)| first == start)),
            i16::from(proposed.is_some_and(|(_, last)| last == end)),
            content.len().min(3) as i16,
            self.share(content),
        ]
    }

    /// Words of the content in a hundred words of the sentence without the clause.
    fn share(&self, content: &[Tokens]) -> i16 {
        let verb = self.decision.verb;
        let words = |tokens: Tokens| verb.scene.count_words(tokens);
        let rest = words(verb.range).saturating_sub(words(verb.cue.clause)).max(1);
        (100 * content.iter().map(|&run| words(run)).sum::<usize>() / rest).min(150) as i16
    }
}

/// First token and end of a content.
fn ends(content: &[Tokens]) -> (usize, usize) {
    (content.first().map_or(0, |run| run.start), content.last().map_or(0, |run| run.end))
}
