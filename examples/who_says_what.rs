//! Who says what in an article: `cargo run --release --example who_says_what -- article.txt 2024-05-08`.

use onrecord::report::{Claim, Slices};
use onrecord::{Options, Report, TooLong, analyze};
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: who_says_what FILE [DATE]")?;
    print!("{}", who_says_what(&fs::read_to_string(file)?, arguments.next())?);
    Ok(())
}

/// A line for each claim: who, how, and the words.
pub fn who_says_what(text: &str, published: Option<String>) -> Result<String, TooLong> {
    let report = analyze(text, &Options { published, outlet: None })?;
    let slices = Slices::new(text);
    Ok(report.claims.iter().map(|claim| line(&report, &slices, claim)).collect())
}

fn line(report: &Report, slices: &Slices, claim: &Claim) -> String {
    let speakers = report.entities.iter().filter(|entity| claim.speakers.contains(&entity.id));
    let names: Vec<&str> = speakers.map(|entity| entity.name.as_str()).collect();
    let who = if names.is_empty() { "nobody named".to_owned() } else { names.join(" and ") };
    let words: Vec<&str> = claim.content.iter().filter_map(|&span| slices.get(span)).collect();
    format!("{who} {} ({}): {}\n", claim.stance, claim.form, words.join(" … "))
}
