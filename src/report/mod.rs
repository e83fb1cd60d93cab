//! Everything to the report: the only types that are serialized, the only place that knows UTF-16.
//!
//! Field order is the order of the JSON; what is not stated is absent.

mod ids;
mod names;
mod slices;
mod check;
mod unattributed;
mod units;

use crate::checks::Check as FoundCheck;
use crate::claims::Claim as FoundClaim;
use crate::document::Document;
use crate::entities::Entity as FoundEntity;
use crate::mentions::{Form, Mention as FoundMention};
use crate::quantities::Quantity as FoundQuantity;
use crate::times::Time as FoundTime;
use ids::id;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

pub use crate::checks::{Computed, Kind as CheckKind};
pub use crate::claims::{Attribution, Form as ClaimForm, Stance};
pub use crate::mentions::{Form as MentionForm, Kind as EntityKind};
pub use crate::quantities::{Change, Kind as QuantityKind};
pub use crate::times::{Basis, Kind as TimeKind};
pub(crate) use ids::index;
pub use names::Language;
pub use slices::Slices;
pub(crate) use units::Units;

/// Name and version of the engine, and a hash of its model: same engine, text and options give the same report.
pub const ENGINE: &str = concat!("onrecord ", env!("CARGO_PKG_VERSION"), " ", include_str!("../model/HASH"));

/// A half-open range of UTF-16 code units.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// What the analyser answers for one text. See `www/report.d.ts`.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Report {
    /// Version of this layout.
    pub schema: u32,
    /// [`ENGINE`].
    pub engine: String,
    /// "en", or "other": then nothing is marked.
    pub language: Language,
    /// The publication date as used, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// UTF-16 code units of the text.
    pub length: u32,
    /// Paragraphs without their outer white space.
    pub paragraphs: Vec<Span>,
    /// Sentences, headlines and fragments.
    pub sentences: Vec<Span>,
    /// One for each real person, organization, place.
    pub entities: Vec<Entity>,
    /// Numbers with value and unit.
    pub quantities: Vec<Quantity>,
    /// Dates, times, durations, sets.
    pub times: Vec<Time>,
    /// Who is said to have said what.
    pub claims: Vec<Claim>,
    /// What can be recomputed.
    pub checks: Vec<Check>,
    /// Sentences, less what a claim covers, that stand on nobody's word but the writer's.
    pub unattributed: Vec<Span>,
}

/// One real person, organization, place, however often renamed.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Entity {
    /// "e1", by first mention.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name in the text.
    pub name: String,
    /// What the text calls it.
    pub roles: Vec<Role>,
    /// In text order.
    pub mentions: Vec<Mention>,
    /// It has no name and speaks in no claim: lists leave it out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub minor: bool,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Cow<'static, str>>,
    /// The word by which the text itself calls it state-run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<Span>,
}

/// A title, office or description the text gives.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Role {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// Its words.
    pub text: String,
    /// The entity it is of: Putin, for "Putin's press secretary".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

/// One place where an entity is mentioned.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Mention {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// "name", "nominal" or "pronoun".
    pub form: MentionForm,
    /// Stands for those who act: "Moscow warned".
    #[serde(default, skip_serializing_if = "is_false")]
    pub acts: bool,
    /// What put it here.
    pub rule: Cow<'static, str>,
}

/// A number with what it means.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Quantity {
    /// "q1", in text order.
    pub id: String,
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// "count", "money", "percent" …
    pub kind: QuantityKind,
    /// Its value in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Lower end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// A score or vote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<f64>>,
    /// "some", "about", "nearly".
    #[serde(default, skip_serializing_if = "is_false")]
    pub approximate: bool,
    /// UCUM, ISO 4217, "%" or `[pp]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Span>,
    /// "up" or "down".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Id of the quantity that this one restates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restates: Option<String>,
    /// What found it.
    pub rule: Cow<'static, str>,
}

/// A date, time, duration or set of times.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Time {
    /// "t1", in text order.
    pub id: String,
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// "date", "time", "duration" or "set".
    pub kind: TimeKind,
    /// TIMEX3 value.
    pub value: String,
    /// First day, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The day after the last, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// What it was resolved from.
    pub basis: Basis,
    /// What found it.
    pub rule: Cow<'static, str>,
}

/// Somebody is said to have said something.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Claim {
    /// "c1", by start of content.
    pub id: String,
    /// "direct", "indirect" or "mixed".
    pub form: ClaimForm,
    /// The words that are said to be said.
    pub content: Vec<Span>,
    /// "told", "according to".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span>,
    /// "tell".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lemma: Option<String>,
    /// The words that name the source here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Span>,
    /// Entity ids.
    pub speakers: Vec<String>,
    /// "named", "described", "unnamed", "implied" or "none".
    pub attribution: Attribution,
    /// "told *AFP*".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Span>,
    /// "wrote in *JoongAng Ilbo*".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Span>,
    /// Id of the time of saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// The stated reason for not naming the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<Span>,
    /// Id of the claim that reports this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// "asserts", "denies", "warns" …
    pub stance: Stance,
    /// "did *not* say".
    #[serde(default, skip_serializing_if = "is_false")]
    pub negated: bool,
    /// The content itself says could, may, likely.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hedged: bool,
    /// The words that decided.
    pub evidence: Vec<Span>,
    /// What found it.
    pub rule: Cow<'static, str>,
}

/// Something in the article that was recomputed.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Check {
    /// "k1", in text order.
    pub id: String,
    /// "conversion", "percent-change" …
    pub kind: CheckKind,
    /// The words that belong together.
    pub spans: Vec<Span>,
    /// Within the rounding that the text itself shows.
    pub agrees: bool,
    /// What comes out.
    pub computed: Computed,
    /// Only the order of magnitude was judged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub magnitude: bool,
    /// The words that were judged; the other `spans` are what they were judged by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Span>,
    /// The least that the others come to, within the rounding that they show, in the unit of `computed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What found it.
    pub rule: Cow<'static, str>,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// What the stages found, in bytes.
pub struct Findings<'f> {
    /// The publication date as used.
    pub published: Option<String>,
    /// All mentions.
    pub mentions: &'f [FoundMention],
    /// All entities.
    pub entities: &'f [FoundEntity],
    /// All quantities.
    pub quantities: &'f [FoundQuantity],
    /// All times.
    pub times: &'f [FoundTime],
    /// All claims.
    pub claims: &'f [FoundClaim],
    /// All checks.
    pub checks: &'f [FoundCheck],
}

impl Report {
    /// The report of a text that was not analysed, because it is not English.
    pub fn unread(document: &Document) -> Report {
        let units = Units::new(document.text);
        Report {
            schema: 1,
            engine: ENGINE.trim_end().to_owned(),
            language: Language::Other,
            published: None,
            length: units.length(),
            paragraphs: document.paragraphs.iter().map(|p| units.span(p.span)).collect(),
            sentences: document.sentences.iter().map(|s| units.span(s.span)).collect(),
            entities: Vec::new(),
            quantities: Vec::new(),
            times: Vec::new(),
            claims: Vec::new(),
            checks: Vec::new(),
            unattributed: Vec::new(),
        }
    }

    /// The report of an English text.
    pub fn new(document: &Document, found: &Findings) -> Report {
        let units = Units::new(document.text);
        let mut speaks = vec![false; found.entities.len()];
        found.claims.iter().flat_map(|c| &c.speakers).for_each(|&e| speaks[e] = true);
        let entities = found.entities.iter().enumerate();
        Report {
            language: Language::English,
            published: found.published.clone(),
            entities: entities.map(|(i, e)| entity(&units, document, found, i, e, speaks[i])).collect(),
            quantities: found.quantities.iter().enumerate().map(|(i, q)| quantity(&units, i, q)).collect(),
            times: found.times.iter().enumerate().map(|(i, t)| time(&units, i, t)).collect(),
            claims: found.claims.iter().enumerate().map(|(i, c)| claim(&units, i, c)).collect(),
            checks: found.checks.iter().enumerate().map(|(i, k)| check(&units, i, k)).collect(),
            unattributed: unattributed::find(document, found).into_iter().map(|s| units.span(s)).collect(),
            ..Report::unread(document)
        }
    }
}

fn entity(units: &Units, document: &Document, found: &Findings, index: usize, e: &FoundEntity, speaks: bool) -> Entity {
    let is_named = e.mentions.iter().any(|&m| found.mentions[m].form == Form::Name);
    Entity {
        id: id('e', index),
        kind: e.kind,
        name: e.name.clone(),
        roles: e
            .roles
            .iter()
            .map(|r| {
                let Span { start, end } = units.span(r.span);
                Role { start, end, text: document.slice(r.span).to_owned(), of: r.of.map(|of| id('e', of)) }
            })
            .collect(),
        mentions: e
            .mentions
            .iter()
            .map(|&m| {
                let m = &found.mentions[m];
                let Span { start, end } = units.span(m.span);
                Mention { start, end, form: m.form, acts: m.acts, rule: m.rule.into() }
            })
            .collect(),
        minor: !is_named && !speaks,
        country: e.country.map(Cow::Borrowed),
        official: e.official.map(|s| units.span(s)),
    }
}

fn quantity(units: &Units, index: usize, q: &FoundQuantity) -> Quantity {
    let Span { start, end } = units.span(q.span);
    let finite = |value: Option<f64>| value.filter(|v| v.is_finite());
    Quantity {
        id: id('q', index),
        start,
        end,
        kind: q.kind,
        value: finite(q.value),
        low: finite(q.low),
        high: finite(q.high),
        parts: q.parts.clone(),
        approximate: q.approximate,
        unit: q.unit.clone(),
        of: q.of.map(|s| units.span(s)),
        change: q.change,
        restates: q.restates.map(|r| id('q', r)),
        rule: q.rule.into(),
    }
}

fn time(units: &Units, index: usize, t: &FoundTime) -> Time {
    let Span { start, end } = units.span(t.span);
    Time {
        id: id('t', index),
        start,
        end,
        kind: t.kind,
        value: t.value.clone(),
        from: t.from.clone(),
        until: t.until.clone(),
        basis: t.basis,
        rule: t.rule.into(),
    }
}

fn claim(units: &Units, index: usize, c: &FoundClaim) -> Claim {
    Claim {
        id: id('c', index),
        form: c.form,
        content: c.content.iter().map(|&s| units.span(s)).collect(),
        cue: c.cue.map(|s| units.span(s)),
        lemma: c.lemma.clone(),
        source: c.source.map(|s| units.span(s)),
        speakers: c.speakers.iter().map(|&e| id('e', e)).collect(),
        attribution: c.attribution,
        addressee: c.addressee.map(|s| units.span(s)),
        medium: c.medium.map(|s| units.span(s)),
        said: c.said.map(|t| id('t', t)),
        anonymity: c.anonymity.map(|s| units.span(s)),
        via: c.via.map(|v| id('c', v)),
        stance: c.stance,
        negated: c.negated,
        hedged: c.hedged,
        evidence: c.evidence.iter().map(|&s| units.span(s)).collect(),
        rule: c.rule.name().into(),
    }
}

fn check(units: &Units, index: usize, k: &FoundCheck) -> Check {
    Check {
        id: id('k', index),
        kind: k.kind,
        spans: k.spans.iter().map(|&s| units.span(s)).collect(),
        agrees: k.agrees,
        computed: k.computed.clone(),
        magnitude: k.magnitude,
        stated: k.stated.map(|s| units.span(s)),
        low: k.range.map(|(low, _)| low),
        high: k.range.map(|(_, high)| high),
        rule: k.rule.into(),
    }
}
