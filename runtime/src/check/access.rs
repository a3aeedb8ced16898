//! Checks of who may call a handler: what it says, and what a table demands.

use crate::auth::{Security, is_protected};
use crate::table::{Keys, Node, without_auth};

/// That what says `public` asks nobody for credentials.
#[track_caller]
pub const fn public(security: &[Security]) {
    if is_protected(security) {
        panic!(
            "`public` lets everyone in, and an argument of the handler asks for credentials\nhelp: remove `public`, or take the argument as an `Option`"
        );
    }
}

/// That every handler of one entry of a table asks for credentials or says `public`.
/// A table that demands it too has said what is missing.
#[track_caller]
pub const fn auth(entry: &Node, keys: &Keys, is_demanded_within: bool) {
    if is_demanded_within {
        return;
    }
    if let Some(conflict) = without_auth(entry, keys) {
        conflict.refuse();
    }
}
