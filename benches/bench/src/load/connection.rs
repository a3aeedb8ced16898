//! `Connection`: bytes out, and as many bytes back as the answers are long.

use std::io::{ErrorKind, Read, Write};

use anyhow::{Context, Result, bail, ensure};
use mio::net::TcpStream;
use mio::{Interest, Poll, Token};

use super::Load;

pub(super) struct Connection {
    stream: TcpStream,
    awaited: usize,
    got: usize,
}

impl Connection {
    pub(super) fn connect(load: &Load, poll: &Poll, at: usize) -> Result<Self> {
        let stream = std::net::TcpStream::connect(load.address)?;
        stream.set_nodelay(true)?;
        stream.set_nonblocking(true)?;
        let mut stream = TcpStream::from_std(stream);
        poll.registry().register(&mut stream, Token(at), Interest::READABLE)?;
        Ok(Self { stream, awaited: 0, got: 0 })
    }

    pub(super) fn is_idle(&self) -> bool {
        self.awaited == 0
    }

    /// Sends requests whose answers are `awaited` bytes: few enough for the socket's buffer.
    pub(super) fn send(&mut self, requests: &[u8], awaited: usize) -> Result<()> {
        (self.awaited, self.got) = (awaited, 0);
        self.stream.write_all(requests).context("the server does not read")
    }

    /// Reads what is there; whether all that was awaited has come.
    pub(super) fn receive(&mut self, load: &Load, buffer: &mut [u8]) -> Result<bool> {
        while self.got < self.awaited {
            let read = match self.stream.read(buffer) {
                Ok(0) => bail!("the server closed a connection"),
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) => return Err(error.into()),
            };
            if self.got == 0 && read >= load.begin.len() {
                ensure!(buffer.starts_with(&load.begin), "an answer is not what was checked");
            }
            self.got += read;
        }
        ensure!(self.got == self.awaited, "answers are longer than what was checked");
        self.awaited = 0;
        Ok(true)
    }
}
