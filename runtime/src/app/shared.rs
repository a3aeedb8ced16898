//! What the requests of an app share: its routes, state and settings.

use std::fmt;
use std::time::Duration;

use http::StatusCode;
use http::uri::Uri;

use super::SecurityHeaders;
use crate::Problem;
use crate::link;
use crate::respond::Response;
use crate::route::RouteInfo;
use crate::router::Router;
use crate::serve::{PerAddress, Secure, StartWorkers};
use crate::service::{Detached, Load};
use crate::state::Values;
use crate::stop::Stop;
use crate::table::Mounted;

/// The failure's request and the failure: what a hook makes a response of, or `None` for the usual document.
pub(super) type FailureHook = dyn Fn(&FailedRequest<'_>, &Problem) -> Option<Response> + Send + Sync;

/// What the requests of an app share.
pub(crate) struct Shared {
    pub(crate) id: u64,
    pub(crate) router: Router,
    pub(crate) routes: Vec<Mounted>,
    /// Whether any route stands below a prefix: else no link needs to look for one.
    pub(super) has_prefixes: bool,
    pub(super) state: Values,
    pub(crate) limits: Limits,
    pub(crate) start_workers: StartWorkers,
    pub(crate) trailing_slash: TrailingSlash,
    pub(crate) origin: Option<Box<str>>,
    pub(super) on_failure: Option<Box<FailureHook>>,
    pub(crate) load: Load,
    pub(crate) detached: Detached,
    /// Told when a server of it stops.
    pub(crate) stop: Stop,
    pub(crate) security: SecurityHeaders,
    #[cfg(feature = "tls")]
    pub(crate) tls: Option<Secure>,
    #[cfg(feature = "openapi")]
    pub(crate) openapi: Option<crate::openapi::Published>,
}

/// The limits of an app; a route may set its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) body: u64,
    pub(crate) timeout: Option<Duration>,
    pub(crate) timeout_status: StatusCode,
    pub(crate) shutdown: Duration,
    pub(crate) headers: Duration,
    pub(crate) write: Duration,
    /// So many bytes in this time.
    pub(crate) body_rate: (u64, Duration),
    pub(crate) uri: usize,
    pub(crate) header_bytes: usize,
    pub(crate) header_count: usize,
    pub(crate) fields: usize,
    pub(crate) json_depth: usize,
    pub(crate) connections: usize,
    pub(crate) per_address: Option<PerAddress>,
    pub(crate) concurrency: usize,
    pub(crate) queue: Option<Duration>,
    #[cfg(feature = "http2")]
    pub(crate) streams: u32,
}

impl Limits {
    pub(crate) const DEFAULT: Self = Self {
        body: 2 * 1024 * 1024,
        timeout: Some(Duration::from_secs(60)),
        timeout_status: StatusCode::SERVICE_UNAVAILABLE,
        shutdown: Duration::from_secs(30),
        headers: Duration::from_secs(30),
        write: Duration::from_secs(30),
        body_rate: (5_000, Duration::from_secs(10)),
        uri: 8 * 1024,
        header_bytes: 64 * 1024,
        header_count: 100,
        fields: 1_000,
        json_depth: 127,
        connections: 25_000,
        per_address: None,
        concurrency: 4_096,
        queue: Some(Duration::from_secs(1)),
        #[cfg(feature = "http2")]
        streams: 200,
    };
}

#[cfg(feature = "tls")]
impl Limits {
    /// Whether HTTP/2 is spoken at all.
    pub(crate) fn speak_http2(&self) -> bool {
        #[cfg(feature = "http2")]
        return self.streams > 0;
        #[cfg(not(feature = "http2"))]
        false
    }
}

/// What happens to a path that is known but for the slash at its end.
///
/// ```
/// use fingerpost::{App, TrailingSlash, get, routes};
///
/// #[get("/posts")]
/// fn posts() {}
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// for (policy, status) in [(TrailingSlash::Strict, 404), (TrailingSlash::Redirect, 308), (TrailingSlash::Ignore, 204)] {
///     let app = App::new(routes![posts]).trailing_slash(policy).test();
///     assert_eq!(app.get("/posts/").send().await.status(), status);
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrailingSlash {
    /// It is another path: 404.
    #[default]
    Strict,
    /// 308 (RFC 9110 §15.4.9) to the path that is known, as Flask does.
    Redirect,
    /// The route answers.
    Ignore,
}

/// The request of a failure, for the hook that renders it: see [`App::on_failure`](crate::App::on_failure).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FailedRequest<'r> {
    /// Its method.
    pub method: &'r http::Method,
    /// Its target.
    pub uri: &'r Uri,
    /// Its headers.
    pub headers: &'r http::HeaderMap,
}

impl Shared {
    #[inline]
    pub(crate) fn state<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.state.get()
    }

    /// The prefix that the route at an index stands below.
    pub(crate) fn prefix_at(&self, index: usize) -> &str {
        self.routes.get(index).map_or("", |mounted| &mounted.prefix)
    }

    /// The prefix that a handler is mounted below; of several the one that shares most with `from`.
    pub(crate) fn prefix_of(&self, route: &RouteInfo, from: &str) -> Option<&str> {
        if !self.has_prefixes {
            return None;
        }
        let shared =
            |prefix: &str| prefix.bytes().zip(from.bytes()).take_while(|(one, other)| one == other).count();
        let mounts = self.routes.iter().filter(|mounted| mounted.route.is(route));
        // The first of equals, so that the order of the table decides.
        mounts
            .map(|mounted| &*mounted.prefix)
            .rev()
            .max_by_key(|prefix| (shared(prefix), usize::MAX - prefix.len()))
    }

    /// What serves its connections where they are not plain. A proxy in front of it may speak HTTPS without.
    pub(crate) fn secure(&self) -> Option<&Secure> {
        #[cfg(feature = "tls")]
        return self.tls.as_ref();
        #[cfg(not(feature = "tls"))]
        None
    }

    pub(crate) fn has_failure_hook(&self) -> bool {
        self.on_failure.is_some()
    }

    /// The response of a failure where the app has a hook and the hook wants it.
    pub(crate) fn render(&self, request: &FailedRequest<'_>, problem: &Problem) -> Option<Response> {
        self.on_failure.as_ref().and_then(|hook| hook(request, problem))
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        link::unregister(self.id);
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("routes", &self.routes)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
