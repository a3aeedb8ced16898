//! The credentials of an `Authorization` header (RFC 9110 §11.6.2), for the extractors of one scheme each.

use http::HeaderMap;
use http::header::AUTHORIZATION;

/// What the request says of one scheme.
pub(super) enum Credentials<'h> {
    /// Nothing: there is no such header, or it is another scheme's.
    None,
    /// More than one header, or one that is not text.
    Malformed,
    /// What stands behind the scheme's name.
    Of(&'h str),
}

/// The credentials of one scheme, whose name the request may write in any case (RFC 9110 §11.1).
pub(super) fn of<'h>(headers: &'h HeaderMap, scheme: &str) -> Credentials<'h> {
    let mut lines = headers.get_all(AUTHORIZATION).iter();
    let Some(line) = lines.next() else { return Credentials::None };
    // Another reader, such as a proxy, may take the other header, and the request for somebody else's.
    if lines.next().is_some() {
        return Credentials::Malformed;
    }
    let Ok(line) = line.to_str() else { return Credentials::Malformed };
    let (name, credentials) = line.split_once(' ').unwrap_or((line, ""));
    if name.eq_ignore_ascii_case(scheme) {
        Credentials::Of(credentials.trim_matches(' '))
    } else {
        Credentials::None
    }
}
