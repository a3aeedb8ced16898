//! Connections with TLS: the handshake, then HTTP/1.1 or HTTP/2, whichever both sides speak (ALPN, RFC 7301).

mod stream;

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;

use tokio::io::AsyncWrite;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use super::connection::{leave, nothing_comes, open, speak_http1};
use super::gate::Refusal;
use super::phase::Phase;
use super::secure::{Secure, Serve};
use super::workers::Accepted;
use crate::log;
use crate::stop::Stop;
use crate::task::Task;
use stream::{Sealed, Wire};

/// What HTTP/1.1 and HTTP/2 are called where a protocol is agreed on.
const HTTP1: &[u8] = b"http/1.1";
const HTTP2: &[u8] = b"h2";

/// How hands are shaken.
struct Handshakes {
    with_all: TlsAcceptor,
    /// With whom is only told why: in the protocol that takes the fewest words.
    with_refused: TlsAcceptor,
}

/// What serves as this configuration says, in the protocols that the app speaks.
pub(crate) fn secure(config: Arc<ServerConfig>, has_http2: bool) -> Secure {
    let names = |protocols: &[&[u8]]| protocols.iter().map(|name| name.to_vec()).collect();
    let mut config = Arc::unwrap_or_clone(config);
    if config.alpn_protocols.is_empty() {
        config.alpn_protocols = names(&[HTTP2, HTTP1]);
    }
    config.alpn_protocols.retain(|name| has_http2 || name != HTTP2);
    // What is sent before the handshake has ended could have been sent by anyone who has seen it sent (RFC 8446 §8).
    config.max_early_data_size = 0;
    let mut refusing = config.clone();
    refusing.alpn_protocols = names(&[HTTP1]);
    let acceptor = |config| TlsAcceptor::from(Arc::new(config));
    Secure(Box::new(Handshakes { with_all: acceptor(config), with_refused: acceptor(refusing) }))
}

impl Serve for Handshakes {
    fn serve(&self, stream: Accepted, phase: Arc<Phase>, stop: Arc<Stop>) -> Task {
        Box::pin(serve(self.with_all.clone(), stream, phase, stop))
    }

    fn refuse(&self, stream: Accepted, phase: Arc<Phase>) -> Task {
        Box::pin(refuse(self.with_refused.clone(), stream, phase))
    }
}

async fn serve(acceptor: TlsAcceptor, stream: Accepted, phase: Arc<Phase>, stop: Arc<Stop>) {
    let Some(stream) = open(stream) else { return };
    let shaken = tokio::select! {
        biased;
        shaken = shake_hands(acceptor, stream, &phase) => shaken,
        () = nothing_comes(&stop, &phase) => None,
    };
    let Some(mut stream) = shaken else { return };
    match stream.protocol() {
        None | Some(HTTP1) => speak_http1(|| Some(stream), phase, stop).await,
        #[cfg(feature = "http2")]
        Some(HTTP2) => Box::pin(super::http2::serve(stream, phase, stop)).await,
        // The handshake was all that was wanted, as where a name is proved by it (RFC 8737).
        Some(_) => drop(poll_fn(|context| Pin::new(&mut stream).poll_shutdown(context)).await),
    }
}

async fn refuse(acceptor: TlsAcceptor, stream: Accepted, phase: Arc<Phase>) {
    let Some(stream) = open(stream) else { return };
    if let Some(stream) = shake_hands(acceptor, stream, &phase).await {
        let answer = Refusal::Address.answer(phase.service(), false);
        // A client that has gone does not hear it.
        let _ = leave(stream, &answer).await;
    }
}

/// Nothing where it came to none, of which the client has been told. A client that takes its time is ended as one that does not
/// send its request: it has as long for both together.
async fn shake_hands(acceptor: TlsAcceptor, stream: TcpStream, phase: &Arc<Phase>) -> Option<Sealed> {
    let first = first_byte(&stream).await.ok()??;
    if first.is_ascii_uppercase() {
        log::not_secure(phase.peer());
        let answer = Refusal::Plain.answer(phase.service(), false);
        let _ = leave(stream, &answer).await;
        return None;
    }
    let wire = Wire::new(stream, phase.clone());
    match acceptor.accept(wire).into_fallible().await {
        Ok(stream) => Some(Sealed::new(stream)),
        Err((error, wire)) => {
            log::handshake_failed(&error, phase.peer());
            // It has an alert to read.
            let _ = leave(wire, b"").await;
            None
        }
    }
}

/// The first byte that the client sends, which is not taken; none where it sends nothing.
async fn first_byte(stream: &TcpStream) -> io::Result<Option<u8>> {
    let mut first = [0];
    let length = stream.peek(&mut first).await?;
    Ok((length > 0).then_some(first[0]))
}
