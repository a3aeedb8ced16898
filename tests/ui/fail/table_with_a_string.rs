//! The name of a handler is no string.

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["read"]);
    //~                                              ^^^^^^
}
