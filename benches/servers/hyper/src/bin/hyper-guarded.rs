//! hyper by hand, tuned, with the protections that an app of fingerpost has by default: slow headers and idle
//! connections end by hyper's own timer, panics are caught, bodies have a limit.

use std::convert::Infallible;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt;
use http_body_util::{Full, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use server_hyper::{Headers, Switches, answer, run};

const HEADER_TIMEOUT: Duration = Duration::from_secs(30);
const BODY_LIMIT: usize = 2 * 1024 * 1024;

async fn guarded(request: Request<Incoming>, headers: Headers) -> Result<Response<Full<Bytes>>, Infallible> {
    let request = request.map(|body| Limited::new(body, BODY_LIMIT));
    Ok(AssertUnwindSafe(answer(request, headers)).catch_unwind().await.unwrap_or_else(|_| {
        let mut response = Response::new(Full::default());
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    }))
}

fn main() -> std::io::Result<()> {
    let switches = Switches::from_args();
    run(&switches, move |stream| async move {
        let headers = switches.headers();
        let mut builder = switches.builder();
        builder.timer(TokioTimer::new()).header_read_timeout(HEADER_TIMEOUT);
        let service = service_fn(move |request| guarded(request, headers));
        // A client that breaks off is no concern of a bench.
        let _ = builder.serve_connection(TokioIo::new(stream), service).await;
    })
}
