//! A claim in the making: runs of tokens, before speakers and offsets are known.

use super::Stance;
use super::scene::Tokens;

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
    /// What found it.
    pub rule: &'static str,
}

impl Draft {
    /// A draft of a reporting clause; content and the rest are filled in by its rule.
    pub fn new(rule: &'static str, lemma: &str, stance: Stance, cue: Tokens, clause: Tokens) -> Draft {
        Draft {
            content: Vec::new(),
            cue: Some(cue),
            lemma: lemma.to_owned(),
            source: None,
            clause,
            addressee: None,
            stance,
            negated: false,
            via: None,
            continues: None,
            rule,
        }
    }

    /// First token of the content, or of the clause where there is no content.
    pub fn start(&self) -> usize {
        self.content.first().map_or(self.clause.start, |c| c.start)
    }

    /// Whether the content holds all these tokens.
    pub fn holds(&self, tokens: &Tokens) -> bool {
        self.content.iter().any(|c| c.start <= tokens.start && tokens.end <= c.end)
    }
}
