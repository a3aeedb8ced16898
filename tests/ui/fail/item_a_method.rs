//! A handler has no `self`.

use fingerpost::get;

struct Posts;

impl Posts {
    #[get("/")]
    fn read(&self) -> &'static str {
    //~     ^^^^^
        "posts"
    }
}

fn main() {
    Posts.read();
}
