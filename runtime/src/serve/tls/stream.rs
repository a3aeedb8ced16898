//! `Sealed`: a stream with TLS around it, as the server asks for it.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use http::Request;
use tokio::io::{AsyncBufRead, AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::server::TlsStream;

use crate::serve::phase::Phase;
use crate::serve::transport::Transport;
use crate::tls::ClientCertificates;

/// What goes over the wire: it says itself where the client does not read, since what is behind it takes more than it sends.
#[derive(Debug)]
pub(super) struct Wire {
    stream: TcpStream,
    phase: Arc<Phase>,
}

impl Wire {
    pub(super) fn new(stream: TcpStream, phase: Arc<Phase>) -> Self {
        Self { stream, phase }
    }

    fn sent(&self, sent: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        self.phase.set_held_up(sent.is_pending());
        sent
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.sent(sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.sent(sent)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A stream of which hands are shaken.
///
/// A client that closes without a word of TLS has closed: where a request ends, it says itself, and so does a message.
#[derive(Debug)]
pub(super) struct Sealed(TlsStream<Wire>);

impl Sealed {
    pub(super) fn new(stream: TlsStream<Wire>) -> Self {
        Self(stream)
    }

    /// What both sides agreed to speak.
    pub(super) fn protocol(&self) -> Option<&[u8]> {
        self.0.get_ref().1.alpn_protocol()
    }

    /// What comes next: nothing at the end.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        Pin::new(&mut self.0).poll_fill_buf(context).map(|next| match next {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(&[][..]),
            next => next,
        })
    }
}

impl AsyncRead for Sealed {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, buffer).map(|read| match read {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(()),
            read => read,
        })
    }
}

impl AsyncWrite for Sealed {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    /// With a close_notify (RFC 8446 §6.1).
    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}

impl Transport for Sealed {
    type Known = Option<ClientCertificates>;

    fn known(&self) -> Self::Known {
        let shown = self.0.get_ref().1.peer_certificates()?;
        Some(ClientCertificates(shown.iter().cloned().map(CertificateDer::into_owned).collect()))
    }

    fn introduce<B>(known: &Self::Known, mut request: Request<B>) -> Request<B> {
        if let Some(known) = known {
            request.extensions_mut().insert(known.clone());
        }
        request
    }

    fn try_write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match Pin::new(self).poll_write(&mut Context::from_waker(Waker::noop()), bytes) {
            Poll::Ready(sent) => sent,
            Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
        }
    }

    fn poll_sent(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(self).poll_flush(context)
    }

    fn poll_read_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_next(context).map_ok(drop)
    }

    fn poll_peek(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        self.poll_next(context).map_ok(|next| !next.is_empty())
    }

    fn set_zero_linger(&self) -> io::Result<()> {
        self.0.get_ref().0.stream.set_zero_linger()
    }

    fn part(&mut self) {
        let _ = Pin::new(self).poll_shutdown(&mut Context::from_waker(Waker::noop()));
    }
}
