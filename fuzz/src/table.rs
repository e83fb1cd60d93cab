//! The table of growth, in Markdown.

use crate::growth::{ARTICLES, Cost, forms};
use std::io;

/// The smallest text; memory beyond that of an empty one is held against its size.
const FIRST_BYTES: usize = 256 << 10;
/// A doubling may take so many times as long.
pub const MOST_RATIO: f64 = 2.2;
/// Megabytes of memory for a megabyte of articles.
pub const MOST_MEMORY: f64 = 40.;
/// A row that is over its bounds is measured so often, and each size's least time counts: what is quadratic is so each time.
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
        let mut row = Row::measured(name, &sizes)?;
        for _ in 1..TRIES {
            if row.is_within() {
                break;
            }
            row = row.or_less(Row::measured(name, &sizes)?);
        }
        row.print();
        is_sound &= row.is_within();
    }
    Ok(is_sound)
}

struct Row {
    name: String,
    /// For each size.
    seconds: Vec<f64>,
    memory: f64,
}

impl Row {
    fn measured(name: &str, sizes: &[usize]) -> io::Result<Row> {
        let nothing = Cost::apart(name, 0)?;
        let costs = sizes.iter().map(|&bytes| Cost::apart(name, bytes)).collect::<io::Result<Vec<_>>>()?;
        let (last, last_bytes) = (costs[costs.len() - 1], sizes[sizes.len() - 1]);
        Ok(Row {
            name: name.to_owned(),
            seconds: costs.iter().map(|cost| cost.time.as_secs_f64()).collect(),
            memory: last.memory_bytes.saturating_sub(nothing.memory_bytes) as f64 / last_bytes as f64,
        })
    }

    /// The less of both measurements.
    fn or_less(mut self, other: Row) -> Row {
        self.seconds.iter_mut().zip(&other.seconds).for_each(|(mine, other)| *mine = mine.min(*other));
        self.memory = self.memory.min(other.memory);
        self
    }

    /// How many times as long each size takes as the one before.
    fn ratios(&self) -> impl Iterator<Item = f64> {
        self.seconds.windows(2).map(|pair| pair[1] / pair[0].max(1e-9))
    }

    /// Times of a few milliseconds say nothing.
    fn is_linear(&self) -> bool {
        self.seconds[0] < 0.005 || self.ratios().all(|ratio| ratio <= MOST_RATIO)
    }

    /// Pieces over and over may hold a number every two bytes, each of which has its place in the report: only articles have a bound.
    fn is_within(&self) -> bool {
        self.is_linear() && (self.name != ARTICLES || self.memory <= MOST_MEMORY)
    }

    fn print(&self) {
        let ratios: Vec<String> = self.ratios().map(|ratio| format!("{ratio:.2}")).collect();
        let note = if self.is_within() { "" } else { " **over**" };
        println!("| {} | {:.2} | {} | {:.1}{note} |", self.name, self.seconds[0], ratios.join(" | "), self.memory);
    }
}
