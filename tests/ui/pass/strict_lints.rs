//! Lints that are off unless asked for.
#![deny(warnings)]
#![deny(
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    future_incompatible,
    keyword_idents,
    let_underscore_drop,
    non_ascii_idents,
    nonstandard_style,
    rust_2018_idioms,
    rust_2024_compatibility,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unsafe_code,
    unused_import_braces,
    unused_lifetimes,
    unused_results,
    variant_size_differences
)]

use fingerpost::{App, Json, Problem, States, get, post, routes};

#[derive(Debug, States)]
struct State {
    number: u64,
}

#[derive(Debug, Problem)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(409, "a post is called so")]
    Taken {
        #[problem(member)]
        by: u64,
    },
    #[problem(transparent)]
    Other(Problem),
}

#[get("/posts/{id}/{name}?{tag}&{limit = 10}")]
async fn read(id: u64, name: &str, tag: Vec<String>, limit: u8, number: &u64) -> Result<Json<u64>, ApiError> {
    if tag.len() > usize::from(limit) || name.is_empty() {
        return Err(ApiError::NoPost { id });
    }
    Ok(Json(id + number))
}

#[post("/posts", status = 201, header("Vary" = "Accept"), location = |post| read(id = post.0, name = "a"))]
fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

#[get("/from/{host}")]
fn of_host(host: std::net::IpAddr) -> Result<Json<bool>, ApiError> {
    if host.is_loopback() {
        return Err(ApiError::Taken { by: 7 });
    }
    Err(ApiError::Other(Problem::new(fingerpost::StatusCode::GONE)))
}

fn main() -> Result<(), fingerpost::Error> {
    let state = State { number: 7 };
    println!("{}", state.number);
    App::new(routes![read, create, of_host]).states(state).run("127.0.0.1:0")
}
