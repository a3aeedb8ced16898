//! A client calls a handler with an argument that is none.

use fingerpost::client::Client;
use fingerpost::get;

struct Clock;

#[get("/posts/{id}")]
fn get_post(id: u64, clock: Clock) -> String {
    //~                     ^^^^^
    let _: Clock = clock;
    format!("{id}")
}

async fn call(client: Client) {
    let _ = client.call(get_post::request(7, Clock)).await;
}

fn main() {
    let _ = call;
}
