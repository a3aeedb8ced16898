//! Extractors: what a handler takes, read from the request by its type.

mod body;
mod brief;
mod capture;
mod captures;
mod client_addr;
#[cfg(feature = "server")]
mod context;
#[cfg(feature = "cookies")]
mod cookies;
mod either;
mod extension;
mod fields;
#[cfg(feature = "files")]
mod file_request;
#[cfg(feature = "form")]
mod form;
mod form_encoding;
#[cfg(feature = "headers")]
mod header;
mod json;
mod json_depth;
mod json_pointer;
#[cfg(feature = "server")]
mod kept;
mod last_event_id;
mod media_type;
mod message;
mod misfit;
#[cfg(feature = "multipart")]
mod multipart;
mod objects;
mod optional;
mod path;
#[cfg(feature = "form")]
mod query;
mod query_values;
#[cfg(feature = "server")]
mod shutdown;
mod state;
#[cfg(not(feature = "server"))]
mod uncalled;
#[cfg(feature = "garde")]
mod valid;
#[cfg(feature = "garde")]
mod violations;

#[cfg(feature = "cookies")]
pub use ::cookie::{self, Cookie};
#[cfg(feature = "headers")]
pub use ::headers;
#[cfg(feature = "server")]
pub(crate) use brief::brief;
pub use client_addr::{ClientAddr, MissingClientAddr};
#[cfg(feature = "server")]
pub use context::RequestContext;
#[cfg(feature = "server")]
pub(crate) use context::{Matched, Message, RequestLine};
#[cfg(feature = "cookies")]
pub use cookies::Cookies;
pub use either::{Either, EitherRejection};
pub use extension::{Extension, MissingExtension};
#[cfg(feature = "server")]
pub(crate) use fields::too_many_fields;
#[cfg(feature = "files")]
pub use file_request::FileRequest;
#[cfg(feature = "form")]
pub use form::{Form, FormError, FormRejection};
#[cfg(feature = "headers")]
#[doc(hidden)]
pub use header::TypedHeader;
#[cfg(feature = "headers")]
pub use header::{Header, HeaderRejection};
pub use json::{Json, JsonRejection};
#[cfg(feature = "server")]
pub(crate) use kept::Kept;
pub use last_event_id::{LastEventId, LastEventIdRejection};
#[cfg(any(feature = "client", feature = "conformance"))]
pub(crate) use media_type::essence;
#[cfg(feature = "client")]
pub(crate) use media_type::essence_of;
#[cfg(all(feature = "multipart", any(feature = "client", feature = "server")))]
pub(crate) use multipart::encode_name;
#[cfg(feature = "multipart")]
pub use multipart::{Multipart, MultipartRejection, Part};
pub use path::{Path, PathRejection};
#[cfg(feature = "form")]
pub use query::{Query, QueryRejection};
pub(crate) use query_values::query_values;
#[cfg(feature = "server")]
pub use shutdown::Shutdown;
pub use state::State;
#[cfg(not(feature = "server"))]
pub use uncalled::RequestContext;
#[cfg(feature = "garde")]
#[doc(hidden)]
pub use valid::Sent;
#[cfg(feature = "garde")]
pub use valid::{Valid, ValidRejection, Validated};
#[cfg(feature = "garde")]
pub use violations::Violations;

use crate::auth::Security;
use crate::media_types::MediaTypes;
use crate::respond::Responder;

/// A value that a handler takes as an argument, read from the request.
///
/// ```
/// use fingerpost::{FromRequest, Problem, RequestContext};
///
/// /// Who asks, as the proxy in front of us says.
/// struct Caller(String);
///
/// impl FromRequest for Caller {
///     type Rejection = Problem;
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
///         let name = request.headers().get("x-caller").ok_or_else(|| Problem::new(401))?;
///         let name = name.to_str().map_err(|_| Problem::new(400).detail("X-Caller is not text"))?;
///         Ok(Self(name.to_owned()))
///     }
/// }
/// ```
///
/// An extractor that reads the app's state implements [`FromState`] instead, which says which state.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not something a handler can take\nhelp: take a body as `Json<…>`, shared state as `&{Self}`, or name the argument in the path (`{{name}}` or `?{{name}}`); or implement `fingerpost::FromRequest` for it",
    label = "not a capture of the path, and not an extractor"
)]
pub trait FromRequest: Sized {
    /// What is answered when the value is not there or not right. It says its status: a type without one, such as a text, would be
    /// answered as a success, and a handler that takes the extractor does not compile.
    type Rejection: Responder;

    /// Whether it reads the body: at most one argument of a handler may.
    const READS_BODY: bool = false;

    /// The credentials it asks for, where it proves who asks: see [`Security`].
    const SECURITY: Security = Security::NONE;
    /// The media types of the body that it reads, for clients that ask or err.
    const MEDIA_TYPES: MediaTypes = MediaTypes::NONE;

    /// Reads the value.
    ///
    /// # Errors
    /// The rejection, which is the response.
    fn from_request(
        request: &mut RequestContext<'_>,
    ) -> impl Future<Output = Result<Self, Self::Rejection>> + Send;

    /// Whether this rejection means that the value is absent rather than wrong: then an `Option` of the extractor is
    /// `None`; else the `Option` rejects as well. Every rejection counts as absence unless the extractor knows better.
    #[must_use]
    fn is_absence(_: &Self::Rejection) -> bool {
        true
    }
}

/// An extractor that reads state of the app: every [`FromRequest`] (which reads none), and those that say which.
///
/// ```
/// use fingerpost::{FromState, Problem, RequestContext};
/// # struct Sessions; impl Sessions { fn user(&self, _: &str) -> Option<u64> { Some(7) } }
///
/// /// The user whose session the request names.
/// struct CurrentUser(u64);
///
/// impl FromState for CurrentUser {
///     type State = Sessions;
///     type Rejection = Problem;
///
///     async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Problem> {
///         let token = request.headers().get("x-session").and_then(|token| token.to_str().ok());
///         let user = token.and_then(|token| sessions.user(token));
///         user.map(Self).ok_or_else(|| Problem::new(401))
///     }
/// }
/// ```
///
/// An app that mounts a handler with a `CurrentUser` argument and has no `Sessions` does not compile.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not something a handler can take\nhelp: take a body as `Json<…>`, shared state as `&{Self}`, or name the argument in the path (`{{name}}` or `?{{name}}`); or implement `fingerpost::FromRequest` for it",
    label = "not a capture of the path, and not an extractor"
)]
pub trait FromState: Sized {
    /// The type of the state it reads.
    type State: Send + Sync + 'static;

    /// What is answered when the value is not there or not right. It says its status: a type without one, such as a text, would be
    /// answered as a success, and a handler that takes the extractor does not compile.
    type Rejection: Responder;

    /// Whether it reads the body: at most one argument of a handler may.
    const READS_BODY: bool = false;

    /// The credentials it asks for, where it proves who asks: see [`Security`].
    const SECURITY: Security = Security::NONE;
    /// The media types of the body that it reads, for clients that ask or err.
    const MEDIA_TYPES: MediaTypes = MediaTypes::NONE;

    /// Reads the value.
    ///
    /// # Errors
    /// The rejection, which is the response.
    fn from_state(
        request: &mut RequestContext<'_>,
        state: &Self::State,
    ) -> impl Future<Output = Result<Self, Self::Rejection>> + Send;

    /// As [`FromRequest::is_absence`].
    #[must_use]
    fn is_absence(_: &Self::Rejection) -> bool {
        true
    }
}

impl<T: FromRequest> FromState for T {
    type State = ();
    type Rejection = T::Rejection;
    const READS_BODY: bool = T::READS_BODY;
    const SECURITY: Security = T::SECURITY;
    const MEDIA_TYPES: MediaTypes = T::MEDIA_TYPES;

    fn from_state(
        request: &mut RequestContext<'_>,
        (): &(),
    ) -> impl Future<Output = Result<Self, Self::Rejection>> + Send {
        T::from_request(request)
    }

    fn is_absence(rejection: &T::Rejection) -> bool {
        T::is_absence(rejection)
    }
}
