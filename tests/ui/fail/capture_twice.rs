//! Two captures of one name.

use fingerpost::get;

#[get("/from/{day}/to/{day}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^
fn read(day: u64) -> String {
    day.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
