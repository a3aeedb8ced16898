//! One connection: HTTP/1.1 by hyper, each request through the app's service.

use std::convert::Infallible;
use std::net::SocketAddr;

use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpStream;

use crate::Body;
use crate::log;
use crate::service::Service;
use crate::table::Table;

/// Serves a connection to its end, which comes after the request under way once `graceful` is told to shut down.
pub(super) fn serve<T: Table>(
    service: Service<T>,
    stream: TcpStream,
    peer: SocketAddr,
    graceful: &GracefulShutdown,
) -> impl Future<Output = ()> + Send + use<T> {
    super::set_nodelay(&stream);
    let limits = service.shared.limits;
    // `service_fn` keeps the future's own type: no box for a request.
    let answer = service_fn(move |request: http::Request<Incoming>| {
        let service = service.clone();
        async move { Ok::<_, Infallible>(service.answer(request.map(Body::from), Some(peer)).await) }
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .serve_connection(TokioIo::new(stream), answer);
    let connection = graceful.watch(connection);
    async move {
        if let Err(error) = connection.await {
            log::connection_failed(&error, peer);
        }
    }
}
