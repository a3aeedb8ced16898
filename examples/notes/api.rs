//! The routes of notes: what is asked, what is answered, nothing else.

use fingerpost::{AppendHeaders, ETag, IfMatch, Json, Negotiated, delete, get, patch, post, routes};

use crate::editor::Editor;
use crate::error::{ChangeError, CreateError, FindError, StoreFailed};
use crate::limit::Limit;
use crate::note::{NewNote, Note, NoteEdit};
use crate::store::Store;
use crate::text::Text;

routes! { pub(crate) table = [list, titles, create, read, change, remove] }

/// `Link: <…>; rel="next"` (RFC 8288 §3), while there is a next page.
type NextPage = AppendHeaders<Option<(&'static str, String)>>;

/// What a page can be sent as, the first where the request does not say.
type Kinds = (Json<Vec<Note>>, Text);

/// A page of the notes, oldest first; `Link` leads to the next one.
#[get("/notes?{limit = 20}&{after = 0}", blocking, public, tag = "notes")]
pub(crate) fn list(
    limit: Limit,
    after: i64,
    store: &Store,
) -> Result<(NextPage, Negotiated<Vec<Note>, Kinds>), StoreFailed> {
    // One more than asked for tells whether there is a next page.
    let mut notes = store.page(after, limit.notes() + 1)?;
    let is_last = notes.len() <= limit.notes() as usize;
    notes.truncate(limit.notes() as usize);
    let next = notes.last().filter(|_| !is_last).map(|last| {
        let page = list::path(Some(&limit), Some(last.id));
        ("link", format!("<{page}>; rel=\"next\""))
    });
    Ok((AppendHeaders(next), notes.into()))
}

/// The titles of all notes, from before there were pages.
#[get(
    "/titles",
    blocking,
    public,
    tag = "notes",
    deprecated = "2026-01-31",
    sunset = "2027-01-31",
    successor = list(),
)]
pub(crate) fn titles(store: &Store) -> Result<Json<Vec<String>>, StoreFailed> {
    Ok(Json(store.titles()?))
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
pub(crate) fn create(_: Editor, Json(new): Json<NewNote>, store: &Store) -> Result<Json<Note>, CreateError> {
    new.check().map_err(|errors| CreateError::Invalid { errors })?;
    Ok(Json(store.insert(&new)?))
}

/// One note, with the tag that a change of it names.
#[get("/notes/{id}", etag = |note| note.version, blocking, public, tag = "notes")]
pub(crate) fn read(id: i64, store: &Store) -> Result<Json<Note>, FindError> {
    Ok(Json(store.find(id)?))
}

/// Changes what the body names and leaves the rest, as long as nobody else has changed the note since it was read.
#[patch("/notes/{id}", body_limit = "128 KiB", blocking, tag = "notes")]
pub(crate) fn change(
    id: i64,
    _: Editor,
    seen: IfMatch,
    Json(edit): Json<NoteEdit>,
    store: &Store,
) -> Result<(ETag, Json<Note>), ChangeError> {
    edit.check().map_err(|errors| ChangeError::Invalid { errors })?;
    let note = store.update(id, &seen, &edit)?;
    Ok((note.version.into(), Json(note)))
}

/// Deletes a note.
#[delete("/notes/{id}", blocking, tag = "notes")]
pub(crate) fn remove(id: i64, _: Editor, store: &Store) -> Result<(), FindError> {
    store.remove(id)
}
