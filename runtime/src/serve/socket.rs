//! The socket as hyper sees it: it knows when a client has gone while its request is being answered, and sends the answers
//! to pipelined requests together.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::gate::{Gate, Refusal, Refused};
use super::phase::{Phase, Wait};
use super::transport::Transport;

/// The most bytes of answers that are sent together.
const MOST_HELD: usize = 16 * 1024;

/// How much of what a refused client still sends is taken and thrown away, so that its answer is not lost with it.
const MOST_IGNORED: u32 = 256 * 1024;

/// hyper itself would look for the end of the stream by reading on, into a new buffer, with every request. This looks
/// only where a handler or a body keeps the client waiting, and without a buffer.
///
/// Where all of the next request is here already, an answer is held to be sent with the next one, or as soon as hyper reads,
/// waits for a handler or a body, or closes. hyper's own way of sending them together would hold an answer for as long as
/// half of the next request is there.
#[derive(Debug)]
pub(super) struct Socket<S: Transport> {
    stream: S,
    phase: Arc<Phase>,
    /// Answers to be sent with the next.
    held: Vec<u8>,
    /// The client has sent more already; behind it no end can be seen.
    sent_more: bool,
    /// The last read did not fill its room, and so took all that was there.
    is_drained: bool,
    gate: Gate,
    /// hyper has begun to send something and has not come to its end.
    owing: bool,
    /// A message was refused and answered: how much may come until the connection closes.
    leaving: Option<u32>,
}

impl<S: Transport> Socket<S> {
    pub(super) fn new(stream: S, phase: Arc<Phase>) -> Self {
        let (gate, held) = (Gate::default(), Vec::new());
        Self { stream, phase, held, sent_more: false, is_drained: false, gate, owing: false, leaving: None }
    }

    #[inline]
    fn poll_send(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        // The socket takes it nearly always: whoever asks it first pays for no waker.
        if let Ok(sent) = self.stream.try_write(bytes) {
            self.phase.set_held_up(false);
            return Poll::Ready(Ok(sent));
        }
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.phase.set_held_up(sent.is_pending());
        sent
    }

    #[cold]
    fn poll_send_held(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut held = std::mem::take(&mut self.held);
        while !held.is_empty() {
            match self.poll_send(context, &held) {
                Poll::Ready(Ok(0)) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                Poll::Ready(Ok(sent)) => drop(held.drain(..sent)),
                other => {
                    self.held = held;
                    return other.map_ok(drop);
                }
            }
        }
        // Its room is kept for the next.
        self.held = held;
        Poll::Ready(Ok(()))
    }

    /// Sends these bytes and what is held before them, as one where the socket takes it.
    fn poll_send_behind_held(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let held = self.held.len();
        if held + bytes.len() <= MOST_HELD {
            self.held.extend_from_slice(bytes);
            let sent = self.stream.try_write(&self.held).unwrap_or(0);
            self.held.truncate(held);
            self.held.drain(..sent.min(held));
            if let Some(sent) = sent.checked_sub(held).filter(|sent| *sent > 0) {
                self.phase.set_held_up(false);
                return Poll::Ready(Ok(sent));
            }
        }
        ready!(self.poll_send_held(context))?;
        self.poll_send(context, bytes)
    }

    /// hyper sends what no service answered: it could not read a head, and says so without a word.
    #[cold]
    fn poll_unasked(&mut self, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let status = bytes.get(9..12).and_then(|status| std::str::from_utf8(status).ok());
        let status = match status.and_then(|status| status.parse().ok()) {
            // hyper counts the line as a part of the head (RFC 9112 §3).
            Some(431) if self.gate.is_in_request_line() => 414,
            status => status.unwrap_or(400),
        };
        self.leave_with(Refusal::ByHyper(status));
        Poll::Ready(Ok(bytes.len()))
    }

    /// Reads nothing more: answers a message that is refused, or fails the body that is.
    #[cold]
    fn poll_refused(&mut self, context: &mut Context<'_>, refused: Refused) -> Poll<io::Result<()>> {
        let Refused::Message(refusal) = refused else {
            return Poll::Ready(Err(io::Error::new(io::ErrorKind::InvalidData, "the body is malformed")));
        };
        // hyper has a waker for the rest of the answer before.
        if self.owing {
            return Poll::Pending;
        }
        self.leave_with(refusal);
        self.poll_leave(context)
    }

    /// Puts the answer to a refused message behind what is held.
    #[cold]
    fn leave_with(&mut self, refusal: Refusal) {
        if self.leaving.is_none() {
            self.leaving = Some(MOST_IGNORED);
            self.held.extend_from_slice(&refusal.answer(self.phase.service(), self.gate.is_head()));
        }
    }

    /// Sends what is held, says that it was the last, and waits for the client to hear it: to close with something unread
    /// would take the answer back (RFC 9112 §9.6).
    #[cold]
    fn poll_leave(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_send_held(context))?;
        ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
        let mut ignored = [0; 2048];
        while let Some(left) = self.leaving.filter(|left| *left > 0) {
            let mut buffer = ReadBuf::new(&mut ignored);
            ready!(Pin::new(&mut self.stream).poll_read(context, &mut buffer))?;
            let more = buffer.filled().len() as u32;
            self.leaving = Some(if more == 0 { 0 } else { left.saturating_sub(more) });
        }
        Poll::Ready(Ok(()))
    }

    /// Waits for what comes where the last read took all: tokio knows that nothing is there.
    #[inline]
    fn poll_more(&mut self, context: &Context<'_>) -> Poll<io::Result<()>> {
        // What wakes it here is no echo.
        let task = self.phase.task().unwrap_or(context.waker());
        self.stream.poll_read_ready(&mut Context::from_waker(task))
    }

    /// Reads on in a body, and says whether it had to be waited for.
    #[inline(never)]
    fn poll_read_body(
        &mut self,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.phase.is_too_slow() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let came = read.is_ready().then(|| buffer.filled().len() - before);
        self.phase.asked_for_body(came);
        read
    }

    #[cold]
    fn look_for_end(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        if self.sent_more {
            return Ok(());
        }
        match self.stream.poll_peek(context) {
            Poll::Pending => Ok(()),
            Poll::Ready(Ok(false)) => Err(io::ErrorKind::ConnectionAborted.into()),
            Poll::Ready(Ok(true)) => {
                self.sent_more = true;
                Ok(())
            }
            Poll::Ready(Err(error)) => Err(error),
        }
    }
}

impl<S: Transport> AsyncRead for Socket<S> {
    #[inline]
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.held.is_empty() {
            ready!(self.poll_send_held(context))?;
        }
        if let Some(refused) = self.gate.refused() {
            return self.poll_refused(context, refused);
        }
        self.sent_more = false;
        let before = buffer.filled().len();
        let read = if self.phase.is_answering() {
            self.poll_read_body(context, buffer)
        } else {
            if std::mem::take(&mut self.is_drained) {
                ready!(self.poll_more(context))?;
            }
            Pin::new(&mut self.stream).poll_read(context, buffer)
        };
        ready!(read)?;
        self.is_drained = buffer.remaining() > 0;
        if self.phase.is_upgraded() {
            return Poll::Ready(Ok(()));
        }
        let seen = self.gate.look(&buffer.filled()[before..]);
        let ended = self.gate.take_ended();
        self.phase.arrive(ended);
        self.phase.set_unfinished(self.gate.is_in_message());
        if let Some(refused) = self.gate.refused() {
            buffer.set_filled(before + seen);
            if seen == 0 {
                return self.poll_refused(context, refused);
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: Transport> AsyncWrite for Socket<S> {
    #[inline]
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if !self.phase.is_asked() {
            return self.poll_unasked(bytes);
        }
        if self.phase.is_together() && self.held.len() + bytes.len() <= MOST_HELD {
            self.held.extend_from_slice(bytes);
            self.phase.sent();
            return Poll::Ready(Ok(bytes.len()));
        }
        let sent = if self.held.is_empty() {
            self.poll_send(context, bytes)
        } else {
            self.poll_send_behind_held(context, bytes)
        };
        self.owing = !matches!(sent, Poll::Ready(Ok(sent)) if sent == bytes.len());
        if !self.owing {
            self.phase.sent();
        }
        sent
    }

    /// What hyper asks for whenever it has nothing else to do.
    #[inline]
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.phase.is_answering() {
            ready!(self.poll_send_held(context))?;
            self.look_for_end(context)?;
        }
        self.stream.poll_sent(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The answer stands before the end of what it answers: a body that nobody wanted.
        if self.leaving.is_none() && self.gate.is_in_message() && !self.phase.is_upgraded() {
            self.leaving = Some(u32::MAX);
        }
        if self.leaving.is_some() {
            return self.poll_leave(context);
        }
        ready!(self.poll_send_held(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl<S: Transport> Drop for Socket<S> {
    fn drop(&mut self) {
        // An answer that fails takes none with it that came before.
        if !self.held.is_empty() {
            let _ = self.stream.try_write(&self.held);
        }
        // What a client does not read is kept by the system, for minutes, unless it is told not to.
        if self.phase.wait() == Wait::Reader {
            let _ = self.stream.set_zero_linger();
        } else if !self.phase.is_asked() {
            self.stream.part();
        }
    }
}
