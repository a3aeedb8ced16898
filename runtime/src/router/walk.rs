//! `Walk`: one lookup, from the root of the tree along the path, the most specific way first.
//!
//! Its cost is bounded by the table, whatever the path: a node has one parent, so a walk that never goes
//! the same way twice is at each node once at most, and reads there the one segment that can follow. With `W` for the
//! most nodes and partial captures that any depth of the tree has, and `P` for the bytes of the path, a walk reads at
//! most `W * (P + 1)` bytes. `W` is at most the number of routes, however the captures of their patterns overlap, and
//! is 1 where at each depth but one way matches.

use super::captures::Captures;
use super::methods::{Column, MethodSet};
use super::segment::{PathSegment, hash_path};
use super::tree::{Id, Tree, Ways};

#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) tree: &'a Tree,
    pub(super) path: &'a [u8],
    pub(super) column: Column,
    pub(super) captures: &'a mut Captures,
    /// The methods of the patterns that matched the path, but have no route for the method.
    pub(super) others: MethodSet,
    /// How many nodes it came to.
    #[cfg(test)]
    pub(super) steps: usize,
}

impl Walk<'_> {
    /// The route for the whole path.
    #[inline]
    pub(super) fn go(&mut self, rest: &[u8]) -> Option<usize> {
        // Nothing is more specific than a path without captures.
        if let Some(leaf) = self.tree.paths.find(Id::ROOT, hash_path(rest), rest)
            && let Some(route) = self.answer(leaf)
        {
            return Some(route);
        }
        self.follow(Id::ROOT, rest)
    }

    /// The route for a path that goes on with `rest` behind the node and a slash.
    #[inline]
    fn follow(&mut self, mut id: Id, mut rest: &[u8]) -> Option<usize> {
        let tree = self.tree;
        loop {
            let node = tree.node(id);
            // Most nodes leave one way open, and there is nothing to come back for.
            let len = match node.ways {
                Ways::Literals => {
                    let segment = PathSegment::first(rest, self.path);
                    id = tree.literals.find(id, segment.hash, &rest[..segment.len])?;
                    segment.len
                }
                Ways::Capture => {
                    let segment = PathSegment::first(rest, self.path);
                    id = node.capture.filter(|_| segment.len > 0)?;
                    let start = self.path.len() - rest.len();
                    self.captures.push(start, start + segment.len);
                    segment.len
                }
                Ways::Many => return self.choose(id, rest),
            };
            #[cfg(test)]
            {
                self.steps += 1;
            }
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
        let PathSegment { len, hash } = PathSegment::first(rest, self.path);
        if let Some(child) = self.tree.literals.find(id, hash, &rest[..len]) {
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
                    && let Some(route) = self.captured(start + from, start + to, |walk| walk.enter(*child, after))
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
        #[cfg(test)]
        {
            self.steps += 1;
        }
        match after.get(1..) {
            Some(rest) => self.follow(id, rest),
            None => self.arrive(id),
        }
    }

    /// The route for a path that ends at the node.
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
}
