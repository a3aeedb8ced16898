//! The app's OpenAPI document, asked for.

use super::App;
use crate::error::Error;
use crate::openapi::{self, Documented, Info, Response, Schemas};
use crate::route::RouteInfo;
use crate::table::{Mounted, Table};

impl<T: Table, S> App<T, S> {
    /// Serves the OpenAPI 3.1 document of the app's table at `/openapi.json` and `/openapi.yaml`, made when the app is, with
    /// an `ETag`.
    ///
    /// From now on the types of the handlers say what the document shows of them: what is sent or answered as JSON derives
    /// `JsonSchema`, of the crate `schemars`. See [`openapi`](crate::openapi).
    ///
    /// ```
    /// use fingerpost::openapi::Info;
    /// use fingerpost::{App, Json, get, routes};
    /// use schemars::JsonSchema;
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize, JsonSchema)]
    /// struct Post {
    ///     /// What it is called.
    ///     title: String,
    /// }
    ///
    /// /// One post.
    /// #[get("/posts/{id}")]
    /// fn get_post(id: u64) -> Option<Json<Post>> {
    ///     (id == 7).then(|| Json(Post { title: "Seventh".to_owned() }))
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![get_post]).openapi(Info::new("Posts", "1.0.0")).test();
    /// let document: fingerpost::serde_json::Value = app.get("/openapi.json").send().await.json();
    /// assert_eq!(document["paths"]["/posts/{id}"]["get"]["summary"], "One post.");
    /// assert_eq!(document["components"]["schemas"]["Post"]["properties"]["title"]["type"], "string");
    /// # }
    /// ```
    ///
    /// A handler of the app at one of these paths keeps the app from starting: the error says so.
    pub fn openapi(mut self, info: Info) -> Self
    where
        T: Documented,
    {
        self.settings.openapi = Some(openapi::Unpublished::new(info, openapi::Document::of_table::<T>));
        self
    }

    /// Says what [`on_failure`](Self::on_failure) makes of failures, for the document: of each response that would be a problem
    /// document, what it is instead. Its status stays. A hook of which nothing is said may make anything of them, and the
    /// document says so.
    ///
    /// ```
    /// use fingerpost::openapi::Info;
    /// use fingerpost::{App, Html, Response, get, header, routes};
    ///
    /// #[get("/posts/{id}")]
    /// fn get_post(id: u64) -> Option<String> { (id == 7).then(|| "seventh".to_owned()) }
    ///
    /// let app = App::new(routes![get_post]).openapi(Info::new("Posts", "1.0.0"))
    ///     .on_failure(|request, problem| {
    ///         let is_browser = request.headers.get(header::ACCEPT)?.to_str().ok()?.contains("text/html");
    ///         let page = format!("<h1>{}</h1>", problem.status());
    ///         is_browser.then(|| Response::new(page.into()))
    ///     })
    ///     .describe_failures(|failure, _| failure.text("text/html; charset=utf-8"));
    /// let service = app.into_service()?;
    /// let answers = &service.openapi().unwrap().value()["paths"]["/posts/{id}"]["get"]["responses"];
    /// let media_types: Vec<&String> = answers["404"]["content"].as_object().unwrap().keys().collect();
    /// assert_eq!(media_types, ["application/problem+json", "text/html; charset=utf-8"]);
    /// # Ok::<(), fingerpost::Error>(())
    /// ```
    pub fn describe_failures(
        mut self,
        shown: impl Fn(Response, &mut Schemas) -> Response + Send + Sync + 'static,
    ) -> Self {
        self.settings.describe_failures = Some(Box::new(shown));
        self
    }

    /// Serves a page at this path, `/docs`, on which people read the document of [`openapi`](Self::openapi) and send requests
    /// to try it: Swagger UI, which asks no other host for anything.
    ///
    /// ```
    /// use fingerpost::openapi::Info;
    /// use fingerpost::{App, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![home]).openapi(Info::new("Home", "1.0.0")).docs("/docs").test();
    /// assert!(app.get("/docs").send().await.text().contains("<title>Home</title>"));
    /// # }
    /// ```
    ///
    /// An app without a document, or with a path that does not start with `/`, does not start: the error says so.
    #[cfg(feature = "openapi-ui")]
    pub fn docs(mut self, path: impl Into<String>) -> Self {
        self.settings.docs = Some(path.into().into());
        self
    }
}

/// Makes the document, and adds the routes that answer with it.
pub(super) fn publish(
    asked: Option<openapi::Unpublished>,
    settings: openapi::Settings<'_>,
    routes: &mut Vec<Mounted>,
) -> Result<Option<openapi::Published>, Error> {
    let Some(asked) = asked else { return Ok(None) };
    let published = asked.publish(settings);
    for own in published.routes() {
        let place = place(&own);
        let is_taken = |other: &&Mounted| other.route.captures.is_empty() && self::place(other) == place;
        if let Some(other) = routes.iter().find(is_taken) {
            let RouteInfo { name, file, line, .. } = other.route;
            return Err(Error::new(format!(
                "the app serves its OpenAPI document at `{place}`, where `{name}` in {file}:{line} is already"
            )));
        }
        routes.push(own);
    }
    Ok(Some(published))
}

/// The path of a route without captures.
fn place(mounted: &Mounted) -> String {
    let path = mounted.route.path;
    let is_prefix = path == "/" && !mounted.prefix.is_empty();
    format!("{}{}", mounted.prefix, if is_prefix { "" } else { path })
}

/// The document with the page that shows it, where the app has one.
#[cfg(feature = "openapi-ui")]
pub(super) fn with_page(
    asked: Option<openapi::Unpublished>,
    docs: Option<Box<str>>,
) -> Result<Option<openapi::Unpublished>, Error> {
    let Some(path) = docs else { return Ok(asked) };
    let is_path = path.starts_with('/') && !path.ends_with('/') && !path.contains("//");
    if !is_path || path.contains(['{', '}', '?', '#', '%']) {
        return Err(Error::new(format!("`{path}` is no path for a page such as `/docs`")));
    }
    let Some(asked) = asked else {
        let message = format!(
            "the page at `{path}` shows the OpenAPI document, and the app has none: add `.openapi(…)`"
        );
        return Err(Error::new(message));
    };
    Ok(Some(asked.with_page(path)))
}
