//! Two texts compared: whatever they are, the answer is the same each time, its spans lie in the texts, and hostile pairs
//! cost no more than long ones.

mod common;

use common::grows_at_most;
use onrecord::compare::{CompareOptions, Comparison, Mode, compare, compare_reports};
use onrecord::report::{Slices, Span};
use onrecord::{Options, analyze};

const QUOTATION: &str = "“The bridge will not open,” she said. ";
const MODES: [Mode; 3] = [Mode::Source, Mode::Versions, Mode::Outlets];

fn compared(a: &str, b: &str, mode: Mode) -> Comparison {
    compare(a, b, &CompareOptions::new(mode)).expect("texts are short enough")
}

/// All spans of a comparison: those of the first text, those of the second.
fn spans(found: &Comparison) -> (Vec<Span>, Vec<Span>) {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for quotation in &found.quotations {
        a.push(Span { start: quotation.start, end: quotation.end });
        a.extend(quotation.differs.iter().map(|place| place.a));
        b.extend(quotation.differs.iter().map(|place| place.b));
        b.extend(quotation.source.iter().chain(&quotation.around));
        b.extend(quotation.speaker.iter().map(|speaker| speaker.label));
    }
    b.extend(found.near.iter().map(|near| near.b));
    for change in &found.changes {
        a.extend(change.a.iter().map(|place| Span { start: place.start, end: place.end }));
        b.extend(change.b.iter().map(|place| Span { start: place.start, end: place.end }));
    }
    for edit in found.edits.iter().chain(&found.figures).chain(&found.copied) {
        a.push(edit.a);
        b.push(edit.b);
    }
    (a, b)
}

#[track_caller]
fn keeps_to_its_texts(a: &str, b: &str) {
    let slices = (Slices::new(a), Slices::new(b));
    for mode in MODES {
        let found = compared(a, b, mode);
        let (in_a, in_b) = spans(&found);
        assert!(in_a.iter().all(|&span| slices.0.get(span).is_some()), "{mode:?} {in_a:?} {a:?}");
        assert!(in_b.iter().all(|&span| slices.1.get(span).is_some()), "{mode:?} {in_b:?} {b:?}");
        assert_eq!(compared(a, b, mode), found);
    }
}

const ARTICLE: &str = "Bridge to close\n\nMayor Ada Quill said on Monday that the bridge will close. “It will not open [again] \
    before spring … at the earliest,” Quill told reporters. Police said 12 people were hurt. ‘É tarde,’ he said 🙂.";

#[test]
fn spans_lie_in_the_texts() {
    let texts = [
        "",
        " ",
        "“",
        "“”",
        "…",
        "[",
        "A",
        "“No”",
        "QUILL:",
        "QUILL: No.\n\n\nQ: [",
        "🙂“🙂”🙂",
        "1.",
        "“12 [",
        ARTICLE,
    ];
    for a in texts {
        for b in texts {
            keeps_to_its_texts(a, b);
        }
    }
}

#[test]
fn pieces_of_an_article() {
    let cuts: Vec<usize> = ARTICLE.char_indices().map(|(at, _)| at).step_by(17).collect();
    for &cut in &cuts {
        keeps_to_its_texts(ARTICLE, &ARTICLE[cut..]);
        keeps_to_its_texts(&ARTICLE[..cut], ARTICLE);
    }
}

#[test]
fn a_text_beside_itself() {
    let found = compared(ARTICLE, ARTICLE, Mode::Versions);
    assert!(found.changes.is_empty() && found.edits.is_empty(), "{:?}", found.changes);
    let found = compared(ARTICLE, ARTICLE, Mode::Outlets);
    assert_eq!(found.shares.map(|shares| (shares.a, shares.b)), Some((100, 100)));
    assert!(found.figures.is_empty());
}

#[test]
fn between_two_edits_both_texts_are_the_same() {
    let other = ARTICLE.replace("Monday", "Tuesday").replace("12 people", "17 young people").replace("close.", "shut.");
    let found = compared(ARTICLE, &other, Mode::Versions);
    let (a, b) = (Slices::new(ARTICLE), Slices::new(&other));
    let (mut at_a, mut at_b) = (0, 0);
    for edit in &found.edits {
        let before_a = a.get(Span { start: at_a, end: edit.a.start }).expect("in order").trim();
        let before_b = b.get(Span { start: at_b, end: edit.b.start }).expect("in order").trim();
        assert_eq!(before_a, before_b);
        (at_a, at_b) = (edit.a.end, edit.b.end);
    }
    assert_eq!(found.edits.len(), 3, "{:?}", found.edits);
}

/// The comparison alone, four times as long: what is quadratic takes sixteen times as long. How the analysis grows is
/// tested in `hostile.rs`.
#[test]
fn hostile_pairs_are_cheap() {
    type Pair = fn(usize) -> (String, String);
    const SHORT: usize = 500;
    let pairs: [(&str, Pair); 5] = [
        ("one word", |n| (format!("“{}” she said.", "no ".repeat(500)), "no ".repeat(n * 50))),
        ("a quotation again and again", |n| (QUOTATION.repeat(n), "The bridge will not open, ".repeat(n))),
        ("brackets", |n| (format!("“{}” she said.", "[a] ".repeat(500)), "[".repeat(n * 50))),
        ("labels", |n| (QUOTATION.repeat(10), "QUILL: The bridge will not open.\n".repeat(n * 2))),
        ("ellipses", |n| (format!("“{}” she said.", "open … ".repeat(500)), "bridge open ".repeat(n * 10))),
    ];
    for (name, pair) in pairs {
        let [short, long] = [SHORT, 4 * SHORT].map(|n| {
            let (a, b) = pair(n);
            let report = analyze(&a, &Options::default()).expect("short enough");
            move || drop(compare_reports((&a, report.clone()), (&b, None), Mode::Source))
        });
        grows_at_most(8.0, short, long).unwrap_or_else(|ratios| panic!("{name}: {ratios:?}"));
    }
}

#[test]
fn too_long_a_text_is_refused() {
    let long = "a".repeat(onrecord::LONGEST_TEXT_UNITS + 1);
    assert!(compare("", &long, &CompareOptions::new(Mode::Source)).is_err());
    assert!(compare(&long, "", &CompareOptions::new(Mode::Versions)).is_err());
}
