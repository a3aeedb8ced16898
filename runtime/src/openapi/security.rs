//! The credentials of an operation: its security requirements, and the answers where they are missing.

use serde_json::{Map, Value, json};

use super::operation::Operation;
use super::response::Response;
use super::schemas::{Schemas, text};
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
        let schemes = security.get_schemes().iter();
        let names = schemes.map(|scheme| Some(schemas.security_scheme(*scheme)));
        let names: Vec<Option<String>> = names.chain((!security.is_required()).then_some(None)).collect();
        let scopes = security.get_scopes();
        let mut combined: Vec<Map<String, Value>> = Vec::new();
        for so_far in &requirements {
            for name in &names {
                let with_it = with(so_far.clone(), name.as_deref(), scopes);
                if !combined.contains(&with_it) {
                    combined.push(with_it);
                }
            }
        }
        requirements = combined;
    }
    Some(requirements.into())
}

/// The requirement with one more scheme, or with more scopes of one that it has.
fn with(mut requirement: Map<String, Value>, name: Option<&str>, scopes: &[&str]) -> Map<String, Value> {
    let Some(name) = name else { return requirement };
    if let Value::Array(all) = requirement.entry(name).or_insert_with(|| json!([])) {
        for scope in scopes {
            if !all.iter().any(|known| known == scope) {
                all.push((*scope).into());
            }
        }
    }
    requirement
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
    /// With the header that says how to authenticate (RFC 9110 §11.6.1).
    pub(super) fn with_challenge(&mut self) {
        self.add_header("WWW-Authenticate", true, &text());
    }
}
