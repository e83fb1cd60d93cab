use super::*;

/// Each time as "words=value", published on Wednesday, 13 September 2023.
fn show(text: &str) -> String {
    let document = Document::read(text);
    let syntax = crate::tags::tag(&document);
    find(&document, &syntax, Some("2023-09-13"))
        .iter()
        .map(|t| format!("{}={}", document.slice(t.span), t.value))
        .collect::<Vec<_>>()
        .join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected, "{text}");
}

#[test]
fn dates() {
    check("He was born on 24 February 1955.", "24 February 1955=1955-02-24");
}
