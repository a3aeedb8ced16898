//! `FileRequest`: what a request says of the file that it wants.

use std::convert::Infallible;

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Uri};
use http_body_util::Empty;

use super::{FromRequest, RequestContext};
use crate::conditional::CONDITIONS;
use crate::head;

/// What a request says of the file that it wants: a range, conditions, codings. What [`NamedFile`](crate::NamedFile) and
/// [`Dir`](crate::Dir) answer by.
///
/// ```
/// use fingerpost::{App, FileRequest, NamedFile, Problem, get, routes};
///
/// #[get("/licence")]
/// async fn licence(request: FileRequest) -> Result<NamedFile, Problem> {
///     Ok(NamedFile::open("../LICENSE-MIT", request).await?.download("licence.txt"))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![licence]).test().get("/licence").send().await;
/// assert_eq!(response.header("content-disposition"), Some("attachment; filename=\"licence.txt\""));
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct FileRequest {
    is_head: bool,
    uri: Uri,
    headers: HeaderMap,
}

impl FromRequest for FileRequest {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        let method = request.method();
        let (is_head, is_get) = (*method == Method::HEAD, *method == Method::GET);
        let mut headers = HeaderMap::new();
        let mut copy = |name: HeaderName| {
            for value in request.headers().get_all(&name) {
                head::add(&mut headers, name.clone(), value.clone());
            }
        };
        copy(header::ACCEPT_ENCODING);
        // The conditions are about what a GET would give, a range is for GET alone (RFC 9110 §13.2.1, §14.2).
        if is_get || is_head {
            CONDITIONS.into_iter().for_each(&mut copy);
        }
        // A unit that nobody knows is to be passed over, as is a range that is said twice (RFC 9110 §14.2).
        let mut ranges = request.headers().get_all(header::RANGE).iter();
        let range = ranges.next().filter(|_| is_get).and_then(of_bytes);
        if let (Some(range), None) = (range, ranges.next()) {
            copy(header::IF_RANGE);
            head::set(&mut headers, header::RANGE, range);
        }
        Ok(Self { is_head, uri: request.uri().clone(), headers })
    }
}

/// The range, where it is one of bytes; the unit is a token, which has no case of its own.
fn of_bytes(range: &HeaderValue) -> Option<HeaderValue> {
    let (unit, ranges) = range.as_bytes().split_first_chunk::<6>()?;
    let known = unit.eq_ignore_ascii_case(b"bytes=");
    known.then(|| HeaderValue::from_bytes(&[b"bytes=", ranges].concat()).ok()).flatten()
}

impl FileRequest {
    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The request for a file, as files are asked for.
    pub(crate) fn to(&self, target: &Uri) -> Request<Empty<Bytes>> {
        let mut request = Request::new(Empty::new());
        *request.method_mut() = if self.is_head { Method::HEAD } else { Method::GET };
        *request.uri_mut() = target.clone();
        *request.headers_mut() = self.headers.clone();
        request
    }

    /// Whether the range is one of this file: `If-Range` is its strong `ETag` or the time of its last change, to the letter
    /// (RFC 9110 §13.1.5).
    pub(crate) fn range_holds_for(&self, file: &HeaderMap) -> bool {
        let Some(of) = self.headers.get(header::IF_RANGE) else { return true };
        [header::ETAG, header::LAST_MODIFIED].iter().any(|name| file.get(name) == Some(of))
    }
}
