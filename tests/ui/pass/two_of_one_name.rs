//! Handlers of one name in different modules.
#![deny(warnings)]

mod posts {
    #[fingerpost::get("/posts")]
    pub fn list() {}
}

mod users {
    #[fingerpost::get("/users")]
    pub fn list() {}
}

mod tables {
    fingerpost::routes! { pub table = [crate::posts::list] }

    pub mod more {
        fingerpost::routes! { pub table = [crate::users::list] }
    }
}

use users::list as list_users;

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts::list, users::list]);
    let _ = fingerpost::App::new(fingerpost::routes![posts::list, list_users]);
    let _ = fingerpost::App::new(fingerpost::routes![tables::table, tables::more::table]);
}
