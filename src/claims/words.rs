//! Closed word classes of English that several modules ask about.

use super::scene::Scene;

/// Whether token `i` is a relative pronoun by its look.
pub fn is_relative(scene: &Scene, i: usize) -> bool {
    matches!(scene.lower(i), "who" | "which" | "that" | "whom")
}

/// "charge", "claim": nouns for what somebody said.
pub fn is_speech_noun(word: &str) -> bool {
    matches!(
        word,
        "figure"
            | "claim"
            | "charge"
            | "allegation"
            | "accusation"
            | "assertion"
            | "statement"
            | "suggestion"
            | "view"
            | "remark"
            | "comment"
            | "description"
    )
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

/// The dictionary form of a verb that gives something a name or a verdict.
pub fn naming_verb(word: &str) -> Option<&'static str> {
    Some(match word {
        "called" | "calls" | "calling" | "call" => "call",
        "described" | "describes" | "describing" => "describe",
        "branded" | "branding" | "brands" => "brand",
        "labelled" | "labeled" | "labels" | "labelling" => "label",
        "dubbed" => "dub",
        "denounced" | "denounces" | "denouncing" => "denounce",
        "dismissed" | "dismisses" | "dismissing" => "dismiss",
        "hailed" | "hails" | "hailing" => "hail",
        "condemned" | "condemns" | "condemning" => "condemn",
        "praised" | "praises" | "praising" => "praise",
        "slammed" | "slams" | "criticised" | "criticized" => "criticize",
        "characterized" | "characterised" => "characterize",
        "termed" => "term",
        _ => return None,
    })
}
