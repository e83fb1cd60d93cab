//! Sieves over the sources of claims: a role beside its name, a role that is named later, "it" that goes on speaking.

use super::chains::Chains;
use super::titles::is_person_noun;
use super::traits::{Article, Function, Gender, Number};
use crate::document::{Document, ParagraphKind};
use crate::mentions::{Form, Kind, is_honorific};
use crate::model::{is_entity_word, lists, noun_means};
use std::collections::{BTreeMap, BTreeSet};

/// Mentions after a noun phrase that its name is looked for among.
const NEAR: usize = 6;
/// Mentions back that an organization is looked for.
const REACH: usize = 40;
/// Paragraphs after a role in which its name may come.
const SOON: usize = 3;

/// "Owner Kenny Marsden", "the building's owner, Steelgate Holdings", "leader Cllr Graham Purnell": a name right after a
/// noun phrase, or after its comma in the words of a source, is the name of whoever the phrase means.
pub(super) fn beside_name(chains: &mut Chains, rule: &'static str) {
    let ends = source_ends(chains);
    for (role, &end) in ends.iter().enumerate() {
        let is_role = chains.mentions[role].form == Form::Nominal && chains.traits[role].number != Number::Many;
        let is_name = |n: &usize| names(chains, role, *n, end);
        let Some(name) = (role + 1..chains.mentions.len()).take(NEAR).find(is_name).filter(|_| is_role) else {
            continue;
        };
        let inner = cut_before(chains, role, name);
        for role in [Some(role), inner].into_iter().flatten() {
            if !chains.two_persons(role, name) {
                chains.join(role, name, rule);
            }
        }
    }
}

/// "US Secretary of State Antony Blinken", "Rep. Ana Roe of the People Party", "the Minister of Tourism, Morena Valdez": a
/// person's name inside a description of one person, after its noun, is that person's.
pub(super) fn name_inside(chains: &mut Chains, rule: &'static str) {
    let ends = source_ends(chains);
    for (role, &source_end) in ends.iter().enumerate() {
        let mention = &chains.mentions[role];
        let is_role =
            mention.form == Form::Nominal && mention.kind == Kind::Person && chains.traits[role].number != Number::Many;
        let inside = (role + 1..chains.mentions.len()).take(NEAR);
        let mut inside = inside.take_while(|&n| chains.mentions[n].tokens.start < chains.mentions[role].tokens.end);
        let Some(name) = inside.find(|&n| is_own_name(chains, role, n, source_end)).filter(|_| is_role) else {
            continue;
        };
        if !chains.two_persons(role, name) {
            chains.join(role, name, rule);
        }
    }
}

/// Whether mention `n` is a person's name after the noun of `role`, and no preposition or owner's ending makes it another's.
fn is_own_name(chains: &Chains, role: usize, n: usize, source_end: Option<usize>) -> bool {
    let (document, name) = (chains.document, &chains.mentions[n]);
    let before = phrase_end(document, name.tokens.start);
    let previous = document.lower_at(before as isize - 1);
    let is_led =
        matches!(previous, "of" | "for" | "to" | "by" | "from" | "with" | "at" | "in" | "on" | "and" | "the" | "'s");
    let is_owner = document.lower_at(name.tokens.end as isize) == "'s";
    // "critic of president Ana Roe": the president is.
    let has_comma = document.lower_at(before as isize) == ",";
    let titled = before as isize - 1;
    let is_of_another = titled > chains.mentions[role].head as isize
        && is_person_noun(document, titled as usize)
        && !has_comma
        && (chains.mentions[role].head + 1..titled as usize)
            .any(|i| matches!(document.lower(i), "of" | "for" | "with" | "to" | "by"));
    let ends = name.tokens.end == chains.mentions[role].tokens.end;
    let closes =
        ends || source_end == Some(name.tokens.end) || matches!(document.lower_at(name.tokens.end as isize), "," | "(");
    name.form == Form::Name
        && name.kind == Kind::Person
        && name.tokens.end > chains.mentions[role].head
        && !is_led
        && !is_owner
        && !is_of_another
        && (!has_comma || closes && (ends || source_end.is_some()))
}

/// "Superintendent of Police (SP) Ana Roe … The SP added": letters in brackets between an office and its name stand for the
/// office, and from then on for the name.
pub(super) fn title_letters(chains: &mut Chains, rule: &'static str) {
    let mut by_letters: BTreeMap<String, usize> = BTreeMap::new();
    for n in 0..chains.mentions.len() {
        let mention = &chains.mentions[n];
        let is_person = mention.form == Form::Name && mention.kind == Kind::Person;
        let letters = is_person.then(|| letters_of_office(chains.document, mention.tokens.start)).flatten();
        if let Some(letters) = letters {
            by_letters.entry(letters).or_insert(n);
        }
    }
    if by_letters.is_empty() {
        return;
    }
    for m in 0..chains.mentions.len() {
        let words = chains.document.slice(chains.mentions[m].span);
        let has_name = chains.chain(m).full_name.is_some();
        if let Some(&name) = by_letters.get(words).filter(|&&name| name < m && !has_name) {
            chains.join(name, m, rule);
        }
    }
}

/// The letters in brackets before a name, if the words before them begin so.
fn letters_of_office(document: &Document, name: usize) -> Option<String> {
    let close = phrase_end(document, name).checked_sub(1)?;
    let open = close.checked_sub(2)?;
    let letters = document.word(open + 1);
    let is_short = (2..=5).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    if document.word(close) != ")" || document.word(open) != "(" || !is_short {
        return None;
    }
    let words = (0..open).rev().take(2 * letters.len()).map(|i| document.lower(i));
    let mut initials =
        words.filter(|word| !matches!(*word, "of" | "the" | "and" | "for")).filter_map(|w| w.bytes().next());
    let fits = letters.bytes().rev().all(|letter| initials.next() == Some(letter.to_ascii_lowercase()));
    fits.then(|| letters.to_owned())
}

/// Of each mention that begins a claim's source, the token after that source.
fn source_ends(chains: &Chains) -> Vec<Option<usize>> {
    let mut ends = vec![None; chains.mentions.len()];
    for source in chains.claims.iter().filter_map(|claim| claim.source) {
        let tokens = chains.document.tokens_in(source);
        let first = chains.mentions.partition_point(|m| m.span.start < source.start);
        let begins = |m: &usize| {
            let mention = &chains.mentions[*m];
            mention.form == Form::Nominal && mention.tokens.start <= tokens.start + 1 && mention.head < tokens.end
        };
        if let Some(role) = (first..chains.mentions.len()).take(2).find(begins) {
            ends[role] = Some(tokens.end);
        }
    }
    ends
}

/// Whether mention `n` is a name right after the noun of `role`; after a comma only inside a source.
fn names(chains: &Chains, role: usize, n: usize, source_end: Option<usize>) -> bool {
    let (role, name) = (&chains.mentions[role], &chains.mentions[n]);
    let can_speak = matches!(name.kind, Kind::Person | Kind::Organization) && name.form == Form::Name;
    if !can_speak || name.tokens.start <= role.head {
        return false;
    }
    let before = phrase_end(chains.document, name.tokens.start);
    let has_comma = before < name.tokens.start && chains.document.lower(before) == ",";
    if !has_comma {
        let is_title = source_end.is_some() || before < name.tokens.start;
        return is_title && before == role.head + 1 && name.kind == Kind::Person;
    }
    let closes = |end: usize| name.tokens.end == end || matches!(chains.document.lower(name.tokens.end), "," | "(");
    source_end.is_some_and(|end| name.tokens.end <= end && closes(end)) && role.tokens.end >= before
}

/// Back over an honorific and a comma before a name.
fn phrase_end(document: &Document, name: usize) -> usize {
    let mut end = name;
    while end > 0 && is_honorific(document.lower(end - 1)) {
        end -= 1;
    }
    if end > 0 && document.lower(end - 1) == "," { end - 1 } else { end }
}

/// A noun phrase that the parser let run over the name ends before it, unless another mention is just that: then that one,
/// which is given back, is the role.
fn cut_before(chains: &mut Chains, role: usize, name: usize) -> Option<usize> {
    let end = phrase_end(chains.document, chains.mentions[name].tokens.start);
    let mention = &chains.mentions[role];
    if mention.tokens.end <= end || mention.head >= end {
        return None;
    }
    let span = chains.document.span(mention.tokens.start, end - 1);
    let has_same_start = |&m: &usize| chains.mentions[m].span.start == span.start;
    let next =
        (role + 1..chains.mentions.len()).take_while(has_same_start).find(|&m| chains.mentions[m].span.end >= span.end);
    if next.is_none() {
        chains.mentions[role].tokens.end = end;
        chains.mentions[role].span = span;
    }
    next.filter(|&m| chains.mentions[m].span == span)
}

/// "Finland's defence minister has warned that … ¶ “…,” said Kaisa Rautio": who is quoted next, by a name that nothing
/// explains, is the one whose role opened the article.
pub(super) fn named_next(chains: &mut Chains, rule: &'static str) {
    let sources = chains.sources_in_order();
    let lead = chains.document.paragraphs.iter().position(|p| p.kind == ParagraphKind::Body).unwrap_or(0);
    let roles: Vec<usize> = sources
        .iter()
        .copied()
        .filter(|&m| chains.traits[m].paragraph <= lead && is_nameless_role(chains, m))
        .collect();
    let (Some(&role), Some(&last)) = (roles.first(), roles.last()) else { return };
    let is_name = |&&m: &&usize| m > last && chains.mentions[m].form == Form::Name;
    let Some(&name) = sources.iter().find(is_name).filter(|&&m| chains.traits[m].paragraph <= lead + SOON) else {
        return;
    };
    if is_unexplained(chains, name) && genders_fit(chains, role, name) {
        let noun = chains.traits[role].last().to_owned();
        for m in roles {
            if chains.traits[m].last() == noun {
                chains.join(m, name, rule);
            }
        }
    }
}

/// The first full name of a person, without title, and without apposition: "said Kaisa Rautio, who".
fn is_unexplained(chains: &Chains, m: usize) -> bool {
    let (document, name) = (chains.document, &chains.mentions[m]);
    let chain = chains.chain(m);
    let has_title = document.is_capitalized(name.tokens.start.saturating_sub(1))
        || phrase_end(document, name.tokens.start) < name.tokens.start;
    let is_title = phrase_end(document, name.tokens.start + 1) <= name.tokens.start;
    let has_apposition = document.lower_at(name.tokens.end as isize) == ","
        && !matches!(document.lower_at(name.tokens.end as isize + 1), "who" | "whose");
    let opens = document.sentences[chains.traits[m].sentence].tokens.start == name.tokens.start;
    name.kind == Kind::Person
        && chains.traits[m].words.len() > 1
        && chain.role_words.is_empty()
        && chains.is_first(m)
        && (opens || !has_title)
        && !is_title
        && !has_apposition
}

/// "The mayor says … ¶ Mayor Winnie Sark", "Ohio governor: …" and "Gov. Ruth Alderman": the only named person whom the text
/// calls so.
pub(super) fn named_later(chains: &mut Chains, rule: &'static str) {
    let mut by_title = BTreeMap::new();
    (0..chains.mentions.len()).for_each(|n| add_titles(chains, n, &mut by_title));
    for c in 0..chains.claims.len() {
        let Some(role) = chains.sources[c].filter(|&m| is_nameless_role(chains, m)) else { continue };
        let titled = by_title.get(full_title(chains.traits[role].last())).into_iter().flatten().copied();
        let mut called = titled.filter(|&n| {
            is_first_name(chains, n) && chains.chain(n).kind() == Kind::Person && is_called(chains, n, role)
        });
        if let (Some(name), None) = (called.next(), called.next())
            && genders_fit(chains, role, name)
        {
            chains.join(role, name, rule);
            add_titles(chains, name, &mut by_title);
        }
    }
}

/// Names that begin their chain, by what the chain is called.
fn add_titles(chains: &Chains, n: usize, by_title: &mut BTreeMap<String, BTreeSet<usize>>) {
    if is_first_name(chains, n) {
        for word in &chains.chain(n).role_words {
            by_title.entry(full_title(word).to_owned()).or_default().insert(n);
        }
    }
}

/// "…, Salvador Valdés said. ¶ The official added": a word for all who hold an office, or a seat, is whoever spoke last and
/// is called so by a narrower word.
pub(super) fn office_again(chains: &mut Chains, rule: &'static str) {
    let sources = chains.sources_in_order();
    for at in 0..sources.len() {
        let m = sources[at];
        let traits = &chains.traits[m];
        let is_again = chains.mentions[m].form == Form::Nominal
            && traits.article == Article::Definite
            && traits.words.len() == 1
            && chains.chain(m).mentions.len() == 1;
        let Some(offices) = lists().role_synonyms.get(traits.last()).filter(|_| is_again) else { continue };
        let spoke = sources[..at].iter().rev().find(|&&s| s != m && chains.traits[s].quote.is_none());
        let Some(&last) = spoke else { continue };
        let chain = chains.chain(last);
        let holds = |word: &String| offices.split(' ').any(|office| office == full_title(word));
        let is_near = chains.traits[last].paragraph + SOON >= traits.paragraph;
        let is_person = chain.kind() == Kind::Person && chain.many <= chain.one;
        if is_person && is_near && chain.role_words.iter().any(holds) && genders_fit(chains, last, m) {
            chains.join(last, m, rule);
        }
    }
}

/// Whether a mention is the first name in its chain.
fn is_first_name(chains: &Chains, n: usize) -> bool {
    let is_name = |x: usize| chains.mentions[x].form == Form::Name;
    is_name(n) && !chains.chain(n).before(n).take(FEW).any(is_name)
}

/// Mentions before the first name of a chain that are looked at.
const FEW: usize = 10;

/// A source in the singular by what somebody does, of whom no name is known.
fn is_nameless_role(chains: &Chains, m: usize) -> bool {
    let noun = chains.traits[m].last();
    let is_person = noun_means(noun, "person");
    let is_nominal = chains.mentions[m].form == Form::Nominal && chains.traits[m].number != Number::Many;
    let hides = lists().unnamed_sources.has(noun) || matches!(noun, "spokesman" | "spokeswoman" | "spokesperson");
    is_nominal && is_person && !hides && !chains.is_named(m)
}

/// Whether the chain of name `n` is called by the noun of `role`, and by its other words unless they only say where.
fn is_called(chains: &Chains, n: usize, role: usize) -> bool {
    let words = &chains.chain(n).role_words;
    let called = |word: &str| words.iter().any(|w| full_title(w) == full_title(word));
    let traits = &chains.traits[role];
    let is_plain = |word: &str| matches!(word, "regional" | "local" | "state" | "former") || called(word);
    let start = chains.mentions[role].tokens.start;
    let is_place = |word: &str| {
        let inner = chains.mentions.iter().enumerate().skip(role).take(NEAR);
        inner.into_iter().any(|(x, m)| {
            x != role
                && m.tokens.start >= start
                && chains.nested(role, x)
                && chains.traits[x].words.iter().any(|w| w == word)
        })
    };
    let others = &traits.words[..traits.words.len().saturating_sub(1)];
    called(traits.last())
        && matches!(traits.article, Article::Definite | Article::Bare)
        && others.iter().all(|word| is_plain(word) || is_place(word))
}

/// "gov" is "governor".
fn full_title(word: &str) -> &str {
    match word.trim_end_matches('.') {
        "gov" => "governor",
        "sen" => "senator",
        "rep" => "representative",
        "gen" => "general",
        "coun" | "cllr" | "councilor" => "councillor",
        "prof" => "professor",
        "supt" => "superintendent",
        other => other,
    }
}

pub(super) fn genders_fit(chains: &Chains, a: usize, b: usize) -> bool {
    let (a, b) = (chains.chain(a).gender(), chains.chain(b).gender());
    let is_open = |g: Gender| matches!(g, Gender::Unknown | Gender::Neuter);
    is_open(a) || is_open(b) || a == b
}

/// "The agency reported that … It did not say when", "The firm has tested them. In a report, it found": "it" or "they" that
/// speaks is the organization, the work or the group that spoke last, or that the sentence before is about.
pub(super) fn it_speaks_on(chains: &mut Chains, rule: &'static str) {
    let sources = chains.sources_in_order();
    for at in 0..sources.len() {
        let source = sources[at];
        let word = chains.document.lower(chains.mentions[source].tokens.start);
        // Where "it" is no mention, as before "said that", the source made it one.
        let is_it = matches!(word, "it" | "they") && chains.mentions[source].tokens.len() == 1;
        if !is_it || chains.chain(source).mentions.len() > 1 {
            continue;
        }
        let can = |s: &usize| is_near(chains, *s, source) && speaks_as(chains, *s, word == "they");
        let spoke = sources[..at].iter().rev().take(NEAR).copied().find(can);
        let spoke = spoke.or_else(|| spoke_last(chains, &sources[..at], source, word == "they"));
        let before = spoke.or_else(|| subject_before(chains, source).filter(can));
        if let Some(before) = before {
            chains.join(before, source, rule);
        }
    }
}

/// The last to speak, a few sentences before, if they are many, or for "it" a body: "Neighbours said …. ¶ They also said".
fn spoke_last(chains: &Chains, sources: &[usize], late: usize, many: bool) -> Option<usize> {
    let last = *sources.iter().rev().find(|&&s| chains.traits[s].quote.is_none())?;
    let chain = chains.chain(last);
    let can = match many {
        true => chain.number() == Number::Many || chain.kind() == Kind::Group,
        false => chain.kind() == Kind::Organization && chain.number() != Number::Many,
    };
    (can && chains.traits[last].sentence + LATEST >= chains.traits[late].sentence).then_some(last)
}

/// Sentences back that "they" and "it" may have spoken.
const LATEST: usize = 4;

/// In the same sentence or the one before, in the same paragraph, and in the writer's own words.
fn is_near(chains: &Chains, early: usize, late: usize) -> bool {
    let (early, late) = (&chains.traits[early], &chains.traits[late]);
    early.quote.is_none() && early.paragraph == late.paragraph && early.sentence + 1 >= late.sentence
}

/// The first subject of the sentence before.
fn subject_before(chains: &Chains, m: usize) -> Option<usize> {
    let sentence = chains.traits[m].sentence.checked_sub(1)?;
    let first = chains.traits.partition_point(|t| t.sentence < sentence);
    let inside = (first..m).take_while(|&x| chains.traits[x].sentence == sentence);
    inside
        .into_iter()
        .find(|&x| chains.traits[x].function == Function::Subject && chains.mentions[x].form != Form::Pronoun)
}

/// "Fitch affirmed the rating. The agency warned": the only organization that the two sentences before name as a subject
/// or a source; or the only one whose name ends so; or the only one that the article has as a source.
pub(super) fn organization_again(chains: &mut Chains, rule: &'static str) {
    // Which sources are bodies is asked once: a text may have a hundred thousand that are none.
    let bodies: Vec<usize> = chains.sources.iter().flatten().copied().filter(|&n| is_body(chains, n)).collect();
    for c in 0..chains.claims.len() {
        let Some(m) = chains.sources[c].filter(|&m| chains.mentions[m].form == Form::Nominal) else { continue };
        let traits = &chains.traits[m];
        let is_again = traits.article == Article::Definite
            && traits.words.len() == 1
            // "the paper" of researchers is a document.
            && chains.mentions[m].kind != Kind::Work
            && is_entity_word(traits.last(), "called-so")
            && !has_name(chains, m);
        let body = || only_body_near(chains, m).or_else(|| only_body_that_spoke(chains, &bodies, m));
        if let Some(name) = is_again.then(body).flatten() {
            chains.join(name, m, rule);
        }
    }
}

/// "the electoral body" after "the Supreme Electoral Tribunal": the only organization whose name has the words before the noun.
pub(super) fn organization_by_attribute(chains: &mut Chains, rule: &'static str) {
    let sources = chains.sources.iter().flatten().copied();
    let sources: Vec<usize> = sources.filter(|&m| is_body_with_attribute(chains, m)).collect();
    if sources.is_empty() {
        return;
    }
    let mut by_word: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for n in 0..chains.mentions.len() {
        if chains.mentions[n].form == Form::Name && chains.chain(n).kind() == Kind::Organization {
            for word in &chains.traits[n].words {
                by_word.entry(word.clone()).or_default().insert(n);
            }
        }
    }
    for m in sources {
        let words = &chains.traits[m].words;
        let attributes = &words[..words.len() - 1];
        let called = |n: &usize| attributes.iter().all(|word| chains.traits[*n].words.contains(word));
        let named = by_word.get(&attributes[0]).into_iter().flatten().copied().take(REACH).filter(called);
        if let Some(name) = only(chains, named).filter(|_| !has_name(chains, m)) {
            chains.join(name.min(m), name.max(m), rule);
        }
    }
}

/// "the electoral body": the noun for a body, and what it does before it.
fn is_body_with_attribute(chains: &Chains, m: usize) -> bool {
    let traits = &chains.traits[m];
    chains.mentions[m].form == Form::Nominal
        && traits.article == Article::Definite
        && traits.words.len() > 1
        && chains.mentions[m].tokens.len() <= 3
        && is_entity_word(traits.last(), "called-so")
}

/// Whether one of the first mentions of a chain is a name.
fn has_name(chains: &Chains, m: usize) -> bool {
    chains.chain(m).mentions.iter().take(FEW).any(|x| chains.mentions[x].form == Form::Name)
}

fn is_body(chains: &Chains, n: usize) -> bool {
    let is_named = chains.mentions[n].form == Form::Name && chains.chain(n).kind() == Kind::Organization;
    is_named && chains.traits[n].quote.is_none()
}

/// The only organization that the sentences just before have as a subject or a source.
fn only_body_near(chains: &Chains, m: usize) -> Option<usize> {
    let is_agent = |&n: &usize| chains.traits[n].function == Function::Subject || chains.is_source(n);
    let near = (0..m).rev().take(REACH).take_while(|&n| chains.traits[n].sentence + 2 >= chains.traits[m].sentence);
    only(chains, near.filter(|&n| is_body(chains, n)).filter(is_agent))
}

/// The only organization that was a source before, anywhere in the article.
fn only_body_that_spoke(chains: &Chains, bodies: &[usize], m: usize) -> Option<usize> {
    only(chains, bodies.iter().copied().take(2 * REACH).filter(|&n| n < m).take(REACH))
}

/// A mention, if all are of one chain.
fn only(chains: &Chains, mut all: impl Iterator<Item = usize>) -> Option<usize> {
    let first = all.next()?;
    all.all(|other| chains.joined(first, other)).then_some(first)
}

/// "it" is one that is no person, "they" are many.
fn speaks_as(chains: &Chains, m: usize, many: bool) -> bool {
    let number = chains.chain(m).number();
    match many {
        true => number == Number::Many,
        false => number != Number::Many && chains.chain(m).kind() != Kind::Person,
    }
}
