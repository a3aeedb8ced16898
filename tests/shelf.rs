//! A table of handlers that another crate mounts.

use fingerpost::{Problem, get, problem, routes};

/// The state that the table needs.
#[derive(Debug)]
pub struct Books(pub Vec<&'static str>);

/// How many books there are.
#[get("/")]
pub fn count(books: &Books) -> String {
    format!("{} books", books.0.len())
}

/// One book, with where it is.
///
/// # Errors
/// 404 where there is none.
#[get("/books/{index}")]
pub fn get_book(index: usize, books: &Books) -> Result<String, Problem> {
    let title = books.0.get(index).ok_or_else(|| problem!(404, "no book {index}"))?;
    Ok(format!("{title} at {}", get_book::path(index)))
}

routes! {
    /// All there is to the shelf.
    pub table = [count, get_book];
}
