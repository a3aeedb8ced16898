//! The attribute was forgotten.

fn read() {}

fn main() {
    read();
    let _ = fingerpost::App::new(fingerpost::routes![read]);
    //~                                              ^^^^
}
// no help: the message is the compiler's own
