//! `App` over a socket: state, connections, and how it stops.

mod support;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use fingerpost::{App, States, get, post, routes};
use support::{Client, PATIENCE, serve, soon};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[get("/other")]
async fn other() -> &'static str {
    "other"
}

#[post("/echo")]
fn echo(body: String) -> String {
    body
}

mod state {
    use super::*;

    struct Name(&'static str);

    #[derive(Default)]
    struct Visits(AtomicU64);

    #[get("/name")]
    fn name(name: &Name) -> &'static str {
        name.0
    }

    #[get("/visits")]
    async fn visits(visits: &Visits, name: &Name) -> String {
        format!("{} of {}", visits.0.fetch_add(1, Ordering::Relaxed) + 1, name.0)
    }

    #[get("/shared")]
    fn shared(shared: &Arc<str>) -> String {
        shared.to_string()
    }

    #[tokio::test]
    async fn is_given_value_by_value() {
        let app = App::new(routes![name, visits, shared]);
        let app = app.state(Visits::default()).state(Arc::<str>::from("shared")).state(Name("ada"));
        let server = serve(app).await;
        server
            .gives(&[
                ("/name", "ada"),
                ("/shared", "shared"),
                ("/visits", "1 of ada"),
                ("/visits", "2 of ada"),
            ])
            .await;
    }

    #[tokio::test]
    async fn belongs_to_one_app() {
        let one = serve(App::new(routes![name, visits]).state(Name("one")).state(Visits::default())).await;
        let two = serve(App::new(routes![name, visits]).state(Visits::default()).state(Name("two"))).await;
        one.gives(&[("/name", "one"), ("/visits", "1 of one"), ("/visits", "2 of one")]).await;
        two.gives(&[("/name", "two"), ("/visits", "1 of two")]).await;
    }

    #[derive(States)]
    struct Everything {
        name: Name,
        visits: Visits,
    }

    #[get("/whole")]
    fn whole(everything: &Everything) -> String {
        format!("{} {}", everything.name.0, everything.visits.0.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn is_given_as_a_struct() {
        let everything = Everything { name: Name("ada"), visits: Visits::default() };
        let app = App::new(routes![name, visits, whole, shared]);
        let server = serve(app.states(everything).state(Arc::<str>::from("beside"))).await;
        server
            .gives(&[("/visits", "1 of ada"), ("/name", "ada"), ("/shared", "beside"), ("/whole", "ada 1")])
            .await;
    }

    #[derive(States)]
    struct Wrapped(Name, Arc<str>);

    #[tokio::test]
    async fn is_given_as_a_struct_without_names() {
        let app = App::new(routes![name, visits, shared]).state(Visits::default());
        let server = serve(app.states(Wrapped(Name("ada"), "inner".into()))).await;
        server.gives(&[("/shared", "inner"), ("/visits", "1 of ada")]).await;
    }
}

mod connection {
    use super::*;

    #[tokio::test]
    async fn carries_one_request_after_the_other() {
        let server = serve(App::new(routes![root, other, echo])).await;
        let mut client = server.connect().await;
        for _ in 0..3 {
            assert_eq!(client.request("GET", "/").await.text(), "root");
            assert_eq!(client.request("HEAD", "/other").await.header("content-length"), Some("5"));
            assert_eq!(client.request("GET", "/nowhere").await.status, 404);
            client.send("POST", "/echo", &[], b"hello").await;
            assert_eq!(client.response().await.text(), "hello");
            assert_eq!(client.request("PUT", "/echo").await.status, 405);
            assert_eq!(client.request("OPTIONS", "/").await.status, 204);
        }
    }

    #[tokio::test]
    async fn has_the_next_request_after_one_whose_body_nobody_read() {
        let server = serve(App::new(routes![root, other])).await;
        let mut client = server.connect().await;
        for target in ["/nowhere", "/other"] {
            client.send("POST", target, &[], b"GET /other HTTP/1.1\r\n\r\n").await;
            assert!(matches!(client.response().await.status, 404 | 405));
            assert_eq!(client.request("GET", "/").await.text(), "root");
        }
    }

    #[tokio::test]
    async fn answers_pipelined_requests_in_order() {
        let server = serve(App::new(routes![root, other, echo])).await;
        let mut client = server.connect().await;
        let mut requests = Vec::new();
        requests.extend_from_slice(b"GET /other HTTP/1.1\r\nhost: a\r\n\r\n");
        requests.extend_from_slice(b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\nabc");
        requests.extend_from_slice(b"HEAD / HTTP/1.1\r\nhost: a\r\n\r\n");
        requests.extend_from_slice(b"GET /nowhere HTTP/1.1\r\nhost: a\r\n\r\n");
        requests.extend_from_slice(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
        client.write(&requests).await;
        assert_eq!(client.response().await.text(), "other");
        assert_eq!(client.response().await.text(), "abc");
        assert_eq!(client.response_to("HEAD").await.header("content-length"), Some("4"));
        assert_eq!(client.response().await.status, 404);
        assert_eq!(client.response().await.text(), "root");
        assert_eq!(client.rest().await, "");
    }

    #[tokio::test]
    async fn answers_one_request_while_half_of_the_next_is_there() {
        let server = serve(App::new(routes![root, other])).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET /oth").await;
        assert_eq!(client.response().await.text(), "root");
        client.write(b"er HTTP/1.1\r\nhost: a\r\n\r\n").await;
        assert_eq!(client.response().await.text(), "other");
    }

    #[tokio::test]
    async fn is_told_that_what_came_is_not_http() {
        let server = serve(App::new(routes![root])).await;
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(1000));
        for (bytes, status) in [
            ("GET / HTTP/9.9\r\nhost: a\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\nhost: a\r\n\r\n", 400),
            ("G(T / HTTP/1.1\r\nhost: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nho st: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n", 400),
            (many.as_str(), 431),
        ] {
            let mut client = server.connect().await;
            client.write(bytes.as_bytes()).await;
            assert_eq!(client.response().await.status, status, "{:?}", &bytes[..30]);
        }
        server.gives(&[("/", "root")]).await;
    }

    #[tokio::test]
    async fn of_http_1_0_ends_with_its_response() {
        let server = serve(App::new(routes![root])).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.0\r\n\r\n").await;
        let answer = client.rest().await;
        assert!(answer.starts_with("HTTP/1.0 200 OK\r\n") && answer.ends_with("\r\n\r\nroot"), "{answer}");
    }

    #[tokio::test]
    async fn ends_where_a_request_does_not_come() {
        let app = App::new(routes![root]).header_timeout(Duration::from_millis(50));
        let server = serve(app).await;
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\nhost:").await;
        assert!(client.rest().await.is_empty() || client.is_closed().await);
    }

    #[tokio::test]
    async fn does_not_keep_others_waiting() {
        let server = serve(App::new(routes![root])).await;
        let mut silent = Vec::new();
        for _ in 0..20 {
            let mut client = server.connect().await;
            client.write(b"GET / HTTP/1.1\r\n").await;
            silent.push(client);
        }
        server.gives(&[("/", "root")]).await;
        for client in &mut silent {
            client.write(b"host: a\r\n\r\n").await;
            assert_eq!(client.response().await.text(), "root");
        }
    }
}

mod stopping {
    use super::*;

    /// Where a test and a handler meet.
    #[derive(Clone, Default)]
    struct Gate {
        entered: Arc<Notify>,
        open: Arc<Notify>,
    }

    #[get("/gate")]
    async fn gate(gate: &Gate) -> &'static str {
        gate.entered.notify_one();
        gate.open.notified().await;
        "through"
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
        server.stopped().await.expect("no error");
        assert!(client.is_closed().await);
    }

    #[tokio::test]
    async fn is_at_once_where_nothing_is_under_way() {
        let server = serve(App::new(routes![root])).await;
        server.gives(&[("/", "root")]).await;
        server.stopped().await.expect("no error");
    }
}

mod starting {
    use super::*;

    #[tokio::test]
    async fn fails_where_the_address_is_taken() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let run = tokio::task::spawn_blocking(move || App::new(routes![root]).run(address));
        let error = soon("run", run).await.expect("no panic").expect_err("the address is taken");
        assert!(error.to_string().contains(&address.to_string()), "{error}");
    }

    #[tokio::test]
    async fn fails_where_the_address_is_none() {
        let run = tokio::task::spawn_blocking(|| App::new(routes![root]).run("nowhere"));
        let error = soon("run", run).await.expect("no panic").expect_err("no address");
        assert!(error.to_string().contains("address"), "{error}");
    }

    #[tokio::test]
    async fn fails_where_the_origin_is_none() {
        for origin in ["example.org", "https://example.org/api", "ftp://example.org", "", "https://"] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            let app = App::new(routes![root]).origin(origin);
            let error = soon("serve", app.serve(listener)).await.expect_err(origin);
            assert!(error.to_string().contains(&format!("`{origin}`")), "{error}");
        }
    }
}

#[cfg(unix)]
mod process {
    use super::*;

    /// `support/stoppable.rs`, running.
    struct Running {
        child: Child,
        said: BufReader<std::process::ChildStderr>,
    }

    impl Running {
        /// Starts it, and waits until it says where it listens.
        fn start() -> (Self, std::net::SocketAddr) {
            let mut child = Command::new(env!("CARGO_BIN_EXE_stoppable"))
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            let said = BufReader::new(child.stderr.take().expect("a pipe"));
            let mut running = Self { child, said };
            let line = running.line();
            let (_, address) =
                line.rsplit_once("http://").unwrap_or_else(|| panic!("no address in {line:?}"));
            (running, address.trim().parse().expect("an address"))
        }

        fn line(&mut self) -> String {
            let mut line = String::new();
            self.said.read_line(&mut line).expect("a line");
            line
        }

        fn signal(&self, name: &str) {
            let status = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
            assert!(status.expect("kill runs").success());
        }

        fn exit(&mut self) -> ExitStatus {
            let start = std::time::Instant::now();
            while start.elapsed() < PATIENCE {
                if let Some(status) = self.child.try_wait().expect("a child") {
                    return status;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            panic!("the program does not stop");
        }
    }

    impl Drop for Running {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    async fn stops_on(signal: &str) {
        let (mut running, address) = Running::start();
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
}
