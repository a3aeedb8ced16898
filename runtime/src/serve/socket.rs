//! The socket as hyper sees it: it knows when a client has gone while its request is being answered.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::phase::Phase;

/// hyper itself would look for the end of the stream by reading on, into a new buffer, with every request. This looks
/// only where a handler or a body keeps the client waiting, and without a buffer.
#[derive(Debug)]
pub(super) struct Socket {
    stream: TcpStream,
    phase: Arc<Phase>,
    /// The client has sent more already; behind it no end can be seen.
    sent_more: bool,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, phase: Arc<Phase>) -> Self {
        Self { stream, phase, sent_more: false }
    }

    #[cold]
    fn look_for_end(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        let mut byte = [0];
        match self.stream.poll_peek(context, &mut ReadBuf::new(&mut byte)) {
            Poll::Pending => Ok(()),
            Poll::Ready(Ok(0)) => Err(io::ErrorKind::ConnectionAborted.into()),
            Poll::Ready(Ok(_)) => {
                self.sent_more = true;
                Ok(())
            }
            Poll::Ready(Err(error)) => Err(error),
        }
    }
}

impl AsyncRead for Socket {
    #[inline]
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.sent_more = false;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Socket {
    #[inline]
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        // The socket takes it nearly always: whoever asks it first pays for no waker.
        if let Ok(written) = self.stream.try_write(bytes) {
            self.phase.set_held_up(false);
            return Poll::Ready(Ok(written));
        }
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.phase.set_held_up(written.is_pending());
        written
    }

    /// What hyper asks for whenever it has nothing else to do.
    #[inline]
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.phase.is_answering() && !self.sent_more {
            self.look_for_end(context)?;
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
        Poll::Ready(Ok(()))
    }
}
