//! Any text at all: a report whose spans can be used, the same each time; never a panic.

use onrecord::report::{Report, Span};
use onrecord::{LONGEST_TEXT_UNITS, Options, analyze};

fn read(text: &str) -> Report {
    let options = Options { published: Some("2023-09-13".to_owned()), outlet: Some("The Gazette".to_owned()) };
    analyze(text, &options).expect("shorter than the limit")
}

/// Every span of the report with what it is of.
fn spans(report: &Report) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    spans.extend(report.paragraphs.iter().map(|&s| ("paragraph", s)));
    spans.extend(report.sentences.iter().map(|&s| ("sentence", s)));
    spans.extend(report.unattributed.iter().map(|&s| ("unattributed", s)));
    for entity in &report.entities {
        spans.extend(entity.mentions.iter().map(|m| ("mention", Span { start: m.start, end: m.end })));
        spans.extend(entity.roles.iter().map(|r| ("role", Span { start: r.start, end: r.end })));
        spans.extend(entity.official.map(|s| ("official", s)));
    }
    for quantity in &report.quantities {
        spans.push(("quantity", Span { start: quantity.start, end: quantity.end }));
        spans.extend(quantity.of.map(|s| ("of", s)));
    }
    spans.extend(report.times.iter().map(|t| ("time", Span { start: t.start, end: t.end })));
    for claim in &report.claims {
        spans.extend(claim.content.iter().map(|&s| ("content", s)));
        let parts = [
            ("cue", claim.cue),
            ("source", claim.source),
            ("addressee", claim.addressee),
            ("medium", claim.medium),
            ("anonymity", claim.anonymity),
        ];
        spans.extend(parts.into_iter().filter_map(|(name, span)| span.map(|s| (name, s))));
        spans.extend(claim.evidence.iter().map(|&s| ("evidence", s)));
    }
    spans.extend(report.checks.iter().flat_map(|k| &k.spans).map(|&s| ("check", s)));
    spans
}

/// Spans hold words, lie inside the text, and cut no character; lists are in order; ids lead somewhere.
#[track_caller]
fn check(text: &str) -> Report {
    let report = read(text);
    let start: String = text.chars().take(40).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let is_boundary = |at: u32| units.get(at as usize).is_none_or(|u| !(0xDC00..=0xDFFF).contains(u));
    assert_eq!(report.length as usize, units.len(), "{start:?}");
    for (name, span) in spans(&report) {
        assert!(span.start < span.end && span.end <= report.length, "{name} {span:?} in {start:?}");
        assert!(is_boundary(span.start) && is_boundary(span.end), "{name} {span:?} cuts a character of {start:?}");
    }
    for sentences in [&report.paragraphs, &report.sentences, &report.unattributed] {
        assert!(sentences.windows(2).all(|s| s[0].end <= s[1].start), "{start:?}");
    }
    assert!(report.quantities.windows(2).all(|q| q[0].start <= q[1].start), "{start:?}");
    assert!(report.times.windows(2).all(|t| t[0].start <= t[1].start), "{start:?}");
    for entity in &report.entities {
        assert!(!entity.mentions.is_empty() && !entity.name.is_empty(), "{start:?}");
        assert!(entity.mentions.windows(2).all(|m| m[0].start <= m[1].start), "{start:?}");
    }
    let is_entity = |id: &String| report.entities.iter().any(|e| e.id == *id);
    for claim in &report.claims {
        assert!(claim.speakers.iter().all(is_entity), "{} in {start:?}", claim.id);
        assert!(claim.via.as_ref().is_none_or(|v| *v != claim.id && report.claims.iter().any(|c| c.id == *v)));
        assert!(!claim.content.is_empty() || claim.stance.name() == "declines", "{} in {start:?}", claim.id);
        assert!(claim.content.windows(2).all(|c| c[0].end <= c[1].start), "{} in {start:?}", claim.id);
    }
    report
}

#[test]
fn nothing_much() {
    for text in
        ["", " ", "\n", "\r\n\r\n", "\0", "\u{FEFF}", ".", "\"", "“", "’", "a", "5", "$", "--", "\u{200B}\u{200D}"]
    {
        check(text);
    }
}

#[test]
fn one_thing_over_and_over() {
    for piece in [
        "The mayor said the pier would stay. ",
        "\"He left,\" she said.\r\n",
        "He said that she said that ",
        "Kim Jong Un ",
        "reported, citing sources, ",
        "x",
        "\0",
        "\" ",
        "“‘",
        "(",
        "😀 ",
        "مرحبا بالعالم ",
        "新华社 said ",
        ". ",
        "? ! ",
        "- ",
        "\u{202E}he said ",
        "e\u{301}",
        "\t",
        "’s ",
        "1 ",
        "THE MAYOR SAID NO. ",
        "https://a.example/b?c=d ",
        "&lt;b&gt; <b> ",
    ] {
        check(&piece.repeat(3000 / piece.len().max(8)));
        check(&format!("The mayor said it. {}", piece.repeat(40)));
    }
}

#[test]
fn bytes_that_are_no_text() {
    // A fixed generator: what failed once fails again.
    let mut state = 20_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u8
    };
    for _ in 0..20 {
        let bytes: Vec<u8> = (0..600).map(|_| next()).collect();
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn every_line_break_and_indent() {
    let article = include_str!("articles/syr-darya-talks.txt");
    for other in ["\r\n", "\n\n", "\r", " \n ", "\u{2028}", "\u{85}"] {
        check(&article.replace('\n', other));
    }
    check(&article.replace(' ', "\u{A0}"));
    check(&article.replace(' ', ""));
    check(&article.to_uppercase());
    check(&article.chars().rev().collect::<String>());
}

#[test]
fn the_same_report_each_time() {
    let article = include_str!("articles/ferrant-results.txt");
    assert_eq!(check(article), check(article));
}

#[test]
fn no_text_is_longer_than_the_limit() {
    let error = analyze(&"a".repeat(LONGEST_TEXT_UNITS + 1), &Options::default()).expect_err("one too many");
    assert!(error.to_string().contains(&LONGEST_TEXT_UNITS.to_string()), "{error}");
    assert!(analyze(&"a".repeat(LONGEST_TEXT_UNITS), &Options::default()).is_ok());
}
