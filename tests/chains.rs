//! Coreference over a long text: its time grows as the text does.

mod common;

use onrecord::report::Report;
use onrecord::{Options, analyze};

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

fn read(text: &str) -> Report {
    analyze(text, &Options::default()).expect("the text is short enough")
}

/// Four times the mentions take about four times the time; a slow path would take sixteen times as long.
#[test]
fn two_thousand_mentions_take_linear_time() {
    let [short, long] = [55, 220].map(|count| (0..count).map(paragraph).collect::<String>());
    let mentions = |report: &Report| report.entities.iter().map(|e| e.mentions.len()).sum::<usize>();
    let (few, many) = (mentions(&read(&short)), mentions(&read(&long)));
    assert!(many >= 2_000 && many > 3 * few, "{few} mentions, then {many}");
    assert_eq!(common::grows_at_most(8., || drop(read(&short)), || drop(read(&long))), Ok(()));
}
