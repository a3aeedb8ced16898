//! `WebSocketError`: why nothing more comes over a WebSocket, or goes.

use std::{fmt, io};

use tokio_tungstenite::tungstenite::Error;
use tokio_tungstenite::tungstenite::error::ProtocolError;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

/// Why a [`WebSocket`](crate::WebSocket) ends before the two ends have agreed on it.
#[derive(Debug)]
#[non_exhaustive]
pub enum WebSocketError {
    /// It is closed already.
    Closed,
    /// The client has sent a message that is longer than allowed.
    TooLong,
    /// The client has sent what is no message (RFC 6455 §5).
    Malformed(String),
    /// The client has sent text that is not UTF-8 (RFC 6455 §8.1).
    NotUtf8,
    /// The client has not answered for as long as it is waited for.
    Silent,
    /// The connection has failed.
    Io(io::Error),
}

impl WebSocketError {
    /// What the client is told (RFC 6455 §7.4.1); nothing where it does not listen.
    pub(super) fn code(&self) -> Option<CloseCode> {
        match self {
            Self::TooLong => Some(CloseCode::Size),
            Self::Malformed(_) => Some(CloseCode::Protocol),
            Self::NotUtf8 => Some(CloseCode::Invalid),
            Self::Closed | Self::Silent | Self::Io(_) => None,
        }
    }
}

impl From<Error> for WebSocketError {
    fn from(error: Error) -> Self {
        match error {
            Error::ConnectionClosed
            | Error::AlreadyClosed
            | Error::Protocol(ProtocolError::SendAfterClosing | ProtocolError::ReceivedAfterClosing) => {
                Self::Closed
            }
            Error::Capacity(_) => Self::TooLong,
            Error::Utf8(_) => Self::NotUtf8,
            Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => {
                Self::Io(io::ErrorKind::ConnectionReset.into())
            }
            Error::Io(error) => Self::Io(error),
            error => Self::Malformed(error.to_string()),
        }
    }
}

impl fmt::Display for WebSocketError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("the WebSocket is closed"),
            Self::TooLong => f.write_str("a message is longer than allowed"),
            Self::Malformed(why) => write!(f, "the client does not keep to the protocol: {why}"),
            Self::NotUtf8 => f.write_str("a message is not UTF-8"),
            Self::Silent => f.write_str("the client does not answer"),
            Self::Io(error) => write!(f, "the connection has failed: {error}"),
        }
    }
}

impl std::error::Error for WebSocketError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}
