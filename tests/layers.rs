//! Modules stand in layers: each uses only what is declared before it.
//!
//! The order of the `mod` lines in a `lib.rs`, `main.rs` or `mod.rs` is the order of the layers, from the ground up:
//! a module may use those declared above it, never one below. The types, constants and macros of a parent are the
//! words of its folder and may be used by all its modules; a parent's functions stand above its modules.
//! JavaScript has no such lines: there, no file may import itself by way of others.

mod imports;

use imports::{javascript, rust};
use std::collections::BTreeSet;

/// What is known to point upwards, and must go: nothing may be added.
const KNOWN: &str = include_str!("imports/known.txt");

const CRATES: &[&str] = &["src/lib.rs", "cli/src/main.rs", "tools/src/main.rs"];
const SCRIPTS: &[&str] = &["www", "scripts", "bench", "integrations"];

#[test]
fn a_module_uses_only_those_below_it() {
    let mut found: BTreeSet<String> = CRATES.iter().flat_map(|root| rust::upward(root)).collect();
    found.extend(SCRIPTS.iter().flat_map(|folder| javascript::circles(folder)));
    let known: BTreeSet<String> = KNOWN.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let new: Vec<&String> = found.difference(&known).collect();
    let gone: Vec<&String> = known.difference(&found).collect();
    assert!(new.is_empty(), "these point upwards: move a `mod` line, or what is shared into a module below:\n{new:#?}");
    assert!(gone.is_empty(), "mended: strike these lines from tests/imports/known.txt:\n{gone:#?}");
}
