//! Prefixes of several tables make one path of another.

#[fingerpost::get("/list")]
fn list() {}

fingerpost::routes! { posts = ["/posts" => list] }
fingerpost::routes! { api = ["/api" => posts] }

#[fingerpost::get("/api/posts/list")]
fn all() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![api, all]);
    //~                                                   ^^^
}
