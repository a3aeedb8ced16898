//! The media type of a request's body, against the one that an extractor reads.

use http::{HeaderMap, header};

use super::RequestContext;
use crate::Problem;

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
pub(super) async fn expect(
    request: &mut RequestContext<'_>,
    accepts: impl Fn(&[u8]) -> bool,
) -> Result<(), Unfit> {
    match essence(request.headers()) {
        Some(media_type) if accepts(media_type) => Ok(()),
        Some(_) => Err(Unfit::Unsupported),
        None if request.has_bytes() => Err(Unfit::Unsupported),
        // A chunked body shows that it is empty only by being read.
        None => match request.read_body().await {
            Ok(body) if body.is_empty() => Err(Unfit::Absent),
            Ok(_) => Err(Unfit::Unsupported),
            Err(problem) => Err(Unfit::Body(problem)),
        },
    }
}

/// `application/json` or any `+json` (RFC 6839 §3.1).
pub(crate) fn is_json(essence: &[u8]) -> bool {
    essence.eq_ignore_ascii_case(b"application/json")
        || essence
            .split_last_chunk::<5>()
            .is_some_and(|(rest, suffix)| suffix.eq_ignore_ascii_case(b"+json") && rest.contains(&b'/'))
}

/// What HTML forms send.
#[cfg(feature = "form")]
pub(super) fn is_form(essence: &[u8]) -> bool {
    essence.eq_ignore_ascii_case(b"application/x-www-form-urlencoded")
}

/// The media type of a message, without its parameters.
pub(crate) fn essence(headers: &HeaderMap) -> Option<&[u8]> {
    headers.get(header::CONTENT_TYPE).map(|value| essence_of(value.as_bytes()))
}

/// A media type without its parameters.
pub(crate) fn essence_of(media_type: &[u8]) -> &[u8] {
    media_type.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header::CONTENT_TYPE};

    use super::{essence, is_json};

    fn says_json(content_type: &'static str) -> bool {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(content_type))]);
        essence(&headers).is_some_and(is_json)
    }

    #[test]
    fn json_has_a_name_and_a_suffix() {
        assert!(says_json("application/json"));
        assert!(says_json("Application/JSON ; charset=utf-8"));
        assert!(says_json("application/merge-patch+json"));
        assert!(!says_json("text/plain"));
        assert!(!says_json("application/jsonp"));
        assert!(!says_json("+json"));
        assert!(!says_json(""));
    }
}
