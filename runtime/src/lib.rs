//! Routes for hyper, declared on plain functions: the attribute says what HTTP sees, the function what happens, and the
//! compiler checks one against the other.
//!
//! ```
//! use fingerpost::{App, Json, Problem, get, problem, put, routes};
//! use serde::Serialize;
//!
//! /// Create or replace the database.
//! #[put("/database", status = 201)]
//! fn database() {}
//!
//! #[derive(Serialize)]
//! struct Post { id: u64, title: &'static str }
//!
//! /// What all handlers share, by its type.
//! struct Titles(Vec<&'static str>);
//!
//! /// One post.
//! #[get("/posts/{id}")]
//! async fn get_post(id: u64, titles: &Titles) -> Result<Json<Post>, Problem> {
//!     let title = titles.0.get(id as usize).ok_or_else(|| problem!(404, "no post {id}"))?;
//!     Ok(Json(Post { id, title }))
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let app = App::new(routes![database, get_post]).state(Titles(vec!["Intro"])).test();
//! assert_eq!(app.put("/database").send().await.status(), 201);
//! assert_eq!(app.get("/posts/0").send().await.text(), r#"{"id":0,"title":"Intro"}"#);
//! let missing = app.get(get_post::path(7)).send().await;
//! assert_eq!(missing.text(), r#"{"title":"Not Found","status":404,"detail":"no post 7"}"#);
//! # }
//! ```
//!
//! In a program, `.run("127.0.0.1:8080")` stands in the place of `.test()`.
//!
//! # Where to look
//! | for | see |
//! | --- | --- |
//! | the attribute: keys, paths, arguments, results | [`route`](macro@route) |
//! | tables, prefixes | [`routes!`](macro@routes) |
//! | settings, serving | [`App`], [`Service`] |
//! | what a handler takes | [`FromRequest`], [`FromState`], [`Json`], [`Path`], [`State`], [`Extension`], [`ClientAddr`] |
//! | what a handler returns | [`Responder`], [`ResponsePart`], [`Html`], [`Created`], [`Redirect`], [`NoContent`], [`Streamed`], [`JsonLines`], [`Sse`] |
//! | forms with files, events, files, WebSockets | `Multipart`, [`Sse`], `NamedFile`, `Dir`, `WebSocketUpgrade` |
//! | tags, preconditions | [`ETag`], [`IfMatch`], [`Preconditions`], the keys `etag` and `last_modified` |
//! | several media types | [`Negotiated`], [`Representation`], [`Either`], [`MediaTypes`] |
//! | layers, middleware | `App::layer`, `App::layer_at`, the module `middleware` |
//! | rules for what is sent | `Valid` |
//! | credentials, and that every route asks for them | [`Security`], `Bearer`, `Basic`, `ApiKey`, [`routes!`](macro@routes#who-may-call) |
//! | limits, security | [`App::body_limit`] and those after it, [`SecurityHeaders`], `Secret` |
//! | HTTPS | `App::tls`, `Tls`, `ClientCertificates` |
//! | the end of the server | [`Shutdown`], [`App::shutdown_timeout`] |
//! | links to handlers | [`RoutePath`] |
//! | failures | [`Problem`](struct@Problem), [its derive](derive@Problem), [`problem!`], [`OrProblem`], [`App::on_failure`] |
//! | tests | [`TestClient`] |
//! | a typed client of the routes | the module `client`, `TestClient::call` |
//! | the OpenAPI document | `App::openapi`, the module `openapi`, `assert_openapi!` |
//!
//! # Features
//! | feature | brings | by default |
//! | --- | --- | --- |
//! | `server` | `App`, `routes!` and what they serve; without it handlers are declared for a client alone | yes |
//! | `form` | `Form` and `Query`: a whole form or query string as one serde type | yes |
//! | `cookies` | `Cookies` and `SetCookies` | |
//! | `headers` | `Header`: typed headers of the `headers` crate | |
//! | `secret` | `Secret`: tokens and keys compared in constant time | |
//! | `auth` | `Bearer`, `Basic`, `ApiKey`: the credentials that clients send; brings `cookies` | |
//! | `tower` | [`Service`] as a `tower::Service`, `App::layer`: any `tower::Layer` around the app or a part of it, and the module `middleware` | |
//! | `askama` | `Template`: pages from templates checked while compiling | |
//! | `minijinja` | `Page`: pages from templates loaded at run time | |
//! | `multipart` | `Multipart`: forms with files, read as they come | |
//! | `garde` | `Valid`: what `Json`, `Form` and `Query` read, held to the rules of the crate `garde` | |
//! | `files` | `NamedFile`, `Dir`, `files`: files, whole and in ranges | |
//! | `ws` | `WebSocketUpgrade`: WebSockets | |
//! | `http2` | HTTP/2 by prior knowledge, on the same port, and by TLS with `tls`: [`App::streams`] | |
//! | `tls` | `App::tls`: HTTPS by `rustls` and `ring`, which asks for a C compiler | |
//! | `listenfd` | `run` on the socket that the process was started with: restarts that lose no request | |
//! | `unix-socket` | `run("unix:/run/app.sock")`, `UnixSocket`, and tokio's `UnixListener` where a listener is taken | |
//! | `client` | `request` of every handler, and the module `client`, which calls it | |
//! | `openapi` | `App::openapi`: the OpenAPI document of an app, served and tested | |
//! | `openapi-ui` | `App::docs`: a page to read it on and to try it, 0.5 MB; brings `openapi` | |
//! | `conformance` | `openapi::Conformance`: in tests, every answer is held against the document | |
//! | `full` | all of these but `conformance` | |

#![cfg_attr(
    not(feature = "server"),
    allow(
        dead_code,
        unreachable_pub,
        unused_imports,
        reason = "what only a server calls is there for nobody"
    )
)]

// The examples of the macros, and a user who renames or re-exports the crate, name it as everyone does.
#[allow(unused_extern_crates, reason = "only what macros write names it")]
extern crate self as fingerpost;

#[doc(hidden)]
pub mod __private;
/// The door behind a `crate =`: the compiler names it where that path leads elsewhere.
#[doc(hidden)]
pub use __private as fingerpost_macros;

#[cfg(feature = "server")]
mod app;
mod asked;
mod auth;
mod body;
#[doc(hidden)]
pub mod check;
#[cfg(feature = "client")]
pub mod client;
mod conditional;
#[cfg(any(feature = "client", feature = "openapi"))]
mod contract;
mod echo;
mod error;
// The compiler shows the line to those who look for what is in it as in other frameworks.
mod extract; // What is in it stands in the root: `fingerpost::Json`.
#[cfg(feature = "server")]
mod glue;
mod head;
mod lifecycle;
mod link;
mod log;
mod macros;
mod media_types;
#[cfg(feature = "tower")]
pub mod middleware;
#[cfg(feature = "openapi")]
pub mod openapi;
#[cfg(feature = "server")]
mod parameter;
#[cfg(feature = "server")]
mod pattern;
#[cfg(feature = "server")]
#[doc(hidden)]
pub mod place;
mod problem;
mod respond;
mod route;
#[cfg(feature = "server")]
mod router;
#[cfg(feature = "secret")]
mod secret;
#[cfg(feature = "server")]
mod serve;
#[cfg(feature = "server")]
mod service;
#[cfg(feature = "server")]
mod state;
#[doc(hidden)]
pub mod statuses;
#[cfg(feature = "server")]
mod stop;
#[cfg(feature = "server")]
mod table;
#[cfg(feature = "server")]
mod task;
#[cfg(feature = "server")]
mod test;
mod text;
#[cfg(feature = "tls")]
mod tls;
#[cfg(feature = "ws")]
mod websocket;

#[cfg(feature = "server")]
pub use app::{App, ByteLimit, FailedRequest, SecurityHeaders, TimeLimit, TrailingSlash};
#[cfg(feature = "auth")]
pub use auth::{ApiKey, ApiKeyPlace, Basic, Bearer, Unauthorized};
pub use auth::{OAuth2Flow, Security, SecurityScheme};
pub use body::{Body, BodyError};
pub use conditional::*;
pub use error::{BoxError, Error};
pub use extract::*;
pub use lifecycle::Lifecycle;
#[cfg(feature = "server")]
pub use link::{AbsolutePath, Linked};
pub use link::{CapturesByName, LinkTarget, RoutePath};
pub use macros::*;
pub use media_types::MediaTypes;
#[cfg(feature = "server")]
pub use parameter::Parameter;
pub use problem::*;
pub use respond::*;
#[cfg(feature = "server")]
pub use route::{Answer, Answered, Endpoint};
pub use route::{RouteInfo, Segment};
#[cfg(feature = "secret")]
pub use secret::Secret;
#[cfg(all(unix, feature = "unix-socket"))]
pub use serve::UnixSocket;
#[cfg(feature = "server")]
pub use serve::{Excess, ListenAddr, Listener, Runtime};
#[cfg(feature = "tower")]
pub use service::{AnswersRequests, AppLayer, LayersRequests};
#[cfg(feature = "server")]
pub use service::{ServeFuture, Service, ServiceFuture};
#[cfg(feature = "server")]
pub use state::{
    Contains, FieldsOf, HasField, HasState, IsNone, Never, NoState, Reading, Reads, RunsWith, SharedState,
    StateFields, StateSource,
};
#[cfg(feature = "server")]
pub use table::{IntoTable, Table};
#[cfg(feature = "server")]
pub use test::{TestClient, TestRequest, TestResponse};
#[cfg(feature = "tls")]
pub use tls::{ClientCertificates, Tls};
#[cfg(feature = "ws")]
pub use websocket::{
    Conversation, Message, SwitchingProtocols, WebSocket, WebSocketError, WebSocketRejection,
    WebSocketUpgrade,
};

// What comes by a `*` above too. The compiler says of what is missing which feature it belongs to, where its name stands here.
#[cfg(feature = "files")]
pub use extract::FileRequest;
#[cfg(feature = "cookies")]
pub use extract::{Cookie, Cookies};
#[cfg(feature = "form")]
pub use extract::{Form, FormRejection, Query, QueryRejection};
#[cfg(feature = "headers")]
pub use extract::{Header, HeaderRejection};
#[cfg(feature = "multipart")]
pub use extract::{Multipart, MultipartRejection, Part};
#[cfg(feature = "garde")]
pub use extract::{Valid, ValidRejection, Validated, Violations};
#[cfg(feature = "minijinja")]
pub use respond::Page;
#[cfg(feature = "cookies")]
pub use respond::SetCookies;
#[cfg(feature = "askama")]
pub use respond::Template;
#[cfg(feature = "files")]
pub use respond::{Dir, NamedFile, files};

// What other frameworks call so: where one of these is asked for, the compiler shows the line.
#[cfg(any())]
pub use App as Router;
#[cfg(any())]
pub use ClientAddr as ConnectInfo;
#[cfg(any())]
pub use Cookies as CookieJar;
#[cfg(any())]
pub use FromRequest as FromRequestParts;
#[cfg(any())]
pub use Responder as IntoResponse;
#[cfg(any())]
pub use Response as HttpResponse;

// What stands in the signatures above, so that a program needs no crate of its own to name it.
pub use bytes::{self, Bytes};
pub use futures_core::Stream;
#[cfg(feature = "garde")]
pub use garde;
pub use http::{self, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
pub use http_body;
pub use hyper;
pub use serde;
pub use serde_json;
pub use tokio;
#[cfg(feature = "tls")]
pub use tokio_rustls::rustls;

/// The pages that people read, so that their code is compiled and run.
#[cfg(all(doctest, feature = "full"))]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct Readme;
    #[doc = include_str!("../../docs/howto.md")]
    struct HowTo;
    #[doc = include_str!("../../docs/language.md")]
    struct Language;
    #[doc = include_str!("../../docs/openapi.md")]
    struct OpenApi;
    #[doc = include_str!("../../docs/auth.md")]
    struct Auth;
    #[doc = include_str!("../../docs/deprecation.md")]
    struct Deprecation;
    #[cfg(feature = "conformance")]
    #[doc = include_str!("../../docs/testing.md")]
    struct Testing;
    #[doc = include_str!("../../docs/client.md")]
    struct Client;
    #[doc = include_str!("../../docs/from-flask.md")]
    struct FromFlask;
    #[doc = include_str!("../../docs/from-axum.md")]
    struct FromAxum;
    #[doc = include_str!("../../docs/media.md")]
    struct Media;
    #[doc = include_str!("../../docs/tls.md")]
    struct Tls;
    #[doc = include_str!("../../docs/preconditions.md")]
    struct Conditional;
    #[doc = include_str!("../../docs/negotiation.md")]
    struct Negotiation;
}
