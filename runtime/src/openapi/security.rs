//! The credentials of an operation: its security requirements, and the answers where they are missing.

use serde_json::{Map, Value, json};

use super::operation::Operation;
use super::response::Response;
use super::schemas::Schemas;
use crate::auth::is_protected;
use crate::{RouteInfo, Security};

/// The Security Requirement Objects of a route, any one of which will do; `None` where nothing is said of credentials.
///
/// Each extractor asks for its own, so that what all of them ask for is every combination of their alternatives.
pub(super) fn requirements(route: &RouteInfo, schemas: &mut Schemas) -> Option<Value> {
    let asked: Vec<&Security> = route.security.iter().filter(|security| !security.is_none()).collect();
    if asked.is_empty() {
        return route.public.then(|| json!([]));
    }
    let mut requirements = vec![Map::new()];
    for security in asked {
        let mut alternatives: Vec<Option<(String, Value)>> = security
            .get_schemes()
            .iter()
            .map(|scheme| Some((schemas.security_scheme(*scheme), json!(security.get_scopes()))))
            .collect();
        if !security.is_required() {
            alternatives.push(None);
        }
        let combined = |so_far: &Map<String, Value>| {
            let so_far = so_far.clone();
            let combine = move |alternative: &Option<(String, Value)>| {
                so_far.clone().into_iter().chain(alternative.clone()).collect::<Map<_, _>>()
            };
            alternatives.iter().map(combine).collect::<Vec<_>>()
        };
        requirements = requirements.iter().flat_map(combined).collect();
    }
    Some(requirements.into())
}

/// What the extractors answer where credentials are missing (401, with a challenge) or not enough (403).
pub(super) fn refusals(operation: &mut Operation<'_>) {
    let security = operation.route().security;
    if security.iter().all(Security::is_none) {
        return;
    }
    let is_protected = is_protected(security);
    if is_protected && !operation.answers_with(401) {
        operation.rejects_with(401);
    }
    if is_protected
        && security.iter().any(|each| !each.get_scopes().is_empty())
        && !operation.answers_with(403)
    {
        operation.rejects_with(403);
    }
    operation.challenges();
}

impl Response {
    /// With how to authenticate (RFC 9110 §11.6.1).
    pub(super) fn with_challenge(&mut self) {
        self.add_header("WWW-Authenticate", true, &json!({ "type": "string" }));
    }
}
