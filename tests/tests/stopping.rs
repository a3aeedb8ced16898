//! How an app stops: requests under way end, others are refused, and signals are heard.

mod support;

use std::time::Duration;

use fingerpost::{App, get, routes};
use support::{Gate, gate, serve, soon};
use tokio::net::TcpStream;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[tokio::test]
async fn lets_a_request_under_way_end() {
    let state = Gate::default();
    let server = serve(App::new(routes![gate, root]).state(state.clone())).await;
    let address = server.address;
    let (mut busy, mut idle) = (server.connect().await, server.connect().await);
    assert_eq!(idle.request("GET", "/").await.text(), "root");
    busy.send("GET", "/gate", &[], b"").await;
    soon("the handler", state.entered.notified()).await;

    let stopping = server.stop();
    assert!(idle.is_closed().await);
    assert!(soon("connecting", TcpStream::connect(address)).await.is_err());
    assert!(!stopping.is_finished());

    state.open.notify_one();
    assert_eq!(busy.response().await.text(), "through");
    assert!(busy.is_closed().await);
    soon("stopping", stopping).await.expect("no panic").expect("no error");
}

#[tokio::test]
async fn cuts_what_takes_longer_than_allowed() {
    let state = Gate::default();
    let app = App::new(routes![gate]).state(state.clone()).shutdown_timeout(Duration::from_millis(50));
    let server = serve(app).await;
    let mut client = server.connect().await;
    client.send("GET", "/gate", &[], b"").await;
    soon("the handler", state.entered.notified()).await;
    let cut = server.stopped().await.expect_err("a request was cut");
    assert!(cut.to_string().starts_with("stopped with 1 requests cut"), "{cut}");
    assert!(client.is_closed().await);
}

#[tokio::test]
async fn is_done_where_the_server_is_dropped() {
    let state = Gate::default();
    let server = serve(App::new(routes![gate]).state(state.clone())).await;
    let (mut busy, address) = (server.connect().await, server.address);
    busy.send("GET", "/gate", &[], b"").await;
    soon("the handler", state.entered.notified()).await;
    server.abort().await;
    assert!(soon("connecting", TcpStream::connect(address)).await.is_err());
    assert!(busy.is_closed().await);
}

#[tokio::test]
async fn is_at_once_where_nothing_is_under_way() {
    let server = serve(App::new(routes![root])).await;
    server.gives(&[("/", "root")]).await;
    server.stopped().await.expect("no error");
}

#[cfg(unix)]
mod process {
    use super::*;
    use support::{Client, Running};

    const RUNTIMES: [&str; 3] = ["usual", "per-core", "shared"];

    async fn stops_on(signal: &str) {
        for runtime in RUNTIMES {
            stops(runtime, signal).await;
        }
    }

    async fn stops(runtime: &str, signal: &str) {
        let mut running = Running::start(runtime);
        let address = running.address;
        let mut client = Client::connect(address).await;
        assert_eq!(client.request("GET", "/").await.text(), "up");
        client.send("GET", "/slow", &[], b"").await;
        assert_eq!(running.line(), "begun\n");
        running.signal(signal);
        let response = client.response().await;
        assert_eq!((response.status, response.text().as_str()), (200, "done"));
        assert_eq!(running.exit().code(), Some(0));
        assert!(TcpStream::connect(address).await.is_err());
    }

    #[tokio::test]
    async fn ends_well_on_sigterm() {
        stops_on("TERM").await;
    }

    #[tokio::test]
    async fn ends_well_on_sigint() {
        stops_on("INT").await;
    }

    #[tokio::test]
    async fn answers_in_either_runtime() {
        for runtime in RUNTIMES {
            let running = Running::start(runtime);
            let mut clients = Vec::new();
            for _ in 0..8 {
                clients.push(Client::connect(running.address).await);
            }
            for client in &mut clients {
                for (target, body) in [("/", "up"), ("/pool", "from the pool"), ("/task", "from a task")] {
                    assert_eq!(client.request("GET", target).await.text(), body, "{runtime}");
                }
            }
        }
    }
}
