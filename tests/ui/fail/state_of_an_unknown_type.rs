//! What the state is is not there.

use std::sync::Arc;

use fingerpost::get;

#[get("/")]
fn read(db: &Arc<Db>) -> String {
//~              ^^
    todo!()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
