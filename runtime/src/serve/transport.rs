//! `Transport`: what the server asks of a connection's stream, whether the system's own or one with TLS around it.

use std::fmt;
use std::io;
use std::task::{Context, Poll};

use http::Request;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A stream of which more is asked than to read and to write.
pub(super) trait Transport: AsyncRead + AsyncWrite + fmt::Debug + Send + Unpin + 'static {
    /// What is known of who is at the other end.
    type Known: Clone + Send + Sync + 'static;

    fn known(&self) -> Self::Known;

    /// A request that has it among its extensions.
    fn introduce<B>(known: &Self::Known, request: Request<B>) -> Request<B>;

    /// Sends what is taken at once: nobody is woken for the rest.
    fn try_write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Sends what was taken and is still here.
    fn poll_sent(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>>;

    /// Ready where a read may find something.
    fn poll_read_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>>;

    /// Whether what comes next, which is not taken, is more; else it is the end.
    fn poll_peek(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>>;

    /// Lets the system forget what was not sent yet, once this is dropped.
    fn set_zero_linger(&self) -> io::Result<()>;

    /// Says, at the end and as far as it can be said at once, that all was sent.
    fn part(&mut self);
}

impl Transport for TcpStream {
    type Known = ();

    #[inline]
    fn known(&self) {}

    #[inline]
    fn introduce<B>((): &(), request: Request<B>) -> Request<B> {
        request
    }

    #[inline]
    fn try_write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Self::try_write(self, bytes)
    }

    /// What it takes is the system's.
    #[inline]
    fn poll_sent(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    #[inline]
    fn poll_read_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Self::poll_read_ready(self, context)
    }

    fn poll_peek(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        let mut byte = [0];
        Self::poll_peek(self, context, &mut ReadBuf::new(&mut byte)).map_ok(|bytes| bytes > 0)
    }

    fn set_zero_linger(&self) -> io::Result<()> {
        Self::set_zero_linger(self)
    }

    /// Closed, it says so itself.
    #[inline]
    fn part(&mut self) {}
}
