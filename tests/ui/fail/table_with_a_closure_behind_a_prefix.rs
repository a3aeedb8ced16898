//! axum takes closures.

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/posts" => async || "posts"]);
    //~                                                          ^^^^^
}
