//! A closed loop: the next requests follow when the last are answered.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use mio::{Events, Poll};

use super::Load;
use super::connection::Connection;

/// The longest silence of all connections.
const PATIENCE: Duration = Duration::from_secs(5);

/// The latency of each request that ended after the warm-up; pipelined ones have that of their batch.
pub(super) fn run(
    load: &Load,
    connections: usize,
    depth: usize,
    warm_up: Duration,
    time: Duration,
) -> Result<Vec<u64>> {
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(connections);
    let mut buffer = vec![0; 64 * 1024];
    let (requests, awaited) = (load.request.repeat(depth), load.length * depth);
    let mut all = Vec::new();
    for at in 0..connections {
        let mut connection = Connection::connect(load, &poll, at)?;
        connection.send(&requests, awaited)?;
        all.push((connection, Instant::now()));
    }
    let begin = Instant::now() + warm_up;
    let end = begin + time;
    let mut latencies = Vec::new();
    loop {
        poll.poll(&mut events, Some(PATIENCE))?;
        ensure!(!events.is_empty(), "no answer");
        for event in &events {
            let (connection, sent) = &mut all[event.token().0];
            if connection.is_idle() || !connection.receive(load, &mut buffer)? {
                continue;
            }
            let now = Instant::now();
            if now >= end {
                return Ok(latencies);
            }
            if now >= begin {
                let nanos = (now - *sent).as_nanos() as u64;
                latencies.extend(std::iter::repeat_n(nanos, depth));
            }
            *sent = now;
            connection.send(&requests, awaited)?;
        }
    }
}
