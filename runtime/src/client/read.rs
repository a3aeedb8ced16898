//! What a client reads of a response: `ReadResponse` of a responder, `ReadOutput` of all that a handler may return.

use std::convert::Infallible;
use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http_body_util::{BodyExt, Limited};
use serde::de::DeserializeOwned;

use super::{ReadProblem, Reply};
use crate::{Body, BoxError, Problem};

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
}

impl Received {
    pub(super) fn new(body: Body, limit: usize) -> Self {
        Self { body, limit }
    }

    /// All of it.
    ///
    /// # Errors
    /// Where it is longer than the client's limit, or does not come.
    pub async fn bytes(self) -> Result<Bytes, BoxError> {
        match Limited::new(self.body, self.limit).collect().await {
            Ok(body) => Ok(body.to_bytes()),
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

    /// Each redirection (3xx).
    #[must_use]
    pub const fn redirections() -> Self {
        Self(Kind::Redirections)
    }

    /// Each.
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

/// What a handler may return, as a client reads it: a [`ReadResponse`], a `Result` of one and a [`ReadProblem`], or an
/// `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read by a client\nhelp: derive `Deserialize` for what a `Json<T>` holds, and `Problem` for the error, with members that derive it too and a `title` or `type` where two variants have one status; a responder of your own implements `fingerpost::client::ReadResponse`",
    label = "what a client reads of `{Self}` is not known"
)]
pub trait ReadOutput {
    /// The responder of the success.
    #[doc(hidden)]
    type Success: ReadResponse;
    /// What the client gets of a success.
    type Value;
    /// What it learns of a problem.
    type Problem;
    /// The media types that it reads.
    #[doc(hidden)]
    const ACCEPTED: &'static str = <Self::Success as ReadResponse>::ACCEPTED;

    #[doc(hidden)]
    fn value(success: <Self::Success as ReadResponse>::Value) -> Self::Value;

    /// Which of the declared problems it is.
    #[doc(hidden)]
    fn problem(problem: &Problem) -> Option<Self::Problem>;

    /// What a plain 404 is, where it is declared.
    #[doc(hidden)]
    fn absence() -> Option<Self::Value> {
        None
    }
}

impl<T: ReadResponse> ReadOutput for T {
    type Success = T;
    type Value = T::Value;
    type Problem = Infallible;

    fn value(success: T::Value) -> T::Value {
        success
    }

    fn problem(_: &Problem) -> Option<Infallible> {
        None
    }
}

impl<T: ReadOutput> ReadOutput for Option<T> {
    type Success = T::Success;
    type Value = Option<T::Value>;
    type Problem = T::Problem;

    fn value(success: <T::Success as ReadResponse>::Value) -> Option<T::Value> {
        Some(T::value(success))
    }

    fn problem(problem: &Problem) -> Option<T::Problem> {
        T::problem(problem)
    }

    fn absence() -> Option<Option<T::Value>> {
        Some(None)
    }
}

impl<T: ReadOutput, E: ReadProblem> ReadOutput for Result<T, E> {
    type Success = T::Success;
    type Value = T::Value;
    type Problem = E::Kind;

    fn value(success: <T::Success as ReadResponse>::Value) -> T::Value {
        T::value(success)
    }

    fn problem(problem: &Problem) -> Option<E::Kind> {
        E::read(problem)
    }

    fn absence() -> Option<T::Value> {
        T::absence()
    }
}

/// A type that is read from JSON: every [`Deserialize`](serde::Deserialize) that borrows nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read by a client\nhelp: derive `Deserialize` for it, of the crate `serde`",
    label = "a client reads a `{Self}` of the answer"
)]
pub trait FromJson: Sized {
    #[doc(hidden)]
    fn from_json(json: &[u8]) -> Result<Self, serde_json::Error>;

    #[doc(hidden)]
    fn from_value(value: &serde_json::Value) -> Result<Self, serde_json::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromJson for T {
    fn from_json(json: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(json)
    }

    fn from_value(value: &serde_json::Value) -> Result<Self, serde_json::Error> {
        T::deserialize(value)
    }
}
