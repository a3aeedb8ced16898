//! A mistake in a table, and all that others do with it.

use fingerpost::{App, get, post, routes};

pub mod posts {
    use fingerpost::{get, post, routes};

    #[get("/{id}")]
    pub fn read(id: u64, posts: &Vec<u64>) -> String {
        format!("{id} {}", posts.len())
    }

    #[post("/", status = 201, location = read(id = 7))]
    pub fn create() {}

    routes! { pub table = [read create] }
    //~                         ^^^^^^
}

pub mod pages {
    fingerpost::routes! { pub table: [super::read] }
    //~                            ^
}

#[get("/")]
fn read() {}

#[post("/", status = 201, location = read())]
fn create() {}

fn main() {
    let service = App::new(routes!["/posts" => posts::table, "/pages" => pages::table, read, create]);
    let _ = service.state(vec![7_u64]).run("127.0.0.1:8080");
    let _ = App::new(pages::table).test();
    let _ = App::new(routes!["/posts", posts::table]).state(7).test();
    //~                      ^^^^^^^^
    println!("{:?}", posts::table.clone());
}
