//! A handler has a body and no `self`.

use fingerpost::get;

trait Read {
    #[get("/")]
    fn read(&self) -> &'static str;
    //~     ^^^^^
}

struct Posts;

impl Read for Posts {
    fn read(&self) -> &'static str {
        "posts"
    }
}

fn main() {
    Posts.read();
}
