//! What a server does with the bytes of a case, seen from outside.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use super::Case;

/// A server that says nothing for so long says nothing.
const SILENCE: Duration = Duration::from_millis(300);
/// What is expected may take longer.
const PATIENCE: Duration = Duration::from_secs(10);

const PROBE: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";

/// What came back.
#[derive(Debug)]
pub(crate) struct Observed {
    /// In the words of [`Case::answer`].
    pub(crate) answer: String,
    pub(crate) answers: Vec<Answer>,
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
    ended: bool,
}

impl Case {
    /// Sends the case on a connection of its own. Of who does what is `expected`, it is known sooner.
    pub(crate) fn observe(&self, address: SocketAddr, expected: Option<&str>) -> io::Result<Observed> {
        let mut connection = Connection::open(address)?;
        // A server may have heard enough before it has read all.
        let _ = connection.stream.write_all(&self.bytes());
        let expects = expected.map(|answer| (answer.split(' ').count() - 1, answer.ends_with("closed")));
        let answers = loop {
            let (answers, whole) = parse(&connection.read, connection.ended, self.is_head());
            if !whole {
                return Ok(observed(answers, "in pieces"));
            }
            let patience = match expects {
                Some((count, closes)) if answers.len() < count || closes => PATIENCE,
                Some(_) => Duration::ZERO,
                None => SILENCE,
            };
            let is_waiting = expected.is_some_and(|answer| answer.ends_with("waits"));
            if connection.ended || !connection.read_for(if is_waiting { SILENCE } else { patience })? {
                break answers;
            }
        };
        let end = if connection.ended {
            "closed"
        } else if answers.iter().all(|answer| answer.status < 200) {
            "waits"
        } else {
            connection.is_kept()?
        };
        Ok(observed(answers, end))
    }
}

fn observed(answers: Vec<Answer>, end: &str) -> Observed {
    let mut answer = String::new();
    for known in &answers {
        answer.push_str(&known.status.to_string());
        answer.push(' ');
    }
    answer.push_str(end);
    Observed { answer, answers }
}

impl Connection {
    fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { stream, read: Vec::new(), ended: false })
    }

    /// Reads once; `false` where nothing comes for so long.
    fn read_for(&mut self, patience: Duration) -> io::Result<bool> {
        self.stream.set_read_timeout(Some(patience.max(Duration::from_millis(1))))?;
        let mut bytes = [0; 16 * 1024];
        match self.stream.read(&mut bytes) {
            Ok(0) => self.ended = true,
            Ok(read) => self.read.extend_from_slice(&bytes[..read]),
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                return Ok(false);
            }
            // Closed with something of ours unread.
            Err(_) => self.ended = true,
        }
        Ok(true)
    }

    /// Whether another request is answered on this connection.
    fn is_kept(&mut self) -> io::Result<&'static str> {
        self.read.clear();
        if self.stream.write_all(PROBE).is_err() {
            return Ok("closed");
        }
        let start = Instant::now();
        while start.elapsed() < PATIENCE && !self.ended {
            let (answers, _) = parse(&self.read, false, false);
            if let Some(answer) = answers.first() {
                return Ok(if answer.status == 200 { "kept" } else { "confused" });
            }
            if !self.read_for(SILENCE * 4)? {
                let _ = self.stream.shutdown(Shutdown::Both);
                return Ok("stuck");
            }
        }
        Ok("closed")
    }
}

/// The answers in these bytes, and whether they are whole.
fn parse(mut bytes: &[u8], ended: bool, is_head: bool) -> (Vec<Answer>, bool) {
    let mut answers = Vec::new();
    while !bytes.is_empty() {
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
            return (answers, !ended);
        };
        let head = String::from_utf8_lossy(&bytes[..end + 4]).into_owned();
        let Some(status) = head.get(9..12).and_then(|status| status.parse().ok()) else {
            return (answers, false);
        };
        bytes = &bytes[end + 4..];
        let body = if is_head || matches!(status, 100..=199 | 204 | 304) {
            Some((Vec::new(), bytes))
        } else {
            body(&head.to_ascii_lowercase(), bytes, ended)
        };
        let Some((body, rest)) = body else { return (answers, !ended) };
        bytes = rest;
        answers.push(Answer { status, head, body });
    }
    (answers, true)
}

fn body<'b>(head: &str, bytes: &'b [u8], ended: bool) -> Option<(Vec<u8>, &'b [u8])> {
    if let Some((_, length)) = head.split_once("\r\ncontent-length:") {
        let length = length.split("\r\n").next()?.trim().parse().ok()?;
        let (body, rest) = bytes.split_at_checked(length)?;
        return Some((body.to_vec(), rest));
    }
    if head.contains("\r\ntransfer-encoding: chunked\r\n") {
        let end = bytes.windows(5).position(|window| window == b"0\r\n\r\n")? + 5;
        return Some((bytes[..end].to_vec(), &bytes[end..]));
    }
    ended.then(|| (bytes.to_vec(), &bytes[bytes.len()..]))
}
