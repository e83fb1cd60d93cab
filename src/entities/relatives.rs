//! Relative pronouns: "Ana Ilves, who …" is Ana Ilves.

use super::chains::Chains;
use super::descriptions::by_anchor;
use crate::mentions::{Form, Kind};
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
        let of = by_syntax.or_else(|| just_before(chains, m));
        if let Some(of) = of.map(|of| person_of(chains, m, of).unwrap_or(of)) {
            chains.join(of, m, rule);
        }
    }
}

/// "Ryan Cloutier of the Center for Astrophysics, who": the person, and not the body.
fn person_of(chains: &Chains, m: usize, of: usize) -> Option<usize> {
    let (document, body) = (chains.document, &chains.mentions[of]);
    let is_who = document.lower(chains.mentions[m].head) == "who" && body.form == Form::Name;
    let article = body.tokens.start.checked_sub(1).filter(|_| is_who && body.kind == Kind::Organization)?;
    let preposition = article.checked_sub(usize::from(document.lower(article) == "the"))?;
    let is_led = matches!(document.lower(preposition), "of" | "from" | "at" | "for");
    let is_person = |&n: &usize| {
        let name = &chains.mentions[n];
        name.form == Form::Name && name.kind == Kind::Person && name.tokens.end == preposition
    };
    (0..of).rev().take(8).find(is_person).filter(|_| is_led)
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
