//! The proof that every handler says who may call it, for the tables that demand it.

use super::Node;
use super::conflict::Conflict;
use super::entry::flatten;
use crate::auth::is_protected;
use crate::route::RouteInfo;

/// The first handler that neither asks for credentials nor says `public`. `LEN` is what [`Node::count`] says.
pub(crate) const fn without_auth<const LEN: usize>(table: &Node) -> Option<Conflict> {
    let entries = flatten::<LEN>(table);
    let mut at = 0;
    while at < LEN {
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
