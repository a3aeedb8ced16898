//! A program with a route of each kind, for `check.py`.

mod posts;

use fingerpost::{App, Error, States, get, routes};

use crate::posts::Posts;

/// What visitors read first.
pub struct Greeting(String);

#[derive(States)]
struct Shared {
    posts: Posts,
    greeting: Greeting,
}

/// Whether it is alive.
#[get("/health", status = NO_CONTENT)]
fn health() {}

#[get("/", content_type = "text/plain", header("Cache-Control" = "no-store"))]
fn welcome(greeting: &Greeting) -> String {
    format!("{} See {}.", greeting.0, posts::get_post::path(7))
}

routes! { pub api = ["/posts" => posts::table, health] }

fn main() -> Result<(), Error> {
    let shared = Shared { posts: Posts::default(), greeting: Greeting("Hello.".to_owned()) };
    App::new(routes!["/api" => api, welcome, crate::posts::find]).states(shared).run("127.0.0.1:8080")
}

#[cfg(test)]
mod tests {
    use fingerpost::{App, routes};

    use super::{Greeting, health, welcome};

    #[test]
    fn is_a_function() {
        health();
    }

    #[tokio::test]
    async fn is_greeted() {
        let app = App::new(routes![welcome]).state(Greeting("Hi.".to_owned())).test();
        let answer = app.get(&welcome::path()).send().await;
        assert_eq!(answer.status().as_u16(), 200);
    }
}
