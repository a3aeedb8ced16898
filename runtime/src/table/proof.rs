//! Proofs over a table, in const evaluation: every route answers some requests, and no two the same.
//!
//! Comparing all pairs would trip `long_running_const_eval` at a few hundred routes; a hash table of 64-bit keys, each of
//! a method and a path shape, takes thousands.

use super::conflict::Conflict;
use super::entry::{Entry, hash};
use super::slots::{FREE, Slot, find, insert, slots_for};
use crate::text::same;

/// The first conflict of a table, if it has any. `SLOTS` is what [`count_slots`] says.
#[must_use]
pub const fn conflict<const SLOTS: usize>(entries: &[Entry]) -> Option<Conflict> {
    match same_requests(entries, &mut [FREE; SLOTS]) {
        Some(conflict) => Some(conflict),
        None => same_operations::<SLOTS>(entries),
    }
}

/// The first link to a handler that the table does not have.
#[must_use]
pub const fn dangling<const SLOTS: usize>(entries: &[Entry]) -> Option<Conflict> {
    let mut ids = [FREE; SLOTS];
    let mut are_known = false;
    let mut at = 0;
    while at < entries.len() {
        let links = entries[at].links;
        let mut link = 0;
        while link < links.len() {
            if !are_known {
                insert_ids(&mut ids, entries);
                are_known = true;
            }
            // What is no handler has been refused where it is named.
            if !links[link].name.is_empty()
                && find(&ids, hash_of_id(links[link].module, links[link].name)).is_none()
            {
                return Some(Conflict::of_link(&entries[at], links[link]));
            }
            link += 1;
        }
        at += 1;
    }
    None
}

const fn insert_ids(ids: &mut [Slot], entries: &[Entry]) {
    let mut at = 0;
    while at < entries.len() {
        // A handler that is mounted twice is there as well.
        let _ = insert(ids, hash_of_id(entries[at].route.module, entries[at].route.name), at);
        at += 1;
    }
}

const fn hash_of_id(module: &str, name: &str) -> u64 {
    hash(hash(6, module), name)
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

/// Two routes that answer the same requests, or one whose requests others answer.
pub(crate) const fn same_requests(entries: &[Entry], keys: &mut [Slot]) -> Option<Conflict> {
    let mut at = 0;
    while at < entries.len() {
        let methods = entries[at].route.methods;
        let mut method = 0;
        while method < methods.len() {
            if let Some(first) = insert(keys, entries[at].key(methods[method]), at) {
                return Some(Conflict::between(&entries[first], &entries[at], methods[method]));
            }
            method += 1;
        }
        at += 1;
    }
    unreachable(entries, keys)
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
    let places = entry.places_by_rest();
    let mut others = [None; 3];
    let mut at = 0;
    while at < places.len() {
        if let Some(place) = &places[at] {
            let mut found = find(keys, place.key(method));
            if found.is_none() && same(method, "HEAD") {
                // A route for `GET` answers `HEAD` too, at a path that has none for it (RFC 9110 §9.3.2).
                found = find(keys, place.key("GET"));
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

/// How many slots the proofs need for the (method, path) pairs of these routes.
#[must_use]
pub const fn count_slots(entries: &[Entry]) -> usize {
    let (mut count, mut at) = (entries.len(), 0);
    while at < entries.len() {
        count += entries[at].route.methods.len().saturating_sub(1);
        at += 1;
    }
    slots_for(count)
}
