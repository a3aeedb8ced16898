//! Where in a JSON text a position lies, as a JSON Pointer.

use std::fmt::Write;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// The JSON Pointer (RFC 6901) of the value that an error is about. It stands within `depth` objects and arrays at least.
///
/// It is worked out after a failure only: following the path while reading would cost every request that is right,
/// and compile each type's deserializer twice.
#[cold]
pub(super) fn of(error: &serde_json::Error, depth: usize, text: &[u8]) -> String {
    let is_begun = error.to_string().starts_with("invalid type: ");
    at_position(text, (error.line(), error.column()), depth, is_begun)
}

/// The same of the value that ends, or would begin, at a line and column of the text, as `serde_json` counts them: lines from 1,
/// columns in bytes.
///
/// What a type's own check says has no position, and is given that to which the text has been read meanwhile: behind the object or
/// array where the value is the last of it, behind the comma where it is not the last of an array. An object or array of the wrong type
/// is said to be where it begins.
fn at_position(text: &[u8], (line, column): (usize, usize), depth: usize, is_begun: bool) -> String {
    let Some(line) = line.checked_sub(1) else { return String::new() };
    let start: usize = text.split_inclusive(|&byte| byte == b'\n').take(line).map(<[u8]>::len).sum();
    let (before, behind) = text.split_at(text.len().min(start + column));
    let begins = is_begun && matches!(behind.trim_ascii_start().first(), Some(b'{' | b'['));
    let open = levels(before);
    let has_ended = match (before.trim_ascii_end().last(), open.last()) {
        (Some(b'}' | b']'), _) => open.len() < depth,
        (Some(b','), Some(Level::Array { .. })) => open.len() == depth && !begins,
        _ => false,
    };
    if has_ended { render(&levels(&before[..before.trim_ascii_end().len() - 1])) } else { render(&open) }
}

/// The pointer as a URI fragment (RFC 6901 §6), as RFC 9457 §3 shows it.
#[cold]
pub(super) fn fragment(pointer: &str) -> String {
    const ESCAPED: &AsciiSet =
        &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'[').add(b'\\');
    const SET: &AsciiSet = &ESCAPED.add(b']').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');
    format!("#{}", utf8_percent_encode(pointer, SET))
}

/// An object or array that is open at the position.
enum Level<'t> {
    Object { key: &'t [u8], wants_key: bool },
    Array { index: usize },
}

fn levels(text: &[u8]) -> Vec<Level<'_>> {
    let mut levels = Vec::new();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let next = if byte == b'"' { end_of_string(text, at) } else { at + 1 };
        match (byte, levels.last_mut()) {
            (b'{', _) => levels.push(Level::Object { key: b"", wants_key: true }),
            (b'[', _) => levels.push(Level::Array { index: 0 }),
            (b'}' | b']', _) => drop(levels.pop()),
            (b'"', Some(Level::Object { key, wants_key: true })) => *key = &text[at..next],
            (b':', Some(Level::Object { wants_key, .. })) => *wants_key = false,
            (b',', Some(Level::Object { wants_key, .. })) => *wants_key = true,
            (b',', Some(Level::Array { index })) => *index += 1,
            _ => {}
        }
        at = next;
    }
    levels
}

/// The index after the closing quote of the string that opens at `start`.
fn end_of_string(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}

fn render(levels: &[Level<'_>]) -> String {
    let mut pointer = String::new();
    for level in levels {
        match level {
            Level::Array { index } => _ = write!(pointer, "/{index}"),
            Level::Object { key, .. } => {
                if let Ok(key) = serde_json::from_slice::<String>(key) {
                    pointer.push('/');
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                }
            }
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::{at_position, fragment, of};

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only what is refused is looked at")]
    struct Post {
        title: String,
        #[serde(default)]
        tags: Vec<Tag>,
        #[serde(default, rename = "a/b~\" %")]
        odd: u8,
        #[serde(default)]
        kind: Kind,
        #[serde(default)]
        pair: (u8, u8),
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only what is refused is looked at")]
    struct Tag {
        id: u8,
    }

    #[derive(Debug, Default, Deserialize)]
    #[expect(dead_code, reason = "only what is refused is looked at")]
    enum Kind {
        #[default]
        Note,
        Sized(u8),
    }

    fn pointer(text: &str) -> String {
        let error = serde_json::from_str::<Post>(text).unwrap_err();
        assert!(error.is_data(), "{error}");
        of(&error, 0, text.as_bytes())
    }

    #[test]
    fn a_wrong_value_is_named() {
        assert_eq!(pointer(r#"{"title": 5}"#), "/title");
        assert_eq!(pointer(r#"{"title": "a", "tags": {}}"#), "/tags");
        assert_eq!(pointer(r#"{"title": null}"#), "/title");
        assert_eq!(pointer("[true]"), "/0");
        assert_eq!(pointer("7"), "");
    }

    #[test]
    fn nesting_strings_and_lines_are_followed() {
        let text = "{\"title\": \"a, \\\"{[:\",\n \"tags\": [{\"id\": 1},\r\n {\"id\": 300}]}";
        assert_eq!(pointer(text), "/tags/1/id");
        assert_eq!(pointer(r#"{"title": "", "pair": [1, "b"]}"#), "/pair/1");
        assert_eq!(pointer(r#"{"title": "", "kind": {"Sized": "big"}}"#), "/kind/Sized");
    }

    #[test]
    fn a_missing_member_names_its_object() {
        assert_eq!(pointer(r#"{"title": "", "tags": [{"id": 1}, {}], "kind": "Note"}"#), "/tags/1");
        assert_eq!(pointer("{}"), "");
    }

    #[test]
    fn an_unknown_member_is_named() {
        assert_eq!(pointer(r#"{"title": "", "colour": "red"}"#), "/colour");
        assert_eq!(pointer(r#"{"title": "", "kind": "Huge"}"#), "/kind");
    }

    #[test]
    fn keys_are_escaped() {
        let found = pointer(r#"{"title": "", "a/b~\" %": "x"}"#);
        assert_eq!(found, "/a~1b~0\" %");
        assert_eq!(fragment(&found), "#/a~1b~0%22%20%25");
    }

    #[test]
    fn what_is_refused_behind_the_end_is_the_last_within() {
        assert_eq!(at_position(br#"{"a":{"b":1}}"#, (1, 13), 1, false), "/a");
        assert_eq!(at_position(br#"{"a":{"b":1}}"#, (1, 12), 1, false), "/a");
        assert_eq!(at_position(br#"{"a":{"b":1}}"#, (1, 12), 2, false), "/a/b");
        assert_eq!(at_position(br#"[1,["b"]]"#, (1, 8), 2, false), "/1/0");
        assert_eq!(at_position(br#"{"a":"b"}"#, (1, 9), 0, false), "");
        assert_eq!(at_position(br#"["a", {}]"#, (1, 6), 1, false), "/0");
        assert_eq!(at_position(br#"["a", {}]"#, (1, 6), 1, true), "/1");
    }

    #[test]
    fn a_position_outside_is_the_whole() {
        assert_eq!(at_position(b"{}", (0, 0), 0, false), "");
        assert_eq!(at_position(b"{}", (9, 9), 0, false), "");
    }
}
