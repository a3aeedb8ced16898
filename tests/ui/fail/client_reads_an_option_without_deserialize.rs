//! A client calls a handler whose answer it cannot read, where there is one.

use fingerpost::client::{CallError, Client};
use fingerpost::{Json, Problem, get};
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    id: u64,
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> Result<Option<Json<Post>>, Problem> {
    Ok(Some(Json(Post { id })))
}

async fn ask(client: Client) -> Result<bool, CallError> {
    let answer = client.call(get_post::request(7)).await?;
    //~                      ^^^^^^^^^^^^^^^^^^^^
    Ok(answer.success().is_ok())
}

fn main() {
    drop(ask(Client::new("http://127.0.0.1:8080")));
}
