//! Entities: one for each real one, by first mention; no mention is of two.

use super::Breaks;
use crate::report::ids::index;
use crate::report::{Entity, Report, Role};
use std::collections::BTreeMap;

pub fn check(report: &Report, text: &str, breaks: &mut Breaks) {
    breaks.must_count('e', report.entities.iter().map(|e| &e.id));
    for entity in &report.entities {
        alone(entity, breaks);
    }
    once(report, breaks);
    in_order(report, breaks);
    roles(report, text, breaks);
}

/// What can be said of one entity without looking at the others.
fn alone(entity: &Entity, breaks: &mut Breaks) {
    let id = &entity.id;
    breaks.must(!entity.name.is_empty(), || format!("{id}: no name"));
    breaks.must(!entity.mentions.is_empty(), || format!("{id}: no mention"));
    let place = |m: &crate::report::Mention| (m.start, std::cmp::Reverse(m.end));
    let is_sorted = entity.mentions.is_sorted_by_key(place);
    breaks.must(is_sorted, || format!("{id}: its mentions are not in text order"));
    for mention in &entity.mentions {
        breaks.must(!mention.rule.is_empty(), || format!("{id}: a mention without rule"));
    }
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    breaks.must(entity.country.as_deref().is_none_or(is_code), || format!("{id}: country {:?}", entity.country));
}

/// The same words are one mention of one entity.
fn once(report: &Report, breaks: &mut Breaks) {
    let mut owners = BTreeMap::new();
    for entity in &report.entities {
        for mention in &entity.mentions {
            if let Some(other) = owners.insert((mention.start, mention.end), &entity.id) {
                let place = mention.start..mention.end;
                breaks.found.push(format!("{place:?} is mentioned twice: {other} and {}", entity.id));
            }
        }
    }
}

fn in_order(report: &Report, breaks: &mut Breaks) {
    let first = |e: &Entity| e.mentions.first().map(|m| (m.start, std::cmp::Reverse(m.end)));
    for pair in report.entities.windows(2) {
        breaks.must(first(&pair[0]) <= first(&pair[1]), || format!("{} begins after {}", pair[0].id, pair[1].id));
    }
}

/// A role is words of the text, of somebody else.
fn roles(report: &Report, text: &str, breaks: &mut Breaks) {
    let is_plain = text.is_ascii();
    let units: Vec<u16> = if is_plain { Vec::new() } else { text.encode_utf16().collect() };
    let says = |role: &Role| match is_plain {
        true => text.get(role.start as usize..role.end as usize) == Some(&role.text),
        false => units
            .get(role.start as usize..role.end as usize)
            .is_some_and(|u| role.text.encode_utf16().eq(u.iter().copied())),
    };
    for entity in &report.entities {
        for role in &entity.roles {
            breaks.must(says(role), || format!("{}: role {:?} is not its words", entity.id, role.text));
            let is_of_other = |of: &String| *of != entity.id && index('e', of, report.entities.len()).is_some();
            breaks.must(role.of.as_ref().is_none_or(is_of_other), || format!("{}: role of {:?}", entity.id, role.of));
        }
    }
}
