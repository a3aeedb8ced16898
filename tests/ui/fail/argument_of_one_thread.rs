//! An argument that cannot go where the request goes while it is read.

use std::rc::Rc;

use fingerpost::{FromRequest, Problem, RequestContext, get};

struct Session(Rc<u64>);

impl FromRequest for Session {
    type Rejection = Problem;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self(Rc::new(7)))
    }
}

#[get("/")]
fn read(session: Session) -> String {
    //~          ^^^^^^^
    session.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
