//! Two handlers of one name in one module.

mod posts {
    #[fingerpost::get("/posts")]
    pub fn list() {}
}

mod users {
    #[fingerpost::get("/users")]
    pub fn list() {}
}

#[allow(unused_imports)]
use posts::list;
#[allow(unused_imports)]
use users::list;
//~ ^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list]);
}
