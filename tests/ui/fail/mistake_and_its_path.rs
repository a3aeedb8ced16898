//! A mistake in one attribute, and all that others do with the handler's path.

use fingerpost::{App, get, post, routes};

pub mod posts {
    use fingerpost::{get, post, routes};

    #[get("/{id}?{page}", status = "200")]
    //~                            ^^^^^
    pub fn read(id: u64, page: Option<u32>) -> String {
        format!("{id} {page:?}")
    }

    #[post("/", status = 201, location = read(id = 7, page = 2))]
    pub fn create() {}

    routes! { pub table = [read, create] }
}

#[get("/latest")]
fn latest() -> String {
    let path = posts::read::path(7, Some(2));
    format!("{} {}", path, path.absolute())
}

#[post("/again", status = 201, location = |text| posts::read(id = text.len() as u64))]
fn again() -> String {
    posts::read(7, None)
}

#[get("/{id}/url")]
fn url(id: u64) -> fingerpost::Redirect {
    fingerpost::Redirect::to(posts::read::path(id, None).to_string())
}

fn main() {
    assert_eq!(posts::read::path(7, None), "/posts/7");
    let client = App::new(routes!["/posts" => posts::table, latest, again, url]).state(7_u64).test();
    drop(client);
    let _ = App::new(posts::table).run("127.0.0.1:8080");
    let paths: Vec<String> = vec![posts::read::path(1, None).into(), String::new()];
    drop(paths);
}
