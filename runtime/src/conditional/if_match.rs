//! `IfMatch`: the tag without which a request changes nothing.

use std::fmt;

use http::header::{HeaderMap, HeaderValue, IF_MATCH};

use super::etag::ETag;
use super::evaluate::matches;
use super::preconditions::PreconditionFailed;
use super::validators::Validators;
use crate::answered_by_its_problem;
use crate::extract::{FromRequest, RequestContext};

/// The `If-Match` of a request (RFC 9110 §13.1.1), which must be there: without it the answer is 428 (RFC 6585 §3), so that
/// no client writes over what it has not seen.
///
/// The handler [checks](Self::check) it against the current tag, where it writes: under the same lock, or in the same
/// transaction. As an `Option` it may be missing. Tags are compared strongly, so that a weak one never matches; a tag that is
/// malformed matches nothing.
///
/// ```
/// use fingerpost::{App, ETag, IfMatch, Problem, get, put, routes};
/// use std::sync::Mutex;
///
/// /// The text, and the number of its version.
/// struct Page(Mutex<(u64, String)>);
///
/// #[get("/page")]
/// fn page(page: &Page) -> (ETag, String) {
///     let page = page.0.lock().unwrap();
///     (page.0.into(), page.1.clone())
/// }
///
/// #[put("/page")]
/// fn put_page(text: String, if_match: IfMatch, page: &Page) -> Result<(ETag, ()), Problem> {
///     let mut page = page.0.lock().unwrap();
///     if_match.check(page.0)?;
///     *page = (page.0 + 1, text);
///     Ok((page.0.into(), ()))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![page, put_page]).state(Page(Mutex::new((1, String::new())))).test();
/// assert_eq!(app.put("/page").body("mine").send().await.status(), 428);
/// let seen = app.get("/page").send().await;
/// let tag = seen.header("etag").unwrap();
/// assert_eq!(app.put("/page").header("if-match", tag).body("mine").send().await.header("etag"), Some("\"2\""));
/// assert_eq!(app.put("/page").header("if-match", tag).body("theirs").send().await.status(), 412);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct IfMatch(HeaderMap);

impl IfMatch {
    /// `*`: whatever is there, as long as something is.
    #[must_use]
    pub fn any() -> Self {
        Self(HeaderMap::from_iter([(IF_MATCH, HeaderValue::from_static("*"))]))
    }

    /// Whether what is there now is what the client has seen: an [`ETag`], a number of which one is made, or an `Option` of
    /// one, `None` where nothing is there.
    ///
    /// # Errors
    /// 412 where it is another.
    pub fn check(&self, current: impl Into<Validators>) -> Result<(), PreconditionFailed> {
        if matches(&self.0, &current.into()) { Ok(()) } else { Err(PreconditionFailed) }
    }
}

/// What a client sends that has seen a tag.
#[cfg(feature = "client")]
impl IfMatch {
    /// The tags, as a client sends them.
    pub(crate) fn tags(&self) -> Option<&HeaderValue> {
        self.0.get(IF_MATCH)
    }
}

impl From<ETag> for IfMatch {
    fn from(tag: ETag) -> Self {
        Self(HeaderMap::from_iter([(IF_MATCH, tag.as_header().clone())]))
    }
}

impl FromRequest for IfMatch {
    type Rejection = MissingIfMatch;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, MissingIfMatch> {
        let values = request.headers().get_all(IF_MATCH).iter();
        let own: HeaderMap = values.map(|value| (IF_MATCH, value.clone())).collect();
        if own.is_empty() { Err(MissingIfMatch) } else { Ok(Self(own)) }
    }
}

/// The request has no `If-Match`, and must have one: 428 (RFC 6585 §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MissingIfMatch;

answered_by_its_problem!(MissingIfMatch: "MissingIfMatch", 428);

impl fmt::Display for MissingIfMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`If-Match` is required, with the `ETag` of what is to be changed")
    }
}

impl std::error::Error for MissingIfMatch {}
