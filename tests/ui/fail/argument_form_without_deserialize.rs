//! A form of a type that cannot be read from one.

use fingerpost::{Form, post};

struct Login {
    name: String,
}

#[post("/")]
fn login(Form(login): Form<Login>) -> String {
//~                   ^^^^^^^^^^^
    login.name
}

fn main() {}
