//! The question that it all began with: how do I return 201 from `PUT /database`?
//!
//! `cargo run --example database`, then `curl -i -X PUT http://127.0.0.1:8080/database`.

use fingerpost::{App, Error, route, routes};

/// Create or replace the database.
#[route(PUT, "/database", status = 201)]
fn database() {}

fn main() -> Result<(), Error> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    App::new(routes![database]).run(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn put_creates() {
        let response = App::new(routes![database]).test().put("/database").send().await;
        assert_eq!((response.status().as_u16(), response.text()), (201, String::new()));
    }

    #[tokio::test]
    async fn nothing_but_put_is_allowed() {
        let client = App::new(routes![database]).test();
        let response = client.get("/database").send().await;
        assert_eq!((response.status().as_u16(), response.header("allow")), (405, Some("OPTIONS, PUT")));
        assert_eq!(client.put("/databases").send().await.status(), 404);
    }
}
