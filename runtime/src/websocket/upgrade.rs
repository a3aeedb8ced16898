//! `WebSocketUpgrade`: a request to go on as a WebSocket, and the answer.

use std::fmt;
use std::time::Duration;

use http::StatusCode;
use http::header::{self, HeaderMap, HeaderValue};
use hyper::upgrade::OnUpgrade;
use tokio::sync::oneshot;

use super::handshake::{self, WebSocketRejection};
use super::socket::{Inner, Settings, WebSocket};
use super::switch::Switch;
use crate::extract::{FromRequest, RequestContext};
use crate::respond::{Facts, Responder, Response};
use crate::{Body, Problem, head};

/// A request to go on as a WebSocket (RFC 6455): 426 where it is none, 400 where it is malformed.
///
/// A page of another host is refused with 403 unless [`from_any_origin`](Self::from_any_origin) says otherwise: a browser
/// sends this host's cookies along with what any page asks for.
///
/// ```
/// use fingerpost::{SwitchingProtocols, WebSocketUpgrade, get};
///
/// /// Says everything back.
/// #[get("/echo")]
/// fn echo(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
///     upgrade.on_upgrade(async |mut socket| {
///         while let Some(Ok(message)) = socket.recv().await {
///             if socket.send(message).await.is_err() {
///                 break;
///             }
///         }
///     })
/// }
/// ```
///
/// The limits of a request's time do not hold for a WebSocket. When the server stops, the client is told (1001), and
/// [`recv`](WebSocket::recv) returns `None`.
#[must_use = "the client waits for an answer"]
pub struct WebSocketUpgrade {
    accept: HeaderValue,
    upgrade: OnUpgrade,
    headers: HeaderMap,
    is_allowed: bool,
    protocol: Option<HeaderValue>,
    settings: Settings,
}

impl WebSocketUpgrade {
    /// The most bytes of a message from the client; as many as a body may have here unless set. A longer one ends the
    /// socket (1009).
    pub fn max_message_size(mut self, bytes: usize) -> Self {
        self.settings.max_message_size = bytes;
        self
    }

    /// After this time of silence the client is sent a ping, and after as long again it is taken for gone; 30 seconds unless
    /// set. It is checked while [`recv`](WebSocket::recv) waits.
    pub fn keep_alive(mut self, time: Duration) -> Self {
        self.settings.keep_alive = time.max(Duration::from_millis(1));
        self
    }

    /// Lets the pages of any host open it: for a socket that needs no cookie, or whose client sends a secret of its own.
    pub fn from_any_origin(mut self) -> Self {
        self.is_allowed = true;
        self
    }

    /// The subprotocols that are spoken here, best first: the first of them that the client has named is chosen (RFC 6455 §1.9).
    /// [`protocol`](Self::protocol) says which.
    ///
    /// ```
    /// use fingerpost::{SwitchingProtocols, WebSocketUpgrade, get};
    ///
    /// #[get("/chat")]
    /// fn chat(upgrade: WebSocketUpgrade) -> SwitchingProtocols {
    ///     let upgrade = upgrade.protocols(&["chat.v2", "chat.v1"]);
    ///     let is_old = upgrade.protocol() == Some("chat.v1");
    ///     upgrade.on_upgrade(async move |mut socket| {
    ///         let _ = socket.send(if is_old { "hello" } else { r#"{"hello":true}"# }).await;
    ///     })
    /// }
    /// # drop(chat);
    /// ```
    pub fn protocols(mut self, spoken: &[&'static str]) -> Self {
        let names = |own: &str| {
            handshake::tokens(&self.headers, header::SEC_WEBSOCKET_PROTOCOL).any(|name| name == own)
        };
        let chosen = spoken.iter().find(|own| names(own));
        self.protocol = chosen.and_then(|own| HeaderValue::from_str(own).ok());
        self
    }

    /// The subprotocol that was chosen, if any.
    #[must_use]
    pub fn protocol(&self) -> Option<&str> {
        self.protocol.as_ref().and_then(|protocol| protocol.to_str().ok())
    }

    /// Answers 101, and then runs this in the task of the connection. When it has ended, the socket is closed in order.
    #[must_use = "it is the answer"]
    pub fn on_upgrade<F>(self, talk: impl FnOnce(WebSocket) -> F + Send + 'static) -> SwitchingProtocols
    where
        F: Conversation + Send + 'static,
    {
        if !self.is_allowed {
            let refused = Problem::new(403).detail("a page of another origin may not open this WebSocket");
            return SwitchingProtocols(Err(refused));
        }
        let (upgrade, settings) = (self.upgrade, self.settings);
        let switch = Switch::new(move |stop| async move {
            // Else the client has gone before it began.
            let Ok(connection) = upgrade.await else { return };
            let (home, comes_home) = oneshot::channel();
            talk(WebSocket::new(Inner::new(connection, &settings, stop).await, home)).await;
            if let Ok(inner) = comes_home.await {
                inner.close_in_order().await;
            }
        });
        SwitchingProtocols(Ok(Accepted { accept: self.accept, protocol: self.protocol, switch }))
    }
}

/// What goes on over a WebSocket: a future that ends without a value.
#[diagnostic::on_unimplemented(
    message = "what follows an upgrade is a future, one that ends without a value, and `{Self}` is none\nhelp: `upgrade.on_upgrade(async |mut socket| {{ … }})`, or an `async fn` that takes the `WebSocket` and deals with its errors",
    label = "no such future"
)]
pub trait Conversation: Future<Output = ()> {}

#[diagnostic::do_not_recommend]
impl<F: Future<Output = ()>> Conversation for F {}

impl FromRequest for WebSocketUpgrade {
    type Rejection = WebSocketRejection;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, WebSocketRejection> {
        let accept = handshake::accept_key(request)?;
        let upgrade =
            request.extensions_mut().remove::<OnUpgrade>().ok_or(WebSocketRejection::NoConnection)?;
        let headers = request.headers().clone();
        let is_allowed = handshake::is_same_origin(
            &headers,
            request.app.origin.as_deref(),
            request.app.secure().is_some(),
        );
        let max_message_size = usize::try_from(request.body_limit()).unwrap_or(usize::MAX);
        let settings = Settings { max_message_size, keep_alive: Duration::from_secs(30) };
        Ok(Self { accept, upgrade, headers, is_allowed, protocol: None, settings })
    }

    fn is_absence(rejection: &WebSocketRejection) -> bool {
        *rejection == WebSocketRejection::NotAsked
    }
}

impl fmt::Debug for WebSocketUpgrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebSocketUpgrade").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// 101 (RFC 9110 §15.2.2), or 403: what [`WebSocketUpgrade::on_upgrade`] answers.
#[must_use = "it is the answer"]
pub struct SwitchingProtocols(Result<Accepted, Problem>);

struct Accepted {
    accept: HeaderValue,
    protocol: Option<HeaderValue>,
    switch: Switch,
}

impl Responder for SwitchingProtocols {
    const FACTS: Facts = Facts::new().own_status(101).no_body();

    fn respond(self, response: &mut Response) {
        let accepted = match self.0 {
            Ok(accepted) => accepted,
            Err(problem) => return problem.respond(response),
        };
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        *response.body_mut() = Body::empty();
        let headers = response.headers_mut();
        head::set(headers, header::CONNECTION, HeaderValue::from_static("upgrade"));
        head::set(headers, header::UPGRADE, HeaderValue::from_static("websocket"));
        head::set(headers, header::SEC_WEBSOCKET_ACCEPT, accepted.accept);
        if let Some(protocol) = accepted.protocol {
            head::set(headers, header::SEC_WEBSOCKET_PROTOCOL, protocol);
        }
        response.extensions_mut().insert(accepted.switch);
    }
}

impl fmt::Debug for SwitchingProtocols {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SwitchingProtocols").finish_non_exhaustive()
    }
}
