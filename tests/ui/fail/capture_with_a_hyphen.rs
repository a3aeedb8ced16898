//! No argument can be called that.

use fingerpost::get;

#[get("/posts/{post-id}")]
//~   ^^^^^^^^^^^^^^^^^^
fn read(post_id: u64) -> String {
    post_id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
