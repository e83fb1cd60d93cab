//! What a rule for another word than a reporting verb proposes ("according to", "was told that", "a promise to"), weighed
//! against its neighbours by the same trees.

use super::candidates::whole;
use super::{Chooser, Decision, Question};
use crate::claims::claim::Stance;
use crate::claims::clause::ReportingClause;
use crate::claims::cues::{Cue, Verb};
use crate::claims::draft::Draft;
use crate::claims::lexicon::Entry;
use crate::claims::rule::Rule;
use crate::claims::scene::Scene;
use crate::claims::tokens::Tokens;
use crate::tags::Relation;

/// Whether the content of a rule's claims is weighed.
pub fn is_weighed(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::AccordingTo
            | Rule::Per
            | Rule::InTheWordsOf
            | Rule::ByTheirAccount
            | Rule::ItIsUnderstoodThat
            | Rule::BelievedTo
            | Rule::WasTold
            | Rule::NounAndThatClause
            | Rule::NounAndInfinitive
            | Rule::CalledIt
            | Rule::Verdict
    )
}

/// The claim whose cue begins at token `i` with the content that is chosen; none where the word says nothing.
pub fn weigh(
    scene: &Scene,
    mut draft: Draft,
    i: usize,
    clauses: &[ReportingClause],
    chooser: &mut dyn Chooser,
) -> Option<Draft> {
    let tokens = draft.cue?;
    let cue = Cue {
        verb: i,
        tokens,
        subject: draft.source,
        clause: draft.clause,
        addressee: draft.addressee,
        negated: draft.negated,
    };
    let verb = Verb { scene, entry: Entry::of_word(Stance::Asserts), cue, range: range_of(scene, i) };
    // "order" the noun is not the verb.
    let word = format!("{}:{}", draft.rule as u8, draft.lemma);
    let decision = Decision {
        verb: &verb,
        proposal: Some(&draft),
        source: draft.source,
        can_say: draft.source.is_some(),
        others: clauses,
        shares: chooser.shares(&word, None),
    };
    let mut candidates = decision.candidates();
    let chosen = candidates.swap_remove(chooser.choose(Question::Content, i, &candidates));
    draft.content = whole(&decision, chosen.content);
    (!draft.content.is_empty()).then_some(draft)
}

/// Where the content may lie: in "a man accused of theft | has left", not past the verb whose subject the word only explains.
fn range_of(scene: &Scene, i: usize) -> Tokens {
    let range = scene.search_range(i);
    let noun = scene.head(i);
    let explains_subject = scene.relation(i) == Relation::Acl
        && matches!(scene.relation(noun), Relation::Nsubj | Relation::NsubjPass)
        && scene.head(noun) > i;
    if explains_subject { range.up_to(scene.subtree(i).end) } else { range }
}
