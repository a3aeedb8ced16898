//! A table mounts what is declared for clients alone.

use fingerpost::{App, routes};

mod posts {
    use fingerpost::get;

    #[get("/posts/{id}")]
    pub(crate) fn get_post(id: u64) -> String;
    //~           ^^^^^^^^
}

fn main() {
    drop(App::new(routes![posts::get_post]).test());
}
