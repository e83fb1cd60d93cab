//! Tags to mentions: names, noun phrases and pronouns that stand for someone or something.

pub mod atom;
pub mod gazetteer;
mod runs;
pub mod features;
pub mod labels;
pub mod templates;
pub mod weights;
pub mod tagger;
mod context;
mod agree;
#[cfg(test)]
mod settled;
mod edges;
mod extent;
mod names;
pub(crate) mod nominals;
pub(crate) mod pronouns;

use crate::document::{Document, Span};
use crate::tags::Syntax;
pub use extent::is_honorific;
use std::ops::{Range, RangeInclusive};
use tagger::Tagger;

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
    /// In their order.
    pub const ALL: [Kind; 10] = [
        Kind::Person,
        Kind::Organization,
        Kind::Place,
        Kind::Facility,
        Kind::Group,
        Kind::Event,
        Kind::Work,
        Kind::Product,
        Kind::Law,
        Kind::Other,
    ];

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
    let mut mentions = names(document, syntax, Tagger::committed());
    add_own_script(document, &mut mentions);
    add_unnamed(document, syntax, &mut mentions);
    mentions.shrink_to_fit();
    mentions
}

/// "Tsai Ing-wen (蔡英文)", "Ana Ilves (Ана Ильвес)": a name as its own language writes it, in brackets right after it, also
/// where the letters were taken for a name of somebody else.
fn add_own_script(document: &Document, names: &mut Vec<Mention>) {
    let own_script = |name: &Mention| {
        let tokens = in_own_script(document, name.tokens.end)?;
        Some(Mention {
            span: document.span(tokens.start, tokens.end - 1),
            head: tokens.end - 1,
            tokens,
            form: Form::Name,
            kind: name.kind,
            acts: false,
            rule: "own script",
        })
    };
    let found: Vec<Mention> = names.iter().filter_map(own_script).take(MOST_IN_OWN_SCRIPT).collect();
    let is_inside =
        |n: &Mention| found.iter().any(|m| m.tokens.start <= n.tokens.start && n.tokens.end <= m.tokens.end);
    names.retain(|n| !is_inside(n));
    names.extend(found);
    names.sort_by_key(|m| m.tokens.start);
}

/// The words between brackets of which the first is token `open`, where none has a Latin letter.
fn in_own_script(document: &Document, open: usize) -> Option<Range<usize>> {
    let first = open + 1;
    let is_bracket = |i: usize, bracket: &str| i < document.tokens.len() && document.word(i) == bracket;
    let last = first + MOST_WORDS_IN_OWN_SCRIPT;
    let close = (first..=last).find(|&i| is_bracket(i, ")")).filter(|&close| is_bracket(open, "(") && close > first)?;
    let is_foreign = |c: char| c.is_alphabetic() && c > LAST_LATIN && !LATIN_ADDITIONAL.contains(&c);
    let letters = || (first..close).flat_map(|i| document.word(i).chars());
    // "(α)" is a symbol.
    (letters().all(is_foreign) && letters().nth(1).is_some()).then_some(first..close)
}

/// Names of more words than this are not looked for in brackets.
const MOST_WORDS_IN_OWN_SCRIPT: usize = 6;
/// The last letter of the first Latin blocks and their marks.
const LAST_LATIN: char = '\u{36f}';
/// Letters of Vietnamese, among others.
const LATIN_ADDITIONAL: RangeInclusive<char> = '\u{1e00}'..='\u{1eff}';

/// Names in brackets that are compared with all others.
const MOST_IN_OWN_SCRIPT: usize = 200;

/// Adds noun phrases and pronouns to the names.
pub fn add_unnamed(document: &Document, syntax: &Syntax, mentions: &mut Vec<Mention>) {
    let names = mentions.clone();
    nominals::find(document, syntax, &names, &mut |m| mentions.push(m));
    pronouns::find(document, syntax, &mut |m| mentions.push(m));
    put_in_order(mentions);
}

/// In text order, of those that begin together the longest first.
pub(crate) fn put_in_order(mentions: &mut [Mention]) {
    mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.form));
}

/// The names that a tagger finds, in text order.
pub fn names(document: &Document, syntax: &Syntax, tagger: &Tagger) -> Vec<Mention> {
    names::find(document, syntax, tagger)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mentions as "words/kind", those of one form.
    #[track_caller]
    fn check(text: &str, form: Form, expected: &[&str]) {
        let document = Document::read(text);
        let syntax = crate::tags::tag(&document);
        let found: Vec<String> = find(&document, &syntax)
            .iter()
            .filter(|m| m.form == form)
            .map(|m| format!("{}/{}", document.slice(m.span), m.kind.name()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_guard_of_honour_is_no_person() {
        check("An honour guard stood by the guard.", Form::Nominal, &["honour guard/group", "guard/person"]);
    }

    #[test]
    fn pronouns_stand_for_people_and_things() {
        check("She said her ship and its crew were safe.", Form::Pronoun, &["She/person", "her/person", "its/other"]);
        check("The WHO said nothing.", Form::Pronoun, &[]);
    }

    #[test]
    fn copies_of_a_name_are_of_one_kind() {
        check(
            "Arvid Wexelblat said the pier would stay. Wexelblat left. The mayor met Wexelblat again.",
            Form::Name,
            &["Arvid Wexelblat/person", "Wexelblat/person", "Wexelblat/person"],
        );
    }

    #[test]
    fn a_name_says_what_was_built() {
        check(
            "They met at Wexelblat Airport and drove to the Port of Duqm.",
            Form::Name,
            &["Wexelblat Airport/facility", "Port of Duqm/facility"],
        );
        check("She left Port Elizabeth.", Form::Name, &["Port Elizabeth/place"]);
    }

    #[test]
    fn a_first_name_is_of_the_full_name() {
        check(
            "Arvida Wexelblat said the pier would stay. Arvida left.",
            Form::Name,
            &["Arvida Wexelblat/person", "Arvida/person"],
        );
    }

    #[test]
    fn news_agencies_are_organizations() {
        check(
            "RIA Novosti and TASS reported it, Kyodo said.",
            Form::Name,
            &["RIA Novosti/organization", "TASS/organization", "Kyodo/organization"],
        );
    }

    #[test]
    fn a_name_in_its_own_script() {
        check("Arvid Wexelblat (蔡英文) left.", Form::Name, &["Arvid Wexelblat/person", "蔡英文/person"]);
        check("Jonas Ilves (Йонас Ильвес) left.", Form::Name, &["Jonas Ilves/person", "Йонас Ильвес/person"]);
        check("Arvid Wexelblat (α) left.", Form::Name, &["Arvid Wexelblat/person"]);
        check("Arvid Wexelblat (retired) left.", Form::Name, &["Arvid Wexelblat/person"]);
    }

    #[test]
    fn an_institution_named_by_its_building_acts() {
        check("The White House warned the Kremlin.", Form::Name, &["White House/organization", "Kremlin/organization"]);
        check("They met in Wexelblat Hospital.", Form::Name, &["Wexelblat Hospital/facility"]);
    }

    #[test]
    fn noun_phrases_are_mentions() {
        check("The leader arrived at the station.", Form::Nominal, &["leader/person", "station/facility"]);
        check("The leader's table was green.", Form::Nominal, &["leader/person"]);
    }

    #[test]
    fn the_paper_of_a_study_is_no_newspaper() {
        check("The study is small. The paper says so.", Form::Nominal, &["paper/work"]);
        check("The paper says so.", Form::Nominal, &["paper/organization"]);
        check(
            "The study is small. The newspaper said so. The paper left.",
            Form::Nominal,
            &["newspaper/organization", "paper/organization"],
        );
    }

    #[test]
    fn any_noun_explains_the_name_before_it() {
        check("Arvid Wexelblat, a rubber tapper, left.", Form::Nominal, &["rubber tapper/person"]);
        check("She is a dowser.", Form::Nominal, &["dowser/person"]);
        check("In New Hampshire, a vote was held.", Form::Nominal, &[]);
        check("It is a matter of taste.", Form::Nominal, &[]);
    }

    #[test]
    fn noun_phrases_end_before_clauses() {
        check("The officers posted to the port have left.", Form::Nominal, &["officers/group", "port/facility"]);
        check("The officer who left slept.", Form::Nominal, &["officer/person"]);
        check("The mayor of the port spoke on Friday.", Form::Nominal, &["mayor of the port/person", "port/facility"]);
    }
}
