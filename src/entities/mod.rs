//! Mentions to entities: which mentions are one person, organization or place, and what the text calls them.

use crate::claims::Claim;
use crate::document::{Document, Span};
use crate::mentions::{Kind, Mention};
use crate::quotes::Quote;
use crate::tags::Syntax;

/// One real person, organization, place.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is, by the evidence of the whole article.
    pub kind: Kind,
    /// The fullest name in the text; without a name, its words without article.
    pub name: String,
    /// Titles, offices, descriptions.
    pub roles: Vec<Role>,
    /// Indices of its mentions, in text order.
    pub mentions: Vec<usize>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// The word by which the text calls it state-run.
    pub official: Option<Span>,
}

/// A title, office or description.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its words.
    pub span: Span,
    /// Index of the entity it is of.
    pub of: Option<usize>,
}

/// Which mentions are one, by first mention. The claims say who speaks inside which quotation; each
/// mention's `rule` becomes the sieve that joined it.
pub fn resolve(
    document: &Document,
    syntax: &Syntax,
    quotes: &[Quote],
    claims: &[Claim],
    mentions: &mut Vec<Mention>,
) -> Vec<Entity> {
    let _ = (document, syntax, quotes, claims, mentions);
    Vec::new()
}
