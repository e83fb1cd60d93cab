//! Texts that nobody would print, and what every report of them keeps to.
//!
//! One generator serves the command of this crate, which runs anywhere, and the targets of `cargo fuzz`.

pub mod articles;
pub mod choices;
pub mod grammar;
pub mod growth;
pub mod judge;
pub mod log;
pub mod shrink;
pub mod table;
