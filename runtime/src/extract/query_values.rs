//! The values of one parameter in a query string, decoded as forms are.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::Problem;

/// The values of `name`, in order. Borrowed from the query where they need no decoding; 400 where one is not UTF-8 or
/// has a broken percent-escape.
pub(crate) fn query_values<'q>(
    query: &'q str,
    name: &str,
) -> impl Iterator<Item = Result<Cow<'q, str>, Problem>> {
    query.split('&').filter_map(move |pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let is_it = key == name
            || ((key.contains('%') || key.contains('+')) && decode(key).is_ok_and(|decoded| decoded == name));
        (is_it && !pair.is_empty()).then(|| decode(value).map_err(|broken| broken.problem(name)))
    })
}

enum Broken {
    Escape,
    Utf8,
}

impl Broken {
    #[cold]
    fn problem(self, name: &str) -> Problem {
        let what = match self {
            Self::Escape => "has a `%` that is not followed by two hexadecimal digits",
            Self::Utf8 => "is not UTF-8",
        };
        Problem::new(400).detail(format!("`{name}` in the query {what}"))
    }
}

/// Decodes `+` and percent-escapes (the URL standard's application/x-www-form-urlencoded).
fn decode(text: &str) -> Result<Cow<'_, str>, Broken> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return Ok(Cow::Borrowed(text));
    }
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let broken = |(at, &byte): (usize, &u8)| byte == b'%' && !(is_hex(at + 1) && is_hex(at + 2));
    if bytes.iter().enumerate().any(broken) {
        return Err(Broken::Escape);
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map_err(|_| Broken::Utf8)?;
    Ok(Cow::Owned(decoded.into_owned()))
}
