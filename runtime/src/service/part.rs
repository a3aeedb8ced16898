//! A part of an app that has a layer of its own: what is at a path and below it.

use crate::error::Error;
use crate::router::{normal_prefix, normalize};
use crate::table::Mounted;

/// What is at a path, and below it.
#[derive(Debug)]
pub(crate) struct Part {
    /// In the normal form of paths.
    prefix: String,
}

impl Part {
    /// The part at this path, of an app with these routes.
    pub(crate) fn at(path: &str, routes: &[Mounted]) -> Result<Self, Error> {
        if let Some(why) = mistake(path) {
            return Err(Error::new(format!(
                "`{path}` is not the path of a part of the app, such as `/admin`: {why}"
            )));
        }
        if !routes.iter().any(|mounted| mounted.pattern().may_be_below(path)) {
            return Err(Error::new(format!("no route is at `{path}` or below it, where a layer was put")));
        }
        Ok(Self { prefix: normal_prefix(path) })
    }

    /// Whether a request for this path is for this part: the path is read as the routing table reads it, so that there
    /// is no spelling of it that a route answers and a layer does not see.
    pub(crate) fn has(&self, path: &str) -> bool {
        // What has no normal form is refused before it comes to a route.
        let Ok(other) = normalize(path) else { return false };
        let rest = other.as_deref().unwrap_or(path).strip_prefix(&*self.prefix);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

fn mistake(path: &str) -> Option<&'static str> {
    if !path.starts_with('/') {
        Some("it does not begin with `/`")
    } else if path.contains(['{', '}']) {
        Some("it is literal text, as the prefix of a table is")
    } else if path == "/" {
        Some("it is all of the app, which has `layer`")
    } else if path.ends_with('/') {
        Some("it ends with `/`")
    } else if path.contains(['?', '#']) {
        Some("it is a path alone")
    } else {
        None
    }
}
