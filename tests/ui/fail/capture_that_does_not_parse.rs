//! A type without `FromStr`.

use fingerpost::get;

struct Id(u64);

#[get("/posts/{id}")]
fn read(id: Id) -> String {
//~         ^^
    id.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
