//! `Html<T>`: a page as text.

use http::{HeaderValue, header::CONTENT_TYPE};

use super::{Responder, Response};
use crate::{Body, head};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// A page that is text already: `text/html; charset=utf-8`. Nothing in it is escaped.
///
/// ```
/// use fingerpost::{App, Html, get, routes};
///
/// #[get("/")]
/// fn index() -> Html<&'static str> {
///     Html("<!DOCTYPE html><title>Hello</title>")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![index]).test().get("/").send().await;
/// assert_eq!(response.header("content-type"), Some("text/html; charset=utf-8"));
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Html<T>(pub T);

/// What can be a page: text, or the bytes of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page\nhelp: `Html` holds text that is HTML already: `String`, `&'static str`, `Bytes`; a value is written into it by `format!`, or by a template",
    label = "no text"
)]
pub trait PageText: Into<Body> {}

#[diagnostic::do_not_recommend]
impl<T: Into<Body>> PageText for T {}

impl<T: PageText> Responder for Html<T> {
    fn respond(self, response: &mut Response) {
        head::set(response.headers_mut(), CONTENT_TYPE, HTML);
        *response.body_mut() = self.0.into();
    }
}

impl<T> From<T> for Html<T> {
    fn from(page: T) -> Self {
        Self(page)
    }
}
