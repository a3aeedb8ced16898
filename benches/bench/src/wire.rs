//! The raw client: one connection, one request at a time, each answer read to its end.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

/// The longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Client {
    stream: TcpStream,
    read: Vec<u8>,
}

/// An answer as it came.
pub(crate) struct Received {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn new(head: &str, body: Vec<u8>) -> Result<Self> {
        let status = head.get(9..12).and_then(|status| status.parse().ok()).context("no status")?;
        Ok(Self { status, head: head.to_owned(), body })
    }

    /// Of the whole answer, head and body, in bytes.
    pub(crate) fn length(&self) -> usize {
        self.head.len() + 4 + self.body.len()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.split("\r\n").skip(1);
        let mut headers = lines.filter_map(|line| line.split_once(':'));
        headers.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { stream, read: Vec::with_capacity(16 * 1024) })
    }

    pub(crate) fn into_stream(self) -> TcpStream {
        self.stream
    }

    pub(crate) fn ask(&mut self, request: &[u8]) -> Result<Received> {
        self.stream.write_all(request)?;
        self.read.clear();
        let head = loop {
            if let Some(end) = self.read.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
            self.receive()?;
        };
        let text = str::from_utf8(&self.read[..head]).context("the head is not text")?;
        let mut received = Received::new(text, Vec::new())?;
        let length: usize = match received.header("content-length") {
            Some(length) => length.parse().context("content-length is not a number")?,
            None => bail!("the answer has no content-length:\n{}", received.head),
        };
        let whole = head + 4 + length;
        while self.read.len() < whole {
            self.receive()?;
        }
        ensure!(self.read.len() == whole, "there is more than one answer");
        received.body = self.read[head + 4..].to_vec();
        Ok(received)
    }

    fn receive(&mut self) -> Result<()> {
        let mut buffer = [0; 8 * 1024];
        let read = self.stream.read(&mut buffer).context("no answer")?;
        ensure!(read > 0, "the connection ended within an answer");
        self.read.extend_from_slice(&buffer[..read]);
        Ok(())
    }
}
