//! Relative pronouns: "Ana Ilves, who …" is Ana Ilves.

use super::chains::Chains;
use super::descriptions::by_anchor;
use crate::mentions::Form;
use crate::tags::Relation;

/// "a statistician who reviewed the data": the noun on which the clause hangs; a name before its description.
pub(super) fn antecedent(chains: &mut Chains, rule: &'static str) {
    let anchors = by_anchor(chains);
    for m in 0..chains.mentions.len() {
        if !is_relative(chains, m) {
            continue;
        }
        let noun = noun_of_clause(chains, chains.traits[m].clause);
        let by_syntax = noun.and_then(|noun| anchors.get(&noun)).copied().filter(|&of| of < m && is_full(chains, of));
        if let Some(of) = by_syntax.or_else(|| just_before(chains, m)) {
            chains.join(of, m, rule);
        }
    }
}

fn is_full(chains: &Chains, m: usize) -> bool {
    chains.mentions[m].form != Form::Pronoun
}

/// "Jim Dalloway, who said": however it was parsed.
fn just_before(chains: &Chains, m: usize) -> Option<usize> {
    let comma = chains.mentions[m].tokens.start.checked_sub(1).filter(|&i| chains.document.word(i) == ",")?;
    let ends_here = |&x: &usize| is_full(chains, x) && chains.mentions[x].tokens.end == comma;
    (0..m).rev().take(8).find(ends_here).filter(|&x| chains.traits[x].sentence == chains.traits[m].sentence)
}

/// "who", "whose", "whom": they never stand for anybody else.
pub(super) fn is_relative(chains: &Chains, m: usize) -> bool {
    chains.mentions[m].form == Form::Pronoun
        && matches!(chains.document.lower(chains.mentions[m].head), "who" | "whose" | "whom")
}

/// The noun that the relative clause describes, however many clauses lie between.
fn noun_of_clause(chains: &Chains, mut verb: usize) -> Option<usize> {
    let words = &chains.syntax.words;
    loop {
        let word = words[verb];
        if matches!(word.relation, Relation::AclRelcl | Relation::Acl) {
            return Some(word.head);
        }
        if word.head == verb || word.relation == Relation::Root {
            return None;
        }
        verb = word.head;
    }
}
