//! `Header<H>`: one header of the request, parsed.

use std::fmt;
use std::ops::Deref;

use headers::HeaderMapExt;
use http::HeaderName;

use super::{FromRequest, RequestContext};
use crate::answered_by_its_problem;

/// A header of the request as a type of the [`headers`] crate; 400 where it is missing or malformed.
///
/// As an `Option` it is `None` where the header is missing. It is also a
/// [`ResponsePart`](crate::ResponsePart): `(Header(CacheControl::new().with_no_store()), "text")`.
///
/// ```
/// use fingerpost::headers::{Authorization, authorization::Bearer};
/// use fingerpost::{App, Header, get, routes};
///
/// #[get("/token")]
/// fn token(Header(authorization): Header<Authorization<Bearer>>) -> String {
///     authorization.token().to_owned()
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![token]).test();
/// let response = app.get("/token").header("authorization", "Bearer abc").send().await;
/// assert_eq!(response.text(), "abc");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Header<H>(pub H);

/// A header that is a type: any [`headers::Header`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a header\nhelp: one of `fingerpost::headers`, such as `Header<UserAgent>`; to read any header by its name take `headers: HeaderMap`",
    label = "which header this is, is not known"
)]
pub trait TypedHeader: headers::Header {}

#[diagnostic::do_not_recommend]
impl<H: headers::Header> TypedHeader for H {}

impl<H: TypedHeader> FromRequest for Header<H> {
    type Rejection = HeaderRejection;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, HeaderRejection> {
        match request.headers().typed_try_get::<H>() {
            Ok(Some(header)) => Ok(Self(header)),
            Ok(None) => Err(HeaderRejection { name: H::name(), missing: true }),
            Err(_) => Err(HeaderRejection { name: H::name(), missing: false }),
        }
    }

    fn is_absence(rejection: &HeaderRejection) -> bool {
        rejection.missing
    }
}

impl<H> Deref for Header<H> {
    type Target = H;

    fn deref(&self) -> &H {
        &self.0
    }
}

/// Why there is no [`Header`]: it is missing or malformed, 400 in both cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderRejection {
    name: &'static HeaderName,
    missing: bool,
}

impl HeaderRejection {
    /// The header's name.
    #[must_use]
    pub const fn name(&self) -> &'static HeaderName {
        self.name
    }

    /// Whether the request has no such header, rather than a malformed one.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.missing
    }
}

answered_by_its_problem!(HeaderRejection: "Header", 400);

impl fmt::Display for HeaderRejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.missing { "required" } else { "malformed" };
        write!(f, "the header `{}` is {what}", self.name)
    }
}

impl std::error::Error for HeaderRejection {}
