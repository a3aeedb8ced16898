//! The end of an operation in the document: `deprecated`, `x-sunset`, its words, and the headers of its answers.

use http::header;
use serde_json::{Value, json};

use super::response::Response;
use super::schemas::text;
use crate::{Lifecycle, RouteInfo};

/// What the description says besides the doc comment; empty where nothing is known.
fn words(lifecycle: &Lifecycle) -> String {
    let deprecated = match lifecycle.deprecated {
        "" => String::new(),
        date => format!("Deprecated since {date}."),
    };
    let sunset = match lifecycle.sunset {
        "" => String::new(),
        date => format!("It may end on {date}."),
    };
    [deprecated, sunset].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Adds to an Operation Object what the route declares of its end.
pub(super) fn tell(route: &RouteInfo, operation: &mut Value) {
    if route.deprecated {
        operation["deprecated"] = true.into();
    }
    let Some(lifecycle) = route.lifecycle else { return };
    let words = words(lifecycle);
    if !words.is_empty() {
        let before = operation["description"].as_str().map(|text| format!("{text}\n\n")).unwrap_or_default();
        operation["description"] = format!("{before}{words}").into();
    }
    if !lifecycle.sunset.is_empty() {
        operation["x-sunset"] = lifecycle.sunset.into();
    }
}

impl Response {
    /// With the headers that every answer of the route has; a request that is not understood may not be known for one
    /// of the route.
    pub(super) fn with_lifecycle(&mut self, lifecycle: &Lifecycle, status: u16) {
        let is_known = status != 400;
        let mut has_link = lifecycle.successor.is_some();
        for (name, value) in lifecycle.headers {
            if *name == header::LINK {
                has_link = true;
            } else {
                let schema = json!({ "type": "string", "const": value.to_str().unwrap_or_default() });
                self.add_header(name.as_str(), is_known, &schema);
            }
        }
        if has_link {
            self.add_header("Link", is_known, &text());
        }
    }
}
