//! Two methods as actix-web has them.

use fingerpost::route;

#[route("/posts", method = "GET", method = "POST")]
//~               ^^^^^^
fn posts() -> &'static str {
    "posts"
}

fn main() {}
