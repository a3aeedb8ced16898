//! Watching connections, by one timer for all of them: each that has waited for the same party for too long is ended.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::AbortHandle;

use super::phase::{Phase, Wait};
use crate::app::Limits;
use crate::log;

/// A connection is looked at this often before its time is up.
const LOOKS: u32 = 4;

/// The time that a client has to send the rest of a head when the server is told to stop.
const LAST_CHANCE: Duration = Duration::from_secs(1);

/// How many looks each wait may last.
pub(super) struct Watch {
    limits: Limits,
    interval: Duration,
    stopping: bool,
}

/// What the last looks have seen of a connection.
pub(super) struct Watched {
    pub(super) task: AbortHandle,
    pub(super) worker: usize,
    pub(super) phase: Arc<Phase>,
    /// Whom it waited for, in which turn, and how many looks in a row found the same.
    last: Option<(Wait, u32)>,
    looks: u32,
    /// The bytes of bodies at the first of these looks.
    received: u64,
}

impl Watched {
    pub(super) fn new(task: AbortHandle, worker: usize, phase: Arc<Phase>) -> Self {
        Self { task, worker, phase, last: None, looks: 0, received: 0 }
    }

    /// Begins to count anew.
    fn restart(&mut self) {
        (self.looks, self.received) = (0, self.phase.received());
    }
}

impl Watch {
    pub(super) fn new(limits: Limits) -> Self {
        let times =
            [limits.headers, limits.write, limits.body_rate.1, limits.timeout.unwrap_or(Duration::MAX)];
        let least = times.into_iter().min().unwrap_or(limits.headers);
        Self { limits, interval: (least / LOOKS).max(Duration::from_millis(1)), stopping: false }
    }

    /// The time between two looks.
    pub(super) fn interval(&self) -> Duration {
        self.interval
    }

    /// From now on it is looked at more often: whoever sends nothing is not waited for.
    pub(super) fn stop(&mut self) {
        self.stopping = true;
        self.interval = self.interval.min(LAST_CHANCE / LOOKS);
        self.limits.headers = self.limits.headers.min(LAST_CHANCE);
    }

    /// The looks that a time takes.
    fn looks(&self, time: Duration) -> u32 {
        let looks = time.as_nanos().div_ceil(self.interval.as_nanos().max(1));
        u32::try_from(looks).unwrap_or(u32::MAX).max(1)
    }

    /// Ends it where it has waited for the same for as long as it may, give or take one [`interval`](Self::interval).
    pub(super) fn look(&self, watched: &mut Watched) {
        let now = (watched.phase.wait(), watched.phase.turn());
        if watched.last != Some(now) {
            watched.last = Some(now);
            return watched.restart();
        }
        watched.looks += 1;
        let Limits { headers, write, body_rate: (least, window), timeout, .. } = self.limits;
        let is_over = |time| watched.looks >= self.looks(time);
        match now.0 {
            Wait::Head if is_over(headers) => end(watched, "no request", headers),
            Wait::Reader if is_over(write) => end(watched, "nothing was read", write),
            Wait::Body if is_over(window) => {
                if watched.phase.received().wrapping_sub(watched.received) < least {
                    watched.phase.fail_body();
                }
                watched.restart();
            }
            Wait::Handler if timeout.is_some_and(is_over) => {
                watched.phase.end_handler();
                watched.restart();
            }
            _ => {}
        }
    }
}

fn end(watched: &Watched, why: &str, limit: Duration) {
    log::connection_ended(why, limit, watched.phase.peer());
    watched.task.abort();
}
