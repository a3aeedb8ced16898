//! The encoding of forms and queries: `+` is a space, and percent-escapes are UTF-8 (the URL standard's
//! `application/x-www-form-urlencoded`).

use std::borrow::Cow;

#[cfg(feature = "form")]
use percent_encoding::percent_decode;
use percent_encoding::percent_decode_str;

/// Why a text is not encoded so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// A `%` without its digits.
    Escape,
    /// Bytes that are no text.
    Utf8,
}

impl Broken {
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Escape => "has a `%` that is not followed by two hexadecimal digits",
            Self::Utf8 => "is not UTF-8",
        }
    }
}

/// The text of a name or a value.
pub(super) fn decode(text: &str) -> Result<Cow<'_, str>, Broken> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return Ok(Cow::Borrowed(text));
    }
    if has_broken_escape(bytes) {
        return Err(Broken::Escape);
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map_err(|_| Broken::Utf8)?;
    Ok(Cow::Owned(decoded.into_owned()))
}

/// The first pair that is not encoded so, by its name as it was sent. (Who parses a form puts U+FFFD in the place of what is no text,
/// and nobody would learn that something else was meant.)
#[cfg(feature = "form")]
pub(super) fn broken(text: &[u8]) -> Option<(&[u8], Broken)> {
    if text.is_ascii() && !text.contains(&b'%') {
        return None;
    }
    text.split(|&byte| byte == b'&').find_map(|pair| {
        let why = if has_broken_escape(pair) {
            Broken::Escape
        } else if percent_decode(pair).decode_utf8().is_err() {
            Broken::Utf8
        } else {
            return None;
        };
        Some((pair.split(|&byte| byte == b'=').next().unwrap_or_default(), why))
    })
}

fn has_broken_escape(bytes: &[u8]) -> bool {
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let broken = |(at, &byte): (usize, &u8)| byte == b'%' && !(is_hex(at + 1) && is_hex(at + 2));
    bytes.iter().enumerate().any(broken)
}

#[cfg(all(test, feature = "form"))]
mod tests {
    use super::{Broken, broken};

    #[test]
    fn the_first_pair_that_is_broken_is_found() {
        for right in ["", "a=b", "a=%C3%A9&b=é&&=&c", "%C3%A9=+", "a=%25zz"] {
            assert_eq!(broken(right.as_bytes()), None, "{right}");
        }
        assert_eq!(broken(b"a=b&c=%C3&d=%F"), Some((&b"c"[..], Broken::Utf8)));
        assert_eq!(broken(b"a=\xff"), Some((&b"a"[..], Broken::Utf8)));
        assert_eq!(broken(b"a=%C3&b=%A9"), Some((&b"a"[..], Broken::Utf8)));
        assert_eq!(broken(b"a=%zz"), Some((&b"a"[..], Broken::Escape)));
        assert_eq!(broken(b"%4=a"), Some((&b"%4"[..], Broken::Escape)));
    }
}
