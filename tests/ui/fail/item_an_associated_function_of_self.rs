//! A handler stands outside of an `impl`.

use fingerpost::get;

struct Posts;

impl Posts {
    #[get("/")]
    fn read() -> Self {
        //~      ^^^^
        Self
    }
}

fn main() {
    Posts::read();
}
