//! `Store`: notes in an SQLite file.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fingerpost::IfMatch;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, TransactionBehavior, params};

use crate::error::{ChangeError, CreateError, FindError};
use crate::note::{NewNote, Note, NoteEdit};

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version INTEGER NOT NULL DEFAULT 1,
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
    pub(crate) fn page(&self, after: i64, limit: u32) -> rusqlite::Result<Vec<Note>> {
        let connection = self.connection();
        let sql = "SELECT id, version, title, body, created_at FROM notes WHERE id > ?1 ORDER BY id LIMIT ?2";
        connection.prepare_cached(sql)?.query_map(params![after, limit], note)?.collect()
    }

    pub(crate) fn titles(&self) -> rusqlite::Result<Vec<String>> {
        let connection = self.connection();
        let mut query = connection.prepare_cached("SELECT title FROM notes ORDER BY id")?;
        query.query_map([], |row| row.get(0))?.collect()
    }

    pub(crate) fn find(&self, id: i64) -> Result<Note, FindError> {
        let sql = "SELECT id, version, title, body, created_at FROM notes WHERE id = ?1";
        let found = self.connection().query_one(sql, [id], note).optional()?;
        found.ok_or(FindError::NoNote { id })
    }

    pub(crate) fn insert(&self, new: &NewNote) -> Result<Note, CreateError> {
        let sql =
            "INSERT INTO notes (title, body) VALUES (?1, ?2) RETURNING id, version, title, body, created_at";
        let inserted = self.connection().query_one(sql, params![new.title, new.body], note);
        inserted.map_err(|error| match is_taken(&error) {
            true => CreateError::TitleTaken { title: new.title.clone() },
            false => error.into(),
        })
    }

    /// Changes the note as it was seen, and no other.
    pub(crate) fn update(&self, id: i64, seen: &IfMatch, edit: &NoteEdit) -> Result<Note, ChangeError> {
        let mut connection = self.connection();
        // From here on nobody else writes.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version = "SELECT version FROM notes WHERE id = ?1";
        let version: Option<i64> = transaction.query_one(version, [id], |row| row.get(0)).optional()?;
        seen.check(version.ok_or(ChangeError::NoNote { id })?)?;
        let sql = "UPDATE notes SET
            version = version + 1, title = coalesce(?2, title), body = coalesce(?3, body) WHERE id = ?1
            RETURNING id, version, title, body, created_at";
        let updated = transaction.query_one(sql, params![id, edit.title, edit.body], note);
        let updated = updated.map_err(|error| match &edit.title {
            Some(title) if is_taken(&error) => ChangeError::TitleTaken { title: title.clone() },
            _ => error.into(),
        })?;
        transaction.commit()?;
        Ok(updated)
    }

    pub(crate) fn remove(&self, id: i64) -> Result<(), FindError> {
        match self.connection().execute("DELETE FROM notes WHERE id = ?1", [id])? {
            0 => Err(FindError::NoNote { id }),
            _ => Ok(()),
        }
    }

    /// A handler that panicked has left no transaction open, so what it held is as good as before.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: row.get(0)?,
        version: row.get(1)?,
        title: row.get(2)?,
        body: row.get(3)?,
        created_at: row.get(4)?,
    })
}

/// Only the database knows of a conflict: whoever looks first and writes then can be overtaken in between.
fn is_taken(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}
