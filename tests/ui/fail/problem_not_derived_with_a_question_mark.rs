//! An error of one's own says its status by deriving `Problem`.

use fingerpost::{Problem, get};

struct NoPost;

fn find() -> Result<String, NoPost> {
    Err(NoPost)
}

#[get("/")]
fn read() -> Result<String, Problem> {
    let post = find()?;
    //~              ^
    Ok(post)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
