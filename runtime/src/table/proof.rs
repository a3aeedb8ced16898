//! Proofs over a table, in const evaluation: every route answers some requests, and no two the same.
//!
//! Comparing all pairs would trip `long_running_const_eval` at a few hundred routes; a hash table of 64-bit keys, each of
//! a method and a path shape, takes thousands. Every table is gone through once, as it stands; what only few need, and
//! what messages need, is asked of a list of its routes that is made for it.

use super::Node;
use super::conflict::Conflict;
use super::entry::{Entry, flatten, has_optional_rest, mounted};
use super::shape::{Shape, hash, method_key};
use super::slots::{FREE, Slot, find, insert};
use crate::route::RouteInfo;
use crate::text::same;

/// The first conflict of a table, if it has any. `LEN` is what [`Node::count`] says, `SLOTS` what [`Node::count_slots`]
/// does.
#[must_use]
pub const fn conflict<const LEN: usize, const SLOTS: usize>(table: &Node) -> Option<Conflict> {
    let mut keys =
        Keys { slots: &mut [FREE; SLOTS], number: 0, clash: None, has_rests: false, has_ids: false };
    keys.insert(table, Shape::NONE);
    if let Some((first, second, method)) = keys.clash {
        let entries = flatten::<LEN>(table);
        return Some(Conflict::between(&entries[first], &entries[second], method));
    }
    if keys.has_rests
        && let Some(conflict) = unreachable(&flatten::<LEN>(table), keys.slots)
    {
        return Some(conflict);
    }
    if keys.has_ids { same_operations::<SLOTS>(&flatten::<LEN>(table)) } else { None }
}

/// What a walk over the routes of a table, in their order, has seen.
struct Keys<'k> {
    slots: &'k mut [Slot],
    /// That of the next route.
    number: usize,
    /// Two routes with one key, and their method.
    clash: Option<(usize, usize, &'static str)>,
    /// Whether a route ends with a rest that may be nothing.
    has_rests: bool,
    /// Whether a route declares an operation id.
    has_ids: bool,
}

impl Keys<'_> {
    const fn insert(&mut self, node: &Node, before: Shape) {
        let items = match node {
            Node::Route(route, _) => return self.insert_route(route, before),
            Node::Table(items) => *items,
        };
        let mut at = 0;
        while at < items.len() {
            let (_, prefix, node) = &items[at];
            let below = if prefix.is_none() { before } else { before.then(*prefix) };
            match node {
                Node::Route(route, _) => self.insert_route(route, below),
                table @ Node::Table(_) => self.insert(table, below),
            }
            if self.clash.is_some() {
                return;
            }
            at += 1;
        }
    }

    const fn insert_route(&mut self, route: &RouteInfo, before: Shape) {
        let shape = mounted(route, before);
        let mut at = 0;
        while at < route.methods.len() {
            if let Some(first) = insert(self.slots, shape.key(route.method_keys[at]), self.number) {
                self.clash = Some((first, self.number, route.methods[at]));
                return;
            }
            at += 1;
        }
        self.number += 1;
        self.has_rests |= has_optional_rest(route);
        self.has_ids |= !route.operation_id.is_empty();
    }
}

/// The first link to a handler that the table does not have.
#[must_use]
pub const fn dangling<const LEN: usize, const SLOTS: usize>(table: &Node) -> Option<Conflict> {
    if !has_links(table) {
        return None;
    }
    let entries = flatten::<LEN>(table);
    let mut ids = [FREE; SLOTS];
    let mut at = 0;
    while at < LEN {
        // A handler that is mounted twice is there as well.
        let _ = insert(&mut ids, hash_of_id(entries[at].route), at);
        at += 1;
    }
    at = 0;
    while at < LEN {
        let links = entries[at].links;
        let mut link = 0;
        while link < links.len() {
            // What is no handler has been refused where it is named.
            let (key, target) = links[link];
            if !target.name.is_empty() && find(&ids, hash_of_id(target)).is_none() {
                return Some(Conflict::of_link(&entries[at], key, target));
            }
            link += 1;
        }
        at += 1;
    }
    None
}

const fn has_links(node: &Node) -> bool {
    let items = match node {
        Node::Route(_, links) => return !links.is_empty(),
        Node::Table(items) => *items,
    };
    let mut at = 0;
    while at < items.len() {
        if !matches!(&items[at].2, Node::Route(_, [])) && has_links(&items[at].2) {
            return true;
        }
        at += 1;
    }
    false
}

const fn hash_of_id(route: &RouteInfo) -> u64 {
    hash(hash(6, route.module), route.name)
}

/// Two routes with one declared operation id.
const fn same_operations<const SLOTS: usize>(entries: &[Entry]) -> Option<Conflict> {
    let mut ids = [FREE; SLOTS];
    let mut at = 0;
    while at < entries.len() {
        let id = entries[at].route.operation_id;
        if !id.is_empty()
            && let Some(first) = insert(&mut ids, hash(7, id), at)
        {
            return Some(Conflict::of_operations(&entries[first], &entries[at]));
        }
        at += 1;
    }
    None
}

/// A route that never answers a method, since more specific ones answer it at all of its paths.
///
/// Only one that ends with a rest that may be nothing can be: of any other path there is a text that no path before it
/// in the router's order has. Literals and partials fit finitely many texts in its captures, or texts of a form; and
/// a rest that is not empty may begin with a slash, where nothing but a rest goes on.
const fn unreachable(entries: &[Entry], keys: &[Slot]) -> Option<Conflict> {
    let mut at = 0;
    while at < entries.len() {
        let entry = &entries[at];
        let methods = entry.route.methods;
        let mut method = 0;
        while entry.has_optional_rest() && method < methods.len() {
            if let Some(others) = answer_all(entry, methods[method], entries, keys) {
                return Some(Conflict::unreachable(entry, &others, methods[method]));
            }
            method += 1;
        }
        at += 1;
    }
    None
}

/// The more specific routes that answer a method at all paths of `entry`, if they do.
const fn answer_all<'e>(
    entry: &Entry,
    method: &str,
    entries: &'e [Entry],
    keys: &[Slot],
) -> Option<[Option<&'e Entry>; 3]> {
    let shapes = entry.shapes_by_rest();
    let mut others = [None; 3];
    let mut at = 0;
    while at < shapes.len() {
        if let Some(shape) = &shapes[at] {
            let mut found = find(keys, shape.key(method_key(method)));
            if found.is_none() && same(method, "HEAD") {
                // A route for `GET` answers `HEAD` too, at a path that has none for it (RFC 9110 §9.3.2).
                found = find(keys, shape.key(method_key("GET")));
            }
            others[at] = match found {
                Some(found) => Some(&entries[found]),
                None => return None,
            };
        }
        at += 1;
    }
    Some(others)
}
