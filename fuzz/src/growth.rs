//! How time and memory grow with the text, for pieces over and over: each measured in a process of its own.

use onrecord::{Options, analyze};
use std::collections::BTreeMap;
use std::io;
use std::process::Command;
use std::time::{Duration, Instant};

/// The form that is no hostile piece but news, one article after another.
pub const ARTICLES: &str = "articles";

/// The pieces by name: those of the benchmark in Node, and the articles.
pub fn forms() -> BTreeMap<String, String> {
    let mut forms: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../bench/forms.json")).expect("names and pieces");
    let articles = [
        include_str!("../../tests/articles/cyclone-odalys.txt"),
        include_str!("../../tests/articles/ferrant-results.txt"),
        include_str!("../../tests/articles/highland-shield-final.txt"),
        include_str!("../../tests/articles/mariners-fund-trial.txt"),
        include_str!("../../tests/articles/nap-study.txt"),
        include_str!("../../tests/articles/syr-darya-talks.txt"),
    ];
    forms.insert(ARTICLES.to_owned(), articles.join("\n\n") + "\n\n");
    forms
}

/// A piece over and over up to some bytes. `{n}` is another word each time, `{N}` the same with a capital.
pub fn repeated(piece: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + piece.len() * 2);
    for n in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &numbered(piece, n);
    }
    text
}

fn numbered(piece: &str, n: usize) -> String {
    if !piece.contains('{') {
        return piece.to_owned();
    }
    let word = word_of(n);
    let capital = word[..1].to_uppercase() + &word[1..];
    piece.replace("{n}", &word).replace("{N}", &capital)
}

/// "babab", "babad": five letters and more that no two numbers share.
fn word_of(n: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), n);
    while letters.len() < 5 || rest > 0 {
        let alphabet: &[u8] = if letters.len().is_multiple_of(2) { b"bdfgklmnprst" } else { b"aeiou" };
        letters.push(char::from(alphabet[rest % alphabet.len()]));
        rest /= alphabet.len();
    }
    letters.into_iter().rev().collect()
}

/// What one analysis took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Of the processor, where the system says so; else of the clock.
    pub time: Duration,
    /// The most memory of the whole process at once; 0 where the system does not say.
    pub memory_bytes: u64,
}

impl Cost {
    /// Analyses a text in this process.
    ///
    /// # Panics
    /// If the text is longer than the limit.
    pub fn of(text: &str) -> Cost {
        let (before, begun) = (processor_time(), Instant::now());
        let report = analyze(text, &Options::default()).expect("texts are shorter than the limit");
        let time = processor_time().zip(before).map_or_else(|| begun.elapsed(), |(after, before)| after - before);
        drop(report);
        Cost { time, memory_bytes: most_memory().unwrap_or_default() }
    }

    /// Analyses a form in a process of its own, by this program's `cost`.
    ///
    /// # Errors
    /// When that process fails.
    pub fn apart(form: &str, bytes: usize) -> io::Result<Cost> {
        let output = Command::new(std::env::current_exe()?).args(["cost", form, &bytes.to_string()]).output()?;
        let answer = String::from_utf8_lossy(&output.stdout);
        let mut numbers = answer.split_whitespace().map(str::parse);
        match (numbers.next(), numbers.next()) {
            (Some(Ok(nanos)), Some(Ok(memory_bytes))) => Ok(Cost { time: Duration::from_nanos(nanos), memory_bytes }),
            _ => Err(io::Error::other(format!("{form}: {}", String::from_utf8_lossy(&output.stderr)))),
        }
    }
}

/// What this thread has had of the processor (Linux).
fn processor_time() -> Option<Duration> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The most memory that this process has had at once (Linux).
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_repeated() {
        assert_eq!(repeated("ab", 5), "ababab");
        assert_eq!(repeated("{N} ", 12), "Babab Babad ");
        let words: std::collections::BTreeSet<String> = (0..50_000).map(word_of).collect();
        assert_eq!(words.len(), 50_000);
    }
}
