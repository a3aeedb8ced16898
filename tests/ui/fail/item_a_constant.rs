//! A route stands on a function, and this is a closure in a constant.

#[fingerpost::get("/")]
const READ: fn() -> &'static str = || "posts";
//~<^

fn main() {
    READ();
}
