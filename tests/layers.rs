//! Modules stand in layers: each uses only what is declared before it.
//!
//! The order of the `mod` lines in a `lib.rs`, `main.rs` or `mod.rs` is the order of the layers, from the ground up:
//! a module may use those declared above it, never one below. The types, constants and macros of a parent are the
//! words of its folder and may be used by all its modules; a parent's functions stand above its modules.
//! JavaScript has no such lines: there, no file may import itself by way of others.

mod imports;

use imports::{javascript, rust};
use std::collections::BTreeSet;

/// What is known to point upwards, and must go: nothing may be added. `src/claims/*` stands for all of a folder.
const KNOWN: &str = include_str!("imports/known.txt");

const CRATES: &[&str] = &["src/lib.rs", "cli/src/main.rs", "tools/src/main.rs"];
const SCRIPTS: &[&str] = &["www", "scripts", "bench", "integrations"];

#[test]
fn a_module_uses_only_those_below_it() {
    let mut found: BTreeSet<String> = CRATES.iter().flat_map(|root| rust::upward(root)).collect();
    found.extend(SCRIPTS.iter().flat_map(|folder| javascript::circles(folder)));
    let known: Vec<&str> = KNOWN.lines().filter(|line| !line.starts_with('#')).collect();
    let new: Vec<&String> = found.iter().filter(|use_| !known.iter().any(|known| covers(known, use_))).collect();
    let gone: Vec<&&str> = known.iter().filter(|known| !found.iter().any(|use_| covers(known, use_))).collect();
    assert!(new.is_empty(), "these point upwards: move a `mod` line, or what is shared into a module below:\n{new:#?}");
    assert!(gone.is_empty(), "mended: strike these lines from tests/imports/known.txt:\n{gone:#?}");
}

fn covers(known: &str, found: &str) -> bool {
    known.strip_suffix('*').map_or(known == found, |folder| found.starts_with(folder))
}
