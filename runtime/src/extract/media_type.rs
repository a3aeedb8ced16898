//! The media type of a request's body, against those that an extractor reads.

use http::{HeaderMap, header};

use super::RequestContext;
use crate::{MediaTypes, Problem};

/// Why a body is not one to read.
pub(super) enum Unfit {
    /// There is neither a body nor a media type.
    Absent,
    /// The media type is another, or is missing from a body that has bytes.
    Unsupported,
    /// The body could not be read.
    Body(Problem),
}

/// Judges the body by its `Content-Type` (RFC 9110 §8.3), before it is read.
#[inline]
pub(super) fn expect(
    request: &mut RequestContext<'_>,
    accepted: MediaTypes,
) -> impl Future<Output = Result<(), Unfit>> + Send {
    // Judged beforehand, so that the future does not keep the list: it would no longer fit into a request's room.
    let is_accepted = match essence(request.headers()) {
        Some(media_type) => Some(accepted.contains(media_type)),
        None => request.has_bytes().then_some(false),
    };
    async move {
        match is_accepted {
            Some(true) => Ok(()),
            Some(false) => Err(Unfit::Unsupported),
            // A chunked body shows that it is empty only by being read.
            None => match request.read_body().await {
                Ok(body) if body.is_empty() => Err(Unfit::Absent),
                Ok(_) => Err(Unfit::Unsupported),
                Err(problem) => Err(Unfit::Body(problem)),
            },
        }
    }
}

/// The media type of a message, without its parameters.
pub(crate) fn essence(headers: &HeaderMap) -> Option<&[u8]> {
    headers.get(header::CONTENT_TYPE).map(|value| essence_of(value.as_bytes()))
}

/// A media type without its parameters.
pub(crate) fn essence_of(media_type: &[u8]) -> &[u8] {
    media_type.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii()
}
