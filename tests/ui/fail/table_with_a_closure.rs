//! A closure has no route.

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![|| "posts"]);
    //~                                              ^^^^^^^^^^
}
