//! The bytes are the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_fuzz::judge;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(judge::fault_in_two(&text, judge::PUBLISHED[0]), None, "{text:?}");
});
