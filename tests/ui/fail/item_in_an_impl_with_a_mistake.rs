//! A handler in an `impl` whose attribute is wrong, too: that is said once it stands where it can.

use fingerpost::get;

struct Posts;

impl Posts {
    #[get("/", status = "200")]
    fn read() -> &'static str {
    //~<^^^^^^^^^^^^^^^^^^^^^^^^
        "posts"
    }
}

fn main() {
    Posts::read();
}
