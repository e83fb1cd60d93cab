//! Tags to mentions: names, noun phrases and pronouns that stand for someone or something.

use crate::document::{Document, Span};
use crate::tags::Syntax;
use std::ops::Range;

/// What an entity is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum Kind {
    Person,
    Organization,
    Place,
    Facility,
    /// Nationalities, religious and political groups, people in the plural without a name.
    Group,
    Event,
    Work,
    Product,
    Law,
    Other,
}

impl Kind {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::Facility => "facility",
            Kind::Group => "group",
            Kind::Event => "event",
            Kind::Work => "work",
            Kind::Product => "product",
            Kind::Law => "law",
            Kind::Other => "other",
        }
    }
}

/// How a mention refers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// The name itself: "Kim Jong Un".
    Name,
    /// A noun phrase: "the North Korean leader".
    Nominal,
    /// "he", "who".
    Pronoun,
}

impl Form {
    /// As the report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Name => "name",
            Form::Nominal => "nominal",
            Form::Pronoun => "pronoun",
        }
    }
}

/// One place where somebody or something is mentioned.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its bytes: no article, no possessive ending; a name without title.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that carries the meaning: last of a name, noun of a phrase.
    pub head: usize,
    /// Name, nominal or pronoun.
    pub form: Form,
    /// What it is, as far as this place shows.
    pub kind: Kind,
    /// Stands for those who act: "Moscow warned".
    pub acts: bool,
    /// What found it or, later, what joined it to its entity.
    pub rule: &'static str,
}

/// All mentions in text order, an outer one before what lies inside it.
pub fn find(document: &Document, syntax: &Syntax) -> Vec<Mention> {
    let _ = (document, syntax);
    Vec::new()
}
