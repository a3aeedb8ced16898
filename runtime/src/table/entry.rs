//! `Entry`: a route as the proofs see it, with a hash of its path that a prefix can be put before.

use super::Node;
use crate::route::{RouteInfo, Segment};

/// One route of a table as the proofs see it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub(super) route: &'static RouteInfo,
    /// The handlers that its `Location` leads to.
    pub(super) links: &'static [&'static RouteInfo],
    place: Place,
    /// The item of the table that it came with.
    pub(super) item: u32,
    /// The prefixes it stands below, the innermost first.
    pub(super) prefixes: [&'static str; Entry::DEPTH],
}

impl Entry {
    /// How many prefixes the message of a conflict can show.
    pub(super) const DEPTH: usize = 6;

    /// A handler's own route.
    #[must_use]
    pub const fn of(route: &'static RouteInfo, links: &'static [&'static RouteInfo]) -> Self {
        Self { route, links, place: Place::of(route.segments), item: 0, prefixes: [""; Self::DEPTH] }
    }

    pub(crate) const fn below(self, item: u32, prefix: &'static str) -> Self {
        if prefix.is_empty() {
            return Self { item, ..self };
        }
        // "/" below "/admin" is "/admin".
        let is_prefix = is_root(self.route.segments) && self.has_no_prefix();
        let own = if is_prefix { Place::NONE } else { self.place };
        let mut prefixes = self.prefixes;
        let mut depth = 0;
        while depth < Self::DEPTH {
            if prefixes[depth].is_empty() {
                prefixes[depth] = prefix;
                break;
            }
            depth += 1;
        }
        Self { route: self.route, links: self.links, place: own.below(prefix), item, prefixes }
    }

    /// The key of this method and this path: two routes with one key answer the same requests.
    pub(crate) const fn key(&self, method: &str) -> u64 {
        self.place.key(method)
    }

    /// Whether it ends with a rest that may be nothing.
    pub(super) const fn has_optional_rest(&self) -> bool {
        matches!(self.route.segments, [.., Segment::RestOrNothing])
    }

    /// Its paths by what such a rest is: something, a slash alone, or nothing at all, if anything stands before it.
    pub(super) const fn places_by_rest(&self) -> [Option<Place>; 3] {
        let Place { shape, length } = self.place;
        let before = shape.wrapping_sub(hash_of(&Segment::RestOrNothing));
        let something = Place { shape: before.wrapping_add(hash_of(&Segment::Rest)), length };
        let slash = Place { shape: before.wrapping_add(hash_of(&Segment::Literal(""))), length };
        let nothing = Place { shape: before.wrapping_mul(BASE_INVERSE), length: length - 1 };
        [Some(something), Some(slash), if length > 1 { Some(nothing) } else { None }]
    }

    pub(super) const fn has_no_prefix(&self) -> bool {
        self.prefixes[0].is_empty()
    }
}

/// Where a path stands among others: the same for two paths of one shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// A polynomial hash over the segments, so that a prefix can be put before it later.
    shape: u64,
    /// How many segments there are.
    length: u32,
}

impl Place {
    /// Before any segment.
    const NONE: Self = Self { shape: 0, length: 0 };

    const fn of(segments: &[Segment]) -> Self {
        let mut place = Self::NONE;
        let mut at = 0;
        while at < segments.len() {
            place = place.then(hash_of(&segments[at]));
            at += 1;
        }
        place
    }

    const fn then(self, segment: u64) -> Self {
        Self { shape: self.shape.wrapping_mul(BASE).wrapping_add(segment), length: self.length + 1 }
    }

    /// Behind a prefix such as `/api/v1`.
    const fn below(self, prefix: &'static str) -> Self {
        let mut before = Self::NONE;
        let mut rest = prefix;
        while let Some((b'/', _)) = rest.as_bytes().split_first() {
            rest = rest.split_at(1).1;
            let mut end = 0;
            while end < rest.len() && rest.as_bytes()[end] != b'/' {
                end += 1;
            }
            let (segment, after) = rest.split_at(end);
            before = before.then(hash_of(&Segment::Literal(segment)));
            rest = after;
        }
        let shape = before.shape.wrapping_mul(power(self.length)).wrapping_add(self.shape);
        Self { shape, length: before.length + self.length }
    }

    /// The key of a method here: two routes with one key answer the same requests.
    pub(super) const fn key(&self, method: &str) -> u64 {
        hash(self.shape.wrapping_add(self.length as u64), method)
    }
}

const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// What undoes a multiplication by `BASE`: an odd number has an inverse modulo 2^64, and Newton's method finds it.
const BASE_INVERSE: u64 = {
    let mut inverse = BASE;
    while BASE.wrapping_mul(inverse) != 1 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(BASE.wrapping_mul(inverse)));
    }
    inverse
};

const fn power(exponent: u32) -> u64 {
    let mut result: u64 = 1;
    let mut left = exponent;
    while left > 0 {
        result = result.wrapping_mul(BASE);
        left -= 1;
    }
    result
}

pub(super) const fn is_root(segments: &[Segment]) -> bool {
    matches!(segments, [Segment::Literal(text)] if text.is_empty())
}

/// FNV-1a, finished so that neighbouring texts do not give neighbouring numbers.
pub(super) const fn hash(seed: u64, text: &str) -> u64 {
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

const fn hash_of(segment: &Segment) -> u64 {
    match *segment {
        Segment::Literal(text) => hash(1, text),
        Segment::Partial(before, after) => hash(hash(2, before), after),
        Segment::Capture => hash(3, ""),
        Segment::Rest => hash(4, ""),
        Segment::RestOrNothing => hash(5, ""),
    }
}

/// The routes of a table, `LEN` of them, each with the item that it came with and below its prefixes.
#[must_use]
pub const fn flatten<const LEN: usize>(table: Node) -> [Entry; LEN] {
    let mut entries = [Entry::of(&RouteInfo::EMPTY, &[]); LEN];
    fill(&mut entries, 0, table);
    entries
}

/// Writes the routes from `filled` on; returns behind which it has.
const fn fill(entries: &mut [Entry], mut filled: usize, node: Node) -> usize {
    let items = match node {
        Node::Route(route, links) => {
            entries[filled] = Entry::of(route, links);
            return filled + 1;
        }
        Node::Table(items) => items,
    };
    let mut item = 0;
    while item < items.len() {
        let (prefix, node) = items[item];
        let mut at = filled;
        filled = fill(entries, filled, node);
        while at < filled {
            entries[at] = entries[at].below(item as u32, prefix);
            at += 1;
        }
        item += 1;
    }
    filled
}
