//! State is found by its type, and a trait object has not its own.

use fingerpost::{App, get, routes};

trait Store: Send + Sync {
    fn count(&self) -> u64;
}

#[get("/")]
fn read(store: &dyn Store) -> String {
//~             ^^^^^^^^^
    store.count().to_string()
}

fn main() {
    let _ = App::new(routes![read]);
}
