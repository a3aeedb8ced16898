//! `CallError`: why there is no answer.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::Reply;
use crate::BoxError;

/// Why a call has no answer: what went wrong before the response was there, or in reading it. What the server answers is an
/// [`Answer`](super::Answer), whatever it is.
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError {
    /// The base URL is none.
    BaseUrl(String),
    /// An argument cannot be sent: serde refuses it, or it is no header's value.
    Argument(BoxError),
    /// The server was not reached, or the connection failed.
    Transport(BoxError),
    /// The answer took longer than this.
    Timeout(Duration),
    /// The body of the response is longer than this many bytes.
    TooLarge(usize),
    /// The response is the declared one by its status and media type, and not by its body: the response as it came, and what
    /// is wrong with it. A body that is read as it comes is not kept.
    Misread(Box<Reply<Bytes>>, BoxError),
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl(why) => f.write_str(why),
            Self::Argument(error) => write!(f, "an argument cannot be sent: {error}"),
            Self::Transport(error) => {
                write!(f, "no answer: {error}")?;
                let mut source = error.source();
                while let Some(error) = source {
                    write!(f, ": {error}")?;
                    source = error.source();
                }
                Ok(())
            }
            Self::Timeout(time) => write!(f, "no answer in {time:?}"),
            Self::TooLarge(limit) => write!(f, "the body of the answer is longer than {limit} bytes"),
            Self::Misread(reply, error) => {
                write!(f, "the body of the answer, {}, is not the declared one: {error}", reply.status())
            }
        }
    }
}

impl std::error::Error for CallError {
    // Who prints an error and its sources reads each once: what `Display` has said already is none of them.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Argument(error) | Self::Misread(_, error) => error.source(),
            _ => None,
        }
    }
}
