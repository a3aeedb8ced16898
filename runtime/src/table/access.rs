//! The proof that every handler says who may call it, for the tables that demand it.

use super::conflict::Conflict;
use super::entry::Entry;
use super::shape::Shape;
use super::{Keys, Node};
use crate::auth::is_protected;
use crate::route::RouteInfo;

/// The first handler that neither asks for credentials nor says `public`. A table within that demands it too has said what
/// is missing.
#[inline]
pub(crate) const fn without_auth(node: &Node) -> Option<Conflict> {
    match first(node) {
        Some(entry) => Some(Conflict::of_access(&entry)),
        None => None,
    }
}

#[inline]
const fn first(node: &Node) -> Option<Entry> {
    let items = match *node {
        // What its keys are does not matter here.
        Node::Route(route, _) => {
            return if says(route) { None } else { Some(Entry::of(route, &[], Keys::NONE)) };
        }
        Node::Demanding(_) => return None,
        Node::Table(items) => items,
    };
    let mut item = 0;
    while item < items.len() {
        let (prefix, node) = &items[item];
        if let Some(entry) = first(node) {
            return Some(entry.below(item as u32, prefix, Shape::NONE));
        }
        item += 1;
    }
    None
}

/// (What has no methods has a mistake of its own, which is the error.)
#[inline]
const fn says(route: &RouteInfo) -> bool {
    route.public || route.methods.is_empty() || is_protected(route.security)
}
