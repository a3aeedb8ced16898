//! `LastEventId`: the last event that a client has seen, which comes back for more.

use std::fmt;
use std::ops::Deref;

use http::HeaderName;

use super::{FromRequest, RequestContext};
use crate::answered_by_its_problem;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// The [`Event::id`](crate::Event::id) that the client has seen last, where it connects to an [`Sse`](crate::Sse) again. A
/// first request has none: take it as `Option<LastEventId>`.
///
/// It is what the client says, and need not be one that was ever sent. 400 where it is missing or not UTF-8.
///
/// ```
/// use fingerpost::{App, LastEventId, get, routes};
///
/// #[get("/seen")]
/// fn seen(last: Option<LastEventId>) -> String {
///     last.map_or("nothing".to_owned(), |LastEventId(id)| id)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![seen]).test();
/// assert_eq!(app.get("/seen").send().await.text(), "nothing");
/// assert_eq!(app.get("/seen").header("last-event-id", "7").send().await.text(), "7");
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LastEventId(pub String);

impl FromRequest for LastEventId {
    type Rejection = LastEventIdRejection;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, LastEventIdRejection> {
        let id = request.headers().get(LAST_EVENT_ID).ok_or(LastEventIdRejection::Missing)?;
        let id = std::str::from_utf8(id.as_bytes()).map_err(|_| LastEventIdRejection::NotUtf8)?;
        Ok(Self(id.to_owned()))
    }

    fn is_absence(rejection: &LastEventIdRejection) -> bool {
        *rejection == LastEventIdRejection::Missing
    }
}

impl Deref for LastEventId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Why there is no [`LastEventId`]: 400.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LastEventIdRejection {
    /// The request has no such header.
    Missing,
    /// It is not UTF-8, as every id that was sent is.
    NotUtf8,
}

answered_by_its_problem!(LastEventIdRejection: "LastEventId", 400);

impl fmt::Display for LastEventIdRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("the header `Last-Event-ID` is required"),
            Self::NotUtf8 => f.write_str("the header `Last-Event-ID` is not UTF-8"),
        }
    }
}

impl std::error::Error for LastEventIdRejection {}
