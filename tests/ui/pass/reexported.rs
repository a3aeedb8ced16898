//! Another crate passes fingerpost on, and each attribute and derive says where it is.
// in: reexported
#![deny(warnings)]

use facade::web::{App, Json, Problem, States, get};

#[get("/posts/{id}", crate = facade::web)]
async fn read(id: u64) -> Json<u64> {
    Json(id)
}

#[derive(Debug, Problem)]
#[problem(crate = facade::web)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
}

#[derive(Problem)]
#[problem(410)]
#[problem(crate = ::facade::web)]
struct Gone;

#[derive(States)]
#[states(crate = facade::web)]
struct State {
    id: u64,
}

#[get("/old/{id}", crate = facade::web)]
fn old(id: u64, last: &u64) -> Result<Result<(), Gone>, ApiError> {
    if id > *last { Err(ApiError::NoPost { id }) } else { Ok(Err(Gone)) }
}

fn main() {
    let _ = read::path(7);
    let _ = App::new(facade::web::routes![crate = facade::web, read, old]).states(State { id: 7 });
}
