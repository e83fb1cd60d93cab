//! `onrecord compare`: one sentence first, and every format.

// Made for the tests of archives too; here a part of it serves.
#[allow(dead_code)]
mod bench;

use bench::Bench;

const ARTICLE: &str = "“The bridge will close,” Mayor Ada Quill said. “We have 12 new buses,” she added.";
const SPEECH: &str = "MAYOR QUILL: The bridge will not close. We have 12 new buses | and <more>.";

fn asked(name: &str, format: &str) -> String {
    let bench = Bench::new(name);
    bench.write("article.txt", ARTICLE.as_bytes());
    bench.write("speech.txt", SPEECH.as_bytes());
    bench.ask(&["compare", "article.txt", "speech.txt", "--format", format], b"")
}

#[test]
fn the_sentence_comes_first() {
    let text = asked("compare-text", "text");
    assert!(text.starts_with("1 of 2 quotations is word for word; 1 differs: "), "{text}");
    assert!(text.contains("altered (Ada Quill): “not” left out"), "{text}");
}

#[test]
fn every_format() {
    let json = asked("compare-json", "json");
    assert!(json.starts_with("{\"schema\":1,") && json.contains("\"verdict\":\"altered\""), "{json}");
    let page = asked("compare-html", "html");
    assert!(page.starts_with("<!doctype html>") && page.contains("<td>verbatim</td>"), "{page}");
    let markdown = asked("compare-markdown", "markdown");
    assert!(markdown.contains("| altered | Ada Quill |"), "{markdown}");
    let sheet = asked("compare-csv", "csv");
    assert!(sheet.contains("what,speaker,first text,second text,note\r\n"), "{sheet}");
}
