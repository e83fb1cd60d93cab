//! One article to its report: what goes wrong with one must not cost the others.

use onrecord::compare::{CompareOptions, Comparison, compare};
use onrecord::report::Report;
use onrecord::{Options, analyze};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The report of a text, or why there is none.
pub fn report(text: &str, options: &Options) -> Result<Report, String> {
    guarded(|| analyze(text, options).map_err(|error| error.to_string()))
}

/// The comparison of two texts, or why there is none.
pub fn comparison(a: &str, b: &str, options: &CompareOptions) -> Result<Comparison, String> {
    guarded(|| compare(a, b, options).map_err(|error| error.to_string()))
}

/// What `work` answers; a panic of it is an error like others.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let broken = |_| Err("the analyser broke on this text, which is a fault of ours: please report it".to_owned());
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(broken)
}

/// A panic is told in a line that says where in the code it was, without the article's words.
pub fn shorten_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|l| format!(" at {}:{}", l.file(), l.line())).unwrap_or_default();
        eprintln!("onrecord: the analyser broke{place}");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(guarded(|| Ok::<u8, String>(5)), Ok(5));
        let broken = guarded::<u8>(|| panic!("“secret words” are not repeated"));
        assert!(broken.is_err_and(|error| error.contains("broke on this text") && !error.contains("secret")));
    }
}
