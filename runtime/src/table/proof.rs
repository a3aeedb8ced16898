//! Proofs over a table, in const evaluation: no two of its routes answer the same requests.
//!
//! Comparing all pairs would trip `long_running_const_eval` at a few hundred routes; sorting 64-bit keys of method and
//! path shape does thousands in a fraction of a second.

use crate::route::{RouteId, RouteInfo, Segment};
use crate::text::ConstText;

/// One route of a table as the proofs see it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    route: &'static RouteInfo,
    /// A polynomial hash over the path's segments, so that a prefix can be put before it later.
    shape: u64,
    /// How many segments it has.
    length: u32,
    /// The item of the table that it came with.
    item: u32,
    /// The prefixes it stands below, the innermost first.
    prefixes: [&'static str; Entry::DEPTH],
}

impl Entry {
    /// How many prefixes the message of a conflict can show.
    const DEPTH: usize = 6;

    /// A handler's own route.
    #[must_use]
    pub const fn of(route: &'static RouteInfo) -> Self {
        let (shape, length) = shape(route.segments);
        Self { route, shape, length, item: 0, prefixes: [""; Self::DEPTH] }
    }

    const fn below(self, item: u32, prefix: &'static str) -> Self {
        if prefix.is_empty() {
            return Self { item, ..self };
        }
        let (own_shape, own_length) = if is_root(self.route.segments) && self.has_no_prefix() {
            // "/" below "/admin" is "/admin".
            (0, 0)
        } else {
            (self.shape, self.length)
        };
        let (prefix_shape, prefix_length) = shape_of_prefix(prefix);
        let mut prefixes = self.prefixes;
        let mut depth = 0;
        while depth < Self::DEPTH {
            if prefixes[depth].is_empty() {
                prefixes[depth] = prefix;
                break;
            }
            depth += 1;
        }
        Self {
            route: self.route,
            shape: prefix_shape.wrapping_mul(power(own_length)).wrapping_add(own_shape),
            length: prefix_length + own_length,
            item,
            prefixes,
        }
    }

    const fn has_no_prefix(&self) -> bool {
        self.prefixes[0].is_empty()
    }
}

const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

const fn power(exponent: u32) -> u64 {
    let mut result: u64 = 1;
    let mut left = exponent;
    while left > 0 {
        result = result.wrapping_mul(BASE);
        left -= 1;
    }
    result
}

const fn is_root(segments: &[Segment]) -> bool {
    matches!(segments, [Segment::Literal(text)] if text.is_empty())
}

/// FNV-1a, finished so that neighbouring texts do not give neighbouring numbers.
const fn hash(seed: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325 ^ seed;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01B3);
        at += 1;
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}

const fn shape(segments: &[Segment]) -> (u64, u32) {
    let mut shape: u64 = 0;
    let mut at = 0;
    while at < segments.len() {
        let segment = match segments[at] {
            Segment::Literal(text) => hash(1, text),
            Segment::Partial(before, after) => hash(hash(2, before), after),
            Segment::Capture => hash(3, ""),
            Segment::Rest => hash(4, ""),
            Segment::RestOrNothing => hash(5, ""),
        };
        shape = shape.wrapping_mul(BASE).wrapping_add(segment);
        at += 1;
    }
    (shape, segments.len() as u32)
}

/// As [`shape`], of a prefix such as `/api/v1`.
const fn shape_of_prefix(prefix: &str) -> (u64, u32) {
    let (mut shape, mut length) = (0_u64, 0);
    let mut rest = prefix;
    while let Some((b'/', _)) = rest.as_bytes().split_first() {
        rest = rest.split_at(1).1;
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b'/' {
            end += 1;
        }
        let (segment, after) = rest.split_at(end);
        shape = shape.wrapping_mul(BASE).wrapping_add(hash(1, segment));
        length += 1;
        rest = after;
    }
    (shape, length)
}

/// Copies the entries of a table's items, each below its prefix, into one array.
#[must_use]
pub const fn flatten<const LEN: usize>(items: &[(&'static str, &'static [Entry])]) -> [Entry; LEN] {
    const NOTHING: &RouteInfo = &RouteInfo::new("", &[], "");
    let mut entries = [Entry::of(NOTHING); LEN];
    let (mut filled, mut item) = (0, 0);
    while item < items.len() {
        let (prefix, of_item) = items[item];
        let mut at = 0;
        while at < of_item.len() {
            entries[filled] = of_item[at].below(item as u32, prefix);
            filled += 1;
            at += 1;
        }
        item += 1;
    }
    entries
}

/// What is wrong with a table: routes that stand in each other's way, or a link that leads nowhere.
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    /// The item of the table to blame: of two the second.
    pub item: u32,
    message: ConstText,
}

impl Conflict {
    /// What to tell the user.
    #[must_use]
    pub const fn message(&self) -> &str {
        self.message.as_str()
    }

    const fn between(first: &Entry, second: &Entry, method: &str) -> Self {
        let message = ConstText::new().text("two handlers answer `").text(method).text(" ");
        let message = handler(handler(path(message, second).text("`:\n  "), first).text("\n  "), second);
        let help = "\nhelp: change the method or the path of one, or mount it under a prefix";
        Self { item: second.item, message: message.text(help) }
    }

    const fn of_operations(first: &Entry, second: &Entry) -> Self {
        let message =
            ConstText::new().text("two handlers have the operation id `").text(second.route.operation_id);
        let message = handler(handler(message.text("`:\n  "), first).text("\n  "), second);
        Self { item: second.item, message: message.text("\nhelp: give one of them another `operation_id`") }
    }

    const fn of_link(entry: &Entry, target: &RouteId) -> Self {
        let message =
            ConstText::new().text("the `location` of `").text(entry.route.name).text("` leads to `");
        let message = message.text(target.name).text("`, which this table does not mount:\n  ");
        let message = handler(message, entry).text("\nhelp: add `").text(target.name).text("` to the table");
        Self { item: entry.item, message }
    }
}

const fn handler(message: ConstText, entry: &Entry) -> ConstText {
    let route = entry.route;
    let message = path(message.text("`").text(route.name).text("` at `"), entry);
    message.text("`, in ").text(route.file).text(":").number(route.line)
}

const fn path(mut message: ConstText, entry: &Entry) -> ConstText {
    let mut depth = Entry::DEPTH;
    while depth > 0 {
        depth -= 1;
        message = message.text(entry.prefixes[depth]);
    }
    if is_root(entry.route.segments) && !entry.has_no_prefix() {
        message
    } else {
        message.text(entry.route.path)
    }
}

/// The first conflict of a table, if it has any. `KEYS` is how many (method, path) pairs it has, `LEN` how many routes.
#[must_use]
pub const fn conflict<const KEYS: usize, const LEN: usize>(entries: &[Entry]) -> Option<Conflict> {
    match same_requests::<KEYS>(entries) {
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
            if !contains(&ids, hash_of_id(links[link].module, links[link].name)) {
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

/// Binary search.
const fn contains(sorted: &[(u64, u32, u32)], key: u64) -> bool {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = (low + high) / 2;
        if sorted[middle].0 == key {
            return true;
        }
        if sorted[middle].0 < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    false
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

/// Two routes that answer the same requests.
const fn same_requests<const KEYS: usize>(entries: &[Entry]) -> Option<Conflict> {
    // (key, entry, method): sorted, so that equal keys stand side by side in the order of the table.
    let mut keys = [(0_u64, 0_u32, 0_u32); KEYS];
    let (mut filled, mut at) = (0, 0);
    while at < entries.len() {
        let methods = entries[at].route.methods;
        let mut method = 0;
        while method < methods.len() {
            let seed = entries[at].shape.wrapping_add(entries[at].length as u64);
            keys[filled] = (hash(seed, methods[method]), at as u32, method as u32);
            filled += 1;
            method += 1;
        }
        at += 1;
    }
    sort(&mut keys);
    let mut at = 1;
    while at < filled {
        if keys[at - 1].0 == keys[at].0 {
            let second = &entries[keys[at].1 as usize];
            let method = second.route.methods[keys[at].2 as usize];
            return Some(Conflict::between(&entries[keys[at - 1].1 as usize], second, method));
        }
        at += 1;
    }
    None
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

/// Heap sort: in place, no recursion, and never worse than its average.
const fn sort(keys: &mut [(u64, u32, u32)]) {
    let mut start = keys.len() / 2;
    while start > 0 {
        start -= 1;
        sift_down(keys, start, keys.len());
    }
    let mut end = keys.len();
    while end > 1 {
        end -= 1;
        keys.swap(0, end);
        sift_down(keys, 0, end);
    }
}

const fn sift_down(keys: &mut [(u64, u32, u32)], start: usize, end: usize) {
    let mut root = start;
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && less(keys[child], keys[child + 1]) {
            child += 1;
        }
        if !less(keys[root], keys[child]) {
            return;
        }
        keys.swap(root, child);
        root = child;
    }
}

const fn less(left: (u64, u32, u32), right: (u64, u32, u32)) -> bool {
    left.0 < right.0 || (left.0 == right.0 && left.1 < right.1)
}
