//! Coreference over a long text: its time grows as the text does.

use onrecord::report::Report;
use onrecord::{Options, analyze};
use std::time::{Duration, Instant};

/// A paragraph in which two persons and a company are named, described and taken up by pronouns: about ten mentions.
fn paragraph(i: usize) -> String {
    let (first, last) = (GIVEN[i % GIVEN.len()], FAMILY[i / GIVEN.len() % FAMILY.len()]);
    format!(
        "{first} {last}, the chairwoman of Bluestem Stables, told reporters that she would sell her shares. \
         Garrick Stroh said he had not seen the letter, and his lawyer denied it. The company said it would answer.\n\n"
    )
}

const GIVEN: [&str; 5] = ["Ana", "Mara", "Ruth", "Lena", "Dolores"];
const FAMILY: [&str; 8] = ["Ilves", "Kato", "Haddad", "Farquhar", "Wick", "Colangelo", "Osgood", "Hellickson"];

fn read(paragraphs: usize) -> (Report, Duration) {
    let text: String = (0..paragraphs).map(paragraph).collect();
    let quickest = (0..2).map(|_| {
        let start = Instant::now();
        let report = analyze(&text, &Options::default()).expect("the text is short enough");
        (report, start.elapsed())
    });
    quickest.min_by_key(|(_, time)| *time).expect("it was read")
}

/// Four times the mentions take about four times the time; a slow path would take sixteen times as long.
#[test]
fn two_thousand_mentions_take_linear_time() {
    let (short, once) = read(55);
    let (long, fourfold) = read(220);
    let mentions = |report: &Report| report.entities.iter().map(|e| e.mentions.len()).sum::<usize>();
    assert!(mentions(&long) >= 2_000, "only {} mentions", mentions(&long));
    assert!(mentions(&long) > 3 * mentions(&short));
    assert!(fourfold < 8 * once + Duration::from_millis(100), "{once:?}, then {fourfold:?}");
}
