//! Work on all cores, results in the order of the jobs, and never more than a few of them in memory.

use std::io;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

/// Jobs a worker that are under way, or done and waiting for their turn.
const UNDER_WAY: usize = 8;

/// Reads jobs on a thread of its own, does them on `workers` more, and hands each result to `take` in the order of the
/// jobs. An error of `take` ends it all.
///
/// Each job has a small channel for its result; the channels queue in the order of the jobs. That queue is bounded, so
/// a job that takes long holds up the reader, not the memory.
pub fn run<J: Send, R: Send>(
    workers: usize,
    read: impl FnOnce(&mut dyn FnMut(J) -> bool) + Send,
    work: impl Fn(J) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let (in_order, waiting) = sync_channel::<Receiver<R>>(UNDER_WAY * workers);
    let (to_do, jobs) = channel::<(J, SyncSender<R>)>();
    let jobs = Mutex::new(jobs);
    thread::scope(|scope| {
        scope.spawn(move || read(&mut |job| queue(job, &in_order, &to_do)));
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((job, result)) = next(&jobs) {
                    // Nobody waits for it when an error has ended the run.
                    let _ = result.send(work(job));
                }
            });
        }
        for result in waiting {
            take(result.recv().map_err(|_| io::Error::other("a worker has ended before its work"))?)?;
        }
        Ok(())
    })
}

/// Whether the run still wants jobs.
fn queue<J, R>(job: J, in_order: &SyncSender<Receiver<R>>, to_do: &Sender<(J, SyncSender<R>)>) -> bool {
    let (result, receiver) = sync_channel(1);
    in_order.send(receiver).is_ok() && to_do.send((job, result)).is_ok()
}

fn next<J>(jobs: &Mutex<Receiver<J>>) -> Option<J> {
    jobs.lock().ok()?.recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn order_whatever_takes_long() {
        let mut taken = Vec::new();
        let read = |give: &mut dyn FnMut(u64) -> bool| (0..60).for_each(|job| assert!(give(job)));
        let work = |job: u64| {
            thread::sleep(Duration::from_micros(job * 7919 % 13 * 100));
            job
        };
        run(3, read, work, |job| {
            taken.push(job);
            Ok(())
        })
        .expect("nothing fails");
        assert_eq!(taken, (0..60).collect::<Vec<_>>());
    }

    #[test]
    fn an_endless_reader_is_held_and_stopped() {
        let given = AtomicUsize::new(0);
        let read = |give: &mut dyn FnMut(usize) -> bool| while give(given.fetch_add(1, Ordering::SeqCst)) {};
        let outcome = run(2, read, |job| job, |job| if job == 5 { Err(io::Error::other("full")) } else { Ok(()) });
        assert_eq!(outcome.expect_err("it is full").to_string(), "full");
        let given = given.load(Ordering::SeqCst);
        assert!(given <= 6 + 2 * UNDER_WAY + 2, "{given} jobs");
    }
}
