//! One connection: HTTP/1.1 by hyper, each request through the app's service.

use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
#[cfg(feature = "ws")]
use std::sync::OnceLock;

use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

use super::phase::Phase;
use super::socket::Socket;
use super::stop::Stop;
use super::workers::Accepted;
use crate::Body;
use crate::log;
use crate::service::Service;
#[cfg(feature = "ws")]
use crate::websocket::Switch;

/// The most bytes of a request's head, then it is answered with 431; and of an answer before it is written.
const MOST_BUFFERED: usize = 64 * 1024;

/// Serves a connection to its end, which comes after the request under way once it is told to stop.
///
/// It is a task's whole work: what wakes it is set up once for all requests.
pub(super) async fn serve(
    service: Service,
    stream: Accepted,
    peer: SocketAddr,
    phase: Arc<Phase>,
    stop: Arc<Stop>,
) {
    let stream = match stream.register() {
        Ok(stream) => stream,
        Err(error) => return log::accept_failed(&error),
    };
    super::set_nodelay(&stream);
    let socket = TokioIo::new(Socket::new(stream, phase.clone()));
    // Requests borrow from this task, and `service_fn` keeps their future's own type: no clone and no box for a request.
    let (service, phase) = (&service, &phase);
    #[cfg(feature = "ws")]
    let switched = &OnceLock::new();
    let answer = service_fn(move |request: http::Request<Incoming>| {
        phase.begin(!request.body().is_end_stream());
        service.answer(request.map(Body::from), Some(peer), |response| {
            #[cfg(feature = "ws")]
            if let Some(switch) = Switch::take_from(response) {
                // It is the connection's last response: there is no second.
                let _ = switched.set(switch);
            }
            phase.end(response);
        })
    });
    let connection = http1::Builder::new()
        // Without hyper's own look for the end of the stream: the socket has a cheaper one.
        .half_close(true)
        // Most answers are short, and cheaper copied behind their head than written from two places.
        .writev(false)
        .max_buf_size(MOST_BUFFERED)
        .serve_connection(socket, answer);
    #[cfg(feature = "ws")]
    let connection = connection.with_upgrades();
    let mut connection = pin!(connection);
    let mut told = pin!(stop.wait());
    let (mut first, mut stopping) = (true, false);
    let ended = poll_fn(|context| {
        if std::mem::take(&mut first) {
            let _ = told.as_mut().poll(context);
        }
        if !stopping && stop.is_told() {
            stopping = true;
            connection.as_mut().graceful_shutdown();
        }
        connection.as_mut().poll(context)
    });
    if let Err(error) = ended.await {
        log::connection_failed(&error, peer);
    }
    // What was a connection of requests goes on here: it is counted, told to stop and cut as all others are.
    #[cfg(feature = "ws")]
    if let Some(switch) = switched.get() {
        phase.switch();
        switch.run(Some(stop.clone())).await;
    }
}
