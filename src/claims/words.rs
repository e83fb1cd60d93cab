//! Word classes of English that the rules ask about: closed ones here, open ones in `data/claim_words.tsv`.

use super::scene::Scene;
use crate::model::lists;

/// A class of `data/claim_words.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// "charge", "point": nouns for what somebody said.
    SpeechNoun,
    /// "comment", "inquiry": what a newsroom sends or asks for.
    Request,
    /// "comment", "elaborate": what somebody who is silent declines to do.
    Speak,
    /// "give", "offer": what is declined where what would be given is [`Class::Given`].
    Give,
    /// "details", "statement".
    Given,
    /// "made the claim", "voiced fears": verbs that give a reporting noun its subject.
    LightVerb,
    /// Verbs that a person does without speaking, a study by what it says: "show", "suggest".
    Evidence,
    /// Verbs that only documents, bodies and those who inquire report with: "find", "rule".
    Study,
    /// "court", "team": nouns for bodies that find and rule.
    Body,
    /// "historians", "the coroner": persons whose work is to find out.
    Inquirer,
    /// "call", "label": verbs that give something a name.
    Names,
    /// "describe", "deride": the same with "as".
    NamesAs,
    /// "want to say", "too early to say": what governs a saying that is not said to have happened.
    Unsaid,
    /// "deny", "dispute".
    Denies,
    /// "think", "doubt".
    Thinks,
    /// "order", "instruction": nouns whose infinitive is what is demanded, wherever the parser hangs it.
    Commands,
    /// "explain", "note": what is said in "As Roe explains, …".
    FrontedAs,
    /// "day", "decade": what measures how long after.
    Days,
    /// "could", "reportedly": what a content hedges itself with, whatever its part of speech.
    Hedge,
    /// "and", "until", "how": a noun phrase may begin after them.
    BeforePhrase,
    /// "amid", "when": what a headline goes on with after a whole clause.
    AfterClause,
    /// "furthermore", "as a result": by which a writer joins two sentences.
    Connective,
    /// "a", "two", "shortly": may begin what measures how long after.
    BeforeAfter,
}

impl Class {
    fn name(self) -> &'static str {
        match self {
            Class::SpeechNoun => "speech-noun",
            Class::Request => "request",
            Class::Speak => "speak",
            Class::Give => "give",
            Class::Given => "given",
            Class::LightVerb => "light-verb",
            Class::Evidence => "evidence",
            Class::Study => "study",
            Class::Body => "body",
            Class::Inquirer => "inquirer",
            Class::Names => "names",
            Class::NamesAs => "names-as",
            Class::Unsaid => "unsaid",
            Class::Denies => "denies",
            Class::Thinks => "thinks",
            Class::Commands => "commands",
            Class::FrontedAs => "fronted-as",
            Class::Days => "days",
            Class::Hedge => "hedge",
            Class::BeforePhrase => "before-phrase",
            Class::AfterClause => "after-clause",
            Class::Connective => "connective",
            Class::BeforeAfter => "before-after",
        }
    }
}

/// Whether a word, verbs in their dictionary form, is of a class.
pub fn is(word: &str, class: Class) -> bool {
    lists().claim_words.get(word).is_some_and(|classes| classes.split(' ').any(|name| name == class.name()))
}

/// Whether token `i` is a relative pronoun by its look.
pub fn is_relative(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "who" | "which" | "that" | "whom")
}

/// "charge", "claim": nouns for what somebody said.
pub fn is_speech_noun(word: &str) -> bool {
    is(word, Class::SpeechNoun)
}

/// Verbs that a bare infinitive with its own subject follows.
pub fn hears(word: &str) -> bool {
    matches!(word, "heard" | "hears" | "hear")
}

/// "reportedly": somebody says so.
pub fn is_report_adverb(word: &str) -> bool {
    matches!(word, "reportedly" | "allegedly" | "purportedly" | "supposedly" | "ostensibly")
}

/// "neither has denied": words that stand for some of those named before.
pub fn is_quantity(word: &str) -> bool {
    matches!(word, "some" | "others" | "many" | "most" | "several" | "neither" | "none")
}

/// "himself", "ourselves".
pub fn is_reflexive(word: &str) -> bool {
    matches!(word, "himself" | "herself" | "itself" | "themselves" | "ourselves" | "myself" | "yourself")
}

/// The dictionary form of a verb that gives something a name or a verdict.
pub fn naming_verb(scene: &Scene, i: usize) -> Option<&'static str> {
    let lemma = scene.lemma(i);
    (is(&lemma, Class::Names) || is(&lemma, Class::NamesAs)).then(|| lists().claim_words.key(&lemma))?
}
