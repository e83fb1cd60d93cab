//! The bytes choose an article and its changes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_fuzz::choices::Choices;
use onrecord_fuzz::{articles, judge};
use std::sync::LazyLock;

static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    articles::read(&[format!("{root}/tests/articles"), format!("{root}/eval/develop")]).expect("they are committed")
});

fuzz_target!(|bytes: &[u8]| {
    let text = articles::changed(&ARTICLES, &mut Choices::Given(bytes));
    assert_eq!(judge::fault(&text, judge::PUBLISHED[0]), None, "{text:?}");
});
