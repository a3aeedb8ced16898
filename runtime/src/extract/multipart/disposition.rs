//! `Content-Disposition` of a part (RFC 7578 §4.2): its names, as forms write them and as they are read.

use http::HeaderMap;
use http::header::CONTENT_DISPOSITION;
use percent_encoding::percent_decode_str;

/// Whether a character of a name is percent-encoded: a quote, at which the name would end, and what no header may hold. The
/// HTML standard ("multipart form data") encodes the quote and line ends, RFC 7578 §2 allows it for control characters.
const fn is_encoded(character: char) -> bool {
    character == '"' || character.is_ascii_control()
}

/// Writes a name as it stands between quotes.
#[cfg(any(feature = "client", feature = "server"))]
pub(crate) fn encode(name: &str, to: &mut String) {
    use std::fmt::Write as _;
    for character in name.chars() {
        if is_encoded(character) {
            let _ = write!(to, "%{:02X}", u32::from(character));
        } else {
            to.push(character);
        }
    }
}

/// What [`encode`] encodes; any other `%` is itself, since no browser encodes one.
fn decoded(mut text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    while let Some((before, after)) = text.split_once('%') {
        name.push_str(before);
        let digits = after.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let character = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).map(char::from);
        match character.filter(|character| is_encoded(*character)) {
            Some(character) => {
                name.push(character);
                text = &after[2..];
            }
            None => {
                name.push('%');
                text = after;
            }
        }
    }
    name.push_str(text);
    name
}

/// The names of a part.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Disposition {
    pub(super) name: Option<String>,
    pub(super) file_name: Option<String>,
}

impl Disposition {
    /// Browsers write a backslash as it is, and others one before a quote that is in the name. So it is the latter, unless
    /// the header makes no sense that way: `name="a\"`.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let value = headers.get(CONTENT_DISPOSITION).map_or(&b""[..], |value| value.as_bytes());
        let Ok(text) = std::str::from_utf8(value) else { return Self::default() };
        let (escaped, is_whole) = Self::read(text, true);
        if is_whole { escaped } else { Self::read(text, false).0 }
    }

    /// The names in the parameters that can be read, and whether that is all of the header.
    fn read(text: &str, escapes: bool) -> (Self, bool) {
        let mut read = Extended::default();
        let Some((_, mut rest)) = text.split_once(';') else { return (Self::default(), true) };
        let is_whole = loop {
            if rest.trim_ascii().is_empty() {
                break true;
            }
            let Some((name, after)) = rest.split_once('=') else { break false };
            let Some((value, after)) = value(after.trim_ascii_start(), escapes) else { break false };
            read.parameter(name.trim_ascii(), &value);
            rest = after.trim_ascii_start();
            if rest.is_empty() {
                break true;
            }
            let Some(after) = rest.strip_prefix(';') else { break false };
            rest = after;
        };
        (read.into_plain(), is_whole)
    }
}

/// The names, and those written in the extended form of RFC 8187, which forms must not use (RFC 7578 §4.2) and some clients do.
#[derive(Default)]
struct Extended {
    plain: Disposition,
    extended: Disposition,
}

impl Extended {
    /// The first of a name is the one that counts.
    fn parameter(&mut self, name: &str, value: &str) {
        let (place, value) = match name.to_ascii_lowercase().as_str() {
            "name" => (&mut self.plain.name, Some(decoded(value))),
            "filename" => (&mut self.plain.file_name, Some(decoded(value))),
            "name*" => (&mut self.extended.name, extended(value)),
            "filename*" => (&mut self.extended.file_name, extended(value)),
            _ => return,
        };
        if place.is_none() {
            *place = value;
        }
    }

    fn into_plain(self) -> Disposition {
        Disposition {
            name: self.plain.name.or(self.extended.name),
            file_name: self.plain.file_name.or(self.extended.file_name),
        }
    }
}

/// `utf-8''K%C3%A4tzchen.png` (RFC 8187 §3.2)
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_language, encoded) = rest.split_once('\'')?;
    let decoded = percent_decode_str(encoded).decode_utf8().ok()?;
    charset.eq_ignore_ascii_case("utf-8").then(|| decoded.into_owned())
}

/// A value in quotes or without, and what stands after it.
fn value(text: &str, escapes: bool) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, after) = text.split_at(text.find(';').unwrap_or(text.len()));
        let is_token = !value.contains(['"', '\\']);
        return (is_token || !escapes).then(|| (value.trim_ascii_end().to_owned(), after));
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((value, &quoted[at + 1..])),
            '\\' if escapes => {
                let (_, next) = characters.next()?;
                if next != '"' {
                    value.push('\\');
                }
                value.push(next);
            }
            other => value.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header::CONTENT_DISPOSITION};

    use super::Disposition;

    fn names(header: &str) -> (Option<String>, Option<String>) {
        let value = HeaderValue::from_bytes(header.as_bytes()).expect("a header");
        let read = Disposition::of(&HeaderMap::from_iter([(CONTENT_DISPOSITION, value)]));
        (read.name, read.file_name)
    }

    fn both(name: &str, file_name: &str) -> (Option<String>, Option<String>) {
        (Some(name.to_owned()), Some(file_name.to_owned()))
    }

    fn named(name: &str) -> (Option<String>, Option<String>) {
        (Some(name.to_owned()), None)
    }

    #[test]
    fn in_quotes_and_without_in_any_order() {
        assert_eq!(names(r#"form-data; name="a b"; filename="c;d.txt""#), both("a b", "c;d.txt"));
        assert_eq!(names("form-data; filename=c.txt ; name=a"), both("a", "c.txt"));
        assert_eq!(names(r#"form-data;NAME = "a" ; x=y;"#), named("a"));
        assert_eq!(names("form-data; name=; filename=b"), both("", "b"));
        assert_eq!(names(r#"form-data; name="a"; name="b""#), named("a"));
        for none in ["", "form-data", "form-data; filename", "form-data; name=\"a"] {
            assert_eq!(names(none), (None, None), "{none}");
        }
    }

    #[test]
    fn a_name_cannot_be_the_name_of_a_file() {
        assert_eq!(names(r#"form-data; name="a; filename=b""#), named("a; filename=b"));
        assert_eq!(names(r#"form-data; name="a %22; filename=%22b""#), named(r#"a "; filename="b"#));
    }

    #[test]
    fn quotes_and_backslashes_as_browsers_and_others_write_them() {
        assert_eq!(names(r#"form-data; name="a%22b""#), named(r#"a"b"#));
        assert_eq!(names(r#"form-data; name="a\"b\"""#), named(r#"a"b""#));
        assert_eq!(names(r#"form-data; name="C:\a\""#), named(r"C:\a\"));
        assert_eq!(names(r#"form-data; name="a\"; filename="b\""#), both(r"a\", r"b\"));
        assert_eq!(names(r#"form-data; name="a\\""#), named(r"a\\"));
        assert_eq!(names(r#"form-data; name="100% %41 %0A %é""#), named("100% %41 \n %é"));
        assert_eq!(names(r#"form-data; name="%+F%""#), named("%+F%"));
    }

    #[test]
    fn names_as_no_form_should_write_them() {
        let sent = "form-data; name=\"f\"; filename*=UTF-8''K%C3%A4tzchen.png";
        assert_eq!(names(sent), both("f", "Kätzchen.png"));
        let both_ways = "form-data; name=\"f\"; filename*=utf-8''a; filename=\"b\"";
        assert_eq!(names(both_ways), both("f", "b"));
        assert_eq!(names("form-data; name=f; filename*=latin1''%E4"), named("f"));
    }

    #[cfg(feature = "client")]
    mod sent {
        use proptest::prelude::*;

        use super::super::encode;
        use super::{both, names};

        proptest! {
            /// A `%` may be one of ours or the name's own: what is sent does not say.
            #[test]
            fn what_is_encoded_is_read(name in "[^%]*", file_name in "[^%]*") {
                let (mut encoded, mut encoded_file) = (String::new(), String::new());
                encode(&name, &mut encoded);
                encode(&file_name, &mut encoded_file);
                let header = format!("form-data; name=\"{encoded}\"; filename=\"{encoded_file}\"");
                prop_assert_eq!(names(&header), both(&name, &file_name));
            }

            #[test]
            fn anything_is_read_to_an_end(header in "[ -~é]*") {
                names(&header);
            }
        }
    }
}
