//! The clients: those that are to be answered, each time, and those that misbehave.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio::time::{sleep, timeout};

/// What was asked, and what came of it.
#[derive(Default)]
pub(crate) struct Tally {
    asked: AtomicUsize,
    answered: AtomicUsize,
    /// On a kept connection that the server had closed.
    again: AtomicUsize,
    faults: AtomicUsize,
    lost: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

impl Tally {
    pub(crate) fn stop(&self) {
        self.stopped.store(true, SeqCst);
    }

    pub(crate) fn losses(&self) -> Vec<String> {
        self.lost.lock().map(|lost| lost.iter().take(20).cloned().collect()).unwrap_or_default()
    }

    /// Whether all that was asked was answered.
    pub(crate) fn is_settled(&self) -> bool {
        self.losses().is_empty() && self.asked.load(SeqCst) == self.answered.load(SeqCst)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |count: &AtomicUsize| count.load(SeqCst);
        let (asked, answered, again) = (count(&self.asked), count(&self.answered), count(&self.again));
        let lost = self.lost.lock().map_or(0, |lost| lost.len());
        write!(f, "{asked} | {answered} | {again} | {} | {lost}", count(&self.faults))
    }
}

/// A request and the status of its answer.
type Exchange = (&'static str, &'static [u8], u16);

const HONEST: &[Exchange] = &[
    ("GET / HTTP/1.1\r\nhost: a\r\n\r\n", b"", 200),
    ("GET /wait HTTP/1.1\r\nhost: a\r\n\r\n", b"", 200),
    ("GET /nowhere HTTP/1.1\r\nhost: a\r\n\r\n", b"", 404),
    ("POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 65536\r\n\r\n", &[b'x'; 65536], 200),
    ("GET /panics HTTP/1.1\r\nhost: a\r\n\r\n", b"", 500),
    ("POST /small HTTP/1.1\r\nhost: a\r\ncontent-length: 65536\r\n\r\n", &[b'x'; 65536], 413),
    ("POST /detached HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n", b"", 200),
];

/// What a misbehaving client sends, and how it goes on.
#[derive(Clone, Copy)]
enum Fault {
    /// Resets the connection with its answer under way.
    Reset(&'static [u8]),
    /// Says nothing more, and waits for what the server does.
    Silent(&'static [u8]),
    /// Sends a byte now and then.
    SlowToSend(&'static [u8]),
    /// Reads a little now and then.
    SlowToRead(&'static [u8]),
}

const FAULTS: &[Fault] = &[
    Fault::Reset(b"GET /wait HTTP/1.1\r\nhost: a\r\n\r\n"),
    Fault::Reset(b"POST /detached HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n"),
    Fault::Reset(b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf"),
    Fault::Reset(b"GET /long HTTP/1.1\r\nhost: a\r\n\r\n"),
    Fault::Silent(b""),
    Fault::Silent(b"GET / HTTP/1.1\r\nho"),
    Fault::Silent(b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf"),
    Fault::Silent(b"GET /long HTTP/1.1\r\nhost: a\r\n\r\n"),
    Fault::Silent(b"GET /bomb HTTP/1.1\r\nhost: a\r\n\r\n"),
    Fault::Silent(b"\0\xff no HTTP\r\n\r\n"),
    Fault::SlowToSend(b"GET / HTTP/1.1\r\nhost: a\r\nx-slow: of more letters than it has time for\r\n\r\n"),
    Fault::SlowToSend(
        b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nmore letters than it has time for",
    ),
    Fault::SlowToRead(b"GET /long HTTP/1.1\r\nhost: a\r\n\r\n"),
];

/// Between two requests of a client, and between two faults.
const PAUSES: (Duration, Duration) = (Duration::from_millis(8), Duration::from_millis(50));

/// A slow client's.
const SLOW: Duration = Duration::from_millis(200);

/// Long enough for each of the server's limits.
const PATIENCE: Duration = Duration::from_secs(4);

/// Starts all of them.
pub(crate) fn start(runtime: &Runtime, address: SocketAddr) -> Arc<Tally> {
    let tally = Arc::new(Tally::default());
    for index in 0..8 {
        runtime.spawn(honest(tally.clone(), address, index));
        runtime.spawn(half_closing(tally.clone(), address));
        for &fault in FAULTS {
            runtime.spawn(misbehaving(tally.clone(), address, fault));
        }
    }
    tally
}

/// Asks one thing after the other, and again on a new connection where a kept one has been closed.
async fn honest(tally: Arc<Tally>, address: SocketAddr, start: usize) {
    let mut kept: Option<TcpStream> = None;
    for &(head, body, status) in HONEST.iter().cycle().skip(start) {
        if tally.stopped.load(SeqCst) {
            return;
        }
        tally.asked.fetch_add(1, SeqCst);
        loop {
            let is_new = kept.is_none();
            let asked = timeout(Duration::from_secs(15), ask(&mut kept, address, head, body)).await;
            match asked.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())) {
                Ok(answered) if answered == status => drop(tally.answered.fetch_add(1, SeqCst)),
                Err(_) if !is_new => {
                    kept = None;
                    tally.again.fetch_add(1, SeqCst);
                    continue;
                }
                other => tally.lost.lock().expect("nobody panics").push(format!("{head:?}: {other:?}")),
            }
            break;
        }
        sleep(PAUSES.0).await;
    }
}

/// The status of the answer; the connection is kept where the server keeps it.
async fn ask(kept: &mut Option<TcpStream>, address: SocketAddr, head: &str, body: &[u8]) -> io::Result<u16> {
    let mut stream = match kept.take() {
        Some(stream) => stream,
        None => TcpStream::connect(address).await?,
    };
    // A server that has answered already may take no more of the body.
    let sent = stream.write_all(&[head.as_bytes(), body].concat()).await;
    let (status, closes) = match answer(&mut stream).await {
        Ok(answer) => answer,
        Err(error) => return Err(sent.err().unwrap_or(error)),
    };
    if !closes && sent.is_ok() {
        *kept = Some(stream);
    }
    Ok(status)
}

/// Reads one answer to its end.
async fn answer(stream: &mut TcpStream) -> io::Result<(u16, bool)> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length = length.and_then(|length| length.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    stream.read_exact(&mut vec![0; length]).await?;
    let status = head.get(9..12).and_then(|status| status.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok((status, head.contains("connection: close")))
}

/// Says that it sends nothing more, and must be answered all the same.
async fn half_closing(tally: Arc<Tally>, address: SocketAddr) {
    while !tally.stopped.load(SeqCst) {
        tally.asked.fetch_add(1, SeqCst);
        let asked = async {
            let mut stream = TcpStream::connect(address).await?;
            stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await?;
            stream.shutdown().await?;
            answer(&mut stream).await
        };
        match asked.await {
            Ok((200, _)) => drop(tally.answered.fetch_add(1, SeqCst)),
            other => tally.lost.lock().expect("nobody panics").push(format!("half-closed: {other:?}")),
        }
        sleep(PAUSES.1).await;
    }
}

async fn misbehaving(tally: Arc<Tally>, address: SocketAddr, fault: Fault) {
    while !tally.stopped.load(SeqCst) {
        tally.faults.fetch_add(1, SeqCst);
        // However it ends.
        let _ = timeout(PATIENCE, misbehave(address, fault)).await;
        sleep(PAUSES.1).await;
    }
}

async fn misbehave(address: SocketAddr, fault: Fault) -> io::Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    match fault {
        Fault::Reset(bytes) => {
            stream.write_all(bytes).await?;
            sleep(Duration::from_millis(2)).await;
            stream.set_zero_linger()
        }
        Fault::Silent(bytes) => {
            stream.write_all(bytes).await?;
            sleep(PATIENCE).await;
            Ok(())
        }
        Fault::SlowToSend(bytes) => {
            for byte in bytes {
                stream.write_all(&[*byte]).await?;
                sleep(SLOW).await;
            }
            Ok(())
        }
        Fault::SlowToRead(bytes) => {
            stream.write_all(bytes).await?;
            while stream.read(&mut [0; 16 * 1024]).await? > 0 {
                sleep(SLOW).await;
            }
            Ok(())
        }
    }
}
