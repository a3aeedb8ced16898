//! `SecurityScheme`: how clients prove who they are.

use serde_json::{Value, json};

/// How clients prove who they are, as an OpenAPI document says it.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme(Value);

impl SecurityScheme {
    /// `Authorization: Bearer …` (RFC 6750).
    #[must_use]
    pub fn bearer() -> Self {
        Self(json!({ "type": "http", "scheme": "bearer" }))
    }

    /// `Authorization: Basic …` (RFC 7617).
    #[must_use]
    pub fn basic() -> Self {
        Self(json!({ "type": "http", "scheme": "basic" }))
    }

    /// A key in a header of this name.
    #[must_use]
    pub fn header(name: &str) -> Self {
        Self(json!({ "type": "apiKey", "in": "header", "name": name }))
    }

    /// A key in a cookie of this name.
    #[must_use]
    pub fn cookie(name: &str) -> Self {
        Self(json!({ "type": "apiKey", "in": "cookie", "name": name }))
    }

    /// A key in a parameter of the query of this name.
    #[must_use]
    pub fn query(name: &str) -> Self {
        Self(json!({ "type": "apiKey", "in": "query", "name": name }))
    }

    /// OpenID Connect, with the URL of its discovery document.
    #[must_use]
    pub fn open_id_connect(url: &str) -> Self {
        Self(json!({ "type": "openIdConnect", "openIdConnectUrl": url }))
    }

    /// In words.
    #[must_use]
    pub fn description(mut self, text: &str) -> Self {
        self.0["description"] = text.into();
        self
    }

    pub(super) fn into_value(self) -> Value {
        self.0
    }
}
