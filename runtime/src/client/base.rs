//! `Base`: what stands before the path of every call.

use std::str::FromStr;

use http::Uri;
use http::uri::{Authority, Parts, PathAndQuery, Scheme};

use super::CallError;

const KINDS: &str = "it is `http://`, a host and the prefix of a table, or such a prefix alone";

/// An origin, and the prefix below which the server mounts its table; both may be missing.
#[derive(Clone, Debug)]
pub(super) struct Base {
    origin: Option<(Scheme, Authority)>,
    /// Encoded, without a slash at its end.
    prefix: String,
}

impl Base {
    pub(super) fn parse(text: &str) -> Result<Self, CallError> {
        let wrong = |why: &str| CallError::BaseUrl(format!("`{text}` is no base URL: {why}"));
        if text.is_empty() {
            return Ok(Self { origin: None, prefix: String::new() });
        }
        let uri: Uri = text.parse().map_err(|_| wrong(KINDS))?;
        if uri.query().is_some() {
            return Err(wrong("a query belongs to one request"));
        }
        let Parts { scheme, authority, .. } = uri.clone().into_parts();
        let origin = match (scheme, authority) {
            (Some(scheme), Some(authority)) => Some((scheme, authority)),
            (None, None) if uri.path().starts_with('/') => None,
            _ => return Err(wrong(KINDS)),
        };
        if origin.as_ref().is_some_and(|(_, authority)| authority.as_str().contains('@')) {
            return Err(wrong("credentials are sent in a header"));
        }
        Ok(Self { origin, prefix: uri.path().trim_end_matches('/').to_owned() })
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The whole of it with a path below the prefix.
    pub(super) fn join(&self, path_and_query: &str) -> Result<Uri, CallError> {
        let path_and_query =
            PathAndQuery::from_str(path_and_query).map_err(|error| CallError::Argument(error.into()))?;
        let mut parts = Parts::default();
        parts.path_and_query = Some(path_and_query);
        if let Some((scheme, authority)) = self.origin.clone() {
            (parts.scheme, parts.authority) = (Some(scheme), Some(authority));
        }
        Uri::from_parts(parts).map_err(|error| CallError::Argument(error.into()))
    }
}
