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

fn main() {
    let table = routes![a, b, c, d, e, posts::read, posts::by_slug, posts::list];
    let _ = fingerpost::App::new(table);
}
