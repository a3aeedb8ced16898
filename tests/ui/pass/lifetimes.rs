//! Handlers with lifetimes of their own.
#![deny(warnings)]
#![allow(clippy::elidable_lifetime_names, clippy::needless_lifetimes)]

use std::borrow::Cow;

use fingerpost::{RequestContext, get, routes};

struct Db<'n>(Cow<'n, str>);

#[get("/one/{name}")]
fn one<'a>(name: &'a str, db: &'a Db<'static>) -> String {
    format!("{name} {}", db.0)
}

#[get("/two/{name}")]
fn two<'a, 'b>(name: Cow<'a, str>, db: &'b Db<'static>) -> String {
    format!("{name} {}", db.0)
}

#[get("/three?{tags}&{name}")]
async fn three(tags: Vec<&str>, name: Option<&str>) -> String {
    format!("{tags:?} {name:?}")
}

struct Whole(String);

impl fingerpost::FromRequest for Whole {
    type Rejection = fingerpost::Problem;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Self::Rejection> {
        Ok(Self(request.uri().to_string()))
    }
}

#[get("/four")]
async fn four(Whole(uri): Whole) -> String {
    uri
}

fn main() {
    let _ = fingerpost::App::new(routes![one, two, three, four]).state(Db("db".into()));
}
