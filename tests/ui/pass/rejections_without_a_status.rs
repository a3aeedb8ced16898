//! A rejection that is answered by the handler, or never, needs no status of its own.
#![deny(warnings)]

use std::convert::Infallible;

use fingerpost::{App, FromRequest, RequestContext, get, routes};

struct Session(String);

impl FromRequest for Session {
    type Rejection = String;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, String> {
        let session = request.headers().get("x-session").and_then(|value| value.to_str().ok());
        session.map(|session| Self(session.to_owned())).ok_or_else(|| "no session".to_owned())
    }
}

struct Length(usize);

impl FromRequest for Length {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        Ok(Self(request.headers().len()))
    }
}

#[get("/session")]
fn session(session: Result<Session, String>) -> String {
    session.map_or_else(|refused| refused, |session| session.0)
}

#[get("/length")]
fn length(length: Length) -> String {
    length.0.to_string()
}

fn main() {
    drop(App::new(routes![session, length]).test());
}
