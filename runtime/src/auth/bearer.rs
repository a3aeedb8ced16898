//! `Bearer`: the token of an `Authorization: Bearer …` header.

use std::fmt;

use super::authorization::{self, Credentials};
use super::scheme::Challenge;
use super::{Security, SecurityScheme, Unauthorized};
use crate::Problem;
use crate::extract::{FromRequest, RequestContext};
use crate::text::joined;

/// The token of an `Authorization: Bearer …` header (RFC 6750 §2.1); 401 with a challenge where there is none.
///
/// It is what the client says, not yet who the client is: your own extractor asks for it, looks the token up, and proves
/// that. As an `Option` it is `None` where no bearer token is sent, and rejects one that is malformed. It does not print
/// the token.
///
/// ```
/// use fingerpost::{App, Bearer, Secret, StatusCode, get, routes};
///
/// #[get("/metrics")]
/// fn metrics(Bearer(token): Bearer, secret: &Secret) -> Result<&'static str, fingerpost::Unauthorized> {
///     if secret.is(token) { Ok("up 1") } else { Err(Bearer::invalid_token("this token is not known")) }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![metrics]).state(Secret::new("s3cret")).test();
/// let answer = app.get("/metrics").header("authorization", "Bearer s3cret").send().await;
/// assert_eq!(answer.text(), "up 1");
/// let refused = app.get("/metrics").send().await;
/// assert_eq!(refused.header("www-authenticate"), Some("Bearer"));
/// let refused = app.get("/metrics").header("authorization", "Bearer guess").send().await;
/// assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
/// assert_eq!(refused.header("www-authenticate"), Some(r#"Bearer error="invalid_token""#));
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Bearer(pub String);

impl Bearer {
    /// 401: the token is unknown, expired, revoked or malformed (RFC 6750 §3.1). The detail is sent.
    #[must_use]
    pub fn invalid_token(detail: &'static str) -> Unauthorized {
        let mut challenge = Challenge::of("Bearer");
        challenge.add("error", "invalid_token");
        Unauthorized::new(challenge.0, detail)
    }

    /// 403: the token is good, and not for this (RFC 6750 §3.1): it lacks one of these scopes.
    ///
    /// ```
    /// let problem = fingerpost::Bearer::insufficient_scope(&["notes:write"]);
    /// assert_eq!(problem.status(), 403);
    /// let challenge = &problem.headers()["www-authenticate"];
    /// assert_eq!(challenge, r#"Bearer error="insufficient_scope", scope="notes:write""#);
    /// ```
    #[must_use]
    pub fn insufficient_scope(scopes: &[&str]) -> Problem {
        let mut challenge = Challenge::of("Bearer");
        challenge.add("error", "insufficient_scope");
        challenge.add("scope", &joined(scopes, " "));
        Problem::new(403).detail("the token is not good for this").header("www-authenticate", challenge.0)
    }
}

impl FromRequest for Bearer {
    type Rejection = Unauthorized;
    const SECURITY: Security = Security::any_of(&[SecurityScheme::bearer()]);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Unauthorized> {
        match authorization::of(request.headers(), "Bearer") {
            Credentials::None => {
                Err(Unauthorized::missing("Bearer".to_owned(), "a bearer token is required"))
            }
            Credentials::Of(token) if is_token(token) => Ok(Self(token.to_owned())),
            Credentials::Of(_) | Credentials::Malformed => {
                Err(Self::invalid_token("the bearer token is malformed"))
            }
        }
    }

    fn is_absence(rejection: &Unauthorized) -> bool {
        rejection.is_missing()
    }
}

/// `b64token` (RFC 6750 §2.1).
fn is_token(token: &str) -> bool {
    let body = token.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bearer(..)")
    }
}
