//! Extractors that have nothing to give: their argument is the one value of its type.
#![deny(warnings)]

use fingerpost::{App, FromRequest, Json, Problem, RequestContext, get, post, routes};

struct Admin;

impl FromRequest for Admin {
    type Rejection = Problem;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self)
    }
}

struct Quiet;

#[get("/")]
fn read(Admin: Admin, Quiet: &Quiet) {}

#[post("/posts/{id}")]
async fn create(Admin: Admin, id: u64, Json(number): Json<u64>) -> String {
    (id + number).to_string()
}

fn main() {
    drop(App::new(routes![read, create]).state(Quiet).test());
    let _ = create::path(7);
}
