//! `Content-Disposition`: whether a file is shown or kept, and under which name.

use http::HeaderValue;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 8187 §3.2.1 lets stand (`attr-char`).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The header with a name that is none of a path and has no control characters: those become `_`. A name that clients
/// could read in two ways is sent in both (RFC 6266 §4.3, appendix D).
pub(super) fn header(kind: &str, name: &str) -> HeaderValue {
    let name = name.replace(|char: char| matches!(char, '/' | '\\') || char.is_control(), "_");
    let plain = name.replace(|char: char| !matches!(char, ' '..='~') || matches!(char, '"' | '%'), "_");
    let mut value = format!("{kind}; filename=\"{plain}\"");
    if plain != name {
        value += &format!("; filename*=UTF-8''{}", utf8_percent_encode(&name, ENCODED));
    }
    HeaderValue::try_from(value).unwrap_or_else(|_| HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_plain_name_stands_as_it_is() {
        assert_eq!(header("attachment", "report 7.pdf"), "attachment; filename=\"report 7.pdf\"");
    }

    #[test]
    fn another_name_stands_twice() {
        let expected =
            "inline; filename=\"_ 100_ _x_.txt\"; filename*=UTF-8''%E2%82%AC%20100%25%20%22x%22.txt";
        assert_eq!(header("inline", "\u{20ac} 100% \"x\".txt"), expected);
    }

    #[test]
    fn no_name_is_a_path_or_breaks_the_line() {
        assert_eq!(header("attachment", "../a\\b\r\nc"), "attachment; filename=\".._a_b__c\"");
    }
}
