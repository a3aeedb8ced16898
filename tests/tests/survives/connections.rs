//! Connections: too many, too many from one address, and idle ones.

use fingerpost::Excess;

use super::*;

#[tokio::test]
async fn more_than_there_is_room_for_wait_and_are_served() {
    let server = serve(App::new(routes![root]).connections(2)).await;
    let mut first = server.connect().await;
    assert_eq!(first.request("GET", "/").await.text(), "root");
    let mut second = server.connect().await;
    assert_eq!(second.request("GET", "/").await.text(), "root");
    let mut third = server.connect().await;
    third.send("GET", "/", &[], b"").await;
    assert!(tokio::time::timeout(ms(100), third.response()).await.is_err());
    drop(first);
    assert_eq!(third.response().await.text(), "root");
    assert_eq!(second.request("GET", "/").await.text(), "root");
}

#[tokio::test]
async fn one_address_has_its_share() {
    let server = serve(App::new(routes![root]).connections_per_address(2, Excess::Answer)).await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut client = server.connect().await;
        assert_eq!(client.request("GET", "/").await.text(), "root");
        held.push(client);
    }
    let mut refused = server.connect().await;
    let _ = refused.try_write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await;
    let response = refused.response().await;
    assert_eq!((response.status, response.problem().title.as_str()), (429, "Too Many Requests"));
    assert!(refused.is_closed().await);
    drop((refused, held));
    is_served_again(&server).await;
}

#[tokio::test]
async fn or_is_closed_without_a_word() {
    let server = serve(App::new(routes![root]).connections_per_address(1, Excess::Close)).await;
    let mut held = server.connect().await;
    assert_eq!(held.request("GET", "/").await.text(), "root");
    assert!(server.connect().await.is_closed().await);
    drop(held);
    is_served_again(&server).await;
}

/// The server hears of the end of a connection a moment later.
async fn is_served_again(server: &Server) {
    for _ in 0..100 {
        let mut client = server.connect().await;
        let _ = client.try_write(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
        if client.all_that_comes().await.starts_with("HTTP/1.1 200 OK") {
            return;
        }
        sleep(ms(10)).await;
    }
    panic!("the share is not given back");
}

/// In a process of its own, whose memory is that of the connections and nothing else.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn an_idle_one_costs_little() {
    const IDLE: u64 = 2_000;
    let running = support::Running::start("usual");
    let mut held = Vec::new();
    let mut before = 0;
    for index in 0..=IDLE {
        let mut client = Client::connect(running.address).await;
        assert_eq!(client.request("GET", "/").await.text(), "up");
        held.push(client);
        if index == 0 {
            before = running.resident_kib();
        }
    }
    let each = running.resident_kib().saturating_sub(before) / IDLE;
    assert!(each < 24, "{each} KiB each");
}

#[tokio::test]
async fn many_idle_ones_keep_nobody_waiting() {
    let server = serve(App::new(routes![root])).await;
    let mut idle = Vec::new();
    for _ in 0..400 {
        let mut client = server.connect().await;
        assert_eq!(client.request("GET", "/").await.text(), "root");
        idle.push(client);
    }
    let since = std::time::Instant::now();
    for _ in 0..100 {
        server.gives(&[("/", "root")]).await;
    }
    assert!(since.elapsed() < Duration::from_secs(2));
    for client in &mut idle {
        assert_eq!(client.request("GET", "/").await.text(), "root");
    }
}
