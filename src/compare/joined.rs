//! People, bodies and places of two reports that are the same: by name, or by a role that one alone has in each. Never by
//! guess: who has neither stays apart.

use super::Pair;
use super::side::Side;
use super::words::Map;
use crate::report::{Claim, Entity, EntityKind, index};

/// For each entity of either report the one of the other.
pub struct Joined {
    /// From the first report to the second.
    pub to_b: Vec<Option<usize>>,
    /// From the second to the first.
    pub to_a: Vec<Option<usize>>,
    by: Vec<&'static str>,
}

/// The names by which an entity may be known.
type Names = fn(&Entity) -> Vec<String>;

/// How an entity may be known in another text, the surest first.
const SIEVES: &[(&str, Names)] = &[("name", full_name), ("name", last_name), ("role", roles), ("words", described)];

impl Joined {
    /// Joins by one sieve after the other; a name that two have in one text joins nobody.
    pub fn new(a: &Side, b: &Side) -> Joined {
        let (ours, theirs) = (&a.report.entities, &b.report.entities);
        let mut joined =
            Joined { to_b: vec![None; ours.len()], to_a: vec![None; theirs.len()], by: vec![""; ours.len()] };
        for &(by, names) in SIEVES {
            let there = only_bearers(theirs, &joined.to_a, names);
            let here = only_bearers(ours, &joined.to_b, names);
            for (i, entity) in ours.iter().enumerate() {
                for name in names(entity) {
                    let is_only = here.get(&name) == Some(&Some(i));
                    if let Some(&Some(j)) = there.get(&name).filter(|_| is_only)
                        && joined.to_b[i].is_none()
                        && joined.to_a[j].is_none()
                        && agree(entity, &theirs[j])
                    {
                        (joined.to_b[i], joined.to_a[j], joined.by[i]) = (Some(j), Some(i), by);
                    }
                }
            }
        }
        joined
    }

    /// As the comparison has it: those in both texts, then those only in the first, then only in the second.
    pub fn pairs(&self, a: &Side, b: &Side) -> Vec<Pair> {
        let (ours, theirs) = (&a.report.entities, &b.report.entities);
        let id = |entity: &Entity| Some(entity.id.clone());
        let both = self.to_b.iter().enumerate().filter_map(|(i, j)| {
            j.map(|j| Pair { a: id(&ours[i]), b: id(&theirs[j]), by: Some(self.by[i].to_owned()) })
        });
        let only_a = ours.iter().zip(&self.to_b).filter(|(entity, j)| j.is_none() && !entity.minor);
        let only_b = theirs.iter().zip(&self.to_a).filter(|(entity, i)| i.is_none() && !entity.minor);
        both.chain(only_a.map(|(entity, _)| Pair { a: id(entity), b: None, by: None }))
            .chain(only_b.map(|(entity, _)| Pair { a: None, b: id(entity), by: None }))
            .collect()
    }

    /// By what an entity of the first report was joined.
    pub fn by(&self, i: usize) -> &'static str {
        self.by[i]
    }

    /// Whether two claims have a speaker in common.
    pub fn have_same_speaker(&self, a: &Side, x: &Claim, b: &Side, y: &Claim) -> bool {
        let theirs: Vec<&Entity> = y.speakers.iter().filter_map(|id| b.entity(id)).collect();
        x.speakers.iter().filter_map(|id| a.entity(id)).any(|x| theirs.iter().any(|y| self.is_same(x, y)))
    }

    /// Whether two entities are one.
    pub fn is_same(&self, a: &Entity, b: &Entity) -> bool {
        let there = index('e', &a.id, self.to_b.len()).and_then(|i| self.to_b[i]);
        there.is_some() && there == index('e', &b.id, self.to_a.len())
    }
}

/// By each name who alone bears it among those who are not joined yet.
fn only_bearers(
    entities: &[Entity],
    joined: &[Option<usize>],
    names: fn(&Entity) -> Vec<String>,
) -> Map<String, Option<usize>> {
    let mut bearers: Map<String, Option<usize>> = Map::default();
    for (i, entity) in entities.iter().enumerate().filter(|(i, _)| joined[*i].is_none()) {
        for name in names(entity) {
            bearers.entry(name).and_modify(|bearer| *bearer = bearer.filter(|&other| other == i)).or_insert(Some(i));
        }
    }
    bearers
}

/// A person and a body are not one, whatever they are called.
fn agree(a: &Entity, b: &Entity) -> bool {
    a.kind == b.kind || a.kind != EntityKind::Person && b.kind != EntityKind::Person
}

fn is_named(entity: &Entity) -> bool {
    entity.name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

fn full_name(entity: &Entity) -> Vec<String> {
    if is_named(entity) { vec![plain(&entity.name)] } else { Vec::new() }
}

/// "Quill" and "Ada Quill": the last name where one text gives no other.
fn last_name(entity: &Entity) -> Vec<String> {
    if entity.kind != EntityKind::Person || !is_named(entity) {
        return Vec::new();
    }
    plain(&entity.name).rsplit(' ').next().map(str::to_owned).into_iter().collect()
}

fn roles(entity: &Entity) -> Vec<String> {
    let own = (!is_named(entity)).then(|| plain(&entity.name));
    let roles = entity.roles.iter().map(|role| plain(&role.text)).filter(|role| role.contains(' '));
    roles.chain(own.filter(|name| name.contains(' '))).collect()
}

/// "police", "the ministry": without a name, by the same words.
fn described(entity: &Entity) -> Vec<String> {
    if is_named(entity) || entity.minor { Vec::new() } else { vec![plain(&entity.name)] }
}

fn plain(name: &str) -> String {
    let lower = name.to_lowercase().replace(['\u{2019}', '.'], "");
    let words = lower.split_whitespace().filter(|word| *word != "the");
    words.collect::<Vec<_>>().join(" ")
}
