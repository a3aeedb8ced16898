//! Unix sockets: served as ports are, from a path of which only a stale socket is replaced.

#![cfg(unix)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net::{UnixListener as StdListener, UnixStream as StdStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use fingerpost::http::{Request, Version};
use fingerpost::rustls::crypto::ring;
use fingerpost::rustls::pki_types::ServerName;
use fingerpost::rustls::{ClientConfig, RootCertStore};
use fingerpost::{
    App, Bytes, ClientAddr, Error, Excess, Json, SwitchingProtocols, Tls, UnixSocket, WebSocketUpgrade, get,
    post, routes,
};
use futures_util::{SinkExt, StreamExt};
use http_body_util::Empty;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use support::{PATIENCE, soon};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;
use tokio_tungstenite::client_async;
use tokio_tungstenite::tungstenite::Message;

#[get("/")]
fn up() -> &'static str {
    "up"
}

#[get("/slow")]
async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_millis(300)).await;
    "done"
}

#[post("/sum", body_limit = "16 B")]
fn sum(Json(numbers): Json<Vec<i64>>) -> String {
    numbers.iter().sum::<i64>().to_string()
}

#[get("/address")]
fn address(ClientAddr(address): ClientAddr) -> String {
    address.to_string()
}

#[get("/maybe-address")]
fn maybe_address(address: Option<ClientAddr>) -> String {
    format!("{address:?}")
}

routes! { table = [up, slow, sum, address, maybe_address] }

/// A path of its own for each test; what stands there at its end is removed.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Self(std::env::temp_dir().join(format!("fp-{}-{name}", std::process::id())));
        let _ = fs::remove_file(&place.0);
        place
    }

    fn address(&self) -> String {
        format!("unix:{}", self.0.display())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

type Served = JoinHandle<Result<(), Error>>;

fn serve(place: &Place, app: App<table>) -> (oneshot::Sender<()>, Served) {
    let listener = UnixListener::bind(&place.0).unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let served = app.serve_until(listener, async move {
        let _ = stopped.await;
    });
    (stop, tokio::spawn(served))
}

/// What is answered until the connection closes.
async fn exchange(place: &Place, request: &str) -> String {
    let mut stream = UnixStream::connect(&place.0).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    soon("the answer", stream.read_to_string(&mut answer)).await.unwrap();
    answer
}

async fn get_from(place: &Place, target: &str) -> String {
    exchange(place, &format!("GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).await
}

#[tokio::test]
async fn is_served_as_a_port_is() {
    let place = Place::new("served");
    let (stop, served) = serve(&place, App::new(table));
    assert!(get_from(&place, "/").await.ends_with("\r\n\r\nup"));
    // Kept alive, and pipelined.
    let two = "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    assert_eq!(exchange(&place, two).await.matches("HTTP/1.1 200 OK").count(), 2);
    let post = |body: &str| {
        let length = body.len();
        format!(
            "POST /sum HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
    };
    assert!(exchange(&place, &post("[1, 2, 3]")).await.ends_with("\r\n\r\n6"));
    assert!(exchange(&place, &post("[1, 2, 3, 4, 5, 6, 7]")).await.starts_with("HTTP/1.1 413 "));
    assert!(exchange(&place, "GET / HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 400 "));
    stop.send(()).unwrap();
    soon("the end", served).await.unwrap().unwrap();
}

#[tokio::test]
async fn has_no_addresses() {
    let place = Place::new("addresses");
    let (stop, served) = serve(&place, App::new(table).connections_per_address(1, Excess::Answer));
    // None is too many of an address that nobody has.
    let _idle = [UnixStream::connect(&place.0).await.unwrap(), UnixStream::connect(&place.0).await.unwrap()];
    assert!(get_from(&place, "/maybe-address").await.ends_with("\r\n\r\nNone"));
    assert!(get_from(&place, "/address").await.starts_with("HTTP/1.1 500 "));
    stop.send(()).unwrap();
    soon("the end", served).await.unwrap().unwrap();
}

#[tokio::test]
async fn keeps_the_times_and_the_stop_of_a_port() {
    let place = Place::new("times");
    let (stop, served) = serve(&place, App::new(table).header_timeout(Duration::from_millis(200)));
    let begun = Instant::now();
    assert_eq!(exchange(&place, "GET / HT").await, "");
    assert!(begun.elapsed() >= Duration::from_millis(100), "{:?}", begun.elapsed());
    let under_way = get_from(&place, "/slow");
    let stopped = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send(()).unwrap();
    };
    let (answer, ()) = tokio::join!(under_way, stopped);
    assert!(answer.ends_with("\r\n\r\ndone"), "{answer}");
    soon("the end", served).await.unwrap().unwrap();
    // The listener was the test's own, and so is its file.
    assert!(place.0.exists());
}

#[tokio::test]
async fn a_client_that_leaves_costs_its_handler_as_on_a_port() {
    let place = Place::new("leaves");
    let (stop, served) = serve(&place, App::new(table).shutdown_timeout(Duration::from_millis(100)));
    let mut stream = UnixStream::connect(&place.0).await.unwrap();
    stream.write_all(b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(stream);
    tokio::time::sleep(Duration::from_millis(50)).await;
    stop.send(()).unwrap();
    // Nothing is left to be cut.
    soon("the end", served).await.unwrap().unwrap();
}

#[get("/socket")]
fn socket(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    upgrade.on_upgrade(async |mut socket| {
        while let Some(Ok(message)) = socket.recv().await {
            if socket.send(message).await.is_err() {
                return;
            }
        }
    })
}

#[tokio::test]
async fn carries_http2_and_web_sockets() {
    let place = Place::new("protocols");
    let listener = UnixListener::bind(&place.0).unwrap();
    let served = tokio::spawn(App::new(routes![up, socket]).serve_until(listener, std::future::pending()));

    let stream = TokioIo::new(UnixStream::connect(&place.0).await.unwrap());
    let (mut client, connection) = http2::handshake(TokioExecutor::new(), stream).await.unwrap();
    tokio::spawn(connection);
    let request = Request::get("http://a/").body(Empty::<Bytes>::new()).unwrap();
    let answer = soon("the answer", client.send_request(request)).await.unwrap();
    assert_eq!((answer.version(), answer.status().as_u16()), (Version::HTTP_2, 200));

    let stream = UnixStream::connect(&place.0).await.unwrap();
    let (mut socket, _) = soon("the switch", client_async("ws://a/socket", stream)).await.unwrap();
    socket.send(Message::text("hello")).await.unwrap();
    let echo = soon("the echo", socket.next()).await.unwrap().unwrap();
    assert_eq!(echo.into_text().unwrap().as_str(), "hello");
    served.abort();
}

#[tokio::test]
async fn carries_tls() {
    let place = Place::new("tls");
    let made = rcgen::generate_simple_self_signed(["fingerpost.test".to_owned()]).unwrap();
    let tls = Tls::from_pem(made.cert.pem(), made.signing_key.serialize_pem());
    let (_stop, _served) = serve(&place, App::new(table).tls(tls));
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_root_certificates(roots);
    let connector = TlsConnector::from(Arc::new(config.with_no_client_auth()));
    let name = ServerName::try_from("fingerpost.test").unwrap();
    let stream = UnixStream::connect(&place.0).await.unwrap();
    let mut stream = soon("the handshake", connector.connect(name, stream)).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    soon("the answer", stream.read_to_string(&mut answer)).await.unwrap();
    assert!(answer.ends_with("\r\n\r\nup"), "{answer}");
    // Plain HTTP is told so.
    assert!(get_from(&place, "/").await.starts_with("HTTP/1.1 400 "));
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_stoppable");

/// The program in a process of its own.
struct Process {
    child: Child,
    _said: BufReader<ChildStderr>,
}

impl Process {
    /// Waits until it listens.
    fn start(command: &mut Command, place: &Place) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        assert_eq!(line, format!("INFO listening on http://{}\n", place.address()));
        Self { child, _said: said }
    }

    fn at(place: &Place) -> Self {
        Self::start(Command::new(PROGRAM).arg(place.address()), place)
    }

    fn signal(&mut self, name: &str) {
        let status = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(status.unwrap().success());
        let begun = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < PATIENCE, "it does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ask(path: &Path) -> String {
    let mut stream = StdStream::connect(path).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// One that cannot start.
fn refused(place: &Place) -> String {
    let Output { status, stderr, .. } = Command::new(PROGRAM).arg(place.address()).output().unwrap();
    assert_eq!(status.code(), Some(1));
    String::from_utf8(stderr).unwrap()
}

#[test]
fn is_removed_by_who_made_it() {
    let place = Place::new("removed");
    let mut process = Process::at(&place);
    assert!(fs::symlink_metadata(&place.0).unwrap().file_type().is_socket());
    assert!(ask(&place.0).ends_with("\r\n\r\nup"));
    process.signal("TERM");
    assert!(!place.0.exists());
}

#[test]
fn of_another_is_not_removed() {
    let place = Place::new("another");
    let mut process = Process::at(&place);
    fs::remove_file(&place.0).unwrap();
    let _other = StdListener::bind(&place.0).unwrap();
    process.signal("TERM");
    assert!(place.0.exists());
}

#[test]
fn that_nobody_listens_at_is_replaced() {
    let place = Place::new("stale");
    Process::at(&place).signal("KILL");
    assert!(place.0.exists());
    let _process = Process::at(&place);
    assert!(ask(&place.0).ends_with("\r\n\r\nup"));
}

#[test]
fn that_somebody_listens_at_is_not() {
    let place = Place::new("taken");
    let _process = Process::at(&place);
    let expected = format!("Error: cannot listen at {}: another process listens there\n", place.address());
    assert_eq!(refused(&place), expected);
    assert!(ask(&place.0).ends_with("\r\n\r\nup"));
}

#[test]
fn what_is_no_socket_is_left_alone() {
    let place = Place::new("file");
    fs::write(&place.0, "precious").unwrap();
    let why = "there is something of that name, and it is no socket";
    assert_eq!(refused(&place), format!("Error: cannot listen at {}: {why}\n", place.address()));
    assert_eq!(fs::read_to_string(&place.0).unwrap(), "precious");
}

#[test]
fn whose_folder_is_not_there_is_said() {
    let place = Place(std::env::temp_dir().join("no-such-folder/app.sock"));
    let said = refused(&place);
    assert!(
        said.starts_with(&format!("Error: cannot listen at {}: No such file", place.address())),
        "{said}"
    );
}

#[test]
fn has_the_mode_that_is_asked_for() {
    let place = Place::new("mode");
    let path = place.0.clone();
    // It serves until the tests end.
    std::thread::spawn(move || App::new(table).run(UnixSocket::at(path).mode(0o600)));
    let mode = || fs::metadata(&place.0).ok().map(|file| file.permissions().mode() & 0o777);
    let begun = Instant::now();
    while mode() != Some(0o600) {
        assert!(begun.elapsed() < PATIENCE, "{:?}", mode());
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(ask(&place.0).ends_with("\r\n\r\nup"));
}

#[test]
fn that_a_process_was_started_with_is_served() {
    let place = Place::new("inherited");
    let listener = StdListener::bind(&place.0).unwrap();
    let start = || {
        let socket: OwnedFd = listener.try_clone().unwrap().into();
        let script = "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" 3<&0 </dev/null";
        Process::start(Command::new("sh").args(["-c", script, PROGRAM]).stdin(socket), &place)
    };
    let mut process = start();
    assert!(ask(&place.0).ends_with("\r\n\r\nup"));
    let next = start();
    process.signal("TERM");
    // It is whoever's it was.
    assert!(place.0.exists() && ask(&place.0).ends_with("\r\n\r\nup"));
    drop(next);
}
