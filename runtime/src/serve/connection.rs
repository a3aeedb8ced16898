//! One connection: HTTP/1.1 by hyper, each request through the app's service.

use std::convert::Infallible;
use std::net::SocketAddr;

use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::Watcher;
use tokio::net::TcpStream;

use crate::Body;
use crate::log;
use crate::service::Service;

/// Serves a connection to its end, which comes after the request under way once `watcher` is told to shut down.
pub(super) async fn serve(service: Service, stream: TcpStream, peer: SocketAddr, watcher: Watcher) {
    super::set_nodelay(&stream);
    // Requests borrow the service from this task, and `service_fn` keeps their future's own type: no clone and no box
    // for a request.
    let service = &service;
    let answer = service_fn(move |request: http::Request<Incoming>| async move {
        Ok::<_, Infallible>(service.answer(request.map(Body::from), Some(peer)).await)
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(service.shared.limits.headers)
        .serve_connection(TokioIo::new(stream), answer);
    if let Err(error) = watcher.watch(connection).await {
        log::connection_failed(&error, peer);
    }
}
