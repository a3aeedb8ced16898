//! What has changed between two documents, in plain words, and what of it breaks clients.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};

use super::compare_schema::{Comparison, Direction};
use super::compare_security::{compare_schemes, compare_security};

/// One difference between two documents.
///
/// It prints as one line: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    place: String,
    what: String,
    breaks_clients: bool,
}

impl Change {
    pub(super) fn new(place: &str, what: String, breaks_clients: bool) -> Self {
        Self { place: place.to_owned(), what, breaks_clients }
    }

    /// Whether a client that was right before may fail now.
    #[must_use]
    pub fn breaks_clients(&self) -> bool {
        self.breaks_clients
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// The differences, operation by operation.
pub(super) fn changes(old: &Value, new: &Value) -> Vec<Change> {
    let mut comparison = Comparison::new(old, new);
    let (before, after) = (operations(old), operations(new));
    for (name, operation) in &before {
        match after.iter().find(|(other, _)| shape(other) == shape(name)) {
            None => comparison.breaks(name, "the operation is gone".to_owned()),
            Some((_, now)) => compare_operations(&mut comparison, name, operation, now),
        }
    }
    for (name, _) in &after {
        if !before.iter().any(|(other, _)| shape(other) == shape(name)) {
            comparison.tells(name, "the operation is new".to_owned());
        }
    }
    compare_schemes(&mut comparison, old, new);
    if old["info"] != new["info"] || old["servers"] != new["servers"] || old["tags"] != new["tags"] {
        comparison
            .tells("the API", "its title, version, servers, tags or description have changed".to_owned());
    }
    comparison.finish()
}

/// `GET /posts/{id}` and its operation.
fn operations(document: &Value) -> Vec<(String, &Value)> {
    let mut operations = Vec::new();
    let Some(paths) = document["paths"].as_object() else { return operations };
    for (path, item) in paths {
        let Some(item) = item.as_object() else { continue };
        let others = item.get("x-additional-operations").and_then(Value::as_object);
        let own = item.iter().filter(|(method, _)| !method.starts_with("x-"));
        for (method, operation) in own.chain(others.into_iter().flatten()) {
            operations.push((format!("{} {path}", method.to_ascii_uppercase()), operation));
        }
    }
    operations
}

/// The names of captures do not matter to clients.
fn shape(name: &str) -> String {
    let mut shape = String::new();
    let mut within = false;
    for c in name.chars() {
        match c {
            '{' => within = true,
            '}' => within = false,
            _ if within => continue,
            _ => {}
        }
        shape.push(c);
    }
    shape
}

fn compare_operations(comparison: &mut Comparison<'_>, name: &str, old: &Value, new: &Value) {
    if old["operationId"] != new["operationId"] {
        let what = format!("its operation id is now {} (was {})", new["operationId"], old["operationId"]);
        comparison.breaks(name, what);
    }
    compare_security(comparison, name, &old["security"], &new["security"]);
    for text in ["summary", "description", "tags", "deprecated", "x-sunset"] {
        if old[text] != new[text] {
            comparison.tells(name, format!("its {text} has changed"));
        }
    }
    compare_parameters(comparison, name, &old["parameters"], &new["parameters"]);
    compare_bodies(comparison, name, old.get("requestBody"), new.get("requestBody"));
    compare_responses(comparison, name, &old["responses"], &new["responses"]);
}

fn compare_parameters(comparison: &mut Comparison<'_>, name: &str, old: &Value, new: &Value) {
    let list = |parameters: &Value| parameters.as_array().cloned().unwrap_or_default();
    let (old, new) = (list(old), list(new));
    // Captures stand for each other by their place in the path.
    let key = |list: &[Value], at: usize| {
        let parameter = &list[at];
        if parameter["in"] == "path" {
            let place = list[..at].iter().filter(|other| other["in"] == "path").count();
            ("path".to_owned(), place.to_string())
        } else {
            let text = |member: &str| parameter[member].as_str().unwrap_or_default().to_owned();
            (text("in"), text("name"))
        }
    };
    let is_required = |parameter: &Value| parameter["required"] == true;
    for at in 0..old.len() {
        let (before, own) = (&old[at], key(&old, at));
        let shown = parameter_name(before);
        let Some(now) = (0..new.len()).find(|&other| key(&new, other) == own).map(|other| &new[other]) else {
            comparison.breaks(name, format!("{shown} is no longer read"));
            continue;
        };
        match (is_required(before), is_required(now)) {
            (false, true) => comparison.breaks(name, format!("{shown} is required now")),
            (true, false) => comparison.tells(name, format!("{shown} is no longer required")),
            _ => {}
        }
        comparison.schemas(name, &shown, &before["schema"], &now["schema"], Direction::Sent);
    }
    for at in 0..new.len() {
        let own = key(&new, at);
        if (0..old.len()).any(|other| key(&old, other) == own) {
            continue;
        }
        let shown = parameter_name(&new[at]);
        if is_required(&new[at]) {
            comparison.breaks(name, format!("{shown} is new and required"));
        } else {
            comparison.tells(name, format!("{shown} is new"));
        }
    }
}

fn parameter_name(parameter: &Value) -> String {
    let text = |member: &str| parameter[member].as_str().unwrap_or_default();
    format!("the {} parameter `{}`", text("in"), text("name"))
}

fn compare_bodies(comparison: &mut Comparison<'_>, name: &str, old: Option<&Value>, new: Option<&Value>) {
    match (old, new) {
        (None, None) => {}
        (Some(_), None) => comparison.breaks(name, "the request's body is no longer read".to_owned()),
        (None, Some(new)) if new["required"] == true => {
            comparison.breaks(name, "a body is required now".to_owned());
        }
        (None, Some(_)) => comparison.tells(name, "a body is read now".to_owned()),
        (Some(old), Some(new)) => {
            match (old["required"] == true, new["required"] == true) {
                (false, true) => comparison.breaks(name, "the request's body is required now".to_owned()),
                (true, false) => {
                    comparison.tells(name, "the request's body is no longer required".to_owned());
                }
                _ => {}
            }
            compare_content(comparison, name, "the request's body", old, new, Direction::Sent);
        }
    }
}

fn compare_responses(comparison: &mut Comparison<'_>, name: &str, old: &Value, new: &Value) {
    let statuses: BTreeSet<&String> =
        [old, new].into_iter().filter_map(Value::as_object).flat_map(Map::keys).collect();
    for status in statuses {
        let shown = format!("the answer {status}");
        let is_failure = !status.starts_with(['2', '3']);
        match (old.get(status), new.get(status)) {
            (Some(_), None) => comparison.breaks(name, format!("{shown} is gone")),
            (None, Some(_)) if is_failure => comparison.tells(name, format!("{shown} is new")),
            (None, Some(_)) => {
                comparison.breaks(name, format!("{shown} is new, a success that clients do not know"));
            }
            (Some(before), Some(now)) => {
                let direction = if is_failure { Direction::Failed } else { Direction::Answered };
                compare_content(comparison, name, &shown, before, now, direction);
                compare_headers(comparison, name, &shown, &before["headers"], &now["headers"]);
                for member in ["description", "links"] {
                    if before[member] != now[member] {
                        comparison.tells(name, format!("the {member} of {shown} changed"));
                    }
                }
            }
            (None, None) => {}
        }
    }
}

fn compare_content(
    comparison: &mut Comparison<'_>,
    name: &str,
    shown: &str,
    old: &Value,
    new: &Value,
    direction: Direction,
) {
    let none = Map::new();
    let content = |value: &Value| value["content"].as_object().cloned();
    let (old, new) = (content(old).unwrap_or_else(|| none.clone()), content(new).unwrap_or(none));
    for (media_type, before) in &old {
        match new.get(media_type) {
            None => comparison.breaks(name, format!("{shown} is no longer `{media_type}`")),
            Some(now) => comparison.schemas(name, shown, &before["schema"], &now["schema"], direction),
        }
    }
    for media_type in new.keys().filter(|media_type| !old.contains_key(*media_type)) {
        let what = format!("{shown} may be `{media_type}` now");
        if direction == Direction::Answered {
            comparison.breaks(name, what);
        } else {
            comparison.tells(name, what);
        }
    }
}

fn compare_headers(comparison: &mut Comparison<'_>, name: &str, shown: &str, old: &Value, new: &Value) {
    for (header, before) in old.as_object().into_iter().flatten() {
        match new.get(header) {
            // When an operation ends is told by the operation itself.
            now if is_of_its_end(header) => {
                if now != Some(before) {
                    comparison.tells(name, format!("the header `{header}` of {shown} has changed"));
                }
            }
            None => comparison.breaks(name, format!("{shown} no longer has the header `{header}`")),
            Some(now) => {
                if before["required"] == true && now["required"] != true {
                    comparison.breaks(name, format!("the header `{header}` of {shown} may be missing now"));
                }
                let place = format!("the header `{header}` of {shown}");
                comparison.schemas(name, &place, &before["schema"], &now["schema"], Direction::Answered);
            }
        }
    }
    for (header, _) in new.as_object().into_iter().flatten().filter(|(header, _)| old.get(header).is_none()) {
        comparison.tells(name, format!("{shown} has the header `{header}` now"));
    }
}

fn is_of_its_end(header: &str) -> bool {
    ["Deprecation", "Sunset"].contains(&header)
}
