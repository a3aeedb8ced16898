//! `Problem`: the one shape of every failure, a problem document of RFC 9457.

mod convert;
mod derive;
mod info;
mod members;
mod or_problem;
mod quick;
mod read;
mod render;
mod shown;
mod source;
mod status;

use std::borrow::Cow;

use http::StatusCode;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, TRANSFER_ENCODING};
use serde_json::Value;

use crate::error::BoxError;
use crate::{head, log};

pub(crate) use convert::answered_by_its_problem;
pub use convert::{IntoProblem, ProblemSet};
pub use derive::Problem;
pub use info::ProblemInfo;
use members::{Member, Members};
pub use or_problem::{IntoDetail, OrProblem};
pub(crate) use render::render;
pub use status::IntoStatus;
#[doc(hidden)]
pub use status::failure_status;

/// What expansions use besides, for `__private`.
pub(crate) mod door {
    pub use super::quick::{problem_detail, problem_member};
    pub use super::shown::{IsNotShown, IsShown, Shown, error_attribute, shown, shows_itself};
    pub use super::source::{IsNoSource, IsSource, Source, source};
}

/// The members that RFC 9457 §3.1 defines: no extension may take their names.
const OWN_MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// A failure, and the document that tells the client of it: `application/problem+json` (RFC 9457).
///
/// ```
/// use fingerpost::Problem;
///
/// let problem = Problem::new(409).detail("`intro` is taken").with("taken_by", 7);
/// assert_eq!(
///     serde_json::to_string(&problem).unwrap(),
///     r#"{"title":"Conflict","status":409,"detail":"`intro` is taken","taken_by":7}"#,
/// );
/// ```
///
/// It is a responder and an error to return: `Result<T, Problem>`. What it is about (status, title, detail, members,
/// headers) is sent; what it came from ([`because`](Self::because)) is logged and never sent. The detail of a 5xx is
/// for the log too, unless it is a [`public_detail`](Self::public_detail).
///
/// # What `?` turns into a problem
/// Every error that knows its status: a [`StatusCode`], a `(StatusCode, detail)`, and every type that derives
/// [`Problem`](derive@crate::Problem) or implements [`IntoProblem`]. Other errors say theirs on the way, with
/// [`OrProblem`]:
/// ```
/// use fingerpost::{OrProblem, Problem};
///
/// fn motd() -> Result<String, Problem> {
///     Ok(std::fs::read_to_string("/etc/motd").or_500()?)
/// }
/// ```
/// A 500 for *any* error would need one word less, and would answer 500, silently, for an error type that has both a
/// status of its own and `std::error::Error`: such a type could not have its own conversion beside the general one.
///
/// For the same reason as in `anyhow`, `Problem` is not itself a `std::error::Error`.
pub struct Problem(Box<Inner>);

struct Inner {
    status: StatusCode,
    title: Option<Cow<'static, str>>,
    detail: Option<Cow<'static, str>>,
    detail_is_public: bool,
    type_uri: Option<Cow<'static, str>>,
    instance: Option<Cow<'static, str>>,
    extensions: Option<Box<dyn Members>>,
    headers: HeaderMap,
    source: Option<BoxError>,
}

impl Problem {
    /// A problem of this status, a `u16` or a [`StatusCode`], entitled with its reason phrase.
    ///
    /// A status outside 400–599 is no failure: it becomes 500, and the log says which one was asked for. With a
    /// constant status, [`problem!`](crate::problem!) finds that out while compiling.
    ///
    /// ```
    /// use fingerpost::{Problem, StatusCode};
    ///
    /// assert_eq!(Problem::new(404).status(), StatusCode::NOT_FOUND);
    /// assert_eq!(Problem::new(StatusCode::CONFLICT).get_title(), "Conflict");
    /// assert_eq!(Problem::new(200).status(), 500);
    /// ```
    #[must_use]
    pub fn new(status: impl IntoStatus) -> Self {
        let asked = status.into_status();
        match StatusCode::from_u16(asked) {
            Ok(status) if is_failure(status) => Self::of_status(status),
            _ => {
                let complaint = format!("{asked} is not the status of a problem: 400 to 599 are");
                misuse(&complaint);
                Self::of_status(StatusCode::INTERNAL_SERVER_ERROR).detail(complaint)
            }
        }
    }

    fn of_status(status: StatusCode) -> Self {
        Self(Box::new(Inner {
            status,
            title: None,
            detail: None,
            detail_is_public: !status.is_server_error(),
            type_uri: None,
            instance: None,
            extensions: None,
            headers: HeaderMap::new(),
            source: None,
        }))
    }

    /// What kind of problem it is, the same for all of a kind (RFC 9457 §3.1.3), in place of the reason phrase.
    #[must_use]
    pub fn title(mut self, title: impl Into<Cow<'static, str>>) -> Self {
        self.0.title = Some(title.into());
        self
    }

    /// What went wrong this time (RFC 9457 §3.1.4). With a 5xx it goes to the log and not to the client.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.0.detail = Some(detail.into());
        self.0.detail_is_public = !self.0.status.is_server_error();
        self
    }

    /// As [`detail`](Self::detail), and sent to the client even with a 5xx.
    ///
    /// ```
    /// let problem = fingerpost::Problem::new(503).public_detail("back at noon");
    /// assert_eq!(
    ///     serde_json::to_string(&problem).unwrap(),
    ///     r#"{"title":"Service Unavailable","status":503,"detail":"back at noon"}"#,
    /// );
    /// ```
    #[must_use]
    pub fn public_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.0.detail = Some(detail.into());
        self.0.detail_is_public = true;
        self
    }

    /// The URI that names this kind of problem, the `type` member (RFC 9457 §3.1.1). Without one it is `about:blank`,
    /// which is not sent.
    #[must_use]
    pub fn type_uri(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.0.type_uri = Some(uri.into());
        self
    }

    /// The URI that names this one occurrence (RFC 9457 §3.1.5).
    #[must_use]
    pub fn instance(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.0.instance = Some(uri.into());
        self
    }

    /// An extension member (RFC 9457 §3.2); the same name again replaces the value.
    ///
    /// The names of the document's own members (`type`, `title`, `status`, `detail`, `instance`) are taken: such an
    /// extension is sent with an underscore behind its name. A value that serde cannot serialize is not sent. The log
    /// tells of both.
    ///
    /// ```
    /// let problem = fingerpost::Problem::new(403).with("balance", 30).with("status", "poor");
    /// let json = serde_json::to_value(&problem).unwrap();
    /// assert_eq!((&json["balance"], &json["status"], &json["status_"]), (&30.into(), &403.into(), &"poor".into()));
    /// ```
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl serde::Serialize) -> Self {
        self.add(name.into(), serde_json::to_value(value));
        self
    }

    /// Compiled once, whatever the value is.
    fn add(&mut self, mut name: Cow<'static, str>, value: serde_json::Result<Value>) {
        if OWN_MEMBERS.contains(&&*name) {
            misuse(&format!("`{name}` is the problem's own member; the extension is sent as `{name}_`"));
            name.to_mut().push('_');
        }
        let value = match value {
            Ok(value) => value,
            Err(error) => return misuse(&format!("the extension member `{name}` is not sent: {error}")),
        };
        self.0.extensions.get_or_insert_with(|| Box::new(Vec::new())).set(name, value);
    }

    /// A header of the response: `WWW-Authenticate`, `Retry-After`, `Allow`, … The same name again adds a line.
    ///
    /// A name or value that HTTP does not allow (RFC 9110 §5.1, §5.5) is left out, and so are the headers that follow
    /// from the body; the log says so.
    ///
    /// ```
    /// let problem = fingerpost::Problem::new(401).header("WWW-Authenticate", "Bearer");
    /// assert_eq!(problem.headers()["www-authenticate"], "Bearer");
    /// ```
    #[must_use]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        N::Error: Into<http::Error>,
        V: TryInto<HeaderValue>,
        V::Error: Into<http::Error>,
    {
        self.add_header(name.try_into().map_err(Into::into), value.try_into().map_err(Into::into));
        self
    }

    /// Compiled once, whatever the two were.
    fn add_header(&mut self, name: http::Result<HeaderName>, value: http::Result<HeaderValue>) {
        match (name, value) {
            (Ok(CONTENT_LENGTH | CONTENT_TYPE | TRANSFER_ENCODING), _) => {
                misuse("a problem's content headers follow from its body; the one given is left out");
            }
            (Ok(name), Ok(value)) => head::add(&mut self.0.headers, name, value),
            (Ok(name), Err(error)) => misuse(&format!("the header `{name}` is left out: {error}")),
            (Err(error), _) => misuse(&format!("a header is left out: {error}")),
        }
    }

    /// What it came from: for the log, never sent.
    ///
    /// ```
    /// use fingerpost::Problem;
    ///
    /// let problem = Problem::new(500).because("disk full");
    /// assert_eq!(problem.source().unwrap().to_string(), "disk full");
    /// assert_eq!(serde_json::to_string(&problem).unwrap(), r#"{"title":"Internal Server Error","status":500}"#);
    /// ```
    #[must_use]
    pub fn because(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }
}

fn is_failure(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error()
}

/// A mistake of the program that must not cost the client its answer.
#[cold]
fn misuse(complaint: &str) {
    log::misuse(complaint);
}
