//! Pronouns that can stand for an entity.

use super::{Form, Kind, Mention};
use crate::document::Document;
use crate::model::lists;
use crate::tags::{Relation, Syntax};

/// "he", "its", "who": not the "it" of "it rained", nor the "who" of a question about nobody.
pub(super) fn find(document: &Document, syntax: &Syntax, push: &mut impl FnMut(Mention)) {
    for at in 0..document.tokens.len() {
        let is_pronoun = lists().pronouns.has(document.lower(at));
        if is_pronoun && syntax.words[at].relation != Relation::Expl && !is_acronym(document, at) {
            push(mention(document, at));
        }
    }
}

/// The mention that a pronoun is.
pub(crate) fn mention(document: &Document, at: usize) -> Mention {
    let is_person = lists().pronouns.get(document.lower(at)) == Some("person");
    Mention {
        span: document.tokens[at].span,
        tokens: at..at + 1,
        head: at,
        form: Form::Pronoun,
        kind: if is_person { Kind::Person } else { Kind::Other },
        acts: false,
        rule: "pronoun",
    }
}

/// "WHO", "US", "IT" amid small letters are names or things.
fn is_acronym(document: &Document, at: usize) -> bool {
    let shouts = |i: usize| document.word(i).len() > 1 && document.word(i).chars().all(char::is_uppercase);
    let sentence = &document.sentences[document.sentence_of(at)];
    shouts(at)
        && !sentence.tokens.clone().all(|i| !document.is_capitalized(i) || shouts(i) || document.word(i).len() == 1)
}
