//! A `Result` without an error.

use fingerpost::get;

#[get("/")]
fn home() -> Result<String> {
    //~      ^^^^^^
    Ok(String::new())
}

fn main() {}
