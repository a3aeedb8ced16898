//! What an app says of itself, through `tracing`; on standard error where nobody has set a subscriber up.

use std::fmt::Display;
#[cfg(feature = "server")]
use std::net::SocketAddr;
#[cfg(feature = "server")]
use std::time::Duration;

use tracing::{Level, error};
#[cfg(feature = "server")]
use tracing::{debug, info, warn};

#[cfg(feature = "server")]
use crate::Problem;
#[cfg(feature = "server")]
use crate::app::Shared;
use crate::route::RouteInfo;
#[cfg(feature = "server")]
use crate::serve::Accepting;
#[cfg(feature = "server")]
use crate::text::joined;

/// Without a subscriber the first lines of a new user's program would be lost, and so would the reason of a 500.
fn without_subscriber(level: Level, message: impl Display) {
    if !tracing::dispatcher::has_been_set() {
        eprintln!("{level} {message}");
    }
}

#[cfg(feature = "server")]
pub(crate) fn listening(listener: &Accepting, app: &Shared) {
    let scheme = if app.secure().is_some() { "https" } else { "http" };
    info!(address = %listener, "listening on {scheme}://{listener}");
    without_subscriber(Level::INFO, format_args!("listening on {scheme}://{listener}"));
    for mounted in &app.routes {
        let route = mounted.route;
        debug!(
            "{} {}{} -> {}::{}",
            joined(route.methods, "|"),
            mounted.prefix,
            route.path,
            route.module,
            route.name
        );
    }
}

#[cfg(feature = "server")]
pub(crate) fn stopping(connections: usize, limit: Duration) {
    info!(connections, "stopping: requests under way have {limit:?} to end");
}

#[cfg(feature = "server")]
pub(crate) fn cut(requests: usize) {
    warn!(requests, "stopped with requests cut");
}

#[cfg(feature = "server")]
pub(crate) fn accept_failed(error: &std::io::Error) {
    error!(%error, "a connection could not be accepted");
    without_subscriber(Level::ERROR, format_args!("a connection could not be accepted: {error}"));
}

#[cfg(feature = "server")]
pub(crate) fn connection_failed(error: &hyper::Error, peer: Option<SocketAddr>) {
    debug!(%error, peer = peer.map(display), "a connection ended with an error");
}

#[cfg(feature = "tls")]
pub(crate) fn handshake_failed(error: &std::io::Error, peer: Option<SocketAddr>) {
    debug!(%error, peer = peer.map(display), "a TLS handshake failed");
}

#[cfg(feature = "tls")]
pub(crate) fn not_secure(peer: Option<SocketAddr>) {
    debug!(
        peer = peer.map(display),
        "a connection was refused: it is plain HTTP, and this port speaks HTTPS alone"
    );
}

/// The server ends a connection whose client kept it waiting.
#[cfg(feature = "server")]
pub(crate) fn connection_ended(why: &str, limit: Duration, peer: Option<SocketAddr>) {
    debug!(peer = peer.map(display), "a connection ended: {why} within {limit:?}");
}

#[cfg(feature = "server")]
pub(crate) fn overloaded(why: impl Display, refused: usize) {
    warn!(refused, "overloaded: {why}, {refused} requests refused so far");
    without_subscriber(Level::WARN, format_args!("overloaded: {why}, {refused} requests refused so far"));
}

/// The route is that of the handler that answered with it, where one did.
#[cfg(feature = "server")]
pub(crate) fn body_panicked(route: Option<&RouteInfo>, text: &str) {
    let of = route
        .map_or_else(|| "a response".to_owned(), |route| format!("`{}` at `{}`", route.name, route.path));
    error!("the body of {of} panicked: {text}");
    without_subscriber(Level::ERROR, format_args!("the body of {of} panicked: {text}"));
}

/// What a panic says.
#[cfg(feature = "server")]
pub(crate) fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

/// A 5xx with all that the client is not told. The path is the request's without its query, which may carry secrets.
#[cfg(feature = "server")]
pub(crate) fn failure(method: &http::Method, path: &str, problem: &Problem) {
    let status = problem.status().as_u16();
    let detail = problem.get_detail().or_else(|| problem.get_private_detail());
    let cause = problem.causes();
    error!(%method, path, status, detail, cause, "{}", problem.get_title());
    let mut reasons: Vec<&str> = detail.into_iter().chain(cause.as_deref()).collect();
    if reasons.is_empty() {
        reasons.push(problem.get_title());
    }
    without_subscriber(Level::ERROR, format_args!("{method} {path}: {status}: {}", joined(&reasons, ": ")));
}

/// A problem that is not what its author meant.
pub(crate) fn misuse(complaint: &str) {
    error!("misused problem: {complaint}");
    without_subscriber(Level::ERROR, format_args!("misused problem: {complaint}"));
}
