//! A client calls a handler whose error carries a member that it cannot read.

use fingerpost::client::{CallError, Client};
use fingerpost::{Problem, get};
use serde::Serialize;

#[derive(Serialize)]
struct Mistake {
    detail: String,
}

#[derive(Problem)]
enum ApiError {
    #[problem(422)]
    Invalid {
        #[problem(member)]
        errors: Vec<Mistake>,
    },
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> Result<String, ApiError> {
    Err(ApiError::Invalid { errors: vec![Mistake { detail: id.to_string() }] })
}

async fn ask(client: Client) -> Result<bool, CallError> {
    let answer = client.call(get_post::request(7)).await?;
    //~                      ^^^^^^^^^^^^^^^^^^^^
    Ok(answer.success().is_ok())
}

fn main() {
    drop(ask(Client::new("http://127.0.0.1:8080")));
}
