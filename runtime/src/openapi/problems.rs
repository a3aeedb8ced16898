//! Problems (RFC 9457) in the document: each kind with its own schema.

use std::any::type_name;

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::describe::{DescribeResponse, HasSchema};
use super::response::Response;
use super::schemas::{Schemas, text};
use crate::{IntoProblem, Problem, ProblemInfo};

pub(super) const MEDIA_TYPE: &str = "application/problem+json";

/// What several responses of a type come to.
#[doc(hidden)]
pub type Responses = Vec<Response>;

/// What the document shows of an extension member, or of a transparent variant.
#[doc(hidden)]
#[derive(Debug)]
pub enum Listed {
    /// The schema of a member.
    Member(Value),
    /// The problems of a transparent variant.
    Flattened(Vec<Response>),
}

/// An extension member of this type.
#[doc(hidden)]
#[must_use]
pub fn member_of<T: HasSchema>(schemas: &mut Schemas) -> Listed {
    Listed::Member(schemas.answered::<T>())
}

/// A transparent variant with this problem in it.
#[doc(hidden)]
#[must_use]
pub fn flattened<E: DescribeResponse>(schemas: &mut Schemas) -> Listed {
    Listed::Flattened(E::describe_response(schemas))
}

/// The responses of a type that derives `Problem`; what its variants hold is listed in their order.
#[doc(hidden)]
#[must_use]
pub fn describe_problems<E: IntoProblem>(
    schemas: &mut Schemas,
    listed: &[fn(&mut Schemas) -> Listed],
) -> Vec<Response> {
    let listed: Vec<Listed> = listed.iter().map(|describe| describe(schemas)).collect();
    let mut listed = listed.into_iter();
    let mut responses = Vec::new();
    for info in E::POSSIBLE {
        if info.status == 0 {
            if let Some(Listed::Flattened(within)) = listed.next() {
                responses.extend(within);
            }
            continue;
        }
        let members = info.members.iter().zip(&mut listed).map(|(name, listed)| match listed {
            Listed::Member(schema) => (*name, schema),
            Listed::Flattened(_) => (*name, json!({})),
        });
        let members: Vec<(&str, Value)> = members.collect();
        responses.push(of_info::<E>(info, members, schemas));
    }
    responses
}

/// The responses of a rejection of our own, whose members have these schemas.
pub(super) fn rejection<E: IntoProblem>(
    schemas: &mut Schemas,
    member: impl Fn(&str) -> Value,
) -> Vec<Response> {
    let described = E::POSSIBLE.iter().map(|info| {
        let members = info.members.iter().map(|name| (*name, member(name))).collect();
        of_info::<E>(info, members, schemas)
    });
    described.collect()
}

/// One problem, under a name of its own.
fn of_info<E>(info: &ProblemInfo, members: Vec<(&str, Value)>, schemas: &mut Schemas) -> Response {
    let owner = type_name::<E>();
    let type_name = owner.split('<').next().and_then(|path| path.rsplit("::").next()).unwrap_or_default();
    let name =
        if type_name == info.name { info.name.to_owned() } else { format!("{type_name}{}", info.name) };
    let says_nothing = info.title.is_empty() && info.type_uri.is_empty() && members.is_empty();
    // What the framework says of itself is the same for all: it needs no name.
    let is_plain = says_nothing && info.detail.is_empty();
    let schema = if is_plain {
        plain(info.status, schemas)
    } else {
        let schema = document(info, members);
        schemas.named(&name, &format!("{owner}::{}", info.name), schema)
    };
    let mut response = Response::status(info.status).content(MEDIA_TYPE, schema);
    if !info.title.is_empty() {
        response = response.description(info.title);
    }
    for header in info.headers {
        response.add_header(header, true, &text());
    }
    response
}

/// A problem of this status, and no more than that is known.
pub(super) fn plain(status: u16, schemas: &mut Schemas) -> Value {
    let title = title(status);
    let name: String = title.chars().filter(char::is_ascii_alphanumeric).chain("Problem".chars()).collect();
    let schema = document(&ProblemInfo::new("", status), Vec::new());
    schemas.named(&name, "a problem of this status", schema)
}

/// Any problem.
pub(super) fn any(schemas: &mut Schemas) -> Value {
    let schema = json!({
        "description": "A problem document (RFC 9457).",
        "type": "object",
        "properties": {
            "type": uri("The kind of problem; `about:blank` where it is missing."),
            "title": { "type": "string" },
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "detail": { "type": "string" },
            "instance": uri("This occurrence of it."),
        },
        "required": ["title", "status"],
    });
    schemas.named("Problem", "any problem", schema)
}

fn uri(description: &str) -> Value {
    json!({ "description": description, "type": "string", "format": "uri-reference" })
}

pub(super) fn title(status: u16) -> String {
    match StatusCode::from_u16(status) {
        Ok(status) if status.as_u16() >= 400 => Problem::new(status).get_title().to_owned(),
        Ok(status) => status.canonical_reason().unwrap_or("Success").to_owned(),
        Err(_) => String::new(),
    }
}

/// The schema of a problem's document.
fn document(info: &ProblemInfo, members: Vec<(&str, Value)>) -> Value {
    let mut properties = Map::new();
    let mut required = vec!["title", "status"];
    if !info.type_uri.is_empty() {
        properties.insert("type".to_owned(), json!({ "type": "string", "const": info.type_uri }));
        required.insert(0, "type");
    }
    let title = if info.title.is_empty() { title(info.status) } else { info.title.to_owned() };
    properties.insert("title".to_owned(), json!({ "type": "string", "const": title }));
    properties.insert("status".to_owned(), json!({ "type": "integer", "const": info.status }));
    let mut detail = text();
    if !info.detail.is_empty() {
        detail["description"] = format!("`{}`", info.detail).into();
    }
    properties.insert("detail".to_owned(), detail);
    for (name, schema) in members {
        properties.insert(name.to_owned(), schema);
        required.push(name);
    }
    json!({ "type": "object", "properties": properties, "required": required })
}
