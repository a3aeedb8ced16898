//! Whole processes: files that run out, and the code that they end with.

#![cfg(unix)]

use super::*;
use support::Running;

#[tokio::test]
async fn recovers_where_files_run_out() {
    let mut running = Running::limited(24);
    let mut held = Vec::new();
    for _ in 0..40 {
        held.push(Client::connect(running.address).await);
    }
    assert!(running.line().contains("a connection could not be accepted"));
    held.truncate(5);
    for mut client in held {
        assert_eq!(client.request("GET", "/").await.text(), "up");
    }
    let mut client = Client::connect(running.address).await;
    assert_eq!(client.request("GET", "/").await.text(), "up");
}

#[tokio::test]
async fn says_little_of_much_that_is_refused() {
    let mut running = Running::start("one-at-a-time");
    let (mut busy, mut client) =
        (Client::connect(running.address).await, Client::connect(running.address).await);
    busy.send("GET", "/slow", &[], b"").await;
    assert_eq!(running.line(), "begun\n");
    for _ in 0..5 {
        assert_eq!(client.request("GET", "/slow").await.status, 503);
    }
    assert_eq!(busy.response().await.text(), "done");
    for refused in [1, 2, 4] {
        let line = running.line();
        assert!(line.contains(&format!("{refused} requests refused")), "{line}");
    }
    busy.send("GET", "/slow", &[], b"").await;
    assert_eq!(running.line(), "begun\n");
}

#[tokio::test]
async fn ends_with_another_code_where_requests_were_cut() {
    let mut running = Running::start("impatient");
    let mut client = Client::connect(running.address).await;
    client.send("GET", "/slow", &[], b"").await;
    assert_eq!(running.line(), "begun\n");
    running.signal("TERM");
    assert_eq!(running.exit().code(), Some(1));
    assert!(client.is_closed().await);
}
