//! A chain to an entity: its kind, its fullest name, its roles.

use super::chains::{Chain, Chains};
use super::{Entity, Role, roles};
use crate::document::Span;
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::{Form, Kind};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// All entities, by first mention.
pub(super) fn entities(mut chains: Chains, titles: &[Option<Range<usize>>]) -> Vec<Entity> {
    mark_acting(&mut chains);
    let order: Vec<Chain> = chains.in_order().cloned().collect();
    // Pronouns that stand for nobody mentioned are no entity.
    let is_mentioned = |c: &Chain| c.mentions.iter().any(|&m| chains.mentions[m].form != Form::Pronoun);
    let order: Vec<Chain> = order.into_iter().filter(is_mentioned).collect();
    let mut entity_of = vec![None; chains.mentions.len()];
    for (e, chain) in order.iter().enumerate() {
        chain.mentions.iter().for_each(|&m| entity_of[m] = Some(e));
    }
    let view = &chains;
    let mut entities: Vec<Entity> = order
        .iter()
        .enumerate()
        .map(|(e, chain)| {
            let best = fullest(view, chain);
            Entity {
                kind: kind(view, chain),
                name: view.document.slice(view.mentions[best].span).to_owned(),
                roles: roles_of(view, chain, titles, &entity_of, e),
                mentions: chain.mentions.iter().copied().collect(),
                country: country(view, chain),
                official: chain.mentions.iter().find_map(|&m| roles::official_word(view, m)),
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
    for role in entities.iter_mut().flat_map(|e| &mut e.roles) {
        role.of = role.of.map(|of| country_of[of].unwrap_or(of));
    }
}

/// "Moscow warned": a place, or a building, that is the source of a claim acts.
fn mark_acting(chains: &mut Chains) {
    for m in 0..chains.mentions.len() {
        let is_place = matches!(chains.mentions[m].kind, Kind::Place | Kind::Facility);
        if is_place && chains.mentions[m].form == Form::Name && chains.is_source(m) {
            chains.mentions[m].acts = true;
        }
    }
}

/// The country of a place, a people or an organization, by its names in our lists.
fn country(chains: &Chains, chain: &Chain) -> Option<&'static str> {
    if !matches!(chain.kind(), Kind::Place | Kind::Group | Kind::Organization | Kind::Facility) {
        return None;
    }
    let named = chain.mentions.iter().filter(|&&m| chains.mentions[m].form == Form::Name);
    named.take(20).find_map(|&m| Gazetteer::committed().country(chains.document.slice(chains.mentions[m].span)))
}

/// By votes; a building that acts is an institution ("the White House said").
fn kind(chains: &Chains, chain: &Chain) -> Kind {
    match chain.kind() {
        Kind::Facility if chain.mentions.iter().any(|&m| chains.mentions[m].acts) => Kind::Organization,
        kind => kind,
    }
}

/// The name with the most words, not shouted if it can be; else the first noun phrase.
fn fullest(chains: &Chains, chain: &Chain) -> usize {
    let named = chain.mentions.iter().copied().filter(|&m| chains.mentions[m].form == Form::Name);
    let shouts = |m: usize| {
        let name = chains.document.slice(chains.mentions[m].span);
        name.contains(' ') && !name.chars().any(char::is_lowercase)
    };
    named
        .max_by_key(|&m| (chains.traits[m].words.len(), !shouts(m), Reverse(m)))
        .or_else(|| chain.mentions.iter().copied().find(|&m| chains.mentions[m].form == Form::Nominal))
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
    for &m in &chain.mentions {
        let Some(span) = roles::role_of(chains, m, titles[m].as_ref()) else { continue };
        let words = chains.document.slice(span).to_lowercase();
        if span == chains.mentions[m].span && chain.mentions.len() == 1 || seen.contains(&words) {
            continue;
        }
        seen.push(words);
        roles.push(Role { span, of: of(chains, span, entity_of, own) });
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
    others.iter().copied().find(|&m| !owned(m)).and_then(|m| entity_of[m])
}
