//! Ratios of work within one run, which other programs of the machine do not change.

use std::fs;
use std::time::{Duration, Instant};

/// What is quadratic is so each time; what was disturbed is not.
const TRIES: usize = 6;

/// Whether `long` takes at most `most` times the time of `short`, once in some tries.
pub fn grows_at_most(most: f64, short: impl Fn(), long: impl Fn()) -> Result<(), Vec<f64>> {
    let mut ratios = Vec::new();
    for _ in 0..TRIES {
        ratios.push(least(&long) / least(&short));
        if ratios.last().is_some_and(|ratio| *ratio <= most) {
            return Ok(());
        }
    }
    Err(ratios)
}

/// The least of three, in seconds; shorter times than the scheduler's tick mean nothing.
fn least(work: &impl Fn()) -> f64 {
    let time = |_| {
        let before = own_time();
        work();
        (own_time() - before).as_secs_f64()
    };
    (0..3).map(time).fold(f64::INFINITY, f64::min).max(0.01)
}

/// The processor's time for this thread, where the system tells it; else the clock's.
fn own_time() -> Duration {
    // Linux adds up when a thread is given the processor: a yield brings that up to date.
    std::thread::yield_now();
    let read = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = read.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(since_start, Duration::from_nanos)
}

fn since_start() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
