//! `Basic`: the name and the password of an `Authorization: Basic …` header.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::authorization::{self, Credentials};
use super::{Security, SecurityScheme, Unauthorized};
use crate::extract::{FromRequest, RequestContext};

/// The name and the password of an `Authorization: Basic …` header (RFC 7617); 401 with a challenge where there is none.
///
/// They are UTF-8, as the challenge asks for (RFC 7617 §2.1). The realm that browsers show is `restricted`; an extractor
/// of your own that reads this one names another: `SecurityScheme::basic().realm("Staff")`. As an `Option` it is `None`
/// where none are sent, and rejects malformed ones. It does not print the password.
///
/// ```
/// use fingerpost::{App, Basic, Problem, Secret, get, problem, routes};
///
/// #[get("/admin")]
/// fn admin(caller: Basic, password: &Secret) -> Result<String, Problem> {
///     if !password.is(&caller.password) {
///         return Err(problem!(403, "the password is wrong"));
///     }
///     Ok(format!("hello, {}", caller.username))
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![admin]).state(Secret::new("open sesame")).test();
/// let answer = app.get("/admin").header("authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==").send().await;
/// assert_eq!(answer.text(), "hello, Aladdin");
/// let refused = app.get("/admin").send().await;
/// assert_eq!(refused.header("www-authenticate"), Some(r#"Basic realm="restricted", charset="UTF-8""#));
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Basic {
    /// The name, without a colon.
    pub username: String,
    /// The password.
    pub password: String,
}

impl FromRequest for Basic {
    type Rejection = Unauthorized;
    const SECURITY: Security = Security::any_of(&[SecurityScheme::basic()]);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Unauthorized> {
        let challenge = || SecurityScheme::basic().challenge(&[]);
        let read = match authorization::of(request.headers(), "Basic") {
            Credentials::None => {
                return Err(Unauthorized::missing(challenge(), "a name and a password are required"));
            }
            Credentials::Malformed => None,
            Credentials::Of(credentials) => Self::decode(credentials),
        };
        read.ok_or_else(|| Unauthorized::new(challenge(), "the name and the password are malformed"))
    }

    fn is_absence(rejection: &Unauthorized) -> bool {
        rejection.is_missing()
    }
}

impl Basic {
    /// `base64(name:password)`, without control characters (RFC 7617 §2).
    fn decode(credentials: &str) -> Option<Self> {
        let pair = String::from_utf8(STANDARD.decode(credentials).ok()?).ok()?;
        let (username, password) = pair.split_once(':').filter(|_| !pair.contains(char::is_control))?;
        Some(Self { username: username.to_owned(), password: password.to_owned() })
    }
}

impl fmt::Debug for Basic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Basic").field("username", &self.username).finish_non_exhaustive()
    }
}
