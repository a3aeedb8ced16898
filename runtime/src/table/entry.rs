//! `Entry`: a route as the proofs see it, with a hash of its path that a prefix can be put before.

use crate::route::{RouteInfo, Segment};

/// One route of a table as the proofs see it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub(super) route: &'static RouteInfo,
    /// A polynomial hash over the path's segments, so that a prefix can be put before it later.
    shape: u64,
    /// How many segments it has.
    length: u32,
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
    pub const fn of(route: &'static RouteInfo) -> Self {
        let (shape, length) = shape(route.segments);
        Self { route, shape, length, item: 0, prefixes: [""; Self::DEPTH] }
    }

    pub(crate) const fn below(self, item: u32, prefix: &'static str) -> Self {
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

    /// The key of this method and this path: two routes with one key answer the same requests.
    pub(crate) const fn key(&self, method: &str) -> u64 {
        key(self.shape, self.length, method)
    }

    /// Whether it ends with a rest that may be nothing.
    pub(super) const fn has_optional_rest(&self) -> bool {
        matches!(self.route.segments, [.., Segment::RestOrNothing])
    }

    /// The keys of its requests by what the rest is: something, a slash alone, or nothing at all, if anything stands
    /// before it.
    pub(super) const fn keys_by_rest(&self, method: &str) -> [Option<u64>; 3] {
        let before = self.shape.wrapping_sub(hash_of(&Segment::RestOrNothing));
        let something = before.wrapping_add(hash_of(&Segment::Rest));
        let slash = before.wrapping_add(hash_of(&Segment::Literal("")));
        let nothing = if self.length > 1 {
            Some(key(before.wrapping_mul(BASE_INVERSE), self.length - 1, method))
        } else {
            None
        };
        [Some(key(something, self.length, method)), Some(key(slash, self.length, method)), nothing]
    }

    pub(super) const fn has_no_prefix(&self) -> bool {
        self.prefixes[0].is_empty()
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

const fn key(shape: u64, length: u32, method: &str) -> u64 {
    hash(shape.wrapping_add(length as u64), method)
}

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

const fn shape(segments: &[Segment]) -> (u64, u32) {
    let mut shape: u64 = 0;
    let mut at = 0;
    while at < segments.len() {
        shape = shape.wrapping_mul(BASE).wrapping_add(hash_of(&segments[at]));
        at += 1;
    }
    (shape, segments.len() as u32)
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
