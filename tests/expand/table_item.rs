//! A table that other modules can name.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/")]
    pub fn list() {}
}

routes! {
    /// All there is.
    pub table = [posts::list]
}

fn main() {
    posts::list();
    let _ = App::new(table);
}
