//! `Output`: what a handler may return, a responder or the chance of one.

use super::{Facts, Responder, Response};
use crate::Problem;

/// What a handler may return: a [`Responder`], or a [`Result`] or [`Option`] of one.
///
/// The two halves are kept apart because what a route declares (status, media type, headers, `Location`) belongs to
/// the success alone. It has no methods for users: implement [`Responder`] instead.
#[diagnostic::on_unimplemented(
    message = "a handler cannot return `{Self}`\nhelp: return text, bytes, `Json<T>`, `Html<T>`, `StatusCode`, `()`, a `Result` or `Option` of those, or implement `fingerpost::Responder` for it",
    label = "not a response"
)]
pub trait Output {
    /// The responder of the success.
    type Success: Responder;

    /// What is known of the success before it is made.
    #[doc(hidden)]
    const FACTS: Facts = <Self::Success as Responder>::FACTS;

    /// What has no name, as it is: where it is no output, its own place is blamed.
    #[doc(hidden)]
    fn asked(self) -> Self
    where
        Self: Sized,
    {
        self
    }

    /// The success; a failure writes itself onto the response and leaves `None`.
    #[doc(hidden)]
    fn success_or_fail(self, response: &mut Response) -> Option<Self::Success>;
}

impl<T: Responder> Output for T {
    type Success = T;

    #[inline]
    fn success_or_fail(self, _: &mut Response) -> Option<T> {
        Some(self)
    }
}

/// `Err` answers with the error, a responder too: a [`Problem`](struct@crate::Problem), an enum that derives it, a
/// [`StatusCode`](http::StatusCode), a tuple. An error that carries no status of its own ([`Facts::own_status`]) does not
/// compile, since it would be answered as a success.
impl<T: Output, E: Responder> Output for Result<T, E> {
    type Success = T::Success;

    #[inline]
    fn success_or_fail(self, response: &mut Response) -> Option<T::Success> {
        match self {
            Ok(value) => value.success_or_fail(response),
            Err(error) => {
                fail(error, response);
                None
            }
        }
    }
}

/// `None` is 404 (RFC 9110 §15.5.5).
impl<T: Output> Output for Option<T> {
    type Success = T::Success;

    #[inline]
    fn success_or_fail(self, response: &mut Response) -> Option<T::Success> {
        match self {
            Some(value) => value.success_or_fail(response),
            None => {
                fail(Problem::new(404), response);
                None
            }
        }
    }
}

/// Answers with a failure: the responder's own status, nothing of what was declared for the success.
#[cold]
pub(crate) fn fail<E: Responder>(error: E, response: &mut Response) {
    if let Ok(status) = http::StatusCode::from_u16(E::FACTS.status()) {
        *response.status_mut() = status;
    }
    error.respond(response);
}
