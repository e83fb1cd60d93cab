//! The examples do what they say.

#[path = "../examples/who_says_what.rs"]
#[allow(dead_code)]
mod who_says_what;

#[test]
fn who_says_what_names_speakers_and_words() {
    let text = "“The bridge is safe,” Mayor Ada Quill said on Tuesday. The union denied that it had been asked.\n";
    let lines = who_says_what::who_says_what(text, Some("2024-05-08".into())).expect("short");
    let expected = "Ada Quill asserts (direct): “The bridge is safe,”\nunion denies (indirect): it had been asked\n";
    assert_eq!(lines, expected);
}
