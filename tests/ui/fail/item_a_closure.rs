//! A closure is no function.

use fingerpost::get;

fn main() {
    #[get("/")]
//~ ^^^^^^^^^^^
    let home = || "home";
    home();
}
// no help: the message is the compiler's own
