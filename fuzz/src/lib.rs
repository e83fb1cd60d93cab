//! Texts that nobody would print, and what every report of them keeps to.
//!
//! One generator serves the command of this crate, which runs anywhere, and the targets of `cargo fuzz`:
//!
//! ```text
//! cargo run --profile fuzz -p onrecord-fuzz --bin fuzz -- run --texts 10000000 --articles 20000
//! cargo run --release -p onrecord-fuzz --bin fuzz -- growth
//! cargo +nightly fuzz run --features libfuzzer sentences
//! ```

pub mod articles;
pub mod choices;
pub mod grammar;
pub mod growth;
pub mod judge;
pub mod log;
pub mod shrink;
pub mod table;
