//! The typed client: a handler's route, called with the arguments of its signature, and answered with its types.
//!
//! `get_post::request(7)` is a call of the handler `get_post`, and [`Client::call`] sends it. Nothing is generated and no
//! document is read: the arguments are those of the handler, as its attribute and its types say that they are sent, and
//! the [`Answer`] is what the handler returns, as a client sees it.
//!
//! ```
//! use fingerpost::client::{Answer, ProblemOf};
//! use fingerpost::{App, Json, Problem, get, routes};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Post { title: String }
//!
//! #[derive(Problem)]
//! enum ApiError {
//!     #[problem(404, "no post {id}")]
//!     NoPost { id: u64 },
//! }
//!
//! #[get("/posts/{id}")]
//! fn get_post(id: u64) -> Result<Json<Post>, ApiError> {
//!     if id == 7 { Ok(Json(Post { title: "Intro".to_owned() })) } else { Err(ApiError::NoPost { id }) }
//! }
//!
//! /// What a client learns of an `ApiError`.
//! type ApiProblem = ProblemOf<ApiError>;
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
//! let client = App::new(routes![get_post]).test(); // or `Client::new("http://127.0.0.1:8080")`
//! let post = client.call(get_post::request(7)).await?.success()?;
//! assert_eq!(post.title, "Intro");
//! match client.call(get_post::request(8)).await? {
//!     Answer::Success(post) => panic!("there is a post called {}", post.title),
//!     Answer::Failure(ApiProblem::NoPost, problem) => assert_eq!(problem.get_detail(), Some("no post 8")),
//!     Answer::Other(response) => panic!("what the handler did not declare: {}", response.status()),
//! }
//! # Ok(()) }
//! ```
//!
//! # What a client sends
//! `request` takes the handler's own arguments, in their order: captures and parameters of the query as `path` takes them,
//! and what each extractor reads, by [`SendArgument`]: the `T` of a `Json<T>`, `Form<T>` or `Query<T>`, the `H` of a
//! `Header<H>`, a `FormData`, an `Option` of those. State is no argument, nor is what the server knows by itself: a `Method`, a
//! [`ClientAddr`](crate::ClientAddr), an [`Extension<T>`](crate::Extension). What all requests have is the client's:
//! [`Client::header`].
//!
//! # What a client reads
//! The success as the handler's type says it, by [`ReadResponse`]: the `T` of a `Json<T>`, text, bytes, [`Body`](crate::Body),
//! [`Events`] and [`Lines`] as they come. The problems that its error type declares, by their status, their `type` and their title,
//! with the extension members that the document carries: see [`ProblemOf`]. Everything else as it is.
//!
//! Until a handler is called, no type needs any of this.

mod answer;
mod asked;
mod base;
mod call;
#[cfg(feature = "auth")]
mod credentials;
mod error;
mod events;
mod extractors;
mod http_client;
#[cfg(feature = "server")]
mod in_process;
mod lines;
#[cfg(feature = "multipart")]
mod multipart;
mod output;
mod problem;
mod read;
mod receive;
mod reply;
mod responders;
mod send;

pub use answer::{Answer, NoSuccess};
pub use call::{Call, Draft};
pub use error::CallError;
pub use events::{Events, ReceivedEvent};
pub use http_client::{Client, HttpClient};
pub use lines::Lines;
#[cfg(feature = "multipart")]
pub use multipart::{FormData, FormPart};
#[doc(hidden)]
pub use output::{ErrorOf, Given, HeldBy, IfOption, OfHead, Outcome, SuccessOf};
pub use problem::{Distinguishes, ProblemOf, ReadProblem, TellsProblems};
#[doc(hidden)]
pub use problem::{is_of, member};
pub use read::{ReadResponse, Received, Statuses};
#[doc(hidden)]
pub use receive::{Expected, Reading};
pub use reply::Reply;
pub use send::SendArgument;
#[doc(hidden)]
pub use send::{KnownByServer, SendIf};
