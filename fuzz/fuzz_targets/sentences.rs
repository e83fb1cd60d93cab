//! The bytes choose among the expansions of the grammar.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_fuzz::choices::Choices;
use onrecord_fuzz::{grammar, judge};

fuzz_target!(|bytes: &[u8]| {
    let text = grammar::text(&mut Choices::Given(bytes));
    let published = judge::PUBLISHED[bytes.len() % judge::PUBLISHED.len()];
    assert_eq!(judge::fault_in_two(&text, published), None, "{text:?}");
});
