//! The root of a table is its prefix.

#[fingerpost::get("/")]
fn home() {}

#[fingerpost::get("/admin")]
fn admin() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/admin" => home, admin]);
    //~                                                                ^^^^^
}
