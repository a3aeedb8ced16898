//! How long work waits on a runtime until it is its turn: where that is too long, what comes is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::time::sleep;

use crate::task;

/// What is known of a runtime's queue: a request costs one look at a flag.
#[derive(Debug, Default)]
pub(super) struct Backlog {
    is_behind: AtomicBool,
    /// A probe is in the queue now.
    probed: AtomicBool,
}

impl Backlog {
    /// Whether what comes now would wait for too long, as others do.
    #[inline]
    pub(super) fn is_behind(&self) -> bool {
        self.is_behind.load(Relaxed)
    }

    /// Whether the last probe has come back, and soon.
    fn is_short(&self) -> bool {
        !self.is_behind() && !self.probed.load(Relaxed)
    }
}

/// Puts a probe into each runtime's queue now and then, and more often as long as one takes its time. A probe waits as long as a
/// connection to which something has just been sent.
///
/// Connections do not measure it themselves: under the load that this is for, there are thousands of them.
pub(super) async fn probe(runtimes: Vec<(Handle, Arc<Backlog>)>, most: Duration) {
    let (seldom, often) = (most / 4, (most / 16).clamp(Duration::from_millis(5), Duration::from_millis(50)));
    let mut sent = vec![Instant::now(); runtimes.len()];
    loop {
        for ((runtime, backlog), sent) in runtimes.iter().zip(&mut sent) {
            look(runtime, backlog, sent, most);
        }
        sleep(often).await;
        if runtimes.iter().all(|(_, backlog)| backlog.is_short()) {
            sleep(seldom).await;
        }
    }
}

fn look(runtime: &Handle, backlog: &Arc<Backlog>, sent: &mut Instant, most: Duration) {
    if backlog.probed.load(Relaxed) {
        if sent.elapsed() > most {
            backlog.is_behind.store(true, Relaxed);
        }
        return;
    }
    let (now, backlog) = (Instant::now(), backlog.clone());
    *sent = now;
    backlog.probed.store(true, Relaxed);
    runtime.spawn(task::boxed(async move {
        backlog.is_behind.store(now.elapsed() > most, Relaxed);
        backlog.probed.store(false, Relaxed);
    }));
}
