//! State lives as long as the app.

use fingerpost::{App, get, routes};

struct Db<'n>(&'n str);

#[get("/")]
fn read<'n>(db: &Db<'n>) -> String {
//~              ^^^^^^
    db.0.to_owned()
}

fn main() {
    App::new(routes![read]).state(Db("posts")).run("127.0.0.1:8080").unwrap();
}
