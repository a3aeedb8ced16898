//! An open loop: requests are due at fixed times, and wait, with their latency counting, where the server is behind.

use std::collections::VecDeque;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use mio::{Events, Poll};

use super::Load;
use super::connection::Connection;

/// Between looks at the clock: a thread that spun would take a core from the server.
const NAP: Duration = Duration::from_micros(20);
/// How long requests that were due may still be answered after the end.
const PATIENCE: Duration = Duration::from_secs(5);

struct One {
    connection: Connection,
    due: VecDeque<Instant>,
}

/// The latency of each request from when it was due.
pub(super) fn run(load: &Load, connections: usize, rate: f64, time: Duration) -> Result<Vec<u64>> {
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(connections);
    let mut buffer = vec![0; 64 * 1024];
    let connect = |at| Ok(One { connection: Connection::connect(load, &poll, at)?, due: VecDeque::new() });
    let mut all: Vec<One> = (0..connections).map(connect).collect::<Result<_>>()?;
    let total = (rate * time.as_secs_f64()) as usize;
    let start = Instant::now();
    let mut latencies = Vec::with_capacity(total);
    let mut asked = 0;
    while latencies.len() < total {
        ensure!(start.elapsed() < time + PATIENCE, "{} of {total} requests were answered", latencies.len());
        let elapsed = start.elapsed().as_secs_f64();
        while asked < total && asked as f64 / rate <= elapsed {
            let one = &mut all[asked % connections];
            one.due.push_back(start + Duration::from_secs_f64(asked as f64 / rate));
            one.ask(load)?;
            asked += 1;
        }
        poll.poll(&mut events, Some(Duration::ZERO))?;
        for event in &events {
            let one = &mut all[event.token().0];
            if one.connection.is_idle() || !one.connection.receive(load, &mut buffer)? {
                continue;
            }
            let due = one.due.pop_front().unwrap_or(start);
            latencies.push(due.elapsed().as_nanos() as u64);
            one.ask(load)?;
        }
        if events.is_empty() {
            sleep(NAP);
        }
    }
    Ok(latencies)
}

impl One {
    /// Sends the first that is due, where nothing is under way.
    fn ask(&mut self, load: &Load) -> Result<()> {
        if self.connection.is_idle() && !self.due.is_empty() {
            self.connection.send(&load.request, load.length)?;
        }
        Ok(())
    }
}
