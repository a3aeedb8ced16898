//! Handlers of one name in a crate: which of them came first.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use proc_macro2::Ident;

/// What a handler answers, and where its name stands.
type Seen = (String, Place);
type Place = (String, usize, usize);

/// Those of the crate that is being compiled, by their names.
static SEEN: LazyLock<Mutex<HashMap<String, Vec<Seen>>>> = LazyLock::new(Mutex::default);

/// What is told of a handler by those that were expanded before.
#[derive(Clone, Copy, Default)]
pub(super) struct Namesakes {
    /// How many have its name.
    pub(super) of_the_name: usize,
    /// How many of them have its methods and its path too.
    pub(super) of_the_route: usize,
}

/// Those before this one. An editor expands a handler again and again, and says of none where it stands: it is the same one.
pub(super) fn before(name: &Ident, route: &str) -> Namesakes {
    if !proc_macro::is_available() {
        return Namesakes::default();
    }
    let span = name.span().unwrap();
    let place = (span.file(), span.line(), span.column());
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let seen = seen.entry(name.to_string()).or_default();
    let before = seen.iter().position(|(_, other)| *other == place).unwrap_or(seen.len());
    let of_the_route = seen[..before].iter().filter(|(other, _)| other == route).count();
    if before == seen.len() {
        seen.push((route.to_owned(), place));
    }
    Namesakes { of_the_name: before, of_the_route }
}
