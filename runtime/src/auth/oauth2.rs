//! `OAuth2Flow`: how clients get a token, for the document.

/// How clients get an access token (RFC 6749 §4): a part of [`SecurityScheme::oauth2`](crate::SecurityScheme::oauth2), for the
/// document and those who read it.
///
/// The server does none of this: another one gives out tokens, and your extractor checks the token that comes. The
/// implicit grant and that of the password have no flow here, since neither is to be used any more (RFC 9700 §2.1.2, §2.4).
///
/// ```
/// use fingerpost::{OAuth2Flow, SecurityScheme};
///
/// const LOGIN: OAuth2Flow =
///     OAuth2Flow::authorization_code("https://login.example.org/authorize", "https://login.example.org/token")
///         .scopes(&[("notes:write", "May change notes.")]);
/// const ACCOUNT: SecurityScheme = SecurityScheme::oauth2(&[LOGIN]);
/// assert_eq!(ACCOUNT.name(), "oauth2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OAuth2Flow {
    kind: Kind,
    token_url: &'static str,
    refresh_url: &'static str,
    scopes: &'static [(&'static str, &'static str)],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The URL at which the user agrees.
    AuthorizationCode(&'static str),
    ClientCredentials,
}

impl OAuth2Flow {
    const fn new(kind: Kind, token_url: &'static str) -> Self {
        Self { kind, token_url, refresh_url: "", scopes: &[] }
    }

    /// A user agrees at the first URL, and the client gets its token at the second (RFC 6749 §4.1).
    #[must_use]
    pub const fn authorization_code(authorization_url: &'static str, token_url: &'static str) -> Self {
        Self::new(Kind::AuthorizationCode(authorization_url), token_url)
    }

    /// A program gets its token at this URL, for itself (RFC 6749 §4.4).
    #[must_use]
    pub const fn client_credentials(token_url: &'static str) -> Self {
        Self::new(Kind::ClientCredentials, token_url)
    }

    /// Where a token is renewed, unless it is where one is given out (RFC 6749 §6).
    #[must_use]
    pub const fn refresh_url(self, refresh_url: &'static str) -> Self {
        Self { refresh_url, ..self }
    }

    /// The scopes that there are, each with what it allows, in words.
    #[must_use]
    pub const fn scopes(self, scopes: &'static [(&'static str, &'static str)]) -> Self {
        Self { scopes, ..self }
    }

    /// The name of its kind in the document, and the OAuth Flow Object.
    #[cfg(feature = "openapi")]
    pub(super) fn to_member(self) -> (&'static str, serde_json::Value) {
        let scopes: serde_json::Map<_, _> =
            self.scopes.iter().map(|(name, words)| ((*name).to_owned(), (*words).into())).collect();
        let mut flow = serde_json::json!({ "tokenUrl": self.token_url, "scopes": scopes });
        if !self.refresh_url.is_empty() {
            flow["refreshUrl"] = self.refresh_url.into();
        }
        match self.kind {
            Kind::AuthorizationCode(url) => {
                flow["authorizationUrl"] = url.into();
                ("authorizationCode", flow)
            }
            Kind::ClientCredentials => ("clientCredentials", flow),
        }
    }
}
