//! Proofs over a table, in const evaluation: every route answers some requests, and no two the same.
//!
//! Comparing all pairs would trip `long_running_const_eval` at a few hundred routes; a hash table of 64-bit keys, each of
//! a method and a path shape, takes thousands. Of a table that is right only numbers are read ([`Keys`]); what only few need, and
//! what messages need, is asked of a list of its routes that is made for it.

use super::conflict::Conflict;
use super::entry::{Entry, flatten, mounted};
use super::keys::{ID, Keys, LINK, MISTAKEN, OPTIONAL_REST, ROOT};
use super::shape::{Shape, hash, method_key};
use super::slots::{FREE, Slot, find, insert, with_slots};
use super::{Node, Table};
use crate::route::RouteInfo;
use crate::text::same;

/// Whether the numbers of a table say that it is right, as they do of most. Of items that are below prefixes apart, which are
/// right each, no route needs to be looked at; the links of a table that others may nest are not its own matter.
#[must_use]
#[inline]
pub const fn suffice(keys: Keys, are_apart: bool, is_nested: bool) -> bool {
    let asked = match (are_apart, is_nested) {
        (true, true) => ID,
        (true, false) => ID | LINK,
        (false, true) => ID | OPTIONAL_REST,
        (false, false) => ID | OPTIONAL_REST | LINK,
    };
    !keys.has(asked) && (are_apart || with_slots!(keys.count(), clash(&keys)).is_none())
}

/// What is wrong with a table, if anything is.
#[must_use]
pub const fn mistake<T: Table>(is_nested: bool) -> Option<Conflict> {
    match conflict(&T::NODE, &T::KEYS) {
        None if !is_nested => dangling(&T::NODE, &T::KEYS),
        found => found,
    }
}

/// The first conflict of a table, if it has any.
#[must_use]
#[inline]
pub const fn conflict(table: &Node, keys: &Keys) -> Option<Conflict> {
    with_slots!(keys.count(), conflict_in(table, keys))
}

/// The first link to a handler that the table does not have.
#[must_use]
#[inline]
pub(crate) const fn dangling(table: &Node, keys: &Keys) -> Option<Conflict> {
    if keys.has(LINK) && !keys.has(MISTAKEN) {
        with_slots!(keys.count(), dangling_in(table, keys))
    } else {
        None
    }
}

const fn clash<const SLOTS: usize>(keys: &Keys) -> Option<(usize, usize, usize)> {
    let mut seen = Seen { slots: &mut [FREE; SLOTS], number: 0, clash: None };
    seen.insert(keys, Shape::NONE);
    seen.clash
}

const fn conflict_in<const SLOTS: usize>(table: &Node, keys: &Keys) -> Option<Conflict> {
    let mut seen = Seen { slots: &mut [FREE; SLOTS], number: 0, clash: None };
    seen.insert(keys, Shape::NONE);
    let (entries, count) = flatten::<SLOTS>(table, keys);
    if let Some((first, second, method)) = seen.clash {
        let (first, second) = (&entries[first], &entries[second]);
        return Some(Conflict::between(first, second, second.route.methods[method]));
    }
    if keys.has(OPTIONAL_REST)
        && let Some(conflict) = unreachable(&entries, count, seen.slots)
    {
        return Some(conflict);
    }
    if keys.has(ID) { same_operations::<SLOTS>(&entries, count) } else { None }
}

/// What a walk over the routes of a table, in their order, has seen.
struct Seen<'k> {
    slots: &'k mut [Slot],
    /// That of the next route.
    number: usize,
    /// Two routes with one key, and which of the second's methods it is of.
    clash: Option<(usize, usize, usize)>,
}

impl Seen<'_> {
    #[inline]
    const fn insert(&mut self, keys: &Keys, before: Shape) {
        match *keys {
            Keys::Route(path, method, marks) => {
                self.insert_key(mounted(path, marks & ROOT != 0, before).key(method), 0);
                self.number += 1;
            }
            Keys::Routes(path, methods, marks) => {
                let shape = mounted(path, marks & ROOT != 0, before);
                let mut at = 0;
                while at < methods.len() {
                    self.insert_key(shape.key(methods[at]), at);
                    at += 1;
                }
                self.number += 1;
            }
            Keys::Table(items, _, _) => {
                let mut at = 0;
                while at < items.len() && self.clash.is_none() {
                    let (prefix, keys) = &items[at];
                    self.insert(keys, if prefix.is_none() { before } else { before.then(*prefix) });
                    at += 1;
                }
            }
        }
    }

    #[inline]
    const fn insert_key(&mut self, key: u64, method: usize) {
        if let Some(first) = insert(self.slots, key, self.number)
            && self.clash.is_none()
        {
            self.clash = Some((first, self.number, method));
        }
    }
}

const fn dangling_in<const SLOTS: usize>(table: &Node, keys: &Keys) -> Option<Conflict> {
    let (entries, count) = flatten::<SLOTS>(table, keys);
    let mut ids = [FREE; SLOTS];
    let mut at = 0;
    while at < count {
        // A handler that is mounted twice is there as well.
        let _ = insert(&mut ids, hash_of_id(entries[at].route), at);
        at += 1;
    }
    at = 0;
    while at < count {
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

#[inline]
const fn hash_of_id(route: &RouteInfo) -> u64 {
    hash(hash(6, route.module), route.name)
}

/// Two routes with one declared operation id.
const fn same_operations<const SLOTS: usize>(entries: &[Entry], count: usize) -> Option<Conflict> {
    let mut ids = [FREE; SLOTS];
    let mut at = 0;
    while at < count {
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
#[inline]
const fn unreachable(entries: &[Entry], count: usize, keys: &[Slot]) -> Option<Conflict> {
    let mut at = 0;
    while at < count {
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
#[inline]
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
