//! A client calls a handler whose answer it cannot read, behind an alias and in a list.

use fingerpost::client::{CallError, Client};
use fingerpost::{Json, Problem, get};
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    id: u64,
}

type ApiResult<T> = Result<Json<T>, Problem>;

#[get("/posts")]
fn posts(limit: &u64) -> ApiResult<Vec<Post>> {
    Ok(Json((0..*limit).map(|id| Post { id }).collect()))
}

async fn ask(client: Client) -> Result<bool, CallError> {
    let answer = client.call(posts::request()).await?;
    //~                      ^^^^^^^^^^^^^^^^
    Ok(answer.success().is_ok())
}

fn main() {
    drop(ask(Client::new("http://127.0.0.1:8080")));
}
