//! `SecurityScheme`: how clients prove who they are.

use std::fmt::Write as _;

use super::OAuth2Flow;
use crate::text::joined;

/// How clients prove who they are: a Security Scheme Object of the OpenAPI document, and the challenge of a 401 (RFC 9110
/// §11.6.1).
///
/// ```
/// use fingerpost::SecurityScheme;
///
/// const SESSION: SecurityScheme = SecurityScheme::cookie("session").description("Set by `POST /login`.");
/// assert_eq!(SESSION.name(), "session");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    kind: Kind,
    name: &'static str,
    description: &'static str,
    realm: &'static str,
    bearer_format: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bearer,
    Basic,
    /// A key, where it stands and what it is called there.
    Key(&'static str, &'static str),
    OpenIdConnect(&'static str),
    OAuth2(&'static [OAuth2Flow]),
}

impl SecurityScheme {
    const fn new(kind: Kind, name: &'static str) -> Self {
        Self { kind, name, description: "", realm: "", bearer_format: "" }
    }

    /// `Authorization: Bearer …` (RFC 6750).
    #[must_use]
    pub const fn bearer() -> Self {
        Self::new(Kind::Bearer, "bearer")
    }

    /// `Authorization: Basic …` (RFC 7617).
    #[must_use]
    pub const fn basic() -> Self {
        Self::new(Kind::Basic, "basic")
    }

    /// A key in a header of this name.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(Kind::Key("header", name), name)
    }

    /// A key in a cookie of this name.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(Kind::Key("cookie", name), name)
    }

    /// A key in a parameter of the query of this name. Servers and proxies write URLs to logs: a header keeps secrets
    /// better.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(Kind::Key("query", name), name)
    }

    /// OpenID Connect, with the URL of its discovery document.
    #[must_use]
    pub const fn open_id_connect(url: &'static str) -> Self {
        Self::new(Kind::OpenIdConnect(url), "openId")
    }

    /// A token that an OAuth 2.0 server gives out, sent as a [`bearer`](Self::bearer) token, with how clients come by it: at
    /// most one flow of a kind.
    #[must_use]
    pub const fn oauth2(flows: &'static [OAuth2Flow]) -> Self {
        Self::new(Kind::OAuth2(flows), "oauth2")
    }

    /// Under another name in the document: letters, digits, `.`, `-` and `_`.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// In words, for the document.
    #[must_use]
    pub const fn description(self, description: &'static str) -> Self {
        Self { description, ..self }
    }

    /// What the credentials are good for, as the challenge says it (RFC 9110 §11.5): browsers show it with `Basic`.
    #[must_use]
    pub const fn realm(self, realm: &'static str) -> Self {
        Self { realm, ..self }
    }

    /// What a bearer token is, such as `JWT`, for the document.
    #[must_use]
    pub const fn bearer_format(self, bearer_format: &'static str) -> Self {
        Self { bearer_format, ..self }
    }

    /// Its name in the document.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Where a key stands, `header`, `query` or `cookie`, and its name there.
    #[cfg(feature = "auth")]
    pub(crate) const fn key(&self) -> Option<(&'static str, &'static str)> {
        match self.kind {
            Kind::Key(place, name) => Some((place, name)),
            _ => None,
        }
    }

    /// The value of `WWW-Authenticate`: `Bearer scope="notes:write"`.
    pub(crate) fn challenge(&self, scopes: &[&str]) -> String {
        let mut challenge = Challenge::of(match self.kind {
            Kind::Bearer | Kind::OpenIdConnect(_) | Kind::OAuth2(_) => "Bearer",
            Kind::Basic => "Basic",
            Kind::Key(..) => "ApiKey",
        });
        match self.kind {
            // Both are required or advised (RFC 7617 §2, §2.1).
            Kind::Basic => {
                challenge.add("realm", if self.realm.is_empty() { "restricted" } else { self.realm });
                challenge.add("charset", "UTF-8");
            }
            _ if !self.realm.is_empty() => challenge.add("realm", self.realm),
            _ => {}
        }
        match self.kind {
            Kind::Key(place, name) => {
                challenge.add("in", place);
                challenge.add("name", name);
            }
            Kind::Bearer | Kind::OpenIdConnect(_) | Kind::OAuth2(_) if !scopes.is_empty() => {
                challenge.add("scope", &joined(scopes, " "));
            }
            _ => {}
        }
        challenge.0
    }

    /// The Security Scheme Object.
    #[cfg(feature = "openapi")]
    pub(crate) fn to_value(self) -> serde_json::Value {
        use serde_json::json;
        let mut value = match self.kind {
            Kind::Bearer => json!({ "type": "http", "scheme": "bearer" }),
            Kind::Basic => json!({ "type": "http", "scheme": "basic" }),
            Kind::Key(place, name) => json!({ "type": "apiKey", "in": place, "name": name }),
            Kind::OpenIdConnect(url) => json!({ "type": "openIdConnect", "openIdConnectUrl": url }),
            Kind::OAuth2(flows) => {
                let flows: serde_json::Map<_, _> = flows
                    .iter()
                    .map(|flow| flow.to_member())
                    .map(|(kind, flow)| (kind.to_owned(), flow))
                    .collect();
                json!({ "type": "oauth2", "flows": flows })
            }
        };
        for (member, text) in [("bearerFormat", self.bearer_format), ("description", self.description)] {
            if !text.is_empty() {
                value[member] = text.into();
            }
        }
        value
    }
}

/// A challenge while its parameters are added, each a quoted string (RFC 9110 §5.6.4, §11.2).
pub(super) struct Challenge(pub(super) String);

impl Challenge {
    pub(super) fn of(scheme: &str) -> Self {
        Self(scheme.to_owned())
    }

    pub(super) fn add(&mut self, name: &str, value: &str) {
        let sign = if self.0.contains('=') { ", " } else { " " };
        let value = value.replace('\\', "\\\\").replace('"', "\\\"");
        // Writing to a string never fails.
        let _ = write!(self.0, "{sign}{name}=\"{value}\"");
    }
}
