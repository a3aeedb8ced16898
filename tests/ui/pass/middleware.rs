//! Middleware of functions and closures, with and without something of their own.

#![deny(warnings)]

use std::sync::Arc;

use fingerpost::middleware::{FromFn, Next, from_fn};
use fingerpost::{App, Body, Problem, Response, get, http::Request, problem, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

#[get("/admin/{page}")]
fn admin(page: &str) -> String {
    page.to_owned()
}

async fn plain(request: Request<Body>, next: Next) -> Response {
    next.run(request).await
}

async fn fallible(mut request: Request<Body>, next: Next) -> Result<Response, Problem> {
    if request.uri().path().len() > 100 {
        return Err(problem!(414, "too long"));
    }
    request.extensions_mut().insert(7_u32);
    Ok(next.run(request).await)
}

async fn maybe(request: Request<Body>, next: Next) -> Option<Response> {
    request.headers().get("x-key")?;
    Some(next.run(request).await)
}

fn with(name: Arc<str>) -> FromFn {
    from_fn(move |request, next: Next| {
        let name = name.clone();
        async move {
            let mut response = next.run(request).await;
            response.headers_mut().insert("x-name", name.parse().expect("a value"));
            response
        }
    })
}

fn main() {
    let _ = App::new(routes![home, admin])
        .layer(from_fn(plain))
        .layer(from_fn(|request, next| next.run(request)))
        .layer(from_fn(async |request: Request<Body>, next: Next| next.run(request).await))
        .layer_at("/admin", with("admin".into()))
        .layer_at("/admin/help", from_fn(maybe))
        .layer(from_fn(fallible));
}
