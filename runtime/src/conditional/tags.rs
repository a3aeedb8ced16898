//! The lists of `If-Match` and `If-None-Match` (RFC 9110 §13.1.1, §13.1.2): `*`, or tags.

use http::{HeaderMap, HeaderName};

/// The elements of a field, each as it is written. One that is neither `*` nor a tag matches nothing.
pub(super) fn listed<'h>(
    headers: &'h HeaderMap,
    name: &HeaderName,
) -> impl Iterator<Item = &'h [u8]> + use<'h> {
    let values = headers.get_all(name).into_iter();
    values.flat_map(|value| crate::respond::negotiated::split(value.as_bytes(), b',')).map(<[u8]>::trim_ascii)
}
