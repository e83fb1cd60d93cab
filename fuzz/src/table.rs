//! The table of growth, in Markdown.

use crate::growth::{ARTICLES, Cost, forms};
use std::io;

/// The smallest text; memory beyond that of an empty one is held against its size.
const FIRST_BYTES: usize = 256 << 10;
/// A doubling may take so many times as long.
pub const MOST_RATIO: f64 = 2.2;
/// Megabytes of memory for a megabyte of articles.
pub const MOST_MEMORY: f64 = 40.;
/// The same for pieces over and over, some of which hold a claim every twenty bytes, each with a place in the report.
pub const MOST_MEMORY_DENSE: f64 = 80.;
/// A row that takes too long for its size is measured so often: what is quadratic is so each time.
const TRIES: usize = 3;

/// Prints a row for each form as it is measured up to `last_bytes`; whether all are within their bounds.
///
/// # Errors
/// When a measurement fails.
pub fn print(last_bytes: usize, only: Option<&str>) -> io::Result<bool> {
    let sizes: Vec<usize> =
        std::iter::successors(Some(FIRST_BYTES), |b| Some(b * 2)).take_while(|&b| b <= last_bytes).collect();
    let heads: Vec<String> = sizes[1..].iter().map(|b| format!("{} KB: times that", b >> 10)).collect();
    println!("| text | {} KB, seconds | {} | MB of memory a MB of text |", FIRST_BYTES >> 10, heads.join(" | "));
    println!("|{}", " --- |".repeat(sizes.len() + 2));
    let mut is_sound = true;
    for (name, _) in forms().iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        let row = (0..TRIES).find_map(|attempt| {
            let row = Row::measured(name, &sizes);
            let is_last = attempt + 1 == TRIES;
            (is_last || row.as_ref().is_ok_and(Row::is_linear)).then_some(row)
        });
        let row = row.expect("the last try is taken")?;
        row.print();
        is_sound &= row.is_within();
    }
    Ok(is_sound)
}

struct Row {
    name: String,
    seconds: f64,
    ratios: Vec<f64>,
    memory: f64,
}

impl Row {
    fn measured(name: &str, sizes: &[usize]) -> io::Result<Row> {
        let nothing = Cost::apart(name, 0)?;
        let costs = sizes.iter().map(|&bytes| Cost::apart(name, bytes)).collect::<io::Result<Vec<_>>>()?;
        let seconds = |cost: &Cost| cost.time.as_secs_f64();
        let (last, last_bytes) = (costs[costs.len() - 1], sizes[sizes.len() - 1]);
        Ok(Row {
            name: name.to_owned(),
            seconds: seconds(&costs[0]),
            ratios: costs.windows(2).map(|pair| seconds(&pair[1]) / seconds(&pair[0]).max(1e-9)).collect(),
            memory: last.memory_bytes.saturating_sub(nothing.memory_bytes) as f64 / last_bytes as f64,
        })
    }

    /// Times of a few milliseconds say nothing.
    fn is_linear(&self) -> bool {
        self.seconds < 0.005 || self.ratios.iter().all(|&ratio| ratio <= MOST_RATIO)
    }

    fn is_within(&self) -> bool {
        self.is_linear() && self.memory <= if self.name == ARTICLES { MOST_MEMORY } else { MOST_MEMORY_DENSE }
    }

    fn print(&self) {
        let ratios: Vec<String> = self.ratios.iter().map(|ratio| format!("{ratio:.2}")).collect();
        let note = if self.is_within() { "" } else { " **over**" };
        println!("| {} | {:.2} | {} | {:.1}{note} |", self.name, self.seconds, ratios.join(" | "), self.memory);
    }
}
