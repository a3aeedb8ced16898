//! What is done to a message's headers, each compiled once: a map's own functions are compiled anew wherever they are called,
//! for each kind of name 2 to 3 KB.

use http::{HeaderMap, HeaderName, HeaderValue};

/// In place of those of the same name.
#[inline(never)]
pub(crate) fn set(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.insert(name, value);
}

/// Beside those of the same name.
#[inline(never)]
pub(crate) fn add(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.append(name, value);
}

/// Leaves none of the name.
#[inline(never)]
pub(crate) fn unset(headers: &mut HeaderMap, name: &HeaderName) {
    headers.remove(name);
}
