//! More requests than there is room for.

use std::time::Instant;

use support::{Gate, gate};

use super::*;

/// Needs one of two places for 20 ms, as a pool of database connections would have them.
#[get("/work")]
async fn work(places: &tokio::sync::Semaphore) -> &'static str {
    let _place = places.acquire().await.expect("the places stay");
    sleep(ms(20)).await;
    "done"
}

/// Asks again and again for a while; gives the times of what was done, and how often the server said no.
async fn ask(mut client: Client, until: Instant) -> (Vec<Duration>, usize) {
    let (mut times, mut refused) = (Vec::new(), 0);
    while Instant::now() < until {
        let since = Instant::now();
        let response = client.request("GET", "/work").await;
        match response.status {
            200 => times.push(since.elapsed()),
            503 => {
                assert_eq!(response.header("retry-after"), Some("1"));
                assert_eq!(response.problem().title, "Service Unavailable");
                refused += 1;
                sleep(ms(10)).await;
            }
            other => panic!("{other}"),
        }
    }
    (times, refused)
}

/// 40 clients ask for 100 answers a second: unbounded, each would wait for 400 ms.
#[tokio::test]
async fn is_refused_at_once_so_that_the_others_do_not_wait() {
    let app = App::new(routes![root, work]).state(tokio::sync::Semaphore::new(2)).concurrency(4);
    let server = serve(app).await;
    let until = Instant::now() + ms(800);
    let mut clients = Vec::new();
    for _ in 0..40 {
        clients.push(tokio::spawn(ask(server.connect().await, until)));
    }
    server.gives(&[("/", "root")]).await;
    let (mut times, mut refused) = (Vec::new(), 0);
    for client in clients {
        let (some, no) = soon("a client", client).await.expect("no panic");
        times.extend(some);
        refused += no;
    }
    times.sort();
    assert!(times.len() > 20 && refused > 40, "{} done, {refused} refused", times.len());
    let median = times[times.len() / 2];
    assert!(median < ms(150), "half of them took longer than {median:?}");
}

#[tokio::test]
async fn is_over_when_the_work_is_done() {
    let door = Gate::default();
    let server = serve(App::new(routes![gate]).state(door.clone()).concurrency(1)).await;
    let (mut first, mut second) = (server.connect().await, server.connect().await);
    first.send("GET", "/gate", &[], b"").await;
    soon("the first", door.entered.notified()).await;
    assert_eq!(second.request("GET", "/gate").await.status, 503);
    door.open.notify_one();
    assert_eq!(first.response().await.text(), "through");
    door.open.notify_one();
    assert_eq!(second.request("GET", "/gate").await.text(), "through");
}
