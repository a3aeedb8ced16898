//! What stands around handlers: a line for each answer, and a door that opens for a few tries a minute.
//!
//! `cargo run --example middleware`, then `curl -i http://127.0.0.1:8080/login --json '{"name":"ada","word":"guess"}'`, often.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fingerpost::http::Request;
use fingerpost::middleware::{FromFn, Next, from_fn};
use fingerpost::{
    App, Body, ClientAddr, Error, Json, Problem, Response, Service, get, post, problem, routes,
};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
struct Login {
    name: String,
    word: String,
}

#[get("/")]
fn home() -> &'static str {
    "home"
}

#[post("/login")]
fn login(Json(login): Json<Login>) -> Result<String, Problem> {
    if login.word == "sesame" {
        Ok(format!("welcome, {}", login.name))
    } else {
        Err(problem!(403, "another word"))
    }
}

/// A line for each answer: the route as it is declared, so that there are as many as handlers.
async fn logged(request: Request<Body>, next: Next) -> Response {
    let (method, begun) = (request.method().clone(), Instant::now());
    let route = next.route(&request).map_or("-", |route| route.path);
    let response = next.run(request).await;
    println!("{method} {route} {} {:?}", response.status().as_u16(), begun.elapsed());
    response
}

/// So many requests from one address in this time; who comes more often is told to wait.
fn at_most(tries: u32, time: Duration) -> FromFn {
    let seen: Arc<Mutex<HashMap<IpAddr, (u32, Instant)>>> = Arc::default();
    from_fn(move |request: Request<Body>, next: Next| {
        let seen = seen.clone();
        async move {
            if let Some(ClientAddr(address)) = request.extensions().get() {
                let mut seen = seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                seen.retain(|_, (_, since)| since.elapsed() < time);
                let (tried, _) = seen.entry(address.ip()).or_insert_with(|| (0, Instant::now()));
                *tried += 1;
                if *tried > tries {
                    return Err(problem!(429, "no more than {tries} tries in {time:?}"));
                }
            }
            Ok(next.run(request).await)
        }
    })
}

fn app() -> Result<Service, Error> {
    App::new(routes![home, login])
        .layer_at("/login", at_most(3, Duration::from_secs(60)))
        .layer(from_fn(logged))
        .into_service()
}

fn main() -> Result<(), Error> {
    app()?.run("127.0.0.1:8080")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_fourth_try_has_to_wait_and_home_has_not() -> Result<(), Error> {
        let client = app()?.test();
        let address = ([192, 0, 2, 7], 4711).into();
        let guess = Login { name: "ada".to_owned(), word: "guess".to_owned() };
        for status in [403, 403, 403, 429, 429] {
            assert_eq!(client.post("/login").from_addr(address).json(&guess).send().await.status(), status);
        }
        for _ in 0..5 {
            assert_eq!(client.get("/").from_addr(address).send().await.text(), "home");
        }
        Ok(())
    }
}
