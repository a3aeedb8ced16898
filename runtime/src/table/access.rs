//! The proof that every handler says who may call it, for the tables that demand it.

use super::conflict::Conflict;
use super::entry::flatten;
use super::slots::with_slots;
use super::{Keys, Node};
use crate::auth::is_protected;
use crate::route::RouteInfo;

/// The first handler that neither asks for credentials nor says `public`.
pub(crate) const fn without_auth(table: &Node, keys: &Keys) -> Option<Conflict> {
    with_slots!(keys.count(), without_auth_in(table, keys))
}

const fn without_auth_in<const SLOTS: usize>(table: &Node, keys: &Keys) -> Option<Conflict> {
    let (entries, count) = flatten::<SLOTS>(table, keys);
    let mut at = 0;
    while at < count {
        if !says(entries[at].route) {
            return Some(Conflict::of_access(&entries[at]));
        }
        at += 1;
    }
    None
}

/// (What has no methods has a mistake of its own, which is the error.)
const fn says(route: &RouteInfo) -> bool {
    route.public || route.methods.is_empty() || is_protected(route.security)
}
