//! A client calls a handler whose error has two variants that no client can tell apart.

use fingerpost::client::{CallError, Client};
use fingerpost::{Problem, get};

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post {0}")]
    NoPost(u64),
    #[problem(404, "no author {0}")]
    NoAuthor(u64),
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> Result<String, ApiError> {
    Err(if id == 0 { ApiError::NoPost(id) } else { ApiError::NoAuthor(id) })
}

async fn ask(client: Client) -> Result<bool, CallError> {
    let answer = client.call(get_post::request(7)).await?;
    //~                      ^^^^^^^^^^^^^^^^^^^^
    Ok(answer.success().is_ok())
}

fn main() {
    drop(ask(Client::new("http://127.0.0.1:8080")));
}
