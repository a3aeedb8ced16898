//! The service that every server offers: six kinds of request with their answers, and a table of 200 routes more.

mod kind;
mod many;

pub use kind::{Answer, KINDS, Kind, POST, UNTIMED};

use serde::{Deserialize, Serialize};

/// The text of `GET /`.
pub const TEXT: &str = "Hello, world!";

pub const TEXT_PLAIN: &str = "text/plain; charset=utf-8";
pub const APPLICATION_JSON: &str = "application/json";

/// What `GET /json` answers with.
#[derive(Debug, Serialize, Deserialize)]
pub struct Greeting {
    pub message: &'static str,
}

impl Greeting {
    pub const HELLO: Self = Self { message: TEXT };
}

/// What `POST /posts` takes.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewPost {
    pub title: String,
}

/// What `POST /posts` and `GET /posts/{id}` answer with.
#[derive(Debug, Serialize, Deserialize)]
pub struct Post {
    pub id: u64,
    pub title: String,
}

impl Post {
    /// The only post there is: the service keeps nothing, so that every request finds it as the first did.
    pub const ID: u64 = 7;

    pub fn new(new: NewPost) -> Self {
        Self { id: Self::ID, title: new.title }
    }

    pub fn with_id(id: u64) -> Self {
        Self { id, title: "First".to_owned() }
    }
}

/// What each of the 200 routes answers with: its two captures.
pub fn item(id: u64, item: &str) -> String {
    format!("{id}/{item}")
}

/// Where the server listens: its first argument, `127.0.0.1:8080` by hand.
pub fn address() -> String {
    std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned())
}
