//! `Document`: the OpenAPI document of a table, put together.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value, json};

use super::compare::{Change, changes};
use super::contract::{Documented, LinkInfo, Shown};
use super::failures::Settings;
use super::info::Info;
use super::operation::Operation;
use super::paths::{Template, operation_ids};
use super::schemas::Schemas;
use super::write;
use crate::table::{Mounted, Table, mount};

/// The OpenAPI 3.1 document of a table of routes.
///
/// ```
/// use fingerpost::openapi::{Document, Info};
/// use fingerpost::{get, routes};
///
/// /// One post.
/// #[get("/posts/{id}", tag = "posts")]
/// fn get_post(id: u64) -> Option<String> {
///     (id == 7).then(|| "seventh".to_owned())
/// }
///
/// let document = Document::of(&routes!["/api" => get_post], Info::new("Posts", "1.0.0"));
/// let operation = &document.value()["paths"]["/api/posts/{id}"]["get"];
/// assert_eq!(operation["summary"], "One post.");
/// assert_eq!(operation["parameters"][0]["schema"]["format"], "uint64");
/// assert!(operation["responses"]["404"].is_object());
/// ```
#[derive(Clone, PartialEq)]
pub struct Document(Value);

impl Document {
    /// The document of a table: of the handlers that it mounts, and that are not `hidden`.
    ///
    /// It is that of an app with the default settings; [`App::openapi`](crate::App::openapi) knows the app's own.
    #[must_use]
    pub fn of<T: Table + Documented>(_: &T, info: Info) -> Self {
        Self::of_table::<T>(info, Settings::DEFAULT)
    }

    pub(crate) fn of_table<T: Table + Documented>(info: Info, settings: Settings<'_>) -> Self {
        let (mut mounted, mut operations) = (Vec::with_capacity(T::NODE.count()), Vec::new());
        mount(&T::NODE, "", &mut mounted);
        T::DOCUMENT.flatten(&mut operations);
        let listed: Vec<Listed> = mounted
            .into_iter()
            .zip(operations)
            .filter_map(|(mounted, shown)| Some(Listed { mounted, shown: shown? }))
            .collect();
        Self(assemble(&listed, info, settings))
    }

    /// The document itself.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// What has changed since another document, such as one of an earlier version.
    ///
    /// ```
    /// use fingerpost::openapi::{Document, Info};
    /// use fingerpost::{get, routes};
    ///
    /// #[get("/posts?{limit}")]
    /// fn old(limit: Option<u32>) -> String { format!("{limit:?}") }
    ///
    /// #[get("/posts?{limit}", operation_id = "old")]
    /// fn new(limit: u32) -> String { limit.to_string() }
    ///
    /// let old = Document::of(&routes![old], Info::new("Posts", "1.0.0"));
    /// let new = Document::of(&routes![new], Info::new("Posts", "1.0.0"));
    /// let [change] = &new.changes_since(old.value())[..] else { panic!() };
    /// assert_eq!(change.to_string(), "GET /posts: the query parameter `limit` is required now");
    /// assert!(change.breaks_clients());
    /// ```
    #[must_use]
    pub fn changes_since(&self, old: &Value) -> Vec<Change> {
        changes(old, &self.0)
    }

    /// As JSON, indented.
    #[must_use]
    pub fn to_json(&self) -> String {
        write::json(&self.0)
    }

    /// As YAML.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        write::yaml(&self.0)
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Document").field(&self.0["info"]["title"]).finish_non_exhaustive()
    }
}

/// A route that is shown.
pub(super) struct Listed {
    pub(super) mounted: Mounted,
    shown: Shown,
}

fn assemble(listed: &[Listed], info: Info, settings: Settings<'_>) -> Value {
    let mut document = info.into_document();
    let mut schemas = Schemas::new();
    let ids = operation_ids(listed);
    // By shape: OpenAPI takes `/posts/{id}` and `/posts/{name}` for one path.
    let mut paths: BTreeMap<String, (Template, Map<String, Value>)> = BTreeMap::new();
    for (route, ids) in listed.iter().zip(&ids) {
        let own = Template::of(&route.mounted);
        let (template, item) = paths.entry(own.shape.clone()).or_insert_with(|| (own.clone(), Map::new()));
        let mut operation = Operation::new(&mut schemas, route.mounted.route, route.shown);
        operation.describe();
        settings.add_failures(&mut operation, route.mounted.route);
        settings.render(&mut operation);
        let mut operation = operation.into_value();
        own.rename(&mut operation, template);
        for (method, id) in route.mounted.route.methods.iter().zip(ids) {
            let mut operation = operation.clone();
            operation["operationId"] = id.as_str().into();
            insert(item, method, operation);
        }
    }
    let mut paths: Map<String, Value> =
        paths.into_values().map(|(template, item)| (template.text, item.into())).collect();
    link(&mut paths, listed, &ids, &schemas);
    document["paths"] = paths.into();
    let schemes = schemas.security_schemes();
    let schemas = schemas.finish(&mut document);
    let components = [("schemas", schemas), ("securitySchemes", schemes)];
    let components = components.into_iter().filter(|(_, named)| !named.is_empty());
    let components: Map<String, Value> =
        components.map(|(name, named)| (name.to_owned(), named.into())).collect();
    if !components.is_empty() {
        document["components"] = components.into();
    }
    document
}

/// Puts an operation under its method; OpenAPI 3.1 knows eight of them, the others stand in an extension.
fn insert(item: &mut Map<String, Value>, method: &str, operation: Value) {
    match method {
        "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE" => {
            item.insert(method.to_ascii_lowercase(), operation);
        }
        _ => {
            let others = item.entry("x-additional-operations").or_insert_with(|| json!({}));
            others[method] = operation;
        }
    }
}

/// Adds to each operation with a `Location` where that leads.
fn link(paths: &mut Map<String, Value>, listed: &[Listed], ids: &[Vec<String>], schemas: &Schemas) {
    let _ = schemas;
    for (route, own_ids) in listed.iter().zip(ids) {
        let Some(link) = route.shown.info.link else { continue };
        // Of several mounts the one nearest to this route, as the header has it.
        let near = |other: &Listed| {
            let pairs = other.mounted.prefix.bytes().zip(route.mounted.prefix.bytes());
            pairs.take_while(|(one, other)| one == other).count()
        };
        let targets = listed.iter().zip(ids).filter(|(other, _)| other.mounted.route.is(link.to)).rev();
        let Some((target, target_ids)) = targets.max_by_key(|(other, _)| near(other)) else { continue };
        let Some(target_id) = target_ids.first() else { continue };
        for id in own_ids {
            let Some(operation) = find(paths, id) else { continue };
            let Some(responses) = operation["responses"].as_object_mut() else { continue };
            let successes =
                responses.iter_mut().filter(|(_, response)| response["headers"].get("Location").is_some());
            for (_, response) in successes {
                response["links"] = json!({ link.to.name: linked(target_id, &link, target) });
            }
        }
    }
}

fn find<'p>(paths: &'p mut Map<String, Value>, id: &str) -> Option<&'p mut Value> {
    let items = paths.values_mut().filter_map(Value::as_object_mut);
    items.flat_map(Map::values_mut).find(|operation| operation["operationId"] == id)
}

fn linked(id: &str, link: &LinkInfo, target: &Listed) -> Value {
    let key = |name: &str| target.shown.info.parameters.iter().find(|parameter| parameter.name == name);
    let parameters: Map<String, Value> = link
        .parameters
        .iter()
        .filter_map(|(name, expression)| Some((key(name)?.key.to_owned(), (*expression).into())))
        .collect();
    if parameters.is_empty() {
        json!({ "operationId": id })
    } else {
        json!({ "operationId": id, "parameters": parameters })
    }
}
