//! The success of an alias is no response, and its error is.

use fingerpost::get;

type Result<T> = std::result::Result<T, fingerpost::Problem>;

struct Post(u64);

#[get("/posts")]
fn read() -> Result<Post> {
//~                 ^^^^
    Ok(Post(7))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
