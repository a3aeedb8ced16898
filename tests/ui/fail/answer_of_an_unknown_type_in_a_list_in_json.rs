//! A type that is not imported, deep within an answer.

use fingerpost::{Json, Problem, get};

#[get("/")]
fn list() -> Result<Json<Vec<Post>>, Problem> {
    //~                      ^^^^
    Ok(Json(Vec::new()))
}

fn main() {}
// no help: the message is the compiler's own
