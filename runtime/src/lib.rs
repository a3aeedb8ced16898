//! Write the HTTP contract once, in the attribute. The compiler proves it, hyper serves it, and the function stays a
//! plain function.

// The examples of the macros, and a user who renames or re-exports the crate, name it as everyone does.
#[allow(unused_extern_crates)]
extern crate self as fingerpost;

#[doc(hidden)]
pub mod __private;

mod app;
mod body;
#[doc(hidden)]
pub mod check;
mod error;
mod extract;
mod glue;
mod link;
mod log;
mod problem;
mod respond;
mod route;
mod router;
mod serve;
mod service;
mod state;
mod table;
mod test;
mod text;

pub use app::{App, FailedRequest, NoState, TrailingSlash};
pub use body::Body;
pub use error::{BoxError, Error};
pub use extract::*;
pub use link::{AbsolutePath, RoutePath};
pub use problem::*;
pub use respond::*;
pub use route::{Endpoint, RouteInfo, Segment};
pub use service::{Service, ServiceFuture};
pub use state::{Needs, Provides, StateSource, With, WithAll};
pub use table::Table;
pub use test::{TestClient, TestRequest, TestResponse};

pub use fingerpost_macros::{States, delete, get, head, options, patch, post, put, route, routes};

pub use bytes;
pub use http::{self, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
pub use hyper;
pub use serde_json;
pub use tokio;
