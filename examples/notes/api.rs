//! The routes of notes: what is asked, what is answered, nothing else.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use fingerpost::{AppendHeaders, Json, delete, get, patch, post, routes};
use schemars::JsonSchema;

use crate::error::{ApiError, Mistakes};
use crate::note::{NewNote, Note, NoteEdit};
use crate::store::Store;

routes! { pub(crate) table = [list, create, read, change, remove] }

const LARGEST_PAGE: u32 = 100;

/// How many notes a page has at most.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct Limit(#[schemars(range(min = 1, max = LARGEST_PAGE))] pub(crate) u32);

impl FromStr for Limit {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `Link: <…>; rel="next"` (RFC 8288 §3), while there is a next page.
type NextPage = AppendHeaders<Option<(&'static str, String)>>;

/// A page of the notes, oldest first; `Link` leads to the next one.
#[get("/notes?{limit = 20}&{after = 0}", blocking, tag = "notes")]
pub(crate) fn list(limit: Limit, after: i64, store: &Store) -> Result<(NextPage, Json<Vec<Note>>), ApiError> {
    let most = limit.check()?;
    // One more than asked for tells whether there is a next page.
    let mut notes = store.page(after, most + 1)?;
    let is_last = notes.len() <= most as usize;
    notes.truncate(most as usize);
    let next = notes.last().filter(|_| !is_last).map(|last| {
        let page = list::path(Some(&limit), Some(last.id));
        ("link", format!("<{page}>; rel=\"next\""))
    });
    Ok((AppendHeaders(next), Json(notes)))
}

/// A new note.
#[post(
    "/notes",
    status = 201,
    location = |note| read(id = note.id),
    body_limit = "128 KiB",
    blocking,
    tag = "notes",
)]
pub(crate) fn create(Json(new): Json<NewNote>, store: &Store) -> Result<Json<Note>, ApiError> {
    new.check()?;
    Ok(Json(store.insert(&new)?))
}

/// One note.
#[get("/notes/{id}", blocking, tag = "notes")]
pub(crate) fn read(id: i64, store: &Store) -> Result<Json<Note>, ApiError> {
    Ok(Json(store.find(id)?))
}

/// Changes what the body names and leaves the rest.
#[patch("/notes/{id}", body_limit = "128 KiB", blocking, tag = "notes")]
pub(crate) fn change(id: i64, Json(edit): Json<NoteEdit>, store: &Store) -> Result<Json<Note>, ApiError> {
    edit.check()?;
    Ok(Json(store.update(id, &edit)?))
}

/// Deletes a note.
#[delete("/notes/{id}", blocking, tag = "notes")]
pub(crate) fn remove(id: i64, store: &Store) -> Result<(), ApiError> {
    store.remove(id)
}

impl Limit {
    fn check(self) -> Result<u32, ApiError> {
        let mut mistakes = Mistakes::default();
        if !(1..=LARGEST_PAGE).contains(&self.0) {
            mistakes.parameter("limit", format!("a page has 1 to {LARGEST_PAGE} notes"));
        }
        mistakes.finish().map(|()| self.0)
    }
}
