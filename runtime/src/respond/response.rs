//! `http::Response<B>`: a whole response, made by hand or by another library.

use bytes::Bytes;

use super::{Facts, Responder, Response};
use crate::{Body, BoxError};

/// Its status stands; its headers stand instead of those of the same name that were there before.
///
/// ```
/// use fingerpost::{App, Body, Response, get, routes};
///
/// #[get("/teapot")]
/// fn teapot() -> Response {
///     let mut response = Response::new(Body::from("short and stout"));
///     *response.status_mut() = fingerpost::StatusCode::IM_A_TEAPOT;
///     response
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// assert_eq!(App::new(routes![teapot]).test().get("/teapot").send().await.status(), 418);
/// # }
/// ```
impl<B> Responder for http::Response<B>
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    const FACTS: Facts = Facts::new().own_status(200);

    fn respond(self, response: &mut Response) {
        let (parts, body) = self.into_parts();
        *response.status_mut() = parts.status;
        // To put them there one by one is 100 instructions and more each.
        if response.headers().is_empty() {
            *response.headers_mut() = parts.headers;
        } else {
            response.headers_mut().extend(parts.headers);
        }
        response.extensions_mut().extend(parts.extensions);
        *response.body_mut() = Body::of(body);
    }
}
