//! A document as text: JSON and YAML, its members in the order in which people read them.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// The members that stand first, in their order; the others follow by name.
const FIRST: &[&str] = &[
    "openapi",
    "$ref",
    "name",
    "in",
    "info",
    "servers",
    "title",
    "version",
    "tags",
    "summary",
    "description",
    "deprecated",
    "operationId",
    "security",
    "parameters",
    "requestBody",
    "type",
    "const",
    "format",
    "required",
    "properties",
    "schema",
    "responses",
    "paths",
];

/// `within` is the name of the object: what stands in `properties` are names that users gave.
fn ordered<'v>(members: &'v Map<String, Value>, within: &str) -> Vec<(&'v String, &'v Value)> {
    if matches!(within, "properties" | "schemas") {
        return members.iter().collect();
    }
    let rank = |name: &str| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
    let mut ordered: Vec<_> = members.iter().collect();
    ordered.sort_by(|(one, _), (other, _)| (rank(one), one).cmp(&(rank(other), other)));
    ordered
}

/// JSON, indented by two.
pub(super) fn json(value: &Value) -> String {
    let mut text = String::new();
    write_json(&mut text, value, "", 0);
    text.push('\n');
    text
}

fn write_json(text: &mut String, value: &Value, within: &str, depth: usize) {
    let line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            text.push('{');
            for (at, (name, value)) in ordered(members, within).into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                line(text, depth + 1);
                text.push_str(&quoted(name));
                text.push_str(": ");
                write_json(text, value, name, depth + 1);
            }
            line(text, depth);
            text.push('}');
        }
        // A list of words stands on one line.
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                line(text, depth + 1);
                write_json(text, item, "", depth + 1);
            }
            line(text, depth);
            text.push(']');
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(Value::to_string).collect();
            // Writing to a string does not fail.
            let _ = write!(text, "[{}]", items.join(", "));
        }
        value => text.push_str(&value.to_string()),
    }
}

/// YAML 1.2. Every JSON value on one line is YAML too, which keeps what is not plain on the safe side.
pub(super) fn yaml(value: &Value) -> String {
    let mut text = String::new();
    write_yaml(&mut text, value, "", 0);
    text
}

fn write_yaml(text: &mut String, value: &Value, within: &str, depth: usize) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in ordered(members, within) {
                text.extend(std::iter::repeat_n("  ", depth));
                text.push_str(&scalar(name));
                text.push(':');
                write_yaml_value(text, value, name, depth + 1);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                text.extend(std::iter::repeat_n("  ", depth));
                text.push('-');
                write_yaml_item(text, item, depth + 1);
            }
        }
        value => {
            let _ = writeln!(text, "{value}");
        }
    }
}

/// What stands behind `name:`.
fn write_yaml_value(text: &mut String, value: &Value, within: &str, depth: usize) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            text.push('\n');
            write_yaml(text, value, within, depth);
        }
        Value::Array(items) if !items.is_empty() => {
            text.push('\n');
            write_yaml(text, value, within, depth);
        }
        Value::String(content) => {
            let _ = writeln!(text, " {}", scalar(content));
        }
        value => {
            let _ = writeln!(text, " {value}");
        }
    }
}

/// What stands behind `-`: the first line of a nested value stands on the same line.
fn write_yaml_item(text: &mut String, item: &Value, depth: usize) {
    match item {
        Value::Object(members) if !members.is_empty() => {
            let mut nested = String::new();
            write_yaml(&mut nested, item, "", depth);
            text.push(' ');
            text.push_str(nested.trim_start_matches(' '));
        }
        item => write_yaml_value(text, item, "", depth),
    }
}

/// A text: plain where no reader could take it for something else.
fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '$' | '/'))
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '$' | '_' | '-' | '.' | '{' | '}'))
        && !text.contains("{}")
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .contains(&text.to_ascii_lowercase().as_str());
    if is_plain { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
