//! 304 has no body.

use fingerpost::get;

#[get("/page", status = 304)]
//~                     ^^^
fn page() -> Result<String, fingerpost::Problem> {
    Ok("page".to_owned())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
