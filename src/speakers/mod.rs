//! Sources to speakers: which entity a source phrase stands for, and how well the article lets us know it.

mod joint;
mod pronouns;

use crate::claims::{Attribution, Claim, Rule};
use crate::document::{Document, Span, TokenKind};
use crate::entities::Entity;
use crate::mentions::{Form, Kind, Mention};
use crate::model::lists;
use std::collections::{BTreeMap, BTreeSet};

/// Fills in the speakers of all claims, and *named*, *described* or *unnamed*.
pub fn attribute(document: &Document, mentions: &[Mention], entities: &[Entity], claims: &mut [Claim]) {
    let entity_of = entity_of_mentions(mentions, entities);
    let known: Vec<Known> = entities.iter().map(|entity| Known::of(document, mentions, entity)).collect();
    let interview = Interview::read(document, mentions, entities, &entity_of, claims);
    let mut issued: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for claim in claims.iter_mut() {
        let Some(source) = claim.source else { continue };
        claim.speakers = interview
            .speaker(document, claim)
            .or_else(|| antecedent(document, mentions, &entity_of, source))
            .map_or_else(|| speakers_of(document, mentions, &entity_of, source), |entity| vec![entity]);
        for speaker in &mut claim.speakers {
            // A document speaks as whoever issued it.
            *speaker = entities[*speaker].issuer.unwrap_or(*speaker);
        }
        claim.speakers.dedup();
        let is_named = claim.speakers.iter().any(|&e| known[e].is_named);
        let earlier = document_named(document, source).and_then(|noun| issued.get(noun));
        if let Some(speakers) = earlier.filter(|_| !is_named) {
            claim.speakers = speakers.clone();
        }
        if let Some(noun) =
            claim.medium.and_then(|medium| document_in(document, medium)).filter(|_| !claim.speakers.is_empty())
        {
            issued.insert(noun, claim.speakers.clone());
        }
    }
    pronouns::of_last_speaker(document, entities, claims);
    joint::of_named_together(document, mentions, &entity_of, |e| known[e].is_named, claims);
    for i in 0..claims.len() {
        if let Some(before) = claims[i].continues {
            // In text order: what a floating quotation continues has its speakers by now.
            claims[i].speakers = claims[before].speakers.clone();
            claims[i].attribution = Attribution::Implied;
        }
    }
    pronouns::of_words_around(document, claims);
    for claim in claims.iter_mut() {
        let Some(source) = claim.source else { continue };
        claim.attribution = how_known(document, &known, &claim.speakers, source);
    }
}

/// "the statement", and nothing else: the noun of a document that was the medium of earlier words.
fn document_named<'d>(document: &'d Document, source: Span) -> Option<&'d str> {
    let tokens = document.tokens_in(source);
    let is_again = tokens.len() == 2 && matches!(document.lower(tokens.start), "the" | "this");
    document_in(document, source).filter(|_| is_again)
}

/// The noun of a document in the words of a medium: "a *statement* on Friday".
fn document_in<'d>(document: &'d Document, words: Span) -> Option<&'d str> {
    document.tokens_in(words).map(|i| document.lower(i)).find(|noun| lists().source_works.has(noun))
}

/// Who asks and who answers in an interview whose labels are Q and A, as far as what stands before it says.
#[derive(Default)]
struct Interview {
    asks: Option<usize>,
    answers: Option<usize>,
}

impl Interview {
    fn read(
        document: &Document,
        mentions: &[Mention],
        entities: &[Entity],
        entity_of: &[Option<usize>],
        claims: &[Claim],
    ) -> Interview {
        let labels = claims.iter().filter(|claim| claim.rule == Rule::InterviewLabel);
        let Some(start) = labels.filter_map(|claim| claim.source).map(|source| source.start).min() else {
            return Interview::default();
        };
        Interview {
            asks: interviewer(document, mentions, start).and_then(|m| entity_of[m]),
            answers: interviewed(mentions, entities, start),
        }
    }

    /// Of a claim whose source is a label, whoever the label stands for.
    fn speaker(&self, document: &Document, claim: &Claim) -> Option<usize> {
        let label = claim.source.filter(|_| claim.rule == Rule::InterviewLabel).map(|source| document.slice(source))?;
        match label {
            "A" | "Answer" | "ANSWER" => self.answers,
            "Q" | "Question" | "QUESTION" => self.asks,
            _ => None,
        }
    }
}

/// The person that what stands before the first label is about.
fn interviewed(mentions: &[Mention], entities: &[Entity], start: u32) -> Option<usize> {
    let before = |entity: &Entity| entity.mentions.iter().filter(|&&m| mentions[m].span.end <= start).count();
    let is_person = |entity: &Entity| {
        entity.mentions.iter().any(|&m| mentions[m].form == Form::Name && mentions[m].kind == Kind::Person)
    };
    let persons = entities.iter().enumerate().filter(|(_, entity)| is_person(entity) && before(entity) > 0);
    persons.max_by_key(|(e, entity)| (before(entity), std::cmp::Reverse(*e))).map(|(e, _)| e)
}

/// "She spoke to the *Lantern Review* at her home": the name, before the first label, of whoever was spoken to.
fn interviewer(document: &Document, mentions: &[Mention], start: u32) -> Option<usize> {
    (0..mentions.len()).take_while(|&m| mentions[m].span.end <= start).find(|&m| {
        let first = mentions[m].tokens.start as isize;
        let article = matches!(document.lower_at(first - 1), "the" | "a" | "an");
        let at = first - 1 - isize::from(article);
        let speaks = matches!(
            document.lower_at(at - 1),
            "spoke" | "speaks" | "speaking" | "talked" | "talks" | "talking" | "down" | "chatted"
        );
        mentions[m].form == Form::Name
            && (document.lower_at(at) == "told" || speaks && matches!(document.lower_at(at), "to" | "with"))
    })
}

/// "said Salunkhe, who denied": whom a relative pronoun stands for.
fn antecedent(document: &Document, mentions: &[Mention], entity_of: &[Option<usize>], source: Span) -> Option<usize> {
    let tokens = document.tokens_in(source);
    if tokens.len() != 1 || !matches!(document.lower(tokens.start), "who" | "which") {
        return None;
    }
    let comma = tokens.start.checked_sub(1)?;
    let end = if document.lower(comma) == "," { comma } else { tokens.start };
    let next = mentions.partition_point(|m| m.span.start < source.start);
    // "Raymond Cheng, head of research at CGS-CIMB Securities, who": a body is no who.
    let can_be = |m: &Mention| document.lower(tokens.start) != "who" || matches!(m.kind, Kind::Person | Kind::Group);
    let ends_here = |m: &usize| mentions[*m].tokens.end == end && can_be(&mentions[*m]) && entity_of[*m].is_some();
    (next.saturating_sub(6)..next)
        .rev()
        .filter(ends_here)
        .min_by_key(|&m| mentions[m].form != Form::Name)
        .and_then(|m| entity_of[m])
}

fn entity_of_mentions(mentions: &[Mention], entities: &[Entity]) -> Vec<Option<usize>> {
    let mut entity_of = vec![None; mentions.len()];
    for (e, entity) in entities.iter().enumerate() {
        for &m in &entity.mentions {
            entity_of[m] = Some(e);
        }
    }
    entity_of
}

/// The entities that a source phrase names: one, or one for each part joined by "and".
fn speakers_of(document: &Document, mentions: &[Mention], entity_of: &[Option<usize>], source: Span) -> Vec<usize> {
    let first = mentions.partition_point(|m| m.span.start < source.start);
    let inside: Vec<usize> = (first..mentions.len())
        .take_while(|&m| mentions[m].span.start < source.end)
        .filter(|&m| mentions[m].span.end <= source.end && entity_of[m].is_some())
        .collect();
    let has_person = inside.iter().any(|&m| mentions[m].form == Form::Name && mentions[m].kind == Kind::Person);
    if let Some(entity) = wider(mentions, entity_of, source).filter(|_| !has_person) {
        return vec![entity];
    }
    let mut speakers = Vec::new();
    for part in parts(document, source) {
        let in_part: Vec<usize> = inside.iter().copied().filter(|&m| part.contains(mentions[m].span)).collect();
        speakers.extend(best(document, mentions, &in_part, part).and_then(|m| entity_of[m]));
    }
    if speakers.is_empty() {
        speakers.extend(best(document, mentions, &inside, source).and_then(|m| entity_of[m]));
    }
    if speakers.is_empty() {
        speakers.extend(overlapping(mentions, entity_of, source));
    }
    let mut seen = BTreeSet::new();
    speakers.retain(|&entity| seen.insert(entity));
    speakers
}

/// The entity of a noun phrase that begins with the source and goes on after it: "France's foreign minister | , speaking
/// in Brussels".
fn wider(mentions: &[Mention], entity_of: &[Option<usize>], source: Span) -> Option<usize> {
    let first = mentions.partition_point(|m| m.span.start < source.start);
    let begins = |m: &usize| mentions[*m].span.start < source.end.min(source.start + "the ".len() as u32 + 1);
    (first..mentions.len())
        .take_while(begins)
        .find(|&m| mentions[m].form == Form::Nominal && mentions[m].span.end > source.end)
        .and_then(|m| entity_of[m])
}

/// The entity of a mention that reaches over the edge of the source phrase: "the law | states".
fn overlapping(mentions: &[Mention], entity_of: &[Option<usize>], source: Span) -> Option<usize> {
    let first = mentions.partition_point(|m| m.span.start < source.start);
    let last = mentions.partition_point(|m| m.span.start < source.end);
    (first.saturating_sub(4)..last).filter(|&m| mentions[m].span.overlaps(source)).find_map(|m| entity_of[m])
}

/// "RIA Novosti and TASS": the parts of a phrase whose parts are all names; else the phrase itself.
fn parts(document: &Document, source: Span) -> Vec<Span> {
    let tokens = document.tokens_in(source);
    // "between 1999 and 2003" joins no names.
    let is_number = |i: usize| document.tokens.get(i).is_some_and(|token| token.kind == TokenKind::Number);
    let joints: Vec<usize> = tokens.clone().filter(|&i| document.lower(i) == "and" && !is_number(i + 1)).collect();
    if joints.is_empty()
        || tokens.clone().any(|i| matches!(document.lower(i), "of" | "for" | "who" | "which" | "in" | "at"))
            && joints.len() == 1
            && !document.is_capitalized(joints[0] + 1)
    {
        return vec![source];
    }
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        if document.lower(i) == "and" || document.lower(i) == "," && joints.iter().any(|&j| j > i) {
            if i > start {
                parts.push(document.span(start, i - 1));
            }
            start = i + 1;
        }
    }
    if start < tokens.end {
        parts.push(document.span(start, tokens.end - 1));
    }
    parts
}

/// The mention that a phrase is about: a person's name before its title, else the widest mention that is no mere owner or place.
fn best(document: &Document, mentions: &[Mention], inside: &[usize], phrase: Span) -> Option<usize> {
    let owner = |m: usize| {
        let end = mentions[m].tokens.end;
        end < document.tokens.len()
            && matches!(document.lower(end), "'s" | "'")
            && document.tokens[end].span.end < phrase.end
    };
    let widest = |kinds: &dyn Fn(&Mention) -> bool| {
        inside
            .iter()
            .copied()
            .filter(|&m| kinds(&mentions[m]) && !owner(m))
            .max_by_key(|&m| (mentions[m].span.end - mentions[m].span.start, std::cmp::Reverse(m)))
    };
    let comma = document
        .tokens_in(phrase)
        .find(|&i| document.lower(i) == ",")
        .map_or(phrase.end, |i| document.tokens[i].span.start);
    let before_comma = |m: &Mention| m.span.end <= comma;
    let is_inner = |m: &Mention| is_inner(document, m, phrase);
    widest(&|m| m.form == Form::Name && m.kind == Kind::Person && before_comma(m) && !is_inner(m))
        .or_else(|| widest(&|m| m.form == Form::Name && m.kind == Kind::Person && !is_inner(m)))
        .or_else(|| widest(&|m| m.span.start <= phrase.start + 4 && m.span.end >= comma.min(phrase.end)))
        .or_else(|| widest(&|m| m.form == Form::Nominal && !is_inner(m)))
        .or_else(|| widest(&|m| m.form == Form::Name && !is_inner(m) && m.kind != Kind::Group))
        .or_else(|| widest(&|m| !is_inner(m)))
        .or_else(|| inside.first().copied())
}

/// Whether a mention inside a phrase belongs to what says more of another: after a preposition ("sources close to Mao", "a brother
/// of the late King"), in a relative clause, or before the noun that it qualifies ("a former Trump adviser").
fn is_inner(document: &Document, mention: &Mention, phrase: Span) -> bool {
    let first = document.tokens_in(phrase).start;
    let start = mention.tokens.start;
    let is_title = |i: usize| {
        let word = document.lower(i);
        // "Minister of Justice Ana Roe".
        let is_person = word != "justice" && joint::is_title(word);
        is_person || matches!(word, "the" | "a" | "an" | "late" | "former" | "prime")
    };
    let lead = (first..start).rev().take(LONGEST_TITLE).find(|&i| !is_title(i));
    let is_led = lead.is_some_and(|i| {
        matches!(
            document.lower(i),
            "of" | "for" | "from" | "in" | "at" | "with" | "by" | "to" | "under" | "on" | "about" | "against" | "near"
        )
    });
    // "who wished to be called by the name Ana Roe".
    let is_own = matches!(document.lower_at(start as isize - 1), "as" | "name" | "pseudonym" | "nickname");
    let in_clause = !is_own && (first..start).any(|i| matches!(document.lower(i), "who" | "whom" | "whose" | "which"));
    let next = mention.tokens.end;
    let is_in_phrase = |i: usize| i < document.tokens.len() && document.tokens[i].span.end <= phrase.end;
    let qualifies = mention.form == Form::Name && is_in_phrase(next) && lists().role_nouns.has(document.lower(next));
    mention.span.start > phrase.start && (is_led || in_clause || qualifies)
}

/// Words of a title between a preposition and a name that are looked back over.
const LONGEST_TITLE: usize = 5;

/// What an entity's mentions say about how well it is known: looked up once, for all its claims.
struct Known {
    is_named: bool,
    hides_name: bool,
}

impl Known {
    fn of(document: &Document, mentions: &[Mention], entity: &Entity) -> Known {
        let mut all = entity.mentions.iter().map(|&m| &mentions[m]);
        Known {
            is_named: all.clone().any(|m| m.form == Form::Name),
            hides_name: all.any(|m| hides_name(document, m.span)),
        }
    }
}

/// "sources", "officials": words of those who are not named.
fn hides_name(document: &Document, span: Span) -> bool {
    document.tokens_in(span).any(|i| lists().unnamed_sources.has(document.lower(i)))
}

/// Named when the entity has a name; unnamed when the phrase is of those who hide one; else described.
fn how_known(document: &Document, known: &[Known], speakers: &[usize], source: Span) -> Attribution {
    if !speakers.is_empty() && speakers.iter().all(|&e| known[e].is_named) {
        return Attribution::Named;
    }
    let institution = document.tokens_in(source).any(|i| {
        matches!(
            document.lower(i),
            "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "ministry"
                | "police"
                | "military"
                | "army"
                | "authorities"
                | "prosecutors"
        )
    });
    if !institution && (hides_name(document, source) || speakers.iter().any(|&e| known[e].hides_name)) {
        Attribution::Unnamed
    } else {
        Attribution::Described
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// A claim by a source, after the sentences of a lead.
    fn says(lead: &str, source: &str) -> String {
        format!("{lead}{source} said that the count was wrong.")
    }

    /// The last claim's speakers, by name.
    #[track_caller]
    pub fn check(text: &str, speakers: &[&str]) {
        let report = analyze(text, &Options::default()).expect("a short text");
        let claim = report.claims.last().expect("a claim");
        let name = |id: &String| report.entities.iter().find(|e| e.id == *id).map(|e| e.name.as_str());
        assert_eq!(claim.speakers.iter().filter_map(name).collect::<Vec<_>>(), speakers);
    }

    #[test]
    fn whose_name_only_says_more_of_another() {
        let says = |source: &str| says("Mara Ilves lost the election in May. ", source);
        check(&says("Sources close to Ilves"), &["Sources close to Ilves"]);
        check(&says("A former Ilves adviser, Tom Roe,"), &["Tom Roe"]);
        check(&says("Tom Roe, her deputy under Mayor Ilves between 2009 and 2013,"), &["Tom Roe"]);
        check(&says("One of the clerks in a case in which Ilves was found guilty"), &["One of the clerks in a case"]);
        check(&says("First Deputy Minister of Justice Rosa Roe"), &["Rosa Roe"]);
    }

    #[test]
    fn a_document_speaks_as_whoever_issued_it() {
        let says = |source: &str| says("A storm hit Ardvale on Monday. ", source);
        check(&says("A NATO press release"), &["NATO"]);
        check(&says("Prosecutors have filed a document. The prosecutors' document"), &["Prosecutors"]);
        check(&says("The roads were closed, according to a Health Canada report. The report"), &["Health Canada"]);
        check(&says("Leaders of three parties wrote a letter on Friday. The document"), &["Leaders of three parties"]);
        check(&says("The report"), &["report"]);
    }
}
