//! `ApiKey`: a key that clients send in a header, the query or a cookie.

use std::fmt;
use std::marker::PhantomData;

use super::{Security, SecurityScheme, Unauthorized};
use crate::extract::{Cookies, FromRequest, RequestContext, query_values};

/// Where a key stands: what the type parameter of [`ApiKey`] says.
pub trait ApiKeyPlace: 'static {
    /// A scheme of [`SecurityScheme::header`], [`query`](SecurityScheme::query) or [`cookie`](SecurityScheme::cookie).
    const SCHEME: SecurityScheme;
}

/// A key that clients send in a header, a parameter of the query, or a cookie; 401 with a challenge where there is none.
///
/// No RFC names a scheme for such keys; the challenge is `ApiKey in="header", name="X-API-Key"`. As an `Option` it is
/// `None` where none is sent, or an empty one. It does not print the key.
///
/// ```
/// use fingerpost::{ApiKey, ApiKeyPlace, App, SecurityScheme, get, routes};
///
/// /// The key of a partner.
/// struct Partner;
///
/// impl ApiKeyPlace for Partner {
///     const SCHEME: SecurityScheme = SecurityScheme::header("X-API-Key");
/// }
///
/// #[get("/quota")]
/// fn quota(key: ApiKey<Partner>) -> String { format!("{} letters", key.key().len()) }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![quota]).test();
/// assert_eq!(app.get("/quota").header("x-api-key", "abc").send().await.text(), "3 letters");
/// assert_eq!(app.get("/quota").send().await.status(), 401);
/// # }
/// ```
pub struct ApiKey<P> {
    key: String,
    place: PhantomData<fn() -> P>,
}

impl<P> ApiKey<P> {
    /// The key, decoded as its place has it.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl<P: ApiKeyPlace> FromRequest for ApiKey<P> {
    type Rejection = Unauthorized;
    const SECURITY: Security = {
        assert!(
            P::SCHEME.key().is_some(),
            "the scheme of an API key says where it stands\nhelp: `SecurityScheme::header(\"X-API-Key\")`"
        );
        Security::any_of(&[P::SCHEME])
    };

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Unauthorized> {
        let missing = || Unauthorized::missing(P::SCHEME.challenge(&[]), "an API key is required");
        let malformed = |detail| Unauthorized::new(P::SCHEME.challenge(&[]), detail);
        let Some((place, name)) = P::SCHEME.key() else { return Err(missing()) };
        let key = match place {
            "header" => {
                let mut lines = request.headers().get_all(name).iter();
                let key = lines.next().map(|line| line.to_str());
                if lines.next().is_some() {
                    return Err(malformed("one API key is required, and there are several"));
                }
                key.transpose().map_err(|_| malformed("the API key is malformed"))?.map(str::to_owned)
            }
            "query" => {
                let mut keys = query_values(request.query(), name);
                let key = keys.next().transpose().map_err(|_| malformed("the API key is malformed"))?;
                if keys.next().is_some() {
                    return Err(malformed("one API key is required, and there are several"));
                }
                key.map(Into::into)
            }
            _ => Cookies::from_request(request)
                .await
                .ok()
                .and_then(|cookies| cookies.get(name).map(str::to_owned)),
        };
        let key = key.filter(|key| !key.is_empty()).ok_or_else(missing)?;
        Ok(Self { key, place: PhantomData })
    }

    fn is_absence(rejection: &Unauthorized) -> bool {
        rejection.is_missing()
    }
}

impl<P> Clone for ApiKey<P> {
    fn clone(&self) -> Self {
        Self { key: self.key.clone(), place: PhantomData }
    }
}

impl<P> fmt::Debug for ApiKey<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(..)")
    }
}
