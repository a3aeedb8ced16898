//! A middleware that returns what is no response.

use fingerpost::middleware::{Next, from_fn};
use fingerpost::{App, Body, get, http::Request, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

async fn counted(request: Request<Body>, next: Next) -> usize {
    next.run(request).await.headers().len()
}

fn main() {
    let _ = App::new(routes![home]).layer(from_fn(counted));
    //~                                   ^^^^^^^^^^^^^^^^
}
