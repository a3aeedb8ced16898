//! An extractor's impl without the type of its rejection.

use fingerpost::{FromRequest, Problem, RequestContext, get};

struct User;

impl FromRequest for User {
//~<^^^^^^^^^^^^^^^^^^^^^
    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self)
    }
}

#[get("/")]
fn home(_user: User) {}

fn main() {}
