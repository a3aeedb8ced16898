//! The load: many connections from as many threads as there are cores, in a closed loop or at a fixed rate.

mod closed;
mod connection;
mod open;

use std::net::SocketAddr;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use contract::Kind;

use crate::check::compare;
use crate::wire::Client;

/// The same request over and over, to one server.
#[derive(Debug, Clone)]
pub(crate) struct Load {
    pub(crate) address: SocketAddr,
    request: Vec<u8>,
    /// How an answer begins, and how long it is: dates are of one length, so that all are.
    begin: Vec<u8>,
    length: usize,
}

pub(crate) struct Sample {
    pub(crate) a_second: f64,
    /// Nanoseconds, sorted.
    latencies: Vec<u64>,
}

impl Sample {
    /// The latency in microseconds that this share of the requests did not exceed.
    pub(crate) fn percentile(&self, share: f64) -> f64 {
        let at = (self.latencies.len() as f64 * share) as usize;
        self.latencies.get(at.min(self.latencies.len() - 1)).map_or(f64::NAN, |&nanos| nanos as f64 / 1_000.0)
    }
}

impl Load {
    /// What the server answers is asked for, checked, and from then on known.
    pub(crate) fn new(address: SocketAddr, kind: &Kind) -> Result<Self> {
        let request = kind.request();
        let answer = Client::connect(address)?.ask(&request)?;
        compare(&answer, &kind.answer)?;
        let begin = format!("HTTP/1.1 {}", kind.answer.status).into_bytes();
        Ok(Self { address, request, begin, length: answer.length() })
    }

    /// Each connection sends `depth` requests at once, and again when all are answered.
    pub(crate) fn closed(
        &self,
        connections: usize,
        depth: usize,
        warm_up: Duration,
        time: Duration,
    ) -> Result<Sample> {
        self.share(connections, time, |connections| closed::run(self, connections, depth, warm_up, time))
    }

    /// So many requests a second, whatever the server does; latency counts from when a request was due.
    pub(crate) fn open(&self, connections: usize, rate: f64, time: Duration) -> Result<Sample> {
        let threads = threads() as f64;
        self.share(connections, time, |connections| open::run(self, connections, rate / threads, time))
    }

    fn share<F>(&self, connections: usize, time: Duration, run: F) -> Result<Sample>
    where
        F: Fn(usize) -> Result<Vec<u64>> + Sync,
    {
        let each = connections / threads();
        let latencies: Result<Vec<Vec<u64>>> = thread::scope(|scope| {
            let threads: Vec<_> = (0..threads()).map(|_| scope.spawn(|| run(each))).collect();
            let join = |thread: thread::ScopedJoinHandle<'_, Result<Vec<u64>>>| {
                thread.join().map_err(|_| anyhow!("the load panicked"))?
            };
            threads.into_iter().map(join).collect()
        });
        let mut latencies = latencies.with_context(|| format!("the load on {}", self.address))?.concat();
        ensure!(!latencies.is_empty(), "nothing was answered");
        latencies.sort_unstable();
        Ok(Sample { a_second: latencies.len() as f64 / time.as_secs_f64(), latencies })
    }
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
