//! `Entry`: a route as messages tell of it, and as the proofs see it that few tables need.

use super::Node;
use super::keys::{Keys, OPTIONAL_REST, ROOT};
use super::shape::Shape;
use crate::route::{Links, RouteInfo, Segment};

/// One route of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(super) route: &'static RouteInfo,
    keys: Keys,
    pub(super) links: Links,
    shape: Shape,
    /// The item of the table that it came with.
    pub(super) item: u32,
    /// The prefixes it stands below, the innermost first.
    pub(super) prefixes: [&'static str; Entry::DEPTH],
}

impl Entry {
    /// How many prefixes the message of a conflict can show.
    pub(super) const DEPTH: usize = 6;

    /// In place of one.
    pub(super) const NONE: Self = Self::of(&RouteInfo::EMPTY, &[], Keys::NONE);

    #[inline]
    pub(super) const fn of(route: &'static RouteInfo, links: Links, keys: Keys) -> Self {
        let shape = match keys {
            Keys::Route(shape, _, _) | Keys::Routes(shape, _, _) => shape,
            Keys::Table(..) => Shape::NONE,
        };
        Self { route, links, keys, shape, item: 0, prefixes: [""; Self::DEPTH] }
    }

    #[inline]
    pub(super) const fn below(self, item: u32, prefix: &'static str, shape: Shape) -> Self {
        if prefix.is_empty() {
            return Self { item, ..self };
        }
        let mut prefixes = self.prefixes;
        let mut depth = 0;
        while depth < Self::DEPTH {
            if prefixes[depth].is_empty() {
                prefixes[depth] = prefix;
                break;
            }
            depth += 1;
        }
        let is_root = self.has_no_prefix() && self.keys.has(ROOT);
        Self { shape: mounted(self.shape, is_root, shape), item, prefixes, ..self }
    }

    /// Whether it ends with a rest that may be nothing.
    #[inline]
    pub(super) const fn has_optional_rest(&self) -> bool {
        self.keys.has(OPTIONAL_REST)
    }

    /// Its paths by what such a rest is: something, a slash alone, or nothing at all, if anything stands before it.
    #[inline]
    pub(super) const fn shapes_by_rest(&self) -> [Option<Shape>; 3] {
        let before = self.shape.without_last(Segment::RestOrNothing);
        let nothing = if before.is_none() { None } else { Some(before) };
        [
            Some(before.then(Shape::of(&[Segment::Rest]))),
            Some(before.then(Shape::of(&[Segment::Literal("")]))),
            nothing,
        ]
    }

    #[inline]
    pub(super) const fn has_no_prefix(&self) -> bool {
        self.prefixes[0].is_empty()
    }
}

/// The shape of a path below what stands before it.
#[inline]
pub(super) const fn mounted(path: Shape, is_root: bool, before: Shape) -> Shape {
    if before.is_none() {
        path
    } else if is_root {
        // "/" below "/admin" is "/admin".
        before
    } else {
        before.then(path)
    }
}

#[inline]
pub(super) const fn is_root(segments: &[Segment]) -> bool {
    matches!(segments, [Segment::Literal(text)] if text.is_empty())
}

/// The routes of a table, each with the item that it came with and below its prefixes, and how many they are: at most
/// as many as there are slots.
pub(super) const fn flatten<const SLOTS: usize>(table: &Node, keys: &Keys) -> ([Entry; SLOTS], usize) {
    let mut entries = [Entry::NONE; SLOTS];
    let count = fill(&mut entries, 0, table, keys);
    (entries, count)
}

/// Writes the routes from `filled` on; returns behind which it has.
#[inline]
const fn fill(entries: &mut [Entry], mut filled: usize, node: &Node, keys: &Keys) -> usize {
    let (items, keys) = match (node, keys) {
        (Node::Route(route, links), _) => {
            entries[filled] = Entry::of(route, links, *keys);
            return filled + 1;
        }
        (Node::Table(items) | Node::Demanding(items), Keys::Table(keys, _, _)) => (*items, *keys),
        (Node::Table(_) | Node::Demanding(_), _) => return filled,
    };
    let mut item = 0;
    while item < items.len() {
        let ((prefix, node), (shape, keys)) = (&items[item], &keys[item]);
        let mut at = filled;
        filled = fill(entries, filled, node, keys);
        while at < filled {
            entries[at] = entries[at].below(item as u32, prefix, *shape);
            at += 1;
        }
        item += 1;
    }
    filled
}
