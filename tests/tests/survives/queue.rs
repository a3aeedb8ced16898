//! More load than cores: plain functions that compute, asked for by far more clients than there are cores.

#![cfg(target_os = "linux")]

use std::time::Instant;

use super::*;
use support::Running;

const CLIENTS: usize = 600;

/// What came of a load.
#[derive(Default)]
struct Outcome {
    /// How long each answer took that was no refusal.
    times: Vec<Duration>,
    refused: usize,
}

/// Asks again and again for a while; waits a moment where it is told to come back later.
async fn ask(mut client: Client, until: Instant) -> Outcome {
    let mut outcome = Outcome::default();
    while Instant::now() < until {
        let since = Instant::now();
        let response = client.request("GET", "/compute").await;
        match response.status {
            200 => outcome.times.push(since.elapsed()),
            503 => {
                assert_eq!(response.header("retry-after"), Some("1"));
                assert_eq!(response.problem().title, "Service Unavailable");
                outcome.refused += 1;
                sleep(ms(100)).await;
            }
            other => panic!("{other}"),
        }
    }
    outcome
}

/// The load for a while; sorted.
async fn load(running: &Running) -> Outcome {
    let until = Instant::now() + ms(2_500);
    let mut clients = Vec::new();
    for _ in 0..CLIENTS {
        clients.push(tokio::spawn(ask(Client::connect(running.address).await, until)));
    }
    let mut all = Outcome::default();
    for client in clients {
        let one = soon("a client", client).await.expect("no panic");
        all.times.extend(one.times);
        all.refused += one.refused;
    }
    all.times.sort();
    all
}

fn p99(outcome: &Outcome) -> Duration {
    outcome.times[outcome.times.len() * 99 / 100]
}

/// Each handler computes for 5 ms, so that 600 clients would wait for a second and a half on two cores.
#[tokio::test(flavor = "multi_thread")]
async fn is_refused_so_that_what_is_accepted_does_not_wait() {
    let unbounded = Running::start("patient");
    let slow = load(&unbounded).await;
    assert_eq!(slow.refused, 0);
    drop(unbounded);

    let running = Running::start("hurried");
    let fast = load(&running).await;
    let memory = running.resident_kib();
    let again = load(&running).await;
    let growth = running.resident_kib().saturating_sub(memory);
    println!(
        "unbounded: {} answers, p99 {:?}; bounded: {} answers, p99 {:?}, {} refused; {memory} KiB, then {growth} more",
        slow.times.len(),
        p99(&slow),
        fast.times.len(),
        p99(&fast),
        fast.refused
    );
    for bounded in [&fast, &again] {
        assert!(bounded.refused > 100, "{} refused", bounded.refused);
        assert!(bounded.times.len() > slow.times.len() / 8, "{} answers", bounded.times.len());
        assert!(p99(bounded) < p99(&slow) * 2 / 3, "{:?}, unbounded {:?}", p99(bounded), p99(&slow));
    }
    assert!(growth < 6 * 1_024, "{growth} KiB more after the second load");
    // Over is over.
    sleep(ms(300)).await;
    let mut client = Client::connect(running.address).await;
    for _ in 0..20 {
        assert_eq!(client.request("GET", "/compute").await.status, 200);
    }
}
