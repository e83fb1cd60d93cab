//! What a run of the fuzzer has judged and found.

use crate::{judge, shrink};
use std::collections::BTreeMap;
use std::ops::Range;
use std::time::{Duration, Instant};

/// One text of so many is analysed twice.
const TWICE_EACH: u64 = 16;
/// Faults of one kind that are shown.
const MOST_SHOWN: usize = 3;
/// Texts between two lines that say how far it is.
const STEP: u64 = 100_000;

/// The faults so far, by kind.
pub struct Log {
    until: Option<Instant>,
    faults: BTreeMap<String, usize>,
}

impl Log {
    /// A log that judges for so many seconds from now, or without end.
    pub fn new(seconds: Option<u64>) -> Log {
        Log { until: seconds.map(|s| Instant::now() + Duration::from_secs(s)), faults: BTreeMap::new() }
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// Judges the texts of these numbers until the time is over; prints faults as they come, and counts at the end.
    pub fn judge_all(&mut self, what: &str, numbers: Range<u64>, text: impl Fn(u64) -> String) {
        let begun = Instant::now();
        let (mut done, mut bytes, mut sentences) = (0, 0, 0);
        for number in numbers.clone() {
            if self.until.is_some_and(|until| Instant::now() > until) {
                break;
            }
            let text = text(number);
            bytes += text.len();
            sentences += onrecord::document::Document::read(&text).sentences.len();
            self.judge(what, number, &text);
            done += 1;
            if done % STEP == 0 {
                println!("… {what} up to {number}: {sentences} sentences, {} kinds of fault", self.faults.len());
            }
        }
        println!(
            "{what} from {}: {done} of {}, {sentences} sentences, {bytes} bytes, {:.0} s; {} faults of {} kinds so far",
            numbers.start,
            numbers.end - numbers.start,
            begun.elapsed().as_secs_f64(),
            self.faults.values().sum::<usize>(),
            self.faults.len(),
        );
    }

    fn judge(&mut self, what: &str, number: u64, text: &str) {
        let published = judge::published(number);
        let judge = if number.is_multiple_of(TWICE_EACH) { judge::fault_in_two } else { judge::fault };
        let Some(fault) = judge(text, published) else { return };
        let kind = judge::kind(&fault);
        let seen = self.faults.entry(kind.clone()).or_default();
        *seen += 1;
        if *seen <= MOST_SHOWN {
            let same = |text: &str| judge(text, published).is_some_and(|f| judge::kind(&f) == kind);
            println!("{what} {number} ({published:?}): {fault}\n    {:?}", shrink::shortest(text, same));
        }
    }
}
