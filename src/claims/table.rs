//! What a row of the table of rules is, and what a rule gets to see.

use super::clause::{Place, ReportingClause};
use super::cues::Verb;
use super::draft::Draft;
use super::rule::Rule;
use super::scene::Scene;

/// When a rule runs. The passes run in this order over the whole text; what one found, the later ones see.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pass {
    /// Reporting verbs, by the place of their content.
    Verbs,
    /// Cues that are no verbs of saying.
    Phrases,
    /// Verbs whose subject does not speak.
    Passives,
    /// Outlets that are quoted for the claim of a verb.
    Outlets,
    /// Nouns that report, outside the reporting clauses found so far.
    Nouns,
    /// Verbs that give something a name or a verdict.
    Namings,
    /// Headlines and labels with a colon.
    Labels,
    /// Quotations that no claim holds yet.
    Quotations,
    /// Sayings that did not take place.
    Refusals,
}

impl Pass {
    /// In the order in which they run.
    pub const ALL: [Pass; 9] = [
        Pass::Verbs,
        Pass::Phrases,
        Pass::Passives,
        Pass::Outlets,
        Pass::Nouns,
        Pass::Namings,
        Pass::Labels,
        Pass::Quotations,
        Pass::Refusals,
    ];
}

/// The function of a rule.
#[derive(Clone, Copy)]
pub enum Find {
    /// The place of the content of a reporting verb; the first row that knows it is believed.
    Place(fn(&Verb) -> Option<Place>),
    /// The claim whose cue begins at a token; the first row of its pass that finds one is believed.
    Word(fn(&Context, usize) -> Option<Draft>),
    /// As `Word`, for cues that make two claims: who reports, and who is reported.
    Words(fn(&Context, usize) -> Option<Vec<Draft>>),
    /// Everything of this kind in the text; it may add to the claims that there are.
    Text(fn(&Scene, &[ReportingClause], &mut Vec<Draft>)),
    /// Made by the function of another rule, beside its claims.
    Beside,
}

/// One row of the table of rules.
pub struct Row {
    /// Its name.
    pub rule: Rule,
    /// When it runs.
    pub pass: Pass,
    /// Its function.
    pub find: Find,
    /// Whether the words of its contents are taken: no quotation among them floats, no claim in them is via it.
    pub holds_words: bool,
    /// What it goes by, for readers.
    pub sentence: &'static str,
}

/// A row of a rule that holds its words.
pub const fn row(rule: Rule, pass: Pass, find: Find, sentence: &'static str) -> Row {
    Row { rule, pass, find, holds_words: true, sentence }
}

/// A row of a rule whose content somebody else's claim may hold too.
pub const fn row_without_words(rule: Rule, pass: Pass, find: Find, sentence: &'static str) -> Row {
    Row { rule, pass, find, holds_words: false, sentence }
}

/// What a rule for the cue at a token sees.
pub struct Context<'s> {
    /// The text.
    pub scene: &'s Scene<'s>,
    /// The reporting clauses of the token's sentence.
    pub clauses: &'s [ReportingClause],
    /// The claims of the passes before.
    pub drafts: &'s [Draft],
    /// The place among the drafts that the next claim will have.
    pub next: usize,
    /// For each token whether a reporting clause of a pass before holds it.
    pub in_clause: &'s [bool],
    /// For each token the draft of a pass before whose cue begins there.
    pub cues: &'s [Option<u32>],
}

impl<'s> Context<'s> {
    /// The claim of a pass before whose cue begins at token `i`.
    pub fn cue_at(&self, i: usize) -> Option<&'s Draft> {
        self.cues[i].map(|draft| &self.drafts[draft as usize])
    }
}
