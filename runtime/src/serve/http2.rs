//! One connection of HTTP/2 (RFC 9113): by prior knowledge, each stream a task, GOAWAY at the end.

use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http2;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite, Interest, ReadBuf, Ready};
use tokio::net::TcpStream;

use super::flow::Streams;
use super::phase::{OpenStream, Phase};
use super::transport::Transport;
use crate::log;
use crate::stop::Stop;

/// What a client sends first (RFC 9113 §3.4).
const PREFACE: &[u8; 24] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Between two looks for the rest of it, at most: who sends a half costs little.
const LONGEST_REST: Duration = Duration::from_millis(500);

/// A client that is silent for so long is asked whether it is there, and has as long to answer.
const PING: Duration = Duration::from_secs(20);

/// The most resets of streams that have not been looked at yet, and of those for the client's mistakes: whoever opens and
/// resets streams without end is sent away.
const MOST_RESETS: usize = 20;

/// Waits for the first bytes, and says whether they are those of HTTP/2.
pub(super) async fn is_spoken(stream: &TcpStream) -> bool {
    let (mut first, mut rest) = ([0; PREFACE.len()], Duration::from_millis(5));
    loop {
        let Ok(length) = stream.peek(&mut first).await else { return false };
        if length == 0 || !PREFACE.starts_with(&first[..length]) {
            return false;
        }
        if length == PREFACE.len() {
            return true;
        }
        // Peeking is not told when the rest comes, nor when it never will.
        if stream.ready(Interest::READABLE).await.is_ok_and(Ready::is_read_closed) {
            return false;
        }
        tokio::time::sleep(rest).await;
        rest = (rest * 2).min(LONGEST_REST);
    }
}

/// Serves a connection to its end.
pub(super) async fn serve<S: Transport>(stream: S, phase: Arc<Phase>, stop: Arc<Stop>) {
    let (service, peer) = (phase.service().clone(), phase.peer());
    let limits = service.shared.limits;
    let known = stream.known();
    let socket = TokioIo::new(Socket { stream, phase: phase.clone() });
    let answer = service_fn(move |request: http::Request<Incoming>| {
        let (service, exchange) = (service.clone(), OpenStream::begin(&phase));
        let request = S::introduce(&known, request);
        async move { service.answer(request, peer, &exchange).await }
    });
    let header_bytes = u32::try_from(limits.header_bytes).unwrap_or(u32::MAX);
    let mut connection = pin!(
        http2::Builder::new(Streams { limit: limits.write, peer })
            .timer(TokioTimer::new())
            .keep_alive_interval(PING)
            .keep_alive_timeout(PING)
            .max_concurrent_streams(limits.streams)
            .max_header_list_size(header_bytes)
            .max_pending_accept_reset_streams(MOST_RESETS)
            .max_local_error_reset_streams(MOST_RESETS)
            .serve_connection(socket, answer)
    );
    let (mut told, mut stopping) = (pin!(stop.wait()), false);
    let ended = poll_fn(|context| {
        if !stopping && (stop.is_told() || told.as_mut().poll(context).is_ready()) {
            stopping = true;
            connection.as_mut().graceful_shutdown();
        }
        connection.as_mut().poll(context)
    });
    if let Err(error) = ended.await {
        log::connection_failed(&error, peer);
    }
}

/// The socket, which says where the client does not read.
struct Socket<S> {
    stream: S,
    phase: Arc<Phase>,
}

impl<S: Transport> AsyncRead for Socket<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: Transport> AsyncWrite for Socket<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.phase.set_held_up(sent.is_pending());
        sent
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.poll_sent(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
