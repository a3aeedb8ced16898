//! A prefix makes one path of another.

mod posts {
    #[fingerpost::get("/{id}")]
    fn read(id: u64) -> String {
        id.to_string()
    }

    fingerpost::routes! { pub table = [read] }
}

#[fingerpost::get("/posts/{slug}")]
fn by_slug(slug: &str) -> String {
    slug.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/posts" => posts::table, by_slug]);
    //~                                                                        ^^^^^^^
}
