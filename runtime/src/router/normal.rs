//! The normal form of a path: what the routing table compares, and what captures are decoded from.

use std::borrow::Cow;

/// A path that other readers would read in another way than we do: answered with 400.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Malformed {
    /// A percent-escape without two hexadecimal digits, or a path that does not decode to UTF-8.
    Escape,
    /// A control character (RFC 3986 §7.3).
    Control,
    /// A segment that is `.` or `..`, in any spelling (RFC 3986 §3.3).
    Dots,
}

impl Malformed {
    #[cold]
    pub(crate) fn detail(self) -> &'static str {
        match self {
            Self::Escape => "the path is not percent-encoded UTF-8",
            Self::Control => "the path has a control character",
            Self::Dots => "the path has a segment that is `.` or `..`",
        }
    }
}

/// Decodes every percent-escape of `path` but those of `/` and `%`, which become `%2F` and `%25` (RFC 3986 §6.2.2);
/// `None` where there is nothing to decode.
///
/// Segments of dots are refused, not removed: whoever removed them before us may have taken other bytes for them. An
/// escaped slash and a backslash part such segments too, since others may read them so.
///
/// These two stay so that the path can still be split at its slashes and a capture can be decoded once more.
#[cold]
#[inline(never)]
pub(crate) fn normalize(path: &str) -> Result<Option<String>, Malformed> {
    if !path.contains('%') {
        return refuse_dots(path).map(|()| None);
    }
    let normal = decode_escapes(path)?;
    refuse_dots(&normal)?;
    Ok(Some(normal))
}

#[cold]
fn refuse_dots(normal: &str) -> Result<(), Malformed> {
    if has_dot_segment(normal) { Err(Malformed::Dots) } else { Ok(()) }
}

pub(super) fn has_dot_segment(normal: &str) -> bool {
    let segments = normal.split(['/', '\\']).flat_map(|segment| segment.split("%2F"));
    segments.into_iter().any(|segment| matches!(segment, "." | ".."))
}

// Both look at pieces of one size each, of which the last overlaps another. Without a way out of the loop, and with one
// comparison a byte, that is done for all bytes of a piece at once: but only where the two are functions apart.

/// Whether there may be a `%` or a dot, or the path is not of a length that a table knows.
#[inline(always)]
pub(super) fn has_any(path: &[u8]) -> bool {
    has_any_to::<b'.'>(path)
}

/// The same of a pattern's text, or a slash.
#[inline(never)]
pub(super) fn has_marks(text: &str) -> bool {
    !text.is_empty() && has_any_to::<b'/'>(text.as_bytes())
}

#[inline(always)]
fn has_any_to<const LAST: u8>(path: &[u8]) -> bool {
    match (path.first_chunk::<16>(), path.last_chunk::<16>()) {
        (Some(first), Some(last)) => {
            is_any::<LAST, _>(first, last) || path.len() > 32 && has_any_between::<LAST>(&path[16..])
        }
        _ => match (path.first_chunk::<8>(), path.last_chunk::<8>()) {
            (Some(first), Some(last)) => is_any::<LAST, _>(first, last),
            _ => has_any_of_few::<LAST>(path),
        },
    }
}

#[inline(always)]
fn has_any_of_few<const LAST: u8>(path: &[u8]) -> bool {
    match (path.first_chunk::<4>(), path.last_chunk::<4>()) {
        (Some(first), Some(last)) => is_any::<LAST, _>(first, last),
        _ => path.is_empty() || path.iter().any(|byte| matches!(byte, b'%' | b'.') || *byte == LAST),
    }
}

/// The same before the last piece.
#[inline]
fn has_any_between<const LAST: u8>(mut rest: &[u8]) -> bool {
    if rest.len() > usize::from(u16::MAX) - 16 {
        return true;
    }
    while let (Some(piece), true) = (rest.first_chunk::<16>(), rest.len() > 16) {
        if is_any::<LAST, _>(piece, piece) {
            return true;
        }
        rest = &rest[16..];
    }
    false
}

/// Taken off by exclusive or, it leaves a `%`, a dot and then a slash smaller than all else that is frequent in a path: one
/// comparison finds them up to the last that is asked for, and some bytes that are rare, `!"$&'()*+`, or two beyond ASCII.
const LOW: u8 = 0x22;

#[inline(always)]
fn is_any<const LAST: u8, const N: usize>(first: &[u8; N], last: &[u8; N]) -> bool {
    let pairs = first.iter().zip(last);
    pairs.fold(false, |any, (one, other)| {
        any | ((one ^ LOW).min(other ^ LOW).cast_signed() <= (LAST ^ LOW).cast_signed())
    })
}

/// Whether there is a `%`, or a dot behind what parts segments: each byte is looked at with the one before it.
#[inline(never)]
pub(super) fn has_odd(path: &[u8]) -> bool {
    if path.is_empty() || path.len() > usize::from(u16::MAX) {
        return true;
    }
    match (path.first_chunk::<17>(), path.last_chunk::<17>()) {
        (Some(first), Some(last)) => {
            is_odd::<16>(first) | is_odd::<16>(last) || path.len() > 33 && has_odd_between(&path[16..])
        }
        _ => match (path.first_chunk::<9>(), path.last_chunk::<9>()) {
            (Some(first), Some(last)) => is_odd::<8>(first) || is_odd::<8>(last),
            _ => path.first() == Some(&b'%') || path.windows(2).any(is_odd::<1>),
        },
    }
}

/// The same before the last piece.
#[inline(never)]
fn has_odd_between(mut rest: &[u8]) -> bool {
    while let (Some(piece), true) = (rest.first_chunk::<17>(), rest.len() > 17) {
        if is_odd::<16>(piece) {
            return true;
        }
        rest = &rest[16..];
    }
    false
}

#[inline(always)]
fn is_odd<const N: usize>(piece: &[u8]) -> bool {
    let pairs = piece[..N].iter().zip(&piece[1..=N]);
    pairs.fold(false, |odd, (before, byte)| {
        let parts = (before ^ b'/').min(before ^ b'\\');
        odd | ((byte ^ b'%').min((byte ^ b'.') | parts) == 0)
    })
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
        let (&[high, low], after) = after.split_first_chunk().ok_or(Malformed::Escape)?;
        rest = after;
        match hex(high)? << 4 | hex(low)? {
            b'/' => normal.extend_from_slice(b"%2F"),
            b'%' => normal.extend_from_slice(b"%25"),
            control if control.is_ascii_control() => return Err(Malformed::Control),
            byte => normal.push(byte),
        }
    }
    String::from_utf8(normal).map_err(|_| Malformed::Escape)
}

fn hex(digit: u8) -> Result<u8, Malformed> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        b'A'..=b'F' => Ok(digit - b'A' + 10),
        _ => Err(Malformed::Escape),
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
    if has_marks(text) && text.contains(['%', '/']) {
        Cow::Owned(text.replace('%', "%25").replace('/', "%2F"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same of literal text before the segments of a path.
#[cfg(feature = "tower")]
pub(crate) fn normal_prefix(prefix: &str) -> String {
    let segments = prefix.split('/').map(encode);
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(path: &str) -> String {
        normalize(path).unwrap().unwrap_or_else(|| path.to_owned())
    }

    #[test]
    fn a_path_without_escapes_is_normal() {
        assert_eq!(normalize("/a/b+c/ü"), Ok(None));
        assert!(matches!(decode("b c"), Cow::Borrowed("b c")));
    }

    #[test]
    fn escapes_are_decoded_but_for_slash_and_percent() {
        assert_eq!(normal("/%61%20%C3%bc"), "/a ü");
        assert_eq!(normal("/a%2fb%2Fc%25d%7B"), "/a%2Fb%2Fc%25d{");
        assert_eq!(normal("/%2525"), "/%2525");
    }

    #[test]
    fn malformed_escapes_are_refused() {
        for path in ["/%", "/%4", "/a%zz", "/%4g/b", "/%g4", "/%+1", "/%ff", "/%C3", "/%C3/%BC", "/%ü"] {
            assert_eq!(normalize(path), Err(Malformed::Escape), "{path}");
        }
    }

    #[test]
    fn a_capture_is_decoded_once() {
        for (raw, decoded) in [("%252F", "%2F"), ("%2F", "/"), ("%25", "%"), ("a%2fb%25c", "a/b%c")] {
            assert_eq!(decode(&normal(raw)), decoded);
        }
    }

    #[test]
    fn encode_is_the_inverse_of_decode() {
        for text in ["", "a", "100%", "a/b", "%2F", "%25%", "ü"] {
            assert_eq!(decode(&encode(text)), text);
            assert_eq!(normal(&encode(text)), encode(text));
        }
    }

    #[test]
    fn control_characters_are_refused() {
        for path in ["/%00", "/a%0d%0ab", "/%1B", "/%7f"] {
            assert_eq!(normalize(path), Err(Malformed::Control), "{path}");
        }
    }

    #[test]
    fn segments_of_dots_are_refused_in_any_spelling() {
        for dots in [".", "..", "%2e", ".%2E", "%2e%2e"] {
            for (before, after) in
                [("", ""), ("", "/"), ("a/", ""), ("a/", "/b"), ("a%2f", ""), ("a\\", "%5cb"), ("%2F", "")]
            {
                let path = format!("/{before}{dots}{after}");
                assert_eq!(normalize(&path), Err(Malformed::Dots), "{path}");
            }
        }
        for path in ["/...", "/.a", "/a.", "/a..b", "/..;", "/%252e", "/%252e%252e", "/ü.."] {
            assert!(normalize(path).is_ok(), "{path}");
        }
    }

    fn is_plain(path: &[u8]) -> bool {
        let any = has_any(path);
        assert!(any || !has_odd(path));
        !any || !has_odd(path)
    }

    #[test]
    fn a_path_of_a_length_that_no_table_knows_is_not_plain() {
        let most = usize::from(u16::MAX);
        for (len, plain) in [(0, false), (1, true), (most, true), (most + 1, false), (most + 20, false)] {
            assert_eq!(is_plain(&vec![b'/'; len]), plain, "{len}");
        }
    }

    #[test]
    fn what_is_frequent_in_a_path_needs_no_second_look() {
        for byte in 0..=u8::MAX {
            let path = [b'a', b'a', b'a', byte, b'a', b'a', b'a', b'a', b'a'];
            let frequent = byte.is_ascii_alphanumeric() || b"-_~/,;:=@".contains(&byte) || !byte.is_ascii();
            let sought = matches!(byte, b'%' | b'.');
            let any = has_any(&path);
            assert!(!(any && frequent) && (any || !sought), "{byte:#x}");
        }
    }

    #[test]
    fn what_needs_a_look_is_seen_wherever_it_is() {
        for len in 1..70 {
            let mut path = vec![b'/'; len];
            assert!(is_plain(&path));
            for at in 1..len {
                for (before, byte, plain) in [
                    (b'/', b'%', false),
                    (b'/', b'.', false),
                    (b'\\', b'.', false),
                    (b'a', b'.', true),
                    (b'.', b'/', true),
                ] {
                    path.fill(b'a');
                    (path[at - 1], path[at]) = (before, byte);
                    assert_eq!(is_plain(&path), plain, "at {at} of {len}");
                }
            }
        }
    }
}
