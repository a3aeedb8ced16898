//! The handler is there on another system only.

#[cfg(target_os = "none")]
#[fingerpost::get("/")]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
    //~                                              ^^^^
}
// no help: the message is the compiler's own
