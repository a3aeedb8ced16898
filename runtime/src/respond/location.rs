//! The `Location` header, from what prints as a URI reference.

use std::borrow::Cow;

use http::{HeaderValue, header::LOCATION};
use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::Response;
use super::failure::break_off;
use crate::head;

/// Sets `Location` (RFC 9110 §10.2.2). What is not ASCII is percent-encoded (RFC 3987 §3.1), as is a space; a line break
/// or other control character is a mistake that must not be sent in any form: 500.
pub(super) fn set(response: &mut Response, location: &str) {
    const NEVER_IN_A_URI: &AsciiSet = &AsciiSet::EMPTY.add(b' ').add(b'"').add(b'<').add(b'>');
    let value = match Cow::from(utf8_percent_encode(location, NEVER_IN_A_URI)) {
        Cow::Borrowed(location) => HeaderValue::from_str(location),
        Cow::Owned(location) => HeaderValue::try_from(location),
    };
    match value {
        Ok(value) => head::set(response.headers_mut(), LOCATION, value),
        Err(error) => break_off(response, "the response's location is not a URI reference", error),
    }
}
