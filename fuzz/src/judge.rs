//! What is held against a text: a panic, a report that breaks its contract, another report the second time.

use onrecord::report::Report;
use onrecord::{Options, analyze};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

/// Publication dates that texts are read with, in turn: an ordinary one, none, the last and the first that there are.
pub const PUBLISHED: [Option<&str>; 4] = [Some("2023-09-13"), None, Some("9999-12-31"), Some("0001-01-01")];

/// The publication date that the text with this number is read with.
pub fn published(number: u64) -> Option<&'static str> {
    PUBLISHED[(number % PUBLISHED.len() as u64) as usize]
}

static IS_ANALYSING: AtomicBool = AtomicBool::new(false);

/// Panics of the analyser are faults, which are written down elsewhere; only others are printed.
pub fn hush_panics() {
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !IS_ANALYSING.load(Ordering::Relaxed) {
            print(panic);
        }
    }));
}

/// What is wrong with the analysis of a text: its first break, if any.
pub fn fault(text: &str, published: Option<&str>) -> Option<String> {
    match report(text, published) {
        Err(panic) => Some(format!("panic: {panic}")),
        Ok(report) => report.check(text).into_iter().next(),
    }
}

/// As [`fault`], and the report must be the same the second time.
pub fn fault_in_two(text: &str, published: Option<&str>) -> Option<String> {
    fault(text, published).or_else(|| {
        let is_same = report(text, published) == report(text, published);
        (!is_same).then(|| "another report the second time".to_owned())
    })
}

fn report(text: &str, published: Option<&str>) -> Result<Report, String> {
    let options = Options { published: published.map(str::to_owned), outlet: None };
    IS_ANALYSING.store(true, Ordering::Relaxed);
    let answer = catch_unwind(AssertUnwindSafe(|| analyze(text, &options)));
    IS_ANALYSING.store(false, Ordering::Relaxed);
    answer.map_err(|panic| message(&*panic)).map(|report| report.expect("texts are shorter than the limit"))
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    words.unwrap_or("without a message").to_owned()
}

/// What kind of fault it is: its words without the numbers.
pub fn kind(fault: &str) -> String {
    let mut kind: String = fault.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    while kind.contains("00") {
        kind = kind.replace("00", "0");
    }
    kind
}
