//! A module is no table.

mod posts {
    #[fingerpost::get("/")]
    #[allow(dead_code)]
    fn read() {}
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts]);
    //~                                              ^^^^^
}
// no help: the message is the compiler's own
