//! A claim in the making: runs of tokens, before speakers and offsets are known.

use super::claim::Stance;
use super::rule::Rule;
use super::tokens::Tokens;

/// A claim whose spans are still tokens.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is said, in text order.
    pub content: Vec<Tokens>,
    /// The reporting words.
    pub cue: Option<Tokens>,
    /// Their dictionary form.
    pub lemma: String,
    /// The words that name the source.
    pub source: Option<Tokens>,
    /// The whole reporting clause: source, cue, addressee, medium, time of saying.
    pub clause: Tokens,
    /// Who was told.
    pub addressee: Option<Tokens>,
    /// What the speaker does.
    pub stance: Stance,
    /// "did not say".
    pub negated: bool,
    /// Position in the drafts of the claim that reports this one.
    pub via: Option<usize>,
    /// Position in the drafts of the claim whose speaker goes on.
    pub continues: Option<usize>,
    /// Whether its words are taken; see the table of rules.
    pub holds_words: bool,
    /// What found it.
    pub rule: Rule,
}

impl Draft {
    /// A draft of a reporting clause; content and the rest are filled in by its rule.
    pub fn new(rule: Rule, lemma: &str, stance: Stance, cue: impl Into<Tokens>, clause: impl Into<Tokens>) -> Draft {
        Draft {
            content: Vec::new(),
            cue: Some(cue.into()),
            lemma: lemma.to_owned(),
            source: None,
            clause: clause.into(),
            addressee: None,
            stance,
            negated: false,
            via: None,
            continues: None,
            holds_words: true,
            rule,
        }
    }

    /// First token of the content, or of the clause where there is no content.
    pub fn start(&self) -> usize {
        self.content.first().map_or(self.clause.start, |c| c.start)
    }

    /// Whether the content holds all these tokens.
    pub fn holds(&self, tokens: Tokens) -> bool {
        self.content.iter().any(|c| c.holds(tokens))
    }
}
