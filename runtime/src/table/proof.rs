//! Proofs over a table, in const evaluation: every route answers some requests, and no two the same.
//!
//! Comparing all pairs would trip `long_running_const_eval` at a few hundred routes; sorting 64-bit keys of method and
//! path shape does thousands in a fraction of a second.

use super::conflict::Conflict;
use super::entry::{Entry, hash};
use super::sorted::{find, sort};
use crate::text::same;

/// The first conflict of a table, if it has any. `KEYS` is how many (method, path) pairs it has, `LEN` how many routes.
#[must_use]
pub const fn conflict<const KEYS: usize, const LEN: usize>(entries: &[Entry]) -> Option<Conflict> {
    match same_requests(entries, &mut [(0, 0, 0); KEYS]) {
        Some(conflict) => Some(conflict),
        None => same_operations::<LEN>(entries),
    }
}

/// The first link to a handler that the table does not have.
#[must_use]
pub const fn dangling<const LEN: usize>(entries: &[Entry]) -> Option<Conflict> {
    let mut ids = [(0_u64, 0_u32, 0_u32); LEN];
    let mut sorted = false;
    let mut at = 0;
    while at < LEN {
        let links = entries[at].route.links;
        let mut link = 0;
        while link < links.len() {
            if !sorted {
                let mut entry = 0;
                while entry < LEN {
                    ids[entry].0 = hash_of_id(entries[entry].route.module, entries[entry].route.name);
                    entry += 1;
                }
                sort(&mut ids);
                sorted = true;
            }
            if find(&ids, hash_of_id(links[link].module, links[link].name)).is_none() {
                return Some(Conflict::of_link(&entries[at], &links[link]));
            }
            link += 1;
        }
        at += 1;
    }
    None
}

const fn hash_of_id(module: &str, name: &str) -> u64 {
    hash(hash(6, module), name)
}

/// Two routes with one declared operation id.
const fn same_operations<const LEN: usize>(entries: &[Entry]) -> Option<Conflict> {
    let mut ids = [(0_u64, 0_u32, 0_u32); LEN];
    let (mut filled, mut at) = (0, 0);
    while at < LEN {
        if !entries[at].route.operation_id.is_empty() {
            ids[filled] = (hash(7, entries[at].route.operation_id), at as u32, 0);
            filled += 1;
        }
        at += 1;
    }
    let (ids, _) = ids.split_at_mut(filled);
    sort(ids);
    let mut at = 1;
    while at < filled {
        if ids[at - 1].0 == ids[at].0 {
            return Some(Conflict::of_operations(
                &entries[ids[at - 1].1 as usize],
                &entries[ids[at].1 as usize],
            ));
        }
        at += 1;
    }
    None
}

/// Two routes that answer the same requests, or one whose requests others answer. There is room in `keys` for each
/// (method, path) pair.
pub(crate) const fn same_requests(entries: &[Entry], keys: &mut [(u64, u32, u32)]) -> Option<Conflict> {
    // (key, entry, method): sorted, so that equal keys stand side by side in the order of the table.
    let (mut filled, mut at) = (0, 0);
    while at < entries.len() {
        let methods = entries[at].route.methods;
        let mut method = 0;
        while method < methods.len() {
            keys[filled] = (entries[at].key(methods[method]), at as u32, method as u32);
            filled += 1;
            method += 1;
        }
        at += 1;
    }
    sort(keys);
    let mut at = 1;
    while at < filled {
        if keys[at - 1].0 == keys[at].0 {
            let second = &entries[keys[at].1 as usize];
            let method = second.route.methods[keys[at].2 as usize];
            return Some(Conflict::between(&entries[keys[at - 1].1 as usize], second, method));
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
const fn unreachable(entries: &[Entry], keys: &[(u64, u32, u32)]) -> Option<Conflict> {
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
    keys: &[(u64, u32, u32)],
) -> Option<[Option<&'e Entry>; 3]> {
    let wanted = entry.keys_by_rest(method);
    // A route for `GET` answers `HEAD` too, at a path that has none for it (RFC 9110 §9.3.2).
    let otherwise = entry.keys_by_rest(if same(method, "HEAD") { "GET" } else { method });
    let mut others = [None; 3];
    let mut at = 0;
    while at < wanted.len() {
        if let (Some(own), Some(other)) = (wanted[at], otherwise[at]) {
            others[at] = match (find(keys, own), find(keys, other)) {
                (Some(found), _) | (None, Some(found)) => Some(&entries[keys[found].1 as usize]),
                (None, None) => return None,
            };
        }
        at += 1;
    }
    Some(others)
}

/// How many (method, path) pairs some routes have.
#[must_use]
pub const fn count_keys(entries: &[Entry]) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < entries.len() {
        count += entries[at].route.methods.len();
        at += 1;
    }
    count
}
