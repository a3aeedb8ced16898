//! What a table demands, the tables in it have to keep.

use fingerpost::{get, routes};

mod notes {
    use fingerpost::{Bearer, get, routes};

    #[get("/")]
    fn list() {}

    #[get("/{id}")]
    fn read(id: u64, Bearer(_token): Bearer) -> String {
        id.to_string()
    }

    routes! { pub table = [read, list] }
}

#[get("/health", public)]
fn health() {}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, health, "/notes" => notes::table]);
    //~                                                                              ^^^^^
}
