//! A client calls a handler whose body has no type of its own.

use fingerpost::{Multipart, post};

#[post("/upload")]
async fn upload(form: Multipart) -> String {
    drop(form);
    "thank you".to_owned()
}

fn main() {
    let _ = upload::request(vec![1_u8, 2, 3]);
    //~                     ^^^^^^^^^^^^^^^^
}
