//! How far, how fast, how long still: on a terminal only, and never in the output.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// A line at the foot of the terminal.
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    articles: u64,
    errors: u64,
}

impl Progress {
    /// `bytes` is the size of all input, where that is known.
    pub fn new(bytes: Option<u64>) -> Progress {
        let target =
            if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let (bar, template) = match bytes {
            Some(bytes) => (ProgressBar::new(bytes), "{bar:30} {percent:>3} %  {msg}, {eta} left"),
            None => (ProgressBar::no_length(), "{spinner} {msg}, {elapsed}"),
        };
        bar.set_draw_target(target);
        bar.set_style(ProgressStyle::with_template(template).expect("the templates above are right"));
        Progress { bar, begun: Instant::now(), articles: 0, errors: 0 }
    }

    /// So many more bytes of the input are done.
    pub fn step(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// One more article of this run.
    pub fn count(&mut self, failed: bool) {
        self.articles += 1;
        self.errors += u64::from(failed);
        if !self.bar.is_hidden() {
            self.bar.set_message(self.words(self.begun.elapsed()));
        }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Takes the line away and says what came of it.
    pub fn finish(self, counted: &str) {
        self.clear();
        eprintln!("{counted}; in this run {}", self.words(self.begun.elapsed()));
    }

    #[allow(clippy::cast_precision_loss)]
    fn words(&self, elapsed: Duration) -> String {
        let rate = self.articles as f64 / elapsed.as_secs_f64().max(0.001);
        let errors = if self.errors > 0 { format!(", {} errors", self.errors) } else { String::new() };
        format!("{} articles, {rate:.0} a second{errors}", self.articles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_errors() {
        let mut progress = Progress::new(Some(100));
        for failed in [false, false, true, false] {
            progress.count(failed);
        }
        assert_eq!(progress.words(Duration::from_secs(2)), "4 articles, 2 a second, 1 errors");
    }
}
