//! Clients that keep the server waiting, and clients that it keeps waiting.

mod support;

use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use fingerpost::bytes::Bytes;
use fingerpost::{App, Body, Response, Stream, get, post, routes};
use support::{serve, soon};
use tokio::sync::{Notify, Semaphore};
use tokio::time::{Interval, interval, sleep};

const LIMIT: Duration = Duration::from_millis(200);

#[get("/")]
fn root() -> &'static str {
    "root"
}

mod for_a_request {
    use super::*;

    /// Closed once the limit is over, and not long after.
    async fn is_cut(mut client: support::Client, since: Instant) {
        assert!(client.is_closed().await);
        assert!(since.elapsed() >= LIMIT, "cut after {:?}", since.elapsed());
    }

    #[tokio::test]
    async fn that_never_begins() {
        let server = serve(App::new(routes![root]).header_timeout(LIMIT)).await;
        let since = Instant::now();
        is_cut(server.connect().await, since).await;
        server.gives(&[("/", "root")]).await;
    }

    #[tokio::test]
    async fn that_stops_half_way() {
        let server = serve(App::new(routes![root]).header_timeout(LIMIT)).await;
        for half in ["G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nhost: a\r\n"] {
            let since = Instant::now();
            let mut client = server.connect().await;
            client.write(half.as_bytes()).await;
            is_cut(client, since).await;
        }
    }

    #[tokio::test]
    async fn that_comes_byte_by_byte() {
        let server = serve(App::new(routes![root]).header_timeout(LIMIT)).await;
        let since = Instant::now();
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost: ").await;
        while client.try_write(b"a").await.is_ok() {
            assert!(since.elapsed() < LIMIT * 20, "a byte now and then keeps the connection");
            sleep(LIMIT / 10).await;
        }
        is_cut(client, since).await;
    }

    #[tokio::test]
    async fn after_another() {
        let server = serve(App::new(routes![root]).header_timeout(LIMIT)).await;
        let mut client = server.connect().await;
        for _ in 0..6 {
            assert_eq!(client.request("GET", "/").await.text(), "root");
            sleep(LIMIT / 2).await;
        }
        let since = Instant::now();
        assert_eq!(client.request("GET", "/").await.text(), "root");
        is_cut(client, since).await;
    }
}

mod for_what_is_not_a_head {
    use super::*;

    #[get("/slow")]
    async fn slow() -> &'static str {
        sleep(LIMIT * 3).await;
        "done"
    }

    /// A dot now and then.
    struct Dots(Interval, u8);

    impl Stream for Dots {
        type Item = Result<Bytes, std::io::Error>;

        fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            std::task::ready!(self.0.poll_tick(context));
            self.1 += 1;
            Poll::Ready((self.1 <= 5).then(|| Ok(Bytes::from_static(b"."))))
        }
    }

    #[get("/dots")]
    async fn dots() -> Response {
        Response::new(Body::from_stream(Dots(interval(LIMIT), 0)))
    }

    #[get("/large")]
    fn large() -> Vec<u8> {
        vec![b'x'; 16 * 1024 * 1024]
    }

    #[post("/length")]
    fn length(body: Bytes) -> String {
        body.len().to_string()
    }

    #[tokio::test]
    async fn a_handler_has_its_time() {
        let server = serve(App::new(routes![slow]).header_timeout(LIMIT)).await;
        let mut client = server.connect().await;
        assert_eq!(client.request("GET", "/slow").await.text(), "done");
        assert_eq!(client.request("GET", "/slow").await.text(), "done");
    }

    #[tokio::test]
    async fn a_streamed_answer_has_its_time() {
        let server = serve(App::new(routes![dots, root]).header_timeout(LIMIT)).await;
        let mut client = server.connect().await;
        assert_eq!(client.request("GET", "/dots").await.text(), ".....");
        // The next request has all of its time.
        sleep(LIMIT / 2).await;
        assert_eq!(client.request("GET", "/").await.text(), "root");
    }

    #[tokio::test]
    async fn a_client_may_read_slowly() {
        let server = serve(App::new(routes![large]).header_timeout(LIMIT)).await;
        let mut client = server.connect().await;
        client.send("GET", "/large", &[], b"").await;
        sleep(LIMIT * 3).await;
        assert_eq!(client.response().await.body.len(), 16 * 1024 * 1024);
    }

    #[tokio::test]
    async fn a_body_may_come_slowly() {
        let server = serve(App::new(routes![length]).header_timeout(LIMIT)).await;
        let mut client = server.connect().await;
        client.write(b"POST /length HTTP/1.1\r\nhost: a\r\ncontent-length: 6\r\n\r\n").await;
        for _ in 0..6 {
            sleep(LIMIT / 2).await;
            client.write(b"x").await;
        }
        assert_eq!(client.response().await.text(), "6");
    }
}

mod for_an_answer {
    use super::*;

    /// Where a test and a handler meet, and learn that the handler was dropped.
    #[derive(Clone, Default)]
    struct Watch {
        entered: Arc<Notify>,
        dropped: Arc<Notify>,
    }

    struct Guard(Watch);

    impl Drop for Guard {
        fn drop(&mut self) {
            self.0.dropped.notify_one();
        }
    }

    impl Watch {
        fn enter(&self) -> Guard {
            self.entered.notify_one();
            Guard(self.clone())
        }
    }

    #[get("/for-ever")]
    async fn for_ever(watch: &Watch) {
        let _guard = watch.enter();
        std::future::pending::<()>().await;
    }

    /// Nothing, for ever.
    struct Silence {
        _guard: Guard,
    }

    impl Stream for Silence {
        type Item = Result<Bytes, std::io::Error>;

        fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Pending
        }
    }

    #[get("/silence")]
    fn silence(watch: &Watch) -> Response {
        Response::new(Body::from_stream(Silence { _guard: watch.enter() }))
    }

    #[post("/body")]
    async fn after_the_body(body: String, watch: &Watch) -> String {
        let _guard = watch.enter();
        std::future::pending::<()>().await;
        body
    }

    /// The client goes once the handler has begun, and the handler is told by being dropped.
    async fn is_cancelled(request: &[u8]) {
        let watch = Watch::default();
        let server = serve(App::new(routes![for_ever, silence, after_the_body]).state(watch.clone())).await;
        let mut client = server.connect().await;
        client.write(request).await;
        soon("the handler", watch.entered.notified()).await;
        sleep(Duration::from_millis(20)).await;
        drop(client);
        soon("the handler's end", watch.dropped.notified()).await;
    }

    #[tokio::test]
    async fn whoever_goes_cancels_the_handler() {
        is_cancelled(b"GET /for-ever HTTP/1.1\r\nhost: a\r\n\r\n").await;
        is_cancelled(b"POST /body HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\nabc").await;
    }

    #[tokio::test]
    async fn whoever_goes_cancels_the_stream() {
        is_cancelled(b"GET /silence HTTP/1.1\r\nhost: a\r\n\r\n").await;
    }

    /// Handlers that are under way, and those of them that may go on.
    struct Turns {
        under_way: AtomicUsize,
        open: Semaphore,
    }

    struct UnderWay<'t>(&'t Turns);

    impl Drop for UnderWay<'_> {
        fn drop(&mut self) {
            self.0.under_way.fetch_sub(1, SeqCst);
        }
    }

    impl Turns {
        async fn are_under_way(&self, count: usize) {
            while self.under_way.load(SeqCst) != count {
                sleep(Duration::from_millis(1)).await;
            }
        }
    }

    #[get("/turn/{name}")]
    async fn turn(name: String, turns: &Arc<Turns>) -> String {
        turns.under_way.fetch_add(1, SeqCst);
        let _under_way = UnderWay(turns);
        turns.open.acquire().await.expect("the semaphore is open").forget();
        name
    }

    /// The place of a request is another's afterwards, whether its client has waited or gone.
    #[tokio::test]
    async fn many_wait_at_once_and_each_has_its_own() {
        let turns = Arc::new(Turns { under_way: AtomicUsize::new(0), open: Semaphore::new(0) });
        let server = serve(App::new(routes![turn]).state(turns.clone())).await;
        for round in 0..3 {
            let mut clients = Vec::new();
            for id in 0..100 {
                let mut client = server.connect().await;
                client.send("GET", &format!("/turn/{round}-{id}"), &[], b"").await;
                clients.push(client);
            }
            soon("all handlers", turns.are_under_way(100)).await;
            let stay = clients.split_off(50);
            drop(clients);
            soon("the end of half of them", turns.are_under_way(50)).await;
            turns.open.add_permits(50);
            for (id, mut client) in stay.into_iter().enumerate() {
                assert_eq!(client.response().await.text(), format!("{round}-{}", id + 50));
            }
        }
    }

    #[get("/gate")]
    async fn gate(watch: &Watch) -> &'static str {
        watch.entered.notify_one();
        watch.dropped.notified().await;
        "through"
    }

    #[tokio::test]
    async fn an_answer_does_not_wait_for_the_next() {
        let watch = Watch::default();
        let server = serve(App::new(routes![root, gate]).state(watch.clone())).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\nGET /gate HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n").await;
        soon("the handler", watch.entered.notified()).await;
        assert_eq!(client.response().await.text(), "root");
        assert_eq!(client.response().await.text(), "root");
        watch.dropped.notify_one();
        assert_eq!(client.response().await.text(), "through");
        assert_eq!(client.response().await.text(), "root");
    }

    #[tokio::test]
    async fn an_answer_comes_before_the_complaint_about_the_next() {
        let server = serve(App::new(routes![root])).await;
        let mut client = server.connect().await;
        client
            .write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\nno HTTP\r\n\r\n")
            .await;
        assert_eq!(client.response().await.text(), "root");
        assert_eq!(client.response().await.text(), "root");
        assert_eq!(client.response().await.status, 400);
        assert!(client.is_closed().await);
    }

    /// Fails before its first byte.
    struct Failing;

    impl Stream for Failing {
        type Item = Result<Bytes, std::io::Error>;

        fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(Some(Err(std::io::Error::other("broken"))))
        }
    }

    #[get("/failing")]
    fn failing() -> Response {
        Response::new(Body::from_stream(Failing))
    }

    #[tokio::test]
    async fn an_answer_that_fails_takes_none_with_it() {
        let server = serve(App::new(routes![root, failing])).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\nGET /failing HTTP/1.1\r\nhost: a\r\n\r\n").await;
        assert_eq!(client.response().await.text(), "root");
        assert_eq!(client.response().await.text(), "root");
    }

    #[post("/unread")]
    fn unread() -> &'static str {
        "not read"
    }

    #[tokio::test]
    async fn an_answer_does_not_wait_for_a_body_that_nobody_reads() {
        let server = serve(App::new(routes![root, unread])).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\nPOST /unread HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf").await;
        for body in ["root", "root", "not read"] {
            assert_eq!(client.response().await.text(), body);
        }
    }

    #[tokio::test]
    async fn pipelined_requests_are_answered_however_many() {
        let server = serve(App::new(routes![root])).await;
        let mut client = server.connect().await;
        client.write(&b"GET / HTTP/1.1\r\nhost: a\r\n\r\n".repeat(100)).await;
        for _ in 0..100 {
            assert_eq!(client.response().await.text(), "root");
        }
    }

    #[post("/length")]
    fn length(body: String) -> String {
        format!("{} bytes", body.len())
    }

    const WITH_BODY: &[u8] = b"POST /length HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\nbody";
    const WITH_CHUNKS: &[u8] =
        b"POST /length HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n1\r\nb\r\n3\r\nody\r\n0\r\n\r\n";

    #[tokio::test]
    async fn requests_that_came_at_once_are_answered_at_once() {
        let server = serve(App::new(routes![root, length])).await;
        for request in [&b"GET / HTTP/1.1\r\nhost: a\r\n\r\n"[..], WITH_BODY, WITH_CHUNKS] {
            let mut client = server.connect().await;
            client.write(&request.repeat(16)).await;
            assert_eq!(client.at_once().await.matches("HTTP/1.1 200 OK").count(), 16);
        }
    }

    #[tokio::test]
    async fn half_of_the_next_costs_no_connection() {
        let server = serve(App::new(routes![unread, length])).await;
        let early = b"POST /unread HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\nbody";
        for half in [1, 10, WITH_BODY.len() - 4, WITH_BODY.len() - 1] {
            let mut client = server.connect().await;
            client.write(&[early, &WITH_BODY[..half]].concat()).await;
            let answer = client.response().await;
            assert_eq!((answer.text().as_str(), answer.header("connection")), ("not read", None));
            client.write(&WITH_BODY[half..]).await;
            assert_eq!(client.response().await.text(), "4 bytes");
        }
    }

    /// Bodies that handlers have handed to somebody who is busy.
    #[derive(Clone, Default)]
    struct Later(Arc<Mutex<Vec<Body>>>);

    #[post("/later")]
    fn later(body: Body, bodies: &Later) -> &'static str {
        bodies.0.lock().unwrap().push(body);
        "later"
    }

    #[tokio::test]
    async fn an_answer_does_not_wait_for_who_reads_the_body_later() {
        let bodies = Later::default();
        let server = serve(App::new(routes![root, later]).state(bodies.clone())).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nPOST /later HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\nbodyGET / HTTP/1.1\r\nhost: a\r\n\r\n").await;
        for body in ["root", "later"] {
            assert_eq!(client.response().await.text(), body);
        }
        bodies.0.lock().unwrap().clear();
        assert_eq!(client.response().await.text(), "root");
    }
}
