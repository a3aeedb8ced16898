//! A struct is no handler.

struct Posts;

fn main() {
    let _ = Posts;
    let _ = fingerpost::App::new(fingerpost::routes![Posts]);
    //~                                              ^^^^^
}
