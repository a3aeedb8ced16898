//! The answer comes from another thread.

use std::rc::Rc;

use fingerpost::{Responder, Response, get};

struct Answer(Rc<str>);

impl Responder for Answer {
    fn respond(self, response: &mut Response) {
        *response.body_mut() = self.0.to_string().into();
    }
}

#[get("/", blocking)]
fn read() -> Answer {
//~          ^^^^^^
    Answer("posts".into())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
