//! An async function where a layer is made of it first.

use fingerpost::middleware::Next;
use fingerpost::{App, Body, Response, get, http::Request, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

async fn timed(request: Request<Body>, next: Next) -> Response {
    next.run(request).await
}

fn main() {
    let _ = App::new(routes![home]).layer(timed);
    //~                             ^^^^^
}
