//! What a problem says, read again: by hooks, layers, tests, and as text for the log.

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, Response, StatusCode};
use serde_json::Value;

use super::status::reason;
use super::{Member, Problem};

/// Reading. Where the builder has the plain name, the reader is called `get_…`, as in [`std::process::Command`].
impl Problem {
    /// The problem that a response stands for, also after it has been rendered: for layers and tests.
    ///
    /// It is the `Arc<Problem>` among the response's extensions.
    ///
    /// ```
    /// use fingerpost::{Problem, Responder, Response};
    ///
    /// let mut response = Response::default();
    /// assert!(Problem::of(&response).is_none());
    /// Problem::new(404).respond(&mut response);
    /// assert_eq!(Problem::of(&response).unwrap().get_title(), "Not Found");
    /// ```
    #[must_use]
    pub fn of<B>(response: &Response<B>) -> Option<&Self> {
        response.extensions().get::<Arc<Self>>().map(|problem| &**problem)
    }

    /// The status, 400 to 599.
    ///
    /// ```
    /// use fingerpost::problem;
    ///
    /// let item = 7;
    /// let problem = problem!(409, "item {item} is sold", "item" = item);
    /// assert_eq!((problem.status().as_u16(), problem.get_title()), (409, "Conflict"));
    /// assert_eq!((problem.get_detail(), problem.get_type_uri()), (Some("item 7 is sold"), None));
    /// assert!(problem.extensions().any(|(name, value)| name == "item" && *value == 7));
    /// ```
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The title, or else the status' reason phrase.
    #[must_use]
    pub fn get_title(&self) -> &str {
        self.0.title.as_deref().unwrap_or_else(|| reason(self.0.status))
    }

    /// The detail that is sent: of a 5xx only a [public](Self::public_detail) one.
    #[must_use]
    pub fn get_detail(&self) -> Option<&str> {
        self.0.detail.as_deref().filter(|_| self.0.detail_is_public)
    }

    /// The detail that goes to the log and is not sent, as that of a 5xx.
    ///
    /// ```
    /// use fingerpost::Problem;
    ///
    /// let problem = Problem::new(502).detail("10.0.0.7 is away");
    /// assert_eq!((problem.get_detail(), problem.get_private_detail()), (None, Some("10.0.0.7 is away")));
    /// ```
    #[must_use]
    pub fn get_private_detail(&self) -> Option<&str> {
        self.0.detail.as_deref().filter(|_| !self.0.detail_is_public)
    }

    /// The `type` member; `None` is `about:blank`.
    #[must_use]
    pub fn get_type_uri(&self) -> Option<&str> {
        self.0.type_uri.as_deref()
    }

    /// The URI of this occurrence.
    #[must_use]
    pub fn get_instance(&self) -> Option<&str> {
        self.0.instance.as_deref()
    }

    /// The extension members, in the order they were added.
    pub fn extensions(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.members().iter().map(|(name, value)| (&**name, value))
    }

    fn members(&self) -> &[Member] {
        self.0.extensions.as_ref().map_or(&[], |extensions| extensions.get())
    }

    /// The headers that the response gets besides `Content-Type`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// What it came from.
    #[must_use]
    pub fn source(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        self.0.source.as_deref()
    }
}

/// As the log has it: with the parts that are not sent.
impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let mut debug = f.debug_struct("Problem");
        debug.field("status", &inner.status.as_u16()).field("title", &self.get_title());
        for (name, value) in
            [("type", &inner.type_uri), ("detail", &inner.detail), ("instance", &inner.instance)]
        {
            if let Some(value) = value {
                debug.field(name, value);
            }
        }
        for (name, value) in self.members() {
            debug.field(name, value);
        }
        if let Some(source) = &inner.source {
            debug.field("source", source);
        }
        debug.finish()
    }
}

/// `404 Not Found: no post 7`, with the detail only where the client sees it too.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.status.as_u16(), self.get_title())?;
        match self.get_detail() {
            Some(detail) => write!(f, ": {detail}"),
            None => Ok(()),
        }
    }
}
