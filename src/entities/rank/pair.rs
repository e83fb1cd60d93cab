//! What two mentions are to each other: questions that the features and the choice share.

use super::Type;
use crate::entities::chains::Chains;
use crate::entities::traits::{Function, Gender, Number};
use crate::mentions::Form;

pub(super) fn type_of(chains: &Chains, m: usize) -> Type {
    let traits = &chains.traits[m];
    if chains.mentions[m].form != Form::Pronoun {
        return if traits.number == Number::Many { Type::ManyDescription } else { Type::OneDescription };
    }
    if traits.words.first().is_some_and(|w| w.ends_with("self") || w.ends_with("selves")) {
        return Type::Reflexive;
    }
    match (traits.gender, traits.number) {
        (Gender::Masculine, _) => Type::He,
        (Gender::Feminine, _) => Type::She,
        (_, Number::Many) => Type::They,
        _ => Type::It,
    }
}

pub(super) fn bucket_of_count(n: usize) -> u32 {
    match n {
        0..=3 => n as u32,
        4..=5 => 4,
        6..=9 => 5,
        _ => 6,
    }
}

pub(super) fn opens_sentence(chains: &Chains, m: usize) -> bool {
    let first = chains.document.sentences[chains.traits[m].sentence].tokens.start;
    chains.mentions[m].tokens.start <= first + 1
}

/// How the clauses of two mentions of one sentence lie to each other.
pub(super) fn clause_relation(chains: &Chains, m: usize, early: usize) -> u32 {
    let (mine, theirs) = (&chains.traits[m], &chains.traits[early]);
    let syntax = chains.syntax;
    let possessor = mine.function == Function::Possessor;
    if mine.clause == theirs.clause {
        // Two arguments of one verb are two; a possessor may be the other one.
        let direct = syntax.words[mine.anchor].head == syntax.words[theirs.anchor].head;
        return if direct {
            1
        } else if possessor {
            2
        } else {
            3
        };
    }
    if syntax.is_under(mine.clause, theirs.clause) {
        return 10 + syntax.words[mine.clause].relation as u32;
    }
    if syntax.is_under(theirs.clause, mine.clause) {
        return 60 + syntax.words[theirs.clause].relation as u32;
    }
    4
}
