//! A representation that nobody can ask for.

use fingerpost::{Html, Json, Negotiated, Responder, Response, get};

struct Csv(String);

impl From<String> for Csv {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Responder for Csv {
    fn respond(self, response: &mut Response) {
        *response.body_mut() = self.0.into();
    }
}

#[get("/note")]
fn note() -> Negotiated<String, (Json<String>, Html<String>, Csv)> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Negotiated::new(String::new())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
