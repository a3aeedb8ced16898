//! A tuple has no `FromStr`.

use fingerpost::get;

#[get("/days/{day}")]
fn read(day: (u32, u32)) -> String {
//~          ^^^^^^^^^^
    format!("{day:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
