//! A handler stands outside of an `impl`.

use fingerpost::get;

struct Posts;

impl Posts {
    #[get("/")]
    fn read() -> &'static str {
    //~<^^^^^^^^^^^^^^^^^^^^^^^^
        "posts"
    }
}

fn main() {
    Posts::read();
}
