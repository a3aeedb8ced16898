//! What a client reads of a response: `ReadResponse` of a responder.

use std::fmt;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use http::StatusCode;
use http_body_util::{BodyExt, Limited};

use super::Reply;
use crate::{Body, BoxError};

/// A responder that says what a client reads of its responses.
///
/// A responder of your own need not: then a client reads the body as bytes. With it, it reads a value:
///
/// ```
/// use fingerpost::client::{ReadResponse, Received, Reply};
/// use fingerpost::{App, BoxError, Responder, get, header, routes};
///
/// /// Comma-separated values (RFC 4180).
/// struct Csv(String);
///
/// impl Responder for Csv {
///     fn respond(self, response: &mut fingerpost::Response) {
///         let media_type = header::HeaderValue::from_static("text/csv; charset=utf-8");
///         response.headers_mut().insert(header::CONTENT_TYPE, media_type);
///         *response.body_mut() = self.0.into();
///     }
/// }
///
/// impl ReadResponse for Csv {
///     type Value = Vec<String>;
///
///     const ACCEPTED: &'static str = "text/csv";
///
///     async fn read(response: Reply<Received>) -> Result<Vec<String>, BoxError> {
///         let text = String::from_utf8(response.into_inner().bytes().await?.to_vec())?;
///         Ok(text.lines().map(str::to_owned).collect())
///     }
/// }
///
/// #[get("/table")]
/// fn table() -> Csv {
///     Csv("a,b\nc,d".to_owned())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
/// let lines = App::new(routes![table]).test().call(table::request()).await?.success()?;
/// assert_eq!(lines.into_inner(), ["a,b", "c,d"]);
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what a client reads of it\nhelp: implement `fingerpost::client::ReadResponse` for it",
    label = "what a client reads of `{Self}` is not known"
)]
pub trait ReadResponse {
    /// What the client gets.
    type Value;

    /// Which statuses are its responses.
    const STATUSES: Statuses = Statuses::usually(200);

    /// The media types that it reads, for `Accept`; empty is any.
    const ACCEPTED: &'static str = "";

    /// Whether there is never a body, as in the answer to a HEAD.
    #[doc(hidden)]
    const IS_HEAD: bool = false;

    /// Whether a response of this media type, without its parameters, is one to read; the declared one always is.
    #[must_use]
    fn reads(media_type: &str) -> bool {
        Self::ACCEPTED.is_empty() || media_type.eq_ignore_ascii_case(Self::ACCEPTED)
    }

    /// Reads the body; the status and the media type are right.
    ///
    /// # Errors
    /// Where the body is not what the responder would have sent, or does not come.
    fn read(response: Reply<Received>) -> impl Future<Output = Result<Self::Value, BoxError>> + Send;
}

/// The body of a response, as it comes.
#[derive(Debug)]
pub struct Received {
    body: Body,
    limit: usize,
    whole: Whole,
}

/// The body as it came, where all of it has been read: for what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Whole(Arc<OnceLock<Bytes>>);

impl Whole {
    pub(super) fn take(self) -> Bytes {
        self.0.get().cloned().unwrap_or_default()
    }
}

impl Received {
    pub(super) fn new(body: Body, limit: usize) -> Self {
        Self { body, limit, whole: Whole::default() }
    }

    pub(super) fn whole(&self) -> Whole {
        self.whole.clone()
    }

    /// All of it.
    ///
    /// # Errors
    /// Where it is longer than the client's limit, or does not come.
    pub async fn bytes(self) -> Result<Bytes, BoxError> {
        match Limited::new(self.body, self.limit).collect().await {
            Ok(body) => Ok(self.whole.0.get_or_init(|| body.to_bytes()).clone()),
            Err(error) => Err(Interrupted(error).into()),
        }
    }

    /// The body itself, of any length.
    #[must_use]
    pub fn into_body(self) -> Body {
        self.body
    }
}

/// A body that does not come to its end.
#[derive(Debug)]
pub(super) struct Interrupted(pub(super) BoxError);

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Interrupted {}

/// The statuses of a responder's responses.
#[derive(Clone, Copy, Debug)]
pub struct Statuses(Kind);

#[derive(Clone, Copy, Debug)]
enum Kind {
    Usually(u16),
    Only(u16),
    Successful,
    Redirections,
    Any,
}

impl Statuses {
    /// This one, unless the route declares another.
    #[must_use]
    pub const fn usually(status: u16) -> Self {
        Self(Kind::Usually(status))
    }

    /// This one.
    #[must_use]
    pub const fn only(status: u16) -> Self {
        Self(Kind::Only(status))
    }

    /// The declared one; where none is, each success (2xx).
    #[must_use]
    pub const fn successful() -> Self {
        Self(Kind::Successful)
    }

    /// Every redirection (3xx).
    #[must_use]
    pub const fn redirections() -> Self {
        Self(Kind::Redirections)
    }

    /// Every status.
    #[must_use]
    pub const fn any() -> Self {
        Self(Kind::Any)
    }

    /// Whether this is one of them; `declared` is 0 where the route declares none.
    pub(super) fn contain(self, status: StatusCode, declared: u16) -> bool {
        match self.0 {
            Kind::Usually(_) | Kind::Successful if declared != 0 => status == declared,
            Kind::Usually(only) | Kind::Only(only) => status == only,
            Kind::Successful => status.is_success(),
            Kind::Redirections => status.is_redirection(),
            Kind::Any => true,
        }
    }
}
