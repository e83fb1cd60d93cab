//! A chain to an entity: its kind, its fullest name, its roles.

use super::chains::{Chain, Chains};
use super::traits::Function;
use super::{Entity, Role, issuers, roles};
use crate::document::{SOFT_HYPHEN, Span, is_unseen};
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind};
use crate::model::lists;
use crate::tags::Pos;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// All entities, by first mention.
pub(super) fn entities(mut chains: Chains, titles: &[Option<Range<usize>>]) -> Vec<Entity> {
    mark_acting(&mut chains);
    // Pronouns that stand for nobody mentioned are no entity.
    let is_mentioned = |c: &&Chain| c.mentions.iter().any(|m| chains.mentions[m].form != Form::Pronoun);
    let order: Vec<&Chain> = chains.in_order().filter(is_mentioned).collect();
    let mut entity_of = vec![None; chains.mentions.len()];
    for (e, chain) in order.iter().enumerate() {
        chain.mentions.iter().for_each(|m| entity_of[m] = Some(e));
    }
    let view = &chains;
    let sure = sure_countries(view);
    let mut entities: Vec<Entity> = order
        .iter()
        .enumerate()
        .map(|(e, chain)| {
            let best = fullest(view, chain);
            Entity {
                kind: kind(view, chain),
                name: view.document.slice(view.mentions[best].span).trim_matches(is_unseen).replace(SOFT_HYPHEN, ""),
                roles: roles_of(view, chain, titles, &entity_of, e),
                mentions: chain.mentions.iter().collect(),
                country: country(view, chain, &sure),
                official: chain.mentions.iter().find_map(|m| roles::official_word(view, m)),
                issuer: issuers::of(view, chain).and_then(|m| entity_of[m]).filter(|&of| of != e),
            }
        })
        .collect();
    peoples_to_countries(&mut entities);
    entities
}

/// "Russian Defence Minister" is of Russia, where the text names it.
fn peoples_to_countries(entities: &mut [Entity]) {
    let is_country = |e: &Entity| e.kind == Kind::Place && Gazetteer::committed().is_country(&e.name);
    let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, entity) in entities.iter().enumerate().filter(|(_, e)| is_country(e)) {
        if let Some(code) = entity.country {
            countries.entry(code).or_insert(at);
        }
    }
    let country_of: Vec<Option<usize>> = entities
        .iter()
        .map(|e| e.country.filter(|_| e.kind == Kind::Group).and_then(|code| countries.get(code).copied()))
        .collect();
    for (own, entity) in entities.iter_mut().enumerate() {
        for role in &mut entity.roles {
            role.of = role.of.map(|of| country_of[of].filter(|&country| country != own).unwrap_or(of));
        }
    }
}

/// "Moscow warned", "Rome blocked the sale": a place, or a building, that is the source of a claim or the subject of a verb
/// of acting acts.
fn mark_acting(chains: &mut Chains) {
    for m in 0..chains.mentions.len() {
        let is_place = matches!(chains.mentions[m].kind, Kind::Place | Kind::Facility);
        if is_place && chains.mentions[m].form == Form::Name {
            let preposition = chains.document.lower_at(chains.mentions[m].tokens.start as isize - 1);
            let is_elsewhere = matches!(preposition, "in" | "at" | "from" | "to" | "near" | "of");
            chains.mentions[m].acts =
                !is_elsewhere && (chains.is_source(m) || chains.mentions[m].acts || governs_act(chains, m));
        }
    }
}

/// Whether a mention is the subject of a verb of acting, in the writer's own words or another's.
fn governs_act(chains: &Chains, m: usize) -> bool {
    let verb = chains.syntax.words[chains.traits[m].anchor].head;
    let is_subject = chains.traits[m].function == Function::Subject && chains.syntax.words[verb].pos == Pos::Verb;
    is_subject && lists().acting_verbs.has(&chains.syntax.lemma(chains.document, verb))
}

/// The country of a place, a people or an organization, by its names in our lists.
fn country(chains: &Chains, chain: &Chain, sure: &BTreeSet<&'static str>) -> Option<&'static str> {
    if !matches!(chain.kind(), Kind::Place | Kind::Group | Kind::Organization | Kind::Facility) {
        return None;
    }
    let named = chain.mentions.iter().filter(|&m| chains.mentions[m].form == Form::Name);
    let codes = named.take(20).filter_map(|m| {
        let code = Gazetteer::committed().country(chains.document.slice(chains.mentions[m].span))?;
        Some((code, is_sure(chains, m)))
    });
    codes.into_iter().find(|(code, is_sure)| *is_sure || sure.contains(code)).map(|(code, _)| code)
}

/// The countries that the text names, itself or by a people or a large city: others have a "North" and an "Opera House" too.
fn sure_countries(chains: &Chains) -> BTreeSet<&'static str> {
    let names = (0..chains.mentions.len()).filter(|&m| chains.mentions[m].form == Form::Name && is_sure(chains, m));
    names.filter_map(|m| Gazetteer::committed().country(chains.document.slice(chains.mentions[m].span))).collect()
}

/// A country, a people, or a place so large that hardly another of its name is meant.
fn is_sure(chains: &Chains, m: usize) -> bool {
    let (gazetteer, mention) = (Gazetteer::committed(), &chains.mentions[m]);
    let name = chains.document.slice(mention.span);
    let is_city = mention.kind == Kind::Place
        && name.len() > 4
        && mention.tokens.len() == 1
        && gazetteer.profile(chains.document.lower(mention.head))[2] > 2;
    gazetteer.is_country(name)
        || gazetteer.is_people(name)
        || is_city
        || mention.kind != Kind::Place && gazetteer.is_outlet(name)
}

/// By votes; a building that acts is an institution ("the White House said"), and a party of its members is one.
fn kind(chains: &Chains, chain: &Chain) -> Kind {
    match chain.kind() {
        Kind::Group if is_party(chains, chain) => Kind::Organization,
        _ if is_ship(chains, chain) => Kind::Product,
        Kind::Facility if chain.mentions.iter().any(|m| chains.mentions[m].acts) => Kind::Organization,
        Kind::Product if chain.mentions.iter().any(|m| chains.is_source(m)) => Kind::Organization,
        kind => kind,
    }
}

/// "USS Gerald Roe", also where it is called by the name of whom it bears.
fn is_ship(chains: &Chains, chain: &Chain) -> bool {
    let names = chain.mentions.iter().filter(|&m| chains.mentions[m].form == Form::Name);
    let prefix = |m: usize| chains.traits[m].words.first().and_then(|word| lists().name_words.get(word));
    names.take(20).any(|m| chains.traits[m].words.len() > 1 && prefix(m) == Some("begins product"))
}

/// "Democrats", and "Democratic Party".
fn is_party(chains: &Chains, chain: &Chain) -> bool {
    let names = chain.mentions.iter().filter(|&m| chains.mentions[m].form == Form::Name);
    names.take(20).any(|m| chains.traits[m].words.len() > 1 && chains.traits[m].last() == "party")
}

/// The name with the most words, not shouted if it can be; else the first noun phrase.
fn fullest(chains: &Chains, chain: &Chain) -> usize {
    let named = chain.mentions.iter().filter(|&m| chains.mentions[m].form == Form::Name);
    let shouts = |m: usize| {
        let name = chains.document.slice(chains.mentions[m].span);
        name.contains(' ') && !name.chars().any(char::is_lowercase)
    };
    named
        .max_by_key(|&m| {
            (chains.mentions[m].rule != "also known as", chains.traits[m].words.len(), !shouts(m), Reverse(m))
        })
        .or_else(|| chain.mentions.iter().find(|&m| chains.mentions[m].form == Form::Nominal))
        .unwrap_or(chain.first())
}

/// Each role once, as it first stands.
fn roles_of(
    chains: &Chains,
    chain: &Chain,
    titles: &[Option<Range<usize>>],
    entity_of: &[Option<usize>],
    own: usize,
) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let is_named = chain.mentions.iter().any(|m| chains.mentions[m].form == Form::Name);
    for m in chain.mentions.iter() {
        for span in roles::roles_of(chains, m, titles[m].as_ref(), is_named) {
            let words = chains.document.slice(span).to_lowercase();
            if span == chains.mentions[m].span && chain.mentions.len() == 1 || seen.contains(&words) {
                continue;
            }
            seen.push(words);
            roles.push(Role { span, of: of(chains, span, entity_of, own) });
        }
    }
    roles
}

/// The name on which the words' noun hangs most closely: Putin, of "Putin's press secretary"; the institute, of "director of
/// Seoul National University's Institute".
fn of(chains: &Chains, span: Span, entity_of: &[Option<usize>], own: usize) -> Option<usize> {
    let first = chains.mentions.partition_point(|m| m.span.start < span.start);
    let inside = (first..chains.mentions.len()).take_while(|&m| chains.mentions[m].span.start < span.end);
    let names = inside.filter(|&m| chains.mentions[m].span != span && span.contains(chains.mentions[m].span));
    let others: Vec<usize> = names.filter(|&m| entity_of[m].is_some_and(|e| e != own)).collect();
    let owned = |m: usize| {
        let next = chains.mentions[m].tokens.end;
        chains.document.lower_at(next as isize) == "'s"
            && others.iter().any(|&o| chains.mentions[o].tokens.start == next + 1)
    };
    // "professor of East Asian art at Leuven University" is of the university, "Russian minister" of the Russians.
    let is_body = |m: usize| chains.mentions[m].kind != Kind::Group && !owned(m);
    let best = others.iter().copied().find(|&m| is_body(m));
    best.or_else(|| others.iter().copied().find(|&m| !owned(m))).and_then(|m| entity_of[m])
}
