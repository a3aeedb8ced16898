//! A redirect has a status itself.

use fingerpost::{Redirect, put};

#[put("/database", status = 201)]
//~                         ^^^
fn database() -> Result<Redirect, fingerpost::Problem> {
    Ok(Redirect::to("/"))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
