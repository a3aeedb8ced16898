//! `http::Response<B>`: a whole response, made by hand or by another library.

use std::any::Any;

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
        response.headers_mut().extend(parts.headers);
        response.extensions_mut().extend(parts.extensions);
        *response.body_mut() = own_body(body);
    }
}

/// The body as ours, boxed only where it is of another kind.
fn own_body<B>(body: B) -> Body
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let mut body = Some(body);
    let any: &mut dyn Any = &mut body;
    if let Some(body) = any.downcast_mut::<Option<Body>>() {
        return body.take().unwrap_or_default();
    }
    if let Some(text) = any.downcast_mut::<Option<String>>() {
        return text.take().unwrap_or_default().into();
    }
    body.map_or_else(Body::empty, Body::new)
}
