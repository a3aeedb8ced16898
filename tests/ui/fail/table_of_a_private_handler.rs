//! The handler is its module's own.

mod posts {
    #[fingerpost::get("/")]
    #[allow(dead_code)]
    fn read() {}
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts::read]);
    //~                                                     ^^^^
}
// no help: the message is the compiler's own
