//! A handler that does not return has no answer.

use fingerpost::get;

#[get("/")]
fn stop() -> ! {
//~          ^
    panic!("stopped")
}

fn main() {}
