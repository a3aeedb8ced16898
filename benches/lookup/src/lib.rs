//! The two routers, the tables they hold and the requests that are looked up in them.

mod requests;
mod sides;
mod tables;

/// What the router takes from the library beside it.
mod route {
    pub(crate) use fingerpost::Segment;
}

// The library keeps its router to itself: here is its very source, compiled once more.
#[allow(dead_code, unused_imports, reason = "a bench needs less of it than the library does")]
#[path = "../../../runtime/src/router/mod.rs"]
mod router;

pub use requests::{Asked, requests};
pub use sides::{Each, Nothing, One, Ours, Outcome, Prepared, Side, prepared};
pub use tables::{Route, table};
