//! Two handlers of one name in one module.

mod posts {
    #[fingerpost::get("/posts")]
    pub fn list() {}
}

mod users {
    #[fingerpost::get("/users")]
    pub fn list() {}
}

use posts::list;
use users::list;
//~ ^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list]);
}
