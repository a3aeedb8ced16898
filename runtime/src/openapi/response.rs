//! `Response`: one response that an operation may give, as the document shows it.

use serde_json::{Map, Value, json};

use super::schemas::{Schemas, text};

/// One response that an operation may give, as the document shows it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Response {
    pub(super) status: Status,
    is_failure: bool,
    pub(super) description: Option<String>,
    /// Media types and schemas.
    pub(super) content: Vec<(String, Value)>,
    pub(super) headers: Vec<(String, Value)>,
}

/// The status of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// That of the success: as the route declares, else this.
    Success(u16),
    /// This, whatever is declared.
    Code(u16),
    /// One of this class: 3 is `3XX`.
    Class(u16),
    /// Known when the response is made, and not before.
    Any,
}

impl Response {
    /// The success: its status is what the route declares, else 200. It has no content yet.
    pub const fn success() -> Self {
        Self::usually(200)
    }

    /// The success with another status where the route declares none.
    pub const fn usually(status: u16) -> Self {
        Self::of(Status::Success(status))
    }

    /// A response that has this status whatever the route declares.
    pub const fn status(status: u16) -> Self {
        Self::of(Status::Code(status))
    }

    /// A response whose status only it knows: `default` in the document.
    pub const fn any_status() -> Self {
        Self::of(Status::Any)
    }

    /// A response that sends the client elsewhere: `3XX` in the document.
    pub const fn redirect() -> Self {
        Self::of(Status::Class(3))
    }

    const fn of(status: Status) -> Self {
        Self { status, is_failure: false, description: None, content: Vec::new(), headers: Vec::new() }
    }

    /// A problem (RFC 9457) of which only the status is known.
    pub fn problem(status: u16, schemas: &mut Schemas) -> Self {
        Self::status(status).content(super::problems::MEDIA_TYPE, super::problems::plain(status, schemas))
    }

    /// With content of this media type and [schema](Schemas::answered). Several are alternatives.
    pub fn content(mut self, media_type: impl Into<String>, schema: Value) -> Self {
        self.content.push((media_type.into(), schema));
        self
    }

    /// With this content and no other.
    pub fn only_content(mut self, media_type: impl Into<String>, schema: Value) -> Self {
        self.content.clear();
        self.content(media_type, schema)
    }

    /// With text of this media type.
    pub fn text(self, media_type: impl Into<String>) -> Self {
        self.content(media_type, text())
    }

    /// With bytes of this media type: OpenAPI 3.1 has no schema for those.
    pub fn bytes(self, media_type: impl Into<String>) -> Self {
        self.content(media_type, json!({}))
    }

    /// With content of any kind.
    pub fn anything(self) -> Self {
        self.bytes("*/*")
    }

    /// With a header that is always there, and the schema of its value.
    pub fn header(mut self, name: impl Into<String>, schema: &Value) -> Self {
        self.set_header(&name.into(), json!({ "required": true, "schema": schema }));
        self
    }

    /// With a header that may be there.
    pub fn optional_header(mut self, name: impl Into<String>, schema: &Value) -> Self {
        self.set_header(&name.into(), json!({ "schema": schema }));
        self
    }

    /// In words; else the status' reason phrase.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Any status from now on: a part of the response sets it.
    pub fn set_any_status(&mut self) {
        self.status = Status::Any;
    }

    /// This status from now on, if it is a success.
    pub(super) fn set_status(&mut self, status: u16) {
        if !self.is_failure() {
            self.status = Status::Code(status);
        }
    }

    /// Adds a header of the response, with its schema.
    pub fn add_header(&mut self, name: &str, required: bool, schema: &Value) {
        let header = if required {
            json!({ "required": true, "schema": schema })
        } else {
            json!({ "schema": schema })
        };
        self.set_header(name, header);
    }

    /// Adds a header that others of the same status may have with another value, or lack.
    pub(super) fn may_have_header(&mut self, name: &str, schema: Value) {
        let known = self.headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let schema = match known {
            Some((_, header)) => either(header["schema"].take(), schema),
            None => schema,
        };
        self.add_header(name, false, &schema);
    }

    fn set_header(&mut self, name: &str, header: Value) {
        let name = shown(name);
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(&name));
        self.headers.push((name, header));
    }

    /// The same response, as a failure.
    pub(super) fn failure(self) -> Self {
        let status = match self.status {
            Status::Success(usual) => Status::Code(usual),
            other => other,
        };
        Self { status, is_failure: true, ..self }
    }

    /// Whether it is a failure: nothing of what a route declares belongs to it.
    pub(super) fn is_failure(&self) -> bool {
        self.is_failure || matches!(self.status, Status::Code(400..))
    }

    /// The Response Object, under its status.
    pub(super) fn into_value(self, description: &str) -> Value {
        let mut value = json!({ "description": self.description.as_deref().unwrap_or(description) });
        if !self.content.is_empty() {
            let content: Map<String, Value> = self
                .content
                .into_iter()
                .map(|(media_type, schema)| {
                    let is_anything = schema.as_object().is_some_and(Map::is_empty);
                    (media_type, if is_anything { json!({}) } else { json!({ "schema": schema }) })
                })
                .collect();
            value["content"] = content.into();
        }
        if !self.headers.is_empty() {
            value["headers"] = self.headers.into_iter().collect::<Map<_, _>>().into();
        }
        value
    }

    /// Takes in another of the same status: each content is an alternative, and a header that one lacks may be missing.
    pub(super) fn merge(&mut self, other: Self) {
        if let (Some(own), Some(others)) = (&mut self.description, &other.description) {
            if !own.split("; ").any(|part| part == others) {
                own.push_str("; ");
                own.push_str(others);
            }
        } else {
            self.description = self.description.take().or(other.description);
        }
        for (media_type, schema) in other.content {
            match self.content.iter_mut().find(|(known, _)| *known == media_type) {
                Some((_, known)) => *known = either(known.take(), schema),
                None => self.content.push((media_type, schema)),
            }
        }
        let optional = |headers: &mut Vec<(String, Value)>, others: &[(String, Value)]| {
            for (name, header) in headers {
                if !others.iter().any(|(other, _)| other.eq_ignore_ascii_case(name))
                    && let Some(header) = header.as_object_mut()
                {
                    header.remove("required");
                }
            }
        };
        let mut others = other.headers;
        optional(&mut self.headers, &others);
        optional(&mut others, &self.headers);
        for (name, header) in others {
            if !self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(&name)) {
                self.headers.push((name, header));
            }
        }
    }
}

/// A header's name as people write it.
fn shown(name: &str) -> String {
    match name {
        "etag" => "ETag".to_owned(),
        "www-authenticate" => "WWW-Authenticate".to_owned(),
        _ => {
            let mut starts = true;
            let letter =
                |c: char| if std::mem::replace(&mut starts, c == '-') { c.to_ascii_uppercase() } else { c };
            name.chars().map(letter).collect()
        }
    }
}

/// One schema or the other; what is anything stays anything.
fn either(one: Value, other: Value) -> Value {
    let is_anything = |schema: &Value| schema.as_object().is_some_and(Map::is_empty);
    if one == other || is_anything(&one) {
        return one;
    }
    if is_anything(&other) {
        return other;
    }
    let mut alternatives = match one {
        Value::Object(mut members) if members.len() == 1 && members.contains_key("anyOf") => {
            match members.remove("anyOf") {
                Some(Value::Array(alternatives)) => alternatives,
                _ => Vec::new(),
            }
        }
        one => vec![one],
    };
    if !alternatives.contains(&other) {
        alternatives.push(other);
    }
    json!({ "anyOf": alternatives })
}
