//! Ctrl-C ends a run between two articles; the second time at once.

use std::sync::atomic::{AtomicBool, Ordering};

static IS_WANTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is a wish.
pub fn listen() {
    let stop = || {
        if IS_WANTED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
        eprintln!("\nstopping after the articles under way; Ctrl-C again stops at once, and loses a second of work");
    };
    // Without a handler the run ends where it is, and can be gone on with too.
    let _ = ctrlc::set_handler(stop);
}

/// Whether somebody wants the run to end.
pub fn is_wanted() -> bool {
    IS_WANTED.load(Ordering::SeqCst)
}
