//! The macros: where `route`, its shorthands, `routes` and `States` are documented.

/// Makes a function the handler of a route: `#[route(METHOD, "PATH", key = value, …)]`.
///
/// The function stays what it is, to be called by tests and by other functions. Beside it, under the same name, stands a
/// type that [`routes!`](macro@crate::routes) lists and whose `path(…)` makes the handler's URL.
///
/// ```
/// use fingerpost::{App, Json, get, route, routes};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Post { id: u64, title: String }
///
/// /// One post.
/// #[get("/posts/{id}?{lang = en}")]
/// async fn get_post(id: u64, lang: &str) -> Option<String> {
///     (id == 7).then(|| format!("post {id} in {lang}"))
/// }
///
/// /// A new post.
/// #[route(POST, "/posts", status = 201, location = |post| get_post(id = post.id))]
/// async fn new_post(Json(post): Json<Post>) -> Json<Post> {
///     Json(post)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![get_post, new_post]).test();
///
/// let response = app.post(new_post::path()).json(&Post { id: 7, title: "Intro".to_owned() }).send().await;
/// assert_eq!(response.status(), 201);
/// assert_eq!(response.header("location"), Some("/posts/7"));
///
/// assert_eq!(get_post::path(7, Some("de")), "/posts/7?lang=de");
/// assert_eq!(app.get(get_post::path(7, None)).send().await.text(), "post 7 in en");
/// assert_eq!(app.get("/posts/8").send().await.status(), 404);
/// assert_eq!(app.get("/posts/last").send().await.status(), 400);
/// # }
/// ```
///
/// # Method
/// A token of RFC 9110, `PATCH`, `QUERY`, in upper case; another one as a string, `"PURGE"`; several as `GET | POST`.
/// `HEAD` is answered by a route of `GET`, and `OPTIONS` by the methods that the path has, unless there is a route for
/// it.
///
/// # Path
/// | part | matches |
/// | --- | --- |
/// | `text` | itself, written decoded |
/// | `{name}` | one segment that is not empty |
/// | `text{name}text` | a part of a segment, one a segment |
/// | `{*name}` | all the rest, at least one segment; last only |
/// | `{*name?}` | all the rest, or nothing |
/// | `{{`, `}}` | the braces themselves |
/// | `?{q}&{page}` | query parameters: `Option<T>` may be missing, `Vec<T>` may repeat |
/// | `?page-size={size}` | a query parameter whose name is not that of the argument |
/// | `?{limit = 10}` | a query parameter with a default |
///
/// The more specific path wins: text before a capture of part of a segment (of two, the one with more text, then with more of it
/// in front), then one of a whole segment, then the rest.
///
/// # Keys
/// | key | meaning |
/// | --- | --- |
/// | `status = 201`, `= CREATED`, `= path::TO_A_CONST` | the status of the success; the constant is a `u16` or a [`StatusCode`](crate::StatusCode) |
/// | `content_type = "text/csv"` | its media type |
/// | `header("Cache-Control" = "no-store")` | a header of it; repeatable |
/// | <code>location = \|post\| get_post(id = post.id)</code> | its `Location`; the closure borrows the success, captures are in scope by name |
/// | `etag`, <code>etag = \|note\| note.version</code> | its `ETag`, of the bytes that are sent or made from the success, and 304 for clients that have it; GET and HEAD only ([`ToETag`](crate::ToETag)) |
/// | <code>last_modified = \|note\| note.changed</code> | its `Last-Modified`, likewise ([`ToLastModified`](crate::ToLastModified)) |
/// | `body_limit = "64 KiB"` | the most bytes of the request's body, instead of [`App::body_limit`](crate::App::body_limit) |
/// | `timeout = "5 s"` | the time for arguments and handler, instead of [`App::timeout`](crate::App::timeout) |
/// | `blocking` | the function is not `async` and blocks: it runs on tokio's pool for such work |
/// | `detached` | the handler goes on when its client leaves, in a task of its own; else it is dropped |
/// | `tag = "posts"` (repeatable), `operation_id = "getPost"`, `hidden` | for the OpenAPI document, and in [`RouteInfo`](crate::RouteInfo), as are doc comment and `#[deprecated]` |
/// | `public` | the handler asks nobody for credentials: see [`routes!`](macro@crate::routes#who-may-call) |
/// | `deprecated = "2026-01-31"`, `sunset = "2027-01-31"` | since when it is deprecated (RFC 9745), when it may end (RFC 8594): on every answer, and in the document |
/// | `successor = get_post(id = id)` | the link to what comes after it (RFC 5829), on every answer: as `location`, without a closure |
/// | `deprecation_link = "https://…"`, `sunset_link = "https://…"` | links to pages about these, on every answer |
/// | `crate = path::to::fingerpost` | where fingerpost is, for those who use it through another crate |
///
/// # Arguments
/// An argument with the name of a capture or query parameter is read from there: any type that is [`FromStr`](std::str::FromStr), and
/// `&str` and `Cow<str>` borrowed from the request. Of the others `&T` is the app's state of type `T`. Everything else is an
/// extractor: [`FromRequest`](crate::FromRequest) or [`FromState`](crate::FromState). Extractors are read last, in the order
/// in which they are written. The first argument that is wrong makes the answer, and the function is not called.
///
/// # Result
/// Any [`Responder`](crate::Responder), or an `Option` or `Result` of one. What the attribute declares holds for the
/// success alone.
///
/// # What does not compile
/// A capture without an argument, an argument that nothing fills, a status that is no number, a status beside a type
/// that carries its own, a body where the status or the method has none, two readers of the body, a header that is a
/// known one misspelt:
/// ```compile_fail
/// use fingerpost::get;
///
/// #[get("/csv", header("Cache-Contol" = "no-store"))]
/// fn csv() -> &'static str { "id,title" }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::route;

/// [`#[route(GET, …)]`](macro@crate::route). It answers `HEAD` too, with the same headers and no body.
///
/// ```
/// use fingerpost::{App, get, routes};
///
/// #[get("/hello/{name}")]
/// fn hello(name: &str) -> String {
///     format!("Hello, {name}!")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![hello]).test();
/// assert_eq!(app.get("/hello/Ada").send().await.text(), "Hello, Ada!");
/// assert_eq!(app.head("/hello/Ada").send().await.header("content-length"), Some("11"));
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::get;

/// [`#[route(POST, …)]`](macro@crate::route)
///
/// ```
/// use fingerpost::{App, Json, post, routes};
///
/// #[post("/sum", body_limit = "1 KiB")]
/// fn sum(Json(numbers): Json<Vec<i64>>) -> Json<i64> {
///     Json(numbers.iter().sum())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![sum]).test();
/// assert_eq!(app.post("/sum").json(&[1, 2]).send().await.text(), "3");
/// assert_eq!(app.post("/sum").json(&vec![1; 1_000]).send().await.status(), 413);
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::post;

/// [`#[route(PUT, …)]`](macro@crate::route)
///
/// ```
/// use fingerpost::{App, put, routes};
///
/// #[put("/database", status = 201)]
/// fn database() {}
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// assert_eq!(App::new(routes![database]).test().put("/database").send().await.status(), 201);
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::put;

/// [`#[route(PATCH, …)]`](macro@crate::route)
///
/// ```
/// use fingerpost::{App, patch, routes};
///
/// #[patch("/posts/{id}")]
/// fn rename(id: u64, title: String) -> String {
///     format!("{id} is {title}")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![rename]).test().patch("/posts/7").body("Intro").send().await;
/// assert_eq!(response.text(), "7 is Intro");
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::patch;

/// [`#[route(DELETE, …)]`](macro@crate::route)
///
/// ```
/// use fingerpost::{App, NoContent, delete, routes};
///
/// #[delete("/posts/{id}")]
/// fn delete_post(id: u64) -> Option<NoContent> {
///     (id == 7).then_some(NoContent)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![delete_post]).test();
/// assert_eq!(app.delete("/posts/7").send().await.status(), 204);
/// assert_eq!(app.delete("/posts/8").send().await.status(), 404);
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::delete;

/// [`#[route(HEAD, …)]`](macro@crate::route), for a path where `HEAD` can be answered with less work than `GET`.
///
/// ```
/// use fingerpost::{App, get, head, routes};
///
/// #[get("/report")]
/// fn report() -> String {
///     "a long one".to_owned()
/// }
///
/// #[head("/report", header("X-Pages" = "42"))]
/// fn report_head() {}
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![report, report_head]).test().head("/report").send().await;
/// assert_eq!(response.header("x-pages"), Some("42"));
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::head;

/// [`#[route(OPTIONS, …)]`](macro@crate::route), instead of the 204 with `Allow` that is answered by itself.
///
/// ```
/// use fingerpost::{App, get, options, routes};
///
/// #[get("/plain")]
/// fn plain() -> &'static str {
///     "plain"
/// }
///
/// #[options("/own", header("Allow" = "OPTIONS, PROPFIND"))]
/// fn own() {}
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![plain, own]).test();
/// assert_eq!(app.options("/plain").send().await.header("allow"), Some("GET, HEAD, OPTIONS"));
/// assert_eq!(app.options("/own").send().await.header("allow"), Some("OPTIONS, PROPFIND"));
/// # }
/// ```
#[doc(inline)]
pub use ::fingerpost_macros::options;

/// Gathers handlers and other tables into a table, for [`App::new`](crate::App::new).
///
/// `routes![a, b, "/prefix" => table]` is a value; `routes! { pub name = [a, b] }` is an item that other modules and
/// crates can nest. A prefix starts with `/`, does not end with one, and has no captures. Below a prefix the path `/` is
/// the prefix itself.
///
/// ```
/// use fingerpost::{App, get, routes};
///
/// mod posts {
///     use fingerpost::{get, routes};
///
///     #[get("/")]
///     fn list() -> &'static str {
///         "all posts"
///     }
///
///     #[get("/{id}")]
///     fn get_post(id: u64) -> String {
///         format!("post {id}")
///     }
///
///     routes! { pub table = [list, get_post] }
/// }
///
/// #[get("/")]
/// fn home() -> &'static str {
///     "home"
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![home, "/posts" => posts::table]).test();
/// assert_eq!(app.get("/posts").send().await.text(), "all posts");
/// assert_eq!(app.get("/posts/7").send().await.text(), "post 7");
/// # }
/// ```
///
/// The order does not matter. Two handlers that answer the same requests do not compile:
/// ```compile_fail
/// use fingerpost::{App, get, routes};
///
/// #[get("/posts/{id}")]
/// fn by_id(id: u64) -> String { id.to_string() }
///
/// #[get("/posts/{name}")]
/// fn by_name(name: &str) -> String { name.to_owned() }
///
/// let app = App::new(routes![by_id, by_name]);
/// ```
///
/// # Who may call
/// With `auth = required` before it, a table holds only handlers that ask for credentials, by an extractor that
/// [says so](crate::Security), or say `public`; the tables in it are asked as well:
/// ```
/// # #[cfg(feature = "auth")] mod only {
/// use fingerpost::{Bearer, get, routes};
///
/// #[get("/me")]
/// fn me(Bearer(token): Bearer) -> String { format!("{} letters", token.len()) }
///
/// #[get("/health", public)]
/// fn health() {}
///
/// routes! { auth = required, pub table = [me, health] }
/// # }
/// ```
/// ```compile_fail
/// use fingerpost::{get, routes};
///
/// #[get("/notes")]
/// fn list() {}
///
/// routes! { auth = required, pub table = [list] }
/// ```
#[doc(inline)]
#[cfg(feature = "server")]
pub use ::fingerpost_macros::routes;

/// Makes every field of a struct state of the app, each found by its type, for [`App::states`](crate::App::states).
///
/// ```
/// use fingerpost::{App, States, get, routes};
///
/// struct Greeting(&'static str);
/// struct Name(&'static str);
///
/// #[derive(States)]
/// struct Shared {
///     greeting: Greeting,
///     name: Name,
/// }
///
/// #[get("/")]
/// fn hello(greeting: &Greeting, name: &Name, shared: &Shared) -> String {
///     format!("{}, {}! {}", greeting.0, name.0, shared.name.0)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![hello]).states(Shared { greeting: Greeting("Hello"), name: Name("Ada") }).test();
/// assert_eq!(app.get("/").send().await.text(), "Hello, Ada! Ada");
/// # }
/// ```
///
/// Two fields of one type do not compile: wrap one of them in a struct of its own. `#[states(crate = path::to::fingerpost)]` says
/// where fingerpost is, for those who use it through another crate.
#[doc(inline)]
#[cfg(feature = "server")]
pub use ::fingerpost_macros::States;
