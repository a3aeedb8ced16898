//! Handlers, called by their names over HTTP: `cargo run --example client`.

use fingerpost::client::{Answer, Client, ProblemOf};
use fingerpost::{App, BoxError, Json, Problem, get, routes};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

#[derive(Serialize, Deserialize)]
struct Post {
    title: String,
}

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
}

/// What a client learns of an `ApiError`.
type ApiProblem = ProblemOf<ApiError>;

#[get("/posts/{id}")]
fn get_post(id: u64) -> Result<Json<Post>, ApiError> {
    let title = ["Intro", "Outro"].get(id as usize).ok_or(ApiError::NoPost { id })?;
    Ok(Json(Post { title: (*title).to_owned() }))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let client = Client::new(&format!("http://{}/api", listener.local_addr()?));
    tokio::spawn(App::new(routes!["/api" => get_post]).serve(listener));
    for id in 0..3 {
        println!("{id}: {}", title(&client, id).await?);
    }
    Ok(())
}

async fn title(client: &Client, id: u64) -> Result<String, BoxError> {
    match client.call(get_post::request(id)).await? {
        Answer::Success(post) => Ok(post.into_inner().title),
        Answer::Failure(ApiProblem::NoPost, problem) => Ok(problem.to_string()),
        Answer::Other(response) => Err(format!("answered with {}", response.status()).into()),
    }
}

#[tokio::test]
async fn posts_are_read_by_their_types() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::new(&format!("http://{}", listener.local_addr().unwrap()));
    tokio::spawn(App::new(routes![get_post]).serve(listener));
    assert_eq!(title(&client, 1).await.unwrap(), "Outro");
    assert_eq!(title(&client, 2).await.unwrap(), "404 Not Found: no post 2");
}
