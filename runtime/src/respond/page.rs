//! `Page`: a page from a minijinja template, loaded at run time.

use minijinja::{Environment, Error, Value};

use super::failure::break_off;
use super::{Html, Responder, Response};

/// A page from a template of the [`minijinja`] crate: `text/html; charset=utf-8`; 500 where it cannot be rendered, with
/// the reason in the log.
///
/// The environment, which holds the templates, is state of the app. It escapes what it puts into templates whose name
/// ends in `.html`.
///
/// ```
/// use fingerpost::minijinja::{Environment, context};
/// use fingerpost::{App, Page, get, routes};
///
/// #[get("/hello/{name}")]
/// fn hello(name: &str, pages: &Environment<'static>) -> Page {
///     Page::new(pages, "hello.html", context! { name })
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let mut pages = Environment::new();
/// pages.add_template("hello.html", "<h1>Hello, {{ name }}</h1>").unwrap();
///
/// let app = App::new(routes![hello]).state(pages).test();
/// let response = app.get("/hello/%3Cb%3E").send().await;
/// assert_eq!(response.text(), "<h1>Hello, &lt;b&gt;</h1>");
/// # }
/// ```
#[derive(Debug)]
pub struct Page(Result<String, Error>);

impl Page {
    /// Renders the template of this name. The context is what minijinja takes: `context! { … }`, or any serde value as
    /// `minijinja::value::Serde(&value)`.
    #[must_use]
    pub fn new(templates: &Environment<'_>, name: &str, context: impl Into<Value>) -> Self {
        Self(templates.get_template(name).and_then(|template| template.render(context)))
    }

    /// The page's text.
    ///
    /// # Errors
    /// There is no such template, or it could not be rendered.
    pub fn text(&self) -> Result<&str, &Error> {
        self.0.as_deref()
    }
}

impl Responder for Page {
    fn respond(self, response: &mut Response) {
        match self.0 {
            Ok(page) => Html(page).respond(response),
            Err(error) => break_off(response, "the page cannot be rendered", error),
        }
    }
}
