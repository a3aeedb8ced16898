//! hyper by hand and nothing else: its defaults, on tokio's.

use std::convert::Infallible;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use server_hyper::{Headers, answer};
use tokio::net::TcpListener;

async fn service(
    request: Request<Incoming>,
) -> Result<Response<http_body_util::Full<bytes::Bytes>>, Infallible> {
    Ok(answer(request, Headers::Fresh).await)
}

fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(contract::address()).await?;
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::spawn(async move {
                let connection =
                    http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(service));
                // A client that breaks off is no concern of a bench.
                let _ = connection.await;
            });
        }
    })
}
