//! hyper by hand, tuned to the limit: see `Switches`.

use std::convert::Infallible;

use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use server_hyper::{Switches, answer, run};

fn main() -> std::io::Result<()> {
    let switches = Switches::from_args();
    run(&switches, move |stream| async move {
        let headers = switches.headers();
        let service =
            service_fn(move |request| async move { Ok::<_, Infallible>(answer(request, headers).await) });
        // A client that breaks off is no concern of a bench.
        let _ = switches.builder().serve_connection(TokioIo::new(stream), service).await;
    })
}
