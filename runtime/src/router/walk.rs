//! `Walk`: one lookup, from the root of the tree along the path, the most specific way first.
//!
//! Its cost is bounded by the table and linear in the path, however the captures of the patterns overlap:
//!
//! - A node has one parent and one depth, and a walk never takes the same way twice. So it comes to each node once at
//!   most, and there is one place in the path where the node's next segment begins.
//! - At a node it reads that segment once to find its end, and once more if a literal has the same key. For each partial
//!   capture it reads the segment once more, and each of these leads to another node. A rest is taken unread.
//! - Let `W` be the most nodes of any depth, which is at most the number of patterns, and `P` the bytes of the path. The
//!   segments of all depths together have at most `P` bytes, so a walk reads at most `3 * W * P` bytes. Where one way
//!   matches at each depth, as in most tables, it reads at most `3 * P`. It recurses no deeper than the longest pattern.

use super::captures::Captures;
use super::methods::{Column, MethodSet};
use super::segment::{PathSegment, segment_len};
use super::tree::{Id, Tree, Ways};

#[derive(Debug)]
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    path: &'a [u8],
    column: Column,
    captures: &'a mut Captures,
    /// The methods of the patterns that matched the path, but have no route for the method.
    pub(super) others: MethodSet,
    /// How many nodes it came to.
    #[cfg(test)]
    pub(super) steps: usize,
}

impl<'a> Walk<'a> {
    #[inline]
    pub(super) fn new(tree: &'a Tree, path: &'a str, column: Column, captures: &'a mut Captures) -> Self {
        Self {
            tree,
            path: path.as_bytes(),
            column,
            captures,
            others: MethodSet::default(),
            #[cfg(test)]
            steps: 0,
        }
    }

    /// The route for a path that goes on with `rest` behind the node and a slash.
    #[inline]
    pub(super) fn follow(&mut self, mut id: Id, mut rest: &[u8]) -> Option<usize> {
        let tree = self.tree;
        loop {
            let node = tree.node(id);
            // Most nodes leave one way open, and there is nothing to come back for.
            let len = match node.ways {
                Ways::Literals => {
                    let segment = PathSegment::first(rest, self.path);
                    id = tree.literals.find(id, segment, rest)?;
                    segment.len
                }
                Ways::Capture => {
                    let len = segment_len(rest, self.path);
                    id = node.capture.filter(|_| len > 0)?;
                    let start = self.path.len() - rest.len();
                    self.captures.push(start, start + len);
                    len
                }
                Ways::None => return None,
                Ways::Many => return self.choose(id, rest),
            };
            self.count();
            rest = match rest.get(len + 1..) {
                Some(rest) => rest,
                None => return self.arrive(id),
            };
        }
    }

    /// The same for a node with several ways on: those that do not lead to the end are gone back.
    fn choose(&mut self, id: Id, rest: &[u8]) -> Option<usize> {
        let node = self.tree.node(id);
        let before = self.captures.len();
        let segment = PathSegment::first(rest, self.path);
        let len = segment.len;
        if let Some(child) = self.tree.literals.find(id, segment, rest) {
            if let Some(route) = self.enter(child, &rest[len..]) {
                return Some(route);
            }
            self.captures.truncate(before);
        }
        let (text, after) = rest.split_at(len);
        let start = self.path.len() - rest.len();
        if !text.is_empty() {
            for (partial, child) in self.tree.partials(node) {
                if let Some((from, to)) = partial.capture(text)
                    && let Some(route) =
                        self.captured(start + from, start + to, |walk| walk.enter(*child, after))
                {
                    return Some(route);
                }
            }
            if let Some(child) = node.capture
                && let Some(route) = self.captured(start, start + len, |walk| walk.enter(child, after))
            {
                return Some(route);
            }
        }
        let leaf = node.rest.filter(|_| !rest.is_empty());
        [leaf, node.rest_or_nothing]
            .into_iter()
            .flatten()
            .find_map(|leaf| self.captured(start, self.path.len(), |walk| walk.answer(leaf)))
    }

    /// The route for a path that ends with the node's last segment, or goes on with a slash.
    fn enter(&mut self, id: Id, after: &[u8]) -> Option<usize> {
        self.count();
        match after.get(1..) {
            Some(rest) => self.follow(id, rest),
            None => self.arrive(id),
        }
    }

    /// The route for a path that ends at the node.
    #[inline]
    fn arrive(&mut self, id: Id) -> Option<usize> {
        let node = self.tree.node(id);
        if let Some(route) = node.end.and_then(|leaf| self.answer(leaf)) {
            return Some(route);
        }
        let leaf = node.rest_or_nothing?;
        let end = self.path.len();
        self.captured(end, end, |walk| walk.answer(leaf))
    }

    /// What `go_on` finds, with one capture more.
    fn captured(
        &mut self,
        start: usize,
        end: usize,
        go_on: impl FnOnce(&mut Self) -> Option<usize>,
    ) -> Option<usize> {
        let before = self.captures.len();
        self.captures.push(start, end);
        let route = go_on(self);
        if route.is_none() {
            self.captures.truncate(before);
        }
        route
    }

    #[inline]
    fn answer(&mut self, leaf: Id) -> Option<usize> {
        let route = self.tree.route(leaf, self.column);
        if route.is_none() {
            self.others.extend(self.tree.methods(leaf));
        }
        route
    }

    #[inline]
    fn count(&mut self) {
        #[cfg(test)]
        {
            self.steps += 1;
        }
    }
}
