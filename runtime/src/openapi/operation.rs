//! `Operation`: what one handler reads and answers, gathered from its signature and its attribute.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::contract::{Describe, Occurs, OperationInfo, ParameterInfo, Shown};
use super::describe::DescribeResponse;
use super::lifecycle;
use super::plain::plain;
use super::problems;
use super::response::{Response, Status};
use super::schemas::Schemas;
use super::security;
use crate::RouteInfo;

/// An operation of the document while its parts add what they know.
#[derive(Debug)]
pub struct Operation<'s> {
    schemas: &'s mut Schemas,
    route: &'static RouteInfo,
    info: &'static OperationInfo,
    describe: &'static [Describe],
    parameters: Vec<Value>,
    /// Media types and schemas.
    body: Vec<(String, Value)>,
    body_is_required: bool,
    /// By status, or the class of several; 0 is `default`.
    responses: BTreeMap<u16, Response>,
    is_optional: bool,
}

impl<'s> Operation<'s> {
    pub(super) fn new(schemas: &'s mut Schemas, route: &'static RouteInfo, shown: Shown) -> Self {
        let Shown { info, describe } = shown;
        let mut operation = Self {
            schemas,
            route,
            info,
            describe,
            parameters: Vec::new(),
            body: Vec::new(),
            body_is_required: false,
            responses: BTreeMap::new(),
            is_optional: false,
        };
        info.parameters.iter().for_each(|parameter| operation.parameter_of(parameter));
        // For a value that is not percent-encoded UTF-8, or not of the parameter's type.
        if !route.captures.is_empty() || !info.parameters.is_empty() {
            let bad = Response::problem(400, operation.schemas);
            operation.respond(bad);
        }
        operation
    }

    /// The schemas of the document.
    pub fn schemas(&mut self) -> &mut Schemas {
        self.schemas
    }

    /// The route, as its attribute says.
    #[must_use]
    pub fn route(&self) -> &'static RouteInfo {
        self.route
    }

    /// Adds a parameter of the query, with its [schema](Schemas::sent).
    pub fn query_parameter(&mut self, name: &str, required: bool, schema: Value) {
        self.parameter("query", name, required, schema);
    }

    /// Adds a header that is read, with its [schema](Schemas::sent).
    pub fn header_parameter(&mut self, name: &str, required: bool, schema: Value) {
        self.parameter("header", name, required, schema);
    }

    /// Adds a cookie that is read, with its [schema](Schemas::sent).
    pub fn cookie_parameter(&mut self, name: &str, required: bool, schema: Value) {
        self.parameter("cookie", name, required, schema);
    }

    pub(super) fn path_parameter(&mut self, name: &str, schema: Value) {
        self.parameters.push(parameter("path", name, true, schema));
    }

    fn parameter(&mut self, place: &str, name: &str, required: bool, schema: Value) {
        self.parameters.retain(|other| other["in"] != place || other["name"] != name);
        self.parameters.push(parameter(place, name, required && !self.is_optional, schema));
    }

    /// Adds a body of a media type that is read, with its [schema](Schemas::sent). Several are alternatives.
    pub fn body(&mut self, media_type: &str, schema: Value) {
        self.body.push((media_type.to_owned(), schema));
        self.body_is_required = !self.is_optional;
    }

    /// Adds a body that may be there or not.
    pub fn optional_body(&mut self, media_type: &str, schema: Value) {
        self.body.push((media_type.to_owned(), schema));
    }

    /// Adds what a rejection, or any other failure, is answered with.
    pub fn rejects<E: DescribeResponse>(&mut self) {
        let responses = E::describe_response(self.schemas);
        responses.into_iter().for_each(|response| self.respond(response));
    }

    /// Adds a problem of which only the status is known, unless one that is declared looks no different.
    pub(super) fn may_reject_with(&mut self, status: u16) {
        let is_known =
            self.responses.get(&status).is_some_and(|response| response.may_be_plain(self.schemas));
        if !is_known {
            self.rejects_with(status);
        }
    }

    /// Adds a problem of which only the status is known.
    pub fn rejects_with(&mut self, status: u16) {
        let problem = Response::problem(status, self.schemas);
        self.respond(problem);
    }

    /// Adds a header to what is answered with a status, which only some of those answers have.
    pub(super) fn may_have_header(&mut self, status: u16, name: &str, schema: Value) {
        if let Some(response) = self.responses.get_mut(&status) {
            response.may_have_header(name, schema);
        }
    }

    /// Adds a response; of one status several are alternatives.
    pub fn respond(&mut self, response: Response) {
        let status = match response.status {
            Status::Success(usual) if self.info.status == 0 => usual,
            Status::Success(_) => self.info.status,
            Status::Code(status) | Status::Class(status) => status,
            Status::Any => 0,
        };
        match self.responses.get_mut(&status) {
            Some(known) => known.merge(response),
            None => drop(self.responses.insert(status, response)),
        }
    }

    pub(super) fn answers_with(&self, status: u16) -> bool {
        self.responses.contains_key(&status)
    }

    /// A 401 of its extractors says how to authenticate.
    pub(super) fn challenges(&mut self) {
        if let Some(response) = self.responses.get_mut(&401) {
            response.with_challenge();
        }
    }

    /// What the handler returns, after what its arguments refuse; what is declared belongs to the success.
    pub(super) fn answers(&mut self, responses: Vec<Response>) {
        security::refusals(self);
        for mut response in responses {
            if !response.is_failure() {
                self.declare(&mut response);
                if self.info.validators != (false, false) {
                    self.validates(&response);
                }
            }
            self.respond(response);
        }
    }

    pub(super) fn info(&self) -> &'static OperationInfo {
        self.info
    }

    /// Whether an `Option` is being described, so that nothing of it must be there.
    pub(super) fn is_optional(&self) -> bool {
        self.is_optional
    }

    fn declare(&mut self, response: &mut Response) {
        let info = self.info;
        if !info.content_type.is_empty() {
            for (media_type, _) in &mut response.content {
                info.content_type.clone_into(media_type);
            }
            response.content.dedup_by(|one, other| one == other);
        }
        for (name, value) in info.headers {
            response.add_header(name, true, &json!({ "type": "string", "const": value }));
        }
        if info.link.is_some() {
            response.add_header("Location", true, &uri_reference());
        }
        self.add_validators(response);
    }

    /// Describes an `Option` of an extractor: as the extractor itself, but that nothing of it must be there.
    pub(super) fn optionally(&mut self, describe: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.is_optional, true);
        describe(self);
        self.is_optional = before;
    }

    /// Describes a `Result` of an extractor: as the extractor itself, but that the handler answers for its rejections.
    pub(super) fn without_rejections(&mut self, describe: impl FnOnce(&mut Self)) {
        let before = self.responses.clone();
        self.optionally(describe);
        self.responses = before;
    }

    fn parameter_of(&mut self, info: &ParameterInfo) {
        let schema = self.schemas.parameter(info.schema);
        let Some(occurs) = info.occurs else { return self.path_parameter(info.key, schema) };
        match occurs {
            Occurs::Once => self.query_parameter(info.key, true, schema),
            Occurs::Optional => self.query_parameter(info.key, false, schema),
            Occurs::Repeated => {
                self.query_parameter(info.key, false, json!({ "type": "array", "items": schema }));
            }
            Occurs::Default(text) => {
                let value = typed(text, &self.schemas.resolved(&schema));
                let mut schema = schema;
                if let Some(schema) = schema.as_object_mut() {
                    schema.insert("default".to_owned(), value);
                }
                self.query_parameter(info.key, false, schema);
            }
        }
    }

    /// Lets the types of the signature add what they say of themselves.
    pub(super) fn describe(&mut self) {
        self.describe.iter().for_each(|describe| describe(self));
        if let Some(returned) = self.info.returned {
            let responses = returned(self.schemas);
            self.answers(responses);
        }
        if let Some(mut unsupported) = self.responses.remove(&415) {
            self.add_accepted(&mut unsupported);
            self.responses.insert(415, unsupported);
        }
    }

    /// Shows each problem as what this makes of it.
    pub(super) fn each_problem(&mut self, shown: impl Fn(Response, &mut Schemas) -> Response) {
        for response in self.responses.values_mut().filter(|response| response.is_problem()) {
            *response = shown(response.clone(), self.schemas);
        }
    }

    /// The Operation Object.
    pub(super) fn into_value(mut self) -> Value {
        let route = self.route;
        let mut value = Map::new();
        if !route.tags.is_empty() {
            value.insert("tags".to_owned(), json!(route.tags));
        }
        for (name, text) in [("summary", plain(route.summary)), ("description", route.description.to_owned())]
        {
            if !text.is_empty() {
                value.insert(name.to_owned(), text.into());
            }
        }
        if !self.parameters.is_empty() {
            value.insert("parameters".to_owned(), self.parameters.into());
        }
        if !self.body.is_empty() {
            value.insert("requestBody".to_owned(), request_body(self.body, self.body_is_required));
        }
        if let Some(lifecycle) = route.lifecycle {
            for (status, response) in &mut self.responses {
                response.with_lifecycle(lifecycle, *status);
            }
        }
        value.insert("responses".to_owned(), responses(self.responses));
        if let Some(requirements) = security::requirements(route, self.schemas) {
            value.insert("security".to_owned(), requirements);
        }
        let mut value = value.into();
        lifecycle::tell(route, &mut value);
        value
    }
}

/// A Request Body Object.
fn request_body(schemas: impl IntoIterator<Item = (String, Value)>, is_required: bool) -> Value {
    let of_type = |(media_type, schema)| (media_type, json!({ "schema": schema }));
    let content: Map<String, Value> = schemas.into_iter().map(of_type).collect();
    let mut body = json!({ "content": content });
    if is_required {
        body["required"] = true.into();
    }
    body
}

/// A Responses Object: by their statuses, where 0 stands for any other, and 1 to 5 for a class of them.
fn responses(by_status: BTreeMap<u16, Response>) -> Value {
    let named = |(status, response): (u16, Response)| match status {
        0 => ("default".to_owned(), response.into_value("Any other answer")),
        class @ 1..=5 => (format!("{class}XX"), response.into_value("")),
        status => (status.to_string(), response.into_value(&problems::title(status))),
    };
    by_status.into_iter().map(named).collect::<Map<String, Value>>().into()
}

/// A Parameter Object.
fn parameter(place: &str, name: &str, required: bool, schema: Value) -> Value {
    let mut parameter = Map::new();
    parameter.insert("name".to_owned(), name.into());
    parameter.insert("in".to_owned(), place.into());
    if required {
        parameter.insert("required".to_owned(), true.into());
    }
    parameter.insert("schema".to_owned(), schema);
    parameter.into()
}

pub(super) fn uri_reference() -> Value {
    json!({ "type": "string", "format": "uri-reference" })
}

/// A default, which the attribute has as text, as a value of its schema.
fn typed(text: &str, schema: &Value) -> Value {
    let is = |name: &str| match &schema["type"] {
        Value::String(ty) => ty == name,
        Value::Array(types) => types.iter().any(|ty| ty == name),
        _ => false,
    };
    let is_literal = is("integer") || is("number") || is("boolean");
    match serde_json::from_str(text) {
        Ok(value) if is_literal => value,
        _ => text.into(),
    }
}
