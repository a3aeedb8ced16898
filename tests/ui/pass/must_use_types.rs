//! A handler answers with what must be used.
#![deny(warnings)]
#![allow(clippy::double_must_use)]

use fingerpost::{Responder, Response, get, routes};

#[must_use = "it is an answer"]
struct Answer;

impl Responder for Answer {
    fn respond(self, response: &mut Response) {
        *response.body_mut() = "answer".into();
    }
}

#[must_use]
#[get("/")]
fn read() -> Answer {
    Answer
}

#[must_use]
#[get("/later")]
async fn later() -> Result<Answer, fingerpost::Problem> {
    Ok(Answer)
}

fn main() {
    let _ = fingerpost::App::new(routes![read, later]);
}
