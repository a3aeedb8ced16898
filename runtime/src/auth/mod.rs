//! Who may call a handler: which credentials its extractors ask for, said where the compiler and the document see it.

mod oauth2;
mod scheme;

#[cfg(feature = "auth")]
mod api_key;
#[cfg(feature = "auth")]
mod authorization;
#[cfg(feature = "auth")]
mod basic;
#[cfg(feature = "auth")]
mod bearer;
#[cfg(feature = "auth")]
mod unauthorized;

#[cfg(feature = "auth")]
pub use api_key::{ApiKey, ApiKeyPlace};
#[cfg(feature = "auth")]
pub use basic::Basic;
#[cfg(feature = "auth")]
pub use bearer::Bearer;
pub use oauth2::OAuth2Flow;
pub use scheme::SecurityScheme;
#[cfg(feature = "auth")]
pub use unauthorized::Unauthorized;

use http::{HeaderValue, StatusCode, header};

use crate::head;
use crate::respond::Response;

/// The credentials that an extractor asks for: those of any one of some schemes, with these scopes.
///
/// An extractor of your own that proves who asks says so with [`FromRequest::SECURITY`](crate::FromRequest::SECURITY) or
/// [`FromState::SECURITY`](crate::FromState::SECURITY). The document then shows it, a 401 of the extractor says how to
/// authenticate (RFC 9110 §11.6.1), and a table made with `auth = required` counts its handlers as protected.
///
/// ```
/// use fingerpost::{App, FromState, Problem, RequestContext, Security, SecurityScheme, StatusCode, get, problem, routes};
///
/// struct Sessions;
/// impl Sessions {
///     fn user(&self, key: &str) -> Option<u64> { (key == "k7").then_some(7) }
/// }
///
/// /// The user whose key the request carries.
/// struct CurrentUser(u64);
///
/// impl FromState for CurrentUser {
///     type State = Sessions;
///     type Rejection = Problem;
///     const SECURITY: Security = Security::any_of(&[SecurityScheme::header("X-API-Key")]);
///
///     async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Problem> {
///         let key = request.headers().get("x-api-key").and_then(|key| key.to_str().ok());
///         key.and_then(|key| sessions.user(key)).map(Self).ok_or_else(|| problem!(401, "a key is required"))
///     }
/// }
///
/// #[get("/me")]
/// fn me(user: CurrentUser) -> String { user.0.to_string() }
///
/// #[get("/health", public)]
/// fn health() {}
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![auth = required, me, health]).state(Sessions).test();
/// assert_eq!(app.get("/me").header("x-api-key", "k7").send().await.text(), "7");
/// let refused = app.get("/me").send().await;
/// assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
/// assert_eq!(refused.header("www-authenticate"), Some(r#"ApiKey in="header", name="X-API-Key""#));
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Security {
    schemes: &'static [SecurityScheme],
    scopes: &'static [&'static str],
    is_optional: bool,
}

impl Security {
    /// No credentials: what most extractors ask for.
    pub const NONE: Self = Self::any_of(&[]);

    /// The credentials of any one of these schemes.
    #[must_use]
    pub const fn any_of(schemes: &'static [SecurityScheme]) -> Self {
        Self { schemes, scopes: &[], is_optional: false }
    }

    /// With these scopes, or roles, which the extractor checks: whoever lacks one is answered 403.
    ///
    /// ```
    /// use fingerpost::{Security, SecurityScheme};
    ///
    /// const EDITOR: Security = Security::any_of(&[SecurityScheme::bearer()]).scopes(&["notes:write"]);
    /// assert_eq!(EDITOR.get_scopes(), ["notes:write"]);
    /// ```
    #[must_use]
    pub const fn scopes(self, scopes: &'static [&'static str]) -> Self {
        Self { scopes, ..self }
    }

    /// The same credentials, which may be missing: those of an `Option` of the extractor.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// The schemes, any one of which will do.
    #[must_use]
    pub const fn get_schemes(&self) -> &'static [SecurityScheme] {
        self.schemes
    }

    /// The scopes.
    #[must_use]
    pub const fn get_scopes(&self) -> &'static [&'static str] {
        self.scopes
    }

    /// Whether a request without them is refused.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        !self.schemes.is_empty() && !self.is_optional
    }

    /// Whether no credentials are asked for.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.schemes.is_empty()
    }

    /// Adds to a 401 of the extractor how to authenticate, where it does not say so itself (RFC 9110 §15.5.2).
    pub(crate) fn challenge(&self, response: &mut Response) {
        if response.status() != StatusCode::UNAUTHORIZED
            || response.headers().contains_key(header::WWW_AUTHENTICATE)
        {
            return;
        }
        for scheme in self.schemes {
            if let Ok(challenge) = HeaderValue::try_from(scheme.challenge(self.scopes)) {
                head::add(response.headers_mut(), header::WWW_AUTHENTICATE, challenge);
            }
        }
    }
}

/// Whether a route asks of everyone for credentials.
pub(crate) const fn is_protected(security: &[Security]) -> bool {
    let mut at = 0;
    while at < security.len() {
        if security[at].is_required() {
            return true;
        }
        at += 1;
    }
    false
}
