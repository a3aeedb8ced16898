//! A middleware without `async`.

use fingerpost::middleware::{Next, from_fn};
use fingerpost::{App, Body, Response, get, http::Request, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

fn refused(_: Request<Body>, _: Next) -> Response {
    Response::new(Body::from("no"))
}

fn main() {
    let _ = App::new(routes![home]).layer(from_fn(refused));
    //~                                   ^^^^^^^^^^^^^^^^
}
