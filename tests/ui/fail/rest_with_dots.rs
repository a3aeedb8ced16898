//! The rest as Rocket writes it.

use fingerpost::get;

#[get("/files/<path..>")]
//~   ^^^^^^^^^^^^^^^^^
fn read(path: &str) -> String {
    path.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
