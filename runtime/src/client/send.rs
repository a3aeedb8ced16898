//! What a client sends for an argument: `SendArgument`, and how `request` asks for it only where it is called.

use super::Draft;

/// An extractor that says what a client sends for it.
///
/// An extractor of your own need not until a client calls a handler that takes it:
///
/// ```
/// use fingerpost::client::{Draft, SendArgument};
/// use fingerpost::header::HeaderName;
/// use fingerpost::{App, FromRequest, Problem, RequestContext, get, routes};
///
/// /// The tenant that a request is about, in a header.
/// struct Tenant(String);
///
/// #[derive(Problem)]
/// #[problem(400, "which tenant?")]
/// struct NoTenant;
///
/// impl FromRequest for Tenant {
///     type Rejection = NoTenant;
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, NoTenant> {
///         let tenant = request.headers().get("x-tenant").and_then(|tenant| tenant.to_str().ok());
///         Ok(Self(tenant.ok_or(NoTenant)?.to_owned()))
///     }
/// }
///
/// impl SendArgument for Tenant {
///     type Value = String;
///
///     fn send(tenant: String, request: &mut Draft) {
///         request.header(HeaderName::from_static("x-tenant"), tenant);
///     }
/// }
///
/// #[get("/tenant")]
/// fn tenant(tenant: Tenant) -> String {
///     tenant.0
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
/// let client = App::new(routes![tenant]).test();
/// let tenant = client.call(tenant::request("acme".to_owned())).await?.success()?;
/// assert_eq!(*tenant, "acme");
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what a client sends for it\nhelp: implement `fingerpost::client::SendArgument` for it",
    label = "what a client sends for `{Self}` is not known"
)]
pub trait SendArgument {
    /// What the client gives.
    type Value;

    /// Writes it onto the request.
    fn send(value: Self::Value, request: &mut Draft);
}

/// What a client gives for an argument: that of a `T` that says it, and anything, a `G`, for one that does not, so that nothing
/// but that is said of it.
#[doc(hidden)]
pub trait SendIf<const IS_SENT: bool, G> {
    /// What the client gives.
    type Value;

    /// Writes it onto the request.
    fn send(value: Self::Value, request: &mut Draft);
}

impl<T: SendArgument> SendIf<true, ()> for T {
    type Value = T::Value;

    fn send(value: T::Value, request: &mut Draft) {
        T::send(value, request);
    }
}

impl<T, G> SendIf<false, G> for T {
    type Value = G;

    fn send(_: G, request: &mut Draft) {
        request.fail("what is sent for an argument is not known");
    }
}

/// What the server knows by itself: `request` has no argument for it.
///
/// The macro knows it by its name; this checks its type.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` has the name of something that the server knows by itself, so a client cannot send it\nhelp: give it another name",
    label = "`request` has no argument for `{Self}`"
)]
pub trait KnownByServer {}
