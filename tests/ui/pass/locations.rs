//! Whatever a location may be made of.
#![deny(warnings)]

use fingerpost::{Json, Problem, get, post, put, routes};

mod posts {
    use super::{Json, get};

    #[derive(serde::Serialize)]
    pub struct Post {
        pub id: u64,
        pub slug: String,
    }

    #[get("/{blog}/posts/{id}?{page}&{tag}&{limit = 5}&{q}")]
    pub fn read(blog: &str, id: u64, page: Option<u32>, tag: Vec<u32>, limit: u8, q: &str) -> Json<u64> {
        let _ = (blog, page, tag, limit, q);
        Json(id)
    }

    #[get("/slugs/{slug}")]
    pub fn by_slug(slug: String) -> String {
        slug
    }

    #[get("/posts")]
    pub fn list() {}
}

use posts::Post;

#[post("/1", location = posts::list())]
fn a() {}
#[post("/2/{blog}", status = 201, location = |post| posts::read(blog = blog, id = post.id, q = "x"))]
fn b(blog: &str) -> Result<Json<Post>, Problem> {
    Ok(Json(Post { id: 7, slug: blog.to_owned() }))
}
#[post("/3", location = |Json(Post { slug, .. })| posts::by_slug(slug = slug))]
async fn c() -> Option<Json<Post>> {
    None
}
#[put("/4/{id}", location = posts::read(blog = "a", id = id + 1, q = format!("{id}"), page = 7, tag = [1, 2], limit = 9,))]
fn d(id: u64) -> String {
    id.to_string()
}
#[put("/5/{id}", location = |_| posts::read(blog = "a", id = &7, q = &String::new(), tag = &[1, 2]))]
fn e(id: u64) -> String {
    id.to_string()
}
// A name may be that of a capture, of what the success has, or of both.
#[put("/6/{id}/{slug}", location = |post| posts::by_slug(slug = post.slug.as_str()))]
fn f(id: u64, slug: &str) -> Json<Post> {
    Json(Post { id, slug: slug.to_owned() })
}
#[put("/7/{post}", location = |post| posts::by_slug(slug = &post.slug))]
fn g(post: u64) -> Json<Post> {
    Json(Post { id: post, slug: String::new() })
}
#[put("/8/{id}/{slug}", location = |Json(Post { slug, id: _ })| posts::by_slug(slug = slug))]
fn h(id: u64, slug: &str) -> Json<Post> {
    Json(Post { id, slug: slug.to_owned() })
}
#[put("/9/{id}/{slug}", location = posts::by_slug(slug = { let slug = slugs::id::<String>(format!("{id}")); slug }))]
fn i(id: u64, slug: &str) -> String {
    format!("{id}{slug}")
}
#[put("/10/{id}/{slug}", location = |text| posts::read(blog = slug, id = text.parse().map_or(0, |id: u64| (0..id).end), q = ""))]
fn j(id: u64, slug: &str) -> String {
    format!("{id}{slug}")
}
mod slugs {
    pub fn id<T: From<String>>(text: String) -> T {
        text.into()
    }
}

fn main() {
    let table = routes![a, b, c, d, e, f, g, h, i, j, posts::read, posts::by_slug, posts::list];
    let _ = fingerpost::App::new(table);
}
