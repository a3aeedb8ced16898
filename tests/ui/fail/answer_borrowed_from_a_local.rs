//! The text dies with the function.

use fingerpost::get;

#[get("/{name}")]
fn read(name: &str) -> &str {
    let greeting = format!("hello {name}");
    greeting.as_str()
    //~<^^^^^^^^^^^^^
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
// no help: the message is the compiler's own, of the function as it was written
