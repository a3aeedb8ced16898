//! Credentials that a table demands, and an operation that ends.

use fingerpost::{Bearer, get, routes};

#[get("/v2/posts/{id}", public)]
fn read(id: u64) -> String {
    id.to_string()
}

#[get(
    "/v1/posts/{number}",
    deprecated = "2026-01-31",
    sunset = "2027-01-31",
    successor = read(id = number),
    sunset_link = "https://example.com/v1"
)]
fn read_v1(number: u64, _token: Bearer) -> String {
    number.to_string()
}

routes! { auth = required, pub table = [read, "/old" => read_v1] }

fn main() {
    let _ = fingerpost::App::new(table);
}
