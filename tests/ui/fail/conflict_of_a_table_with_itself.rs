//! One table, mounted twice.

#[fingerpost::get("/list")]
fn list() {}

fingerpost::routes! { posts = [list] }
fingerpost::routes! { all = [posts] }

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts, all]);
    //~                                                     ^^^
}
