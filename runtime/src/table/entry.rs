//! `Entry`: a route as messages tell of it, and as the proofs see it that few tables need.

use super::Node;
use super::shape::Shape;
use crate::route::{Links, RouteInfo, Segment};

/// One route of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(super) route: &'static RouteInfo,
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

    const fn of(route: &'static RouteInfo, links: Links) -> Self {
        Self { route, links, shape: route.shape, item: 0, prefixes: [""; Self::DEPTH] }
    }

    const fn below(self, item: u32, prefix: &'static str, shape: Shape) -> Self {
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
        let shape = if self.has_no_prefix() { mounted(self.route, shape) } else { shape.then(self.shape) };
        Self { shape, item, prefixes, ..self }
    }

    /// Whether it ends with a rest that may be nothing.
    pub(super) const fn has_optional_rest(&self) -> bool {
        has_optional_rest(self.route)
    }

    /// Its paths by what such a rest is: something, a slash alone, or nothing at all, if anything stands before it.
    pub(super) const fn shapes_by_rest(&self) -> [Option<Shape>; 3] {
        let before = self.shape.without_last(Segment::RestOrNothing);
        let nothing = if before.is_none() { None } else { Some(before) };
        [
            Some(before.then(Shape::of(&[Segment::Rest]))),
            Some(before.then(Shape::of(&[Segment::Literal("")]))),
            nothing,
        ]
    }

    pub(super) const fn has_no_prefix(&self) -> bool {
        self.prefixes[0].is_empty()
    }
}

/// The shape of a route below what stands before it.
pub(super) const fn mounted(route: &RouteInfo, before: Shape) -> Shape {
    // "/" below "/admin" is "/admin".
    if is_root(route.segments) && !before.is_none() { before } else { before.then(route.shape) }
}

pub(super) const fn has_optional_rest(route: &RouteInfo) -> bool {
    matches!(route.segments, [.., Segment::RestOrNothing])
}

pub(super) const fn is_root(segments: &[Segment]) -> bool {
    matches!(segments, [Segment::Literal(text)] if text.is_empty())
}

/// The routes of a table, `LEN` of them, each with the item that it came with and below its prefixes.
pub(super) const fn flatten<const LEN: usize>(table: &Node) -> [Entry; LEN] {
    let mut entries = [Entry::of(&RouteInfo::EMPTY, &[]); LEN];
    fill(&mut entries, 0, table);
    entries
}

/// Writes the routes from `filled` on; returns behind which it has.
const fn fill(entries: &mut [Entry], mut filled: usize, node: &Node) -> usize {
    let items = match *node {
        Node::Route(route, links) => {
            entries[filled] = Entry::of(route, links);
            return filled + 1;
        }
        Node::Table(items) => items,
    };
    let mut item = 0;
    while item < items.len() {
        let (prefix, shape, node) = &items[item];
        let mut at = filled;
        filled = fill(entries, filled, node);
        while at < filled {
            entries[at] = entries[at].below(item as u32, prefix, *shape);
            at += 1;
        }
        item += 1;
    }
    filled
}
