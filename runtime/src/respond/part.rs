//! `ResponsePart`: what goes with another responder in a tuple, such as a status or headers.

use http::StatusCode;

use super::failure::is_broken;
use super::{Facts, Responder, Response};

/// A part of a response that stands before a responder in a tuple: `(StatusCode::ACCEPTED, "soon")`.
///
/// The responder writes first, then the parts add theirs, from left to right: what a part sets stands instead of what
/// the responder set. There may be up to three parts.
///
/// ```
/// use fingerpost::{App, ResponsePart, Response, get, header, routes};
///
/// /// How many items there are besides those on this page.
/// struct TotalCount(u64);
///
/// impl ResponsePart for TotalCount {
///     fn add_to(self, response: &mut Response) {
///         response.headers_mut().insert("x-total-count", self.0.into());
///     }
/// }
///
/// #[get("/posts")]
/// fn posts() -> (TotalCount, &'static str) {
///     (TotalCount(42), "the first ten")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![posts]).test().get("/posts").send().await;
/// assert_eq!(response.header("x-total-count"), Some("42"));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of a response\nhelp: a tuple is a responder with up to three parts before it: `StatusCode`, `HeaderMap`, `[(name, value); N]`, `AppendHeaders`, or what implements `fingerpost::ResponsePart`",
    label = "neither a status nor headers"
)]
pub trait ResponsePart {
    /// Whether the part sets the status, so that the route must not declare one.
    const SETS_STATUS: bool = false;

    /// Adds itself to the response.
    fn add_to(self, response: &mut Response);
}

/// The status, instead of the responder's own.
impl ResponsePart for StatusCode {
    const SETS_STATUS: bool = true;

    #[inline]
    fn add_to(self, response: &mut Response) {
        *response.status_mut() = self;
    }
}

/// `None` adds nothing: a header that is not always there.
///
/// ```
/// use fingerpost::{AppendHeaders, Response, ResponsePart};
///
/// let mut response = Response::default();
/// None::<AppendHeaders<[(&str, &str); 1]>>.add_to(&mut response);
/// Some(AppendHeaders([("x-page", "2")])).add_to(&mut response);
/// assert_eq!(response.headers()["x-page"], "2");
/// ```
impl<P: ResponsePart> ResponsePart for Option<P> {
    const SETS_STATUS: bool = P::SETS_STATUS;

    #[inline]
    fn add_to(self, response: &mut Response) {
        if let Some(part) = self {
            part.add_to(response);
        }
    }
}

/// What is known of a responder once parts are added.
const fn facts(inner: Facts, sets_status: bool) -> Facts {
    let inner = inner.with_parts();
    if sets_status { inner.own_status(inner.status()) } else { inner }
}

macro_rules! with_parts {
    ($($part:ident $value:ident),+) => {
        /// A responder with parts before it, which see what it has written.
        impl<$($part: ResponsePart,)+ T: Responder> Responder for ($($part,)+ T) {
            const FACTS: Facts = facts(T::FACTS, $($part::SETS_STATUS)||+);

            #[inline]
            fn respond(self, response: &mut Response) {
                let ($($value,)+ inner) = self;
                inner.respond(response);
                $(
                    if is_broken(response) {
                        return;
                    }
                    $value.add_to(response);
                )+
            }
        }
    };
}

with_parts!(P1 first);
with_parts!(P1 first, P2 second);
with_parts!(P1 first, P2 second, P3 third);
