//! One answer beside what its operation declares: status, media type, headers, body.

use http::{HeaderMap, StatusCode, header};
use serde_json::{Map, Value};

use super::operations::Operations;
use crate::MediaTypes;
use crate::extract::essence;

/// What an operation declares of a status.
pub(super) struct Declared<'d> {
    /// As the document has it: `200`, `4XX`, `default`.
    pub(super) key: &'d str,
    response: &'d Value,
}

/// What an operation declares of a status: the status itself, its class, or whatever else.
pub(super) fn declared(operation: &Value, status: StatusCode) -> Result<Declared<'_>, String> {
    let responses = operation["responses"].as_object();
    let class = format!("{}XX", status.as_u16() / 100);
    let found = responses.and_then(|responses| {
        [status.as_str(), &class, "default"].iter().find_map(|key| responses.get_key_value(*key))
    });
    match found {
        Some((key, response)) => Ok(Declared { key, response }),
        None => Err(format!("the status {} is not declared", status.as_u16())),
    }
}

impl<'d> Declared<'d> {
    /// The declared content of this media type; the error says why there is none.
    fn content(&self, media_type: Option<&str>) -> Result<Option<&'d Value>, String> {
        let Some(content) = self.response["content"].as_object() else {
            return match media_type {
                None => Ok(None),
                Some(other) => Err(format!("there is a Content-Type, `{other}`, and no content is declared")),
            };
        };
        let Some(media_type) = media_type else {
            let may_miss = content.contains_key("*/*") || self.key.parse::<u16>().is_err();
            return if may_miss {
                Ok(None)
            } else {
                Err(format!("there is no Content-Type; declared: {}", list(content)))
            };
        };
        let matching = content.iter().filter(|(declared, _)| covers(declared, media_type));
        let most_specific = matching.min_by_key(|(declared, _)| declared.matches('*').count());
        match most_specific {
            Some((_, content)) => Ok(Some(content)),
            None => {
                Err(format!("the Content-Type `{media_type}` is not declared; declared: {}", list(content)))
            }
        }
    }

    /// The schema of the answer's body, where that is JSON and has one; the error lists what is wrong with the head.
    pub(super) fn head(
        &self,
        headers: &HeaderMap,
        is_empty: bool,
        operations: &Operations,
    ) -> Result<Option<&'d Value>, Vec<String>> {
        let mut mistakes = Vec::new();
        for (name, declared) in self.response["headers"].as_object().into_iter().flatten() {
            mistakes.extend(header_mistakes(name, declared, headers, operations));
        }
        let media_type =
            headers.get(header::CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
        let content = self.content(media_type.as_deref());
        if let Err(mistake) = &content {
            mistakes.push(mistake.clone());
        }
        if self.response.get("content").is_none() && !is_empty {
            mistakes.push("there is a body, and no content is declared".to_owned());
        }
        let is_json = essence(headers).is_some_and(|essence| MediaTypes::JSON.contains(essence))
            && !headers.contains_key(header::CONTENT_ENCODING);
        match content {
            Ok(content) if mistakes.is_empty() => Ok(content.filter(|_| is_json)),
            _ => Err(mistakes),
        }
    }
}

/// What is wrong with a body that says it is JSON.
pub(super) fn body_mistakes(content: &Value, body: &[u8], operations: &Operations) -> Vec<String> {
    match (serde_json::from_slice::<Value>(body), content.get("schema")) {
        (Err(error), _) => vec![format!("the body is no JSON: {error}")],
        (Ok(_), None) => Vec::new(),
        (Ok(value), Some(schema)) => {
            let mistakes = operations.mistakes(schema, &value).into_iter();
            mistakes.map(|mistake| format!("the body is not of the declared schema: {mistake}")).collect()
        }
    }
}

fn header_mistakes(
    name: &str,
    declared: &Value,
    headers: &HeaderMap,
    operations: &Operations,
) -> Vec<String> {
    let mut values = headers.get_all(name).iter().peekable();
    if values.peek().is_none() {
        let is_required = declared["required"] == true;
        return is_required.then(|| format!("the declared header {name} is missing")).into_iter().collect();
    }
    let Some(schema) = declared.get("schema") else { return Vec::new() };
    // One of several is enough: a fixed header may stand beside others of its name.
    let mistakes = |value: &[u8]| {
        let text = String::from_utf8_lossy(value);
        let is_text = schema["type"] == "string";
        let value = serde_json::from_str(&text).ok().filter(|_| !is_text);
        operations.mistakes(schema, &value.unwrap_or_else(|| text.into()))
    };
    let found: Vec<Vec<String>> = values.map(|value| mistakes(value.as_bytes())).collect();
    if found.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let found = found.into_iter().flatten();
    found.map(|mistake| format!("the header {name} is not of the declared schema: {mistake}")).collect()
}

fn list(content: &Map<String, Value>) -> String {
    content.keys().map(|media_type| format!("`{media_type}`")).collect::<Vec<_>>().join(", ")
}

/// Whether a media type is that which is declared: its parameters, where any are, in any order (RFC 9110 §8.3.1).
fn covers(declared: &str, media_type: &str) -> bool {
    let (declared, declared_parameters) = parts(declared);
    let (media_type, parameters) = parts(media_type);
    let is_covered = match declared.split_once('/') {
        Some(("*", "*")) => true,
        Some((kind, "*")) => media_type.split_once('/').is_some_and(|(other, _)| other == kind),
        _ => declared == media_type,
    };
    is_covered && declared_parameters.iter().all(|parameter| parameters.contains(parameter))
}

fn parts(media_type: &str) -> (String, Vec<String>) {
    let media_type = media_type.to_ascii_lowercase();
    let mut parts = media_type.split(';').map(|part| part.trim().replace('"', ""));
    (parts.next().unwrap_or_default(), parts.collect())
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_media_type_is_covered_by_itself_and_by_ranges() {
        for (declared, answered, is) in [
            ("application/json", "application/json", true),
            ("application/json", "Application/JSON; charset=utf-8", true),
            ("text/plain; charset=utf-8", "text/plain;charset=UTF-8", true),
            ("text/plain; charset=utf-8", "text/plain", false),
            ("text/plain; charset=utf-8", "text/plain; charset=latin1", false),
            ("text/*", "text/csv", true),
            ("text/*", "image/png", false),
            ("*/*", "image/png", true),
            ("application/json", "application/problem+json", false),
        ] {
            assert_eq!(covers(declared, answered), is, "{declared} {answered}");
        }
    }
}
