//! The handshake: what a client says to begin (RFC 6455 §4.2.1), and what it is told where that will not do.

use std::fmt;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::uri::Scheme;
use http::{Method, Uri, Version};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use crate::extract::RequestContext;
use crate::{IntoProblem, Problem, ProblemInfo, answered_by_its_problem};

/// What is answered to a client that may begin.
pub(super) fn accept_key(request: &RequestContext<'_>) -> Result<HeaderValue, WebSocketRejection> {
    let headers = request.headers();
    // A HEAD is answered by the handler of its GET, and begins nothing (RFC 6455 §4.1).
    let asks = *request.method() == Method::GET
        && request.version() == Version::HTTP_11
        && has_token(headers, header::CONNECTION, "upgrade")
        && has_token(headers, header::UPGRADE, "websocket");
    if !asks {
        return Err(WebSocketRejection::NotAsked);
    }
    if only(headers, header::SEC_WEBSOCKET_VERSION) != Some(b"13") {
        return Err(WebSocketRejection::UnknownVersion);
    }
    let key = only(headers, header::SEC_WEBSOCKET_KEY).filter(|key| is_key(key));
    let key = key.ok_or(WebSocketRejection::MalformedKey)?;
    HeaderValue::try_from(derive_accept_key(key)).map_err(|_| WebSocketRejection::MalformedKey)
}

fn has_token(headers: &HeaderMap, name: HeaderName, token: &str) -> bool {
    tokens(headers, name).any(|own| own.eq_ignore_ascii_case(token))
}

/// The list that a header is, in as many lines as it comes (RFC 9110 §5.6.1).
pub(super) fn tokens(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(name).into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim)
}

fn only(headers: &HeaderMap, name: HeaderName) -> Option<&[u8]> {
    let mut values = headers.get_all(name).into_iter();
    values.next().filter(|_| values.next().is_none()).map(HeaderValue::as_bytes)
}

/// Sixteen bytes in base64.
fn is_key(key: &[u8]) -> bool {
    let Some((digits, b"==")) = key.split_last_chunk::<2>() else { return false };
    digits.len() == 22
        && digits.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

/// Whether the page that asks is of this host, or the client is no browser: only those say where they come from, and
/// they send cookies from any page (RFC 6455 §10.2). Where the app itself speaks HTTPS, a page that came by plain HTTP, and so
/// may be anyone's, is none of its own.
pub(super) fn is_same_origin(headers: &HeaderMap, own: Option<&str>, is_secure: bool) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Some(origin) = origin.to_str().ok() else { return false };
    if own == Some(origin) {
        return true;
    }
    let Ok(origin) = origin.parse::<Uri>() else { return false };
    if is_secure && origin.scheme() != Some(&Scheme::HTTPS) {
        return false;
    }
    let host = only(headers, header::HOST).and_then(|host| std::str::from_utf8(host).ok());
    match (origin.authority(), host) {
        (Some(authority), Some(host)) => authority.as_str().eq_ignore_ascii_case(host),
        _ => false,
    }
}

/// Why a request is not one for a [`WebSocketUpgrade`](crate::WebSocketUpgrade).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebSocketRejection {
    /// It does not ask to go on as a WebSocket: 426 (RFC 9110 §15.5.22).
    NotAsked,
    /// It is of another version of the protocol than 13: 426 (RFC 6455 §4.4).
    UnknownVersion,
    /// Its key is missing or is none: 400.
    MalformedKey,
    /// The app was called without a connection, as in tests, or behind a server that keeps it to itself: 500.
    NoConnection,
}

#[diagnostic::do_not_recommend]
impl IntoProblem for WebSocketRejection {
    const POSSIBLE: &'static [ProblemInfo] = &[
        ProblemInfo::new("MalformedKey", 400),
        ProblemInfo::new("NotAsked", 426).headers(&["upgrade", "connection"]),
        ProblemInfo::new("UnknownVersion", 426).headers(&["upgrade", "connection", "sec-websocket-version"]),
    ];

    #[cold]
    fn into_problem(self) -> Problem {
        let detail = self.to_string();
        let upgrade = || Problem::new(426).header("upgrade", "websocket").header("connection", "upgrade");
        match self {
            Self::NotAsked => upgrade().detail(detail),
            Self::UnknownVersion => upgrade().detail(detail).header("sec-websocket-version", "13"),
            Self::MalformedKey => Problem::new(400).detail(detail),
            Self::NoConnection => Problem::new(500).because(self),
        }
    }
}

answered_by_its_problem!(WebSocketRejection);

impl fmt::Display for WebSocketRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAsked => "this is a WebSocket: `Connection: upgrade` and `Upgrade: websocket` are required, in HTTP/1.1",
            Self::UnknownVersion => "the WebSocket's version must be 13",
            Self::MalformedKey => "the header `Sec-WebSocket-Key` is not 16 bytes in base64",
            Self::NoConnection => "the handler takes a `WebSocketUpgrade`, but the app was called without a connection of its own",
        })
    }
}

impl std::error::Error for WebSocketRejection {}
