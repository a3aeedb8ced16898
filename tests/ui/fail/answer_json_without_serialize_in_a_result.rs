//! A type that nobody taught to be written.

use fingerpost::{Json, Problem, get};

struct Post;

#[get("/posts")]
async fn read() -> Result<Json<Post>, Problem> {
//~                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Ok(Json(Post))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
