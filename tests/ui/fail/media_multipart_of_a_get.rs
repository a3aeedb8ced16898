//! A form with files is in a body.

use fingerpost::{Multipart, get};

#[get("/upload")]
fn upload(form: Multipart) {
//~             ^^^^^^^^^
    drop(form);
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
