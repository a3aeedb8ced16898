//! A rolling restart: one process takes over from the other on the same socket, and no request is lost.

#![cfg(unix)]

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use super::*;
use support::Running;
use tokio::task::JoinHandle;

/// What came of one client's requests.
#[derive(Default)]
struct Count {
    asked: usize,
    answered: usize,
    /// Kept connections that were closed before the next request was answered: asked again on a new one, as RFC 9112 §9.3.1
    /// says.
    again: usize,
}

/// Asks until it is told to stop; each connection carries so many requests.
async fn ask(address: SocketAddr, each: usize, stop: Arc<AtomicBool>) -> Count {
    let mut count = Count::default();
    let mut client: Option<(Client, usize)> = None;
    while !stop.load(SeqCst) {
        count.asked += 1;
        loop {
            let (mut asked, before) = match client.take() {
                Some(kept) => kept,
                None => (Client::connect(address).await, 0),
            };
            let Ok(response) = asked.try_request("GET", "/").await else {
                assert!(before > 0, "a new connection was not answered");
                count.again += 1;
                continue;
            };
            assert_eq!(response.text(), "up");
            count.answered += 1;
            if before + 1 < each && response.header("connection") != Some("close") {
                client = Some((asked, before + 1));
            }
            break;
        }
    }
    count
}

#[tokio::test(flavor = "multi_thread")]
async fn loses_no_request() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let mut running = Running::with_socket(&listener);
    assert_eq!(running.address, address);
    let stop = Arc::new(AtomicBool::new(false));
    let clients: Vec<JoinHandle<Count>> =
        [1, 1, 1, 50, 50, 50].map(|each| tokio::spawn(ask(address, each, stop.clone()))).into();
    for _ in 0..4 {
        sleep(ms(100)).await;
        let next = Running::with_socket(&listener);
        running.signal("TERM");
        assert_eq!(running.exit().code(), Some(0));
        running = next;
    }
    sleep(ms(100)).await;
    stop.store(true, SeqCst);
    let (mut asked, mut again) = (0, 0);
    for client in clients {
        let count = soon("a client", client).await.expect("no request was lost");
        assert_eq!(count.asked, count.answered);
        asked += count.asked;
        again += count.again;
    }
    println!("{asked} requests over 4 restarts, {again} asked again on a new connection");
    assert!(asked > 500, "{asked}");
}
