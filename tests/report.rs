//! The report as others get it: written and read again, it is the same.

use onrecord::report::{Basis, ClaimForm, EntityKind, Language, Slices, Stance};
use onrecord::{Options, Report, analyze};
use std::fs;
use std::path::Path;

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let files = fs::read_dir(folder).expect("marked articles").flatten().map(|entry| entry.path());
    let texts = files.filter(|path| path.extension().is_some_and(|e| e == "txt") && !path.ends_with("LICENSE.txt"));
    texts.map(|path| fs::read_to_string(path).expect("an article")).collect()
}

fn report(text: &str) -> Report {
    analyze(text, &Options { published: Some("2024-05-08".into()), outlet: None }).expect("articles are short")
}

#[test]
fn written_and_read_it_is_the_same() {
    for text in articles() {
        let report = report(&text);
        let json = serde_json::to_string(&report).expect("every report can be written");
        let read: Report = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(read, report);
        assert_eq!(serde_json::to_string(&read).expect("as before"), json);
    }
}

#[test]
fn its_words_are_enums() {
    let read = |word: &str| serde_json::from_str::<Stance>(&format!("{word:?}"));
    assert_eq!(read("denies").expect("a stance"), Stance::Denies);
    assert!(read("sings").expect_err("no stance").to_string().contains("one of asserts, denies"));
    assert_eq!(serde_json::to_string(&EntityKind::Organization).expect("a word"), "\"organization\"");
    assert_eq!(format!("{:>8}", ClaimForm::Mixed), "   mixed");
    assert_eq!((Basis::None.name(), Language::English.name()), ("none", "en"));
}

#[test]
fn its_spans_lead_to_the_bytes() {
    for text in articles() {
        let report = report(&text);
        let slices = Slices::new(&text);
        let units: Vec<u16> = text.encode_utf16().collect();
        for span in report.sentences.iter().copied().chain(report.claims.iter().flat_map(|claim| claim.content.clone()))
        {
            let words = String::from_utf16(&units[span.start as usize..span.end as usize]).expect("whole characters");
            assert_eq!(slices.get(span), Some(words.as_str()));
        }
        assert!(report.entities.iter().flat_map(|entity| &entity.mentions).all(|m| slices.range(m).is_some()));
    }
}
