//! Captures and state, borrowed and parsed.

use fingerpost::get;

struct Db(u64);

/// One post of a blog.
#[get("/{blog}/posts/{id}")]
async fn read(blog: &str, id: u64, db: &Db) -> String {
    format!("{blog} {id} {}", db.0)
}

fn main() {
    drop(read("a", 7, &Db(7)));
    let _ = read::path("a", 7);
}
