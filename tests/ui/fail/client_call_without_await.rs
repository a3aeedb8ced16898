//! A client's call is not awaited.

use fingerpost::client::{CallError, Client};
use fingerpost::get;

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

async fn ask(client: Client) -> Result<bool, CallError> {
    let answer = client.call(get_post::request(7))?;
    //~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Ok(answer.success().is_ok())
}

fn main() {
    drop(ask(Client::new("http://127.0.0.1:8080")));
}
