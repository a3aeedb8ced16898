//! The operations of a document, by the routes that answer for them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use http::Method;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::app::Shared;
use crate::openapi::paths::Template;

/// An operation of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) id: String,
    /// `GET /posts/{id}`
    pub(super) title: String,
}

/// The operations of an app's document.
#[derive(Debug)]
pub(super) struct Operations {
    document: Value,
    /// For each route of the app its operations, by their methods.
    routes: Vec<BTreeMap<&'static str, (Name, Value)>>,
    validators: Mutex<BTreeMap<String, Arc<Validator>>>,
}

impl Operations {
    pub(super) fn of(app: &Shared, document: &Value) -> Self {
        let mut named = BTreeMap::new();
        for mounted in app.routes.iter().filter(|mounted| !mounted.route.hidden) {
            let template = Template::of(mounted);
            named.entry(template.shape).or_insert(template.text);
        }
        let routes = app.routes.iter().map(|mounted| {
            let mut operations = BTreeMap::new();
            if !mounted.route.hidden
                && let Some(path) = named.get(&Template::of(mounted).shape)
            {
                for method in mounted.route.methods {
                    if let Some(operation) = operation(&document["paths"][path], method) {
                        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
                        let name = Name { id, title: format!("{method} {path}") };
                        operations.insert(*method, (name, operation.clone()));
                    }
                }
            }
            operations
        });
        Self { routes: routes.collect(), document: document.clone(), validators: Mutex::default() }
    }

    /// What a route does for a method; HEAD is answered as GET is (RFC 9110 §9.3.2).
    pub(super) fn find(&self, route: usize, method: &Method) -> Option<(&Name, &Value)> {
        let operations = self.routes.get(route)?;
        let found = operations.get(method.as_str());
        let found = found.or_else(|| operations.get("GET").filter(|_| method == Method::HEAD));
        found.map(|(name, operation)| (name, operation))
    }

    /// What a value has to do with a schema of the document: what is wrong, and where.
    pub(super) fn mistakes(&self, schema: &Value, value: &Value) -> Vec<String> {
        let validator = match self.validator(schema) {
            Ok(validator) => validator,
            Err(error) => return vec![format!("the schema cannot be used: {error}")],
        };
        let mistakes = validator.iter_errors(value).map(|error| match error.instance_path().as_str() {
            "" => error.to_string(),
            place => format!("at {place}: {error}"),
        });
        mistakes.take(5).collect()
    }

    fn validator(&self, schema: &Value) -> Result<Arc<Validator>, String> {
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        let key = schema.to_string();
        if let Some(known) = validators.get(&key) {
            return Ok(known.clone());
        }
        // What it refers to stands where the document has it.
        let whole = json!({ "components": self.document["components"], "allOf": [schema] });
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        let validator = Arc::new(options.build(&whole).map_err(|error| error.to_string())?);
        validators.insert(key, validator.clone());
        Ok(validator)
    }
}

fn operation<'d>(item: &'d Value, method: &str) -> Option<&'d Value> {
    let usual = item.get(method.to_ascii_lowercase());
    usual.or_else(|| item.get("x-additional-operations")?.get(method))
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.title, self.id)
    }
}

/// All operations of a document, with the keys of their responses.
pub(super) fn declared(document: &Value) -> Vec<(Name, Vec<String>)> {
    let mut declared = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        let mut add = |method: &str, operation: &Value| {
            let Some(responses) = operation["responses"].as_object() else { return };
            let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
            let title = format!("{} {path}", method.to_ascii_uppercase());
            declared.push((Name { id, title }, responses.keys().cloned().collect()));
        };
        for (method, operation) in item.as_object().into_iter().flatten() {
            if method == "x-additional-operations" {
                operation
                    .as_object()
                    .into_iter()
                    .flatten()
                    .for_each(|(method, operation)| add(method, operation));
            } else {
                add(method, operation);
            }
        }
    }
    declared
}
