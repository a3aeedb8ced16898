//! Handlers whose client leaves: dropped, unless they are detached.

use std::sync::Arc;

use tokio::sync::Notify;

use super::*;

/// Where a test and a handler meet.
#[derive(Clone, Default)]
struct Gate {
    entered: Arc<Notify>,
    open: Arc<Notify>,
    done: Arc<Notify>,
    dropped: Arc<Notify>,
}

struct Guard<'g>(&'g Gate);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.dropped.notify_one();
    }
}

async fn work(gate: &Gate) {
    let _guard = Guard(gate);
    gate.entered.notify_one();
    gate.open.notified().await;
    gate.done.notify_one();
}

#[post("/usual")]
async fn usual(gate: &Gate) {
    work(gate).await;
}

#[post("/detached/{id}", detached, header("X-Declared" = "yes"))]
async fn detached(id: &str, body: String, gate: &Gate) -> String {
    work(gate).await;
    format!("{id} {body}")
}

#[post("/panics", detached)]
async fn panics() {
    panic!("on its own");
}

#[tokio::test]
async fn the_usual_handler_is_dropped_with_its_client() {
    let gate = Gate::default();
    let server = serve(App::new(routes![usual, detached]).state(gate.clone())).await;
    let mut client = server.connect().await;
    client.send("POST", "/usual", &[], b"").await;
    soon("the handler", gate.entered.notified()).await;
    drop(client);
    soon("its end", gate.dropped.notified()).await;
}

#[tokio::test]
async fn a_detached_one_goes_on() {
    let gate = Gate::default();
    let server = serve(App::new(routes![usual, detached]).state(gate.clone())).await;
    let mut client = server.connect().await;
    client.send("POST", "/detached/7", &[], b"body").await;
    soon("the handler", gate.entered.notified()).await;
    drop(client);
    sleep(ms(50)).await;
    gate.open.notify_one();
    soon("the work", gate.done.notified()).await;
}

#[tokio::test]
async fn a_detached_one_answers_as_any_other() {
    let gate = Gate::default();
    gate.open.notify_one();
    let server = serve(App::new(routes![detached, panics]).state(gate)).await;
    let response = server.send("POST", "/detached/7", &[], b"body").await;
    assert_eq!((response.text().as_str(), response.header("x-declared")), ("7 body", Some("yes")));
    assert_eq!(server.send("POST", "/panics", &[], b"").await.problem().title, "Internal Server Error");
}

#[tokio::test]
async fn a_server_that_stops_waits_for_a_detached_one() {
    let gate = Gate::default();
    let server = serve(App::new(routes![detached]).state(gate.clone())).await;
    let mut client = server.connect().await;
    client.send("POST", "/detached/7", &[], b"body").await;
    soon("the handler", gate.entered.notified()).await;
    drop(client);
    let stopping = server.stop();
    sleep(ms(100)).await;
    assert!(!stopping.is_finished());
    gate.open.notify_one();
    soon("the work", gate.done.notified()).await;
    soon("stopping", stopping).await.expect("no panic").expect("nothing was cut");
}
