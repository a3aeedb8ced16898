//! What was seen: in this process, and written down for another one that asks.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::error::Error;

/// The file that what is seen is added to.
pub(super) const FILE: &str = "OPENAPI_SEEN";

/// Answers by their operation and their key in the document; breaches by their words.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<BTreeSet<Sighting>>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sighting {
    Answer { operation: String, status: String },
    Breach(String),
}

impl Seen {
    pub(super) const fn new() -> Self {
        Self(Mutex::new(BTreeSet::new()))
    }

    pub(super) fn add(&self, sighting: Sighting) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !seen.contains(&sighting) {
            if let Some(file) = std::env::var_os(FILE) {
                sighting.write(Path::new(&file));
            }
            seen.insert(sighting);
        }
    }

    pub(super) fn all(&self) -> BTreeSet<Sighting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Sighting {
    pub(super) fn as_breach(&self) -> Option<&str> {
        match self {
            Self::Breach(words) => Some(words),
            Self::Answer { .. } => None,
        }
    }

    /// One line, added in one piece: other threads and processes write too.
    fn write(&self, file: &Path) {
        let line = match self {
            Self::Answer { operation, status } => format!("{status} {operation}\n"),
            Self::Breach(words) => format!("! {}\n", words.replace('\n', "\u{2028}")),
        };
        let opened = OpenOptions::new().create(true).append(true).open(file);
        if let Err(error) = opened.and_then(|mut file| file.write_all(line.as_bytes())) {
            panic!("what was seen cannot be written to {}: {error}", file.display());
        }
    }

    pub(super) fn read_all(file: &Path) -> Result<BTreeSet<Self>, Error> {
        let text = std::fs::read_to_string(file)
            .map_err(|error| Error::new(format!("{} cannot be read: {error}", file.display())))?;
        Ok(text.lines().filter_map(Self::read).collect())
    }

    fn read(line: &str) -> Option<Self> {
        let (status, rest) = line.split_once(' ')?;
        Some(match status {
            "!" => Self::Breach(rest.replace('\u{2028}', "\n")),
            _ => Self::Answer { operation: rest.to_owned(), status: status.to_owned() },
        })
    }
}
