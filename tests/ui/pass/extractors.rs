//! Whatever may be taken from a request.
#![deny(warnings)]

use fingerpost::bytes::Bytes;
use fingerpost::headers::UserAgent;
use fingerpost::{
    Body, ClientAddr, Cookies, Extension, Form, Header, HeaderMap, Json, JsonRejection, Method, Path, Query, State, Uri,
    get, post, routes,
};

type Pairs = Vec<(String, String)>;

#[get("/1/{id}")]
fn a(path: Path<u64>, query: Query<Pairs>, method: Method, uri: Uri, headers: HeaderMap) -> String {
    format!("{} {} {method} {uri} {}", path.0, query.0.len(), headers.len())
}
#[get("/2")]
fn b(agent: Option<Header<UserAgent>>, cookies: Cookies, client: Option<ClientAddr>, state: State<u64>) -> String {
    format!("{} {} {} {}", agent.is_some(), cookies.get("a").is_some(), client.is_some(), state.0)
}
#[post("/3")]
fn c(body: Result<Json<u64>, JsonRejection>, extension: Option<Extension<u8>>) -> String {
    format!("{} {}", body.is_ok(), extension.is_some())
}
#[post("/4")]
fn d(body: Form<Pairs>) -> String {
    body.0.len().to_string()
}
#[post("/5")]
fn e(body: Body) {
    drop(body);
}
#[post("/6")]
async fn f(body: Option<Bytes>, _method: Method) -> String {
    body.is_some().to_string()
}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f]).state(7_u64);
}
