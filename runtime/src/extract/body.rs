//! The body as it is: `Bytes`, `String`, `Body`.

use std::string::FromUtf8Error;

use bytes::{Bytes, BytesMut};
use http_body_util::{BodyExt, Limited};

use super::{FromRequest, RequestContext};
use crate::{Body, BodyError, MediaTypes, Problem};

/// Reads a whole body of at most `limit` bytes.
#[expect(clippy::manual_async_fn, reason = "an `async fn` keeps each argument twice")]
pub(super) fn read(mut body: Body, limit: u64) -> impl Future<Output = Result<Bytes, Problem>> + Send {
    async move {
        let expected = http_body::Body::size_hint(&body).lower();
        if expected > limit {
            return Err(too_large(limit));
        }
        if let Some(bytes) = body.as_full() {
            return Ok(bytes.clone());
        }
        // Most bodies come in one piece: it is handed on as it is, and only a second one makes us copy.
        let mut first = Bytes::new();
        let mut rest = BytesMut::new();
        // Asked whether it is at its end, so that the last piece need not be waited for twice.
        while !body.is_empty()
            && let Some(frame) = body.frame().await
        {
            let Ok(data) = frame.map_err(BodyError::new)?.into_data() else { continue };
            if data.len() as u64 > limit - first.len().max(rest.len()) as u64 {
                return Err(too_large(limit));
            }
            if first.is_empty() {
                first = data;
            } else {
                if rest.is_empty() {
                    rest.reserve(usize::try_from(expected).unwrap_or_default().max(first.len() + data.len()));
                    rest.extend_from_slice(&first);
                }
                rest.extend_from_slice(&data);
            }
        }
        Ok(if rest.is_empty() { first } else { rest.freeze() })
    }
}

#[cold]
fn too_large(limit: u64) -> Problem {
    Problem::new(413).detail(format!("the request's body is longer than the {limit} bytes allowed here"))
}

/// The whole body, whatever its media type.
///
/// ```
/// use fingerpost::{App, Bytes, post, routes};
///
/// #[post("/count")]
/// fn count(body: Bytes) -> String {
///     format!("{} bytes", body.len())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![count]).test().post("/count").body("abc").send().await;
/// assert_eq!(response.text(), "3 bytes");
/// # }
/// ```
impl FromRequest for Bytes {
    type Rejection = Problem;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::ANY;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        request.read_body().await
    }

    fn is_absence(_: &Problem) -> bool {
        false
    }
}

/// The whole body as UTF-8 text, whatever its media type; 400 where it is not UTF-8.
impl FromRequest for String {
    type Rejection = Problem;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::ANY;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        let bytes = request.read_body().await?;
        Self::from_utf8(bytes.into()).map_err(|error: FromUtf8Error| {
            let at = error.utf8_error().valid_up_to();
            Problem::new(400).detail(format!("the request's body is not UTF-8 (from byte {at})"))
        })
    }

    fn is_absence(_: &Problem) -> bool {
        false
    }
}

/// The body as it comes, for the handler to read with [`Body::chunk`], which fails where it becomes longer than the route's
/// limit. One that says it is longer is 413 before the handler is called.
impl FromRequest for Body {
    type Rejection = Problem;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::ANY;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        let limit = request.body_limit();
        let body = request.take_body();
        if http_body::Body::size_hint(&body).lower() > limit {
            return Err(too_large(limit));
        }
        if http_body::Body::size_hint(&body).upper().is_some_and(|most| most <= limit) {
            return Ok(body);
        }
        Ok(Self::new(Limited::new(body, usize::try_from(limit).unwrap_or(usize::MAX))))
    }

    fn is_absence(_: &Problem) -> bool {
        false
    }
}
