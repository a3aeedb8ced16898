//! `Store`: notes in an SQLite file.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};

use crate::error::ApiError;
use crate::note::{NewNote, Note, NoteEdit};

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    );
";

/// Notes in an SQLite file. Its methods block: the handlers that call them say `blocking`.
#[derive(Debug)]
pub(crate) struct Store {
    // SQLite writes one after the other anyway; where reads must overlap, this becomes a pool.
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the file, which is made where there is none.
    pub(crate) fn open(file: impl AsRef<Path>) -> rusqlite::Result<Self> {
        let connection = Connection::open(file)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// At most `limit` notes whose id is greater than `after`, oldest first.
    pub(crate) fn page(&self, after: i64, limit: u32) -> Result<Vec<Note>, ApiError> {
        let connection = self.connection();
        let mut query = connection.prepare_cached(
            "SELECT id, title, body, created_at FROM notes WHERE id > ?1 ORDER BY id LIMIT ?2",
        )?;
        let notes = query.query_map(params![after, limit], note)?;
        Ok(notes.collect::<Result<_, _>>()?)
    }

    pub(crate) fn find(&self, id: i64) -> Result<Note, ApiError> {
        let sql = "SELECT id, title, body, created_at FROM notes WHERE id = ?1";
        let found = self.connection().query_one(sql, [id], note).optional()?;
        found.ok_or(ApiError::NoNote { id })
    }

    pub(crate) fn insert(&self, new: &NewNote) -> Result<Note, ApiError> {
        let sql = "INSERT INTO notes (title, body) VALUES (?1, ?2) RETURNING id, title, body, created_at";
        let inserted = self.connection().query_one(sql, params![new.title, new.body], note);
        inserted.map_err(|error| unless_taken(error, Some(&new.title)))
    }

    pub(crate) fn update(&self, id: i64, edit: &NoteEdit) -> Result<Note, ApiError> {
        let sql = "UPDATE notes SET title = coalesce(?2, title), body = coalesce(?3, body) WHERE id = ?1
            RETURNING id, title, body, created_at";
        let updated = self.connection().query_one(sql, params![id, edit.title, edit.body], note).optional();
        let updated = updated.map_err(|error| unless_taken(error, edit.title.as_deref()))?;
        updated.ok_or(ApiError::NoNote { id })
    }

    pub(crate) fn remove(&self, id: i64) -> Result<(), ApiError> {
        match self.connection().execute("DELETE FROM notes WHERE id = ?1", [id])? {
            0 => Err(ApiError::NoNote { id }),
            _ => Ok(()),
        }
    }

    /// A handler that panicked has left no transaction open, so what it held is as good as before.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note { id: row.get(0)?, title: row.get(1)?, body: row.get(2)?, created_at: row.get(3)? })
}

/// Only the database knows of a conflict: whoever looks first and writes then can be overtaken in between.
fn unless_taken(error: rusqlite::Error, title: Option<&str>) -> ApiError {
    match title {
        Some(title) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            ApiError::TitleTaken { title: title.to_owned() }
        }
        _ => ApiError::Store(error),
    }
}
