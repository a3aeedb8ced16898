//! Calls the notes of `examples/notes`, and compiles no server: `cargo run -p fingerpost-caller -- http://127.0.0.1:8080/api`.

use fingerpost::client::{Answer, Client, ProblemOf};
use fingerpost::{Json, Problem, get, post};
use serde::{Deserialize, Serialize};

/// What this program reads of a note.
#[derive(Debug, Deserialize)]
struct Note {
    id: i64,
    title: String,
}

#[derive(Serialize)]
struct NewNote {
    title: String,
}

/// The problems that this program tells apart; others are kept as they come.
#[derive(Problem)]
#[allow(dead_code, reason = "the server makes it, this program reads what it says")]
#[problem(409, title = "Title taken")]
struct TitleTaken;

type NewNoteProblem = ProblemOf<TitleTaken>;

/// A page of the notes.
#[get("/notes?{limit = 20}")]
fn list(limit: u32) -> Json<Vec<Note>>;

/// A new note.
#[post("/notes", status = 201)]
fn create(new: Json<NewNote>) -> Result<Json<Note>, TitleTaken>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), fingerpost::BoxError> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "http://127.0.0.1:8080/api".to_owned());
    let client = Client::new(&url);
    match client.call(create::request(NewNote { title: "Milk".to_owned() })).await? {
        Answer::Success(note) => println!("note {} is at {}", note.id, note.location().unwrap_or("no place")),
        Answer::Failure(NewNoteProblem::TitleTaken, problem) => println!("{}", *problem),
        Answer::Other(response) => println!("{}: {}", response.status(), response.text()),
    }
    let notes = client.call(list::request(Some(5))).await?.success()?;
    for Note { id, title } in notes.into_inner() {
        println!("{id}: {title}");
    }
    Ok(())
}
