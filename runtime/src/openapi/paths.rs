//! Paths of the document, and the names of its operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::document::Listed;
use crate::route::Segment;
use crate::table::Mounted;

/// A path as OpenAPI writes it.
#[derive(Clone, Debug)]
pub(super) struct Template {
    /// `/posts/{id}`
    pub(super) text: String,
    /// The same without the names of captures: OpenAPI takes paths of one shape for one path.
    pub(super) shape: String,
    names: Vec<&'static str>,
}

impl Template {
    pub(super) fn of(mounted: &Mounted) -> Self {
        let (mut text, mut shape) = (mounted.prefix.to_string(), mounted.prefix.to_string());
        let names = mounted.route.captures.to_vec();
        let mut captures = names.iter();
        let segments = mounted.route.segments;
        if mounted.prefix.is_empty() || !matches!(segments, [Segment::Literal("")]) {
            for segment in segments {
                let (before, after) = match segment {
                    Segment::Literal(literal) => {
                        let literal = literal.replace('{', "%7B").replace('}', "%7D");
                        for written in [&mut text, &mut shape] {
                            written.push('/');
                            written.push_str(&literal);
                        }
                        continue;
                    }
                    Segment::Partial(before, after) => (*before, *after),
                    Segment::Capture | Segment::Rest | Segment::RestOrNothing => ("", ""),
                };
                let name = captures.next().copied().unwrap_or_default();
                text.push_str(&format!("/{before}{{{name}}}{after}"));
                shape.push_str(&format!("/{before}{{}}{after}"));
            }
        }
        Self { text, shape, names }
    }

    /// Gives the parameters of an operation here the names that the path of this shape has already.
    pub(super) fn rename(&self, operation: &mut Value, known: &Self) {
        let Some(parameters) = operation.get_mut("parameters").and_then(Value::as_array_mut) else { return };
        for parameter in parameters.iter_mut().filter(|parameter| parameter["in"] == "path") {
            let place = self.names.iter().position(|name| parameter["name"] == *name);
            if let Some(name) = place.and_then(|at| known.names.get(at)) {
                parameter["name"] = (*name).into();
            }
        }
    }
}

/// The name of each operation, one for each method of each route: the function's, and only where others have the same
/// what tells them apart.
pub(super) fn operation_ids(listed: &[Listed]) -> Vec<Vec<String>> {
    let operations = || {
        listed.iter().enumerate().flat_map(|(at, route)| {
            route.mounted.route.methods.iter().map(move |method| (at, route, *method))
        })
    };
    let mut settled: BTreeMap<(usize, &str), String> = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for name in [plain, with_module, with_method, with_prefix] {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let open: Vec<_> =
            operations().filter(|(at, _, method)| !settled.contains_key(&(*at, *method))).collect();
        for (_, route, method) in &open {
            *counts.entry(name(route, method)).or_default() += 1;
        }
        for (at, route, method) in open {
            let id = name(route, method);
            if counts.get(&id) == Some(&1) && taken.insert(id.clone()) {
                settled.insert((at, method), id);
            }
        }
    }
    for (at, route, method) in operations() {
        settled.entry((at, method)).or_insert_with(|| {
            let id = with_prefix(route, method);
            let id = (2..).map(|number| format!("{id}_{number}")).find(|id| taken.insert(id.clone()));
            id.unwrap_or_default()
        });
    }
    let id = |at: usize, method: &str| settled.get(&(at, method)).cloned().unwrap_or_default();
    let listed = listed.iter().enumerate();
    listed
        .map(|(at, route)| route.mounted.route.methods.iter().map(|method| id(at, method)).collect())
        .collect()
}

fn plain(listed: &Listed, _: &str) -> String {
    let route = listed.mounted.route;
    if route.operation_id.is_empty() { route.name.to_owned() } else { route.operation_id.to_owned() }
}

fn with_module(listed: &Listed, method: &str) -> String {
    let module = listed.mounted.route.module.rsplit("::").next().unwrap_or_default();
    format!("{module}_{}", plain(listed, method))
}

fn with_method(listed: &Listed, method: &str) -> String {
    format!("{}_{}", plain(listed, method), method.to_ascii_lowercase())
}

fn with_prefix(listed: &Listed, method: &str) -> String {
    let prefix = listed.mounted.prefix.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    format!("{}_{}", prefix.trim_matches('_'), with_method(listed, method)).trim_matches('_').to_owned()
}
