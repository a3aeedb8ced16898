//! The normal form of a path: what the routing table compares, and what captures are decoded from.

use std::borrow::Cow;

/// A percent-escape without two hexadecimal digits, or a path that does not decode to UTF-8: answered with 400.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// Decodes every percent-escape of `path` but those of `/` and `%`, which become `%2F` and `%25` (RFC 3986 §6.2.2).
///
/// These two stay so that the path can still be split at its slashes and a capture can be decoded once more.
pub(crate) fn normalize(path: &str) -> Result<Cow<'_, str>, Malformed> {
    // Without a way out of the loop it is done many bytes at a time.
    if path.bytes().fold(false, |found, byte| found | (byte == b'%')) {
        decode_escapes(path).map(Cow::Owned)
    } else {
        Ok(Cow::Borrowed(path))
    }
}

#[cold]
fn decode_escapes(path: &str) -> Result<String, Malformed> {
    let mut rest = path.as_bytes();
    let mut normal = Vec::with_capacity(path.len());
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            normal.push(byte);
            continue;
        }
        let (&[high, low], after) = after.split_first_chunk().ok_or(Malformed)?;
        rest = after;
        match hex(high)? << 4 | hex(low)? {
            b'/' => normal.extend_from_slice(b"%2F"),
            b'%' => normal.extend_from_slice(b"%25"),
            byte => normal.push(byte),
        }
    }
    String::from_utf8(normal).map_err(|_| Malformed)
}

fn hex(digit: u8) -> Result<u8, Malformed> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        b'A'..=b'F' => Ok(digit - b'A' + 10),
        _ => Err(Malformed),
    }
}

/// The text that a normalised segment stands for: its `%2F` and `%25` decoded.
pub(crate) fn decode(segment: &str) -> Cow<'_, str> {
    let Some(first) = segment.find('%') else {
        return Cow::Borrowed(segment);
    };
    let mut text = String::with_capacity(segment.len());
    text.push_str(&segment[..first]);
    let mut pieces = segment[first..].split('%');
    text.extend(pieces.next());
    for piece in pieces {
        let (byte, after) = match piece.as_bytes() {
            [b'2', b'F', ..] => ('/', &piece[2..]),
            [b'2', b'5', ..] => ('%', &piece[2..]),
            _ => ('%', piece),
        };
        text.push(byte);
        text.push_str(after);
    }
    Cow::Owned(text)
}

/// The normalised form of one segment of a pattern, which is written decoded: the inverse of [`decode`].
pub(super) fn encode(text: &str) -> Cow<'_, str> {
    if text.contains(['%', '/']) {
        Cow::Owned(text.replace('%', "%25").replace('/', "%2F"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_without_escapes_is_borrowed() {
        assert!(matches!(normalize("/a/b+c/ü"), Ok(Cow::Borrowed("/a/b+c/ü"))));
        assert!(matches!(decode("b c"), Cow::Borrowed("b c")));
    }

    #[test]
    fn escapes_are_decoded_but_for_slash_and_percent() {
        assert_eq!(normalize("/%61%20%C3%bc").unwrap(), "/a ü");
        assert_eq!(normalize("/a%2fb%2Fc%25d%00").unwrap(), "/a%2Fb%2Fc%25d\0");
        assert_eq!(normalize("/%2525").unwrap(), "/%2525");
    }

    #[test]
    fn malformed_escapes_are_refused() {
        for path in ["/%", "/%4", "/a%zz", "/%4g/b", "/%g4", "/%+1", "/%ff", "/%C3", "/%C3/%BC", "/%ü"] {
            assert_eq!(normalize(path), Err(Malformed), "{path}");
        }
    }

    #[test]
    fn a_capture_is_decoded_once() {
        for (raw, decoded) in [("%252F", "%2F"), ("%2F", "/"), ("%25", "%"), ("a%2fb%25c", "a/b%c")] {
            assert_eq!(decode(&normalize(raw).unwrap()), decoded);
        }
    }

    #[test]
    fn encode_is_the_inverse_of_decode() {
        for text in ["", "a", "100%", "a/b", "%2F", "%25%", "ü"] {
            assert_eq!(decode(&encode(text)), text);
            assert_eq!(normalize(&encode(text)).unwrap(), encode(text));
        }
    }
}
