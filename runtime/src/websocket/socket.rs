//! `WebSocket`: messages, both ways, and a farewell in order.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{self, Bytes};

use super::{Message, WebSocketError};
use crate::stop::Stop;

/// The time for the client to say farewell too.
const FAREWELL: Duration = Duration::from_secs(5);
/// What each direction keeps ready.
const BUFFER: usize = 8 * 1024;
/// The longest reason in a farewell (RFC 6455 §5.5).
const LONGEST_REASON: usize = 123;

#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) max_message_size: usize,
    pub(super) keep_alive: Duration,
}

/// A connection to a client on which both ends speak when they like.
///
/// To speak and to listen at once is a `tokio::select!` of [`recv`](Self::recv) and whatever there is to send: `recv` may
/// be dropped at any time, and loses nothing.
///
/// ```
/// use fingerpost::{SwitchingProtocols, WebSocketUpgrade, get};
///
/// /// Says everything back, until it is told to stop.
/// #[get("/echo")]
/// fn echo(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
///     upgrade.on_upgrade(async |mut socket| {
///         while let Some(Ok(message)) = socket.recv().await {
///             if message.as_text() == Some("stop") || socket.send(message).await.is_err() {
///                 break;
///             }
///         }
///     })
/// }
/// # drop(echo);
/// ```
pub struct WebSocket {
    /// There until the socket is dropped.
    inner: Option<Inner>,
    home: Option<oneshot::Sender<Inner>>,
}

impl WebSocket {
    pub(super) fn new(inner: Inner, home: oneshot::Sender<Inner>) -> Self {
        Self { inner: Some(inner), home: Some(home) }
    }

    /// The next message; `None` once the socket is over: the client has said farewell, the server stops, or there was an error.
    pub async fn recv(&mut self) -> Option<Result<Message, WebSocketError>> {
        self.inner.as_mut()?.recv().await
    }

    /// Sends a message, and waits until it is on its way.
    ///
    /// # Errors
    /// Where the socket is closed, or the connection has failed.
    pub async fn send(&mut self, message: impl Into<Message>) -> Result<(), WebSocketError> {
        let inner = self.inner.as_mut().filter(|inner| !inner.leaving).ok_or(WebSocketError::Closed)?;
        Ok(inner.stream.send(message.into().into()).await?)
    }

    /// Says farewell, with a code (RFC 6455 §7.4: 1000 is all in order, 4000 to 4999 are for your own use) and a reason, of which at
    /// most 123 bytes are sent. In place of a code that must not be sent (RFC 6455 §7.4.1), such as 1006, 1000 is.
    pub async fn close(mut self, code: u16, reason: &str) {
        if let Some(inner) = &mut self.inner {
            let code = CloseCode::from(code);
            inner.say_farewell(if code.is_allowed() { code } else { CloseCode::Normal }, reason).await;
        }
    }

    /// The code and the reason of the client's farewell, once it has said it.
    #[must_use]
    pub fn farewell(&self) -> Option<(u16, &str)> {
        let frame = self.inner.as_ref()?.farewell.as_ref()?;
        Some((frame.code.into(), frame.reason.as_str()))
    }
}

/// Whoever drops it, and wherever: it goes back to be closed in order.
impl Drop for WebSocket {
    fn drop(&mut self) {
        if let (Some(inner), Some(home)) = (self.inner.take(), self.home.take()) {
            // Nobody waits for it any more where the server has cut the connection.
            let _ = home.send(inner);
        }
    }
}

impl fmt::Debug for WebSocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebSocket").field("farewell", &self.farewell()).finish_non_exhaustive()
    }
}

pub(super) struct Inner {
    stream: WebSocketStream<TokioIo<Upgraded>>,
    stop: Option<Arc<Stop>>,
    /// What happens where the client says nothing, and whether it has been asked.
    silence: Pin<Box<Sleep>>,
    keep_alive: Duration,
    asked: bool,
    /// We have said farewell, or cannot say anything any more.
    leaving: bool,
    ended: bool,
    farewell: Option<CloseFrame>,
}

/// What has happened while a message was waited for.
enum Heard {
    Frame(Option<Result<tungstenite::Message, tungstenite::Error>>),
    Stop,
    Silence,
}

impl Inner {
    pub(super) async fn new(connection: Upgraded, settings: &Settings, stop: Option<Arc<Stop>>) -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(BUFFER)
            .write_buffer_size(BUFFER)
            .max_message_size(Some(settings.max_message_size))
            .max_frame_size(Some(settings.max_message_size));
        let connection = TokioIo::new(connection);
        Self {
            stream: WebSocketStream::from_raw_socket(connection, Role::Server, Some(config)).await,
            stop,
            silence: Box::pin(tokio::time::sleep(settings.keep_alive)),
            keep_alive: settings.keep_alive,
            asked: false,
            leaving: false,
            ended: false,
            farewell: None,
        }
    }

    async fn recv(&mut self) -> Option<Result<Message, WebSocketError>> {
        while !self.ended {
            match self.hear().await {
                Heard::Frame(Some(Ok(frame))) => {
                    self.asked = false;
                    self.silence.as_mut().reset(Instant::now() + self.keep_alive);
                    if let Some(message) = self.message(frame) {
                        return Some(Ok(message));
                    }
                }
                Heard::Frame(Some(Err(error))) => return self.fail(error.into()).await.map(Err),
                Heard::Frame(None) => self.ended = true,
                Heard::Stop => self.say_farewell(CloseCode::Away, "").await,
                Heard::Silence if self.asked => return self.fail(WebSocketError::Silent).await.map(Err),
                Heard::Silence => self.ask().await,
            }
        }
        None
    }

    async fn hear(&mut self) -> Heard {
        let stop = self.stop.clone().filter(|_| !self.leaving);
        let told = async {
            match stop {
                Some(stop) => stop.told().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            frame = self.stream.next() => Heard::Frame(frame),
            () = told => Heard::Stop,
            () = self.silence.as_mut() => Heard::Silence,
        }
    }

    /// The message in a frame that is one. The others are answered by the protocol itself.
    fn message(&mut self, frame: tungstenite::Message) -> Option<Message> {
        match frame {
            tungstenite::Message::Text(text) => Some(Message::Text(text.as_str().to_owned())),
            tungstenite::Message::Binary(bytes) => Some(Message::Binary(bytes)),
            tungstenite::Message::Close(frame) => {
                self.leaving = true;
                self.farewell = frame;
                None
            }
            _ => None,
        }
    }

    async fn ask(&mut self) {
        self.asked = true;
        self.silence.as_mut().reset(Instant::now() + self.keep_alive);
        let ping = self.stream.send(tungstenite::Message::Ping(Bytes::new()));
        // A client that does not read is as silent as one that does not speak; an error shows where it is read on.
        let _ = timeout(self.keep_alive, ping).await;
    }

    /// Ends it; the client is told why, where it still listens.
    async fn fail(&mut self, error: WebSocketError) -> Option<WebSocketError> {
        self.ended = true;
        if let Some(code) = error.code() {
            self.say_farewell(code, "").await;
        }
        self.leaving = true;
        // That it is closed is no error.
        (!matches!(error, WebSocketError::Closed)).then_some(error)
    }

    async fn say_farewell(&mut self, code: CloseCode, reason: &str) {
        if std::mem::replace(&mut self.leaving, true) {
            return;
        }
        let end = (0..=LONGEST_REASON.min(reason.len())).rev().find(|&end| reason.is_char_boundary(end));
        let reason = reason[..end.unwrap_or_default()].into();
        // Where it cannot be said, the client has gone.
        let _ = timeout(FAREWELL, self.stream.close(Some(CloseFrame { code, reason }))).await;
    }

    /// Says farewell, if nobody has, and waits for the client's, but not for ever.
    pub(super) async fn close_in_order(mut self) {
        self.say_farewell(CloseCode::Normal, "").await;
        let ended = async { while let Some(Ok(_)) = self.stream.next().await {} };
        let _ = timeout(FAREWELL, ended).await;
    }
}
