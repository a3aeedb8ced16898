//! A client gives bytes where the handler takes a form with files.
// no help: the compiler says what it expected.

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
