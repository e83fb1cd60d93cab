//! Who and what is mentioned.

use super::{Cell, Column, Kind, Row};
use crate::reading::Reading;
use onrecord::report::Entity;

/// The columns of the table.
pub const COLUMNS: &[Column] = &[
    ("id", Kind::Text),
    ("kind", Kind::Text),
    ("name", Kind::Text),
    ("roles", Kind::Text),
    ("mentions", Kind::Whole),
    ("claims", Kind::Whole),
    ("country", Kind::Text),
    ("official", Kind::Text),
];

/// The entities of an article, less those that have no name and do not speak.
pub fn rows(reading: &Reading) -> Vec<Row> {
    reading.report.entities.iter().filter(|entity| !entity.minor).map(|entity| row(reading, entity)).collect()
}

fn row(reading: &Reading, entity: &Entity) -> Row {
    vec![
        entity.id.as_str().into(),
        entity.kind.name().into(),
        entity.name.as_str().into(),
        roles(entity).join("; ").into(),
        entity.mentions.len().into(),
        reading.report.claims.iter().filter(|claim| claim.speakers.contains(&entity.id)).count().into(),
        entity.country.as_deref().into(),
        Cell::words(reading, entity.official),
    ]
}

/// Each role once, in the order of the text.
fn roles(entity: &Entity) -> Vec<&str> {
    let mut roles: Vec<&str> = Vec::new();
    for role in &entity.roles {
        if !roles.contains(&role.text.as_str()) {
            roles.push(&role.text);
        }
    }
    roles
}
