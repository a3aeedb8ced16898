//! `Template<T>`: a page from an askama template, checked while compiling.

use super::failure::break_off;
use super::{Html, Responder, Response};

/// A page from a template of the [`askama`] crate: `text/html; charset=utf-8`; 500 where it cannot be rendered.
///
/// Askama's derive names the crate `askama`, so a program with templates depends on it too: `askama = "0.16"`.
///
/// ```
/// use fingerpost::{App, Template, get, routes};
///
/// #[derive(askama::Template)]
/// #[template(source = "<h1>Hello, {{ name }}</h1>", ext = "html")]
/// struct Hello { name: String }
///
/// #[get("/hello/{name}")]
/// fn hello(name: String) -> Template<Hello> {
///     Template(Hello { name })
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![hello]).test().get("/hello/%3Cb%3E").send().await;
/// assert_eq!(response.text(), "<h1>Hello, &#60;b&#62;</h1>");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Template<T>(pub T);

impl<T: askama::Template> Responder for Template<T> {
    fn respond(self, response: &mut Response) {
        match self.0.render() {
            Ok(page) => Html(page).respond(response),
            Err(error) => break_off(response, "the template cannot be rendered", error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;

    use super::Template;
    use crate::{Problem, Responder, Response};

    struct Unprintable;

    impl fmt::Display for Unprintable {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    #[derive(askama::Template)]
    #[template(source = "<p>{{ what }}", ext = "html")]
    struct Page<T: fmt::Display> {
        what: T,
    }

    #[test]
    fn a_page_is_html() {
        let mut response = Response::default();
        Template(Page { what: "a & b" }).respond(&mut response);
        assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
        assert_eq!(response.body().as_full().map(|page| &page[..]), Some(&b"<p>a &#38; b"[..]));
    }

    #[test]
    fn a_page_that_cannot_be_rendered_is_a_problem() {
        let mut response = Response::default();
        Template(Page { what: Unprintable }).respond(&mut response);
        assert_eq!(response.status(), 500);
        let problem = Problem::of(&response).unwrap();
        assert_eq!(problem.get_private_detail(), Some("the template cannot be rendered"));
        assert!(problem.source().is_some() && response.headers().is_empty());
    }
}
