//! The other crate: what the tests nest and link to from outside of where it stands.

pub mod shelf;
